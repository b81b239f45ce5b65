/* Where a disaster was that a figure is tied to by its name alone ("the quake killed 200,000"): where the text tells
 * it, though the story is about helpers and survivors elsewhere. */
#include "figure_words.h"
#include "sudden.h"
#include "whereabouts_parts.h"

enum {
	SEATS = 32, /* told apart in one text */
	BESIDE = 5, /* tokens from the noun to the place */
	NEAR = 40   /* tokens from a figure to the noun */
};

/* The disaster that the noun names, of those with a course; NULL: none. */
static const struct event_type *disaster_at(const struct whereabouts *w, uint32_t token)
{
	const struct event_type *type = sudden_noun(w->r, token);

	return type && type->course != COURSE_NONE ? type : NULL;
}

/* One that strikes one place and does not move on. */
static bool stays(const struct event_type *type)
{
	return type && type->course == COURSE_STAYS;
}

/* One that strikes many towns: a flood, a storm, an earthquake. */
static bool is_wide(const struct event_type *type)
{
	return type->course == COURSE_MOVES || str_is(type->name, "earthquake");
}

static bool is_break(const struct whereabouts *w, uint32_t i)
{
	const struct token *t = &w->r->tokens.at[i];

	if (tag_is_verb((enum tag)t->tag))
		return !figure_word(w->r, i, FUNCTION_HAPPENING);
	return t->kind == TOKEN_NUMBER || str_is(t->text, ",") || str_is(t->text, ";") || str_is(t->text, "(");
}

/* The disaster that the place is told with: "the Haiti earthquake", "Haiti's devastating quake", "the
 * earthquake in Haiti", "the storm that struck Haiti". */
static const struct event_type *told_with(const struct whereabouts *w, const struct name *name)
{
	struct sentence s = w->r->sentences.at[w->r->sentence_of[name->first]];
	uint32_t end = name->first + name->n;
	const struct event_type *type = NULL;

	if (name->stance != NAME_STANDS) {
		for (uint32_t i = end; i < s.first + s.n && i <= end + 2 && !type; i++)
			type = disaster_at(w, i);
		return type;
	}
	for (uint32_t i = name->first; i > s.first && name->first - i < BESIDE && !is_break(w, i - 1) && !type; i--)
		type = disaster_at(w, i - 1);
	return type;
}

static void count(struct disaster *at, size_t *n, size_t room, const struct name *name, struct str kind)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(at[i].kind, kind) && at[i].place->place == name->place) {
			at[i].times++;
			return;
		}
	if (*n < room)
		at[(*n)++] = (struct disaster){kind, name, 1};
}

/* No sea, no part of the world. */
static bool is_of_country(const struct whereabouts *w, const struct name *name)
{
	return name->place != PLACE_NONE && gazetteer_country_code(w->r->know->places, name->place) >= 0;
}

void whereabouts_find_disasters(struct whereabouts *w)
{
	struct disasters *of = &w->disasters;

	of->at = ARENA_ARRAY(w->r->arena, struct disaster, SEATS);
	for (size_t i = 0; i < w->n; i++) {
		const struct name *name = w->at[i].name;
		const struct event_type *type = is_of_country(w, name) ? told_with(w, name) : NULL;

		if (stays(type))
			count(of->at, &of->n, SEATS, name, type->name);
		if (type && is_wide(type) && gazetteer_kind(w->r->know->places, name->place) == PLACE_COUNTRY)
			count(of->lands, &of->lands_n, sizeof of->lands / sizeof *of->lands, name, STR_NULL);
	}
}

/* The place told most often with that kind; NULL: none, or several as often. */
static const struct name *seat_of(const struct disaster *at, size_t n, struct str kind)
{
	const struct disaster *best = NULL;
	bool tied = false;

	for (size_t i = 0; i < n; i++) {
		const struct disaster *d = &at[i];

		if (!str_eq(d->kind, kind))
			continue;
		tied = best && d->times == best->times ? true : tied && best && d->times < best->times;
		if (!best || d->times > best->times)
			best = d;
	}
	return best && !tied ? best->place : NULL;
}

/* "the quake", "Tuesday's 7.0-magnitude earthquake", not "a quake". */
static bool is_definite(const struct whereabouts *w, uint32_t noun)
{
	enum { LONG = 6 };
	uint32_t first = w->r->sentences.at[w->r->sentence_of[noun]].first;

	for (uint32_t i = noun; i > first && noun - i < LONG; i--) {
		struct token t = w->r->tokens.at[i - 1];

		if (t.tag == TAG_POS || str_is(t.lower, "the") || str_is(t.lower, "this") || str_is(t.lower, "that"))
			return true;
		if (t.tag == TAG_DT || t.tag == TAG_IN || tag_is_verb((enum tag)t.tag))
			return false;
	}
	return false;
}

static bool is_abroad(const struct whereabouts *w, const struct name *a, const struct name *b)
{
	const struct gazetteer *g = w->r->know->places;

	return b->place != PLACE_NONE && gazetteer_country_code(g, a->place) != gazetteer_country_code(g, b->place);
}

const struct name *whereabouts_of_disaster(const struct whereabouts *w, uint32_t token)
{
	struct sentence s = w->r->sentences.at[w->r->sentence_of[token]];
	uint32_t from = token > s.first + NEAR ? token - NEAR : s.first, end = s.first + s.n;

	for (uint32_t i = from; w->main && w->disasters.n && i < end && i < token + NEAR; i++) {
		const struct event_type *type = disaster_at(w, i);
		const struct name *seat =
			stays(type) && is_definite(w, i) ? seat_of(w->disasters.at, w->disasters.n, type->name) : NULL;

		if (seat)
			return is_abroad(w, seat, w->main) ? seat : NULL;
	}
	return NULL;
}

/* From how many on they are more than one town's. */
static bool is_of_many_towns(const struct mention *m)
{
	enum { DEAD = 1000, DISPLACED = 100000 };
	static const struct str harmed[] = {STR_WORD("killed"), STR_WORD("injured"), STR_WORD("casualties")};
	static const struct str driven[] = {STR_WORD("homeless"), STR_WORD("displaced"), STR_WORD("affected")};
	int least = str_is_one_of(m->measure, harmed, sizeof harmed / sizeof *harmed)	? DEAD
		    : str_is_one_of(m->measure, driven, sizeof driven / sizeof *driven) ? DISPLACED
											: 0;

	return least && !m->unit.n && m->value.known && decimal_cmp(m->value, decimal_of(least)) >= 0;
}

const struct name *whereabouts_of_land(const struct whereabouts *w, const struct mention *m)
{
	const struct gazetteer *g = w->r->know->places;

	if (!w->disasters.lands_n || !w->main || w->main->place == PLACE_NONE ||
	    gazetteer_kind(g, w->main->place) <= PLACE_ADMIN1 || !is_of_many_towns(m))
		return NULL;
	const struct name *land = seat_of(w->disasters.lands, w->disasters.lands_n, STR_NULL);

	return land && !is_abroad(w, land, w->main) ? land : NULL;
}
