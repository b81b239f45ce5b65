/* What a title says of where its story's numbers are: "Mozambique: 200 dead in cyclone". */
#include "figure_words.h"
#include "whereabouts_parts.h"

/* A country or division that a title opens with, before a colon or dash. */
static bool is_topic(const struct whereabouts *w, const struct reading *r, const struct name *name, uint32_t first)
{
	static const char *const marks[] = {":", "-", "\u2013", "\u2014"};
	uint32_t end = name->first + name->n;

	if (name->first != first || name->kind != NAME_PLACE || name->place == PLACE_NONE ||
	    gazetteer_kind(w->r->know->places, name->place) > PLACE_ADMIN1 ||
	    gazetteer_country_code(w->r->know->places, name->place) < 0)
		return false;
	for (size_t i = 0; end < r->tokens.n && i < sizeof marks / sizeof *marks; i++)
		if (str_is(r->tokens.at[end].text, marks[i]))
			return true;
	return false;
}

/* "Cyclones Idai and Kenneth: Mozambique National Situation Report 2": the one country that a bulletin is about. */
static const struct name *of_bulletin(const struct whereabouts *w)
{
	const struct reading *r = &w->title.r;
	const struct name *country = NULL;
	bool bulletin = false;

	for (uint32_t i = 0; i < r->tokens.n && !bulletin; i++)
		bulletin = figure_word(r, i, FUNCTION_BULLETIN) > 0;
	for (size_t i = 0; bulletin && i < w->title.names.n; i++) {
		const struct name *name = &w->title.names.at[i];

		if (name->kind != NAME_PLACE || name->place == PLACE_NONE ||
		    gazetteer_kind(w->r->know->places, name->place) != PLACE_COUNTRY)
			continue;
		if (country && country->place != name->place)
			return NULL;
		country = name;
	}
	return country;
}

void whereabouts_find_topic(struct whereabouts *w)
{
	w->topic = of_bulletin(w);
	w->bulletin = w->topic != NULL;
	if (w->topic)
		return;
	if (w->title.names.n && is_topic(w, &w->title.r, &w->title.names.at[0], 0))
		w->topic = &w->title.names.at[0];
	if (w->topic || !w->n || w->r->block_of[w->at[0].sentence] != BLOCK_TITLE ||
	    !is_topic(w, w->r, w->at[0].name, w->r->sentences.at[w->at[0].sentence].first))
		return;
	w->topic = w->at[0].name;
	w->topic_in_text = true;
}

bool whereabouts_is_off_topic(const struct whereabouts *w, const struct name *name)
{
	const struct gazetteer *g = w->r->know->places;

	return w->topic && name->place != PLACE_NONE &&
	       gazetteer_country_code(g, name->place) != gazetteer_country_code(g, w->topic->place);
}

static bool is_number(const struct token *t, struct decimal value)
{
	struct decimal number;
	struct err err;

	return t->kind == TOKEN_NUMBER && decimal_parse(t->text, &number, &err) && decimal_cmp(number, value) == 0;
}

const struct name *whereabouts_of_title(const struct whereabouts *w, const struct mention *m, const struct name *near)
{
	enum { DISTINCT = 10 }; /* smaller ones are like each other by chance */
	const struct name *place = NULL;
	bool told = false;

	if (!m->measure.n || !m->value.known || w->title.names.n == 0 ||
	    decimal_cmp(m->value, decimal_of(DISTINCT)) < 0)
		return NULL;
	for (uint32_t i = 0; i < w->title.r.tokens.n && !told; i++)
		told = is_number(&w->title.r.tokens.at[i], m->value);
	for (size_t i = 0; told && i < w->title.names.n; i++) {
		const struct name *name = &w->title.names.at[i];

		if (name->kind != NAME_PLACE || name->place == PLACE_NONE || name->stance == NAME_ACTS)
			continue;
		if (place)
			return NULL;
		place = name;
	}
	if (place && w->nation != PLACE_NONE &&
	    gazetteer_country_code(w->r->know->places, place->place) !=
		    gazetteer_country_code(w->r->know->places, w->nation))
		return NULL;
	if (place && near && place != w->topic &&
	    (near->place == PLACE_NONE || gazetteer_within(w->r->know->places, near->place, place->place)))
		return NULL;
	return place;
}
