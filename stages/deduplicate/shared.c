#include "shared.h"

#include <stdlib.h>

#include "base/err.h"

enum { DIGIT_BITS = 16, DIGITS = 1 << DIGIT_BITS, ARTICLE_PASSES = 2, PASSES = ARTICLE_PASSES + 4 };

/* Least significant first: the article's digits, then the key's. */
static unsigned digit(const struct posting *p, unsigned pass)
{
	uint64_t from = pass < ARTICLE_PASSES ? p->article : p->key;

	return (unsigned)(from >> (pass < ARTICLE_PASSES ? pass : pass - ARTICLE_PASSES) * DIGIT_BITS) & (DIGITS - 1);
}

static void sort_pass(const struct posting *from, struct posting *to, size_t n, unsigned pass, size_t *count)
{
	size_t sum = 0;

	memset(count, 0, DIGITS * sizeof *count);
	for (size_t i = 0; i < n; i++)
		count[digit(&from[i], pass)]++;
	for (size_t d = 0; d < DIGITS; d++) {
		size_t here = count[d];

		count[d] = sum;
		sum += here;
	}
	for (size_t i = 0; i < n; i++)
		to[count[digit(&from[i], pass)]++] = from[i];
}

static int by_key(const void *pa, const void *pb)
{
	const struct posting *a = pa, *b = pb;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->article > b->article) - (a->article < b->article);
}

/* Mostly they come in the order of articles, which sorting by digits keeps. */
static bool in_order_of_articles(const struct posting *at, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (at[i].article < at[i - 1].article)
			return false;
	return true;
}

/* By key, then article. Many are sorted digit by digit, few by comparing. */
static void sort(struct posting *at, size_t n)
{
	if (n < DIGITS) {
		if (n)
			qsort(at, n, sizeof *at, by_key);
		return;
	}
	struct posting *spare = malloc(n * sizeof *spare);
	size_t *count = malloc(DIGITS * sizeof *count);

	if (!spare || !count)
		die(EXIT_INTERNAL, "out of memory comparing documents");
	for (unsigned pass = in_order_of_articles(at, n) ? ARTICLE_PASSES : 0; pass < PASSES; pass += 2) {
		sort_pass(at, spare, n, pass, count);
		sort_pass(spare, at, n, pass + 1, count);
	}
	free(spare);
	free(count);
}

/* End of the run of postings of one key; *articles: how many different articles. */
static size_t run_end(const struct postings *p, size_t i, uint32_t *articles)
{
	size_t end = i + 1;

	*articles = 1;
	for (; end < p->n && p->at[end].key == p->at[i].key; end++)
		*articles += p->at[end].article != p->at[end - 1].article;
	return end;
}

static void measure(struct shared *s, const struct postings *p, uint64_t *entries)
{
	uint32_t articles;

	*entries = 0;
	for (size_t i = 0, end; i < p->n; i = end) {
		end = run_end(p, i, &articles);
		if (articles < 2)
			continue;
		s->keys++;
		*entries += articles;
	}
}

static void fill_keys(struct shared *s, const struct postings *p)
{
	uint64_t to = 0;
	uint32_t key = 0, articles;

	for (size_t i = 0, end; i < p->n; i = end) {
		end = run_end(p, i, &articles);
		if (articles < 2)
			continue;
		for (size_t k = i; k < end; k++) {
			if (k == i || p->at[k].article != p->at[k - 1].article)
				s->article[to++] = p->at[k].article;
			if (p->at[k].weight > s->weight[key])
				s->weight[key] = p->at[k].weight;
		}
		s->hash[key] = p->at[i].key;
		s->of_key[++key] = to;
	}
}

static void fill_articles(struct shared *s, struct arena *arena)
{
	uint64_t entries = s->of_key[s->keys], *to = ARENA_ARRAY(arena, uint64_t, s->articles + 1u);

	for (uint64_t i = 0; i < entries; i++)
		s->of_article[s->article[i] + 1]++;
	for (uint32_t a = 0; a < s->articles; a++)
		s->of_article[a + 1] += to[a] = s->of_article[a];
	for (uint32_t key = 0; key < s->keys; key++)
		for (uint64_t i = s->of_key[key]; i < s->of_key[key + 1]; i++)
			s->key[to[s->article[i]]++] = key;
}

void shared_build(struct shared *out, struct postings *postings, uint32_t articles, struct arena *arena)
{
	uint64_t entries;

	*out = (struct shared){.articles = articles};
	sort(postings->at, postings->n);
	measure(out, postings, &entries);
	out->hash = ARENA_ARRAY(arena, uint64_t, out->keys);
	out->weight = ARENA_ARRAY(arena, uint32_t, out->keys);
	out->of_key = ARENA_ARRAY(arena, uint64_t, out->keys + 1u);
	out->article = ARENA_ARRAY(arena, uint32_t, entries);
	out->of_article = ARENA_ARRAY(arena, uint64_t, articles + 1u);
	out->key = ARENA_ARRAY(arena, uint32_t, entries);
	fill_keys(out, postings);
	fill_articles(out, arena);
}
