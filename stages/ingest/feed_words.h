/* feed_words - the words of a scrap of HTML: a title, a summary of two sentences. Too little
 * for the reading of web pages, which looks for a story. */
#ifndef RECOUNT_FEED_WORDS_H
#define RECOUNT_FEED_WORDS_H

#include "base/str.h"

/* Without tags, references resolved, an empty line between paragraphs; in the arena. */
struct str feed_words(struct str scrap, struct arena *arena);

#endif
