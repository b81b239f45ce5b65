#include "copies.h"

#include <stdlib.h>

#include "shared.h"

/* Which candidates of one key are looked at, beside the one just before. */
enum { FIRST_OF_KEY = 3 };

/* Thresholds. Two independent reports of one event resemble each other by 0.02 to 0.15,
 * a rewritten wire copy by 0.3 and more; but bulletins written to one pattern (quakes,
 * police logs, markets) reach 0.6 without sharing a sentence, for every sentence has its
 * own numbers. So resemblance alone must be high, and otherwise sentences must be shared. */
enum {
	ALIKE_ALONE = 80,     /* [% of bins] */
	ALIKE_SHARED = 45,    /* with a sentence in common */
	ALIKE_ORIGIN = 20,    /* what a copy of a copy keeps of the original, at the least */
	SHARED_SHARE = 50,    /* [% of sentences] of both: an edited copy */
	CONTAINED_SHARE = 60, /* of one: it is contained in the other */
	SHARED_LEAST = 3,     /* sentences, for those two */
};

static uint32_t count_shared(const struct article *x, const struct article *y)
{
	uint32_t n = 0;

	for (uint32_t i = 0, k = 0; i < x->n_sentences && k < y->n_sentences;) {
		uint64_t a = x->sentences[i], b = y->sentences[k];

		n += a == b;
		i += a <= b;
		k += b <= a;
	}
	return n;
}

static bool reaches(uint32_t shared, uint32_t of, unsigned percent)
{
	return shared >= SHARED_LEAST && 100 * (uint64_t)shared >= (uint64_t)percent * of;
}

static int kind_of(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	bool x_in_y = reaches(shared, x->n_sentences, CONTAINED_SHARE);
	bool y_in_x = reaches(shared, y->n_sentences, CONTAINED_SHARE);

	if (x->bytes_hash && x->bytes_hash == y->bytes_hash)
		return COPY_SAME_BYTES;
	if (x->text_hash && x->text_hash == y->text_hash)
		return COPY_SAME_TEXT;
	if (100 * agree >= ALIKE_ALONE * SKETCH_BINS || (shared && 100 * agree >= ALIKE_SHARED * SKETCH_BINS))
		return COPY_EDITED;
	if (reaches(shared, x->n_sentences, SHARED_SHARE) && reaches(shared, y->n_sentences, SHARED_SHARE))
		return COPY_EDITED;
	return x_in_y ? COPY_CONTAINED : y_in_x ? COPY_CONTAINS : COPY_NONE;
}

struct likeness likeness_of(const struct article *x, const struct article *y)
{
	struct likeness l = {.shared = count_shared(x, y)};
	uint32_t smaller = x->n_sentences < y->n_sentences ? x->n_sentences : y->n_sentences;

	if (x->sketched && y->sketched)
		l.agree = sketch_agree(x->sketch, y->sketch);
	l.kind = kind_of(x, y, l.shared, l.agree);
	if (l.kind == COPY_SAME_BYTES || l.kind == COPY_SAME_TEXT)
		l.similarity = decimal_of(1);
	else if (l.kind == COPY_CONTAINED || l.kind == COPY_CONTAINS)
		l.similarity = decimal_make((int64_t)l.shared * 100 / smaller, 2);
	else
		l.similarity = decimal_make((int64_t)l.agree * 100 / SKETCH_BINS, 2);
	return l;
}

static void add_posting(struct postings *to, uint64_t key, size_t article)
{
	to->at[to->n++] = (struct posting){key, (uint32_t)article, 1};
}

static void collect(const struct articles *all, struct postings *to, struct arena *arena)
{
	for (size_t i = 0; i < all->n; i++)
		to->room += 1 + SKETCH_BANDS + all->at[i].n_sentences;
	to->at = ARENA_ARRAY(arena, struct posting, to->room);
	for (size_t i = 0; i < all->n; i++) {
		const struct article *a = &all->at[i];

		if (a->text_hash)
			add_posting(to, a->text_hash ^ 0x7465787400000000u, i);
		for (uint32_t s = 0; s < a->n_sentences; s++)
			add_posting(to, a->sentences[s], i);
		for (unsigned b = 0; a->sketched && b < SKETCH_BANDS; b++)
			add_posting(to, sketch_band(a->sketch, b), i);
	}
}

