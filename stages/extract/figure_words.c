#include "figure_words.h"

#include "base/hash.h"

enum { LONGEST_PHRASE = 6 }; /* [tokens] */

static const char *const kinds[] = {"",
#define X(name, text) text,
				    NUMBER_WORD_LIST(X)
#undef X
};

static enum number_word_kind kind_of(struct str text)
{
	for (size_t k = 1; k < sizeof kinds / sizeof *kinds; k++)
		if (str_is(text, kinds[k]))
			return (enum number_word_kind)k;
	return NUMBER_WORD_NONE;
}

int64_t figure_row(const struct reading *r, const struct hit *hit, enum lexicon_table table, size_t index)
{
	const struct lexicon_entry *entries = hit_entries(r, hit);

	for (size_t e = 0; e < hit->entries; e++)
		if (entries[e].table == table && index-- == 0)
			return entries[e].row;
	return -1;
}

bool figure_entry(const struct reading *r, struct str letters, struct hit *out)
{
	char lower[16];

	if (letters.n == 0 || letters.n > sizeof lower)
		return false;
	for (size_t i = 0; i < letters.n; i++)
		lower[i] = ascii_to_lower(letters.at[i]);
	const struct lexicon_node *node = lexicon_step(r->know->lex, NULL, hash64((struct str){lower, letters.n}));

	if (node)
		*out = hit_of(node, 0, 1);
	return node;
}

struct decimal figure_cell_number(const struct reading *r, enum lexicon_table table, int64_t row, uint32_t column)
{
	struct decimal d = DECIMAL_NULL;

	decimal_parse(lexicon_cell(r->know->lex, table, (uint32_t)row, column), &d, NULL);
	return d;
}

const struct number_word *number_rows_read(const struct lexicon *lex, struct arena *arena)
{
	uint32_t n = lexicon_rows(lex, LEXICON_NUMBERS);
	struct number_word *rows = ARENA_ARRAY(arena, struct number_word, n + 1);

	for (uint32_t row = 0; row < n; row++) {
		rows[row].kind = (uint8_t)kind_of(lexicon_cell(lex, LEXICON_NUMBERS, row, NUMBERS_KIND));
		rows[row].value = DECIMAL_NULL;
		decimal_parse(lexicon_cell(lex, LEXICON_NUMBERS, row, NUMBERS_VALUE), &rows[row].value, NULL);
	}
	return rows;
}

const struct subject_row *subject_rows_read(const struct lexicon *lex, struct arena *arena)
{
	enum { SUBJECT = 1, PARENT, KIND };
	uint32_t n = lexicon_rows(lex, LEXICON_SUBJECTS);
	struct subject_row *rows = ARENA_ARRAY(arena, struct subject_row, n + 1);

	for (uint32_t row = 0; row < n; row++)
		rows[row] = (struct subject_row){.subject = lexicon_cell(lex, LEXICON_SUBJECTS, row, SUBJECT),
						 .parent = lexicon_cell(lex, LEXICON_SUBJECTS, row, PARENT),
						 .kind = lexicon_cell(lex, LEXICON_SUBJECTS, row, KIND)};
	return rows;
}

static struct number_word word_of(const struct reading *r, const struct hit *hit, bool suffix)
{
	int64_t row;

	for (size_t k = 0; (row = figure_row(r, hit, LEXICON_NUMBERS, k)) >= 0; k++)
		if ((r->know->number_rows[row].kind == NUMBER_WORD_SUFFIX) == suffix)
			return r->know->number_rows[row];
	return (struct number_word){0};
}

/* Words of grammar that numbers are spelled with; they stand in function_words.csv because they stand everywhere. */
enum { GRAMMAR_FIRST = FUNCTION_ARTICLE, GRAMMAR_END = FUNCTION_NONE + 1 };
static const struct {
	enum number_word_kind is;
	int64_t value;
} grammar_words[] = {[FUNCTION_ARTICLE - GRAMMAR_FIRST] = {NUMBER_WORD_ARTICLE, 1},
		     [FUNCTION_AND - GRAMMAR_FIRST] = {NUMBER_WORD_AND, 0},
		     [FUNCTION_POINT - GRAMMAR_FIRST] = {NUMBER_WORD_POINT, 0},
		     [FUNCTION_NOBODY - GRAMMAR_FIRST] = {NUMBER_WORD_NOBODY, 0},
		     [FUNCTION_NONE - GRAMMAR_FIRST] = {NUMBER_WORD_NO, 0}};
