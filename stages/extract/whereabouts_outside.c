#include "whereabouts_parts.h"

/* "the country", and not "the country's embassy" */
static bool is_the_land(const struct whereabouts *w, uint32_t i)
{
	static const struct str lands[] = {STR_WORD("country"), STR_WORD("nation"), STR_WORD("continent"),
					   STR_WORD("region"), STR_WORD("province")};

	return whereabouts_is(w, i, "the") && whereabouts_is_one_of(w, i + 1, lands, sizeof lands / sizeof *lands) &&
	       (i + 2 >= w->r->tokens.n || w->r->tokens.at[i + 2].tag != TAG_POS);
}

/* A province, a country or more: outside of a town is near it. */
static bool is_wide(const struct whereabouts *w, uint32_t i)
{
	uint32_t sentence = w->r->sentence_of[i];

	for (uint32_t k = w->first_of[sentence]; k < w->first_of[sentence + 1]; k++) {
		const struct name *name = w->at[k].name;

		if (name->first == i)
			return name->place != PLACE_NONE && name->stance != NAME_POSSESSES &&
			       gazetteer_kind(w->r->know->places, name->place) <= PLACE_ADMIN1;
	}
	return false;
}

static bool is_outside(const struct whereabouts *w, uint32_t i)
{
	if (!whereabouts_is(w, i, "outside"))
		return false;
	i += whereabouts_is(w, i + 1, "of") ? 2 : 1;
	return i < w->r->tokens.n && (is_the_land(w, i) || is_wide(w, i));
}

bool whereabouts_is_elsewhere(const struct whereabouts *w, uint32_t token)
{
	enum { OPENING = 2, REACH = 16 }; /* [tokens] */
	struct sentence s = w->r->sentences.at[w->r->sentence_of[token]];
	uint32_t end = whereabouts_told_end(w, token);

	for (uint32_t i = token + 1; i < end; i++)
		if (is_outside(w, i))
			return true;
	for (uint32_t i = s.first; i < s.first + OPENING && i < token && token <= i + REACH; i++)
		if (is_outside(w, i))
			return true;
	return false;
}
