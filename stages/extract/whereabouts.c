#include "whereabouts.h"

#include "base/hash.h"

static bool is_place(const struct name *n)
{
	return n->where.n > 0 && (n->kind == NAME_PLACE || n->kind == NAME_DEMONYM);
}

/* Places on which something can be told to happen; a country that acts or a demonym is none. */
static bool is_told_of(const struct name *n)
{
	return n->kind == NAME_PLACE &&
	       (n->stance == NAME_STANDS || n->stance == NAME_MODIFIES || n->stance == NAME_POSSESSES);
}

static bool can_govern(const struct whereabouts_place *p)
{
	return is_told_of(p->name);
}

static uint32_t holder(const struct whereabouts *w, uint32_t token)
{
	return token < w->said->tokens ? w->said->holder[token] : ATTRIBUTION_NONE;
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

enum { TITLE = 8, TOLD = 4, DATELINE = 8, SPEAKS = 2 };

/* A country is named beside every town of it: half a vote. */
static uint32_t by_width(const struct whereabouts *w, const struct name *name, uint32_t weight)
{
	bool wide = name->place != PLACE_NONE && gazetteer_place(w->r->know->places, name->place).kind <= PLACE_COUNTRY;

	return wide ? weight / 2 : weight;
}

/* What something counts for among the candidates for the main place. "Des Moines police said": those who tell of a
 * town speak of it, a little each time. */
static uint32_t weight(const struct whereabouts *w, const struct whereabouts_place *p)
{
	int block = w->r->block_of[p->sentence];

	if (!can_govern(p) || (!block_counts(block) && block != BLOCK_TITLE))
		return 0;
	if (p->spoken)
		return p->name->stance == NAME_STANDS ? 0 : by_width(w, p->name, SPEAKS);
	return by_width(w, p->name, block == BLOCK_TITLE ? TITLE : block == BLOCK_DATELINE ? DATELINE : TOLD);
}

struct vote {
	uint64_t place;
	uint32_t weight;
	const struct name *name;
	bool told;  /* in the story, not only in its dateline */
	bool title; /* the name is one of the headline's */
};

/* The votes of one place are added up in a table by the place's number. */
struct ballot {
	struct vote *votes;
	size_t room;
	const struct vote *best; /* the one with most weight, the earliest of equals */
};

/* The place's number in the gazetteer; for a name that it does not know, the name's hash. */
static uint64_t identity(const struct name *name)
{
	return name->place != PLACE_NONE ? name->place : hash64(name->where) | 1ull << 63;
}

static void vote(struct ballot *b, const struct name *name, uint32_t more, bool told, bool title)
{
	if (!more)
		return;
	uint64_t place = identity(name);
	size_t slot = (place * 0x9E3779B97F4A7C15u >> 32) & (b->room - 1);

	while (b->votes[slot].name && b->votes[slot].place != place)
		slot = (slot + 1) & (b->room - 1);
	struct vote *v = &b->votes[slot];

	/* the plain name stands for the place: "Aleppo", not "eastern Aleppo" */
	if (!v->name || v->name->where.n > name->where.n) {
		v->name = name;
		v->title = title;
	}
	v->place = place;
	v->weight += more;
	v->told |= told;
	if (!b->best || v->weight > b->best->weight)
		b->best = v;
}

/* The police of Des Moines speak of Des Moines: where no other place is told, the first that speaks. */
static const struct name *speaking_place(const struct whereabouts *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (can_govern(&w->at[i]) && block_counts(w->r->block_of[w->at[i].sentence]))
			return w->at[i].name;
	return NULL;
}

/* The name of the text that the title's stands for, and which may tell what holds it: "the Philippine island of
 * Mindoro". NULL: the text has none. */
static const struct name *in_text(const struct whereabouts *w, const struct name *titled)
{
	struct str words = reading_text(&w->title.r, titled->head, titled->head_n);

	for (size_t i = 0; i < w->n; i++)
		if (can_govern(&w->at[i]) &&
		    str_eq_fold(reading_text(w->r, w->at[i].name->head, w->at[i].name->head_n), words))
			return w->at[i].name;
	return NULL;
}

static void vote_title(const struct whereabouts *w, struct ballot *b)
{
	for (size_t i = 0; i < w->title.names.n; i++) {
		const struct name *name = &w->title.names.at[i];

		if (!is_told_of(name))
			continue;
		const struct name *same = in_text(w, name);

		vote(b, same ? same : name, by_width(w, name, TITLE), true, !same);
	}
}

static void find_main(struct whereabouts *w)
{
	struct ballot b = {.room = 16};

	while (b.room < 2 * (w->n + w->title.names.n))
		b.room *= 2;
	b.votes = ARENA_ARRAY(w->r->arena, struct vote, b.room);
	vote_title(w, &b);
	for (size_t i = 0; i < w->n; i++)
		vote(&b, w->at[i].name, weight(w, &w->at[i]), w->r->block_of[w->at[i].sentence] != BLOCK_DATELINE,
		     false);
	w->main = b.best ? b.best->name : speaking_place(w);
	w->main_in_title = b.best && b.best->title;
	if (b.best && !b.best->told && b.best->name->place != PLACE_NONE)
		w->main_far = gazetteer_speaks_for(w->r->know->places, b.best->name->place) != PLACE_NONE;
}

void whereabouts_find(const struct reading *r, const struct names *names, const struct occasions *occasions,
		      struct whereabouts *out)
{
	*out = (struct whereabouts){.r = r, .occasions = occasions, .said = occasions->said};
	bool *speaking = speaking_sentences(out);
	uint32_t sentence = 0;

	out->first_of = ARENA_ARRAY(r->arena, uint32_t, r->sentences.n + 1);
	for (size_t i = 0; i < names->n; i++) {
		const struct name *name = &names->at[i];
		struct whereabouts_place p = {.name = name, .sentence = r->sentence_of[name->first]};

		if (!is_place(name))
			continue;
		p.spoken = speaking[p.sentence] && holder(out, name->head) == ATTRIBUTION_NONE;
		while (sentence < p.sentence)
			out->first_of[++sentence] = (uint32_t)out->n;
		LIST_ADD(r->arena, out, p);
	}
	while (sentence < r->sentences.n)
		out->first_of[++sentence] = (uint32_t)out->n;
	headline_read(r, &out->title);
	find_main(out);
}

void whereabouts_places(const struct whereabouts *w, struct strs *out)
{
	for (size_t i = 0; i < w->n; i++)
		strs_add(w->r->arena, out, w->at[i].name->where);
	for (size_t i = 0; i < w->title.names.n; i++)
		if (is_place(&w->title.names.at[i]))
			strs_add(w->r->arena, out, w->title.names.at[i].where);
}

/* How far a place is from the token, in tokens, with what makes it less likely to govern it. */
static uint32_t cost(const struct whereabouts *w, const struct whereabouts_place *p, uint32_t token)
{
	enum { BEFORE = 3, MODIFIES = 8, POSSESSES = 12, NOT_LOCATED = 15, SPOKEN = 15, ABOUT = 20, OTHER_SPEECH = 40 };
	uint32_t first = p->name->first, far = first > token ? first - token : token - first + BEFORE;

	if (p->name->stance == NAME_MODIFIES)
		far += MODIFIES;
	if (p->name->stance == NAME_POSSESSES)
		far += POSSESSES;
	/* "objections over Fuaa": no word says that anything is there */
	if (p->name->preposition == UINT32_MAX && p->name->stance == NAME_STANDS)
		far += NOT_LOCATED;
	/* "objections over Fuaa", "a row over Crimea" */
	if (p->name->preposition != UINT32_MAX && str_eq(w->r->tokens.at[p->name->preposition].lower, STR("over")))
		far += ABOUT;
	if (holder(w, p->name->head) != holder(w, token))
		far += OTHER_SPEECH;
	else if (p->spoken)
		far += SPOKEN;
	return far;
}

/* A place that costs more says less than the story's main place. */
enum { TELLING = 30 };

/* Is the token the narrator's own, outside of all speech? */
static bool is_told(const struct whereabouts *w, uint32_t token)
{
	return holder(w, token) == ATTRIBUTION_NONE;
}

/* Does nothing but the words of one clause stand between the tokens, and no number of another? */
static bool in_one_clause(const struct whereabouts *w, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 1; i < to; i++) {
		const struct token *t = &w->r->tokens.at[i];

		if (t->kind == TOKEN_NUMBER || str_is(t->text, ",") || str_is(t->text, ";") || str_is(t->lower, "and"))
			return false;
	}
	return true;
}

