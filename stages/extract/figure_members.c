#include "figure_members.h"

static uint32_t end_of(const struct figure *f)
{
	return f->first + f->n;
}

static bool is_plain_count(const struct figure *f)
{
	return f->number.kind == AMOUNT_COUNT && f->number.value.known && !f->number.value_to.known;
}

/* Does nothing but a comma stand between the whole and its first member, and before it perhaps what is stated of the
 * whole: "ten were shot dead, six soldiers and four rebels"? */
static bool opens(const struct figure_scan *s, const struct figure *whole, const struct figure *first)
{
	enum { LONGEST = 3 };
	uint32_t i = end_of(whole);

	while (i < end_of(whole) + LONGEST && (tag_is_verb(scan_tag(s, i)) || scan_tag(s, i) == TAG_JJ))
		i++;
	return i + 1 == first->first && scan_text(s, i, ",");
}

/* Does nothing but a comma and a conjunction stand between one member and the next? */
static bool goes_on(const struct figure_scan *s, const struct figure *one, const struct figure *next)
{
	uint32_t i = end_of(one);

	i += scan_text(s, i, ",");
	i += scan_tag(s, i) == TAG_CC;
	return i > end_of(one) && i == next->first;
}

bool figure_is_apart(const struct figure *whole, const struct figure *f)
{
	static const struct str ages[] = {STR_WORD("women"), STR_WORD("men"), STR_WORD("children")};
	static const struct str roles[] = {STR_WORD("soldiers"),    STR_WORD("fighters"),  STR_WORD("civilians"),
					   STR_WORD("medics"),	    STR_WORD("officials"), STR_WORD("guards"),
					   STR_WORD("journalists"), STR_WORD("rescuers")};
	static const struct str things[] = {STR_WORD("buildings"), STR_WORD("homes"),	STR_WORD("vehicles"),
					    STR_WORD("bridges"),   STR_WORD("vessels"), STR_WORD("weapons"),
					    STR_WORD("villages"),  STR_WORD("animals")};
	struct str a = whole->subject, b = f->subject;
	bool age = str_is_one_of(a, ages, sizeof ages / sizeof *ages);
	bool role = str_is_one_of(a, roles, sizeof roles / sizeof *roles);
	bool thing = str_is_one_of(a, things, sizeof things / sizeof *things);

	if (!b.n || str_eq(a, b))
		return false;
	return (age && str_is_one_of(b, ages, sizeof ages / sizeof *ages)) ||
	       (role && str_is_one_of(b, roles, sizeof roles / sizeof *roles)) ||
	       (thing && str_is_one_of(b, things, sizeof things / sizeof *things));
}

/* How many figures right behind the whole, each joined as asked to the one before it, add up to it; 0: they don't. */
static size_t adding_up(const struct figure_scan *s, const struct figure *whole,
			bool (*joined)(const struct figure_scan *, const struct figure *, const struct figure *,
				       size_t))
{
	const struct figure *end = s->figures + s->figures_n;
	struct decimal sum = decimal_of(0);
	size_t n = 0;

	while (n < FIGURE_MEMBERS && whole + n + 1 < end && decimal_cmp(sum, whole->number.value) < 0 &&
	       is_plain_count(whole + n + 1) && !figure_is_apart(whole, whole + n + 1) &&
	       joined(s, whole + n, whole + n + 1, n)) {
		n++;
		sum = decimal_add(sum, whole[n].number.value);
	}
	return n >= 2 && decimal_eq(sum, whole->number.value) ? n : 0;
}

static bool joined_by_commas(const struct figure_scan *s, const struct figure *before, const struct figure *f, size_t n)
{
	return n ? goes_on(s, before, f) : opens(s, before, f);
}

size_t figure_members(const struct figure_scan *s, const struct figure *f)
{
	if (!s->figures_n || f < s->figures || f >= s->figures + s->figures_n || !is_plain_count(f))
		return 0;
	return adding_up(s, f, joined_by_commas);
}

static bool joined_by_mark(const struct figure_scan *s, const struct figure *before, const struct figure *f, size_t n)
{
	uint32_t mark = f->first - 1;

	(void)before;
	if (!n && !scan_text(s, mark, ":") && !scan_text(s, mark, "(") && !figure_is_dash(s->r, mark))
		return false;
	return !f->measure.n && f->number.qualifier == QUALIFIER_EXACT;
}

size_t figure_breakdown(const struct figure_scan *s, const struct figure *whole)
{
	return adding_up(s, whole, joined_by_mark);
}

uint32_t figure_behind(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = end_of(f), behind;

	if (!scan_text(s, end, ","))
		return end;
	behind = end_of(f + figure_members(s, f));
	return behind > end && scan_text(s, behind, ",") ? behind + 1 : end;
}
