#include "copies.h"

#include <stdlib.h>

#include "shared.h"

/* Which candidates of one key are looked at, beside the one just before: its first originals
 * (prints of one story are represented by it), among its first articles. */
enum { ORIGINALS_OF_KEY = 6, FIRST_OF_KEY = 24 };

enum {
	BOILERPLATE_TIMES = 3, /* stretches of TIME_DAYS in which it stands */
	TIME_DAYS = 10,
	BOILERPLATE_DAYS = 30,
};

/* What a key is: a sentence may be boilerplate, a likeness is not. */
enum key_kind { KEY_SENTENCE = 1, KEY_LIKENESS };

/* Which keys come twice: most stand in one article alone, and need not be sorted. Two bits
 * a slot and eight slots a key, so that one in eight of the others gets through. */
struct twice {
	uint64_t *once, *again; /* [slots / 64] */
	uint64_t mask;		/* slots - 1 */
};

static struct twice twice_start(size_t keys, struct arena *arena)
{
	size_t slots = 1024;

	while (slots < 8 * keys)
		slots *= 2;
	return (struct twice){ARENA_ARRAY(arena, uint64_t, slots / 64), ARENA_ARRAY(arena, uint64_t, slots / 64),
			      slots - 1};
}

static uint64_t slot_of(const struct twice *t, uint64_t key)
{
	return (key ^ key >> 29) & t->mask;
}

static void twice_add(struct twice *t, uint64_t key)
{
	uint64_t slot = slot_of(t, key), bit = (uint64_t)1 << slot % 64;

	t->again[slot / 64] |= t->once[slot / 64] & bit;
	t->once[slot / 64] |= bit;
}

static bool twice_has(const struct twice *t, uint64_t key)
{
	uint64_t slot = slot_of(t, key);

	return t->again[slot / 64] >> slot % 64 & 1;
}

/* The keys of an article, with their kinds; at most 1 + SKETCH_BANDS + n_sentences. */
static size_t keys_of(const struct article *a, struct posting *to, uint32_t number)
{
	size_t n = 0;

	if (a->text_hash)
		to[n++] = (struct posting){a->text_hash ^ 0x7465787400000000u, number, KEY_LIKENESS};
	for (uint32_t s = 0; s < a->n_sentences; s++)
		to[n++] = (struct posting){a->sentences[s], number, KEY_SENTENCE};
	for (unsigned b = 0; a->sketched && b < SKETCH_BANDS; b++)
		to[n++] = (struct posting){sketch_band(a->sketch, b), number, KEY_LIKENESS};
	return n;
}

static void collect(const struct articles *all, struct postings *to, struct arena *arena)
{
	struct arena own = {0};
	size_t keys = 0, most = 0, n;

	for (size_t i = 0; i < all->n; i++) {
		n = 1 + SKETCH_BANDS + all->at[i].n_sentences;
		keys += n;
		most = n > most ? n : most;
	}
	struct twice twice = twice_start(keys, &own);
	struct posting *of = ARENA_ARRAY(&own, struct posting, most);

	for (size_t i = 0; i < all->n; i++) {
		n = keys_of(&all->at[i], of, (uint32_t)i);
		for (size_t k = 0; k < n; k++)
			twice_add(&twice, of[k].key);
	}
	for (size_t i = 0; i < all->n; i++) {
		n = keys_of(&all->at[i], of, (uint32_t)i);
		for (size_t k = 0; k < n; k++)
			if (twice_has(&twice, of[k].key))
				LIST_ADD(arena, to, of[k]);
	}
	arena_free(&own);
}

/* An earlier article that has something in common with the present one. */
struct candidate {
	uint32_t article;
	uint32_t sentences; /* in common, of those that were looked at */
	bool alike;	    /* a band of their sketches, or the text, is the same */
	bool compared;
	struct likeness likeness; /* when compared */
};

struct search {
	struct articles *all;
	struct shared shared;
	uint32_t *origin;  /* [articles] as in the articles, but close together */
	int32_t *day;	   /* [articles] likewise */
	uint32_t *seen;	   /* [articles] its candidate + 1, if that one is of the article */
	uint32_t *passed;  /* [keys] how many of a key's articles lie before the present one */
	bool *boilerplate; /* [keys] a sentence that is */
	struct {
		struct candidate *at;
		size_t n, room;
	} candidates;
	uint32_t skipped; /* sentences of which not all earlier articles were looked at */
	struct arena *arena;
};

static void add_candidate(struct search *s, uint32_t article, bool sentence)
{
	uint32_t slot = s->seen[article] - 1;

	if (slot >= s->candidates.n || s->candidates.at[slot].article != article) {
		struct candidate c = {.article = article};

		slot = (uint32_t)s->candidates.n;
		LIST_ADD(s->arena, &s->candidates, c);
		s->seen[article] = slot + 1;
	}
	s->candidates.at[slot].sentences += sentence;
	s->candidates.at[slot].alike |= !sentence;
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = ((const struct candidate *)a)->article, y = ((const struct candidate *)b)->article;

	return (x > y) - (x < y);
}

static void add_candidates(struct search *s, uint32_t key)
{
	const uint32_t *articles = s->shared.article + s->shared.of_key[key];
	uint32_t before = s->passed[key]++;
	bool sentence = s->shared.weight[key] == KEY_SENTENCE;

	uint32_t k = 0, originals = 0;

	if (s->boilerplate[key] || before == 0)
		return;
	for (; k < before && k < FIRST_OF_KEY && originals < ORIGINALS_OF_KEY; k++)
		if (s->origin[articles[k]] == articles[k]) {
			add_candidate(s, articles[k], sentence);
			originals++;
		}
	if (k < before || s->origin[articles[before - 1]] != articles[before - 1])
		add_candidate(s, articles[before - 1], sentence);
	s->skipped += sentence && k < before;
}

