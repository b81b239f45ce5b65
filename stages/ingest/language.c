#include "language.h"

enum {
	LOOK_BYTES = 600,
	WORD_LETTERS = 4, /* the words looked for have at most so many */
	SHARE = 12,	  /* [percent] of English words that are these, at the least; about 30 in prose */
	FEW_WORDS = 4,
	SHARE_ALONE = 3, /* [percent] of words that are English alone: lists of names and numbers have so many */
};

/* A word of up to four small letters as a number. */
#define WORD(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* The commonest words of English news; few of them are words of another large language. */
static bool is_common(uint32_t word)
{
	switch (word) {
	case WORD(0, 't', 'h', 'e'):
	case WORD(0, 0, 'o', 'f'):
	case WORD(0, 'a', 'n', 'd'):
	case WORD(0, 0, 't', 'o'):
	case WORD(0, 0, 'i', 'n'):
	case WORD(0, 'f', 'o', 'r'):
	case WORD('t', 'h', 'a', 't'):
	case WORD(0, 'w', 'a', 's'):
	case WORD(0, 0, 'i', 's'):
	case WORD(0, 0, 'o', 'n'):
	case WORD(0, 0, 'b', 'y'):
	case WORD('s', 'a', 'i', 'd'):
	case WORD('w', 'i', 't', 'h'):
	case WORD('f', 'r', 'o', 'm'):
	case WORD('w', 'e', 'r', 'e'):
	case WORD(0, 'h', 'a', 's'):
	case WORD('h', 'a', 'v', 'e'):
	case WORD(0, 0, 'a', 't'):
	case WORD(0, 0, 'a', 's'):
	case WORD(0, 0, 'a', 'n'):
	case WORD(0, 0, 'i', 't'):
	case WORD(0, 'i', 't', 's'):
	case WORD(0, 'h', 'i', 's'):
	case WORD('b', 'e', 'e', 'n'):
	case WORD(0, 'w', 'h', 'o'):
	case WORD(0, 'a', 'r', 'e'):
	case WORD(0, 'h', 'a', 'd'):
		return true;
	}
	return false;
}

/* Of these the ones that are words of no other language that writes Latin letters. */
static bool is_english_alone(uint32_t word)
{
	switch (word) {
	case WORD(0, 't', 'h', 'e'):
	case WORD(0, 'a', 'n', 'd'):
	case WORD(0, 0, 't', 'o'):
	case WORD('t', 'h', 'a', 't'):
	case WORD('w', 'i', 't', 'h'):
	case WORD('f', 'r', 'o', 'm'):
	case WORD('w', 'e', 'r', 'e'):
	case WORD('s', 'a', 'i', 'd'):
	case WORD('b', 'e', 'e', 'n'):
	case WORD('h', 'a', 'v', 'e'):
	case WORD(0, 'h', 'i', 's'):
	case WORD(0, 'w', 'h', 'o'):
	case WORD(0, 'a', 'r', 'e'):
	case WORD(0, 0, 'b', 'y'):
		return true;
	}
	return false;
}

struct counts {
	size_t words, common, alone;
};

static struct counts count(struct str text)
{
	struct str s = str_slice(text, 0, LOOK_BYTES);
	struct counts n = {0};

	for (size_t i = 0; i < s.n;) {
		uint32_t word = 0;
		size_t from = i;

		for (; i < s.n && (ascii_is_alpha((unsigned char)s.at[i]) || (unsigned char)s.at[i] >= 0x80); i++)
			word = word << 8 | (unsigned char)(s.at[i] | 32);
		if (i == from) {
			i++;
			continue;
		}
		n.words++;
		n.common += i - from <= WORD_LETTERS && is_common(word);
		n.alone += i - from <= WORD_LETTERS && is_english_alone(word);
	}
	return n;
}

struct str language_guess(struct str text)
{
	struct counts n = count(text);

	return n.words >= FEW_WORDS && n.alone && 100 * n.common >= SHARE * n.words ? STR("en") : STR_NULL;
}

bool language_may_be_english(struct str text)
{
	struct counts n = count(text);

	return n.alone > 1 && 100 * n.alone >= SHARE_ALONE * n.words;
}
