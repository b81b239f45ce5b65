#include "numbers.h"

enum connector { CONNECT_NONE, CONNECT_TO, CONNECT_DASH, CONNECT_OR, CONNECT_AND };

static const struct {
	const char *word;
	enum connector is;
} connectors[] = {{"to", CONNECT_TO},	 {"through", CONNECT_TO}, {"thru", CONNECT_TO}, {"till", CONNECT_TO},
		  {"until", CONNECT_TO}, {"or", CONNECT_OR},	  {"and", CONNECT_AND}, {"&", CONNECT_AND}};

static enum connector connector_at(const struct number_scan *s, uint32_t i)
{
	if (i >= s->end)
		return CONNECT_NONE;
	if (figure_is_dash(s->r, i))
		return CONNECT_DASH;
	for (size_t k = 0; k < sizeof connectors / sizeof *connectors; k++)
		if (figure_token_is(s->r, i, connectors[k].word))
			return connectors[k].is;
	return CONNECT_NONE;
}

/* Words that soften the second end: "to about 7", "and almost 90". Tokens. */
static uint32_t softener(const struct number_scan *s, uint32_t i)
{
	const struct hit *hit = i < s->end ? reading_hit(s->r, i, LEXICON_QUALIFIERS) : NULL;

	return hit && s->r->tokens.at[i].kind == TOKEN_WORD ? hit->n : 0;
}

static bool opens(const struct number_scan *s, const struct hit *hit)
{
	int64_t row;

	for (size_t k = 0; (row = figure_row(s->r, hit, LEXICON_QUALIFIERS, k)) >= 0; k++)
		if (str_eq(lexicon_cell(s->r->know->lex, LEXICON_QUALIFIERS, (uint32_t)row, QUALIFIERS_PLACE),
			   STR("open")))
			return true;
	return false;
}

struct range_opener range_opener_before(const struct number_scan *s, uint32_t token)
{
	struct range_opener none = {0, false};

	for (uint32_t at = token, skipped = 0; skipped < 2; skipped++) {
		const struct hit *hit = figure_hit_before(s->r, s->start, at, LEXICON_QUALIFIERS);

		if (!hit)
			return none;
		if (opens(s, hit)) {
			struct str last = s->r->tokens.at[at - 1].lower;

			return (struct range_opener){token - hit->first, str_eq(last, STR("between"))};
		}
		at = hit->first;
	}
	return none;
}

/* A verb or noun of change shortly before the token: "rose from", "was revised from", "up from". */
static bool change_before(const struct number_scan *s, uint32_t token)
{
	uint32_t from = token > s->start + 14 ? token - 14 : s->start;

	for (uint32_t i = token; i-- > from;)
		if (figure_word(s->r, i, FUNCTION_CHANGE_UP) || figure_word(s->r, i, FUNCTION_CHANGE_DOWN))
			return true;
	return false;
}

/* "rose | from an earlier toll of | 68 to 80": two numbers of two times. The token of "from"; 0: none. */
static uint32_t from_toll(const struct number_scan *s, uint32_t token)
{
	enum { REACH = 6 }; /* [tokens] "from the earlier official death toll of" */
	static const struct str nouns[] = {STR_WORD("toll"),	STR_WORD("total"), STR_WORD("figure"),
					   STR_WORD("count"),	STR_WORD("tally"), STR_WORD("number"),
					   STR_WORD("estimate")};

	if (token < s->start + 4 || !figure_token_is(s->r, token - 1, "of") ||
	    !figure_token_is_one_of(s->r, token - 2, nouns, sizeof nouns / sizeof *nouns))
		return 0;
	for (uint32_t i = token - 2; i-- > s->start && token - i <= REACH;)
		if (figure_token_is(s->r, i, "from"))
			return i;
	return 0;
}

static bool is_year(const struct amount *a)
{
	return a->numeral.bare && a->numeral.whole == 4 && a->value.digits >= 1500 && a->value.digits <= 2100;
}

/* "$10 to $15 billion", "4 to 5 thousand": the magnitude is told at the second end. */
static void share_factor(struct amount *a, const struct amount *b)
{
	struct decimal one = decimal_of(1), shared;

	if (decimal_cmp(a->numeral.factor, one) != 0 || decimal_cmp(b->numeral.factor, one) <= 0 ||
	    decimal_cmp(a->value, decimal_of(1000)) >= 0)
		return;
	shared = decimal_mul(a->value, b->numeral.factor);
	if (shared.known && decimal_cmp(shared, b->value) <= 0)
		a->value = shared;
}

