#include "dating_keys.h"

#include "base/hash.h"
#include "wanted.h"

enum {
	SENTENCE_WEIGHT = 3, /* a sentence or a quotation */
	EXACT_WEIGHT = 2,    /* a statement of a number with three significant digits or more */
	ROUND_WEIGHT = 1,    /* a statement of a rounder number: two of them are wanted */
};

static unsigned significant_digits(struct decimal d)
{
	int64_t n = d.digits < 0 ? -d.digits : d.digits;
	unsigned digits = 0;

	while (n && n % 10 == 0)
		n /= 10;
	for (; n; n /= 10)
		digits++;
	return digits;
}

/* Key of the statement as that source's. */
static uint64_t statement_key(const struct claim *c, struct str source, struct decimal number)
{
	struct decimal parts[] = {number, c->best.known ? DECIMAL_NULL : c->high};
	struct str texts[] = {source, c->measure, c->subject, c->unit, c->place.parent_id, c->side};
	uint64_t key = 0;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		key = hash64_seed(texts[i], key + i + 1);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		int64_t digits[] = {parts[i].digits, parts[i].scale, parts[i].known};

		key = hash64_seed((struct str){(const char *)digits, sizeof digits}, key);
	}
	return key;
}

void dating_statement(struct postings *to, const struct claim *c, uint32_t article, struct arena *arena)
{
	struct decimal number = c->best.known ? c->best : c->low;
	bool exact = significant_digits(number) >= 3;
	struct posting p = {.article = article, .weight = exact ? EXACT_WEIGHT : ROUND_WEIGHT};
	struct str source = c->source.id, org = c->source_org.id;
	bool speaks = source_speaks_for(c->source.type) && org.n;

	if (!block_counts(c->block) || str_is_empty(c->measure) || str_is_empty(source) || !number.known ||
	    str_eq(c->source.type, STR("none")) || c->qualifier == QUALIFIER_ORDER)
		return;
	p.key = statement_key(c, speaks ? org : source, number);
	LIST_ADD(arena, to, p);
	/* one article names the ministry, the other its centre: an exact number tells that they are one */
	if (exact && org.n && !speaks && !str_eq(org, source)) {
		p.key = statement_key(c, org, number);
		LIST_ADD(arena, to, p);
	}
}

static bool is_undated(const struct articles *all, uint32_t article)
{
	return all->at[article].day == NO_DAY;
}

/* The keys of undated articles: what stands in none of those dates nothing, and need not be sorted. */
static struct wanted find_wanted(const struct articles *all, const struct postings *statements, struct arena *arena)
{
	struct wanted w;
	size_t keys = 0;

	for (size_t i = 0; i < statements->n; i++)
		keys += is_undated(all, statements->at[i].article);
	for (size_t i = 0; i < all->n; i++)
		keys += is_undated(all, (uint32_t)i) ? all->at[i].n_sentences : 0;
	w = wanted_start(keys, arena);
	for (size_t i = 0; i < statements->n; i++)
		if (is_undated(all, statements->at[i].article))
			wanted_add(&w, statements->at[i].key);
	for (size_t i = 0; i < all->n; i++)
		for (uint32_t s = 0; is_undated(all, (uint32_t)i) && s < all->at[i].n_sentences; s++)
			wanted_add(&w, all->at[i].sentences[s]);
	return w;
}

void dating_collect(const struct articles *all, const struct postings *statements, struct postings *to,
		    struct arena *arena)
{
	struct arena own = {0};
	struct wanted wanted = find_wanted(all, statements, &own);

	for (size_t i = 0; i < statements->n; i++)
		if (wanted_has(&wanted, statements->at[i].key))
			LIST_ADD(arena, to, statements->at[i]);
	for (size_t i = 0; i < all->n; i++)
		for (uint32_t s = 0; s < all->at[i].n_sentences; s++) {
			struct posting p = {all->at[i].sentences[s], (uint32_t)i, SENTENCE_WEIGHT};

			if (wanted_has(&wanted, p.key))
				LIST_ADD(arena, to, p);
		}
	arena_free(&own);
}
