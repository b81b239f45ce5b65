#include "figure_members.h"

enum { MOST = 8 }; /* members */

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

size_t figure_members(const struct figure_scan *s, const struct figure *f)
{
	struct decimal sum = decimal_of(0);
	size_t n = 0;

	if (!s->figures_n || !is_plain_count(f))
		return 0;
	const struct figure *end = s->figures + s->figures_n;

	if (f < s->figures || f >= end)
		return 0;
	while (n < MOST && f + n + 1 < end && decimal_cmp(sum, f->number.value) < 0) {
		const struct figure *next = f + n + 1;

		if (!is_plain_count(next) || !(n ? goes_on(s, f + n, next) : opens(s, f, next)))
			return 0;
		sum = decimal_add(sum, next->number.value);
		n++;
	}
	return n >= 2 && decimal_eq(sum, f->number.value) ? n : 0;
}

static bool opens_breakdown(const struct figure_scan *s, uint32_t i)
{
	return scan_text(s, i, ":") || scan_text(s, i, "(") || figure_is_dash(s->r, i);
}

size_t figure_breakdown(const struct figure_scan *s, const struct figures *all, size_t at)
{
	const struct figure *whole = &all->at[at - 1];
	struct decimal sum = decimal_of(0);
	size_t n = 0;

	if (!opens_breakdown(s, all->at[at].first - 1))
		return 0;
	while (n < MOST && at + n < all->n && decimal_cmp(sum, whole->number.value) < 0) {
		const struct figure *f = &all->at[at + n];

		if (f->sentence != whole->sentence || !is_plain_count(f) || f->measure.n ||
		    f->number.qualifier != QUALIFIER_EXACT)
			break;
		sum = decimal_add(sum, f->number.value);
		n++;
	}
	return n >= 2 && decimal_eq(sum, whole->number.value) ? n : 0;
}

uint32_t figure_behind(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = end_of(f), behind;

	if (!scan_text(s, end, ","))
		return end;
	behind = end_of(f + figure_members(s, f));
	return behind > end && scan_text(s, behind, ",") ? behind + 1 : end;
}
