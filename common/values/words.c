#include "values/words.h"

struct word {
	const char *text;
	uint8_t n;	/* [bytes] */
	uint16_t value; /* kinds, or where it is cut */
};

#include "token_words.h"

static int compare(struct str a, const struct word *b)
{
	int c = memcmp(a.at, b->text, a.n < b->n ? a.n : b->n);

	return c ? c : (int)a.n - (int)b->n;
}

/* from[letter]: where the words that begin with it begin. */
static unsigned search(const struct word *words, const uint16_t *from, struct str lower)
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

unsigned abbreviation_search(struct str lower)
{
	return search(abbreviations, abbreviations_from, lower);
}

size_t words_split_search(struct str lower)
{
	return search(splits, splits_from, lower);
}
