#include "language.h"

enum {
	LOOK_BYTES = 2000,
	WORD_LETTERS = 4, /* the words looked for have at most so many */
	SHARE = 12,	  /* [percent] of English words that are these, at the least; about 30 in prose */
	FEW_WORDS = 4,
};

/* A word of up to four letters as a number: the letters, lower case. */
static uint32_t packed(struct str word)
{
	uint32_t n = 0;

	for (size_t i = 0; i < word.n; i++)
		n = n << 8 | (unsigned char)ascii_to_lower(word.at[i]);
	return n;
}

/* The commonest words of English news that are words of no other large language. */
static bool is_common(struct str word)
{
	static const struct str common[] = {
		{"the", 3},  {"of", 2},	 {"and", 3},  {"to", 2},  {"in", 2},   {"for", 3},  {"that", 4},
		{"was", 3},  {"is", 2},	 {"on", 2},   {"by", 2},  {"said", 4}, {"with", 4}, {"from", 4},
		{"were", 4}, {"has", 3}, {"have", 4}, {"at", 2},  {"as", 2},   {"an", 2},   {"it", 2},
		{"its", 3},  {"his", 3}, {"been", 4}, {"who", 3}, {"are", 3},  {"had", 3},
	};

	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (word.n == common[i].n && packed(word) == packed(common[i]))
			return true;
	return false;
}

struct str language_guess(struct str text)
{
	struct str s = str_slice(text, 0, LOOK_BYTES);
	size_t words = 0, hits = 0;

	for (size_t i = 0; i < s.n;) {
		size_t from = i;

		while (i < s.n && (ascii_is_alpha((unsigned char)s.at[i]) || (unsigned char)s.at[i] >= 0x80))
			i++;
		if (i == from) {
			i++;
			continue;
		}
		words++;
		hits += i - from <= WORD_LETTERS && is_common(str_slice(s, from, i));
	}
	return words >= FEW_WORDS && hits && 100 * hits >= SHARE * words ? STR("en") : STR_NULL;
}
