#include "copies.h"

#include <stdlib.h>

#include "shared.h"

/* Which candidates of one key are looked at, beside the one just before. */
enum { FIRST_OF_KEY = 3 };

/* Thresholds. Two independent reports of one event resemble each other by 0.02 to 0.15,
 * a rewritten wire copy by 0.3 and more; but bulletins written to one pattern (quakes,
 * police logs, markets) reach 0.7 without sharing a sentence, for every sentence has its
 * own numbers, and of a few lines the frame around them is most. So resemblance alone
 * must be high, short texts and those far apart in time must share most sentences, and
 * everything else at least one. Set on four collections of news with 4,000 articles. */
enum {
	ALIKE_ALONE = 80,     /* [% of bins] */
	ALIKE_SHORT = 90,     /* of a short text */
	ALIKE_SHARED = 45,    /* with a sentence in common */
	ALIKE_PARTLY = 33,    /* with SHARED_LEAST of them and most of the shorter text */
	ALIKE_ORIGIN = 20,    /* what a copy of a copy keeps of the original, at the least */
	SHARED_SHARE = 50,    /* [% of sentences] of both: an edited copy */
	CONTAINED_SHARE = 60, /* [% of sentences or shingles] of one: it is contained in the other */
	SHARED_LEAST = 3,     /* sentences, for those two */
	SHORT_WORDS = 80,
	FAR_DAYS = 30,
	SIZES_ALIKE = 150, /* [%] the longer of the shorter: beyond it is containment, not an edit */
	BOILERPLATE_ARTICLES = 3,
	BOILERPLATE_DAYS = 30,
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

static bool is_far(const struct article *x, const struct article *y)
{
	return x->day != NO_DAY && y->day != NO_DAY && labs((long)x->day - y->day) > FAR_DAYS;
}

/* [% of shingles] of the shorter text that the other one has too, as resemblance and
 * lengths say: the common part is J / (1 + J) of both together. */
static unsigned contained_share(const struct article *x, const struct article *y, unsigned agree)
{
	int64_t shorter = x->words < y->words ? x->words : y->words;
	int64_t common = (x->words + y->words) * (int64_t)agree / (SKETCH_BINS + (int64_t)agree);

	return shorter > 0 ? (unsigned)(100 * common / shorter) : 0;
}

static bool alike(unsigned agree, unsigned percent)
{
	return 100 * agree >= percent * SKETCH_BINS;
}

static bool are_edits(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	bool most = reaches(shared, x->n_sentences, SHARED_SHARE) && reaches(shared, y->n_sentences, SHARED_SHARE);
	bool usual = !x->words || !y->words || alike(agree, ALIKE_ORIGIN); /* not three short lines of a frame */
	bool short_text = (x->words < y->words ? x->words : y->words) < SHORT_WORDS;

	if (is_far(x, y))
		return most && alike(agree, ALIKE_ALONE);
	if (short_text)
		return alike(agree, ALIKE_SHORT) || (most && alike(agree, ALIKE_SHARED));
	return (most && usual) || alike(agree, ALIKE_ALONE) || (shared && alike(agree, ALIKE_SHARED)) ||
	       (shared >= SHARED_LEAST && alike(agree, ALIKE_PARTLY) &&
		contained_share(x, y, agree) >= CONTAINED_SHARE && 100 * x->words <= SIZES_ALIKE * y->words &&
		100 * y->words <= SIZES_ALIKE * x->words);
}

/* Contained, contains, or neither: by sentences, or by shingles where some are shared. */
static int part_of(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	if (reaches(shared, x->n_sentences, CONTAINED_SHARE))
		return COPY_CONTAINED;
	if (reaches(shared, y->n_sentences, CONTAINED_SHARE))
		return COPY_CONTAINS;
	if (shared < SHARED_LEAST || is_far(x, y) || !alike(agree, ALIKE_ORIGIN) ||
	    contained_share(x, y, agree) < CONTAINED_SHARE)
		return COPY_NONE;
	return x->words <= y->words ? COPY_CONTAINED : COPY_CONTAINS;
}

static int kind_of(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	if (x->bytes_hash && x->bytes_hash == y->bytes_hash)
		return COPY_SAME_BYTES;
	if (x->text_hash && x->text_hash == y->text_hash)
		return COPY_SAME_TEXT;
	return are_edits(x, y, shared, agree) ? COPY_EDITED : part_of(x, y, shared, agree);
}

/* [%] by sentences or by shingles, whichever shows more. */
static int64_t containment(const struct article *x, const struct article *y, const struct likeness *l)
{
	uint32_t smaller = x->n_sentences < y->n_sentences ? x->n_sentences : y->n_sentences;
	int64_t sentences = smaller ? 100 * (int64_t)l->shared / smaller : 0;
	int64_t shingles = contained_share(x, y, l->agree);

	shingles = shingles > 100 ? 100 : shingles;
	return sentences > shingles ? sentences : shingles;
}

struct likeness likeness_of(const struct article *x, const struct article *y)
{
	struct likeness l = {.shared = count_shared(x, y)};

