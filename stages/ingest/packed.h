/* packed - zip, tar and what else packs files together, and files packed with bzip2, xz
 * or zstd (libarchive, read as a stream: nothing is ever written to disk). Every entry is
 * read as a file of its own; names that begin with a dot are left out, as in folders. */
#ifndef RECOUNT_PACKED_H
#define RECOUNT_PACKED_H

#include "given.h"

bool packed_is(struct str head);
/* position: the number of the entry, from 1. */
enum given_result packed_next(struct source *from, struct given *out, struct err *err);
void packed_end(struct source *from);

#endif
