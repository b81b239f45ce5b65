#include <stdlib.h>

#include "records/gazetteer_build.h"

/* What makes a place better known than its namesakes: its people, by its kind. */
static uint64_t weight(const struct gazetteer_row *row)
{
	uint64_t people = row->item.population;

	switch ((enum place_kind)row->item.kind) {
	case PLACE_CONTINENT:
	case PLACE_REGION_WORLD:
	case PLACE_COUNTRY:
		return ((uint64_t)1 << 40) + people;
	case PLACE_ADMIN1:
		return row->known ? people : people / 8;
	case PLACE_ADMIN2:
		return 1;
	default:
		return row->capital ? 5 * people : people;
	}
}

struct ranked {
	struct gazetteer_filing filing;
	uint64_t weight;
};

static int by_key(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->filing.key != y->filing.key)
		return (x->filing.key > y->filing.key) - (x->filing.key < y->filing.key);
	if (x->filing.demonym != y->filing.demonym)
		return x->filing.demonym ? 1 : -1;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->filing.place > y->filing.place) - (x->filing.place < y->filing.place);
}

void gazetteer_sort(struct gazetteer_building *b)
{
	struct ranked *all = malloc((b->filings.n + 1) * sizeof *all);
	size_t n = b->filings.n;

	if (!all)
		die(EXIT_INTERNAL, "out of memory sorting %zu names", n);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct ranked){b->filings.at[i], weight(&b->rows.at[b->filings.at[i].place])};
	qsort(all, n, sizeof *all, by_key);
	b->filings.n = 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || by_key(&all[i - 1], &all[i]) != 0)
			b->filings.at[b->filings.n++] = all[i].filing;
	b->sorted = b->filings.n;
	free(all);
}

const struct gazetteer_filing *gazetteer_filed(const struct gazetteer_building *b, uint64_t key, size_t *n)
{
	size_t low = 0, high = b->sorted;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (b->filings.at[mid].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	for (*n = 0; low + *n < b->sorted && b->filings.at[low + *n].key == key;)
		++*n;
	return b->filings.at + low;
}

static int by_step(const void *a, const void *b)
{
	const struct gazetteer_word_step *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static struct gazetteer_node node_of(const struct gazetteer_building *b, uint64_t key)
{
	size_t n = 0;
	const struct gazetteer_filing *f = gazetteer_filed(b, key, &n);
	struct gazetteer_node node = {.key = key, .first = (uint32_t)(f - b->filings.at)};

	for (size_t i = 0; i < n; i++)
		if (f[i].demonym)
			node.demonyms += node.demonyms < UINT8_MAX;
		else
			node.places += node.places < UINT16_MAX;
	return node;
}

static void put(struct gazetteer_node *nodes, size_t slots, const struct gazetteer_node *node)
{
	size_t i = node->key & (slots - 1);

	while (nodes[i].key)
		i = (i + 1) & (slots - 1);
	nodes[i] = *node;
}

static struct gazetteer_node *make_nodes(struct gazetteer_building *b, size_t *slots, struct err *err)
{
	size_t distinct = 0;

	qsort(b->steps.at, b->steps.n, sizeof *b->steps.at, by_step);
	for (size_t i = 0; i < b->steps.n; i++)
		distinct += i == 0 || b->steps.at[i].key != b->steps.at[i - 1].key;
	for (*slots = 64; *slots < distinct + distinct / 2; *slots *= 2)
		;
	struct gazetteer_node *nodes = ARENA_ARRAY(b->arena, struct gazetteer_node, *slots);

	for (size_t i = 0, next; i < b->steps.n; i = next) {
		const struct gazetteer_word_step *s = &b->steps.at[i];
		struct gazetteer_node node = node_of(b, s->key);

		for (next = i; next < b->steps.n && b->steps.at[next].key == s->key; next++) {
			node.next |= b->steps.at[next].next;
			if (b->steps.at[next].from != s->from || b->steps.at[next].word != s->word) {
				err_set(err, "gazetteer", "two names share a key; change gazetteer_key_of");
				return NULL;
			}
		}
		put(nodes, *slots, &node);
	}
	return nodes;
}

static uint64_t *firsts_of(struct gazetteer_building *b)
{
	uint64_t *firsts = ARENA_ARRAY(b->arena, uint64_t, (1u << GAZETTEER_FIRST_BITS) / 64);

	for (size_t i = 0; i < b->steps.n; i++) {
		uint64_t bit = gazetteer_first_bit(b->steps.at[i].word);

		if (!b->steps.at[i].from)
			firsts[bit / 64] |= (uint64_t)1 << bit % 64;
	}
	return firsts;
}

static uint32_t *lists_of(struct gazetteer_building *b)
{
	uint32_t *lists = ARENA_ARRAY(b->arena, uint32_t, b->filings.n);

	for (size_t i = 0; i < b->filings.n; i++)
		lists[i] = b->filings.at[i].place;
	return lists;
}

static struct gazetteer_item *items_of(struct gazetteer_building *b)
{
	struct gazetteer_item *items = ARENA_ARRAY(b->arena, struct gazetteer_item, b->rows.n);

	for (size_t i = 0; i < b->rows.n; i++)
		items[i] = b->rows.at[i].item;
	return items;
}

bool gazetteer_lay(struct gazetteer_building *b, const char *out, struct err *err)
{
	size_t slots = 0;
	struct gazetteer_node *nodes = make_nodes(b, &slots, err);

	if (!nodes)
		return false;
	struct str sections[] = {
		[GAZETTEER_ITEMS] = {(const char *)items_of(b), b->rows.n * sizeof(struct gazetteer_item)},
		[GAZETTEER_TEXT] = buf_str(&b->text.bytes),
		[GAZETTEER_LISTS] = {(const char *)lists_of(b), b->filings.n * sizeof(uint32_t)},
		[GAZETTEER_NODES] = {(const char *)nodes, slots * sizeof *nodes},
		[GAZETTEER_COUNTRIES] = {(const char *)b->countries, sizeof b->countries},
		[GAZETTEER_CAPITALS] = {(const char *)b->capitals.at, b->capitals.n * sizeof *b->capitals.at},
		[GAZETTEER_FIRSTS] = {(const char *)firsts_of(b), (1u << GAZETTEER_FIRST_BITS) / 8},
		[GAZETTEER_ADJECTIVES] = {(const char *)b->adjectives.at, b->adjectives.n * sizeof *b->adjectives.at},
	};

	return mapped_write(out, GAZETTEER_MAGIC, GAZETTEER_VERSION, sections, sizeof sections / sizeof *sections, err);
}
