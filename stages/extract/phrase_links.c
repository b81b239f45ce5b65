#include "phrase_parts.h"

enum { REACH = 30 }; /* [tokens] how far a link looks: news sentences are shorter, and all stays linear */

static uint32_t noun_at(const struct phrase_finder *f, uint32_t i)
{
	return i - f->first < f->end - f->first ? f->noun_of[i - f->first] : PHRASE_NONE;
}

static uint32_t verb_at(const struct phrase_finder *f, uint32_t i)
{
	return i - f->first < f->end - f->first ? f->verb_of[i - f->first] : PHRASE_NONE;
}

bool phrase_is_preposition(const struct phrase_finder *f, uint32_t i)
{
	if (phrase_tag(f, i) == TAG_VBG && (phrase_is(f, i, "including") || phrase_is(f, i, "according")))
		return true;
	return (phrase_tag(f, i) == TAG_IN || phrase_tag(f, i) == TAG_TO) && f->at[i].ud != UD_SCONJ &&
	       !phrase_is(f, i, "that");
}

/* Words that bound a number: "at least", "more than", "about", "up to". */
static bool is_qualifier(const struct phrase_finder *f, uint32_t i)
{
	enum tag t = phrase_tag(f, i);

	return t == TAG_RB || t == TAG_RBR || t == TAG_RBS || t == TAG_JJR || t == TAG_JJS || phrase_is(f, i, "than") ||
	       phrase_is(f, i, "about") || phrase_is(f, i, "around") || phrase_is(f, i, "over") ||
	       phrase_is(f, i, "under") || (phrase_is(f, i, "to") && phrase_is(f, i - 1, "up")) ||
	       phrase_is(f, i, "up") || (phrase_is(f, i, "at") && phrase_tag(f, i + 1) == TAG_JJS);
}

static uint32_t before_qualifiers(const struct phrase_finder *f, const struct noun_phrase *np)
{
	enum { QUALIFIERS = 4 };
	uint32_t i = np->first;

	for (int k = 0; np->numbers && k < QUALIFIERS && i > f->first && is_qualifier(f, i - 1); k++)
		i--;
	return i;
}

/* i: where the phrase begins with the words that bound its number. */
static void join_preposition(struct phrase_finder *f, uint32_t k, uint32_t i)
{
	struct noun_phrase *np = &f->nouns.at[k];

	if (i == f->first || !phrase_is_preposition(f, i - 1))
		return;
	if (phrase_is(f, i - 1, "between") && np->numbers > 1) /* a range */
		return;
	np->preposition = i - 1;
	if (i >= f->first + 2 && phrase_is(f, i - 2, "according"))
		np->preposition = i - 2;
	uint32_t before = i >= f->first + 2 ? noun_at(f, i - 2) : PHRASE_NONE;

	if (phrase_is(f, i - 1, "of") && before != PHRASE_NONE) {
		np->whole = before;
		f->nouns.at[before].of = k;
	}
}

/* "(3,500 people)" behind a phrase, or a list. */
static void join_neighbour(struct phrase_finder *f, uint32_t k, uint32_t i)
{
	struct noun_phrase *np = &f->nouns.at[k];

	if (phrase_tag(f, np->first) == TAG_POS && np->first > f->first)
		np->owner = noun_at(f, np->first - 1);
	if (i < f->first + 2 || np->preposition != PHRASE_NONE)
		return;
	enum tag t = phrase_tag(f, i - 1);
	uint32_t comma = t == TAG_CC && phrase_tag(f, i - 2) == TAG_COMMA && i >= f->first + 3 ? i - 2 : i - 1;
	uint32_t before = noun_at(f, comma - 1);

	if (before == PHRASE_NONE)
		return;
	if (t == TAG_CC)
		np->joined = before;
	else if (t == TAG_LRB || (t == TAG_COMMA && f->nouns.at[before].preposition == PHRASE_NONE))
		np->beside = before;
}

void phrase_join_nouns(struct phrase_finder *f)
{
	for (uint32_t k = 0; k < f->nouns.n; k++) {
		uint32_t start = before_qualifiers(f, &f->nouns.at[k]);

		join_preposition(f, k, start);
		join_neighbour(f, k, start);
	}
}

static bool is_clause_mark(const struct phrase_finder *f, uint32_t i)
{
	enum tag t = phrase_tag(f, i);

	return t == TAG_WDT || t == TAG_WP || t == TAG_WRB || (t == TAG_IN && f->at[i].ud == UD_SCONJ);
}

static bool is_finite(const struct verb_group *v)
{
	return v->tense != TENSE_NONE;
}

