#include "base/hash.h"
#include "base/plain.h"
#include "base/utf8.h"
#include "records/gazetteer.h"
#include "values/tokens.h"

enum { WORD_BYTES = 64, ABBREVIATION_LETTERS = 5 };

static const struct {
	const char *text, *same;
} same_words[] = {
	{"st", "saint"}, {"ste", "sainte"}, {"mt", "mount"}, {"ft", "fort"}, {"sta", "santa"},
};

/* Letters that Unicode does not take apart, and what keyboards without them write. */
static const struct {
	const char *letter, *same;
} same_letters[] = {
	{"ı", "i"}, {"ł", "l"}, {"ø", "o"}, {"đ", "d"}, {"ð", "d"}, {"æ", "ae"}, {"œ", "oe"}, {"þ", "th"}, {"ə", "e"},
};

/* Two or three letters as one number. */
#define LETTERS(a, b, c) ((uint32_t)(a) << 16 | (uint32_t)(b) << 8 | (uint32_t)(c))

static const uint32_t articles[] = {
	LETTERS('a', 'l', 0),	LETTERS('e', 'l', 0),	LETTERS('a', 's', 0),	LETTERS('e', 's', 0),
	LETTERS('a', 's', 'h'), LETTERS('e', 's', 'h'), LETTERS('e', 'c', 'h'), LETTERS('a', 'd', 0),
	LETTERS('e', 'd', 0),	LETTERS('a', 'd', 'h'), LETTERS('a', 'n', 0),	LETTERS('e', 'n', 0),
	LETTERS('a', 'r', 0),	LETTERS('e', 'r', 0),	LETTERS('a', 't', 0),	LETTERS('e', 't', 0),
	LETTERS('a', 't', 'h'), LETTERS('a', 'z', 0),	LETTERS('e', 'z', 0),	LETTERS('i', 'l', 0),
	LETTERS('u', 'l', 0),	LETTERS('u', 's', 0),	LETTERS('u', 'r', 0),	LETTERS('o', 'd', 0),
	LETTERS('o', 'l', 0),
};

/* Letters and digits, no letter twice in a row; to[] has room for WORD_BYTES. ascii: it holds no other letters. */
static size_t squeeze(struct str lower, char *to, bool *ascii)
{
	unsigned char any = 0, last = 0;
	size_t n = 0;

	for (size_t i = 0; i < lower.n; i++) {
		unsigned char c = (unsigned char)lower.at[i];

		any |= c;
		if (ascii_is_alpha(c)) {
			c |= 32;
			if (c == last)
				continue;
		} else if (c < 0x80 && !ascii_is_digit(c)) {
			continue;
		}
		if (n < WORD_BYTES)
			to[n++] = (char)(last = c);
	}
	*ascii = any < 0x80;
	return n;
}

/* The text with such letters replaced. */
static struct str spelled_out(struct arena *arena, struct str folded)
{
	struct buf out = {.arena = arena};

	for (size_t i = 0, n; i < folded.n; i += n) {
		int32_t cp;
		struct str letter;
		size_t k = 0, most = sizeof same_letters / sizeof *same_letters;

		n = utf8_at(folded, i, &cp);
		letter = str_slice(folded, i, i + n);
		while (n > 1 && k < most && !str_is(letter, same_letters[k].letter))
			k++;
		buf_add(&out, n > 1 && k < most ? str_of(same_letters[k].same) : letter);
	}
	return buf_str(&out);
}

/* The form under which a word is filed, in to[WORD_BYTES]: "Raqqah" gives "raqa", "St." gives "saint". */
static struct str filed(struct str word, char *to)
{
	bool ascii;
	struct str s = {to, squeeze(word, to, &ascii)};

	if (!ascii) {
		struct arena scratch = {0};

		s.n = squeeze(spelled_out(&scratch, utf8_fold(&scratch, word)), to, &ascii);
		arena_free(&scratch);
	}
	if (s.n >= 5 && str_ends(s, STR("ah")))
		s.n--;
	for (size_t i = 0; s.n <= 3 && i < sizeof same_words / sizeof *same_words; i++)
		if (str_is(s, same_words[i].text))
			return str_of(same_words[i].same);
	return s;
}

