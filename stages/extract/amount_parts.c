/* Amounts of several parts: "6 feet 2 inches", "two years and six months", "2 hours, 14 minutes and 6 seconds",
 * `5'11"`, "six-foot-two" are one amount in the smallest unit that is told; so is a rate, "12 deaths per 100,000
 * people". */
#include "amount.h"

/* A unit and the next smaller one that goes with it, and how many of these make one. */
static const struct parts {
	const char *unit, *part;
	int ratio;
} parts[] = {
	{"foot", "inch", 12},	      {"yard", "foot", 3},	    {"yard", "inch", 36},
	{"metre", "centimetre", 100}, {"kilometre", "metre", 1000}, {"pound", "ounce", 16},
	{"pound-mass", "ounce", 16},  {"stone", "pound", 14},	    {"stone", "pound-mass", 14},
	{"kilogram", "gram", 1000},   {"year", "month", 12},	    {"week", "day", 7},
	{"day", "hour", 24},	      {"hour", "minute", 60},	    {"minute", "second", 60},
};

static const struct parts *parts_of(struct str unit, struct str part)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (str_is(unit, parts[i].unit) && str_is(part, parts[i].part))
			return &parts[i];
	return NULL;
}

static bool has_parts(struct str unit)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (str_is(unit, parts[i].unit))
			return true;
	return false;
}

static void take(struct amount *out, const struct parts *p, struct decimal part, struct unit unit, uint32_t behind)
{
	out->value = decimal_add(decimal_mul(out->value, decimal_of(p->ratio)), part);
	out->unit = unit.name;
	out->quantity = unit.quantity;
	out->kind = unit.kind;
	out->unit_first = behind - unit.n;
	out->unit_n = unit.n;
	out->n = behind - out->first;
}

/* "2 inches", ", 14 minutes", "and six months", "-4-inch" behind what has been read. */
static bool part_behind(const struct reading *r, uint32_t end, const struct amount *out, struct numeral *n,
			struct unit *unit)
{
	uint32_t i = out->first + out->n;

	if (figure_is_dash(r, i) && !(r->tokens.at[i].flags & TOKEN_SPACE)) {
		i++;
	} else {
		i += figure_token_is(r, i, ",") ? 1 : 0;
		i += figure_token_is(r, i, "and") ? 1 : 0;
	}
	if (i >= end || !numeral_at(r, i, end, n) || n->before.n || n->form > NUMERAL_SPELLED)
		return false;
	*unit = n->after.n ? unit_glued(r, n->after) : unit_after(r, n->first + n->n, end);
	return unit->n && (str_eq(unit->quantity, out->quantity) ||
			   (str_is(unit->quantity, "age") && str_is(out->quantity, "time"))); /* "and six months old" */
}

/* Does it stand behind a part of the same kind: "2 months, | 14 days", which no ratio joined? */
static bool is_tail(const struct reading *r, const struct amount *out)
{
	uint32_t i = out->first;

	i -= i > 1 && figure_token_is(r, i - 1, "and") ? 1 : 0;
	i -= i > 1 && figure_token_is(r, i - 1, ",") ? 1 : 0;
	struct unit before = i > 1 ? unit_after(r, i - 1, i) : (struct unit){0};

	return i > 1 && before.n && r->tokens.at[i - 2].tag == TAG_CD && str_eq(before.quantity, out->quantity);
}

/* All parts or none: "3 years, 2 months and 14 days" stay three, since no month has so many days. */
static void read_parts(const struct reading *r, uint32_t end, struct amount *out)
{
	struct amount whole = *out;
	struct numeral n;
	struct unit unit;

	while (part_behind(r, end, &whole, &n, &unit)) {
		const struct parts *p = parts_of(whole.unit, unit.name);

		if (!p || n.value.digits < 0 || decimal_cmp(n.value, decimal_of(p->ratio)) >= 0)
			return;
		uint32_t behind = n.first + n.n;

		if (n.after.n)
			unit.n = 0; /* glued to its digits */
		take(&whole, p, n.value, unit, behind + unit.n);
	}
	*out = whole;
}

/* Fewer than a foot has. */
static bool is_inches(struct decimal n)
{
	return decimal_cmp(n, decimal_of(parts_of(STR("foot"), STR("inch"))->ratio)) < 0;
}

/* Feet and so many inches, which `tokens` before `behind` name. */
static void take_inches(struct amount *out, struct decimal inches, uint32_t tokens, uint32_t behind)
{
	struct unit inch = {.name = STR("inch"), .quantity = STR("length"), .kind = AMOUNT_MEASURED, .n = tokens};

	take(out, parts_of(STR("foot"), inch.name), inches, inch, behind);
}

