/* Bytes that come a few at a time: parsers must not care. Needs folder_of_test.h. */
#ifndef RECOUNT_DRIP_OF_TEST_H
#define RECOUNT_DRIP_OF_TEST_H

#include <zlib.h>

#include "files/inflow.h"

struct drip {
	struct str left;
	size_t most; /* bytes at once */
};

static inline ptrdiff_t drip_read(void *with, char *to, size_t n, struct err *err)
{
	struct drip *d = with;

	(void)err;
	n = n < d->most ? n : d->most;
	n = n < d->left.n ? n : d->left.n;
	if (n)
		memcpy(to, d->left.at, n);
	d->left = str_slice(d->left, n, d->left.n);
	return (ptrdiff_t)n;
}

static inline struct inflow_source drip(struct str bytes, size_t most)
{
	struct drip *d = ARENA_NEW(&arena, struct drip);

	*d = (struct drip){bytes, most};
	return (struct inflow_source){.read = drip_read, .with = d, .name = "drip"};
}

/* One gzip member. */
static inline struct str gzipped(struct str text)
{
	size_t room = text.n + text.n / 100 + 1000;
	char *to = arena_text(&arena, room);
	z_stream z = {.next_in = (Bytef *)text.at,
		      .avail_in = (uInt)text.n,
		      .next_out = (Bytef *)to,
		      .avail_out = (uInt)room};

	cr_assert(deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
	cr_assert(deflate(&z, Z_FINISH) == Z_STREAM_END);
	deflateEnd(&z);
	return (struct str){to, room - z.avail_out};
}

static inline struct str joined(const struct str *parts, size_t n)
{
	return str_concat(&arena, parts, n);
}

#endif
