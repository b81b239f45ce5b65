#include "once.h"

#include <stdlib.h>

#include "base/hash.h"
#include "who_parts.h"

enum topic { ABOUT_WHO, ABOUT_HOME, ABOUT_WHEN, ABOUT_NAME, ABOUT_TARGET, ABOUT_TYPE, ABOUT_DAY };
enum { MOST_PARTS = 7, LASTING_SLOTS = 4096, PASSING_SLOTS = 256 };

struct question {
	enum topic topic;
	struct str parts[MOST_PARTS];
};

struct first_day {
	bool has;
	int32_t day;
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
		struct first_day first;
	};
};

/* Answers by their questions' hashes. When there are as many as slots they are forgotten, so that none is long
 * looked for; their texts stay until the document is done. */
struct memo {
	struct arena arena;
	struct answer **slots; /* [room], a power of two */
	size_t room, n;
	bool forgot;
};

struct once {
	struct memo lasting; /* who, names, types */
	struct memo passing; /* times: of one document */
	struct who_words words;
	uint32_t plover, cameo; /* columns of the event types */
	uint32_t subject;	/* column of the subjects */
};

static struct memo memo_open(size_t room)
{
	struct memo m = {.slots = calloc(room, sizeof *m.slots), .room = room};

	if (!m.slots)
		die(EXIT_INTERNAL, "out of memory (%zu answers)", room);
	return m;
}

static void memo_forget(struct memo *m)
{
	memset(m->slots, 0, m->room * sizeof *m->slots);
	m->n = 0;
}

static void memo_close(struct memo *m)
{
	arena_free(&m->arena);
	free(m->slots);
}

struct once *once_open(const struct lexicon *lex, const struct gazetteer *places)
{
	struct once *o = calloc(1, sizeof *o);

	if (!o)
		die(EXIT_INTERNAL, "out of memory (%zu bytes wanted)", sizeof *o);
	o->lasting = memo_open(LASTING_SLOTS);
	o->passing = memo_open(PASSING_SLOTS);
	o->words = who_words_open(lex, places, &o->lasting.arena);
	o->plover = lexicon_column(lex, LEXICON_EVENT_TYPES, "plover");
	o->cameo = lexicon_column(lex, LEXICON_EVENT_TYPES, "cameo");
	o->subject = lexicon_column(lex, LEXICON_SUBJECTS, "subject");
	return o;
}

void once_document(struct once *o)
{
	memo_forget(&o->passing);
	arena_reset(&o->passing.arena);
	if (!o->lasting.forgot)
		return;
	memo_forget(&o->lasting);
	arena_reset(&o->lasting.arena);
	o->lasting.forgot = false;
}

