#include "sudden.h"
#include "whereabouts_parts.h"

static bool is_place(const struct name *n)
{
	return n->where.n > 0 && (n->kind == NAME_PLACE || n->kind == NAME_DEMONYM);
}

uint32_t whereabouts_holder(const struct whereabouts *w, uint32_t token)
{
	return token < w->said->tokens ? w->said->holder[token] : ATTRIBUTION_NONE;
}

static const struct place_row *row_of(const struct whereabouts *w, const struct hit *hit)
{
	return &w->r->know->place_words[w->place_rows[hit - w->r->hits.at]];
}

const struct place_row *whereabouts_word(const struct whereabouts *w, uint32_t i)
{
	const struct hit *hit = reading_hit(w->r, i, LEXICON_PLACE_NOUNS);

	return hit ? row_of(w, hit) : NULL;
}

enum place_scope whereabouts_scope(const struct whereabouts *w, uint32_t i)
{
	const struct place_row *row = whereabouts_word(w, i);

	return row ? row->scope : SCOPE_NONE;
}

static uint8_t *read_scopes(const struct whereabouts *w)
{
	const struct reading *r = w->r;
	uint8_t *scopes = ARENA_ARRAY(r->arena, uint8_t, r->sentences.n + 1);

	for (size_t k = 0; k < r->sentences.n; k++) {
		struct sentence s = r->sentences.at[k];

		for (uint32_t h = r->first_hit[s.first];
		     r->tables[k] & 1u << LEXICON_PLACE_NOUNS && h < r->first_hit[s.first + s.n]; h++)
			if (r->hits.at[h].tables & 1u << LEXICON_PLACE_NOUNS)
				scopes[k] |= (uint8_t)(1u << row_of(w, &r->hits.at[h])->scope);
	}
	return scopes;
}

/* Does some attribution have its words of saying, or its source, in this sentence? */
static bool *speaking_sentences(const struct whereabouts *w)
{
	bool *speaking = ARENA_ARRAY(w->r->arena, bool, w->r->sentences.n + 1);

	for (size_t i = 0; i < w->said->n; i++)
		if (w->said->at[i].states && w->said->at[i].contents.n)
			speaking[w->said->at[i].sentence] = true;
	return speaking;
}

void whereabouts_find(struct reading *r, const struct names *names, const struct occasions *occasions,
		      struct whereabouts *out)
{
	*out = (struct whereabouts){.r = r, .occasions = occasions, .said = occasions->said, .implied = names->implied};
	bool *speaking = speaking_sentences(out);
	uint32_t sentence = 0;

	out->first_of = ARENA_ARRAY(r->arena, uint32_t, r->sentences.n + 1);
	out->place_rows = names->place_rows;
	out->scopes = read_scopes(out);
	for (size_t i = 0; i < names->n; i++) {
		const struct name *name = &names->at[i];
		struct whereabouts_place p = {.name = name, .sentence = r->sentence_of[name->first]};

		if (!is_place(name))
			continue;
		p.adjective = whereabouts_is_adjective(out, name);
		p.spoken = speaking[p.sentence] && whereabouts_holder(out, name->head) == ATTRIBUTION_NONE;
		while (sentence < p.sentence)
			out->first_of[++sentence] = (uint32_t)out->n;
		LIST_ADD(r->arena, out, p);
	}
	while (sentence < r->sentences.n)
		out->first_of[++sentence] = (uint32_t)out->n;
	headline_read(r, &out->title);
	whereabouts_find_topic(out);
	whereabouts_choose_main(out);
	whereabouts_find_sections(out);
	whereabouts_find_disasters(out);
	whereabouts_find_nation(out);
}

void whereabouts_places(const struct whereabouts *w, struct strs *out)
{
	enum { TOPIC_VOTES = 4 }; /* what the title opens with is what the story is about */

	for (size_t i = 0; i < w->n; i++)
		strs_add(w->r->arena, out, w->at[i].name->where);
	for (size_t i = 0; i < w->title.names.n; i++)
		if (is_place(&w->title.names.at[i]))
			strs_add(w->r->arena, out, w->title.names.at[i].where);
	for (int i = 1; w->topic && i < TOPIC_VOTES; i++)
		strs_add(w->r->arena, out, w->topic->where);
	for (size_t i = 0; i < w->title.outlet.n; i++)
		strs_add(w->r->arena, out, w->title.outlet.at[i]);
	struct str seat;

	if (whereabouts_seat(w, &seat))
		strs_add(w->r->arena, out, seat);
	for (size_t i = 0; i < w->implied.n; i++)
		strs_add(w->r->arena, out, w->implied.at[i]);
}

/* The sentence before it in the same paragraph; the sentence itself when there is none. */
static uint32_t sentence_before(const struct whereabouts *w, uint32_t sentence)
{
	uint8_t flags = w->r->tokens.at[w->r->sentences.at[sentence].first].flags;

	return sentence == 0 || flags & (TOKEN_PARA | TOKEN_BREAK) ? sentence : sentence - 1;
}

