#include "numbers.h"

#include "digits.h"
#include "times.h"

enum { DATE = 1, CLOCK = 2 };

/* Tokens of dates and clock times; durations are quantities and stay. */
static uint8_t *mark_dates(const struct reading *r, const struct time_mentions *times)
{
	uint8_t *dated = ARENA_ARRAY(r->arena, uint8_t, r->tokens.n + 1);

	for (size_t i = 0; times && i < times->n; i++) {
		const struct time_mention *t = &times->at[i];

		if (t->timex.kind != TIMEX_DURATION && t->timex.kind != TIMEX_SET && t->timex.kind != TIMEX_DISTANT)
			memset(dated + t->first, t->timex.at.hour == TIMEX_NO_CLOCK ? DATE : CLOCK, t->n);
	}
	return dated;
}

/* In a sentence without words of these tables and without digits none begins. */
static const uint32_t numeric = 1u << LEXICON_NUMBERS | 1u << LEXICON_VAGUE | 1u << LEXICON_CURRENCIES |
				1u << LEXICON_UNITS | 1u << LEXICON_MEASURES | READING_DIGITS;

/* "a dozen", "an inch": an article that a word of numbers or a unit follows. */
static bool starts_with_article(const struct reading *r, uint32_t i)
{
	return r->functions[i] & function_bit(FUNCTION_ARTICLE) &&
	       r->begins[i + 1] & (1u << LEXICON_NUMBERS | 1u << LEXICON_UNITS) &&
	       number_word_at(r, i).kind == NUMBER_WORD_ARTICLE;
}

/* "no", "none", "nobody" */
static bool starts_with_none(const struct reading *r, uint32_t i)
{
	const uint64_t none = function_bit(FUNCTION_NOBODY) | function_bit(FUNCTION_NONE);

	return r->functions[i] & none && number_word_at(r, i).kind >= NUMBER_WORD_NO &&
	       number_word_at(r, i).kind <= NUMBER_WORD_NOBODY;
}

/* May a number begin there? stated: the sentence states a measure, so that "no" may count. Asked of every token, so
 * that the sets of what begins there say it. */
static bool starts_number(const struct reading *r, uint32_t i, bool stated)
{
	const uint32_t amounts =
		1u << LEXICON_NUMBERS | 1u << LEXICON_VAGUE | 1u << LEXICON_CURRENCIES | READING_DIGITS;

	if (r->begins[i] & amounts)
		return true;
	if (r->begins[i + 1] & READING_DIGITS && figure_is_dash(r, i))
		return true;
	return starts_with_article(r, i) || (stated && starts_with_none(r, i));
}

/* Hardly a word in small letters; hardly one that does not begin with a capital. */
static void read_case(struct number_scan *s)
{
	uint32_t upper = 0, capital = 0, words = 0;

	for (uint32_t i = s->start; i < s->end; i++) {
		const struct token *t = &s->r->tokens.at[i];

		words += t->kind == TOKEN_WORD;
		upper += t->kind == TOKEN_WORD && t->flags & TOKEN_UPPER;
		capital += t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL;
	}
	s->upper = words >= 2 && 10 * upper >= 7 * words;
	s->titled = words >= 3 && 10 * capital >= 7 * words;
}

static uint64_t form_rule(const struct amount *a)
{
	static const uint64_t rules[] = {
		[NUMERAL_DIGITS] = RULE_BIT(DIGITS),	 [NUMERAL_SPELLED] = RULE_BIT(SPELLED),
		[NUMERAL_FRACTION] = RULE_BIT(FRACTION), [NUMERAL_VAGUE] = RULE_BIT(VAGUE),
		[NUMERAL_ZERO] = RULE_BIT(ZERO),	 [NUMERAL_BOTH] = RULE_BIT(BOTH),
		[NUMERAL_FOLD] = RULE_BIT(FOLD),
	};
	return rules[a->numeral.form];
}

/* "1.200 people": points between threes are European grouping where whole things are counted. */
static void regroup(const struct number_scan *s, struct amount *a)
{
	uint32_t behind = a->first + a->n;
	enum tag tag = behind < s->end ? (enum tag)s->r->tokens.at[behind].tag : TAG_NONE;

	if (a->numeral.places == DIGITS_THREE && a->kind == AMOUNT_COUNT && a->numeral.n == 1 &&
	    (tag == TAG_NNS || (behind < s->end && reading_hit(s->r, behind, LEXICON_SUBJECTS))))
		a->value = digits_regroup(a->value);
}

static struct number number_of(const struct amount *a)
{
	return (struct number){.first = a->first,
			       .n = a->n,
			       .number_first = a->numeral.first,
			       .number_n = a->numeral.n,
			       .unit_first = a->unit_first,
			       .unit_n = a->unit_n,
			       .value = a->value,
			       .value_to = a->numeral.form == NUMERAL_VAGUE ? a->value_to : DECIMAL_NULL,
			       .unit = a->unit,
			       .quantity = a->quantity,
			       .kind = a->kind,
			       .form = a->numeral.form,
			       .qualifier = a->numeral.form == NUMERAL_VAGUE ? QUALIFIER_ORDER : QUALIFIER_NONE,
			       .weak = a->numeral.weak,
			       .rules = form_rule(a)};
}

