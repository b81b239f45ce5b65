#include "records/lexicon_build.h"

#include <stdlib.h>

#include "files/textpool.h"

/* One token of one phrase: a node of the trie, told once for each phrase that passes it. */
struct step {
	uint64_t key, from, token;
	uint64_t next; /* the bit of the phrase's next token; 0: it ends here */
};

/* The end of one phrase. */
struct end {
	uint64_t key;
	struct lexicon_entry entry;
};

struct build {
	struct arena *arena;
	struct textpool pool;
	struct {
		struct lexicon_text *at;
		size_t n, room;
	} columns, cells;
	struct {
		struct step *at;
		size_t n, room;
	} steps;
	struct {
		struct end *at;
		size_t n, room;
	} ends;
	struct {
		struct lexicon_entry *at;
		size_t n, room;
	} entries;
	struct lexicon_shape shapes[LEXICON_COUNT];
	struct lexicon_node *nodes; /* [slots] */
	size_t slots;
	uint64_t firsts[(1u << LEXICON_FIRST_BITS) / 64];
};

static struct lexicon_text text(struct build *b, struct str s)
{
	return (struct lexicon_text){textpool_add(&b->pool, s), (uint32_t)s.n};
}

static void add_phrase(struct build *b, const struct lexicon_row *row, size_t table, size_t number)
{
	struct end end = {row->key, {(uint16_t)table, 0, (uint32_t)number}};
	uint64_t from = 0;

	for (size_t i = 0; i < row->tokens; i++) {
		struct step s = {lexicon_key(from, row->hashes[i]), from, row->hashes[i],
				 i + 1 < row->tokens ? lexicon_next_bit(row->hashes[i + 1]) : 0};
		uint64_t bit = lexicon_first_bit(row->hashes[i]);

		LIST_ADD(b->arena, &b->steps, s);
		if (i == 0)
			b->firsts[bit / 64] |= (uint64_t)1 << bit % 64;
		from = s.key;
	}
	LIST_ADD(b->arena, &b->ends, end);
}

static void add_table(struct build *b, const struct lexicon_rows *t, size_t table)
{
	b->shapes[table] = (struct lexicon_shape){(uint32_t)t->columns, (uint32_t)t->n, (uint32_t)b->columns.n,
						  (uint32_t)b->cells.n};
	for (size_t i = 0; i < t->columns; i++)
		LIST_ADD(b->arena, &b->columns, text(b, t->specs[i].name));
	for (size_t r = 0; r < t->n; r++) {
		for (size_t i = 0; i < t->columns; i++)
			LIST_ADD(b->arena, &b->cells, text(b, t->at[r].cells[i]));
		add_phrase(b, &t->at[r], table, r);
	}
}

static int by_step(const void *a, const void *b)
{
	const struct step *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static int by_end(const void *a, const void *b)
{
	const struct end *x = a, *y = b;

	if (x->key != y->key)
		return (x->key > y->key) - (x->key < y->key);
	if (x->entry.table != y->entry.table)
		return x->entry.table - y->entry.table;
	return (x->entry.row > y->entry.row) - (x->entry.row < y->entry.row);
}

/* The entries of the phrase that ends at this node; `at` walks along the sorted ends. */
static void add_entries(struct build *b, struct lexicon_node *node, size_t *at)
{
	node->first_entry = (uint32_t)b->entries.n;
	for (; *at < b->ends.n && b->ends.at[*at].key == node->key; (*at)++) {
		LIST_ADD(b->arena, &b->entries, b->ends.at[*at].entry);
		node->tables |= 1u << b->ends.at[*at].entry.table;
		node->entries++;
	}
}

static void place(struct build *b, const struct lexicon_node *node)
{
	size_t i = node->key & (b->slots - 1);

	while (b->nodes[i].key)
		i = (i + 1) & (b->slots - 1);
	b->nodes[i] = *node;
}

/* Slots: at least two for each node, so that an unknown word mostly meets a free one at once.
 * The steps are sorted. */
static void make_room(struct build *b)
{
	size_t nodes = 0;

	for (size_t i = 0; i < b->steps.n; i++)
		nodes += i == 0 || b->steps.at[i].key != b->steps.at[i - 1].key;
	b->slots = 64;
	while (b->slots < 2 * nodes)
		b->slots *= 2;
	b->nodes = ARENA_ARRAY(b->arena, struct lexicon_node, b->slots);
}

static bool make_nodes(struct build *b, struct err *err)
{
	size_t end = 0;

	if (b->steps.n)
		qsort(b->steps.at, b->steps.n, sizeof *b->steps.at, by_step);
	make_room(b);
	if (b->ends.n)
		qsort(b->ends.at, b->ends.n, sizeof *b->ends.at, by_end);
	for (size_t i = 0, next; i < b->steps.n; i = next) {
		const struct step *s = &b->steps.at[i];
		struct lexicon_node node = {.key = s->key};

		for (next = i; next < b->steps.n && b->steps.at[next].key == s->key; next++) {
			node.next |= b->steps.at[next].next;
			if (b->steps.at[next].from != s->from || b->steps.at[next].token != s->token)
				return err_set(err, "lexicon", "two phrases share a key; change lexicon_key");
		}
		add_entries(b, &node, &end);
		if (end - node.first_entry > UINT16_MAX)
			return err_set(err, "lexicon", "more than %d entries for one phrase", UINT16_MAX);
		place(b, &node);
	}
	return true;
}

bool lexicon_build(const struct lexicon_rows *tables, const char *out, struct arena *arena, struct err *err)
{
	struct build *b = ARENA_NEW(arena, struct build);

	b->arena = arena;
	textpool_start(&b->pool, arena);
	for (size_t t = 0; t < LEXICON_COUNT; t++)
		add_table(b, &tables[t], t);
	if (!make_nodes(b, err))
		return false;
	struct str sections[] = {
		[LEXICON_TABLES] = {(const char *)b->shapes, sizeof b->shapes},
		[LEXICON_COLUMNS] = {(const char *)b->columns.at, b->columns.n * sizeof *b->columns.at},
		[LEXICON_CELLS] = {(const char *)b->cells.at, b->cells.n * sizeof *b->cells.at},
		[LEXICON_TEXT] = buf_str(&b->pool.bytes),
		[LEXICON_ENTRIES] = {(const char *)b->entries.at, b->entries.n * sizeof *b->entries.at},
		[LEXICON_NODES] = {(const char *)b->nodes, b->slots * sizeof *b->nodes},
		[LEXICON_FIRSTS] = {(const char *)b->firsts, sizeof b->firsts},
	};

	return mapped_write(out, LEXICON_MAGIC, LEXICON_VERSION, sections, sizeof sections / sizeof *sections, err);
}
