#include "event_actors.h"

#include "times_atoms.h"

/* A sentence without end must not cost its square. */
enum { LOOK_BACK_GROUPS = 6 };

static uint32_t phrase_index(const struct phrases *p, const struct noun_phrase *noun)
{
	return noun ? (uint32_t)(noun - p->nouns) : PHRASE_NONE;
}

bool event_is_time(const struct reading *r, uint32_t token)
{
	static const uint64_t kinds = KIND(DAYPART) | KIND(DAYPARTS) | KIND(MONTH) | KIND(WEEKDAY) | KIND(WEEKDAYS) |
				      KIND(UNIT) | KIND(UNITS) | KIND(DEICTIC) | KIND(FEAST);
	const struct hit *hit = reading_hit(r, token, LEXICON_TIMES);

	if (!hit) /* "opened fire at 10:08 p.m." */
		return r->tokens.at[token].kind == TOKEN_NUMBER && str_find(r->tokens.at[token].text, STR(":")) >= 0;
	return UINT64_C(1) << r->know->time_words[hit_row(r, hit, LEXICON_TIMES)].kind & kinds;
}

/* "the governor's | offices": what the phrase owns, where it stands before it. */
static const struct noun_phrase *owned(const struct phrases *p, const struct noun_phrase *noun)
{
	return noun + 1 < p->nouns + p->nouns_n && noun[1].owner == phrase_index(p, noun) ? noun + 1 : noun;
}

/* "opened fire on a convoy", "set fire to a house"; not "marched in the capital". */
static bool leads_to_target(const struct event_words *w, uint32_t preposition)
{
	static const char *const words[] = {"on", "at", "against", "to", "upon", "into", "of", "over"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(w->r->tokens.at[preposition].lower, words[i]))
			return true;
	return false;
}

/* The phrase right behind the token; NULL: none. A preposition may lead to it. */
static const struct noun_phrase *phrase_behind(const struct event_words *w, const struct phrases *p, uint32_t token)
{
	enum { NEAR = 3 };
	const struct noun_phrase *noun = phrases_noun_after(p, token);

	if (!noun || noun->first - token > NEAR || event_is_time(w->r, noun->head) ||
	    event_is_time(w->r, noun->first) ||
	    (noun->preposition != PHRASE_NONE && (noun->preposition < token || !leads_to_target(w, noun->preposition))))
		return NULL;
	for (uint32_t i = token + 1; i < noun->first; i++)
		if (w->r->tokens.at[i].tag == TAG_COMMA || phrases_verb_at(p, i))
			return NULL;
	return noun;
}

static const struct noun_phrase *object_behind(const struct event_words *w, const struct phrases *p, uint32_t token)
{
	const struct noun_phrase *noun = phrase_behind(w, p, token);

	return noun && noun->preposition == PHRASE_NONE ? noun : NULL;
}

const struct noun_phrase *event_subject_of_clause(const struct event_words *w, const struct phrases *p,
						  const struct verb_group *v)
{
	static const char *const words[] = {"after", "before", "since", "until", "as", "when", "while", "once"};
	const struct noun_phrase *noun = v->first > p->first ? phrases_noun_at(p, v->first - 1) : NULL;

	if (!noun || noun->preposition == PHRASE_NONE || v->flags & (VERB_GERUND | VERB_PARTICIPLE | VERB_INFINITIVE))
		return NULL;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (noun->preposition + 1 == noun->first && str_is(w->r->tokens.at[noun->preposition].lower, words[i]))
			return noun;
	return NULL;
}

/* "Omar Hassan, 44, who was killed": an age is nobody; the phrase before it is meant. */
static const struct noun_phrase *over_age(const struct event_words *w, const struct phrases *p,
					  const struct noun_phrase *noun)
{
	bool age = noun > p->nouns && noun->n == 1 && noun->flags & NOUN_BARE && noun->first > p->first &&
		   w->r->tokens.at[noun->first - 1].tag == TAG_COMMA &&
		   w->r->tokens.at[noun->first + 1].tag == TAG_COMMA;

	return age && noun[-1].first + noun[-1].n == noun->first - 1 ? noun - 1 : noun;
}

/* The group whose object the phrase is: "carrying | about 80 people". */
static const struct verb_group *object_of(const struct phrases *p, const struct verb_group *v,
					  const struct noun_phrase *noun)
{
	enum { ADVERBS = 2 };
	const struct verb_group *within = phrases_verb(p, noun->object_of), *before = v > p->verbs ? v - 1 : NULL;

	if (within || !before || noun->preposition != PHRASE_NONE || !(before->flags & VERB_GERUND))
		return within;
	uint32_t end = before->first + before->n;

	return end <= noun->first && noun->first - end <= ADVERBS ? before : NULL;
}

