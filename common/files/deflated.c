#include "files/deflated.h"

#include <libdeflate.h>

enum { GROWTH = 6, LEAST_ROOM = 64 * 1024 };

/* "zlib" begins with a method, and a check that the two bytes together are a multiple of 31 (RFC 1950). */
static bool is_zlib(const unsigned char *at)
{
	return (at[0] & 15) == 8 && at[0] >> 4 <= 7 && (at[0] * 256 + at[1]) % 31 == 0;
}

static enum libdeflate_result expand(struct libdeflate_decompressor *d, struct str bytes, char *to, size_t room,
				     size_t *gave)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	size_t took;

	if (bytes.n >= 2 && at[0] == 0x1F && at[1] == 0x8B)
		return libdeflate_gzip_decompress_ex(d, at, bytes.n, to, room, &took, gave);
	if (bytes.n >= 2 && is_zlib(at))
		return libdeflate_zlib_decompress_ex(d, at, bytes.n, to, room, &took, gave);
	return libdeflate_deflate_decompress_ex(d, at, bytes.n, to, room, &took, gave);
}

/* Room for a start: a gzip member ends with its size, if it tells the truth. */
static size_t first_room(struct str bytes)
{
	const unsigned char *end = (const unsigned char *)bytes.at + bytes.n;
	size_t usual = bytes.n > SIZE_MAX / GROWTH ? bytes.n : GROWTH * bytes.n, said = 0;

	if (bytes.n > 18 && str_starts(bytes, STR("\x1F\x8B")))
		said = (size_t)end[-4] | (size_t)end[-3] << 8 | (size_t)end[-2] << 16 | (size_t)end[-1] << 24;
	usual = said > usual ? said : usual;
	return usual < LEAST_ROOM ? LEAST_ROOM : usual;
}

/* Room grows until it is enough: each try costs a part of the next. */
bool deflated_expand(struct str bytes, size_t max, struct arena *arena, struct str *out, struct err *err)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result got;
	size_t room = first_room(bytes), gave = 0;
	char *to = NULL;

	if (!d)
		die(EXIT_INTERNAL, "out of memory for %zu compressed bytes", bytes.n);
	for (;; room = room > max / GROWTH ? max : GROWTH * room) {
		room = room < max ? room : max;
		to = arena_text(arena, room);
		got = expand(d, bytes, to, room, &gave);
		if (got != LIBDEFLATE_INSUFFICIENT_SPACE || room == max)
			break;
	}
	libdeflate_free_decompressor(d);
	if (got == LIBDEFLATE_INSUFFICIENT_SPACE)
		return err_set(err, "http", "expands to more than %zu bytes (max_page)", max);
	*out = (struct str){to, gave};
	return got == LIBDEFLATE_SUCCESS || err_set(err, "http", "its compressed bytes are damaged");
}