/* Both ends in one number: from the opener to the second end. */
static struct number range_of(const struct amount *a, const struct amount *b, struct range_opener opener)
{
	struct number n = number_of(a);

	n.first = a->first - opener.n;
	n.n = b->first + b->n - n.first;
	n.number_n = b->numeral.first + b->numeral.n - n.number_first;
	n.value_to = b->value;
	n.qualifier = QUALIFIER_RANGE;
	n.rules |= RULE_BIT(RANGE) | (b->unit.n && !a->whole_unit ? RULE_BIT(RANGE_SHARED) : 0);
	if (b->unit_n) {
		n.unit_first = b->unit_first;
		n.unit_n = b->unit_n;
		n.unit = b->unit;
	}
	if (opener.n) {
		n.qualifier_first = n.first;
		n.qualifier_n = opener.n;
	}
	return n;
}

/* Which way a bound is open: 1 upwards, -1 downwards, 0 not. */
static int open_to(const struct number *n)
{
	if (n->qualifier == QUALIFIER_AT_LEAST || n->qualifier == QUALIFIER_MORE_THAN)
		return 1;
	return n->qualifier == QUALIFIER_AT_MOST || n->qualifier == QUALIFIER_LESS_THAN ? -1 : 0;
}

/* "more than 100 and less than 300": two bounds that face each other are a range. */
static bool close_range(const struct number_scan *s, const struct number *n, struct numbers *out)
{
	if (!out->n || n->first < s->start + 1)
		return false;
	struct number *last = &out->at[out->n - 1];
	const struct number *low = open_to(n) > 0 ? n : last, *high = open_to(n) > 0 ? last : n;

	if (open_to(n) * open_to(last) != -1 || last->first + last->n != n->first - 1 || last->kind != n->kind ||
	    !(figure_token_is(s->r, n->first - 1, "and") || figure_token_is(s->r, n->first - 1, "but")) ||
	    decimal_cmp(low->value, high->value) >= 0)
		return false;
	struct decimal from = low->value, to = high->value;

	last->value = from;
	last->value_to = to;
	last->qualifier = QUALIFIER_RANGE;
	last->rules |= n->rules | RULE_BIT(RANGE);
	last->n = n->first + n->n - last->first;
	last->number_n = n->number_first + n->number_n - last->number_first;
	return true;
}

/* "forty-five (45)": the same number again, in brackets. */
static bool is_repeated(const struct number_scan *s, const struct number *n, const struct numbers *out)
{
	const struct number *last = out->n ? &out->at[out->n - 1] : NULL;

	return last && last->first + last->n + 1 == n->first && figure_token_is(s->r, n->first - 1, "(") &&
	       last->kind == n->kind && decimal_eq(last->value, n->value) && n->n == n->number_n;
}

static void add(const struct number_scan *s, struct number n, struct numbers *out)
{
	uint32_t behind;

	bounds_read(s, &n);
	pounds_read(s, &n, out);
	behind = n.first + n.n;
	n.hyphened =
		behind + 1 < s->end && figure_is_dash(s->r, behind) && !(s->r->tokens.at[behind].flags & TOKEN_SPACE) &&
		!(s->r->tokens.at[behind + 1].flags & TOKEN_SPACE) && s->r->tokens.at[behind + 1].kind == TOKEN_WORD;
	if (!close_range(s, &n, out) && !is_repeated(s, &n, out))
		LIST_ADD(s->r->arena, out, n);
}

static void add_amount(const struct number_scan *s, struct amount *a, uint64_t rules, struct numbers *out)
{
	bool age;

	if (not_count(s, a, &age))
		return;
	regroup(s, a);
	struct number n = number_of(a);

	n.rules |= rules;
	if (age) {
		n.unit = STR("year");
		n.quantity = STR("age");
		n.kind = AMOUNT_AGE;
		n.rules |= RULE_BIT(AGE_COMMA);
	}
	add(s, n, out);
}

/* "rose to 52 from 47": the number behind "from" is the old one. */
static uint64_t old_value(const struct number_scan *s, const struct amount *a, const struct numbers *out)
{
	if (a->first < s->start + 2 || !out->n || !figure_token_is(s->r, a->first - 1, "from"))
		return 0;
	const struct number *last = &out->at[out->n - 1];
	uint32_t end = last->first + last->n;

	if (last->first < s->start + 1 || end + 7 < a->first || last->kind != a->kind)
		return 0;
	return figure_token_is(s->r, last->first - 1, "to") || figure_token_is(s->r, last->first - 1, "at")
		       ? RULE_BIT(OLD_VALUE)
		       : 0;
}