/* The place told with what the same speaker said before: one speech is about one place. */
static const struct name *in_speech_before(const struct whereabouts *w, struct sought of)
{
	uint32_t holds = whereabouts_holder(w, of.token),
		 before = holds == ATTRIBUTION_NONE ? holds : w->occasions->before[holds];

	if (before == ATTRIBUTION_NONE || w->said->at[before].contents.n == 0)
		return NULL;
	of.token = w->said->at[before].contents.at[0].first;
	return whereabouts_in_sentence(w, w->r->sentence_of[of.token], of, WHEREABOUTS_TELLING);
}

static bool is_leaving(const struct mention *m)
{
	static const struct str leaving[] = {
		STR_WORD("displaced"),	STR_WORD("evacuated"),	  STR_WORD("relocated"), STR_WORD("returned"),
		STR_WORD("rescued"),	STR_WORD("released"),	  STR_WORD("abducted"),	 STR_WORD("sheltered"),
		STR_WORD("homeless"),	STR_WORD("displacement"), STR_WORD("return"),	 STR_WORD("evacuation"),
		STR_WORD("withdrawal"), STR_WORD("abduction"),	  STR_WORD("release"),	 STR_WORD("rescue"),
		STR_WORD("expulsion"),	STR_WORD("affected"),	  STR_WORD("capture"),	 STR_WORD("arrest"),
		STR_WORD("detained"),	STR_WORD("missing")};

	return str_is_one_of(m->measure.n ? m->measure : m->type, leaving, sizeof leaving / sizeof *leaving);
}

/* The place of those whose number it is: a country that counts its own, a town whose servants speak. */
static bool fill_owner(const struct whereabouts *w, uint32_t token, struct mention *m)
{
	const struct name *there = whereabouts_there(w, token);
	const struct name *served = there ? there : whereabouts_served(w, token);
	const struct name *own = served ? NULL : whereabouts_owner(w, token);

	if (own)
		whereabouts_fill_told(w, own, "where.counting_country", m);
	else if (served)
		whereabouts_fill_told(w, served, "where.served_place", m);
	return own || served ||
	       (whereabouts_counts_nation(w, token) &&
		whereabouts_fill_country(w, w->nation, "where.counting_country", m));
}

/* No quake or flood: a story has one of those, and may have many attacks. */
static bool is_attack(const struct event_type *type)
{
	return type && str_is(type->kin, "attack");
}

/* "killed in the attack": what is known already, in the token's sentence. */
static bool is_of_known_event(const struct whereabouts *w, uint32_t token)
{
	struct sentence s = w->r->sentences.at[w->r->sentence_of[token]];

	for (uint32_t i = s.first; i + 2 < s.first + s.n; i++)
		if (whereabouts_is(w, i, "in") && whereabouts_is(w, i + 1, "the") &&
		    is_attack(sudden_noun(w->r, i + 2)))
			return true;
	return false;
}

/* The verb of the sentence by which an attack happens: "a bomb exploded in Kirkuk"; UINT32_MAX: none. */
static uint32_t attack_told(const struct whereabouts *w, uint32_t sentence)
{
	struct sentence s = w->r->sentences.at[sentence];

	if (!(w->r->tables[sentence] & 1u << LEXICON_TRIGGERS))
		return UINT32_MAX;
	for (uint32_t h = w->r->first_hit[s.first]; h < w->r->first_hit[s.first + s.n]; h++) {
		const struct hit *hit = &w->r->hits.at[h];

		if (hit->tables & 1u << LEXICON_TRIGGERS && is_attack(event_trigger_of(w->r, hit)->type) &&
		    tag_is_verb((enum tag)w->r->tokens.at[hit->first].tag))
			return hit->first;
	}
	return UINT32_MAX;
}

/* The sentence that tells where: the one before in the paragraph, or the last of the paragraph before, where that tells
 * of what the token's sentence takes as known. The sentence itself when there is none. */
static uint32_t sentence_telling(const struct whereabouts *w, uint32_t token)
{
	uint32_t sentence = w->r->sentence_of[token], before = sentence_before(w, sentence);

	if (before != sentence || sentence == 0 || !block_counts(w->r->block_of[sentence - 1]) ||
	    !is_of_known_event(w, token) || attack_told(w, sentence - 1) == UINT32_MAX)
		return before;
	return sentence - 1;
}

/* "In northern Iraq, a car exploded in Kirkuk": the place within the one that the sentence opens with. */
static const struct name *within_opening(const struct whereabouts *w, uint32_t sentence, const struct name *wide)
{
	const struct gazetteer *g = w->r->know->places;

	if (!wide || wide->place == PLACE_NONE || wide->preposition != w->r->sentences.at[sentence].first ||
	    gazetteer_kind(g, wide->place) > PLACE_ADMIN1)
		return wide;
	for (uint32_t i = w->first_of[sentence]; i < w->first_of[sentence + 1]; i++) {
		const struct name *n = w->at[i].name;

		if (n->first > wide->first && n->stance == NAME_STANDS && n->place != PLACE_NONE &&
		    gazetteer_kind(g, n->place) > PLACE_ADMIN1 && gazetteer_kind(g, n->place) < PLACE_SEA &&
		    gazetteer_within(g, n->place, wide->place))
			return n;
	}
	return wide;
}

