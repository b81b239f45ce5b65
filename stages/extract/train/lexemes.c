#include "lexemes.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/hash.h"
#include "files/sheet.h"

enum { BITS = 12, FORMS_BITS = 17, LONGEST = 200 };

/* A form under a tag with one of its lemmas, and how often. */
struct use {
	uint64_t key;
	struct str lemma;
	const struct token *token;
	uint8_t tag;
	uint32_t count;
};

struct builder {
	struct lexemes *out;
	struct arena *arena;
	struct use *uses;
	size_t n;
};

static void add(struct lexemes *l, uint64_t key, struct str lemma)
{
	uint32_t mask = (1u << l->bits) - 1, i = (uint32_t)key & mask, high = (uint32_t)(key >> 32) | 1, used = 0;

	while (l->at[i].key && l->at[i].key != high) {
		i = (i + 1) & mask;
		if (++used > mask / 2)
			die(EXIT_INTERNAL, "too many lemmas for the table");
	}
	if (l->at[i].key) /* the first one stays: the hand-written come first */
		return;
	l->at[i] = (struct lemma_entry){high, (uint32_t)(l->text.n | lemma.n << 24)};
	buf_add(&l->text, lemma);
}

static void add_form(struct lexemes *l, struct str form, unsigned readings)
{
	uint64_t hash = hash64(form);
	uint32_t key = form_key(hash), mask = (1u << l->forms_bits) - 1, i = (uint32_t)hash & mask, used = 0;

	while (l->forms[i] && (l->forms[i] & ~(uint32_t)FORM_READINGS) != key) {
		i = (i + 1) & mask;
		if (++used > mask / 2)
			die(EXIT_INTERNAL, "too many forms for the table");
	}
	l->forms[i] |= key | readings;
}

/* Readings named with spaces between; 0 when one is unknown. */
static unsigned readings_of(struct str names)
{
	unsigned readings = 0;

	while (names.at) {
		unsigned reading = form_reading_of(str_cut(&names, ' '));

		if (reading == 0)
			return 0;
		readings |= reading;
	}
	return readings;
}

static void add_forms(struct builder *b, const char *csv)
{
	struct sheet sheet;
	struct err err;
	bool good = sheet_read(csv, b->arena, &sheet, &err);

	if (good && (sheet_column(&sheet, STR("phrase")) != 0 || sheet_column(&sheet, STR("tags")) != 1))
		good = sheet_err(&err, &sheet, 1, "want the columns phrase and tags");
	for (size_t i = 0; good && i < sheet.n; i++) {
		unsigned readings = readings_of(sheet.at[i].cells[1]);

		if (readings == 0)
			good = sheet_err(&err, &sheet, sheet.at[i].line, "want tags such as NN, VB or X");
		else
			add_form(b->out, sheet.at[i].cells[0], readings);
		if (readings == FORM_CD)
			LIST_ADD(b->arena, &b->out->numbers, sheet.at[i].cells[0]);
	}
	if (!good)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
}

static void add_sheet(struct builder *b, const char *csv)
{
	struct sheet sheet;
	struct err err;
	bool good = sheet_read(csv, b->arena, &sheet, &err);
	int phrase = good ? sheet_column(&sheet, STR("phrase")) : -1,
	    tag = good ? sheet_column(&sheet, STR("tag")) : -1, lemma = good ? sheet_column(&sheet, STR("lemma")) : -1;

	if (good && (phrase < 0 || tag < 0 || lemma < 0))
		good = sheet_err(&err, &sheet, 1, "want the columns phrase, tag and lemma");
	for (size_t i = 0; good && i < sheet.n; i++) {
		const struct str *cells = sheet.at[i].cells;
		enum tag t = tag_of(cells[tag]);

		if (t == TAG_NONE || cells[lemma].n == 0 || cells[lemma].n > LONGEST)
			good = sheet_err(&err, &sheet, sheet.at[i].line, "want a Penn tag and a lemma");
		else
			add(b->out, lemma_key(hash64(cells[phrase]), t), cells[lemma]);
	}
	if (!good)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
}

static int by_use(const void *a, const void *b)
{
	const struct use *p = a, *q = b;

	if (p->key != q->key)
		return p->key < q->key ? -1 : 1;
	return str_cmp(p->lemma, q->lemma);
}

static void collect(struct builder *b, const struct treebank *bank)
{
	b->uses = ARENA_ARRAY(b->arena, struct use, bank->words);
	for (size_t s = 0; s < bank->n; s++)
		for (size_t i = 0; i < bank->at[s].n; i++) {
			const struct gold *g = &bank->at[s].at[i];
			uint64_t key = lemma_key(g->token.hash, (enum tag)g->tag);

			if (g->lemma.n && g->lemma.n < LONGEST && !str_eq(g->lemma, STR("_")) && g->tag != TAG_GW)
				b->uses[b->n++] = (struct use){key, g->lemma, &g->token, g->tag, 1};
		}
	qsort(b->uses, b->n, sizeof *b->uses, by_use);
}

/* Merge equal uses. */
static void count(struct builder *b)
{
	size_t kept = 0;

	for (size_t i = 0; i < b->n; i++) {
		struct use *last = kept ? &b->uses[kept - 1] : NULL;

		if (last && last->key == b->uses[i].key && str_eq(last->lemma, b->uses[i].lemma))
			last->count++;
		else
			b->uses[kept++] = b->uses[i];
	}
	b->n = kept;
}

struct lemmas lexemes_view(const struct lexemes *l)
{
	return (struct lemmas){l->at, l->text.at ? l->text.at : "", l->text.n, l->bits, {l->forms, l->forms_bits}};
}

/* Forms whose commonest lemma the rules miss. */
static void add_exceptions(struct builder *b)
{
	for (size_t i = 0, end; i < b->n; i = end) {
		const struct use *best = &b->uses[i];
		struct lemmas lemmas = lexemes_view(b->out);

		for (end = i; end < b->n && b->uses[end].key == b->uses[i].key; end++)
			if (b->uses[end].count > best->count)
				best = &b->uses[end];
		if (!str_eq(lemma_of(&lemmas, best->token, (enum tag)best->tag, b->arena), best->lemma))
			add(b->out, best->key, best->lemma);
	}
}

void lexemes_build(const struct treebank *bank, char **files, struct arena *arena, struct lexemes *out)
{
	struct builder b = {.out = out, .arena = arena};

	*out = (struct lexemes){.bits = BITS, .forms_bits = FORMS_BITS, .text = {.arena = arena}};
	out->at = ARENA_ARRAY(arena, struct lemma_entry, (size_t)1 << BITS);
	out->forms = ARENA_ARRAY(arena, uint32_t, (size_t)1 << FORMS_BITS);
	add_sheet(&b, files[0]);
	add_forms(&b, files[1]);
	collect(&b, bank);
	count(&b);
	add_exceptions(&b);
}