uint64_t gazetteer_word(struct str word)
{
	char room[WORD_BYTES];
	struct str s = filed(word, room);

	return s.n ? hash64(s) : 0;
}

/* Are the first n of eight bytes, what follows them being 0, letters from a to z and none twice in a row? */
static bool are_single_letters(uint64_t eight, size_t n)
{
	uint64_t tops = PLAIN_TOPS >> 8 * (8 - n), change = eight ^ eight >> 8;
	uint64_t letters = (eight + PLAIN_ONES * (0x80 - 'a')) & ~(eight + PLAIN_ONES * (0x7f - 'z')) & ~eight;

	return (letters & tops) == tops && !((change - PLAIN_ONES) & ~change & tops);
}

/* Three letters at most, and surely none of same_words. */
static bool is_filed_short(struct str lower)
{
	char last = 0;

	if (!lower.n || lower.at[0] == 's' || lower.at[0] == 'm' || lower.at[0] == 'f')
		return false;
	for (size_t i = 0; i < lower.n; last = lower.at[i++])
		if (!ascii_is_lower((unsigned char)lower.at[i]) || lower.at[i] == last)
			return false;
	return true;
}

/* Is the word surely filed as it is: letters of ASCII alone, none twice in a row, and nothing that is spelled
 * otherwise? Of words that are longer than two halves that share a letter it is not told. */
static bool is_filed(struct str lower)
{
	enum { SHORT = 3, WHOLE = 8, TWO = 15 };

	if (lower.n <= SHORT)
		return is_filed_short(lower);
	if (lower.n > TWO || lower.at[lower.n - 1] == 'h')
		return false;
	if (lower.n <= WHOLE)
		return are_single_letters(plain_load_short(lower.at, lower.n), lower.n);
	return are_single_letters(plain_load(lower.at), WHOLE) &&
	       are_single_letters(plain_load(lower.at + lower.n - WHOLE), WHOLE);
}

uint64_t gazetteer_lower(struct str word, struct str lower, uint64_t hash)
{
	return is_filed(lower) ? hash : gazetteer_word(word);
}

/* "U.S." gives "^us" in to[]; empty when it is no word in capitals. */
static struct str abbreviated(struct str word, char to[ABBREVIATION_LETTERS + 1])
{
	size_t n = 1;

	to[0] = '^';
	for (size_t i = 0; i < word.n; i++) {
		if (word.at[i] == '.' && i)
			continue;
		if (!ascii_is_upper((unsigned char)word.at[i]) || n > ABBREVIATION_LETTERS)
			return STR("");
		to[n++] = ascii_to_lower(word.at[i]);
	}
	return n > 2 ? (struct str){to, n} : STR("");
}

uint64_t gazetteer_abbreviation(struct str word)
{
	char room[ABBREVIATION_LETTERS + 1];
	struct str s = abbreviated(word, room);

	return s.n ? hash64(s) : 0;
}

bool gazetteer_is_article(struct str word)
{
	if (word.n < 2 || word.n > 3)
		return false;
	for (size_t i = 0; i < word.n; i++)
		if (!ascii_is_alpha((unsigned char)word.at[i]))
			return false;
	uint32_t letters = LETTERS(word.at[0] | 32, word.at[1] | 32, word.n == 3 ? word.at[2] | 32 : 0);

	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (articles[i] == letters)
			return true;
	return false;
}

static bool is_silent(const struct tokens *tokens, size_t i)
{
	struct str word = tokens->at[i].text;
	bool hyphen = i + 1 < tokens->n && str_eq(tokens->at[i + 1].text, STR("-"));

	return i + 1 < tokens->n && gazetteer_is_article(word) && (hyphen || str_eq_fold(word, STR("al")));
}

struct str gazetteer_key(struct arena *arena, struct str name)
{
	struct buf key = {.arena = arena};
	struct tokens tokens = {0};
	char room[WORD_BYTES];
	struct str abbreviation = abbreviated(name, room);

	if (abbreviation.n)
		return str_dup(arena, abbreviation);
	tokens_cut(name, 0, name.n, arena, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		struct str word = is_silent(&tokens, i) ? STR("") : filed(tokens.at[i].text, room);

		if (word.n && key.n)
			buf_add_char(&key, ' ');
		buf_add(&key, word);
	}
	return buf_str(&key);
}
