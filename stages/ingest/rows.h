/* rows - articles as rows of CSV under a header that names the columns; separated by
 * commas, semicolons or tabs, told by the header. Which column is what: by its usual names,
 * or as `columns` of pipeline.conf says. */
#ifndef RECOUNT_ROWS_H
#define RECOUNT_ROWS_H

#include "given.h"

/* Is the first line a header: short names, a column of texts among them and one more that is known? */
bool rows_is(struct str head);
/* The same with the names that pipeline.conf gives. */
struct conf;
bool rows_is_set(struct str head, const struct conf *conf);
enum given_result rows_next(struct source *from, struct given *out, struct err *err);
void rows_end(struct source *from);

#endif
