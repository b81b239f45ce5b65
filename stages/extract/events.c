#include "events.h"

#include "event_actors.h"
#include "event_fit.h"
#include "event_mood.h"
#include "event_status.h"
#include "event_told.h"

/* One event of a type a sentence: "the attack" beside "attacked" is the same one. */
static bool told_already(const struct found_events *all, const struct found_event *e)
{
	enum { LOOK_BACK = 32 }; /* a sentence without end must not cost its square */

	for (size_t i = all->n; i-- > 0 && all->at[i].sentence == e->sentence && all->n - i <= LOOK_BACK;)
		if (str_eq(all->at[i].type, e->type) && (all->at[i].status == e->status || e->status == STATUS_NONE))
			return true;
	return false;
}

/* The verb of the words: "opened" of "opened fire", "struck" of "warplanes struck"; that behind them for none. */
static uint32_t verb_in(const struct event_words *w, const struct hit *hit)
{
	uint32_t i = hit->first;

	while (i < hit->first + hit->n && !tag_is_verb(w->r->tokens.at[i].tag))
		i++;
	return i;
}

static bool read_verb(const struct event_words *w, uint32_t sentence, const struct hit *hit, struct found_event *e)
{
	const struct phrases *p = reading_phrases(w->r, sentence);
	uint32_t last = hit->first + hit->n - 1, verb = verb_in(w, hit);
	const struct verb_group *v = verb <= last ? phrases_verb_at(p, verb) : NULL;

	if (!v)
		return false;
	event_actors_of_verb(w, p, v, hit, e);
	e->rule = v->flags & VERB_PASSIVE ? "event.passive" : "event.verb";
	event_mood(w, p, v, e);
	if (e->modality == MODALITY_PLANNED)
		e->status = STATUS_PLANNED;
	return event_fit_verb(w, p, v, hit, e);
}

/* The verb that governs the noun: of "to demand the owner's | arrest" that of its owner, of "after | a raid killed two"
 * the one behind it. */
static const struct verb_group *governor_of(const struct event_words *w, const struct phrases *p,
					    const struct noun_phrase *noun, uint32_t last)
{
	const struct verb_group *v = phrases_verb_at(p, noun->first + noun->n);

	if (v && event_subject_of_clause(w, p, v) == noun)
		return v;
	v = phrases_governor(p, last);
	const struct noun_phrase *owner = phrases_noun(p, noun->owner);

	return v || !owner ? v : phrases_verb(p, owner->object_of);
}

/* "a shooting | Saturday afternoon": nothing but the day stands in the phrase behind the word. */
static bool ends_in_time(const struct event_words *w, const struct noun_phrase *noun, uint32_t last)
{
	const struct hit *time = reading_hit(w->r, last + 1, LEXICON_TIMES);

	return noun->head > last && time && last + time->n + 1 >= noun->head && event_is_time(w->r, noun->head);
}

/* A noun tells an event as subject or object of a verb, or behind a preposition
 * ("in an air strike"); in a compound ("war crimes", "attack helicopter") it does not. */
static bool read_noun(const struct event_words *w, uint32_t sentence, const struct hit *hit, struct found_event *e)
{
	const struct phrases *p = reading_phrases(w->r, sentence);
	const struct noun_phrase *noun = phrases_noun_at(p, hit->first);
	uint32_t last = hit->first + hit->n - 1;

	if (!noun || noun->head < hit->first || (noun->head > last && !ends_in_time(w, noun, last)) ||
	    noun->flags & NOUN_NEGATIVE || !tag_is_noun(w->r->tokens.at[noun->head].tag))
		return false;
	if (!event_words_noun_tells(w, e->type))
		return false;
	event_actors_of_noun(w, p, noun, e);
	if (!event_fit_noun(w, p, noun, e))
		return false;
	e->rule = "event.noun";
	event_noun_mood(w, p, noun, governor_of(w, p, noun, noun->head < last ? noun->head : last), e);
	return true;
}

/* What tells nothing new beside the attack or the quake itself: that people are killed, that it took place. */
static bool is_second(struct str type)
{
	return str_eq(type, STR("killing")) || str_eq(type, STR("happening"));
}

/* Has the sentence told from event `from` on something that kills? */
static bool tells_cause(const struct event_words *w, const struct found_events *all, size_t from)
{
	for (size_t i = from; i < all->n; i++)
		if (all->at[i].status == STATUS_NONE && event_words_noun_tells(w, all->at[i].type) &&
		    event_words_kin(w, all->at[i].type).n)
			return true;
	return false;
}

static void add_trigger(const struct event_words *w, uint32_t sentence, const struct hit *hit, bool second,
			struct found_events *out)
{
	static const struct {
		enum event_pos pos;
		bool (*read)(const struct event_words *, uint32_t, const struct hit *, struct found_event *);
	} readers[] = {{POS_VERB, read_verb}, {POS_NOUN, read_noun}};

	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		const struct event_trigger *trigger = event_trigger_as(w->r, hit, readers[i].pos);
		struct found_event e = {.sentence = sentence,
					.first = hit->first,
					.n = hit->n,
					.agent = PHRASE_NONE,
					.target = PHRASE_NONE};

