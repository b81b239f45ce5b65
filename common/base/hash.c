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
static void add_part(XXH3_state_t *state, struct str part)
{
	unsigned char size[8];

	for (int i = 0; i < 8; i++)
		size[i] = (unsigned char)((uint64_t)part.n >> (8 * i));
	XXH3_128bits_update(state, size, sizeof size);
	XXH3_128bits_update(state, part.n ? part.at : "", part.n);
}

/* 16 digits. */
static void put_hex(char *to, uint64_t v)
{
	for (int i = 15; i >= 0; i--, v >>= 4)
		to[i] = "0123456789abcdef"[v & 15];
}

struct str hash_id(struct arena *arena, char prefix, const struct str *parts, size_t n)
{
	XXH3_state_t state;

	XXH3_INITSTATE(&state);
	XXH3_128bits_reset(&state);
	for (size_t i = 0; i < n; i++)
		add_part(&state, parts[i]);
	XXH128_hash_t h = XXH3_128bits_digest(&state);

	char *to = arena_text(arena, 1 + 2 * 16 + 1);

	to[0] = prefix;
	put_hex(to + 1, h.high64);
	put_hex(to + 1 + 16, h.low64);
	to[1 + 2 * 16] = '\0';
	return (struct str){to, 1 + 2 * 16};
}
