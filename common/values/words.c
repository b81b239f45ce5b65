#include "values/words.h"

struct word {
	const char *text;
	uint8_t n;	/* [bytes] */
	uint16_t value; /* kinds, or where it is cut */
};

/* Of the words that begin with a letter. */
struct initial {
	uint32_t last;	/* bits of their last letters; bit 26: no letter */
	uint32_t sizes; /* bits of their sizes [bytes] */
};

#include "token_words.h"

enum { LONGEST = 12 };

static int compare(struct str a, const struct word *b)
{
	int c = memcmp(a.at, b->text, a.n < b->n ? a.n : b->n);

	return c ? c : (int)a.n - (int)b->n;
}

/* Is there a word of that size with these first and last letters? Most words are told apart by that. */
static inline bool may_be(const struct initial *initials, struct str lower)
{
	unsigned first = (unsigned char)lower.at[0] - 'a', last = (unsigned char)lower.at[lower.n - 1] - 'a';

	return first < 26 && (initials[first].sizes >> lower.n & 1) &&
	       (initials[first].last >> (last < 26 ? last : 26) & 1);
}

/* from[letter]: where the words that begin with it begin. Kept out of line: few words come so far. */
static __attribute__((noinline)) unsigned search(const struct word *words, const uint16_t *from, struct str lower)
{
	size_t low = from[lower.at[0] - 'a'], high = from[lower.at[0] - 'a' + 1];

	while (low < high) {
		size_t middle = (low + high) / 2;
		int c = compare(lower, &words[middle]);

		if (c == 0)
			return words[middle].value;
		if (c < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

static inline unsigned find(const struct word *words, const struct initial *initials, const uint16_t *from,
			    struct str lower)
{
	if (lower.n == 0 || lower.n > LONGEST || !may_be(initials, lower))
		return 0;
	return search(words, from, lower);
}

unsigned abbreviation_kinds(struct str lower)
{
	return find(abbreviations, abbreviations_initials, abbreviations_from, lower);
}

size_t words_cut_at(struct str lower)
{
	return find(splits, splits_initials, splits_from, lower);
}