		if (!trigger)
			continue;
		e.type = trigger->name;
		if (is_second(e.type) != second || !readers[i].read(w, sentence, hit, &e))
			continue;
		if (str_eq(e.type, STR("happening"))) {
			e.type = event_told_again(w, sentence, hit) ? event_told_happened(w, out) : STR_NULL;
			e.agent = e.target = PHRASE_NONE;
			e.rule = "event.happened";
		}
		if (str_eq(e.type, STR("accident")))
			e.type = event_told_accident(w, out);
		if (!e.type.n || str_eq(e.type, STR("none")) || event_told_killing(w, out, &e))
			continue;
		if (!told_already(out, &e))
			LIST_ADD(w->r->arena, out, e);
		return;
	}
}

static void add_status(const struct event_words *w, uint32_t sentence, const struct hit *hit, struct found_events *out)
{
	struct found_event e;

	if (event_status_read(w, sentence, hit, &e) && !told_already(out, &e))
		LIST_ADD(w->r->arena, out, e);
}

static void read_triggers(const struct event_words *w, uint32_t sentence, bool second, struct found_events *out)
{
	struct sentence s = w->r->sentences.at[sentence];
	const struct hits *hits = &w->r->hits;
	uint32_t from = w->r->first_hit[s.first], to = w->r->first_hit[s.first + s.n], done = s.first;

	for (uint32_t h = from; h < to; h++)
		if (hits->at[h].tables & (1u << LEXICON_TRIGGERS) && hits->at[h].first >= done) {
			add_trigger(w, sentence, &hits->at[h], second, out);
			done = hits->at[h].first + hits->at[h].n;
		}
}

static void read_statuses(const struct event_words *w, uint32_t sentence, struct found_events *out)
{
	struct sentence s = w->r->sentences.at[sentence];
	const struct hits *hits = &w->r->hits;
	uint32_t from = w->r->first_hit[s.first], to = w->r->first_hit[s.first + s.n], done = s.first;

	for (uint32_t h = from; h < to; h++)
		if (hits->at[h].tables & (1u << LEXICON_STATUSES) && hits->at[h].first >= done) {
			size_t before = out->n;

			add_status(w, sentence, &hits->at[h], out);
			if (out->n > before)
				done = hits->at[h].first + hits->at[h].n;
		}
}

/* Statuses first: "suspended the evacuations" also holds the trigger of a plain evacuation. */
static void read_sentence(const struct event_words *w, uint32_t sentence, struct found_events *out)
{
	uint32_t tables = w->r->tables[sentence];
	size_t told = out->n;

	if (tables & 1u << LEXICON_STATUSES)
		read_statuses(w, sentence, out);
	if (!(tables & 1u << LEXICON_TRIGGERS))
		return;
	read_triggers(w, sentence, false, out);
	if (!tells_cause(w, out, told))
		read_triggers(w, sentence, true, out);
}

void events_find(struct reading *r, struct found_events *out)
{
	struct event_words w = event_words_of(r);

	for (uint32_t s = 0; s < r->sentences.n; s++)
		if (r->tagged[s])
			read_sentence(&w, s, out);
}

bool events_is_process(const struct reading *r, struct str type)
{
	return event_type_is_process(event_type_named(r->know->event_types, type));
}

/* "each other", "the other", "one another" */
static bool is_mutual(const struct reading *r, const struct noun_phrase *noun)
{
	const struct token *head = &r->tokens.at[noun->head];

	bool one = str_is(head->lower, "one") && noun->head + 1 < r->tokens.n && str_is(head[1].lower, "another");

	return one || (noun->n == 2 && str_is(head->lower, "other"));
}

bool events_is_mutual(struct reading *r, const struct found_event *e)
{
	const struct noun_phrase *agent = phrases_noun(reading_phrases(r, e->sentence), e->agent);

	return agent && is_mutual(r, agent);
}

/* The words of a phrase without its determiner: "the government" is "government"; of "shot | dead four men" without
 * those of the trigger. */
static struct str phrase_words(struct reading *r, const struct found_event *e, uint32_t phrase)
{
	const struct noun_phrase *noun = phrases_noun(reading_phrases(r, e->sentence), phrase);
	uint32_t behind = e->first + e->n;

	/* "he", "they": whom they stand for is not known here */
	if (!noun || noun->flags & NOUN_PRONOUN || is_mutual(r, noun) || event_is_time(r, noun->head))
		return STR_NULL;
	uint32_t first = noun->first;

	if (noun->n > 1 && (noun->determiner == first || event_is_time(r, first)))
		first++; /* "On Tuesday | police": the day is none of theirs */
	if (first >= e->first && first < behind && behind <= noun->head)
		first = behind;
	return reading_text(r, first, noun->head + 1 - first);
}

void event_fill(struct reading *r, const struct found_event *e, struct mention *m)
{
	struct sentence s = r->sentences.at[e->sentence];

	m->kind = e->status == STATUS_NONE || e->status == STATUS_PLANNED ? MENTION_EVENT : MENTION_STATUS;
	m->start = r->tokens.at[e->first].start;
	m->end = r->tokens.at[e->first + e->n - 1].end;
	m->surface = reading_text(r, e->first, e->n);
	m->type = e->type;
	m->status = e->status;
	m->agent = phrase_words(r, e, e->agent);
	m->target = phrase_words(r, e, e->target);
	m->polarity = e->polarity;
	m->modality = e->modality;
	m->block = r->block_of[e->sentence];
	m->sentence_start = r->tokens.at[s.first].start;
	m->sentence_end = r->tokens.at[s.first + s.n - 1].end;
	m->confidence = decimal_make(7, 1);
	strs_add(r->arena, &m->rules, str_of(e->rule));
}
