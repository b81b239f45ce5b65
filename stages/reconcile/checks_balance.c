/* What left, what stayed, and what was inside before. */
#include "checks_parts.h"
#include "words.h"

/* Measures of which one is what left and the other what stayed; the missing are found alive or dead. */
static const struct {
	const char *out, *also, *inside;
} balances[] = {
	{"evacuated", NULL, "remaining"},
	{"rescued", "killed", "missing"},
	{"released", NULL, "detained"},
	{"returned", NULL, "displaced"},
};

/* What the line's best grew by since the end of that day. */
static struct decimal grown_since(const struct line *l, struct str day)
{
	struct decimal before = decimal_of(0);

	for (size_t i = 0; i < l->estimates.n && str_cmp(l->estimates.at[i].as_of, day) <= 0; i++)
		before = l->estimates.at[i].best;
	return decimal_sub(l->track.best, before);
}

/* Do rivals count it, on that day or at last? What one of them has more than another did not leave since. */
static bool is_contested(const struct line *l, struct str day)
{
	int then = ESTIMATE_SINGLE_SOURCE;

	for (size_t i = 0; i < l->estimates.n && str_cmp(l->estimates.at[i].as_of, day) <= 0; i++)
		then = l->estimates.at[i].status;
	return then == ESTIMATE_CONTESTED || l->track.status == ESTIMATE_CONTESTED;
}

/* What was inside at first against what left since and what is inside at last. also: a second way out, or NULL. */
static void check_balance(const struct line *left, const struct line *also, const struct line *inside,
			  const struct terms *terms, struct checks *out, struct arena *arena)
{
	const struct estimate *first = inside->estimates.at, *last = &inside->estimates.at[inside->estimates.n - 1];
	struct decimal gone = grown_since(left, first->as_of);
	struct decimal lost = also ? grown_since(also, first->as_of) : decimal_of(0);
	struct check c = {.kind = STR("balance"),
			  .as_of = checks_later(left->track.as_of, last->as_of),
			  .place = left->track.place,
			  .expected = first->best,
			  .found = decimal_add(decimal_add(gone, lost), last->best)};
	long tolerance = 2 * terms->conf->tolerance_percent; /* "about" on both sides */

	if (is_contested(left, first->as_of) || (also && is_contested(also, first->as_of)) ||
	    is_contested(inside, first->as_of))
		return;
	if (first == last || !c.expected.known || !c.found.known || !checks_meet(left, inside))
		return;
	strs_add(arena, &c.tracks, inside->track.id);
	strs_add(arena, &c.tracks, left->track.id);
	if (also)
		strs_add(arena, &c.tracks, also->track.id);
	c.holds = decimal_cmp(c.found, checks_stretch(c.expected, tolerance)) <= 0 &&
		  decimal_cmp(c.found, checks_stretch(c.expected, -tolerance)) >= 0;
	struct str more = also ? str_printf(arena, ", %.*s %.*s", STR_ARG(also->track.measure),
					    STR_ARG(decimal_grouped(arena, lost)))
			       : STR("");

	c.why = str_printf(arena, "since then %.*s %.*s%.*s and still %.*s %.*s make %.*s; before it was %.*s",
			   STR_ARG(left->track.measure), STR_ARG(decimal_grouped(arena, gone)), STR_ARG(more),
			   STR_ARG(inside->track.measure), STR_ARG(decimal_grouped(arena, last->best)),
			   STR_ARG(decimal_grouped(arena, c.found)), STR_ARG(decimal_grouped(arena, c.expected)));
	checks_add(out, &c, arena);
}

/* Episodes of one quantity in time, looked up by search. */
static int line_cmp(const struct track *a, struct str measure, const struct track *like)
{
	int c = str_cmp(a->place.parent_id, like->place.parent_id);

	c = c ? c : str_cmp(a->measure, measure);
	c = c ? c : str_cmp(a->subject, like->subject);
	return c ? c : str_cmp(a->unit, like->unit);
}

/* The first line at the same place of that measure; tracks->n when there is none. */
static size_t first_of(const struct tracks *tracks, const char *measure, const struct track *like)
{
	size_t low = 0, high = tracks->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (line_cmp(&tracks->at[mid].track, str_of(measure), like) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < tracks->n && line_cmp(&tracks->at[low].track, str_of(measure), like) == 0 ? low : tracks->n;
}

/* The next of these lines from i on that is no addition and meets l in time; NULL for none. */
static const struct line *meeting(const struct tracks *tracks, size_t *i, const char *measure, const struct line *l)
{
	for (; *i < tracks->n && line_cmp(&tracks->at[*i].track, str_of(measure), &l->track) == 0; ++*i)
		if (tracks->at[*i].track.aspect != ASPECT_FLOW && checks_meet(l, &tracks->at[*i]))
			return &tracks->at[(*i)++];
	return NULL;
}

/* Do additions tell of what the total does not? "12 were rescued on Monday." */
static bool has_additions(const struct tracks *tracks, const struct line *l)
{
	const struct line *next = l + 1;

	return next < tracks->at + tracks->n && next->track.aspect == ASPECT_FLOW &&
	       checks_same_but_aspect(&l->track, &next->track) && checks_meet(l, next);
}

void checks_balances(const struct tracks *tracks, const struct line *left, const struct terms *terms,
		     struct checks *out, struct arena *arena)
{
	for (size_t b = 0; b < sizeof balances / sizeof *balances; b++) {
		const struct line *inside, *also = NULL;

		if (!str_is(left->track.measure, balances[b].out) || left->track.aspect == ASPECT_FLOW ||
		    (left->estimates.n == 1 && has_additions(tracks, left)))
			continue;
		size_t in = first_of(tracks, balances[b].inside, &left->track);
		size_t too = balances[b].also ? first_of(tracks, balances[b].also, &left->track) : tracks->n;

		if (balances[b].also && !(also = meeting(tracks, &too, balances[b].also, left)))
			continue;
		while ((inside = meeting(tracks, &in, balances[b].inside, left)))
			check_balance(left, also, inside, terms, out, arena);
	}
}
