/* Whose number it is that names no place: of the country that counts or has what is counted, of the town that the
 * speaker serves. */
#include "whereabouts_parts.h"

static bool is_country(const struct whereabouts *w, const struct name *name)
{
	return name->kind == NAME_PLACE && name->place != PLACE_NONE &&
	       gazetteer_kind(w->r->know->places, name->place) == PLACE_COUNTRY;
}

/* The country that the words name; NULL: none. */
static const struct name *country_in(const struct whereabouts *w, uint32_t sentence, uint32_t first, uint32_t end)
{
	for (uint32_t i = w->first_of[sentence]; i < w->first_of[sentence + 1]; i++)
		if (w->at[i].name->first >= first && w->at[i].name->first < end && is_country(w, w->at[i].name))
			return w->at[i].name;
	return NULL;
}

/* "had", "has seen", "hosts": the verb by which a subject has something within it, as its main verb. */
static bool is_having(const struct whereabouts *w, const struct verb_group *v)
{
	return whereabouts_is(w, v->verb, "has") || whereabouts_is(w, v->verb, "had") ||
	       whereabouts_is(w, v->verb, "have") || whereabouts_scope(w, v->verb) == SCOPE_HAS;
}

/* Does another clause begin between them? "Haiti had a quake that killed 200,000" */
static bool in_clause_of(const struct whereabouts *w, const struct phrases *p, uint32_t verb, uint32_t token)
{
	for (uint32_t i = verb + 1; i < token; i++) {
		const struct token *t = &w->r->tokens.at[i];
		const struct verb_group *v = phrases_verb_at(p, i);

		if (str_is(t->text, ";") || str_is(t->text, "(") || t->tag == TAG_WDT || t->tag == TAG_WP ||
		    str_is(t->lower, "that") || str_is(t->lower, "in"))
			return false;
		if (v && v->verb == i && v->tense != TENSE_NONE && !(v->flags & (VERB_ELLIPTIC | VERB_PARTICIPLE)))
			return false;
	}
	return true;
}

/* A division or town of the gazetteer that speaks for no country. */
static bool is_told_place(const struct whereabouts *w, const struct name *name)
{
	const struct gazetteer *g = w->r->know->places;

	return name->kind == NAME_PLACE && name->place != PLACE_NONE &&
	       gazetteer_kind(g, name->place) > PLACE_COUNTRY && gazetteer_kind(g, name->place) < PLACE_SEA &&
	       gazetteer_speaks_for(g, name->place) == PLACE_NONE;
}

/* "has confirmed 71 deaths", "on Sunday recorded 793": its source counts its own, and says nothing of others ("said 33
 * of its soldiers died"). */
static bool is_counting(const struct whereabouts *w, const struct attribution *a)
{
	return a->contents.at[0].first >= a->verb && !whereabouts_is(w, a->contents.at[0].first, "that") &&
	       whereabouts_scope(w, a->verb) == SCOPE_COUNTS;
}

/* "Zimbabwe has confirmed 71 deaths": the country that counts its own; NULL: none does. */
static const struct name *counting(const struct whereabouts *w, const struct attribution *a)
{
	return is_counting(w, a) ? country_in(w, a->sentence, a->source.first, a->source.end) : NULL;
}

/* "4,072 cases and seven deaths": of a disease, which a government counts in all of its country; a blast was in one
 * town. */
static bool tells_cases(const struct whereabouts *w, uint32_t token)
{
	struct sentence s = w->r->sentences.at[w->r->sentence_of[token]];

	for (uint32_t i = s.first; i < s.first + s.n; i++)
		if (whereabouts_is(w, i, "cases") || whereabouts_is(w, i, "infections"))
			return true;
	return false;
}

/* "The government has recorded 4,072 cases": a country's, whatever town the story is of. */
bool whereabouts_counts_nation(const struct whereabouts *w, uint32_t token)
{
	const struct attribution *a = speakers_of(w->said, token);

	if (!a || !a->states || !a->contents.n || a->source.end <= a->source.first || !is_counting(w, a))
		return false;
	return tells_cases(w, token) && whereabouts_is(w, a->source.first, "the") &&
	       (whereabouts_is(w, a->source.end - 1, "government") || whereabouts_is(w, a->source.end - 1, "ministry"));
}

/* "Egypt said it had no cases": what a country says of itself. NULL: it speaks of others. */
static const struct name *of_itself(const struct whereabouts *w, const struct phrases *p, const struct attribution *a,
				    uint32_t token)
{
	uint32_t it = a->contents.at[0].first + whereabouts_is(w, a->contents.at[0].first, "that");
	const struct verb_group *v = phrases_verb_at(p, it + 1);

	if (!whereabouts_is(w, it, "it") || it >= token || !v || v->verb >= token || !is_having(w, v) ||
	    !in_clause_of(w, p, v->verb, token))
		return NULL;
	return country_in(w, a->sentence, a->source.first, a->source.end);
}

/* "UNICEF said Samoa had 1,700 cases", "Jordan hosts 600,000 refugees": the country that is the subject. */
static const struct name *having(const struct whereabouts *w, const struct phrases *p, uint32_t token)
{
	uint32_t sentence = w->r->sentence_of[token];

	for (uint32_t i = w->first_of[sentence + 1]; i-- > w->first_of[sentence];) {
		const struct name *name = w->at[i].name;
		const struct noun_phrase *subject =
			name->first < token && is_country(w, name) ? phrases_noun_at(p, name->head) : NULL;
		const struct verb_group *v = subject ? phrases_verb(p, subject->subject_of) : NULL;

		if (v && subject->head < name->first + name->n && v->verb > name->first && v->verb < token &&
		    is_having(w, v) && in_clause_of(w, p, v->verb, token))
			return name;
	}
	return NULL;
}