/* Both ends have one unit, told at either; false when they cannot. */
static bool share_unit(struct amount *a, struct amount *b)
{
	if (a->unit.n && b->unit.n) /* not "rose 0.3 percentage points to 4.5%", "two weeks to three months" */
		return str_eq(a->unit, b->unit) || (str_starts(b->unit, a->unit) && a->kind != AMOUNT_PERCENT) ||
		       (a->kind == b->kind && a->kind == AMOUNT_MONEY);
	if (b->unit.n && b->kind != AMOUNT_SHARE) {
		a->unit = b->unit;
		a->kind = b->kind;
		a->quantity = b->quantity;
		return true;
	}
	if (a->unit.n && a->kind == AMOUNT_MONEY) {
		b->unit = a->unit;
		b->kind = a->kind;
		b->quantity = a->quantity;
		return true;
	}
	return !a->unit.n && !b->unit.n;
}

static bool plain(const struct amount *a)
{
	return a->numeral.form <= NUMERAL_FRACTION;
}

/* The dash of a score, a season, a phone number: "2-0", "2012-13", "555-0199". */
static bool dash_fails(const struct number_scan *s, const struct amount *a, const struct amount *b)
{
	uint32_t behind = b->first + b->n, word = a->first > s->start + 3 ? a->first - 3 : s->start;

	if ((is_year(a) && b->numeral.bare && b->numeral.whole <= 4) || b->numeral.padded)
		return true;
	if (behind + 1 < s->end && figure_is_dash(s->r, behind) && s->r->tokens.at[behind + 1].kind == TOKEN_NUMBER)
		return true;
	for (; word < a->first; word++)
		if (!a->unit.n && !b->unit.n && figure_word(s->r, word, FUNCTION_SCORE))
			return true;
	return decimal_cmp(a->value, b->value) >= 0;
}

static bool or_fits(const struct amount *a, const struct amount *b)
{
	return decimal_is_whole(a->value) && decimal_is_whole(b->value) && decimal_cmp(a->value, b->value) < 0 &&
	       decimal_cmp(b->value, decimal_mul(a->value, decimal_of(2))) <= 0;
}

/* The tokens between a and the second end: 0 when none is there. */
static uint32_t gap_of(const struct number_scan *s, const struct amount *a, enum connector *by)
{
	uint32_t i = a->first + a->n;

	if (connector_at(s, i) == CONNECT_DASH && connector_at(s, i + 1) == CONNECT_TO)
		i++; /* "8- to 16-metre" */
	*by = connector_at(s, i);
	if (*by == CONNECT_NONE)
		return 0;
	i++;
	if (i < s->end && figure_is_dash(s->r, i))
		i++; /* "200,000 to-260,000", "2 - ~7" */
	if (i < s->end && figure_token_is(s->r, i, "from") && *by == CONNECT_TO)
		return 0;
	return i + softener(s, i) - (a->first + a->n);
}

enum range_kind range_behind(const struct number_scan *s, struct amount *a, struct range_opener opener,
			     struct amount *b)
{
	enum connector by;
	uint32_t gap = gap_of(s, a, &by), k = a->first + a->n + gap;

	if (!gap || k >= s->end || !plain(a) || !amount_at(s->r, k, s->end, b) || !plain(b))
		return RANGE_NONE;
	if (by == CONNECT_DASH && !(s->r->tokens.at[k].flags & TOKEN_DIGIT) && a->numeral.form == NUMERAL_SPELLED &&
	    b->numeral.form == NUMERAL_FRACTION)
		return RANGE_NONE;
	if (by == CONNECT_DASH && a->numeral.form == NUMERAL_DIGITS && b->numeral.form == NUMERAL_SPELLED)
		return RANGE_NONE; /* "UPDATE 2-Six killed" */
	struct amount was = *a;

	share_factor(a, b);
	if (!share_unit(a, b)) {
		*a = was;
		return RANGE_NONE;
	}
	int order = decimal_cmp(a->value, b->value);
	uint32_t from = by == CONNECT_TO && !opener.n ? from_toll(s, a->first) : 0;
	bool change = opener.n && !opener.between && by == CONNECT_TO && change_before(s, a->first - opener.n);

	change = change || (from && change_before(s, from));
	bool joined = (by == CONNECT_AND && opener.n && order <= 0) || (by == CONNECT_OR && or_fits(a, b)) ||
		      (by == CONNECT_TO && order < 0) || (by == CONNECT_DASH && !dash_fails(s, a, b));

	if (by == CONNECT_TO && !opener.n && a->first > s->start && figure_token_is(s->r, a->first - 1, "by"))
		joined = false; /* "rose by 5 to 12": a step and where it led */
	if (change || (by == CONNECT_TO && opener.n && !opener.between && order > 0))
		return RANGE_CHANGE;
	if (joined && s->dated[b->numeral.first] && b->kind == AMOUNT_COUNT)
		joined = false;
	if (joined)
		return RANGE_JOINED;
	*a = was;
	return by == CONNECT_DASH && !a->unit.n && !b->unit.n && a->numeral.form == NUMERAL_DIGITS &&
			       b->numeral.form == NUMERAL_DIGITS
		       ? RANGE_SCORE
		       : RANGE_NONE;
}
