/* "Overall, 18 people died", "In all, the flood destroyed 400 homes": what such a sentence sums up is of more than the
 * place told last. */
#include "whereabouts_parts.h"

bool whereabouts_sums_up(const struct whereabouts *w, uint32_t token)
{
	static const struct str words[] = {STR_WORD("overall"), STR_WORD("altogether"), STR_WORD("collectively"),
					   STR_WORD("combined")};
	uint32_t i = w->r->sentences.at[w->r->sentence_of[token]].first;

	return whereabouts_is_one_of(w, i, words, sizeof words / sizeof *words) ||
	       (whereabouts_is(w, i, "all") && whereabouts_is(w, i + 1, "told")) ||
	       (whereabouts_is(w, i, "in") && (whereabouts_is(w, i + 1, "all") || whereabouts_is(w, i + 1, "total")) &&
		whereabouts_is(w, i + 2, ","));
}

bool whereabouts_fill_sum(const struct whereabouts *w, const struct name **near, struct mention *m)
{
	const struct gazetteer *g = w->r->know->places;
	const struct name *last = *near, *main = w->main;

	if (!last || last->place == PLACE_NONE || gazetteer_kind(g, last->place) <= PLACE_COUNTRY ||
	    (main && main->place == last->place))
		return false;
	bool towns = main && main->place != PLACE_NONE && gazetteer_kind(g, main->place) > PLACE_COUNTRY &&
		     gazetteer_country_code(g, main->place) >= 0 &&
		     gazetteer_country_code(g, main->place) == gazetteer_country_code(g, last->place);

	*near = NULL;
	return towns && whereabouts_fill_country(w, last->place, "where.sum", m);
}
