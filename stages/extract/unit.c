#include "amount.h"

static const struct {
	const char *kind;
	enum amount_kind is;
} kinds[] = {{"percent", AMOUNT_PERCENT}, {"time", AMOUNT_TIME}, {"age", AMOUNT_AGE}};

static enum amount_kind kind_of(struct str kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(kind, kinds[i].kind))
			return kinds[i].is;
	return AMOUNT_MEASURED;
}

/* Does the text have the exact spelling that the row asks for? */
static bool written_so(struct str want, struct str text)
{
	return str_is_empty(want) || str_eq(want, text);
}

/* The first row of UNITS at the hit of one of the two forms with that spelling; exact spellings first. */
static struct unit unit_row(const struct reading *r, const struct hit *hit, struct str text, bool glued)
{
	struct unit any = {0};
	int64_t row;

	for (size_t k = 0; (row = figure_row(r, hit, LEXICON_UNITS, k)) >= 0; k++) {
		struct str written = lexicon_cell(r->know->lex, LEXICON_UNITS, (uint32_t)row, UNITS_WRITTEN);
		struct str form = lexicon_cell(r->know->lex, LEXICON_UNITS, (uint32_t)row, UNITS_FORM);

		if (str_eq(form, STR("glued")) != glued || !written_so(written, text))
			continue;
		any.name = lexicon_cell(r->know->lex, LEXICON_UNITS, (uint32_t)row, UNITS_UNIT);
		any.quantity = lexicon_cell(r->know->lex, LEXICON_UNITS, (uint32_t)row, UNITS_KIND);
		any.kind = (uint8_t)kind_of(lexicon_cell(r->know->lex, LEXICON_UNITS, (uint32_t)row, UNITS_KIND));
		any.n = 1;
		if (written.n)
			break;
	}
	return any;
}

static struct unit currency_row(const struct reading *r, const struct hit *hit, struct str text, const char *place)
{
	struct unit out = {0};
	int64_t row;

	for (size_t k = 0; !out.n && (row = figure_row(r, hit, LEXICON_CURRENCIES, k)) >= 0; k++) {
		struct str at = lexicon_cell(r->know->lex, LEXICON_CURRENCIES, (uint32_t)row, CURRENCIES_PLACE);

		if ((!str_is(at, place) && !str_eq(at, STR("both"))) ||
		    !written_so(lexicon_cell(r->know->lex, LEXICON_CURRENCIES, (uint32_t)row, CURRENCIES_WRITTEN),
				text))
			continue;
		out.name = lexicon_cell(r->know->lex, LEXICON_CURRENCIES, (uint32_t)row, CURRENCIES_CURRENCY);
		out.kind = AMOUNT_MONEY;
		out.quantity = STR("money");
		out.n = 1;
	}
	return out;
}

struct unit unit_currency_before(const struct reading *r, uint32_t token)
{
	struct unit out = {0};

	for (uint32_t h = r->first_hit[token]; !out.n && h < r->first_hit[token + 1]; h++) {
		const struct hit *hit = &r->hits.at[h];

		if (!(hit->tables & 1u << LEXICON_CURRENCIES) ||
		    (hit->n == 1 && r->tokens.at[token].text.n == 1 && r->tokens.at[token].kind == TOKEN_WORD))
			continue; /* a letter alone is a currency only where it sticks to the digits: "R18" */
		out = currency_row(r, hit, reading_text(r, token, hit->n), "before");
		out.n = out.n ? hit->n : 0;
	}
	return out;
}

struct unit unit_currency_glued(const struct reading *r, struct str letters)
{
	struct unit none = {0};
	struct hit entry;

	return figure_entry(r, letters, &entry) ? currency_row(r, &entry, letters, "before") : none;
}

struct unit unit_glued(const struct reading *r, struct str letters)
{
	struct unit out = {0};
	struct hit entry;

	if (str_eq(letters, STR("%")))
		return (struct unit){STR("percent"), STR("percent"), AMOUNT_PERCENT, 1};
	if (!figure_entry(r, letters, &entry))
		return out;
	out = unit_row(r, &entry, letters, true);
	return out.n ? out : currency_row(r, &entry, letters, "after");
}

/* Symbols that are words as well stand for a unit only where no word goes on: "2 in.", "5 a" never. */
static bool is_word_too(const struct reading *r, const struct hit *hit, uint32_t token)
{
	static const char *const words[] = {"in", "h",	"t",   "c", "p",  "l",	"g",
					    "gr", "gs", "won", "b", "am", "\"", "''"};
	uint32_t behind = token + hit->n;

	if (hit->n != 1)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (figure_token_is(r, token, words[i]))
			return behind < r->tokens.n && r->tokens.at[behind].kind != TOKEN_MARK &&
			       !figure_token_is(r, behind, "of") && !figure_token_is(r, behind, "at") &&
			       !figure_token_is(r, behind, "and") && !figure_token_is(r, behind, "to") &&
			       !(i > 11 && !(r->tokens.at[token].flags & TOKEN_SPACE));
	return false;
}

/* Does a quotation of the sentence stand open before the token? Marks that open one have a space before them, or begin
 * the sentence. */