/* "A convoy leaving the city was fired on": not the city was. */
static uint32_t subject_of(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	const struct noun_phrase *of_clause = event_subject_of_clause(w, p, v);

	if (of_clause)
		return phrase_index(p, of_clause);
	const struct noun_phrase *subject = phrases_noun(p, v->subject);
	const struct verb_group *within = subject ? object_of(p, v, subject) : NULL;

	if (!within || within == v || !(within->flags & VERB_GERUND) || within->first == p->first)
		return subject ? phrase_index(p, over_age(w, p, subject)) : PHRASE_NONE;
	const struct noun_phrase *before = phrases_noun_at(p, within->first - 1);

	return before ? phrase_index(p, before) : v->subject;
}

/* The subject of the finite group before v: "police" of "police fired at the crowd, killing two". */
static uint32_t subject_before(const struct phrases *p, const struct verb_group *v)
{
	uint32_t own = (uint32_t)(v - p->verbs);

	for (uint32_t i = own; i-- > 0 && own - i <= LOOK_BACK_GROUPS;)
		if (p->verbs[i].subject != PHRASE_NONE &&
		    !(p->verbs[i].flags & (VERB_GERUND | VERB_PARTICIPLE | VERB_INFINITIVE)))
			return p->verbs[i].subject;
	return v->subject;
}

/* "accused", "blames" */
static bool accuses(const struct event_words *w, const struct verb_group *v)
{
	const struct hit *hit = v ? reading_hit(w->r, v->verb, LEXICON_TRIGGERS) : NULL;

	return hit && str_eq(event_trigger_of(w->r, hit)->name, STR("accusation"));
}

/* "Accused the rebels of shelling the town": the gerund is what the verb before it says that they did. */
static bool is_accused(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	return v > p->verbs && accuses(w, v - 1);
}

/* Who does what the group says. It may go on with what another one's subject does (", killing two", "… and detained
 * 21"); a gerund behind a preposition is anybody's ("after days of shelling"). */
static uint32_t doer_of(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	int before = v->first > p->first ? w->r->tokens.at[v->first - 1].tag : TAG_COMMA;

	if (before == TAG_CC || (before == TAG_COMMA && v->flags & VERB_GERUND))
		return subject_before(p, v);
	if (before != TAG_IN || !(v->flags & VERB_GERUND))
		return subject_of(w, p, v);
	if (!is_accused(w, p, v))
		return PHRASE_NONE;
	if (!(v[-1].flags & VERB_PASSIVE) && v[-1].object != PHRASE_NONE)
		return v[-1].object; /* "the rebels, who accused the army of shelling" */
	return subject_of(w, p, v);
}

/* "A spokesman accused the mayor": a participle with an object behind it, and no form of be, is a past tense. */
static bool is_active(const struct event_words *w, const struct phrases *p, const struct verb_group *v, uint32_t last)
{
	return !(v->flags & VERB_PASSIVE) ||
	       (v->n == 1 && !(v->flags & VERB_ELLIPTIC) && v->agent == PHRASE_NONE && object_behind(w, p, last));
}

/* "Blamed the violence on gangs": the gangs are accused. NULL: nobody is told so. */
static const struct noun_phrase *blamed_on(const struct event_words *w, const struct phrases *p, uint32_t token)
{
	enum { PHRASES = 3 };
	const struct noun_phrase *noun = phrases_noun_after(p, token);

	if (!str_starts(w->r->tokens.at[token].lower, STR("blam")))
		return NULL;
	for (size_t i = 0; noun && i < PHRASES && noun < p->nouns + p->nouns_n; i++, noun++)
		if (noun->preposition != PHRASE_NONE && noun->preposition > token)
			return str_is(w->r->tokens.at[noun->preposition].lower, "on") &&
					       !event_is_time(w->r, noun->head)
				       ? noun
				       : NULL;
	return NULL;
}

/* What nature or an accident does has no agent: what it is told of is what it happens to. */
static bool is_nobodys(const struct event_words *w, struct str type)
{
	return event_words_kin(w, type).n && !event_words_is_act(w, type);
}

/* "Three suspects appeared in court": they are tried. */
static bool is_tried(const struct event_words *w, const struct hit *hit, const struct found_event *e)
{
	return str_is(e->type, "trial") && str_starts(w->r->tokens.at[hit->first].lower, STR("appear"));
}

void event_actors_of_verb(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
			  const struct hit *hit, struct found_event *e)
{
	uint32_t last = hit->first + hit->n - 1, object = v->object;
	const struct noun_phrase *noun = phrases_noun(p, object), *behind = phrase_behind(w, p, last);

	/* the noun of a phrase such as "opened fire" is no target, nor is what a boat "sank off" */
	if (noun &&
	    (noun->head <= last || (noun->first > p->first && str_is(w->r->tokens.at[noun->first - 1].lower, "off"))))
		object = PHRASE_NONE;
	if (is_active(w, p, v, last)) {
		e->agent = doer_of(w, p, v);
		e->target = object == PHRASE_NONE && (hit->n > 1 || v->flags & VERB_PASSIVE)
				    ? phrase_index(p, behind ? owned(p, behind) : NULL)
				    : object;
	} else {
		e->agent = v->agent;
		e->target = subject_of(w, p, v);
	}
	if (blamed_on(w, p, last))
		e->target = phrase_index(p, blamed_on(w, p, last));
	if (!is_nobodys(w, e->type) && !is_tried(w, hit, e))
		return;
	e->target = e->target == PHRASE_NONE ? e->agent : e->target;
	e->agent = PHRASE_NONE;
}

