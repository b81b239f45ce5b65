#include "who_parts.h"

/* Is it the name of an office that each country has, without its country? A foreign ministry, an army may be those of
 * another country than the story's. */
static bool is_domestic(const struct who_words *w, struct str name)
{
	int64_t row = lexicon_row(w->lex, LEXICON_SOURCE_NOUNS, name);

	if (row < 0 || !str_eq(lexicon_cell(w->lex, LEXICON_SOURCE_NOUNS, (uint32_t)row, w->column.office), name))
		return false;
	return str_is(name, "government") || (str_ends(name, STR("Ministry")) && !str_is(name, "Foreign Ministry"));
}

struct who who_at_home(const struct who_words *w, const struct who *who, struct str country)
{
	uint32_t home = gazetteer_country(w->places, country);
	struct who out = *who;

	if (home == PLACE_NONE)
		return out;
	if (is_domestic(w, who->source.name)) {
		struct body body = body_of_office(w, home, who->source.name);

		out.source = body.ref;
		out.organisation = body.whole;
	} else if (is_domestic(w, who->organisation.name)) {
		out.organisation = body_of_office(w, home, who->organisation.name).ref;
	}
	return out;
}
