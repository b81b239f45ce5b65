/* deflated - compressed bytes in memory, expanded whole (libdeflate). */
#ifndef RECOUNT_DEFLATED_H
#define RECOUNT_DEFLATED_H

#include "base/err.h"
#include "base/str.h"

/* gzip, zlib or raw deflate, told by the first bytes. At most max bytes, in the arena.
 * False and err (field "http") when they are damaged or would be more. */
bool deflated_expand(struct str bytes, size_t max, struct arena *arena, struct str *out, struct err *err);

#endif
