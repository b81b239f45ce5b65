#include "once.h"

#include "base/hash.h"

enum topic { ABOUT_WHO, ABOUT_WHEN, ABOUT_NAME, ABOUT_TYPE };
enum { MOST_PARTS = 6 };

struct question {
	enum topic topic;
	struct str parts[MOST_PARTS];
};

struct answer {
	struct answer *next; /* with the same slot */
	uint64_t hash;
	struct question question;
	bool known;
	union {
		struct who who;
		struct when when;
		struct source_ref named;
		struct coding coding;
	};
};

struct once {
	const struct words *words;
	struct arena *arena;
	struct answer **slots; /* [n], a power of two */
	size_t n;
};

struct once *once_open(const struct words *words, size_t mentions, struct arena *arena)
{
	struct once *o = ARENA_NEW(arena, struct once);

	*o = (struct once){.words = words, .arena = arena, .n = 16};
	while (o->n < mentions)
		o->n *= 2;
	o->slots = ARENA_ARRAY(arena, struct answer *, o->n);
	return o;
}

static uint64_t hash_of(const struct question *q)
{
	uint64_t hash = q->topic;

	for (size_t i = 0; i < MOST_PARTS; i++)
		hash = q->parts[i].n ? hash64_seed(q->parts[i], hash) : hash * 31 + i;
	return hash;
}

static bool is_same(const struct question *a, const struct question *b)
{
	for (size_t i = 0; i < MOST_PARTS; i++)
		if (!str_eq(a->parts[i], b->parts[i]))
			return false;
	return a->topic == b->topic;
}

/* The answer's place; not known yet when it is the first to ask. */
static struct answer *answer_to(struct once *o, const struct question *q)
{
	uint64_t hash = hash_of(q);
	struct answer **slot = &o->slots[(hash ^ hash >> 32) & (o->n - 1)], *a = *slot;

	while (a && !(a->hash == hash && is_same(&a->question, q)))
		a = a->next;
	if (a)
		return a;
	a = ARENA_NEW(o->arena, struct answer);
	*a = (struct answer){.next = *slot, .hash = hash, .question = *q};
	return *slot = a;
}

struct who once_who(struct once *o, const struct mention *m)
{
	struct str chain = m->chain.n ? strs_join(o->arena, m->chain) : STR_NULL;
	struct question q = {ABOUT_WHO, {m->source, m->source_role, m->source_org, m->agency, m->publisher, chain}};
	struct answer *a = answer_to(o, &q);

	if (!a->known) {
		a->who = who_speaks(m, o->words->lex, o->words->places, o->arena);
		for (size_t i = 0; i < m->chain.n; i++)
			who_add_relay(&a->who, once_named(o, m->chain.at[i]).id, o->arena);
		who_add_relay(&a->who, once_named(o, m->agency).id, o->arena);
		who_add_relay(&a->who, once_named(o, m->publisher).id, o->arena);
	}
	a->known = true;
	return a->who;
}

struct when once_when(struct once *o, const struct mention *m)
{
	struct question q = {ABOUT_WHEN, {m->time, m->said, m->told, m->published}};
	struct answer *a = answer_to(o, &q);

	if (!a->known)
		a->when = when_resolve(m, o->arena);
	a->known = true;
	return a->when;
}

struct source_ref once_named(struct once *o, struct str name)
{
	struct question q = {ABOUT_NAME, {name}};
	struct answer *a = answer_to(o, &q);

	if (!a->known)
		a->named = who_named(name, o->words->lex, o->words->places, o->arena);
	a->known = true;
	return a->named;
}

static struct str type_cell(const struct lexicon *lex, int64_t row, const char *column)
{
	return lexicon_cell(lex, LEXICON_EVENT_TYPES, (uint32_t)row, lexicon_column(lex, LEXICON_EVENT_TYPES, column));
}

struct coding once_coding(struct once *o, struct str type)
{
	struct question q = {ABOUT_TYPE, {type}};
	struct answer *a = answer_to(o, &q);
	int64_t row = a->known ? -1 : lexicon_row(o->words->lex, LEXICON_EVENT_TYPES, type);

	if (row >= 0)
		a->coding = (struct coding){type_cell(o->words->lex, row, "plover"),
					    type_cell(o->words->lex, row, "cameo")};
	a->known = true;
	return a->coding;
}
