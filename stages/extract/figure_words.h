/* figure_words - what the lexicon says of the words around a number. Columns are the
 * declared ones of records/lexicon_tables.c, whose order the compiler keeps. */
#ifndef RECOUNT_FIGURE_WORDS_H
#define RECOUNT_FIGURE_WORDS_H

#include "reading.h"
#include "values/decimal.h"

enum { NUMBERS_KIND = 1, NUMBERS_VALUE };
enum { VAGUE_LOW = 1, VAGUE_HIGH };
enum { QUALIFIERS_QUALIFIER = 1, QUALIFIERS_PLACE };
enum { UNITS_UNIT = 1, UNITS_KIND, UNITS_WRITTEN, UNITS_FORM };
enum { CURRENCIES_CURRENCY = 1, CURRENCIES_PLACE, CURRENCIES_WRITTEN };

/* What a word does in a spelled number; the names are those of numbers.csv. */
#define NUMBER_WORD_LIST(X)                                                                                            \
	X(DIGIT, "digit")                                                                                              \
	X(TEEN, "teen")                                                                                                \
	X(TEN, "ten")                                                                                                  \
	X(HUNDRED, "hundred")                                                                                          \
	X(MAGNITUDE, "magnitude")                                                                                      \
	X(SUFFIX, "suffix")                                                                                            \
	X(DOZEN, "dozen")                                                                                              \
	X(FRACTION, "fraction")                                                                                        \
	X(FRACTIONS, "fractions")                                                                                      \
	X(ARTICLE, "article")                                                                                          \
	X(AND, "and")                                                                                                  \
	X(POINT, "point")                                                                                              \
	X(MINUS, "minus")                                                                                              \
	X(ZERO, "zero")                                                                                                \
	X(NO, "none") X(NOBODY, "nobody") X(BOTH, "both") X(PAIR, "pair") X(GROUP, "group") X(MULTIPLE, "multiple")

enum number_word_kind {
	NUMBER_WORD_NONE,
#define X(name, text) NUMBER_WORD_##name,
	NUMBER_WORD_LIST(X)
#undef X
};

struct number_word {
	uint8_t kind; /* enum number_word_kind */
	uint8_t n;    /* tokens */
	struct decimal value;
};

/* What each row of numbers.csv is, without its tokens; in the arena. */
const struct number_word *number_rows_read(const struct lexicon *lex, struct arena *arena);
/* A row of subjects.csv: what is counted, the class that it is part of, what kind it is of (person, thing, group,
 * share).
 */
struct subject_row {
	struct str subject, parent, kind;
};
const struct subject_row *subject_rows_read(const struct lexicon *lex, struct arena *arena);
/* The hit's first row of the subjects, which it has. */
static inline const struct subject_row *subject_of_hit(const struct reading *r, const struct hit *hit)
{
	return &r->know->subjects[hit_row(r, hit, LEXICON_SUBJECTS)];
}

/* The number word at the token (never a SUFFIX); kind NONE when there is none, also behind the reading's end. */
struct number_word number_word_at(const struct reading *r, uint32_t token);
/* The value of a magnitude written on to digits ("bn"); null when it is none. */
struct decimal number_suffix(const struct reading *r, struct str letters);

/* The longest phrase of `table` that begins at or after `from` and ends right before `end`. */
const struct hit *figure_hit_before(const struct reading *r, uint32_t from, uint32_t end, enum lexicon_table table);

/* Row of entry `index` of the hit (of 0..n-1 in that table), -1 behind the last. */
int64_t figure_row(const struct reading *r, const struct hit *hit, enum lexicon_table table, size_t index);
/* What the lexicon has for letters that are no token of their own, the "km" of "5km", as a hit. False: nothing. */
bool figure_entry(const struct reading *r, struct str letters, struct hit *out);

/* As figure_word, where one may. */
uint32_t figure_word_length(const struct reading *r, uint32_t token, enum function_kind kind);
/* Does a function word of that kind begin at the token? How many tokens it has, 0 for none. */
static inline uint32_t figure_word(const struct reading *r, uint32_t token, enum function_kind kind)
{
	if (token >= r->tokens.n || !(r->functions[token] & function_bit(kind)))
		return 0;
	return figure_word_length(r, token, kind);
}
/* … end right before `end`? */
uint32_t figure_word_before(const struct reading *r, uint32_t from, uint32_t end, enum function_kind kind);

/* Is the token's lower-case text this? False outside [0, tokens). */
static inline bool figure_token_is(const struct reading *r, uint32_t token, const char *lower)
{
	return token < r->tokens.n && str_is(r->tokens.at[token].lower, lower);
}
/* Is it one of the n words (in small letters)? */
static inline bool figure_token_is_one_of(const struct reading *r, uint32_t token, const struct str *words, size_t n)
{
	return token < r->tokens.n && str_is_one_of(r->tokens.at[token].lower, words, n);
}
bool figure_mark_is_dash(struct str mark);
/* One of the hyphens and dashes that join words and ranges. */
static inline bool figure_is_dash(const struct reading *r, uint32_t token)
{
	return token < r->tokens.n && r->tokens.at[token].kind == TOKEN_MARK &&
	       figure_mark_is_dash(r->tokens.at[token].text);
}
/* Four digits of 1900 to 2099: "1990". */
bool figure_is_year(const struct reading *r, uint32_t token);
/* Numbers of a cell; the lexicon's compiler has checked it. */
struct decimal figure_cell_number(const struct reading *r, enum lexicon_table table, int64_t row, uint32_t column);

/* One past the last token of the sentence that holds the token. */
static inline uint32_t figure_sentence_end(const struct reading *r, uint32_t token)
{
	struct sentence s = r->sentences.at[r->sentence_of[token]];

	return s.first + s.n;
}

#endif
