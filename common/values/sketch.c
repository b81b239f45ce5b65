#include "values/sketch.h"

#include "base/hash.h"

void sketch_start(struct sketch *s)
{
	s->before[0] = s->before[1] = s->words = 0;
	for (unsigned i = 0; i < SKETCH_BINS; i++)
		s->least[i] = SKETCH_EMPTY;
}

/* The value of a bin; an empty one takes that of the first full one that its own walk meets. */
static uint16_t dense(const struct sketch *s, unsigned bin)
{
	uint64_t walk = bin;
	unsigned at = bin;

	while (s->least[at] == SKETCH_EMPTY) {
		walk = sketch_mix(walk + 0x9e3779b97f4a7c15u);
		at = (unsigned)((walk >> 32) * SKETCH_BINS >> 32);
	}
	return (uint16_t)sketch_mix(s->least[at]);
}

static void put_hex(char *to, uint64_t value, unsigned digits)
{
	while (digits--) {
		unsigned nibble = value & 15;

		to[digits] = (char)(nibble + (nibble < 10 ? '0' : 'a' - 10));
		value >>= 4;
	}
}

static bool take_hex(struct str text, uint64_t *out)
{
	/* 1 more than the digit's value; 0 for what is none */
	static const unsigned char values[256] = {
		['0'] = 1, ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
		['8'] = 9, ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
	};
	bool digits = true;

	*out = 0;
	for (size_t i = 0; i < text.n; i++) {
		unsigned value = values[(unsigned char)text.at[i]];

		digits &= value != 0;
		*out = *out << 4 | (value - 1);
	}
	return digits;
}

bool sketch_finish(const struct sketch *s, uint16_t out[SKETCH_BINS])
{
	if (s->words < SKETCH_SHINGLE)
		return false;
	for (unsigned i = 0; i < SKETCH_BINS; i++)
		out[i] = dense(s, i);
	return true;
}

struct str sketch_format(struct arena *arena, const uint16_t s[SKETCH_BINS], unsigned band)
{
	char *text = arena_text(arena, SKETCH_DIGITS);

	for (unsigned i = 0; i < SKETCH_ROWS; i++)
		put_hex(text + 4 * i, s[band * SKETCH_ROWS + i], 4);
	return (struct str){text, SKETCH_DIGITS};
}

bool sketch_parse(struct str text, uint16_t s[SKETCH_BINS], unsigned band)
{
	uint64_t value;

	if (text.n != SKETCH_DIGITS || !take_hex(text, &value))
		return false;
	for (unsigned i = SKETCH_ROWS; i-- > 0; value >>= 16)
		s[band * SKETCH_ROWS + i] = (uint16_t)value;
	return true;
}

unsigned sketch_agree(const uint16_t a[SKETCH_BINS], const uint16_t b[SKETCH_BINS])
{
	unsigned n = 0;

	for (unsigned i = 0; i < SKETCH_BINS; i++)
		n += a[i] == b[i];
	return n;
}

uint64_t sketch_band(const uint16_t s[SKETCH_BINS], unsigned band)
{
	uint64_t key = band + 1;

	for (unsigned k = 0; k < SKETCH_ROWS; k++)
		key = key << 16 | s[band * SKETCH_ROWS + k];
	return sketch_mix(key);
}

uint64_t wording_finish(const struct wording *w)
{
	return w->words < WORDING_LEAST ? 0 : w->hash;
}

struct str wording_format(struct arena *arena, uint64_t hash)
{
	char *text = arena_text(arena, 16);

	put_hex(text, hash, 16);
	return (struct str){text, 16};
}

uint64_t wording_parse(struct str text)
{
	uint64_t hash;

	return text.n == 16 && take_hex(text, &hash) ? hash : 0;
}

/* A byte of a word in lower case; 0 for one that is in no word. */
static unsigned char in_word(unsigned char c)
{
	unsigned char lower = c | 0x20;

	if (lower >= 'a' && lower <= 'z')
		return lower;
	return ascii_is_digit(c) || c >= 0x80 ? c : 0;
}

/* A typographic mark (U+2000 to U+206F) or a no-break space is no part of a word. */
static size_t mark_at(struct str text, size_t i)
{
	unsigned char c = (unsigned char)text.at[i];

	if (c == 0xe2 && i + 2 < text.n && ((unsigned char)text.at[i + 1] & 0xfe) == 0x80)
		return 3;
	return c == 0xc2 && i + 1 < text.n && (unsigned char)text.at[i + 1] <= 0xbf ? 2 : 0;
}

uint64_t wording_of(struct str text)
{
	struct wording w = {0};
	char word[64];
	size_t n = 0;

	for (size_t i = 0; i <= text.n;) {
		unsigned char c = i < text.n ? in_word((unsigned char)text.at[i]) : 0;
		size_t mark = c >= 0x80 ? mark_at(text, i) : 0;

		if (c && !mark) {
			if (n < sizeof word)
				word[n++] = (char)c;
			i++;
			continue;
		}
		if (n)
			wording_word(&w, hash64((struct str){word, n}));
		n = 0;
		i += mark ? mark : 1;
	}
	return wording_finish(&w);
}
