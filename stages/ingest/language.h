/* language - is it English? A guess from the commonest words, for texts whose language
 * the input does not tell. */
#ifndef RECOUNT_LANGUAGE_H
#define RECOUNT_LANGUAGE_H

#include "base/str.h"

/* "en" when the commonest English words are as frequent as in English prose, else empty. */
struct str language_guess(struct str text);
/* Does it hold words that are English alone, be they few, as lists of names and numbers have? */
bool language_may_be_english(struct str text);

#endif