/* "In Iran, 120 people were killed in Kermanshah province", "sank on Lake Victoria off Mwanza": the place behind the
 * token, in its clause, that lies in the country named before, or that tells more than a water's name. */
static bool is_more_exact(const struct whereabouts *w, const struct name *place, const struct name *than,
			  uint32_t token)
{
	const struct gazetteer *g = w->r->know->places;

	if (place->place == PLACE_NONE || than->place == PLACE_NONE || place->first < token ||
	    place->first < than->first)
		return false;
	enum place_kind kind = gazetteer_kind(g, place->place), wide = gazetteer_kind(g, than->place);
	bool inside = wide == PLACE_COUNTRY && than->first < token && kind > wide && kind < PLACE_SEA &&
		      gazetteer_country_code(g, place->place) == gazetteer_country_code(g, than->place);
	bool town = wide >= PLACE_SEA && (kind == PLACE_CITY || kind == PLACE_VILLAGE);

	return (inside && in_one_clause(w, token, place->first)) ||
	       (town && in_one_clause(w, than->first, place->first));
}

/* The place of the sentence with the least cost, and no more than `most`. Only those near the token are looked at:
 * a sentence with 10,000 places must not cost its square. */
static const struct name *in_sentence(const struct whereabouts *w, uint32_t sentence, uint32_t token, uint32_t most)
{
	enum { NEAR = 12 };
	uint32_t from = w->first_of[sentence], to = w->first_of[sentence + 1], low = from, high = to;
	const struct whereabouts_place *best = NULL;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (w->at[middle].name->first < token)
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t i = low > from + NEAR ? low - NEAR : from; i < to && i < low + NEAR; i++)
		if (can_govern(&w->at[i]) && (!w->at[i].spoken || is_told(w, token)) &&
		    (!best || cost(w, &w->at[i], token) < cost(w, best, token)))
			best = &w->at[i];
	if (!best || cost(w, best, token) > most)
		return NULL;
	const struct name *name = best->name;

	for (uint32_t i = low; i < to && i < low + NEAR; i++)
		if (can_govern(&w->at[i]) && is_more_exact(w, w->at[i].name, name, token))
			return w->at[i].name;
	return name;
}