static bool is_open_before(const struct reading *r, uint32_t token)
{
	enum { REACH = 40 }; /* [tokens] */
	uint32_t first = r->sentences.at[r->sentence_of[token]].first;
	uint32_t from = token > first + REACH ? token - REACH : first;
	bool curly = str_is(r->tokens.at[token].text, "\xe2\x80\x9d");

	for (uint32_t i = token; i-- > from;) {
		struct str text = r->tokens.at[i].text;

		if (curly ? str_is(text, "\xe2\x80\x9c") : str_is(text, "\"") || str_is(text, "''"))
			return curly || i == first || r->tokens.at[i].flags & TOKEN_SPACE;
		if (curly && str_is(text, "\xe2\x80\x9d"))
			return false;
	}
	return false;
}

/* `"tens, perhaps hundreds"`, `"at least 3,000" people`: behind a word, or within a quotation, it closes one. */
static bool closes_quotation(const struct reading *r, uint32_t token)
{
	static const struct str marks[] = {STR_WORD("\""), STR_WORD("''"), STR_WORD("\xe2\x80\x9d"),
					   STR_WORD("\xe2\x80\xb3")};

	if (token == 0 || !str_is_one_of(r->tokens.at[token].text, marks, sizeof marks / sizeof *marks))
		return false;
	return (r->tokens.at[token - 1].kind == TOKEN_WORD && !(r->tokens.at[token - 1].flags & TOKEN_DIGIT)) ||
	       is_open_before(r, token);
}

static struct unit unit_at(const struct reading *r, uint32_t token, uint32_t end)
{
	struct unit out = {0};

	if (closes_quotation(r, token))
		return out;

	for (uint32_t h = r->first_hit[token]; !out.n && h < r->first_hit[token + 1]; h++) {
		const struct hit *hit = &r->hits.at[h];
		struct str text = reading_text(r, token, hit->n);
		struct unit money = {0};

		if (token + hit->n > end || !(hit->tables & (1u << LEXICON_UNITS | 1u << LEXICON_CURRENCIES)) ||
		    is_word_too(r, hit, token))
			continue;
		out = unit_row(r, hit, text, false);
		money = currency_row(r, hit, text, "after");
		if (!out.n)
			out = money;
		out.n = out.n ? hit->n : 0;
	}
	return out;
}

struct unit unit_after(const struct reading *r, uint32_t token, uint32_t end)
{
	struct unit out = {0};

	if (token >= end)
		return out;
	out = unit_at(r, token, end);
	if (!out.n && token + 1 < end && figure_is_dash(r, token) && !(r->tokens.at[token + 1].flags & TOKEN_BREAK)) {
		out = unit_at(r, token + 1, end);
		out.n += out.n ? 1 : 0;
	}
	if (!out.n && token + 2 < end && figure_token_is(r, token, "(") && figure_token_is(r, token + 2, ")")) {
		out = unit_at(r, token + 1, end); /* "20 (kg)" */
		out.n = out.n == 1 ? 3 : 0;
	}
	return out;
}

/* "$2 billion | a year earlier", "300 | a week ago": when it was, and not how often. */
static bool is_away(const struct reading *r, uint32_t token)
{
	static const struct str words[] = {STR_WORD("earlier"), STR_WORD("ago"),	STR_WORD("later"),
					   STR_WORD("before"),	STR_WORD("previously"), STR_WORD("after")};

	return figure_token_is_one_of(r, token, words, sizeof words / sizeof *words);
}

/* "$1.56 a share", "$40 a person": for whom or what so much is paid. */
static bool is_payee(const struct reading *r, uint32_t token)
{
	static const struct str words[] = {STR_WORD("share"),	  STR_WORD("person"), STR_WORD("head"),
					   STR_WORD("household"), STR_WORD("family"), STR_WORD("student"),
					   STR_WORD("passenger")};

	return figure_token_is_one_of(r, token, words, sizeof words / sizeof *words);
}

struct unit unit_per(const struct reading *r, uint32_t token, uint32_t end)
{
	static const char *const pers[] = {"per", "a", "an", "every", "each", "/", "-a-"};
	uint32_t i = token < end && figure_is_dash(r, token) ? token + 1 : token;
	struct unit out = {0};
	size_t k = 0;

	while (k < sizeof pers / sizeof *pers && !figure_token_is(r, i, pers[k]))
		k++;
	if (k == sizeof pers / sizeof *pers || i + 1 >= end)
		return out;
	uint32_t next = figure_is_dash(r, i + 1) && i + 2 < end ? i + 2 : i + 1;

	out = unit_at(r, next, end);
	if (!out.n && (k == 0 || is_payee(r, next)) && r->tokens.at[next].kind == TOKEN_WORD)
		out = (struct unit){r->tokens.at[next].lower, STR_NULL, AMOUNT_MEASURED, 1};
	if (!out.n || out.kind == AMOUNT_MONEY || out.kind == AMOUNT_PERCENT || is_away(r, next + out.n))
		return (struct unit){0};
	out.n += next - token;
	return out;
}
