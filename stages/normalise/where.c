#include "where.h"

#include "base/hash.h"
#include "where_parts.h"

/* What an expression was found to mean. */
struct known {
	struct str text; /* its text form */
	struct place_ref ref;
	bool found;
};

struct expression expression_parse(struct str text)
{
	struct expression e = {.name = str_trim(str_cut(&text, ';'))};

	while (text.at) {
		struct str value = str_cut(&text, ';'), key = str_cut(&value, '=');

		if (str_eq(key, STR("part")))
			e.part = value;
		else if (str_eq(key, STR("hint")))
			e.hint = value;
		else if (str_eq(key, STR("near")))
			e.near = str_eq(value, STR("yes"));
		else if (str_eq(key, STR("is")))
			e.demonym = str_eq(value, STR("demonym"));
		else if (str_eq(key, STR("seat")))
			e.seat = str_eq(value, STR("yes"));
		else if (str_eq(key, STR("beside")))
			e.beside = value;
		else if (str_eq(key, STR("in")) && e.n_in < WHERE_CONTAINERS)
			e.in[e.n_in++] = value;
	}
	return e;
}

struct where *where_document(struct where_names *names, const struct mention *mentions, size_t n, struct arena *arena)
{
	struct where *w = ARENA_NEW(arena, struct where);

	w->g = names->g;
	w->names = names;
	w->arena = arena;
	w->seat = PLACE_NONE;
	for (w->slots = 16; w->slots < 2 * (n + (n ? mentions[0].places.n : 0)) + 2;)
		w->slots *= 2;
	w->known = ARENA_ARRAY(arena, struct known *, w->slots);
	w->voted = ARENA_ARRAY(arena, uint64_t, w->slots);
	w->told = ARENA_ARRAY(arena, struct told, w->slots);
	where_vote(w, mentions, n);
	return w;
}

static struct known **slot_of(struct where *w, struct str text)
{
	size_t i = hash64(text) & (w->slots - 1), tried = 0;

	while (w->known[i] && !str_eq(w->known[i]->text, text) && ++tried < w->slots)
		i = (i + 1) & (w->slots - 1);
	return &w->known[i];
}

static struct known *resolve(struct where *w, struct str text)
{
	struct expression e = expression_parse(text);

	where_inherit(w, &e);
	uint32_t place = where_choose(w, &e), holder = where_holder(w, &e);
	struct known *known = ARENA_NEW(w->arena, struct known);
	const uint32_t *candidates;

	/* "on the Bagmati river in Bihar": a river is called after many places, and is long */
	if (str_eq(e.hint, STR("river")) && holder != PLACE_NONE &&
	    (place == PLACE_NONE || gazetteer_kind(w->g, place) != PLACE_LINE)) {
		place = holder;
		holder = PLACE_NONE;
	}
	known->text = text;
	/* a name that the words make a place's, or another place of a known name */
	bool named = holder != PLACE_NONE || e.hint.n || where_candidates(w, &e, &candidates) > 0;

	known->found = e.name.n && (place != PLACE_NONE || (!e.demonym && named));
	if (known->found)
		place_fill(w, &e, place, holder, &known->ref);
	return known;
}

bool where_resolve(struct where *w, const struct mention *m, struct place_ref *out)
{
	*out = (struct place_ref){0};
	if (!m->place.n)
		return false;
	struct known **known = slot_of(w, m->place);

	/* Full only when asked about other mentions than the document's own: then nothing is kept. */
	if (!*known || !str_eq((*known)->text, m->place))
		*known = resolve(w, m->place);
	*out = (*known)->ref;
	return (*known)->found;
}

bool where_is_home(const struct where *w, struct str country)
{
	uint32_t place = gazetteer_country(w->g, country);
	int slot = place == PLACE_NONE ? -1 : gazetteer_country_code(w->g, place);

	return slot >= 0 && w->most_votes > 0 && w->votes[slot] == w->most_votes;
}