/* What the speech or the sentence before tells, in the country of the title, where that opens with one. */
static const struct name *told_before(const struct whereabouts *w, struct sought of)
{
	uint32_t sentence = w->r->sentence_of[of.token], before = sentence_telling(w, of.token);
	bool known = is_of_known_event(w, of.token);
	uint32_t attack = known && before != sentence ? attack_told(w, before) : UINT32_MAX;
	const struct name *near = in_speech_before(w, of);

	if (attack != UINT32_MAX)
		of.token = attack;
	if (!near && before != sentence)
		near = whereabouts_in_sentence(w, before, of, WHEREABOUTS_TELLING);
	if (!near && before != sentence) { /* a long one that began with its place, or what another then speaks of */
		of.token = w->r->sentences.at[before].first;
		near = whereabouts_in_sentence(w, before, of, WHEREABOUTS_TELLING);
		near = known ? within_opening(w, before, near) : near;
	}
	bool aside =
		near && (whereabouts_is_off_topic(w, near) || (whereabouts_is_beside(w, near) && w->main &&
							       near->preposition > w->r->sentences.at[before].first));

	return aside ? NULL : near;
}

/* What its own sentence does not tell. */
static void fill_around(const struct whereabouts *w, struct sought of, const struct name *heading, struct mention *m)
{
	const struct name *near = told_before(w, of);

	if (!heading && whereabouts_sums_up(w, of.token) && whereabouts_fill_sum(w, &near, m))
		return;
	const struct name *titled = heading ? NULL : whereabouts_of_title(w, m, near);
	bool alone = !near && !heading && !titled && m->measure.n;
	const struct name *struck = alone ? whereabouts_of_disaster(w, of.token) : NULL;

	struck = alone && !struck ? whereabouts_of_land(w, m) : struck;

	if (titled)
		whereabouts_fill_titled(w, titled, m);
	else if (near)
		whereabouts_fill_told(w, near, "where.sentence_before", m);
	else if (heading)
		whereabouts_fill_told(w, heading, "where.heading", m);
	else if (struck)
		whereabouts_fill_told(w, struck, "where.disaster", m);
	else
		whereabouts_fill_story(w, of.token, m);
}

/* "were displaced nationwide", "39 were killed throughout the country, 26 of them in Homs": whatever town stands in the
 * sentence. */
static bool is_countrywide(const struct whereabouts *w, uint32_t token)
{
	static const struct str words[] = {STR_WORD("nationwide"), STR_WORD("countrywide"), STR_WORD("throughout"),
					   STR_WORD("across"),	   STR_WORD("around"),	    STR_WORD("all")};
	enum { REACH = 8 }; /* [tokens] */
	uint32_t sentence = w->r->sentence_of[token];

	if (!whereabouts_scoped(w, sentence, SCOPE_NATION))
		return false;
	for (uint32_t i = token + 1; i < token + REACH && i < w->r->tokens.n && w->r->sentence_of[i] == sentence; i++) {
		if (whereabouts_scope(w, i) == SCOPE_NATION &&
		    whereabouts_is_one_of(w, i, words, sizeof words / sizeof *words))
			return true;
		if (w->r->tokens.at[i].kind == TOKEN_MARK || w->r->tokens.at[i].kind == TOKEN_NUMBER ||
		    whereabouts_is(w, i, "and"))
			return false;
	}
	return false;
}

void whereabouts_fill(const struct whereabouts *w, uint32_t token, struct mention *m)
{
	uint32_t sentence = w->r->sentence_of[token];
	struct sought of = {token, is_leaving(m)};

	if ((m->measure.n && whereabouts_is_worldwide(w, token)) || (!of.leaves && whereabouts_is_elsewhere(w, token)))
		return;
	if (is_countrywide(w, token) && whereabouts_fill_country(w, w->nation, "where.nationwide", m))
		return;
	const struct name *host = m->measure.n ? whereabouts_host(w, token, m) : NULL;
	const struct name *here =
		host ? host : whereabouts_in_sentence(w, sentence, of, w->main ? WHEREABOUTS_TELLING : UINT32_MAX);
	const struct name *heading = w->section ? w->section[sentence] : NULL;

	if (here && !host && whereabouts_is_of_countries(w, here, m))
		return;
	if (here && m->measure.n && whereabouts_is_of_one_division(w, here, token))
		here = NULL;
	if (here)
		whereabouts_fill_told(w, here, "where.sentence", m);
	else if (whereabouts_is_nationwide(w, token, m) &&
		 whereabouts_fill_country(w, heading ? heading->place : w->nation, "where.nationwide", m))
		return;
	else if (!fill_owner(w, token, m))
		fill_around(w, of, heading, m);
}
