#include "event_status.h"

#include "event_actors.h"
#include "event_mood.h"
#include "figure_words.h"

/* A sentence without end must not cost its square. */
enum { LOOK_BACK_GROUPS = 6 };

static uint32_t noun_index(const struct phrases *p, const struct noun_phrase *noun)
{
	return noun ? (uint32_t)(noun - p->nouns) : PHRASE_NONE;
}

static bool is_verb_tag(const struct event_words *w, uint32_t token)
{
	return tag_is_verb(w->r->tokens.at[token].tag);
}

/* "began evacuating", "finished evacuating rebels", "scheduled to begin": the verb behind says of what. */
static struct str process_of_verb_after(const struct event_words *w, const struct phrases *p, uint32_t token)
{
	enum { NEAR = 2 };

	for (uint32_t i = token; i < token + NEAR && i < p->first + p->n; i++) {
		const struct hit *hit = reading_hit(w->r, i, LEXICON_TRIGGERS);
		const struct event_trigger *verb = hit ? event_trigger_as(w->r, hit, POS_VERB) : NULL;

		if (verb && is_verb_tag(w, i))
			return event_type_is_process(verb->type) ? verb->name : STR_NULL;
	}
	return STR_NULL;
}

static const struct noun_phrase *subject_of(const struct phrases *p, const struct verb_group *v)
{
	return v ? phrases_noun(p, v->subject) : NULL;
}

/* "since", "after": what opens a clause as a preposition would; not "linked to the war". */
static bool opens_clause(const struct event_words *w, uint32_t preposition)
{
	static const struct str words[] = {STR_WORD("since"), STR_WORD("after"), STR_WORD("before"),
					   STR_WORD("until"), STR_WORD("as"),	 STR_WORD("when"),
					   STR_WORD("while"), STR_WORD("once"),	 STR_WORD("because")};

	return preposition == PHRASE_NONE ||
	       figure_token_is_one_of(w->r, preposition, words, sizeof words / sizeof *words);
}

/* "since the conflict began": the phrase right before the verb, though a word that opens a
 * clause stands before it as a preposition would. */
static const struct noun_phrase *phrase_right_before(const struct event_words *w, const struct phrases *p,
						     const struct verb_group *v)
{
	const struct noun_phrase *noun = v->first > p->first ? phrases_noun_at(p, v->first - 1) : NULL;
	const struct noun_phrase *owner = noun ? phrases_noun(p, noun->owner) : NULL;

	if (owner && noun->preposition == PHRASE_NONE && !opens_clause(w, owner->preposition))
		return NULL; /* "linked to Yemen's long war" */
	return noun && noun->whole == PHRASE_NONE && noun->object_of == PHRASE_NONE &&
			       opens_clause(w, noun->preposition)
		       ? noun
		       : NULL;
}

