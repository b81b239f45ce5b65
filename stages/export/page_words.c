#include "page_words.h"

#include "page_text.h"
#include "records/quantity_words.h"

#define TO "\xE2\x80\x93" /* en dash */

/* Parts of a whole are stated as fractions of one. */
static bool is_share(struct page_quantity q)
{
	return str_starts(q.subject, STR("share_of"));
}

struct str page_quantity_name(struct arena *arena, struct page_quantity q)
{
	return page_capital(arena, quantity_words(arena, q.measure, q.subject, q.unit));
}

struct str page_number(struct arena *arena, struct page_quantity q, struct decimal number)
{
	struct decimal percent = decimal_mul(number, decimal_of(100));

	if (is_share(q) && percent.known)
		return str_printf(arena, "%.*s%%", STR_ARG(decimal_grouped(arena, percent)));
	return decimal_grouped(arena, number);
}

/* The least and the greatest that are known. */
static struct decimal least(const struct page_values *v)
{
	return decimal_min(decimal_min(v->low, v->best), v->high);
}

static struct decimal greatest(const struct page_values *v)
{
	return decimal_max(decimal_max(v->low, v->best), v->high);
}

struct str page_span(struct arena *arena, struct page_quantity q, const struct page_values *v)
{
	struct decimal low = least(v), high = greatest(v);
	struct buf b = {.arena = arena};

	if (!high.known)
		return STR("no number");
	if (v->open_low)
		buf_add(&b, STR("up to "));
	if (!v->open_low && !decimal_eq(low, high))
		buf_printf(&b, "%.*s" TO, STR_ARG(page_number(arena, q, low)));
	buf_printf(&b, "%.*s%s", STR_ARG(page_number(arena, q, high)), v->open_high ? "+" : "");
	return buf_str(&b);
}

struct str page_span_words(struct arena *arena, struct page_quantity q, const struct page_values *v)
{
	struct str low = page_number(arena, q, least(v)), high = page_number(arena, q, greatest(v));

	if (!greatest(v).known)
		return STR("no number");
	if (!str_eq(low, high))
		return str_printf(arena, "%s %.*s and %.*s%s", v->open_low ? "at most between" : "between",
				  STR_ARG(low), STR_ARG(high), v->open_high ? " or more" : "");
	return str_printf(arena, "%s%.*s",
			  v->open_low && v->open_high ? "about "
			  : v->open_low		      ? "at most "
			  : v->open_high	      ? "at least "
						      : "",
			  STR_ARG(high));
}

struct str page_said(struct arena *arena, struct page_quantity q, int qualifier, const struct page_values *v)
{
	struct decimal low = least(v), high = greatest(v);

	if (!high.known)
		return STR("no number");
	if (!decimal_eq(low, high) && !v->best.known)
		return str_printf(arena, "%s%.*s to %.*s", qualifier == QUALIFIER_ORDER ? "vaguely " : "",
				  STR_ARG(page_number(arena, q, low)), STR_ARG(page_number(arena, q, high)));
	return str_printf(arena, "%s%.*s", qualifier_words[qualifier],
			  STR_ARG(page_number(arena, q, v->best.known ? v->best : high)));
}

struct str page_names(struct arena *arena, struct strs names)
{
	enum { MOST = 4 };
	struct buf b = {.arena = arena};
	size_t shown = names.n <= MOST ? names.n : MOST - 1;

	for (size_t i = 0; i < shown; i++)
		buf_printf(&b, "%s%.*s", i == 0 ? "" : i + 1 == names.n ? " and " : ", ", STR_ARG(names.at[i]));
	if (shown < names.n)
		buf_printf(&b, " and %zu others", names.n - shown);
	return buf_str(&b);
}

struct str page_count(struct arena *arena, int64_t n, const char *noun)
{
	return str_printf(arena, "%.*s %s%s", STR_ARG(decimal_grouped(arena, decimal_of(n))), noun, n == 1 ? "" : "s");
}
