#include "amount.h"

#include "digits.h"

/* Take letters behind the digits as a magnitude. */
static void take_factor(struct numeral *n)
{
	n->value = decimal_mul(n->value, n->after_factor);
	n->factor = n->after_factor;
	n->after = STR_NULL;
	n->after_factor = DECIMAL_NULL;
}

/* "3m", "2t", "5g": where no currency says so, a magnitude only before what can be counted in such numbers. */
static bool is_magnitude(const struct reading *r, const struct numeral *n, uint32_t behind, uint32_t end)
{
	char c = n->after.at[0];

	if (n->after.n > 1 || c == 'k' || c == 'K' || c == 'b' || c == 'B' || c == 'M' || c == 'T')
		return true;
	if (c != 'm' || behind >= end || r->tokens.at[behind].kind != TOKEN_WORD)
		return false;
	return !figure_word(r, behind, FUNCTION_DIMENSION) &&
	       (tag_is_noun((enum tag)r->tokens.at[behind].tag) ||
		tag_is_adjective((enum tag)r->tokens.at[behind].tag) || unit_after(r, behind, end).n);
}

/* Letters glued behind the digits: magnitude, unit, or the number is a name ("12A"). */
static bool read_letters(const struct reading *r, uint32_t end, bool money, struct amount *out)
{
	struct numeral *n = &out->numeral;
	struct unit unit;

	if (!n->after.n)
		return true;
	unit = unit_glued(r, n->after);
	if (money && str_eq(n->after, STR("MM")))
		n->after_factor = decimal_of(1000000); /* "US$ 1MM" of bankers */
	if (n->after_factor.known && (money || !unit.n || is_magnitude(r, n, n->first + n->n, end))) {
		take_factor(n);
		return true;
	}
	if (!unit.n || money)
		return false;
	out->unit = unit.name;
	out->kind = unit.kind;
	out->quantity = unit.quantity;
	return true;
}

/* The currency before the number; false when letters stand there that are none. */
static bool read_currency(const struct reading *r, uint32_t token, uint32_t end, struct amount *out)
{
	struct unit money = unit_currency_before(r, token);
	uint32_t at = token + money.n;

	if (money.n && at < end && figure_is_dash(r, at) && !(r->tokens.at[at].flags & TOKEN_SPACE))
		at++; /* "US$-3 million" is rare; "£-" is not read as minus */
	if (at >= end || !numeral_at(r, at, end, &out->numeral))
		return false;
	if (out->numeral.before.n) {
		struct unit glued = unit_currency_glued(r, out->numeral.before);

		if (money.n && str_eq(out->numeral.before, STR("US"))) /* $US113 */
			glued = money;
		if (!glued.n || (at > 1 && figure_is_dash(r, at - 1) && !(r->tokens.at[at].flags & TOKEN_SPACE) &&
				 r->tokens.at[at - 2].kind == TOKEN_WORD))
			return false;
		money = glued;
	}
	if (money.n && out->numeral.form > NUMERAL_VAGUE)
		return false;
	if (money.n) {
		out->unit = money.name;
		out->kind = AMOUNT_MONEY;
		out->quantity = money.quantity;
		out->unit_first = token;
		out->unit_n = at - token;
	}
	out->first = token;
	out->n = at + out->numeral.n - token;
	return true;
}

/* "2.4 m people": apart from its digits the letter is a magnitude before people alone, of whom nobody counts metres. */
static void read_apart(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n, people = i + 1;
	const struct hit *hit = people < end && figure_token_is(r, i, "m") && !out->unit.n && !out->numeral.after.n
					? reading_hit(r, people, LEXICON_SUBJECTS)
					: NULL;
	struct str kind = hit ? subject_of_hit(r, hit)->kind : STR_NULL;

	if (!str_is(kind, "person") && !str_is(kind, "group"))
		return;
	out->numeral.factor = decimal_of(1000000);
	out->numeral.value = decimal_mul(out->numeral.value, out->numeral.factor);
	if (out->numeral.value_to.known)
		out->numeral.value_to = decimal_mul(out->numeral.value_to, out->numeral.factor);
	out->n++;
}

/* The unit behind, with what it is per. */
static void read_unit(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n, skip = 0;

	if (out->numeral.form == NUMERAL_FRACTION || out->numeral.form == NUMERAL_SPELLED) {
		if (figure_token_is(r, i, "of") && (figure_token_is(r, i + 1, "a") || figure_token_is(r, i + 1, "an")))
			skip = 2;
		else if (out->numeral.form == NUMERAL_FRACTION &&
			 (figure_token_is(r, i, "a") || figure_token_is(r, i, "an")))
			skip = 1;
	}
	if (out->numeral.form == NUMERAL_VAGUE && figure_token_is(r, i, "of"))
		skip = 1;
	struct unit unit = i + skip < end ? unit_after(r, i + skip, end) : (struct unit){0};

	if (!unit.n || out->unit.n)
		return;
	out->unit = unit.name;
	out->kind = unit.kind;
	out->quantity = unit.quantity;
	out->unit_first = i + skip;
	out->unit_n = unit.n;
	out->n += skip + unit.n;
}