/* "An attack on the town by rebels": the phrase that the preposition leads to, with nothing but other phrases before
 * it. */
static const struct noun_phrase *phrase_with(const struct event_words *w, const struct phrases *p,
					     const struct noun_phrase *noun, const char *preposition)
{
	enum { PHRASES = 3 };

	for (size_t i = (size_t)(noun - p->nouns) + 1, end = i + PHRASES; i < p->nouns_n && i < end; i++) {
		const struct noun_phrase *next = &p->nouns[i];
		uint32_t before = next->preposition;

		for (uint32_t k = noun->first + noun->n; k < next->first; k++)
			if (w->r->tokens.at[k].tag == TAG_COMMA || phrases_verb_at(p, k))
				return NULL;
		if (before != PHRASE_NONE && str_is(w->r->tokens.at[before].lower, preposition) &&
		    !event_is_time(w->r, next->head) && !event_is_time(w->r, next->first))
			return next;
	}
	return NULL;
}

/* Whom an attack is on: "raids on the town", "an air strike hit a bus"; "a shooting on Main Street" is there, and "the
 * attack on the convoy" was told before, in whatever words. */
static const struct noun_phrase *target_of_noun(const struct event_words *w, const struct phrases *p,
						const struct noun_phrase *noun)
{
	bool shooting = str_starts(w->r->tokens.at[noun->head].lower, STR("shooting"));
	bool again = noun->determiner != PHRASE_NONE && str_is(w->r->tokens.at[noun->determiner].lower, "the");
	const struct noun_phrase *on = shooting || again ? NULL : phrase_with(w, p, noun, "on");
	const struct verb_group *v = phrases_verb(p, noun->subject_of);

	if (!on && !again)
		on = phrase_with(w, p, noun, "against");
	if (on)
		return owned(p, on);
	if (!v || v->flags & VERB_PASSIVE || !event_words_strikes(w, v))
		return NULL;
	return phrases_noun(p, v->object);
}

/* What is done to somebody, who then owns it: "the mayor's arrest", "the arrest of the mayor". */
static bool is_suffered(struct str type)
{
	static const char *const types[] = {"arrest",	  "release",   "killing", "assassination",
					    "abduction",  "execution", "trial",	  "rescue",
					    "evacuation", "expulsion", "massacre"};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_is(type, types[i]))
			return true;
	return false;
}

/* The last verb before the token. */
static const struct verb_group *verb_before(const struct phrases *p, uint32_t token)
{
	const struct verb_group *last = NULL;

	for (size_t i = 0; i < p->verbs_n && p->verbs[i].first < token; i++)
		last = &p->verbs[i];
	return last;
}

/* "blamed the rebels for the attack", "held them responsible for it", "blamed the attack on the rebels", "said Israel
 * was responsible for the attack": whoever is blamed did it, as does whoever "claimed responsibility for the attack".
 */
static uint32_t blamed_for(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun)
{
	const struct verb_group *of = phrases_verb(p, noun->object_of);

	if (of && accuses(w, of))
		return phrase_index(p, blamed_on(w, p, of->verb));
	uint32_t lead = noun->preposition;

	if (lead == PHRASE_NONE || lead <= p->first || !str_is(w->r->tokens.at[lead].lower, "for"))
		return PHRASE_NONE;
	struct str word = w->r->tokens.at[lead - 1].lower;
	const struct verb_group *v = verb_before(p, lead);

	if (v && str_is(word, "responsibility"))
		return v->flags & (VERB_PASSIVE | VERB_NEGATED) ? PHRASE_NONE : v->subject;
	if (!v || !(accuses(w, v) || str_is(word, "responsible")))
		return PHRASE_NONE;
	return v->flags & (VERB_PASSIVE | VERB_COPULA) ? v->subject : v->object;
}

void event_actors_of_noun(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
			  struct found_event *e)
{
	const struct verb_group *v = phrases_verb(p, noun->object_of);

	if (is_nobodys(w, e->type))
		return;
	bool suffered = is_suffered(e->type);

	if (suffered)
		e->target = noun->of == PHRASE_NONE ? noun->owner : noun->of;
	if (!suffered || noun->of != PHRASE_NONE)
		e->agent = noun->owner;
	if (e->agent == PHRASE_NONE && str_eq(event_words_kin(w, e->type), STR("attack")))
		e->agent = blamed_for(w, p, noun);
	if (e->agent == PHRASE_NONE)
		e->agent = phrase_index(p, phrase_with(w, p, noun, "by"));
	if (e->agent == PHRASE_NONE && v && event_words_does(w, v)) /* "the army carried out 32 raids" */
		e->agent = v->flags & VERB_PASSIVE ? v->agent : doer_of(w, p, v);
	if (str_eq(event_words_kin(w, e->type), STR("attack")) && !str_is(e->type, "killing"))
		e->target = phrase_index(p, target_of_noun(w, p, noun));
}
