/* sorter - rows put in order, more of them than memory holds (an external merge sort). */
#ifndef RECOUNT_SORTER_H
#define RECOUNT_SORTER_H

#include "base/str.h"

/* Rows in order of their keys (bytes, shorter first on a tie), then of the rows
 * themselves. Up to `memory` bytes stay in memory, the rest is sorted in runs in
 * nameless temporary files of `folder`. */
struct sorter;
struct sorter *sorter_open(const char *folder, size_t memory);
void sorter_add(struct sorter *s, struct str key, struct str row);
/* As sorter_add, with a row of n bytes that the caller writes where this points, before
 * anything else is asked of the sorter. */
char *sorter_room(struct sorter *s, struct str key, size_t n);
/* The next row (valid until the next call); false at the end. No adding after the first. */
bool sorter_next(struct sorter *s, struct str *row);
void sorter_close(struct sorter *s);

#endif