/* Is the verb group's subject who, which or that? Then its clause sits inside another. */
static bool is_relative(const struct phrase_finder *f, const struct verb_group *v)
{
	enum tag t = v->first > f->first ? phrase_tag(f, v->first - 1) : TAG_NONE;

	return t == TAG_WDT || t == TAG_WP;
}

/* Token behind the noun that a relative clause at verb group v explains. */
static uint32_t before_relative(const struct phrase_finder *f, const struct verb_group *v)
{
	uint32_t i = v->first - 1;

	return i > f->first && phrase_tag(f, i - 1) == TAG_COMMA ? i - 1 : i;
}

/* A search to the left for the subject. */
struct search {
	const struct phrase_finder *f;
	uint32_t from;	/* where the verb group begins */
	uint32_t i;	/* the token before this one is looked at next */
	uint32_t found; /* the nearest phrase that can be it */
	uint32_t weak;	/* the nearest that stands beside another: an apposition */
	bool done;
};

static void meet_verb(struct search *s, const struct verb_group *v)
{
	if (is_relative(s->f, v)) { /* the clause lies between the subject and its verb */
		s->i = before_relative(s->f, v);
		s->found = s->weak = PHRASE_NONE;
		return;
	}
	s->done = s->found != PHRASE_NONE || s->weak != PHRASE_NONE || is_finite(v);
	if (s->found == PHRASE_NONE && s->weak == PHRASE_NONE && is_finite(v))
		s->found = v->subject;
	s->i = v->first;
}

/* The phrase right before the group, for a participle that explains it. */
static uint32_t noun_before(const struct phrase_finder *f, const struct verb_group *v)
{
	uint32_t i = v->first;

	while (i > f->first && (phrase_tag(f, i - 1) == TAG_RB || (v->first - i < 2 && is_qualifier(f, i - 1))))
		i--;
	return i > f->first ? noun_at(f, i - 1) : PHRASE_NONE;
}

/* "in a video | released": the participle of what stands behind a preposition, and so of no subject. */
static bool is_of_adjunct(const struct phrase_finder *f, const struct verb_group *v)
{
	uint32_t noun = v->flags & VERB_PARTICIPLE ? noun_before(f, v) : PHRASE_NONE;

	return noun != PHRASE_NONE && f->nouns.at[noun].preposition != PHRASE_NONE;
}

/* Is the last verb before the token that of a main clause? Not in "the men held | after the raid were freed". */
static bool is_behind_clause(const struct phrase_finder *f, uint32_t token)
{
	for (uint32_t i = token; i > f->first; i--) {
		uint32_t at = verb_at(f, i - 1);
		const struct verb_group *v = at != PHRASE_NONE ? &f->verbs.at[at] : NULL;

		if (v && is_of_adjunct(f, v))
			i = v->first + 1;
		else if (v)
			return is_finite(v) && !is_relative(f, v);
	}
	return true;
}

/* The preposition before the phrase, or before its owner: "linked | to Yemen's | long war". */
static uint32_t preposition_of(const struct phrase_finder *f, const struct noun_phrase *np)
{
	if (np->preposition != PHRASE_NONE || phrase_tag(f, np->first) != TAG_POS || np->owner == PHRASE_NONE)
		return np->preposition;
	return f->nouns.at[np->owner].preposition;
}

/* "no comment | after the army shelled the town": a clause of its own, whose subject stands right before its verb. */
static bool opens_clause(const struct search *s, const struct noun_phrase *np)
{
	static const char *const words[] = {"after", "before", "since", "until", "as"};
	uint32_t verb = verb_at(s->f, np->first + np->n), preposition = preposition_of(s->f, np);

	if (preposition == PHRASE_NONE || np->first + np->n != s->from || verb == PHRASE_NONE ||
	    !is_finite(&s->f->verbs.at[verb]))
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (phrase_is(s->f, preposition, words[k]))
			return is_behind_clause(s->f, preposition);
	return false;
}

/* "tried to rescue him, was shot": never who does it. */
static bool is_object_pronoun(const struct phrase_finder *f, const struct noun_phrase *np)
{
	return np->n == 1 && (phrase_is(f, np->head, "him") || phrase_is(f, np->head, "them") ||
			      phrase_is(f, np->head, "me") || phrase_is(f, np->head, "us"));
}

