#include "event_words.h"

#include "figure_words.h"

/* A pronoun or "operation" says that there is a process, not which. */
static bool is_generic(struct str type)
{
	return str_eq(type, STR("operation"));
}

int64_t event_words_row(const struct event_words *w, const struct hit *hit, enum lexicon_table table, struct str want)
{
	const struct lexicon *lex = w->r->know->lex;
	const struct lexicon_entry *at = lexicon_entries(lex, hit->node);
	uint32_t column = table == LEXICON_TRIGGERS ? w->trigger_pos : w->status_pos;

	for (uint16_t i = 0; i < hit->node->entries; i++)
		if (at[i].table == table && str_eq(lexicon_cell(lex, table, at[i].row, column), want))
			return at[i].row;
	return -1;
}

/* The types that a document has told, by row: few, and each is asked for again and again. */
struct event_types {
	struct event_type {
		struct str name;
		int64_t row;
	} * at;
	size_t n, room;
};

static int64_t type_row(const struct event_words *w, struct str name)
{
	for (size_t i = 0; w->types && i < w->types->n; i++)
		if (str_eq(w->types->at[i].name, name))
			return w->types->at[i].row;
	struct event_type type = {name, lexicon_row(w->r->know->lex, LEXICON_EVENT_TYPES, name)};

	if (w->types)
		LIST_ADD(w->r->arena, w->types, type);
	return type.row;
}

/* Cell `process` of the type: no, yes, or told (a process whose noun alone tells it). */
static struct str process_cell(const struct event_words *w, struct str type)
{
	int64_t row = type_row(w, type);

	return row < 0 ? STR_NULL : lexicon_cell(w->r->know->lex, LEXICON_EVENT_TYPES, (uint32_t)row, w->type_process);
}

struct str event_words_kin(const struct event_words *w, struct str type)
{
	int64_t row = type_row(w, type);

	return row < 0 ? STR_NULL : lexicon_cell(w->r->know->lex, LEXICON_EVENT_TYPES, (uint32_t)row, w->type_kin);
}

bool event_words_is_act(const struct event_words *w, struct str type)
{
	int64_t row = type_row(w, type);

	return row >= 0 && lexicon_cell(w->r->know->lex, LEXICON_EVENT_TYPES, (uint32_t)row, w->type_plover).n;
}

bool event_words_is_process(const struct event_words *w, struct str type)
{
	struct str cell = process_cell(w, type);

	return str_eq(cell, STR("yes")) || str_eq(cell, STR("told"));
}

bool event_words_noun_tells(const struct event_words *w, struct str type)
{
	struct str cell = process_cell(w, type);

	return str_eq(cell, STR("no")) || str_eq(cell, STR("told"));
}

bool event_words_does(const struct event_words *w, const struct verb_group *v)
{
	for (uint32_t i = v->first; i < v->first + v->n; i++) {
		const struct hit *trigger = reading_hit(w->r, i, LEXICON_TRIGGERS);
		const struct hit *status = reading_hit(w->r, i, LEXICON_STATUSES);

		if (trigger && str_eq(hit_cell(w->r, trigger, LEXICON_TRIGGERS, w->trigger_type), STR("happening")))
			return true;
		if (status && event_words_row(w, status, LEXICON_STATUSES, STR("doing")) >= 0)
			return true;
	}
	return false;
}

bool event_words_strikes(const struct event_words *w, const struct verb_group *v)
{
	for (uint32_t i = v->first; i < v->first + v->n; i++)
		if (figure_word(w->r, i, "striking"))
			return true;
	return false;
}

static struct str type_at(const struct event_words *w, const struct hit *hit)
{
	return hit_cell(w->r, hit, LEXICON_TRIGGERS, w->trigger_type);
}

/* Types told in one document: few, so a list is searched. */
enum { TYPES_MAX = 64 };

/* "The operation" may stand for it; not for talks, a trial, a protest. */
static bool is_operation(struct str type)
{
	static const char *const types[] = {"evacuation", "rescue", "offensive", "withdrawal",
					    "deployment", "aid",    "return"};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_is(type, types[i]))
			return true;
	return false;
}

static struct str most_told(const struct event_words *w)
{
	struct {
		struct str type;
		uint32_t times;
	} told[TYPES_MAX] = {0};
	size_t n = 0, best = 0;

	for (size_t h = 0; h < w->r->hits.n; h++) {
		const struct hit *hit = &w->r->hits.at[h];
		size_t i = 0;

		if (!(hit->tables & (1u << LEXICON_TRIGGERS)))
			continue;
		struct str type = type_at(w, hit);

		while (i < n && !str_eq(told[i].type, type))
			i++;
		if (i == TYPES_MAX)
			continue;
		if (i == n) {
			told[n].type = type;
			told[n++].times = 0;
		}
		told[i].times++;
	}
	bool found = false;

	for (size_t i = 0; i < n; i++)
		if ((!found || told[i].times > told[best].times) && is_operation(told[i].type)) {
			best = i;
			found = true;
		}
	return found ? told[best].type : STR_NULL;
}

struct event_words event_words_of(struct reading *r)
{
	const struct lexicon *lex = r->know->lex;
	struct event_words w = {
		.r = r,
		.trigger_pos = lexicon_column(lex, LEXICON_TRIGGERS, "pos"),
		.trigger_type = lexicon_column(lex, LEXICON_TRIGGERS, "type"),
		.status_pos = lexicon_column(lex, LEXICON_STATUSES, "pos"),
		.status_status = lexicon_column(lex, LEXICON_STATUSES, "status"),
		.status_negated = lexicon_column(lex, LEXICON_STATUSES, "negated"),
		.type_process = lexicon_column(lex, LEXICON_EVENT_TYPES, "process"),
		.type_kin = lexicon_column(lex, LEXICON_EVENT_TYPES, "kin"),
		.type_plover = lexicon_column(lex, LEXICON_EVENT_TYPES, "plover"),
		.types = ARENA_NEW(r->arena, struct event_types),
	};

	w.process = most_told(&w);
	return w;
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
	for (uint32_t i = noun->first + noun->n; i-- > noun->first;) {
		const struct hit *hit = reading_hit(w->r, i, LEXICON_TRIGGERS);

		if (!hit || event_words_row(w, hit, LEXICON_TRIGGERS, STR("noun")) < 0)
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
