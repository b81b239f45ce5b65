#include "phrase_parts.h"

/* A verb group being read. */
struct reading {
	const struct phrase_finder *f;
	struct verb_group vg;
	uint32_t helper; /* the last auxiliary */
	uint32_t end;
};

static bool is_lemma(const struct phrase_finder *f, uint32_t i, const char *lemma)
{
	return i >= f->first && i < f->end && f->at[i].lemma.n == strlen(lemma) &&
	       memcmp(f->at[i].lemma.at, lemma, f->at[i].lemma.n) == 0;
}

static bool is_auxiliary(const struct phrase_finder *f, uint32_t i)
{
	return phrase_tag(f, i) == TAG_MD || (tag_is_verb(phrase_tag(f, i)) && f->at[i].ud == UD_AUX);
}

static bool is_negation(const struct phrase_finder *f, uint32_t i)
{
	return is_lemma(f, i, "not") || is_lemma(f, i, "never") ||
	       (phrase_is(f, i, "no") && phrase_is(f, i + 1, "longer"));
}

/* Adverbs between the parts of a group; a negation is noted. */
static uint32_t skip_adverbs(struct reading *r, uint32_t i)
{
	enum { ADVERBS_MAX = 4 };
	uint32_t end = i;

	while (end < i + ADVERBS_MAX) {
		enum tag t = phrase_tag(r->f, end);

		if (t != TAG_RB && t != TAG_RBR && t != TAG_RBS && !is_negation(r->f, end))
			break;
		end++;
	}
	return end;
}

static void note_negation(struct reading *r, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (is_negation(r->f, i))
			r->vg.flags |= VERB_NEGATED;
}

/* Tense is the first finite word's. */
static void note_tense(struct reading *r, uint32_t i)
{
	enum tag t = phrase_tag(r->f, i);

	if (r->vg.tense != TENSE_NONE || (r->vg.flags & VERB_INFINITIVE))
		return;
	if (t == TAG_MD) {
		bool future = is_lemma(r->f, i, "will") || is_lemma(r->f, i, "shall");

		r->vg.tense = future ? TENSE_FUTURE : TENSE_PRESENT;
		r->vg.modal = future ? r->vg.modal : i;
	} else if (t == TAG_VBD) {
		r->vg.tense = TENSE_PAST;
	} else if (t == TAG_VBP || t == TAG_VBZ) {
		r->vg.tense = TENSE_PRESENT;
	}
}

/* What the auxiliary before it makes of the verb at i. */
static void note_voice(struct reading *r, uint32_t i)
{
	enum tag t = phrase_tag(r->f, i);
	uint32_t helper = r->helper;

	if (helper == PHRASE_NONE)
		return;
	bool be = is_lemma(r->f, helper, "be") || is_lemma(r->f, helper, "get");

	if (is_lemma(r->f, helper, "have") && (t == TAG_VBN || t == TAG_VBD))
		r->vg.flags |= VERB_PERFECT;
	else if (be && (t == TAG_VBN || t == TAG_VBD))
		r->vg.flags |= VERB_PASSIVE;
	else if (be && t == TAG_VBG)
		r->vg.flags |= VERB_PROGRESSIVE;
}

/* A participle for all that its letters tell: "wounded", and "hurt", which the treebanks call an adjective. */
static bool looks_participle(const struct phrase_finder *f, uint32_t i)
{
	struct str word = i < f->end ? f->at[i].lower : STR_NULL;

	return (word.n > 4 && str_ends(word, STR("ed"))) || phrase_is(f, i, "hurt");
}

/* "was injured" tagged as an adjective is still a passive. */
static bool is_state_passive(const struct reading *r, uint32_t i)
{
	return phrase_tag(r->f, i) == TAG_JJ && is_lemma(r->f, r->helper, "be") && looks_participle(r->f, i) &&
	       phrase_tag(r->f, i + 1) != TAG_NN && phrase_tag(r->f, i + 1) != TAG_NNS;
}

/* The word at i joins the group; the place where the next one is looked for. */
static uint32_t take(struct reading *r, uint32_t i)
{
	note_tense(r, i);
	note_voice(r, i);
	r->end = i + 1;
	r->vg.verb = i;
	if (!is_auxiliary(r->f, i) && !(is_lemma(r->f, i, "get") && phrase_tag(r->f, i + 1) == TAG_VBN))
		return i;
	r->helper = i;
	return skip_adverbs(r, i + 1);
}