static void meet_noun(struct search *s, uint32_t noun)
{
	const struct noun_phrase *np = &s->f->nouns.at[noun];

	s->i = np->first;
	if (s->found == PHRASE_NONE && opens_clause(s, np)) {
		s->found = noun;
		s->done = true;
		return;
	}
	if (preposition_of(s->f, np) != PHRASE_NONE)
		s->i = preposition_of(s->f, np);
	else if (is_object_pronoun(s->f, np))
		return;
	else if (np->beside != PHRASE_NONE)
		s->weak = s->weak == PHRASE_NONE ? noun : s->weak;
	else if (s->found == PHRASE_NONE)
		s->found = noun;
	if (phrase_tag(s->f, np->first) == TAG_POS && np->preposition == PHRASE_NONE &&
	    preposition_of(s->f, np) == PHRASE_NONE) /* its owner is no subject */
		s->i = np->owner != PHRASE_NONE ? s->f->nouns.at[np->owner].first : s->i;
}

/* The phrase to the left of token `from` that can be a subject. */
static uint32_t subject_before(const struct phrase_finder *f, uint32_t from)
{
	uint32_t stop = from > f->first + REACH ? from - REACH : f->first;
	struct search s = {f, from, from, PHRASE_NONE, PHRASE_NONE, false};

	while (s.i > stop && !s.done) {
		uint32_t at = s.i - 1;

		if (verb_at(f, at) != PHRASE_NONE)
			meet_verb(&s, &f->verbs.at[verb_at(f, at)]);
		else if (noun_at(f, at) != PHRASE_NONE)
			meet_noun(&s, noun_at(f, at));
		else
			s.done = is_clause_mark(f, --s.i) && s.found != PHRASE_NONE;
	}
	return s.found != PHRASE_NONE ? s.found : s.weak;
}

/* "…were killed and 40 others wounded": the verb behind the second phrase goes by the first's helpers. */
static void share_helpers(struct phrase_finder *f, uint32_t k)
{
	struct verb_group *v = &f->verbs.at[k], *before = &f->verbs.at[k ? k - 1 : 0];
	enum tag t = phrase_tag(f, v->verb);
	uint32_t noun = v->subject;

	if (k == 0 || v->n > 1 || (t != TAG_VBN && t != TAG_VBD && t != TAG_JJ) || !(before->flags & VERB_PASSIVE) ||
	    before->tense == TENSE_NONE || v->object != PHRASE_NONE)
		return;
	uint32_t start = noun == PHRASE_NONE ? v->first : before_qualifiers(f, &f->nouns.at[noun]);
	bool own = noun != PHRASE_NONE && f->nouns.at[noun].first >= before->first + before->n;
	uint32_t link = own ? start : v->first;

	if (link <= f->first || v->first - link > REACH || phrase_tag(f, link - 1) != TAG_CC)
		if (!own || link <= f->first || phrase_tag(f, link - 1) != TAG_COMMA)
			return;
	v->tense = before->tense;
	v->modal = before->modal;
	v->flags = (uint16_t)((v->flags & ~VERB_PARTICIPLE) | VERB_ELLIPTIC | VERB_PASSIVE |
			      (before->flags & VERB_PERFECT));
}

/* "A bomb exploded, killing 3 and wounding 12": the subject of the verb before. */
static uint32_t subject_of_gerund(const struct phrase_finder *f, uint32_t k)
{
	const struct verb_group *v = &f->verbs.at[k], *before = &f->verbs.at[k ? k - 1 : 0];
	enum tag t = v->first > f->first ? phrase_tag(f, v->first - 1) : TAG_NONE;

	if (k == 0 || v->first - before->first > REACH || (t != TAG_COMMA && t != TAG_CC))
		return PHRASE_NONE;
	return before->subject;
}

/* "rebels who left": the phrase before the pronoun. */
static uint32_t antecedent(const struct phrase_finder *f, const struct verb_group *v)
{
	uint32_t i = before_relative(f, v);

	return i > f->first ? noun_at(f, i - 1) : PHRASE_NONE;
}

static uint32_t subject_of(const struct phrase_finder *f, uint32_t k)
{
	const struct verb_group *v = &f->verbs.at[k];
	uint32_t subject = PHRASE_NONE;

	if (is_relative(f, v))
		subject = antecedent(f, v);
	else if (v->flags & VERB_PARTICIPLE)
		subject = noun_before(f, v);
	else if (v->flags & VERB_GERUND)
		subject = subject_of_gerund(f, k);
	return subject != PHRASE_NONE ? subject : subject_before(f, v->first);
}