/* Earlier articles that have something in common with x, in their order. */
static void find_candidates(struct search *s, uint32_t x)
{
	const struct shared *sh = &s->shared;

	s->candidates.n = s->skipped = 0;
	for (uint64_t i = sh->of_article[x]; i < sh->of_article[x + 1]; i++)
		add_candidates(s, sh->key[i]);
	if (s->candidates.n)
		qsort(s->candidates.at, s->candidates.n, sizeof *s->candidates.at, by_number);
}

static struct likeness compare(const struct search *s, uint32_t x, struct candidate *c)
{
	const struct article *at = s->all->at;

	if (!c->compared && (c->alike || c->sentences + s->skipped >= LIKENESS_SENTENCES) &&
	    likeness_may_be(&at[x], &at[c->article], c->sentences + s->skipped))
		c->likeness = likeness_of(&at[x], &at[c->article]);
	c->compared = true;
	return c->likeness;
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
		uint32_t y = s->candidates.at[i].article, origin = s->origin[y];
		struct likeness l = compare(s, x, &s->candidates.at[i]);

		if (!likeness_folds(l.kind))
			continue;
		if (origin != y)
			l = likeness_of(&at[x], &at[origin]);
		if (!likeness_keeps(&l))
			continue;
		if (!likeness_folds(l.kind)) {
			l.kind = COPY_EDITED;
			l.similarity = decimal_make((int64_t)l.agree * 100 / SKETCH_BINS, 2);
		}
		at[x].origin = s->origin[x] = origin;
		add_copy(s, out, x, origin, &l, keep);
		return true;
	}
	return false;
}

/* The originals that x contains, or is contained in. */
static void link_parts(struct search *s, uint32_t x, struct copies *out, struct arena *keep)
{
	for (size_t i = 0; i < s->candidates.n; i++) {
		uint32_t y = s->candidates.at[i].article;
		struct likeness l;

		if (s->origin[y] != y)
			continue;
		l = compare(s, x, &s->candidates.at[i]);
		if (l.kind == COPY_CONTAINS || l.kind == COPY_CONTAINED)
			add_copy(s, out, x, y, &l, keep);
	}
}

/* Does the key stand in articles of many times? What came back once, a month later (a
 * reprint, an anniversary), is none. Its articles are in the order of their days. */
static bool is_boilerplate(const struct shared *s, const int32_t *days, uint32_t key)
{
	int32_t first = NO_DAY, last = NO_DAY, times = 0;

	if (s->weight[key] != KEY_SENTENCE || shared_count(s, key) < BOILERPLATE_TIMES)
		return false;
	for (uint64_t i = s->of_key[key]; i < s->of_key[key + 1]; i++) {
		int32_t day = days[s->article[i]];

		if (day == NO_DAY)
			break;
		times += last == NO_DAY || day / TIME_DAYS != last / TIME_DAYS;
		first = first == NO_DAY ? day : first;
		last = day;
	}
	return times >= BOILERPLATE_TIMES && (int64_t)last - first > BOILERPLATE_DAYS;
}

/* Take the sentences that are boilerplate out of the articles; both are ascending. */
static void drop_boilerplate(struct search *s)
{
	const struct shared *sh = &s->shared;

	s->boilerplate = ARENA_ARRAY(s->arena, bool, sh->keys);
	for (uint32_t key = 0; key < sh->keys; key++)
		s->boilerplate[key] = is_boilerplate(sh, s->day, key);
	for (uint32_t x = 0; x < s->all->n; x++) {
		struct article *a = &s->all->at[x];
		uint64_t i = sh->of_article[x], end = sh->of_article[x + 1];
		uint32_t n = 0;

		for (uint32_t k = 0; k < a->n_sentences; k++) {
			while (i < end && sh->hash[sh->key[i]] < a->sentences[k])
				i++;
			if (i < end && sh->hash[sh->key[i]] == a->sentences[k] && s->boilerplate[sh->key[i]])
				continue;
			if (n < k) /* else it stays where it is, and its memory as it came */
				a->sentences[n] = a->sentences[k];
			n++;
		}
		a->n_sentences = n;
	}
}

void copies_find(struct articles *all, struct copies *out, struct arena *keep)
{
	struct arena own = {0};
	struct postings postings = {0};
	struct search s = {.all = all, .arena = &own};

	collect(all, &postings, &own);
	shared_build(&s.shared, &postings, (uint32_t)all->n, &own);
	s.origin = ARENA_ARRAY(&own, uint32_t, all->n);
	s.day = ARENA_ARRAY(&own, int32_t, all->n);
	for (uint32_t x = 0; x < all->n; x++) {
		s.origin[x] = all->at[x].origin;
		s.day[x] = all->at[x].day;
	}
	drop_boilerplate(&s);
	s.seen = ARENA_ARRAY(&own, uint32_t, all->n);
	s.passed = ARENA_ARRAY(&own, uint32_t, s.shared.keys);
	for (uint32_t x = 0; x < all->n; x++) {
		find_candidates(&s, x);
		if (!fold(&s, x, out, keep))
			link_parts(&s, x, out, keep);
	}
	arena_free(&own);
}