void once_close(struct once *o)
{
	memo_close(&o->lasting);
	memo_close(&o->passing);
	free(o);
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

/* The answer's place; not known yet when it is the first to ask. The question's texts there live as long as
 * the answer. */
static struct answer *answer_to(struct memo *m, const struct question *q)
{
	uint64_t hash = hash_of(q);
	struct answer **slot = &m->slots[(hash ^ hash >> 32) & (m->room - 1)], *a = *slot;

	while (a && !(a->hash == hash && is_same(&a->question, q)))
		a = a->next;
	if (a)
		return a;
	if (m->n == m->room) {
		memo_forget(m);
		m->forgot = true;
	}
	m->n++;
	a = ARENA_NEW(&m->arena, struct answer);
	*a = (struct answer){.next = *slot, .hash = hash, .question.topic = q->topic};
	for (size_t i = 0; i < MOST_PARTS; i++)
		a->question.parts[i] = q->parts[i].n ? str_dup(&m->arena, q->parts[i]) : STR_NULL;
	return *slot = a;
}

static struct who answer_who(struct once *o, const struct str parts[MOST_PARTS])
{
	struct mention m = {.source = parts[0],
			    .source_role = parts[1],
			    .source_org = parts[2],
			    .agency = parts[3],
			    .publisher = parts[4],
			    .chain = strs_split(&o->lasting.arena, parts[5]),
			    .source_surface = parts[6]};
	struct who who = who_speaks(&o->words, &m);

	for (size_t i = 0; i < m.chain.n; i++)
		who_add_relay(&who, once_named(o, m.chain.at[i]).id, &o->lasting.arena);
	who_add_relay(&who, once_named(o, m.agency).id, &o->lasting.arena);
	who_add_relay(&who, once_named(o, m.publisher).id, &o->lasting.arena);
	return who;
}

struct who once_who(struct once *o, const struct mention *m)
{
	struct str chain = m->chain.n ? strs_join(&o->passing.arena, m->chain) : STR_NULL;
	struct str thing = who_is_thing(m) ? STR("it") : STR_NULL; /* whatever else its words were */
	struct question q = {ABOUT_WHO,
			     {m->source, m->source_role, m->source_org, m->agency, m->publisher, chain, thing}};
	struct answer *a = answer_to(&o->lasting, &q);

	if (!a->known)
		a->who = answer_who(o, a->question.parts);
	a->known = true;
	return a->who;
}

/* The chain and the rule are those of who is asked about: only names are remembered. */
struct who once_at_home(struct once *o, const struct who *who, struct str country)
{
	struct question q = {ABOUT_HOME, {who->source.name, who->organisation.name, country}};

	if (!country.n || !(who->source.name.n || who->organisation.name.n))
		return *who;
	struct answer *a = answer_to(&o->lasting, &q);

	if (!a->known)
		a->who = who_at_home(&o->words, who, country);
	a->known = true;
	struct who home = *who;

	if (!str_eq(a->who.source.name, who->source.name))
		home.source = a->who.source;
	if (!str_eq(a->who.organisation.name, who->organisation.name))
		home.organisation = a->who.organisation;
	return home;
}

struct when once_when(struct once *o, const struct mention *m)
{
	enum { OTHER, FIGURE, EVENT };
	static const struct str hows[2][3] = {
		[false] = {[OTHER] = STR_WORD(""), [FIGURE] = STR_WORD("figure"), [EVENT] = STR_WORD("event")},
		[true] = {[OTHER] = STR_WORD("quoted"),
			  [FIGURE] = STR_WORD("quoted figure"),
			  [EVENT] = STR_WORD("quoted event")}};
	int happened = when_has_happened(m) ? (m->kind == MENTION_EVENT ? EVENT : FIGURE) : OTHER;
	struct str how = hows[m->quoted][happened];
	struct question q = {ABOUT_WHEN, {m->time, m->said, m->told, m->published, how}};
	struct answer *a = answer_to(&o->passing, &q);

	if (!a->known) {
		const struct str *parts = a->question.parts;
		struct mention own = {.time = parts[0],
				      .said = parts[1],
				      .told = parts[2],
				      .published = parts[3],
				      .quoted = m->quoted,
				      .kind = m->kind,
				      .measure = m->measure,
				      .modality = m->modality};

		a->when = when_resolve(&own, &o->passing.arena);
	}
	a->known = true;
	return a->when;
}

struct source_ref once_named(struct once *o, struct str name)
{
	struct question q = {ABOUT_NAME, {name}};

	if (!name.n)
		return (struct source_ref){0};
	struct answer *a = answer_to(&o->lasting, &q);

	if (!a->known)
		a->named = who_named(&o->words, a->question.parts[0]);
	a->known = true;
	return a->named;
}

bool once_first_day(struct once *o, struct str edtf, int32_t *day)
{
	struct question q = {ABOUT_DAY, {edtf}};

	if (!edtf.n)
		return false;
	struct answer *a = answer_to(&o->passing, &q);
	struct interval i;

	if (!a->known)
		a->first.has = interval_parse(edtf, &i, NULL) && interval_first_day(&i, &a->first.day);
	a->known = true;
	*day = a->first.day;
	return a->first.has;
}

/* What people ride in: the class of the name's last word; empty: none. */
static struct str riding(const struct once *o, struct str name)
{
	static const char *const classes[] = {"vehicles", "ships", "aircraft"};
	const struct lexicon *lex = o->words.lex;
	const char *space = name.n ? memrchr(name.at, ' ', name.n) : NULL;
	struct str word = space ? str_slice(name, (size_t)(space - name.at) + 1, name.n) : name;
	int64_t row = word.n ? lexicon_row(lex, LEXICON_SUBJECTS, word) : -1;
	struct str class = row < 0 ? STR_NULL : lexicon_cell(lex, LEXICON_SUBJECTS, (uint32_t)row, o->subject);

	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (str_is(class, classes[i]))
			return class;
	return STR_NULL;
}

struct source_ref once_target(struct once *o, struct str name)
{
	struct question q = {ABOUT_TARGET, {name}};
	struct answer *a = answer_to(&o->lasting, &q);
	struct str class = a->known ? STR_NULL : riding(o, name);

	if (!a->known) {
		a->named = once_named(o, name);
		a->named.id = class.n ? class : a->named.id;
	}
	a->known = true;
	return a->named;
}

struct coding once_coding(struct once *o, struct str type)
{
	const struct lexicon *lex = o->words.lex;
	struct question q = {ABOUT_TYPE, {type}};
	struct answer *a = answer_to(&o->lasting, &q);
	int64_t row = a->known ? -1 : lexicon_row(lex, LEXICON_EVENT_TYPES, type);

	if (row >= 0)
		a->coding = (struct coding){lexicon_cell(lex, LEXICON_EVENT_TYPES, (uint32_t)row, o->plover),
					    lexicon_cell(lex, LEXICON_EVENT_TYPES, (uint32_t)row, o->cameo)};
	a->known = true;
	return a->coding;
}