struct search {
	struct articles *all;
	struct shared shared;
	uint32_t *seen;	  /* [articles] the article that looked at it last, + 1 */
	uint32_t *passed; /* [keys] how many of a key's articles lie before the present one */
	struct {
		uint32_t *at;
		size_t n, room;
	} candidates;
	struct arena *arena;
};

static void add_candidate(struct search *s, uint32_t article, uint32_t for_article)
{
	if (s->seen[article] == for_article + 1)
		return;
	s->seen[article] = for_article + 1;
	LIST_ADD(s->arena, &s->candidates, article);
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Earlier articles that have something in common with x, in their order. */
static void find_candidates(struct search *s, uint32_t x)
{
	const struct shared *sh = &s->shared;

	s->candidates.n = 0;
	for (uint64_t i = sh->of_article[x]; i < sh->of_article[x + 1]; i++) {
		uint32_t key = sh->key[i], before = s->passed[key]++;
		const uint32_t *articles = sh->article + sh->of_key[key];

		for (uint32_t k = 0; k < before && k < FIRST_OF_KEY; k++)
			add_candidate(s, articles[k], x);
		if (before > FIRST_OF_KEY)
			add_candidate(s, articles[before - 1], x);
	}
	if (s->candidates.n)
		qsort(s->candidates.at, s->candidates.n, sizeof *s->candidates.at, by_number);
}

static bool folds(int kind)
{
	return kind == COPY_SAME_BYTES || kind == COPY_SAME_TEXT || kind == COPY_EDITED;
}

/* Is x, a copy of a copy, still like the original? Else chains of edits would fold strangers. */
static bool keeps_origin(const struct likeness *l)
{
	return folds(l->kind) || 100 * l->agree >= ALIKE_ORIGIN * SKETCH_BINS || l->shared >= SHARED_LEAST;
}

static void add_copy(struct search *s, struct copies *out, uint32_t x, uint32_t origin, const struct likeness *l,
		     struct arena *keep)
{
	struct copy c = {.document = s->all->at[x].id,
			 .origin = s->all->at[origin].id,
			 .kind = l->kind,
			 .similarity = l->similarity,
			 .shared = l->shared};

	LIST_ADD(keep, out, c);
}

/* Join the first original that x is a copy of. */
static bool fold(struct search *s, uint32_t x, struct copies *out, struct arena *keep)
{
	struct article *at = s->all->at;

	for (size_t i = 0; i < s->candidates.n; i++) {
		uint32_t y = s->candidates.at[i], origin = at[y].origin;
		struct likeness l = likeness_of(&at[x], &at[y]);

		if (!folds(l.kind))
			continue;
		if (origin != y)
			l = likeness_of(&at[x], &at[origin]);
		if (!keeps_origin(&l))
			continue;
		if (!folds(l.kind)) {
			l.kind = COPY_EDITED;
			l.similarity = decimal_make((int64_t)l.agree * 100 / SKETCH_BINS, 2);
		}
		at[x].origin = origin;
		add_copy(s, out, x, origin, &l, keep);
		return true;
	}
	return false;
}

/* The originals that x contains, or is contained in. */
static void link_parts(struct search *s, uint32_t x, struct copies *out, struct arena *keep)
{
	const struct article *at = s->all->at;

	for (size_t i = 0; i < s->candidates.n; i++) {
		uint32_t y = s->candidates.at[i];
		struct likeness l;

		if (at[y].origin != y)
			continue;
		l = likeness_of(&at[x], &at[y]);
		if (l.kind == COPY_CONTAINS || l.kind == COPY_CONTAINED)
			add_copy(s, out, x, y, &l, keep);
	}
}

void copies_find(struct articles *all, struct copies *out, struct arena *keep)
{
	struct arena own = {0};
	struct postings postings = {0};
	struct search s = {.all = all, .arena = &own};

	collect(all, &postings, &own);
	shared_build(&s.shared, &postings, (uint32_t)all->n, &own);
	s.seen = ARENA_ARRAY(&own, uint32_t, all->n);
	s.passed = ARENA_ARRAY(&own, uint32_t, s.shared.keys);
	for (uint32_t x = 0; x < all->n; x++) {
		find_candidates(&s, x);
		if (!fold(&s, x, out, keep))
			link_parts(&s, x, out, keep);
	}
	arena_free(&own);
}