const struct name *whereabouts_host(const struct whereabouts *w, uint32_t token, const struct mention *m)
{
	uint32_t sentence = w->r->sentence_of[token];
	bool guests = str_is(m->measure, "sheltered") && whereabouts_scoped(w, sentence, SCOPE_HAS);

	if (!guests && !whereabouts_scoped(w, sentence, SCOPE_COUNTS))
		return NULL;
	const struct phrases *p = reading_phrases(w->r, sentence);

	for (uint32_t i = w->first_of[sentence]; i < w->first_of[sentence + 1] && w->at[i].name->first < token; i++) {
		const struct name *name = w->at[i].name;
		const struct noun_phrase *subject = name->kind == NAME_PLACE ? phrases_noun_at(p, name->head) : NULL;
		const struct verb_group *v = subject ? phrases_verb(p, subject->subject_of) : NULL;

		if (v && subject->head < name->first + name->n && v->verb > name->first && v->verb < token &&
		    (guests ? whereabouts_scope(w, v->verb) == SCOPE_HAS
			    : whereabouts_scope(w, v->verb) == SCOPE_COUNTS && is_told_place(w, name)) &&
		    in_clause_of(w, p, v->verb, token))
			return name;
	}
	return NULL;
}

const struct name *whereabouts_owner(const struct whereabouts *w, uint32_t token)
{
	const struct phrases *p = reading_phrases(w->r, w->r->sentence_of[token]);
	const struct attribution *a = speakers_of(w->said, token);
	const struct name *own = NULL;

	if (a && a->n_speakers == 1 && a->contents.n) {
		own = counting(w, a);
		own = own || a->sentence != w->r->sentence_of[token] ? own : of_itself(w, p, a, token);
	}
	return own ? own : having(w, p, token);
}

bool whereabouts_seat(const struct whereabouts *w, struct str *out)
{
	const struct name *seat = NULL;

	for (size_t i = 0; i < w->n; i++) {
		const struct name *name = w->at[i].name;

		if (!whereabouts_is(w, name->first + name->n, "police") || !is_told_place(w, name) ||
		    gazetteer_kind(w->r->know->places, name->place) != PLACE_CITY)
			continue;
		if (seat && seat->place != name->place)
			return false;
		seat = name;
	}
	if (seat)
		*out = str_concat(w->r->arena, (struct str[]){seat->where, STR(";seat=yes")}, 2);
	return seat;
}

/* "Louisiana authorities", in a story of Baton Rouge; "state police in Newport": of more than the place, or of less. */
static bool is_wider(const struct whereabouts *w, const struct name *name, uint32_t servant)
{
	bool states =
		servant > 0 && (whereabouts_is(w, servant - 1, "state") || whereabouts_is(w, servant - 1, "federal"));

	return states || (w->main && w->main->place != PLACE_NONE && w->main->place != name->place &&
			  gazetteer_within(w->r->know->places, w->main->place, name->place));
}

const struct name *whereabouts_served(const struct whereabouts *w, uint32_t token)
{
	const struct attribution *a = speakers_of(w->said, token);
	uint32_t servant = UINT32_MAX;

	for (uint32_t i = a ? a->source.first : 0; a && i < a->source.end; i++)
		servant = servant == UINT32_MAX && whereabouts_scope(w, i) == SCOPE_SERVES ? i : servant;
	bool serves = servant != UINT32_MAX;

	for (uint32_t i = serves ? w->first_of[a->sentence] : 0; serves && i < w->first_of[a->sentence + 1]; i++) {
		const struct name *name = w->at[i].name;
		bool within = name->first >= a->source.first && name->first < a->source.end && is_told_place(w, name);

		if (within && !is_wider(w, name, servant) &&
		    (name->stance != NAME_STANDS || whereabouts_is(w, name->preposition, "in")))
			return name;
	}
	return NULL;
}

/* "12 people had died | there": the adverb near the token, with no mark between. */
static bool is_there(const struct whereabouts *w, uint32_t token)
{
	enum { REACH = 12 }; /* [tokens] */
	struct sentence s = w->r->sentences.at[w->r->sentence_of[token]];

	for (int step = -1; step <= 1; step += 2)
		for (uint32_t i = token, n = 0; n < REACH && i >= s.first && i < s.first + s.n;
		     i += (uint32_t)step, n++) {
			if (w->r->tokens.at[i].kind == TOKEN_MARK)
				break;
			if (whereabouts_is(w, i, "there") && w->r->tokens.at[i].tag == TAG_RB)
				return true;
		}
	return false;
}

const struct name *whereabouts_there(const struct whereabouts *w, uint32_t token)
{
	uint32_t sentence = w->r->sentence_of[token];
	const struct attribution *a = speakers_of(w->said, token);

	if (!a || a->sentence != sentence || a->source.first >= token || !is_there(w, token))
		return NULL;
	for (uint32_t k = w->first_of[sentence]; k < w->first_of[sentence + 1]; k++) {
		const struct name *name = w->at[k].name;

		if (name->kind == NAME_PLACE && name->first < a->source.end && name->first > a->source.first &&
		    whereabouts_is(w, name->preposition, "in"))
			return name;
	}
	return NULL;
}
