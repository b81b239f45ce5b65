#include "event_actors.h"

/* A sentence without end must not cost its square. */
enum { LOOK_BACK_GROUPS = 6 };

static uint32_t phrase_index(const struct phrases *p, const struct noun_phrase *noun)
{
	return noun ? (uint32_t)(noun - p->nouns) : PHRASE_NONE;
}

bool event_is_time(const struct reading *r, uint32_t token)
{
	static const char *const kinds[] = {"daypart",	"dayparts", "month", "weekday",
					    "weekdays", "unit",	    "units", "deictic"};
	const struct hit *hit = reading_hit(r, token, LEXICON_TIMES);

	if (!hit)
		return false;
	struct str kind = hit_cell(r, hit, LEXICON_TIMES, lexicon_column(r->know->lex, LEXICON_TIMES, "kind"));

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(kind, str_of(kinds[i])))
			return true;
	return false;
}

/* The phrase right behind the token; NULL: none. "opened fire on a convoy": a preposition may lead to it. */
static const struct noun_phrase *phrase_behind(const struct event_words *w, const struct phrases *p, uint32_t token)
{
	enum { NEAR = 3 };
	const struct noun_phrase *noun = phrases_noun_after(p, token);

	if (!noun || noun->first - token > NEAR || event_is_time(w->r, noun->head) ||
	    (noun->preposition != PHRASE_NONE && noun->preposition <= token))
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

/* "A convoy leaving the city was fired on": not the city was. */
static uint32_t subject_of(const struct phrases *p, const struct verb_group *v)
{
	const struct noun_phrase *subject = phrases_noun(p, v->subject);
	const struct verb_group *within = subject ? phrases_verb(p, subject->object_of) : NULL;

	if (!within || within == v || !(within->flags & VERB_GERUND) || within->first == p->first)
		return v->subject;
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

/* "Accused the rebels of shelling the town": the gerund is what the verb before it says that they did. */
static bool is_accused(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	uint32_t own = (uint32_t)(v - p->verbs);
	const struct verb_group *before = own ? &p->verbs[own - 1] : NULL;
	const struct hit *hit = before ? reading_hit(w->r, before->verb, LEXICON_TRIGGERS) : NULL;

	return hit && str_eq(hit_cell(w->r, hit, LEXICON_TRIGGERS, w->trigger_type), STR("accusation"));
}

/* Who does what the group says. It may go on with what another one's subject does (", killing two", "… and detained
 * 21"); a gerund behind a preposition is anybody's ("after days of shelling"). */
static uint32_t doer_of(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	int before = v->first > p->first ? w->r->tokens.at[v->first - 1].tag : TAG_COMMA;

	if (before == TAG_CC || (before == TAG_COMMA && v->flags & VERB_GERUND))
		return subject_before(p, v);
	if (before == TAG_IN && v->flags & VERB_GERUND && !is_accused(w, p, v))
		return PHRASE_NONE;
	return subject_of(p, v);
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

void event_actors_of_verb(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
			  const struct hit *hit, struct found_event *e)
{
	uint32_t last = hit->first + hit->n - 1, object = v->object;
	const struct noun_phrase *noun = phrases_noun(p, object), *behind = phrase_behind(w, p, last);

	/* the noun of a phrase such as "opened fire" is no target */
	if (noun && noun->head <= last)
		object = PHRASE_NONE;
	if (is_active(w, p, v, last)) {
		e->agent = doer_of(w, p, v);
		e->target = object == PHRASE_NONE && (hit->n > 1 || v->flags & VERB_PASSIVE) ? phrase_index(p, behind)
											     : object;
	} else {
		e->agent = v->agent;
		e->target = subject_of(p, v);
	}
	if (blamed_on(w, p, last))
		e->target = phrase_index(p, blamed_on(w, p, last));
	if (!is_nobodys(w, e->type))
		return;
	e->target = e->target == PHRASE_NONE ? e->agent : e->target;
	e->agent = PHRASE_NONE;
}

/* "An attack on the town by rebels": the phrase that "by" leads to, with nothing but other phrases before it. */
static const struct noun_phrase *phrase_with_by(const struct event_words *w, const struct phrases *p,
						const struct noun_phrase *noun)
{
	enum { PHRASES = 3 };

	for (size_t i = (size_t)(noun - p->nouns) + 1, end = i + PHRASES; i < p->nouns_n && i < end; i++) {
		const struct noun_phrase *next = &p->nouns[i];
		uint32_t before = next->preposition;

		for (uint32_t k = noun->first + noun->n; k < next->first; k++)
			if (w->r->tokens.at[k].tag == TAG_COMMA || phrases_verb_at(p, k))
				return NULL;
		if (before != PHRASE_NONE && str_is(w->r->tokens.at[before].lower, "by"))
			return event_is_time(w->r, next->head) ? NULL : next;
	}
	return NULL;
}

void event_actors_of_noun(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
			  struct found_event *e)
{
	if (is_nobodys(w, e->type))
		return;
	e->agent = noun->owner;
	if (e->agent == PHRASE_NONE)
		e->agent = phrase_index(p, phrase_with_by(w, p, noun));
}
