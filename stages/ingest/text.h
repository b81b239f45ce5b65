/* text - a plain-text file, which is one article: its words alone, as a crawler or a
 * person saved them. */
#ifndef RECOUNT_TEXT_H
#define RECOUNT_TEXT_H

#include "given.h"

/* Does it hold words? Control characters are no text, but for white space and a stray
 * end-of-file mark. False and err (field "text"). */
bool text_check(struct str text, struct err *err);

/* Everything that nothing else claims. */
bool text_is(struct str head);
/* The file's name without its ending becomes the ref (ref_is_name), so that people recognise it. */
enum given_result text_next(struct source *from, struct given *out, struct err *err);

#endif