/* Phrases that begin before the token. */
static size_t phrases_before(const struct phrases *p, uint32_t token)
{
	size_t low = 0, high = p->nouns_n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->nouns[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* "The operation to bring the last civilians out of the town began": the nearest phrase
 * before the verb that names a process and is part of nothing else. */
static struct str process_before(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	size_t n = phrases_before(p, v->first);

	for (size_t i = n; i-- > 0 && n - i <= LOOK_BACK_GROUPS;) {
		const struct noun_phrase *noun = &p->nouns[i];
		bool free = noun->preposition == PHRASE_NONE && noun->object_of == PHRASE_NONE;
		struct str process = free && !(noun->flags & NOUN_PRONOUN) ? event_words_process(w, p, noun) : STR_NULL;

		if (process.n)
			return process;
	}
	return STR_NULL;
}

/* The subject of this group, or of the one that it continues ("…, but was delayed"). */
static const struct noun_phrase *subject_or_before(const struct phrases *p, const struct verb_group *v)
{
	uint32_t own = (uint32_t)(v - p->verbs);

	for (uint32_t i = own + 1; i-- > 0 && own - i <= LOOK_BACK_GROUPS;) {
		const struct noun_phrase *noun = subject_of(p, &p->verbs[i]);

		if (noun)
			return noun;
		if (!(p->verbs[i].flags & (VERB_ELLIPTIC | VERB_INFINITIVE | VERB_GERUND | VERB_PASSIVE | VERB_COPULA)))
			return NULL;
	}
	return NULL;
}

/* The process that the group tells something of. */
static struct str process_of_subject(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	struct str process = event_words_process(w, p, phrase_right_before(w, p, v));

	if (!process.n)
		process = event_words_process(w, p, subject_or_before(p, v));
	return process.n ? process : process_before(w, p, v);
}

static bool is_gerund_behind(const struct event_words *w, const struct phrases *p, const struct hit *hit)
{
	uint32_t behind = hit->first + hit->n;

	return behind < p->first + p->n && w->r->tokens.at[behind].tag == TAG_VBG;
}

/* "A plan for ending the conflict", "suggested ending it": it has not ended. "After ending it" it has. */
static bool is_aim(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	static const char *const words[] = {"for", "of", "in", "at", "from", "without", "about", "towards", "toward"};

	if (!(v->flags & VERB_GERUND) || v->first == p->first)
		return false;
	if (is_verb_tag(w, v->first - 1))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(w->r->tokens.at[v->first - 1].lower, words[i]))
			return true;
	return false;
}

/* "the inquiry concluded (that) the driver was drunk": a finding, and no end. */
static bool leads_a_clause(const struct event_words *w, const struct phrases *p, const struct hit *hit)
{
	uint32_t behind = hit->first + hit->n, end = p->first + p->n;

	while (behind < end && (event_is_time(w->r, behind) || str_is(w->r->tokens.at[behind].lower, "this") ||
				str_is(w->r->tokens.at[behind].lower, "on")))
		behind++; /* "announced this week that" */
	const struct noun_phrase *noun = phrases_noun_at(p, behind);
	const struct verb_group *verb = noun && noun->first == behind ? phrases_verb(p, noun->subject_of) : NULL;

	if (behind < w->r->tokens.n && str_is(w->r->tokens.at[behind].lower, "that"))
		return true;
	return verb && verb->first >= noun->first + noun->n && verb->tense != TENSE_NONE;
}

static bool read_verb(const struct event_words *w, const struct phrases *p, const struct hit *hit,
		      struct found_event *e)
{
	const struct verb_group *v = phrases_verb_at(p, hit->first);

	if (!v || !is_verb_tag(w, hit->first) || v->verb < hit->first || v->verb >= hit->first + hit->n ||
	    leads_a_clause(w, p, hit))
		return false;
	const struct noun_phrase *subject = subject_or_before(p, v), *object = phrases_noun(p, v->object);
	struct str process = process_of_verb_after(w, p, hit->first + hit->n);

	if (object && object->head < hit->first + hit->n)
		object = NULL; /* "took effect" */
	if (object && event_is_time(w->r, object->head))
		object = NULL; /* "began today" */
	/* "stopped moving", "stopped killing civilians": what they do is no process */
	if (process.n == 0 && is_gerund_behind(w, p, hit))
		return false;
	if (process.n == 0 && object && !(v->flags & VERB_PASSIVE))
		process = event_words_process(w, p, object);
	if (process.n && !(v->flags & VERB_PASSIVE)) {
		const struct noun_phrase *own = event_subject_of_clause(w, p, v);

		e->agent = noun_index(p, own ? own : subject);
	} else if (!object || v->flags & VERB_PASSIVE) {
		process = process_of_subject(w, p, v);
		e->agent = v->agent;
	}
	e->type = process;
	e->rule = v->flags & VERB_PASSIVE ? "status.passive" : "status.verb";
	if (process.n == 0 && e->status == STATUS_TURNED_BACK && w->process.n) {
		e->type = w->process;
		e->target = noun_index(p, subject);
		e->rule = "status.turned_back";
	}
	event_mood(w, p, v, e);
	if (e->modality == MODALITY_ACTUAL && is_aim(w, p, v))
		e->modality = MODALITY_POSSIBLE;
	/* "the operation to be completed": a state wished for, not told */
	return e->type.n > 0;
}

/* "The talks collapsed": said of the process itself, and of no house that did while they went on. */
static bool read_own(const struct event_words *w, const struct phrases *p, const struct hit *hit, struct found_event *e)
{
	const struct verb_group *v = phrases_verb_at(p, hit->first);
	const struct noun_phrase *subject = subject_of(p, v);

	if (!subject || v->object != PHRASE_NONE)
		return false;
	e->type = event_words_process(w, p, subject->of == PHRASE_NONE ? subject : phrases_noun(p, subject->of));
	e->rule = "status.own";
	event_mood(w, p, v, e);
	return e->type.n > 0;
}

/* The verb group right before the words: "was now", "has been put", "are not". */
static const struct verb_group *group_before(const struct phrases *p, uint32_t token)
{
	enum { NEAR = 5 };

	for (uint32_t i = token; i-- > p->first && token - i <= NEAR;) {
		const struct verb_group *v = phrases_verb_at(p, i);

		if (v)
			return v;
		if (phrases_noun_at(p, i))
			return NULL;
	}
	return NULL;
}

/* "delayed over objections": a preposition, no state. */
static bool leads_a_phrase(const struct event_words *w, const struct phrases *p, const struct hit *hit)
{
	uint32_t last = hit->first + hit->n - 1;
	const struct noun_phrase *noun = phrases_noun_at(p, last + 1);

	return w->r->tokens.at[last].tag == TAG_IN && noun && noun->first == last + 1;
}

/* "police had stopped the search", "was driving fast, stopped": what somebody does or did, and no state. */
static bool is_doing(const struct event_words *w, const struct verb_group *v, const struct hit *hit)
{
	bool own = v->verb >= hit->first && v->verb < hit->first + hit->n;

	if (v->flags & (VERB_PASSIVE | VERB_COPULA))
		return false;
	return own ? is_verb_tag(w, v->verb) : w->r->tokens.at[v->verb].tag == TAG_VBG;
}

static bool read_adjective(const struct event_words *w, const struct phrases *p, const struct hit *hit,
			   struct found_event *e)
{
	const struct verb_group *v = phrases_verb_at(p, hit->first);

	if (!v)
		v = group_before(p, hit->first);
	if (w->r->tokens.at[hit->first + hit->n - 1].tag == TAG_IN && hit->first + hit->n < p->first + p->n &&
	    w->r->tokens.at[hit->first + hit->n].tag == TAG_CD)
		return false; /* "injured over 200" */
	/* "took over", "handed over": no state */
	if (hit->n == 1 && hit->first > p->first && is_verb_tag(w, hit->first - 1) && v &&
	    !(v->flags & (VERB_COPULA | VERB_PASSIVE)))
		return false;
	/* "they need ongoing care": of the care, and no process is told to go on */
	const struct noun_phrase *own = phrases_noun_at(p, hit->first);

	if (own && own->head >= hit->first + hit->n)
		return false;
	if (!v || leads_a_phrase(w, p, hit) || is_gerund_behind(w, p, hit) || is_doing(w, v, hit))
		return false;
	e->type = process_of_subject(w, p, v);
	e->rule = "status.adjective";
	event_mood(w, p, v, e);
	return e->type.n > 0;
}

/* "questions about | the completion of", "called for | the suspension of", "before | the start of": what is asked,
 * wished or waited for is not told to be so. */
static bool is_wished(const struct event_words *w, const struct noun_phrase *noun)
{
	static const struct str words[] = {STR_WORD("about"),  STR_WORD("over"),   STR_WORD("for"),
					   STR_WORD("until"),  STR_WORD("before"), STR_WORD("towards"),
					   STR_WORD("toward"), STR_WORD("pending")};

	return noun->preposition != PHRASE_NONE &&
	       figure_token_is_one_of(w->r, noun->preposition, words, sizeof words / sizeof *words);
}

/* "a halt | to the evacuation", "the end | of the siege": what it is that has ended. */
static const struct noun_phrase *whole_of(const struct event_words *w, const struct phrases *p,
					  const struct noun_phrase *noun)
{
	uint32_t to = noun->first + noun->n;
	const struct noun_phrase *behind = to + 1 < p->first + p->n ? phrases_noun_at(p, to + 1) : NULL;

	if (noun->of != PHRASE_NONE)
		return phrases_noun(p, noun->of);
	return behind && behind->first == to + 1 && str_is(w->r->tokens.at[to].lower, "to") ? behind : NULL;
}

static bool read_noun(const struct event_words *w, const struct phrases *p, const struct hit *hit,
		      struct found_event *e)
{
	const struct noun_phrase *noun = phrases_noun_at(p, hit->first);

	if (!noun || !tag_is_noun(w->r->tokens.at[hit->first].tag) || !whole_of(w, p, noun))
		return false;
	e->type = event_words_process(w, p, whole_of(w, p, noun));
	e->rule = "status.noun";
	if (noun->of != PHRASE_NONE)
		event_mood(w, p, phrases_governor(p, hit->first), e);
	else
		event_noun_mood(w, p, noun, phrases_governor(p, hit->first), e);
	if (e->modality == MODALITY_ACTUAL && is_wished(w, noun))
		e->modality = MODALITY_POSSIBLE;
	/* "no evidence of the end of …", "in a bid to secure a start": only what a verb tells counts as denied */
	return e->type.n > 0;
}

static bool read_waiting(const struct event_words *w, const struct phrases *p, const struct hit *hit,
			 struct found_event *e)
{
	e->type = process_of_verb_after(w, p, hit->first + hit->n);
	e->rule = "status.waiting";
	event_mood(w, p, NULL, e);
	return e->type.n > 0;
}

static const struct {
	enum event_pos pos;
	bool (*read)(const struct event_words *, const struct phrases *, const struct hit *, struct found_event *);
} readers[] = {
	{POS_VERB, read_verb}, {POS_OWN, read_own},	    {POS_ADJECTIVE, read_adjective},
	{POS_NOUN, read_noun}, {POS_WAITING, read_waiting},
};

/* "almost over", "nearly complete" */
static bool is_nearly(const struct event_words *w, const struct hit *hit)
{
	static const char *const words[] = {"almost", "nearly", "close",   "partially",
					    "partly", "half",	"largely", "mostly"};

	for (uint32_t i = hit->first; i-- > 0 && hit->first - i <= 2;)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (str_is(w->r->tokens.at[i].lower, words[k]))
				return true;
	return false;
}

/* "not over" is a status of its own, "due to begin" too; "was not suspended" denies one. */
static void settle_status(const struct event_words *w, const struct event_state *state, const struct hit *hit,
			  struct found_event *e)
{
	if (e->polarity == POLARITY_DENIED && state->negated) {
		e->status = state->negated;
		e->polarity = POLARITY_ASSERTED;
	}
	if (e->status == STATUS_COMPLETE && is_nearly(w, hit))
		e->status = STATUS_NOT_COMPLETE;
	/* "due to begin on Wednesday" tells a date that was set, whether or not it was kept */
	if (e->status == STATUS_BEGUN && e->modality == MODALITY_PLANNED) {
		e->status = STATUS_SCHEDULED;
		e->modality = MODALITY_ACTUAL;
	}
}

bool event_status_read(const struct event_words *w, uint32_t sentence, const struct hit *hit, struct found_event *out)
{
	const struct phrases *p = reading_phrases(w->r, sentence);

	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		const struct event_state *state = event_state_as(w->r, hit, readers[i].pos);
		struct found_event e = {.sentence = sentence,
					.first = hit->first,
					.n = hit->n,
					.agent = PHRASE_NONE,
					.target = PHRASE_NONE};

		if (!state)
			continue;
		e.status = state->status;
		if (readers[i].read(w, p, hit, &e)) {
			settle_status(w, state, hit, &e);
			*out = e;
			return true;
		}
	}
	return false;
}
