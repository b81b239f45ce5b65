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

/* The kind of disaster that the noun names, of those that strike one place and do not move on; empty: none. */
static struct str kind_at(const struct whereabouts *w, uint32_t token)
{
	const struct event_type *type = sudden_noun(w->r, token);

	return type && type->course == COURSE_STAYS ? type->name : STR_NULL;
}

static bool is_break(const struct whereabouts *w, uint32_t i)
{
	const struct token *t = &w->r->tokens.at[i];

	if (tag_is_verb((enum tag)t->tag))
		return !figure_word(w->r, i, FUNCTION_HAPPENING);
	return t->kind == TOKEN_NUMBER || str_is(t->text, ",") || str_is(t->text, ";") || str_is(t->text, "(");
}

/* The kind of disaster that the place is told with: "the Haiti earthquake", "Haiti's devastating quake", "the
 * earthquake in Haiti", "the storm that struck Haiti". */
static struct str told_with(const struct whereabouts *w, const struct name *name)
{
	struct sentence s = w->r->sentences.at[w->r->sentence_of[name->first]];
	uint32_t end = name->first + name->n;
	struct str kind = {0};

	if (name->stance != NAME_STANDS) {
		for (uint32_t i = end; i < s.first + s.n && i <= end + 2 && !kind.n; i++)
			kind = kind_at(w, i);
		return kind;
	}
	for (uint32_t i = name->first; i > s.first && name->first - i < BESIDE && !is_break(w, i - 1) && !kind.n; i--)
		kind = kind_at(w, i - 1);
	return kind;
}

static void count(struct disasters *of, const struct name *name, struct str kind)
{
	for (size_t i = 0; i < of->n; i++)
		if (str_eq(of->at[i].kind, kind) && of->at[i].place->place == name->place) {
			of->at[i].times++;
			return;
		}
	if (of->n < SEATS)
		of->at[of->n++] = (struct disaster){kind, name, 1};
}

/* No sea, no part of the world. */
static bool is_of_country(const struct whereabouts *w, const struct name *name)
{
	return name->place != PLACE_NONE && gazetteer_country_code(w->r->know->places, name->place) >= 0;
}

void whereabouts_find_disasters(struct whereabouts *w)
{
	w->disasters.at = ARENA_ARRAY(w->r->arena, struct disaster, SEATS);
	for (size_t i = 0; i < w->n; i++) {
		struct str kind = is_of_country(w, w->at[i].name) ? told_with(w, w->at[i].name) : STR_NULL;

		if (kind.n)
			count(&w->disasters, w->at[i].name, kind);
	}
}

/* The place told most often with that kind; NULL: none, or several as often. */
static const struct name *seat_of(const struct disasters *of, struct str kind)
{
	const struct disaster *best = NULL;
	bool tied = false;

	for (size_t i = 0; i < of->n; i++) {
		const struct disaster *d = &of->at[i];

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
		struct str kind = kind_at(w, i);
		const struct name *seat = kind.n && is_definite(w, i) ? seat_of(&w->disasters, kind) : NULL;

		if (seat)
			return is_abroad(w, seat, w->main) ? seat : NULL;
	}
	return NULL;
}
