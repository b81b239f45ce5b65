/* csvline - one line of CSV that is a whole row, as our own files have them: for readers
 * that look at a line first and take it apart (libcsv, strict) only when they want it. */
#ifndef RECOUNT_CSVLINE_H
#define RECOUNT_CSVLINE_H

#include "base/arena.h"
#include "base/str.h"

struct csvline;

struct csvline *csvline_open(char separator);
/* The cells of a line, in the arena. False when it is no whole row. */
bool csvline_cells(struct csvline *reader, struct str line, struct arena *arena, const struct str **cells, size_t *n);
void csvline_close(struct csvline *reader);

#endif
