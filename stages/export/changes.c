#include "changes.h"

#include "records/quantity_words.h"

static bool same_estimate(const struct track *now, const struct earlier_track *before)
{
	return decimal_eq(now->low, before->low) && decimal_eq(now->best, before->best) &&
	       decimal_eq(now->high, before->high) && now->open_low == before->open_low &&
	       now->open_high == before->open_high;
}

enum change_kind change_of(const struct track *now, const struct earlier_track *before)
{
	if (!before)
		return CHANGE_NEW;
	if (now->status == ESTIMATE_CONTESTED && before->status != ESTIMATE_CONTESTED)
		return CHANGE_CONTESTED;
	if (now->status != ESTIMATE_CONTESTED && before->status == ESTIMATE_CONTESTED)
		return CHANGE_SETTLED;
	return same_estimate(now, before) ? CHANGE_NONE : CHANGE_REVISED;
}

static struct str estimate_words(struct arena *arena, struct decimal low, struct decimal best, struct decimal high,
				 bool open_low, bool open_high, int status)
{
	struct decimal parts[] = {low, best, high}, last = DECIMAL_NULL;
	struct buf b = {.arena = arena};

	if (open_low)
		buf_add(&b, STR("below "));
	for (size_t i = 0; i < 3; i++) {
		if (!parts[i].known || decimal_eq(parts[i], last))
			continue;
		buf_printf(&b, "%s%.*s", last.known ? " to " : "", STR_ARG(decimal_grouped(arena, parts[i])));
		last = parts[i];
	}
	if (open_high)
		buf_add(&b, STR(" or more"));
	struct str word = str_spaced(arena, str_of(estimate_statuses[status]));

	buf_printf(&b, " (%.*s)", STR_ARG(word));
	return buf_str(&b);
}

static struct decimal figure_of(const struct assertion *a)
{
	return a->best.known ? a->best : a->low.known ? a->low : a->high;
}

static void add_statement(struct buf *b, const struct track *t, const struct assertion *now,
			  const struct assertion *old)
{
	struct arena *arena = b->arena;
	struct str who = now->source.name.n ? now->source.name : STR("a report without a named source");

	if (b->n)
		buf_add(b, STR("; "));
	if (old && !decimal_eq(figure_of(now), figure_of(old)))
		buf_printf(b, "%.*s %s its count of %.*s from %.*s to %.*s", STR_ARG(who),
			   decimal_cmp(figure_of(now), figure_of(old)) > 0 ? "raised" : "lowered",
			   STR_ARG(quantity_words(arena, t->measure, t->subject, STR_NULL)),
			   STR_ARG(assertion_words(arena, old)), STR_ARG(assertion_words(arena, now)));
	else
		buf_printf(b, "%.*s %s %.*s", STR_ARG(who), now->polarity == POLARITY_DENIED ? "denied" : "said",
			   STR_ARG(assertion_words(arena, now)));
}

struct str change_words(struct arena *arena, const struct track *now, const struct earlier_track *before,
			const struct assertion *const *fresh, const struct assertion *const *replaced, size_t n)
{
	enum { MOST = 6 };
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < n && i < MOST; i++)
		add_statement(&b, now, fresh[i], replaced[i]);
	if (n > MOST)
		buf_printf(&b, "; and %zu more", n - MOST);
	buf_printf(&b, "%snow %.*s", b.n ? ": " : "",
		   STR_ARG(estimate_words(arena, now->low, now->best, now->high, now->open_low, now->open_high,
					  now->status)));
	if (before)
		buf_printf(&b, ", was %.*s",
			   STR_ARG(estimate_words(arena, before->low, before->best, before->high, before->open_low,
						  before->open_high, before->status)));
	return buf_str(&b);
}