/* Auxiliaries, then the main verb. */
static void read_group(struct reading *r, uint32_t i)
{
	uint32_t next = take(r, i);

	while (next > r->vg.verb && (tag_is_verb(phrase_tag(r->f, next)) || phrase_tag(r->f, next) == TAG_MD)) {
		note_negation(r, r->end, next);
		next = take(r, next);
	}
	if (next == r->vg.verb || next >= r->f->end) {
		note_negation(r, r->end, next > r->end ? next : r->end);
		return;
	}
	note_negation(r, r->end, next); /* the group ends with an auxiliary: "were not dead" */
	if (is_state_passive(r, next)) {
		r->vg.flags |= VERB_PASSIVE;
		r->vg.verb = next;
		r->end = next + 1;
	} else if (is_lemma(r->f, r->vg.verb, "be")) {
		r->vg.flags |= VERB_COPULA;
	}
}

/* "is going to attack", "are to vote", "is expected to": the first two are the future. */
static void read_future(struct reading *r)
{
	uint32_t to = r->end;
	bool going = (r->vg.flags & VERB_PROGRESSIVE) && phrase_is(r->f, r->vg.verb, "going");
	bool be = (r->vg.flags & VERB_COPULA) && r->vg.tense == TENSE_PRESENT;

	if (phrase_tag(r->f, to) != TAG_TO || phrase_tag(r->f, to + 1) != TAG_VB || !(going || be))
		return;
	uint8_t tense = r->vg.tense == TENSE_PRESENT ? TENSE_FUTURE : r->vg.tense;

	r->vg.flags &= (uint16_t) ~(VERB_PROGRESSIVE | VERB_COPULA);
	r->helper = PHRASE_NONE;
	read_group(r, to + 1);
	r->vg.tense = tense;
}

static void note_form(struct reading *r)
{
	enum tag t = phrase_tag(r->f, r->vg.first);

	if (r->vg.first == r->vg.verb && (t == TAG_VBN || t == TAG_JJ))
		r->vg.flags |= VERB_PARTICIPLE | VERB_PASSIVE;
	else if (t == TAG_VBG)
		r->vg.flags |= VERB_GERUND;
	else if (t == TAG_VB && r->vg.tense == TENSE_NONE && !(r->vg.flags & VERB_INFINITIVE))
		r->vg.flags |= VERB_INFINITIVE;
}

static uint32_t add(struct phrase_finder *f, struct reading *r)
{
	r->vg.n = r->end - r->vg.first;
	for (uint32_t i = r->vg.first; i < r->end; i++)
		f->verb_of[i - f->first] = (uint32_t)f->verbs.n;
	LIST_ADD(f->arena, &f->verbs, r->vg);
	return r->end;
}

static uint32_t adverbs_before(const struct phrase_finder *f, uint32_t i)
{
	enum { ADVERBS_MAX = 3 };
	uint32_t start = i;

	while (start > f->first && i - start < ADVERBS_MAX && phrase_tag(f, start - 1) == TAG_RB)
		start--;
	return start;
}

/* "40 others wounded" with its participle tagged as an adjective. */
static bool is_late_participle(const struct phrase_finder *f, uint32_t i)
{
	enum tag next = phrase_tag(f, i + 1);

	return phrase_tag(f, i) == TAG_JJ && looks_participle(f, i) && i > f->first &&
	       f->noun_of[i - 1 - f->first] != PHRASE_NONE && !tag_is_noun(next) && !tag_is_adjective(next) &&
	       next != TAG_HYPH && next != TAG_CC;
}

uint32_t phrase_verb(struct phrase_finder *f, uint32_t i)
{
	const uint32_t none = PHRASE_NONE;
	struct reading r = {.f = f, .helper = none, .end = i};
	uint32_t at = i;

	r.vg = (struct verb_group){.first = i,
				   .verb = none,
				   .modal = none,
				   .subject = none,
				   .object = none,
				   .agent = none,
				   .complement = none,
				   .clause = none};
	if (phrase_tag(f, i) == TAG_TO) {
		at = skip_adverbs(&r, i + 1);
		r.vg.flags |= VERB_INFINITIVE;
		if (phrase_tag(f, at) != TAG_VB)
			return i;
		note_negation(&r, i, at);
	} else if (is_late_participle(f, i)) {
		at = i;
	} else if ((!tag_is_verb(phrase_tag(f, i)) && phrase_tag(f, i) != TAG_MD) || phrase_is_preposition(f, i)) {
		return i;
	}
	read_group(&r, at);
	read_future(&r);
	note_form(&r);
	note_negation(&r, adverbs_before(f, i), i); /* "never arrived", "not yet identified" */
	return add(f, &r);
}
