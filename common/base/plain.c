#include "base/plain.h"

/* Sixteen bytes that are looked at together; what is above 0x7f is below zero. */
typedef int8_t block __attribute__((vector_size(16)));

enum { BLOCK = sizeof(block), SHORT = 8, BAR = 16 }; /* BAR: told to plain_copy alone */

/* -1 in each place where that was. */
struct seen {
	block odd, comma, quote, backslash;
};

static const uint8_t marks_of_byte[256] = {
	[0 ... ' ' - 1] = PLAIN_ODD, [0x7F ... 0xFF] = PLAIN_ODD, [','] = PLAIN_COMMA,
	['"'] = PLAIN_QUOTE,	     ['\\'] = PLAIN_BACKSLASH,	  ['|'] = BAR,
};

static block load(const char *at)
{
	block x;

	memcpy(&x, at, sizeof x);
	return x;
}

/* Eight bytes and eight others. */
static block load_two(const char *a, const char *b)
{
	block x;

	memcpy(&x, a, sizeof x / 2);
	memcpy((char *)&x + sizeof x / 2, b, sizeof x / 2);
	return x;
}

static void see(struct seen *seen, block x, block before)
{
	seen->odd |= (x < ' ') | (x == 0x7F) | ((x == ' ') & (before == ' '));
	seen->comma |= x == ',';
	seen->quote |= x == '"';
	seen->backslash |= x == '\\';
}

static bool any(block x)
{
	uint64_t halves[2];

	memcpy(halves, &x, sizeof halves);
	return halves[0] | halves[1];
}

static unsigned marks_seen(const struct seen *seen)
{
	if (!any(seen->odd | seen->comma | seen->quote | seen->backslash))
		return 0;
	return (any(seen->odd) ? PLAIN_ODD : 0) | (any(seen->comma) ? PLAIN_COMMA : 0) |
	       (any(seen->quote) ? PLAIN_QUOTE : 0) | (any(seen->backslash) ? PLAIN_BACKSLASH : 0);
}

static unsigned marks_short(const unsigned char *at, size_t n)
{
	unsigned marks = 0;

	for (size_t i = 0; i < n; i++)
		marks |= marks_of_byte[at[i]] | (i && at[i] == ' ' && at[i - 1] == ' ' ? PLAIN_ODD : 0);
	return marks & ~(unsigned)BAR;
}

/* Bytes from the second on, each with the one before it; the last ones are seen again where they fill no block. */
static unsigned marks_long(const char *at, size_t n)
{
	struct seen seen = {0};
	size_t i = 1;

	if (n <= BLOCK) {
		see(&seen, load_two(at + 1, at + n - SHORT), load_two(at, at + n - SHORT - 1));
		return marks_seen(&seen);
	}
	for (; i + BLOCK < n; i += BLOCK)
		see(&seen, load(at + i), load(at + i - 1));
	see(&seen, load(at + n - BLOCK), load(at + n - BLOCK - 1));
	return marks_seen(&seen);
}

unsigned plain_marks(const char *at, size_t n)
{
	unsigned marks;

	if (n == 0)
		return 0;
	marks = at[0] == ' ' || at[n - 1] == ' ' ? PLAIN_ODD : 0;
	if (n <= SHORT)
		return marks | marks_short((const unsigned char *)at, n);
	return marks | (marks_of_byte[(unsigned char)at[0]] & ~(unsigned)BAR) | marks_long(at, n);
}

/* Bytes that make a text more than words, each told with the one before it. */
static block not_words(block x, block before)
{
	return (x < ' ') | (x == ',') | (x == '"') | (x == '|') | (x == '\\') | ((x == ' ') & (before == ' '));
}

static char *copy_short(char *to, const char *at, size_t n)
{
	unsigned marks = 0;

	for (size_t i = 0; i < n; i++) {
		to[i] = at[i];
		marks |= marks_of_byte[(unsigned char)at[i]] | (i && at[i] == ' ' && at[i - 1] == ' ' ? PLAIN_ODD : 0);
	}
	return marks ? NULL : to + n;
}

static void put(char *to, block x)
{
	memcpy(to, &x, sizeof x);
}

char *plain_copy(char *to, const char *at, size_t n)
{
	size_t i = 1;
	block bad;

	if (n == 0 || at[0] == ' ' || at[n - 1] == ' ')
		return n ? NULL : to;
	if (n <= SHORT)
		return copy_short(to, at, n);
	*to = *at;
	if (n <= BLOCK) {
		block x = load_two(at + 1, at + n - SHORT);

		memcpy(to + 1, &x, SHORT);
		memcpy(to + n - SHORT, at + n - SHORT, SHORT);
		bad = not_words(x, load_two(at, at + n - SHORT - 1));
	} else {
		block x = load(at + n - BLOCK);

		bad = not_words(x, load(at + n - BLOCK - 1));
		for (; i + BLOCK < n; i += BLOCK) {
			block y = load(at + i);

			bad |= not_words(y, load(at + i - 1));
			put(to + i, y);
		}
		put(to + n - BLOCK, x);
	}
	return any(bad) || marks_of_byte[(unsigned char)at[0]] ? NULL : to + n;
}

size_t plain_copy_blocks(char *to, const char *at, size_t n, char before)
{
	size_t i = 1;

	if (n <= BLOCK || marks_of_byte[(unsigned char)at[0]] & PLAIN_ODD || (at[0] == ' ' && before == ' '))
		return 0;
	*to = *at;
	for (; i + BLOCK <= n; i += BLOCK) {
		block x = load(at + i);

		if (any((x < ' ') | ((x == ' ') & (load(at + i - 1) == ' '))))
			break;
		put(to + i, x);
	}
	return i;
}
