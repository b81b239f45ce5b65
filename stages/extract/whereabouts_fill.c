/* How a place is told of a mention, and the place of what no sentence near it tells: the story's. */
#include "whereabouts_parts.h"

void whereabouts_fill_told(const struct whereabouts *w, const struct name *name, const char *rule, struct mention *m)
{
	m->place = name->where;
	m->place_surface = reading_text(w->r, name->first, name->n);
	m->place_start = w->r->tokens.at[name->first].start;
	strs_add(w->r->arena, &m->rules, str_of(rule));
}

void whereabouts_fill_titled(const struct whereabouts *w, const struct name *name, struct mention *m)
{
	m->place = name->where;
	m->place_surface = reading_text(&w->title.r, name->first, name->n);
	strs_add(w->r->arena, &m->rules, STR("where.title"));
}

static void fill_main(const struct whereabouts *w, struct mention *m)
{
	if (w->main_in_title)
		whereabouts_fill_titled(w, w->main, m);
	else
		whereabouts_fill_told(w, w->main, "where.main", m);
}

bool whereabouts_fill_country(const struct whereabouts *w, uint32_t of, const char *rule, struct mention *m)
{
	if (of == PLACE_NONE)
		return false;
	struct place place = gazetteer_place(w->r->know->places, of);

	if (!place.country_name.n)
		return false;
	m->place = place.country_name;
	strs_add(w->r->arena, &m->rules, str_of(rule));
	return true;
}

/* What holds the towns of a story of many. */
static bool fill_all_towns(const struct whereabouts *w, struct mention *m)
{
	uint32_t place = w->main->place != PLACE_NONE ? w->main->place : w->nation;
	struct place town;

	if (w->scattered == SCATTERED_IN_COUNTRY)
		return whereabouts_fill_country(w, place, "where.many_towns", m);
	town = gazetteer_place(w->r->know->places, place);
	m->place =
		str_printf(w->r->arena, "%.*s;in=%.*s;hint=province", STR_ARG(town.admin1), STR_ARG(town.country_name));
	strs_add(w->r->arena, &m->rules, STR("where.many_towns"));
	return true;
}

/* Does a body of many states say it ("the World Health Organization has confirmed 70,000 cases"), in a town where such
 * bodies sit and reporters hear them? To Lampedusa one goes for what happens there. */
static bool is_of_world_body(const struct whereabouts *w, uint32_t token)
{
	enum { SEAT_LEAST = 150000 }; /* [persons] */
	const struct lexicon *lex = w->r->know->lex;
	const struct attribution *a = speakers_of(w->said, token);

	if (!a || a->n_speakers != 1 || w->main->place == PLACE_NONE ||
	    gazetteer_population(w->r->know->places, w->main->place) < SEAT_LEAST)
		return false;
	int64_t row = lexicon_row(lex, LEXICON_ACTORS, a->speakers[0].name);

	return row >= 0 &&
	       str_is(lexicon_cell(lex, LEXICON_ACTORS, (uint32_t)row, lexicon_column(lex, LEXICON_ACTORS, "type")),
		      "igo");
}

void whereabouts_fill_story(const struct whereabouts *w, uint32_t token, struct mention *m)
{
	enum { MANY = 10 }; /* fewer are of one incident, and so of one town */

	if (w->scattered && m->value.known && decimal_cmp(m->value, decimal_of(MANY)) >= 0 && fill_all_towns(w, m))
		return;
	if (w->main && !w->main_untold)
		fill_main(w, m);
	else if (whereabouts_fill_country(w, w->abroad, "where.told_country", m) || !w->main ||
		 is_of_world_body(w, token))
		return;
	else if (!w->main_far || !whereabouts_fill_country(w, w->main->place, "where.dateline_country", m))
		fill_main(w, m);
}
