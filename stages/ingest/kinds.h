/* kinds - which kind of file it is, told by its first bytes, never by its name. A new
 * kind of input is a file with `is` and `next`, and a row in kinds.c. */
#ifndef RECOUNT_KINDS_H
#define RECOUNT_KINDS_H

#include "given.h"

/* conf: settings that tell a kind (the columns of CSV); may be NULL. NULL and err (field "kind") for what holds no
 * article: an image, a program, nothing at all. */
const struct input_kind *kinds_find(struct str head, const struct conf *conf, struct err *err);

#endif
