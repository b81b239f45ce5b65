/* plain - text looked at eight bytes at a time: is it plain ASCII with single spaces, as
 * nearly all of it is? Sums here carry nothing from byte to byte while no byte is above
 * 0x7f, which is told first. Source: Warren, Hacker's Delight, 6-1. */
#ifndef RECOUNT_PLAIN_H
#define RECOUNT_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define PLAIN_ONES 0x0101010101010101u
#define PLAIN_TOPS 0x8080808080808080u

/* Eight bytes, the first lowest. */
static inline uint64_t plain_load(const char *at)
{
	uint64_t x;

	memcpy(&x, at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return x;
}

/* The same of 4 to 8 bytes; what stands above them is 0. */
static inline uint64_t plain_load_short(const char *at, size_t n)
{
	uint32_t first, last;

	memcpy(&first, at, 4);
	memcpy(&last, at + n - 4, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	first = __builtin_bswap32(first);
	last = __builtin_bswap32(last);
#endif
	return first | (uint64_t)last << 8 * (n - 4);
}

/* The top bit of each byte that is c; no byte is above 0x7f. */
static inline uint64_t plain_find(uint64_t x, char c)
{
	return ~((x ^ PLAIN_ONES * (unsigned char)c) + (PLAIN_TOPS - PLAIN_ONES)) & PLAIN_TOPS;
}

/* The top bit of each byte that is an ASCII letter, whatever the other bytes are. */
static inline uint64_t plain_letters(uint64_t x)
{
	uint64_t low = (x | PLAIN_ONES * 0x20) & ~PLAIN_TOPS, from_a = low + PLAIN_ONES * (0x80 - 'a'),
		 behind_z = low + PLAIN_ONES * (0x80 - 'z' - 1);

	return from_a & ~behind_z & ~x & PLAIN_TOPS;
}

/* Has it neither control nor non-ASCII bytes, nor a space behind a space? *after_space is
 * 0x80 where the byte before was a space, else 0, and becomes so for the byte after. */
static inline bool plain_is(uint64_t x, uint64_t *after_space)
{
	uint64_t spaces;

	if ((x & PLAIN_TOPS) || ((x + (PLAIN_TOPS - PLAIN_ONES * ' ')) & PLAIN_TOPS) != PLAIN_TOPS)
		return false;
	spaces = plain_find(x, ' ');
	if (spaces & (spaces << 8 | *after_space))
		return false;
	*after_space = spaces >> 56;
	return true;
}

/* What stands in a text: where nothing of it does, it is plain ASCII with single spaces between words. */
enum plain_mark {
	PLAIN_ODD = 1, /* controls, other letters than ASCII, spaces to fold */
	PLAIN_COMMA = 2,
	PLAIN_QUOTE = 4,
	PLAIN_BACKSLASH = 8,
};
unsigned plain_marks(const char *at, size_t n);
/* Copy what of it is plain ASCII with single spaces, `before` being the byte before it, in whole blocks: the bytes
 * copied, which may be fewer than there are of these. */
size_t plain_copy_blocks(char *to, const char *at, size_t n, char before);
/* Copy a text that is of words alone, as most are: its end, or NULL when an odd byte stands in it, or one that a cell
 * or a list writes in another way, which are , " | and \ (what was copied then is of no use). */
char *plain_copy(char *to, const char *at, size_t n);

#endif