static void set_subject(struct phrase_finder *f, uint32_t k)
{
	struct verb_group *v = &f->verbs.at[k];

	v->subject = subject_of(f, k);
	if (v->flags & VERB_GERUND) /* the main verb governs its subject */
		return;
	/* A list has one verb: 10 soldiers and 5 civilians were killed. */
	for (uint32_t noun = v->subject, left = REACH; noun != PHRASE_NONE && left; left--) {
		if (f->nouns.at[noun].subject_of == PHRASE_NONE || is_finite(v))
			f->nouns.at[noun].subject_of = k;
		noun = f->nouns.at[noun].joined;
		if (noun != PHRASE_NONE && f->nouns.at[noun].object_of != PHRASE_NONE)
			break;
	}
	if (v->subject != PHRASE_NONE && (f->nouns.at[v->subject].flags & NOUN_NEGATIVE))
		v->flags |= VERB_NEGATED;
}

/* First token behind the group that is no adverb, particle or qualifier. */
static uint32_t behind(const struct phrase_finder *f, const struct verb_group *v)
{
	enum { STEPS = 6 };
	uint32_t i = v->first + v->n;

	for (int k = 0; k < STEPS && noun_at(f, i) == PHRASE_NONE; k++, i++)
		if (phrase_tag(f, i) != TAG_RP && !is_qualifier(f, i))
			break;
	return i;
}

static bool takes_object(const struct verb_group *v)
{
	return !(v->flags & (VERB_COPULA | VERB_PASSIVE));
}

static void set_object(struct phrase_finder *f, uint32_t k)
{
	struct verb_group *v = &f->verbs.at[k];
	uint32_t i = behind(f, v), noun = noun_at(f, i);

	if (v->flags & VERB_COPULA)
		v->complement = noun != PHRASE_NONE		     ? f->nouns.at[noun].head
				: tag_is_adjective(phrase_tag(f, i)) ? i
								     : PHRASE_NONE;
	if (noun == PHRASE_NONE || !takes_object(v) || f->nouns.at[noun].preposition != PHRASE_NONE)
		return;
	v->object = noun;
	f->nouns.at[noun].object_of = k;
	uint32_t after = f->nouns.at[noun].first + f->nouns.at[noun].n;

	if (tag_is_adjective(phrase_tag(f, after)) && noun_at(f, after) == PHRASE_NONE)
		v->complement = after;
	else if (f->nouns.at[noun].flags & NOUN_NOMINAL)
		v->complement = f->nouns.at[noun].head;
}

/* An object that turns out to be the next clause's subject: "said 12 soldiers died". */
static void find_clauses(struct phrase_finder *f)
{
	for (uint32_t k = 0; k + 1 < f->verbs.n; k++) {
		struct verb_group *v = &f->verbs.at[k], *next = &f->verbs.at[k + 1];

		if (v->object == PHRASE_NONE || next->subject != v->object || !is_finite(next) || is_relative(f, next))
			continue;
		f->nouns.at[v->object].object_of = PHRASE_NONE;
		v->object = PHRASE_NONE;
		v->clause = k + 1;
	}
}

/* Objects in a list share the verb: "killed 10 soldiers and 5 civilians". */
static void share_objects(struct phrase_finder *f)
{
	for (uint32_t k = 0; k < f->nouns.n; k++) {
		struct noun_phrase *np = &f->nouns.at[k];

		if (np->joined == PHRASE_NONE || np->object_of != PHRASE_NONE || np->subject_of != PHRASE_NONE)
			continue;
		np->object_of = f->nouns.at[np->joined].object_of;
		if (np->object_of == PHRASE_NONE)
			np->subject_of = f->nouns.at[np->joined].subject_of;
	}
}

/* The verb on the left that a prepositional phrase most likely belongs to; the agent of a passive. */
static void hang_phrases(struct phrase_finder *f)
{
	uint32_t verb = PHRASE_NONE, next = 0;

	for (uint32_t noun = 0; noun < f->nouns.n; noun++) {
		struct noun_phrase *np = &f->nouns.at[noun];

		for (; next < f->verbs.n && f->verbs.at[next].first < np->first; next++)
			verb = next;
		if (np->preposition == PHRASE_NONE)
			continue;
		np->hangs_on = verb;
		if (verb != PHRASE_NONE && (f->verbs.at[verb].flags & VERB_PASSIVE) &&
		    f->verbs.at[verb].agent == PHRASE_NONE && phrase_is(f, np->preposition, "by"))
			f->verbs.at[verb].agent = noun;
	}
}

void phrase_join_verbs(struct phrase_finder *f)
{
	for (uint32_t k = 0; k < f->verbs.n; k++) {
		set_object(f, k);
		if (!(f->verbs.at[k].flags & VERB_INFINITIVE))
			set_subject(f, k);
		share_helpers(f, k);
	}
	find_clauses(f);
	share_objects(f);
	hang_phrases(f);
}