/* The sentence before it in the same paragraph; the sentence itself when there is none. */
static uint32_t sentence_before(const struct whereabouts *w, uint32_t sentence)
{
	uint8_t flags = w->r->tokens.at[w->r->sentences.at[sentence].first].flags;

	return sentence == 0 || flags & (TOKEN_PARA | TOKEN_BREAK) ? sentence : sentence - 1;
}

/* The place told with what the same speaker said before: one speech is about one place. */
static const struct name *in_speech_before(const struct whereabouts *w, uint32_t token)
{
	uint32_t holds = holder(w, token), before = holds == ATTRIBUTION_NONE ? holds : w->occasions->before[holds];

	if (before == ATTRIBUTION_NONE || w->said->at[before].contents.n == 0)
		return NULL;
	uint32_t content = w->said->at[before].contents.at[0].first;

	return in_sentence(w, w->r->sentence_of[content], content, TELLING);
}

/* "More than 310,000 have died since the conflict began": a figure of a whole conflict or
 * population belongs to the country, whatever town the story is about. */
static bool is_nationwide(const struct whereabouts *w, uint32_t sentence, uint32_t token)
{
	enum { NEAR = 60 };
	struct sentence s = w->r->sentences.at[sentence];
	uint32_t from = token > s.first + NEAR ? token - NEAR : s.first;

	for (uint32_t i = from; i < s.first + s.n && i < token + NEAR; i++) {
		const struct hit *hit = reading_hit(w->r, i, LEXICON_PLACE_NOUNS);

		if (hit && str_eq(hit_cell(w->r, hit, LEXICON_PLACE_NOUNS,
					   lexicon_column(w->r->know->lex, LEXICON_PLACE_NOUNS, "kind")),
				  STR("nation")))
			return true;
	}
	return false;
}

static void fill(const struct whereabouts *w, const struct name *name, const char *rule, struct mention *m)
{
	m->place = name->where;
	m->place_surface = reading_text(w->r, name->first, name->n);
	m->place_start = w->r->tokens.at[name->first].start;
	strs_add(w->r->arena, &m->rules, str_of(rule));
}

/* The title is no part of the text: the place stands nowhere in it. */
static void fill_main(const struct whereabouts *w, struct mention *m)
{
	if (!w->main_in_title) {
		fill(w, w->main, "where.main", m);
		return;
	}
	m->place = w->main->where;
	m->place_surface = reading_text(&w->title.r, w->main->first, w->main->n);
	strs_add(w->r->arena, &m->rules, STR("where.title"));
}

/* The country of the main place, by name. */
static bool fill_country(const struct whereabouts *w, const char *rule, struct mention *m)
{
	if (!w->main || w->main->place == PLACE_NONE)
		return false;
	struct place place = gazetteer_place(w->r->know->places, w->main->place);

	if (!place.country_name.n)
		return false;
	m->place = place.country_name;
	strs_add(w->r->arena, &m->rules, str_of(rule));
	return true;
}

void whereabouts_fill(const struct whereabouts *w, uint32_t token, struct mention *m)
{
	uint32_t sentence = w->r->sentence_of[token], before = sentence_before(w, sentence);
	const struct name *here = in_sentence(w, sentence, token, w->main ? TELLING : UINT32_MAX);

	if (here) {
		fill(w, here, "where.sentence", m);
		return;
	}
	if (is_nationwide(w, sentence, token) && fill_country(w, "where.nationwide", m))
		return;
	const struct name *near = in_speech_before(w, token);

	if (!near && before != sentence)
		near = in_sentence(w, before, token, TELLING);
	if (!near && before != sentence) /* a long one that began with its place, or what another then speaks of */
		near = in_sentence(w, before, w->r->sentences.at[before].first, TELLING);

	if (near)
		fill(w, near, "where.sentence_before", m);
	else if (w->main && (!w->main_far || !fill_country(w, "where.dateline_country", m)))
		fill_main(w, m);
}
