#include "event_words.h"

#include "figure_words.h"

/* A pronoun or "operation" says that there is a process, not which. */
static bool is_generic(struct str type)
{
	return str_eq(type, STR("operation"));
}

/* NULL: one that the lexicon doesn't have. */
static const struct event_type *type_of(const struct event_words *w, struct str name)
{
	return event_type_named(w->r->know->event_types, name);
}

struct str event_words_kin(const struct event_words *w, struct str type)
{
	const struct event_type *t = type_of(w, type);

	return t ? t->kin : STR_NULL;
}

bool event_words_is_act(const struct event_words *w, struct str type)
{
	const struct event_type *t = type_of(w, type);

	return t && t->act;
}

bool event_words_is_process(const struct event_words *w, struct str type)
{
	return event_type_is_process(type_of(w, type));
}

bool event_words_noun_tells(const struct event_words *w, struct str type)
{
	const struct event_type *t = type_of(w, type);

	return t && (t->process == PROCESS_NO || t->process == PROCESS_TOLD);
}

bool event_words_does(const struct event_words *w, const struct verb_group *v)
{
	for (uint32_t i = v->first; i < v->first + v->n; i++) {
		const struct hit *trigger = reading_hit(w->r, i, LEXICON_TRIGGERS);
		const struct hit *status = reading_hit(w->r, i, LEXICON_STATUSES);

		if (trigger && str_eq(event_trigger_of(w->r, trigger)->name, STR("happening")))
			return true;
		if (status && event_state_as(w->r, status, POS_DOING))
			return true;
	}
	return false;
}

bool event_words_strikes(const struct event_words *w, const struct verb_group *v)
{
	for (uint32_t i = v->first; i < v->first + v->n; i++)
		if (figure_word(w->r, i, FUNCTION_STRIKING))
			return true;
	return false;
}

/* Of the types that "the operation" may stand for the one that is told most, of equals the first; empty: none is. */
static struct str most_told(const struct reading *r)
{
	enum { OPERATIONS = 16 };
	struct {
		const struct event_type *type;
		uint32_t times;
	} told[OPERATIONS];
	size_t n = 0, best = 0;

	for (size_t h = 0; h < r->hits.n; h++) {
		const struct hit *hit = &r->hits.at[h];
		size_t i = 0;

		if (!(hit->tables & 1u << LEXICON_TRIGGERS))
			continue;
		const struct event_type *type = event_trigger_of(r, hit)->type;

		if (!type || !type->is_operation)
			continue;
		while (i < n && told[i].type != type)
			i++;
		if (i == OPERATIONS)
			continue;
		if (i == n) {
			told[n].type = type;
			told[n++].times = 0;
		}
		told[i].times++;
	}
	for (size_t i = 0; i < n; i++)
		if (told[i].times > told[best].times)
			best = i;
	return n ? told[best].type->name : STR_NULL;
}

struct event_words event_words_of(struct reading *r)
{
	return (struct event_words){.r = r, .process = most_told(r)};
}

static struct str type_at(const struct event_words *w, const struct hit *hit)
{
	return event_trigger_of(w->r, hit)->name;
}

/* "operation to evacuate rebels": the infinitive behind the noun says which. */
static struct str purpose(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun)
{
	uint32_t to = noun->first + noun->n, end = p->first + p->n;

	if (to + 1 >= end || w->r->tokens.at[to].tag != TAG_TO)
		return STR_NULL;
	const struct hit *hit = reading_hit(w->r, to + 1, LEXICON_TRIGGERS);

	return hit ? type_at(w, hit) : STR_NULL;
}

/* The process that the hit's noun or verb names; empty: none. */
static struct str process_at(const struct event_words *w, const struct hit *hit)
{
	if (!(hit->tables & (1u << LEXICON_TRIGGERS)))
		return STR_NULL;
	struct str type = type_at(w, hit);

	if (is_generic(type))
		return w->process;
	return event_words_is_process(w, type) ? type : STR_NULL;
}

/* The process that was named last before the pronoun, in its sentence or the one before: "it" and "they" stand for
 * nothing that was told long ago, "which" only for what stands right before it. */
static struct str meant_by(const struct event_words *w, const struct phrases *p, uint32_t pronoun)
{
	enum { BEHIND_NOUN = 4, LOOK_BACK = 256 }; /* [tokens] "the evacuation of Homs, which was …"; [hits] */
	struct str lower = w->r->tokens.at[pronoun].lower;
	bool which = str_eq(lower, STR("which"));
	uint32_t sentence = w->r->sentence_of[p->first], from = p->first;

	if (!which && !str_eq(lower, STR("it")) && !str_eq(lower, STR("they")))
		return STR_NULL;
	if (which)
		from = pronoun > p->first + BEHIND_NOUN ? pronoun - BEHIND_NOUN : p->first;
	else if (sentence > 0)
		from = w->r->sentences.at[sentence - 1].first;
	for (uint32_t h = w->r->first_hit[pronoun], end = h; h-- > w->r->first_hit[from] && end - h <= LOOK_BACK;) {
		struct str process = process_at(w, &w->r->hits.at[h]);

		if (process.n)
			return process;
	}
	return STR_NULL;
}

struct str event_words_process(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun)
{
	if (!noun)
		return STR_NULL;
	if (noun->flags & NOUN_PRONOUN)
		return meant_by(w, p, noun->head);
	if (noun->n == 2 && str_is(w->r->tokens.at[noun->head].lower, "process") && event_words_definite(w->r, noun) &&
	    noun->of == PHRASE_NONE)
		return w->process; /* "the process was suspended" */
	for (uint32_t i = noun->first + noun->n; i-- > noun->first;) {
		const struct hit *hit = reading_hit(w->r, i, LEXICON_TRIGGERS);

		if (!hit || !event_trigger_as(w->r, hit, POS_NOUN))
			continue;
		struct str type = type_at(w, hit), told = is_generic(type) ? purpose(w, p, noun) : STR_NULL;

		if (told.n)
			type = told;
		else if (is_generic(type) && w->process.n)
			type = w->process;
		return event_words_is_process(w, type) ? type : STR_NULL;
	}
	return STR_NULL;
}

bool event_words_definite(const struct reading *r, const struct noun_phrase *noun)
{
	struct str determiner = noun->determiner == PHRASE_NONE ? STR_NULL : r->tokens.at[noun->determiner].lower;

	return str_is(determiner, "the") || str_is(determiner, "this") || str_is(determiner, "that");
}