static const struct str foot_marks[] = {STR_WORD("'"), STR_WORD("\xe2\x80\x99"), STR_WORD("\xe2\x80\xb2")};
static const struct str inch_marks[] = {STR_WORD("\""), STR_WORD("''"), STR_WORD("\xe2\x80\x9d"),
					STR_WORD("\xe2\x80\xb3")};

static bool is_mark(const struct reading *r, uint32_t i, uint32_t end, const struct str *marks, size_t n)
{
	return i < end && !(r->tokens.at[i].flags & TOKEN_SPACE) && str_is_one_of(r->tokens.at[i].text, marks, n);
}

/* `6'2"`, `5' 11"` */
static bool read_marked(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n;
	struct numeral n;

	if (out->kind != AMOUNT_COUNT || out->numeral.form != NUMERAL_DIGITS || !decimal_is_whole(out->value) ||
	    !is_mark(r, i, end, foot_marks, sizeof foot_marks / sizeof *foot_marks) || i + 1 >= end ||
	    !numeral_at(r, i + 1, end, &n) || n.form != NUMERAL_DIGITS || n.after.n || !is_inches(n.value) ||
	    !is_mark(r, n.first + n.n, end, inch_marks, sizeof inch_marks / sizeof *inch_marks))
		return false;
	take_inches(out, n.value, 1, n.first + n.n + 1);
	return true;
}

/* "six-foot-two", "6-foot-2 guard": inches that are not named. */
static void read_unnamed(const struct reading *r, uint32_t end, struct amount *out)
{
	uint32_t i = out->first + out->n;
	struct numeral n;

	if (!str_is(out->unit, "foot") || i + 1 >= end || !figure_is_dash(r, i) ||
	    r->tokens.at[i].flags & TOKEN_SPACE || r->tokens.at[i + 1].flags & TOKEN_SPACE ||
	    !numeral_at(r, i + 1, end, &n) || n.form > NUMERAL_SPELLED || n.after.n || n.n > 1 ||
	    !decimal_is_whole(n.value) || n.value.digits < 0 || !is_inches(n.value) || figure_is_dash(r, n.first + n.n))
		return;
	take_inches(out, n.value, 0, n.first + n.n);
}

void amount_parts(const struct reading *r, uint32_t end, struct amount *out)
{
	bool whole = out->numeral.form <= NUMERAL_SPELLED && out->unit.n && has_parts(out->unit);

	if (!out->unit.n && read_marked(r, end, out))
		return;
	if (!whole || !decimal_is_whole(out->value))
		return;
	if (!is_tail(r, out))
		read_parts(r, end, out);
	read_unnamed(r, end, out);
}

/* "per", "for every", "for each" before the number that a rate is of: their tokens. */
static uint32_t per_at(const struct reading *r, uint32_t i)
{
	if (figure_token_is(r, i, "per"))
		return 1;
	return figure_token_is(r, i, "for") && (figure_token_is(r, i + 1, "every") || figure_token_is(r, i + 1, "each"))
		       ? 2
		       : 0;
}

bool amount_is_denominator(const struct reading *r, uint32_t first, uint32_t token)
{
	return (token > first && per_at(r, token - 1) == 1) || (token > first + 1 && per_at(r, token - 2) == 2);
}

void amount_rate(const struct reading *r, uint32_t end, struct amount *out)
{
	enum { NOUNS = 3, LEAST = 100 };
	uint32_t i = out->first + out->n, k = i, per;
	struct numeral of;

	if (out->unit.n || out->numeral.form > NUMERAL_SPELLED)
		return;
	while (k < end && k < i + NOUNS && !per_at(r, k) && r->tokens.at[k].kind == TOKEN_WORD)
		k++;
	per = k < end ? per_at(r, k) : 0;
	if (!per || k + per >= end || !numeral_at(r, k + per, end, &of) || of.form > NUMERAL_SPELLED || of.after.n ||
	    decimal_cmp(of.value, decimal_of(LEAST)) < 0)
		return;
	out->unit = str_printf(r->arena, "per %.*s", STR_ARG(reading_text(r, of.first, of.n)));
	out->quantity = STR("rate");
	out->kind = AMOUNT_MEASURED;
	if (k == i) {
		out->unit_first = k;
		out->unit_n = per + of.n;
		out->n += per + of.n;
	}
}
