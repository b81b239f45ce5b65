/* Where, how or of which kind those were whom a number counts: "nine deaths, six in Texas and three by falling trees".
 * Numbers without a noun of their own, each with what sets it apart, right behind the whole. */
#include "figure_members.h"
#include "figure_words.h"
#include "nouns.h"

enum { FARTHEST_SHARE = 24, LONGEST_SHARE = 24 }; /* [tokens] from the whole, and to the next one */

static uint32_t end_of(const struct figure *f)
{
	return f->first + f->n;
}

/* "two in custody", "one in critical condition", "12 of them", "six as of Monday": another state, another sense. */
static bool is_no_share(const struct figure_scan *s, uint32_t i)
{
	static const char *const senses[] = {"of", "than", "per", "that", "for", "until", "since", "before"};
	static const char *const states[] = {"custody",	 "critical", "serious",	  "stable", "grave",	 "intensive",
					     "hospital", "jail",     "detention", "prison", "captivity", "hospitals"};

	if (scan_is_one_of(s, i, senses, sizeof senses / sizeof *senses))
		return true;
	i += scan_tag(s, i + 1) == TAG_DT || scan_tag(s, i + 1) == TAG_PRPS;
	return scan_is_one_of(s, i + 1, states, sizeof states / sizeof *states);
}

/* "in Texas", "from drowning", "due to landslides", "as a direct result of", "the result of": what sets them apart. */
static bool sets_apart(const struct figure_scan *s, uint32_t i)
{
	if (scan_text(s, i, "due") || scan_text(s, i, "because"))
		return true;
	if (scan_text(s, i, "as") || scan_text(s, i, "the"))
		return scan_text(s, i + 1, "result") || scan_text(s, i + 2, "result") || scan_text(s, i + 3, "result");
	if (tag_is_adjective(scan_tag(s, i))) /* "40 direct and 12 indirect" */
		return i + 1 >= s->end || s->r->tokens.at[i + 1].kind == TOKEN_MARK || scan_tag(s, i + 1) == TAG_CC;
	return scan_tag(s, i) == TAG_IN && !is_no_share(s, i);
}

/* Does a verb behind the number tell something else of it: "seven in Texas were shot"? A clause of its own may. */
static bool governs_verb(const struct figure_scan *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++) {
		enum tag t = scan_tag(s, i);

		if (scan_has(s, i, FUNCTION_RELATIVE) || (t == TAG_IN && i > from) || scan_text(s, i, "where") ||
		    scan_text(s, i, "when") || s->r->tokens.at[i].kind == TOKEN_MARK)
			return false;
		if (tag_is_finite(t))
			return true;
	}
	return false;
}

/* Is it a number that stands alone, states nothing by words of its own, and is told apart? */
static bool is_share(const struct figure_scan *s, const struct figure *f, const struct figure *whole)
{
	uint32_t end = end_of(f), next = end + LONGEST_SHARE;
	bool same = f->measure.n && str_eq(f->measure, whole->measure);
	bool lent = same && f->rules & (RULE_BIT(SHARED) | RULE_BIT(TOLL));
	bool state = same && f->rules & RULE_BIT(COMPLEMENT); /* "40 injured, two in critical condition" */

	if (f->number.kind != AMOUNT_COUNT || !f->number.value.known || f->number.value_to.known || f->noun_n ||
	    (f->measure.n && !lent && !state) || decimal_cmp(f->number.value, whole->number.value) >= 0)
		return false;
	end += scan_text(s, end, "more") || scan_text(s, end, "others");
	if (f + 1 < s->figures + s->figures_n && f[1].first < next)
		next = f[1].first;
	return (state || sets_apart(s, end)) && !governs_verb(s, end, next);
}

/* The mark right before the number that opens the list of shares: a comma, perhaps with "with", or one that nothing but
 * such a list follows. */
static bool is_opened(const struct figure_scan *s, const struct figure *f, bool *sure)
{
	uint32_t mark = f->first - 1;
	bool with = scan_text(s, mark, "with");

	mark -= with;
	*sure = with || scan_text(s, mark, ":") || scan_text(s, mark, "(") || figure_is_dash(s->r, mark);
	return f->first > s->start + 2 && (*sure ? !with || scan_text(s, mark, ",") : scan_text(s, mark, ","));
}

/* Is nothing between them but what is stated of the whole? */
static bool is_near(const struct figure_scan *s, const struct figure *whole, const struct figure *f)
{
	if (f->first > end_of(whole) + FARTHEST_SHARE)
		return false;
	for (uint32_t i = end_of(whole); i < f->first; i++)
		if (scan_text(s, i, ";") || scan_text(s, i, "but") || scan_text(s, i, "while") ||
		    scan_tag(s, i) == TAG_OPEN || scan_tag(s, i) == TAG_CLOSE)
			return false;
	return true;
}

/* "killed 120 people in Homs, 30 in Hama", "on Monday, 30 on Tuesday", "in 2010, 30 in 2011": then what follows may
 * be others, of another place or time. */
static bool has_place(const struct figure_scan *s, const struct figure *whole, const struct figure *f)
{
	for (uint32_t i = end_of(whole); i + 1 < f->first; i++)
		if ((scan_text(s, i, "in") || scan_text(s, i, "at") || scan_text(s, i, "on") ||
		     scan_text(s, i, "near")) &&
		    (s->r->tokens.at[i + 1].flags & TOKEN_CAPITAL || scan_tag(s, i + 1) == TAG_CD))
			return true;
	return false;
}

static bool is_joined(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first - 1;

	return scan_text(s, i, "and") || scan_text(s, i, ",") || scan_text(s, i, ";");
}

size_t figure_split(const struct figure_scan *s, const struct figure *whole)
{
	const struct figure *end = s->figures + s->figures_n;
	struct decimal sum = decimal_of(0);
	bool sure, apart;
	size_t n = 0;

	if (whole < s->figures || whole + 1 >= end || !whole->measure.n || whole->number.kind != AMOUNT_COUNT ||
	    whole->rules & RULE_BIT(ELLIPSIS) || !is_opened(s, whole + 1, &sure) || !is_near(s, whole, whole + 1))
		return 0;
	while (n < FIGURE_MEMBERS && whole + n + 1 < end && is_share(s, whole + n + 1, whole) &&
	       (!n || is_joined(s, whole + n + 1)))
		sum = decimal_add(sum, whole[++n].number.value);
	apart = n && (whole[1].measure.n || scan_tag(s, end_of(whole + 1)) != TAG_IN); /* "19 due to flooding" */
	if (n < 2 && !sure && !apart)
		return 0;
	if (decimal_eq(sum, whole->number.value))
		return n;
	if (scan_text(s, whole[1].first - 1, "with"))
		return n; /* each is less than the whole; sums in the news are off by some */
	return decimal_cmp(sum, whole->number.value) < 0 && (sure || !has_place(s, whole, whole + 1)) ? n : 0;
}