static bool read_per(const struct reading *r, uint32_t end, struct amount *out)
{
	struct unit per = out->unit.n && out->kind != AMOUNT_AGE && out->kind != AMOUNT_TIME
				  ? unit_per(r, out->first + out->n, end)
				  : (struct unit){0};

	if (!per.n || out->kind == AMOUNT_PERCENT)
		return false;
	out->unit = str_printf(r->arena, "%.*s per %.*s", STR_ARG(out->unit), STR_ARG(per.name));
	out->n += per.n;
	if (out->kind != AMOUNT_MONEY)
		out->unit_n = out->unit_n ? out->unit_n + per.n : 0;
	return true;
}

/* "two in three", "one out of five", "1 in every 10": a share. */
static bool read_odds(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n, from = i;
	struct numeral of;
	bool in = figure_token_is(r, i, "in");

	if (in)
		i++;
	else if (figure_token_is(r, i, "out") && figure_token_is(r, i + 1, "of"))
		i += 2;
	else if (figure_token_is(r, i, "of") && figure_token_is(r, i + 1, "every"))
		i++;
	else
		return false;
	if (figure_token_is(r, i, "every"))
		i++;
	if (i >= end || !numeral_at(r, i, end, &of) || of.after.n || of.before.n || of.form > NUMERAL_SPELLED ||
	    !decimal_is_whole(of.value) || !decimal_is_whole(out->numeral.value) || out->numeral.value.digits < 1 ||
	    decimal_cmp(of.value, out->numeral.value) <= 0)
		return false;
	bool round = of.value.digits <= 10 || of.value.digits % 10 == 0 || out->numeral.value.digits == 1;

	if (!round || decimal_cmp(of.value, decimal_of(1000000000)) > 0 || (in && out->numeral.value.digits > 20) ||
	    (of.bare && of.whole == 4) || (in && unit_after(r, of.first + of.n, end).n) ||
	    (in && of.form != out->numeral.form && out->numeral.value.digits != 1))
		return false;
	/* as many places for one in millions as for one in three */
	out->value = decimal_cmp(of.value, decimal_of(1000)) < 0
			     ? decimal_div(out->numeral.value, of.value)
			     : decimal_mul(decimal_div(decimal_mul(out->numeral.value, decimal_of(1000000)), of.value),
					   decimal_make(1, 6));
	out->unit = STR("share");
	out->kind = AMOUNT_SHARE;
	out->n += of.first + of.n - from;
	return true;
}

/* "one over three": a fraction read aloud, with nothing behind it. */
static bool read_over(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n;
	struct numeral under;

	if (!figure_token_is(r, i, "over") || i + 1 >= end || !numeral_at(r, i + 1, end, &under) ||
	    under.form > NUMERAL_SPELLED || under.before.n || under.after.n || !decimal_is_whole(under.value) ||
	    !decimal_is_whole(out->numeral.value))
		return false;
	uint32_t behind = under.first + under.n;
	int64_t over = out->numeral.value.digits < 0 ? -out->numeral.value.digits : out->numeral.value.digits;

	if ((behind < end && r->tokens.at[behind].kind != TOKEN_MARK) || over >= under.value.digits)
		return false;
	out->value = decimal_div(out->numeral.value, under.value);
	out->n = behind - out->first;
	return true;
}

/* "an hour | and a half", "a mile and a quarter" */
static bool is_half_more(const struct reading *r, uint32_t i)
{
	i -= i > 0 && figure_token_is(r, i - 1, "a") ? 1 : 0;
	return i >= 2 && figure_token_is(r, i - 1, "and") && figure_token_is(r, i, "a") &&
	       unit_after(r, i - 2, i - 1).n;
}

/* A fraction without a unit is a share of something, unless it is the half of a match or a word of its own. */
static bool read_share(const struct reading *r, uint32_t end, struct amount *out)
{
	static const char *const not_before[] = {
		"first",    "second",	"other",   "better",  "latter", "final", "top",	  "bottom", "in",   "opening",
		"southern", "northern", "eastern", "western", "back",	"upper", "lower", "this",   "next", "last"};
	uint32_t behind = out->first + out->n;

	for (size_t i = 0; out->first > 0 && i < sizeof not_before / sizeof *not_before; i++)
		if (figure_token_is(r, out->first - 1, not_before[i]))
			return false;
	if (is_half_more(r, out->first))
		return false;
	if (behind < end &&
	    (figure_is_dash(r, behind) || figure_token_is(r, behind, "past") || figure_token_is(r, behind, "time")))
		return false;
	out->unit = STR("share");
	out->kind = AMOUNT_SHARE;
	return true;
}