	if (x->sketched && y->sketched)
		l.agree = sketch_agree(x->sketch, y->sketch);
	l.kind = kind_of(x, y, l.shared, l.agree);
	if (l.kind == COPY_SAME_BYTES || l.kind == COPY_SAME_TEXT)
		l.similarity = decimal_of(1);
	else if (l.kind == COPY_CONTAINED || l.kind == COPY_CONTAINS)
		l.similarity = decimal_make(containment(x, y, &l), 2);
	else
		l.similarity = decimal_make((int64_t)l.agree * 100 / SKETCH_BINS, 2);
	return l;
}

/* What a key is: a sentence may be boilerplate, a likeness is not. */
enum key_kind { KEY_SENTENCE = 1, KEY_LIKENESS };

static void add_posting(struct postings *to, uint64_t key, size_t article, enum key_kind kind)
{
	to->at[to->n++] = (struct posting){key, (uint32_t)article, kind};
}

static void collect(const struct articles *all, struct postings *to, struct arena *arena)
{
	for (size_t i = 0; i < all->n; i++)
		to->room += 1 + SKETCH_BANDS + all->at[i].n_sentences;
	to->at = ARENA_ARRAY(arena, struct posting, to->room);
	for (size_t i = 0; i < all->n; i++) {
		const struct article *a = &all->at[i];

		if (a->text_hash)
			add_posting(to, a->text_hash ^ 0x7465787400000000u, i, KEY_LIKENESS);
		for (uint32_t s = 0; s < a->n_sentences; s++)
			add_posting(to, a->sentences[s], i, KEY_SENTENCE);
		for (unsigned b = 0; a->sketched && b < SKETCH_BANDS; b++)
			add_posting(to, sketch_band(a->sketch, b), i, KEY_LIKENESS);
	}
}

/* An earlier article that has something in common with the present one. */
struct candidate {
	uint32_t article;
	uint32_t sentences; /* in common, of those that were looked at */
	bool compared;
	struct likeness likeness; /* when compared */
};

struct search {
	struct articles *all;
	struct shared shared;
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

	if (s->boilerplate[key])
		return;
	for (uint32_t k = 0; k < before && k < FIRST_OF_KEY; k++)
		add_candidate(s, articles[k], sentence);
	if (before > FIRST_OF_KEY)
		add_candidate(s, articles[before - 1], sentence);
	s->skipped += sentence && before > FIRST_OF_KEY + 1;
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

/* Most of what shares one sentence or two is no copy: that their sketches tell alone. */
static bool may_be_copy(const struct search *s, const struct article *x, const struct candidate *c)
{
	const struct article *y = &s->all->at[c->article];

	if (c->sentences + s->skipped >= SHARED_LEAST || (x->text_hash && x->text_hash == y->text_hash) ||
	    (x->bytes_hash && x->bytes_hash == y->bytes_hash))
		return true;
	return x->sketched && y->sketched && alike(sketch_agree(x->sketch, y->sketch), ALIKE_SHARED);
}

static struct likeness compare(const struct search *s, uint32_t x, struct candidate *c)
{
	const struct article *at = s->all->at;

	if (!c->compared && may_be_copy(s, &at[x], c))
		c->likeness = likeness_of(&at[x], &at[c->article]);
	c->compared = true;
	return c->likeness;
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
		uint32_t y = s->candidates.at[i].article, origin = at[y].origin;
		struct likeness l = compare(s, x, &s->candidates.at[i]);

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
		uint32_t y = s->candidates.at[i].article;
		struct likeness l;

		if (at[y].origin != y)
			continue;
		l = compare(s, x, &s->candidates.at[i]);
		if (l.kind == COPY_CONTAINS || l.kind == COPY_CONTAINED)
			add_copy(s, out, x, y, &l, keep);
	}
}

/* Does the key stand in articles that are too far apart to be copies of each other? */
static bool is_boilerplate(const struct articles *all, const struct shared *s, uint32_t key)
{
	int32_t first = INT32_MAX, last = NO_DAY;

	if (s->weight[key] != KEY_SENTENCE || shared_count(s, key) < BOILERPLATE_ARTICLES)
		return false;
	for (uint64_t i = s->of_key[key]; i < s->of_key[key + 1]; i++) {
		int32_t day = all->at[s->article[i]].day;

		if (day == NO_DAY)
			continue;
		first = day < first ? day : first;
		last = day > last ? day : last;
	}
	return last != NO_DAY && (int64_t)last - first > BOILERPLATE_DAYS;
}

/* Take the sentences that are boilerplate out of the articles; both are ascending. */
static void drop_boilerplate(struct search *s)
{
	const struct shared *sh = &s->shared;

	s->boilerplate = ARENA_ARRAY(s->arena, bool, sh->keys);
	for (uint32_t key = 0; key < sh->keys; key++)
		s->boilerplate[key] = is_boilerplate(s->all, sh, key);
	for (uint32_t x = 0; x < s->all->n; x++) {
		struct article *a = &s->all->at[x];
		uint64_t i = sh->of_article[x], end = sh->of_article[x + 1];
		uint32_t n = 0;

		for (uint32_t k = 0; k < a->n_sentences; k++) {
			while (i < end && sh->hash[sh->key[i]] < a->sentences[k])
				i++;
			if (i == end || sh->hash[sh->key[i]] != a->sentences[k] || !s->boilerplate[sh->key[i]])
				a->sentences[n++] = a->sentences[k];
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