static_assert(sizeof grammar_words / sizeof *grammar_words == GRAMMAR_END - GRAMMAR_FIRST, "they stand together");

/* Of the words that begin at the token the first in the list, and of those the longest. */
static struct number_word grammar_word_at(const struct reading *r, uint32_t token)
{
	static const uint64_t grammar = (UINT64_C(1) << GRAMMAR_END) - (UINT64_C(1) << GRAMMAR_FIRST);
	uint8_t best = GRAMMAR_END, n = 0;

	if (!(r->functions[token] & grammar))
		return (struct number_word){0};
	for (uint32_t h = r->first_hit[token]; h < r->first_hit[token + 1]; h++) {
		const struct hit *hit = &r->hits.at[h];
		int64_t row;

		for (size_t k = 0; (row = figure_row(r, hit, LEXICON_FUNCTION_WORDS, k)) >= 0; k++) {
			uint8_t kind = r->know->functions[row];

			if (kind >= GRAMMAR_FIRST && kind < best) {
				best = kind;
				n = (uint8_t)hit->n;
			}
		}
	}
	return (struct number_word){(uint8_t)grammar_words[best - GRAMMAR_FIRST].is, n,
				    decimal_of(grammar_words[best - GRAMMAR_FIRST].value)};
}

struct number_word number_word_at(const struct reading *r, uint32_t token)
{
	const struct hit *hit = token < r->tokens.n ? reading_hit(r, token, LEXICON_NUMBERS) : NULL;
	struct number_word w = {0};

	if (token >= r->tokens.n)
		return w;
	if (!hit)
		return grammar_word_at(r, token);
	w = word_of(r, hit, false);
	w.n = (uint8_t)hit->n;
	return w;
}

struct decimal number_suffix(const struct reading *r, struct str letters)
{
	struct hit entry;

	return figure_entry(r, letters, &entry) && entry.tables & 1u << LEXICON_NUMBERS ? word_of(r, &entry, true).value
											: DECIMAL_NULL;
}

/* From where a phrase may begin that ends right before `end`. */
static uint32_t phrase_first(uint32_t from, uint32_t end)
{
	return end > from + LONGEST_PHRASE ? end - LONGEST_PHRASE : from;
}

const struct hit *figure_hit_before(const struct reading *r, uint32_t from, uint32_t end, enum lexicon_table table)
{
	for (uint32_t i = phrase_first(from, end); i < end; i++) {
		if (!reading_begins(r, i, table))
			continue;
		for (uint32_t h = r->first_hit[i]; h < r->first_hit[i + 1]; h++)
			if (r->hits.at[h].n == end - i && r->hits.at[h].tables & 1u << table)
				return &r->hits.at[h];
	}
	return NULL;
}

static bool is_kind(const struct reading *r, const struct hit *hit, enum function_kind kind)
{
	const struct lexicon_entry *entries = hit_entries(r, hit);

	for (size_t e = 0; e < hit->entries; e++)
		if (entries[e].table == LEXICON_FUNCTION_WORDS && r->know->functions[entries[e].row] == kind)
			return true;
	return false;
}

uint32_t figure_word_length(const struct reading *r, uint32_t token, enum function_kind kind)
{
	for (uint32_t h = r->first_hit[token]; h < r->first_hit[token + 1]; h++)
		if (is_kind(r, &r->hits.at[h], kind))
			return r->hits.at[h].n;
	return 0;
}

uint32_t figure_word_before(const struct reading *r, uint32_t from, uint32_t end, enum function_kind kind)
{
	for (uint32_t i = phrase_first(from, end); i < end; i++) {
		if (!(r->functions[i] & function_bit(kind)))
			continue;
		for (uint32_t h = r->first_hit[i]; h < r->first_hit[i + 1]; h++)
			if (r->hits.at[h].n == end - i && is_kind(r, &r->hits.at[h], kind))
				return r->hits.at[h].n;
	}
	return 0;
}

bool figure_is_year(const struct reading *r, uint32_t token)
{
	struct str text = token < r->tokens.n ? r->tokens.at[token].text : STR_NULL;
	bool digits = text.n == 4;

	for (size_t i = 0; i < text.n; i++)
		digits &= ascii_is_digit((unsigned char)text.at[i]);
	return digits && (str_starts(text, STR("19")) || str_starts(text, STR("20")));
}

bool figure_mark_is_dash(struct str mark)
{
	static const char *const dashes[] = {"-", "–", "—", "‐", "‑", "‒", "−", "--", "~", "〜"};

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (str_is(mark, dashes[i]))
			return true;
	return false;
}