/* "3 dollars 50 cents", "thirteen dollars and forty-five cents", "15 dollars 50."; "75 USD million". */
static void read_minor(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n, n;
	struct decimal factor = decimal_of(1);
	struct numeral minor;

	if (out->kind != AMOUNT_MONEY || str_eq(out->unit, STR("cent")) || out->unit_first < out->numeral.first)
		return;
	if (i < end && (n = numeral_magnitude(r, i, end, &factor)) > 0) {
		out->value = decimal_mul(out->value, factor);
		out->n += n;
		return;
	}
	bool joined = figure_token_is(r, i, "and");

	if (!decimal_is_whole(out->value) || i + joined >= end || !numeral_at(r, i + joined, end, &minor) ||
	    minor.before.n || minor.form > NUMERAL_SPELLED || !decimal_is_whole(minor.value) ||
	    minor.value.digits < 1 || minor.value.digits > 99)
		return;
	uint32_t behind = minor.first + minor.n;
	struct unit unit = minor.after.n ? unit_glued(r, minor.after) : unit_after(r, behind, end);
	bool cents = unit.n && str_eq(unit.name, STR("cent"));

	if (!cents && (unit.n || minor.whole != 2 || (behind < end && r->tokens.at[behind].kind != TOKEN_MARK)))
		return;
	out->value = decimal_add(out->value, decimal_make(minor.value.digits, 2));
	out->n = behind + (cents && !minor.after.n ? unit.n : 0) - out->first;
}

/* "4km^2" */
static void read_power(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n;
	bool square = figure_token_is(r, i + 1, "2");

	if (!str_eq(out->quantity, STR("length")) || i + 1 >= end || !figure_token_is(r, i, "^") ||
	    !(square || figure_token_is(r, i + 1, "3")))
		return;
	out->unit = str_printf(r->arena, "%s %.*s", square ? "square" : "cubic", STR_ARG(out->unit));
	out->quantity = square ? STR("area") : STR("volume");
	out->n += 2;
}

/* "12 below zero", "12 degrees below zero" */
static void read_below_zero(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n;
	bool degrees = str_eq(out->quantity, STR("temperature")) || str_eq(out->unit, STR("degree"));

	if (i + 1 >= end || !figure_token_is(r, i, "below") || !figure_token_is(r, i + 1, "zero") ||
	    !(degrees || out->kind == AMOUNT_COUNT))
		return;
	out->value = decimal_sub(decimal_of(0), out->value);
	out->n += 2;
	out->quantity = STR("temperature");
	if (out->kind == AMOUNT_COUNT) {
		out->kind = AMOUNT_MEASURED;
		out->unit = STR("degree");
	}
}

/* "-$3 million": a minus before the currency. */
static void read_minus(const struct reading *r, struct amount *out)
{
	uint32_t dash = out->first - 1;

	if (out->kind != AMOUNT_MONEY || out->first == 0 || out->unit_first != out->first ||
	    !(figure_token_is(r, dash, "-") || figure_token_is(r, dash, "\u2212")) ||
	    r->tokens.at[out->first].flags & TOKEN_SPACE || !(r->tokens.at[dash].flags & TOKEN_SPACE) ||
	    (dash > 0 && r->tokens.at[dash - 1].flags & TOKEN_DIGIT))
		return;
	out->value = decimal_sub(decimal_of(0), out->value);
	out->first--;
	out->n++;
}

bool amount_at(const struct reading *r, uint32_t token, uint32_t end, struct amount *out)
{
	*out = (struct amount){0};
	if (!read_currency(r, token, end, out) || !read_letters(r, end, out->unit.n > 0, out))
		return false;
	if (out->numeral.form == NUMERAL_SPELLED || out->numeral.form == NUMERAL_DIGITS)
		if (!out->unit.n && (read_odds(r, end, out) || read_over(r, end, out)))
			return true;
	read_apart(r, end, out);
	read_unit(r, end, out);
	read_power(r, end, out);
	for (int twice = 0; twice < 2 && read_per(r, end, out); twice++)
		; /* "$40 per person per night" */
	out->value = out->numeral.value;
	out->value_to = out->numeral.value_to;
	out->whole_unit = out->unit.n > 0;
	read_minor(r, end, out);
	read_minus(r, out);
	read_below_zero(r, end, out);
	amount_parts(r, end, out);
	amount_rate(r, end, out);
	if (out->numeral.form == NUMERAL_FOLD) {
		out->unit = STR("times");
		out->kind = AMOUNT_MEASURED;
	}
	return out->numeral.form != NUMERAL_FRACTION || out->unit.n || read_share(r, end, out);
}
