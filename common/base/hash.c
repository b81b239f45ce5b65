#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash64(struct str s)
{
	return XXH3_64bits(s.n ? s.at : "", s.n);
}

uint64_t hash64_seed(struct str s, uint64_t seed)
{
	return XXH3_64bits_withSeed(s.n ? s.at : "", s.n, seed);
}

/* Little-endian by hand: the id must not depend on the machine's byte order. */
static void put_size(unsigned char to[8], size_t n)
{
	for (int i = 0; i < 8; i++)
		to[i] = (unsigned char)((uint64_t)n >> (8 * i));
}

/* Each part behind its size. */
static XXH128_hash_t hash_long(const struct str *parts, size_t n)
{
	XXH3_state_t state;
	unsigned char size[8];

	XXH3_INITSTATE(&state);
	XXH3_128bits_reset(&state);
	for (size_t i = 0; i < n; i++) {
		put_size(size, parts[i].n);
		XXH3_128bits_update(&state, size, sizeof size);
		XXH3_128bits_update(&state, parts[i].n ? parts[i].at : "", parts[i].n);
	}
	return XXH3_128bits_digest(&state);
}

/* The same, but a few hundred bytes are hashed sooner at once than one after the other. */
static XXH128_hash_t hash_parts(const struct str *parts, size_t n)
{
	unsigned char all[512];
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (parts[i].n > sizeof all || to + 8 + parts[i].n > sizeof all)
			return hash_long(parts, n);
		put_size(all + to, parts[i].n);
		if (parts[i].n)
			memcpy(all + to + 8, parts[i].at, parts[i].n);
		to += 8 + parts[i].n;
	}
	return XXH3_128bits(all, to);
}

/* 16 digits. */
static void put_hex(char *to, uint64_t v)
{
	for (int i = 15; i >= 0; i--, v >>= 4)
		to[i] = "0123456789abcdef"[v & 15];
}

struct str hash_id(struct arena *arena, char prefix, const struct str *parts, size_t n)
{
	XXH128_hash_t h = hash_parts(parts, n);
	char *to = arena_text(arena, 1 + 2 * 16 + 1);

	to[0] = prefix;
	put_hex(to + 1, h.high64);
	put_hex(to + 1 + 16, h.low64);
	to[1 + 2 * 16] = '\0';
	return (struct str){to, 1 + 2 * 16};
}
