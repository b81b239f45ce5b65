#include "values/words.h"

struct word {
	const char *text;
	uint8_t n;	/* [bytes] */
	uint16_t value; /* kinds, or where it is cut */
};

#include "token_words.h"

enum { LONGEST = 12 };

static int compare(struct str a, const struct word *b)
{
	int c = memcmp(a.at, b->text, a.n < b->n ? a.n : b->n);

	return c ? c : (int)a.n - (int)b->n;
}

static unsigned find(const struct word *words, size_t n, struct str lower)
{
	size_t low = 0, high = n;

	if (lower.n == 0 || lower.n > LONGEST)
		return 0;
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

unsigned abbreviation_kinds(struct str lower)
{
	return find(abbreviations, sizeof abbreviations / sizeof *abbreviations, lower);
}

size_t words_cut_at(struct str lower)
{
	return find(splits, sizeof splits / sizeof *splits, lower);
}
