/* read_table - what was understood of articles, as people read it: for each article its
 * figures, then its events, each with who, when, where and the sentence. */
#ifndef RECOUNT_READ_TABLE_H
#define RECOUNT_READ_TABLE_H

#include "reading.h"

/* Print to standard output. all: plain quantities, time expressions and attributions too. */
void read_table(const struct reading *r, bool all);

#endif
