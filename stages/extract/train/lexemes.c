#include "lexemes.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/hash.h"
#include "files/sheet.h"

enum { BITS = 15, LONGEST = 200 };

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

static void add_base(struct lexemes *l, struct str lemma, enum tag tag)
{
	bool verb = tag_is_verb(tag), other = tag == TAG_NN || tag == TAG_NNS || tag_is_adjective(tag);

	if ((verb || other) && lemma.n < LONGEST)
		add(l, lemma_base_key(hash64(lemma), verb), STR_NULL);
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
		if (good)
			add_base(b->out, cells[lemma], t);
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

/* Forms whose commonest lemma the rules miss. */
static void add_exceptions(struct builder *b)
{
	struct lemmas lemmas = {b->out->at, b->out->text.at ? b->out->text.at : "", b->out->text.n, b->out->bits};

	for (size_t i = 0, end; i < b->n; i = end) {
		const struct use *best = &b->uses[i];

		for (end = i; end < b->n && b->uses[end].key == b->uses[i].key; end++)
			if (b->uses[end].count > best->count)
				best = &b->uses[end];
		struct str got = lemma_of(&lemmas, best->token, (enum tag)best->tag, b->arena);

		if (!str_eq(got, best->lemma))
			add(b->out, best->key, best->lemma);
		lemmas.text = b->out->text.at;
		lemmas.text_bytes = b->out->text.n;
	}
}

void lexemes_build(const struct treebank *bank, const char *csv, struct arena *arena, struct lexemes *out)
{
	struct builder b = {.out = out, .arena = arena};

	out->bits = BITS;
	out->at = ARENA_ARRAY(arena, struct lemma_entry, (size_t)1 << BITS);
	out->text = (struct buf){.arena = arena};
	add_sheet(&b, csv);
	collect(&b, bank);
	count(&b);
	for (size_t i = 0; i < b.n; i++)
		if (b.uses[i].count > 1 || b.uses[i].tag == TAG_VB || b.uses[i].tag == TAG_NN)
			add_base(out, b.uses[i].lemma, (enum tag)b.uses[i].tag);
	add_exceptions(&b);
}