static bool is_dated(const struct number_scan *s, const struct amount *a)
{
	bool measured = a->kind == AMOUNT_MEASURED && a->unit_n && !s->dated[a->unit_first] &&
			!(s->r->tokens.at[a->unit_first].flags & TOKEN_CAPITAL); /* "during 2016 Stone spoke" */

	if (s->dated[a->numeral.first] == CLOCK && a->numeral.bare && a->numeral.whole == 4)
		return true; /* "at 1400 hours" */
	return s->dated[a->numeral.first] && a->kind != AMOUNT_TIME && a->kind != AMOUNT_AGE && !measured;
}

/* "less than a kilometre", "over an inch": one of a unit, where a bound says that it is measured. */
static uint32_t read_article(const struct number_scan *s, uint32_t i, struct numbers *out)
{
	struct amount a = {.first = i, .n = 1, .numeral = {.first = i, .n = 1, .form = NUMERAL_SPELLED}};
	struct unit unit;

	if (number_word_at(s->r, i).kind != NUMBER_WORD_ARTICLE ||
	    !figure_hit_before(s->r, s->start, i, LEXICON_QUALIFIERS))
		return 0;
	unit = unit_after(s->r, i + 1, s->end);
	if (!unit.n || unit.kind == AMOUNT_TIME || unit.kind == AMOUNT_AGE || unit.kind == AMOUNT_PERCENT)
		return 0;
	a.value = decimal_of(1);
	a.unit = unit.name;
	a.kind = unit.kind;
	a.quantity = unit.quantity;
	a.unit_first = i + 1;
	a.unit_n = unit.n;
	a.n += unit.n;
	struct number n = number_of(&a);

	n.rules = RULE_BIT(ARTICLE);
	bounds_read(s, &n);
	if (!(n.rules & RULE_BIT(BOUND_BEFORE)))
		return 0;
	LIST_ADD(s->r->arena, out, n);
	return a.first + a.n;
}

static bool is_age_range(const struct number_scan *s, uint32_t before)
{
	return figure_token_is(s->r, before, "aged") || figure_token_is(s->r, before, "ages") ||
	       figure_token_is(s->r, before, "age");
}

/* "UPDATE 2-Dozens killed", "WRAPUP 4-Five dead": how often a wire told the story so far. */
static bool is_edition(const struct number_scan *s, uint32_t i)
{
	enum { LATEST = 5 }; /* [tokens] "RPT-UPDATE 2-" */

	return i > s->start && i < s->start + LATEST && figure_is_dash(s->r, i + 1) &&
	       !(s->r->tokens.at[i + 1].flags & TOKEN_SPACE) && s->r->tokens.at[i].kind == TOKEN_NUMBER &&
	       figure_word(s->r, i - 1, FUNCTION_EDITION);
}

/* What begins at token i; the token where to go on. */
static uint32_t read_at(const struct number_scan *s, uint32_t i, struct numbers *out)
{
	struct amount a, b;
	bool age;

	if (is_edition(s, i))
		return i + 2;
	if (!amount_at(s->r, i, s->end, &a) || !a.value.known) {
		uint32_t next = read_article(s, i, out);

		return next ? next : i + 1;
	}
	if (is_dated(s, &a))
		return a.numeral.first + a.numeral.n;
	struct range_opener opener = range_opener_before(s, a.first);
	enum range_kind kind = range_behind(s, &a, opener, &b);

	switch (kind) {
	case RANGE_JOINED:
		if (not_count(s, &b, &age) && b.kind == AMOUNT_COUNT)
			return b.first + b.n;
		if (is_dated(s, &b) || (a.first > s->start && is_age_range(s, a.first - opener.n - 1)))
			return b.first + b.n;
		add(s, range_of(&a, &b, opener), out);
		return b.first + b.n;
	case RANGE_CHANGE:
		add_amount(s, &a, RULE_BIT(OLD_VALUE), out);
		add_amount(s, &b, 0, out);
		return b.first + b.n;
	case RANGE_SCORE:
		return b.first + b.n;
	default:
		add_amount(s, &a, old_value(s, &a, out), out);
		return a.first + a.n;
	}
}

void numbers_find(struct reading *r, const struct time_mentions *times, struct numbers *out)
{
	const uint8_t *dated = mark_dates(r, times);

	*out = (struct numbers){0};
	for (uint32_t k = 0; k < r->sentences.n; k++) {
		struct sentence at = r->sentences.at[k];
		struct number_scan s = {r, dated, at.first, at.first + at.n, false, false};
		bool begun = false, stated = r->tables[k] & 1u << LEXICON_MEASURES;

		if (!(r->tables[k] & numeric))
			continue;
		for (uint32_t i = s.start; i < s.end;) {
			if (!starts_number(r, i, stated)) {
				i++;
				continue;
			}
			if (!begun) {
				reading_tag(r, k);
				read_case(&s);
				begun = true;
			}
			i = read_at(&s, i, out);
		}
	}
}
