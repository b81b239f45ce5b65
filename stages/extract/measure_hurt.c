/* Those who need care because something hurt them, which the sentence tells. */
#include "figure_words.h"
#include "measures.h"

enum { NEAR = 6, REACH = 16 }; /* [tokens] */

/* A word of the kind within a few tokens, and no mark before it. */
static bool leads_to(const struct figure_scan *s, uint32_t from, enum function_kind kind)
{
	for (uint32_t i = from; i < s->end && i < from + NEAR && s->r->tokens.at[i].kind != TOKEN_MARK; i++) {
		if (figure_word(s->r, i, kind))
			return true;
		if (figure_is_dash(s->r, i + 1))
			i++; /* "a drive-by shooting" */
	}
	return false;
}

/* "after being | shot", "after he was | hit by a car": a word of harm that was done to them. */
static bool leads_to_harm(const struct figure_scan *s, uint32_t from)
{
	static const char *const harms[] = {"shot", "stabbed", "knifed", "beaten", "wounded", "attacked"};

	for (uint32_t i = from; i < s->end && i < from + NEAR && s->r->tokens.at[i].kind != TOKEN_MARK; i++)
		if (scan_has(s, i, FUNCTION_BE))
			return scan_is_one_of(s, i + 1, harms, sizeof harms / sizeof *harms) ||
			       (figure_word(s->r, i + 1, FUNCTION_STRIKING) && scan_text(s, i + 2, "by"));
	return false;
}

/* "after a shooting", "in the crash", "with gunshot wounds", "for their injuries". */
static bool is_told_behind(const struct figure_scan *s, uint32_t from)
{
	for (uint32_t i = from; i < s->end && i < from + REACH; i++) {
		bool after = scan_text(s, i, "after") || scan_text(s, i, "in") || scan_text(s, i, "following");
		bool with = scan_text(s, i, "with") || scan_text(s, i, "for") || scan_text(s, i, "of");

		if ((after && (leads_to(s, i + 1, FUNCTION_BLOW) || leads_to_harm(s, i + 1))) ||
		    (with && leads_to(s, i + 1, FUNCTION_WOUND)))
			return true;
	}
	return false;
}

/* "A shooting …", "the blast that …". */
static bool is_told_before(const struct figure_scan *s, uint32_t to)
{
	for (uint32_t i = to; i > s->start && to - i < REACH; i--)
		if (figure_word(s->r, i - 1, FUNCTION_BLOW))
			return true;
	return false;
}

bool measure_is_hurt(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	uint32_t before = f->first - (f->first > s->start), end = f->first + f->n;
	bool active = t->first < f->first;
	bool left = scan_text(s, before, "left") || scan_text(s, before, "leaving") || scan_text(s, before, "leaves");
	bool stays = t->first > s->start && str_starts(s->r->tokens.at[t->first - 1].lower, STR("remain"));

	if (!str_eq(t->measure, STR("needing_care")) || stays)
		return false;
	if (t->counts == COUNTS_COMPLEMENT && !active) /* "two are in the hospital after they were stabbed" */
		return is_told_behind(s, t->first + t->n);
	if (!trigger_is_verb(t))
		return false;
	if ((active || left) && is_told_before(s, active ? t->first : before))
		return true;
	if (active)
		return is_told_behind(s, end);
	return measure_is_passive(s, t) && is_told_behind(s, t->first + t->n);
}
