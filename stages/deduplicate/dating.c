#include "dating.h"

#include <limits.h>
#include <stdlib.h>

#include "dating_keys.h"

enum {
	SPAN_DAYS = 3,	   /* a key whose dated articles lie further apart proves nothing */
	ENOUGH = 2,	   /* weight of what is shared: of dating_keys */
	TRIES = 8,	   /* rounds in which one article is looked at */
	EVIDENCE_MOST = 8, /* articles named as evidence */
};

/* The days on which the dated articles of a key lie. */
struct key_days {
	int32_t first;			 /* NO_DAY: none */
	uint32_t article[SPAN_DAYS + 1]; /* one of day first + i, + 1; 0: none */
	bool dead;
};

struct list {
	uint32_t *at;
	size_t n, room;
};

struct worklist {
	struct articles *all;
	struct shared shared;
	struct key_days *keys;
	struct list dated;   /* in the last round */
	struct list touched; /* keys whose days changed in this round */
	struct list open;    /* undated articles that they touch */
	bool *is_touched, *is_open;
	uint8_t *tries;
	struct arena *arena;
};

bool articles_undated(const struct articles *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].day == NO_DAY)
			return true;
	return false;
}

/* Let the key know of a dated article. True when its days changed. */
static bool add_day(struct key_days *k, int32_t day, uint32_t article)
{
	int32_t shift;

	if (k->dead)
		return false;
	if (k->first == NO_DAY)
		k->first = day;
	shift = k->first - day;
	if (shift > SPAN_DAYS || shift < -SPAN_DAYS) {
		k->dead = true;
		return true;
	}
	for (int i = SPAN_DAYS; shift > 0 && i >= 0; i--) {
		if (k->article[i] && i + shift > SPAN_DAYS)
			k->dead = true;
		else if (k->article[i])
			k->article[i + shift] = k->article[i];
		k->article[i] = 0;
	}
	if (shift > 0)
		k->first = day;
	uint32_t *at = &k->article[day - k->first];
	bool new_day = *at == 0;

	if (new_day || article + 1 < *at)
		*at = article + 1;
	return new_day || k->dead;
}

static void touch_keys(struct worklist *w, uint32_t article)
{
	const struct shared *s = &w->shared;

	for (uint64_t i = s->of_article[article]; i < s->of_article[article + 1]; i++) {
		uint32_t key = s->key[i];

		if (!add_day(&w->keys[key], w->all->at[article].day, article) || w->is_touched[key])
			continue;
		w->is_touched[key] = true;
		LIST_ADD(w->arena, &w->touched, key);
	}
}

static void open_articles(struct worklist *w, uint32_t key)
{
	const struct shared *s = &w->shared;

	w->is_touched[key] = false;
	if (w->keys[key].dead)
		return;
	for (uint64_t i = s->of_key[key]; i < s->of_key[key + 1]; i++) {
		uint32_t a = s->article[i];

		if (w->all->at[a].day != NO_DAY || w->is_open[a] || w->tries[a] >= TRIES)
			continue;
		w->is_open[a] = true;
		LIST_ADD(w->arena, &w->open, a);
	}
}

struct evidence {
	int32_t day;
	uint32_t weight, article;
};

struct evidences {
	struct evidence *at;
	size_t n, room;
};

static int by_day(const void *pa, const void *pb)
{
	const struct evidence *a = pa, *b = pb;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->article > b->article) - (a->article < b->article);
}

static void find_evidence(const struct worklist *w, uint32_t article, struct evidences *out, struct arena *arena)
{
	const struct shared *s = &w->shared;

	for (uint64_t i = s->of_article[article]; i < s->of_article[article + 1]; i++) {
		const struct key_days *k = &w->keys[s->key[i]];

		for (int d = 0; !k->dead && k->first != NO_DAY && d <= SPAN_DAYS; d++) {
			struct evidence e = {k->first + d, s->weight[s->key[i]], k->article[d] - 1};

			if (k->article[d])
				LIST_ADD(arena, out, e);
		}
	}
	if (out->n)
		qsort(out->at, out->n, sizeof *out->at, by_day);
}

/* [days] that the weekdays told as just past lie back, the freshest, and all of them
 * together: an article of Friday that tells of Friday and Thursday has 0 and 1. */
static int freshest_age(const struct article *a, int32_t day, int *sum)
{
	int freshest = a->weekdays ? 7 : 0;

	*sum = 0;
	for (int weekday = 1; weekday <= 7; weekday++) {
		int age = (date_weekday(day) - weekday + 7) % 7;

		if (!(a->weekdays & 1u << weekday))
			continue;
		*sum += age;
		freshest = age < freshest ? age : freshest;
	}
	return freshest;
}

struct choice {
	int32_t day;
	uint32_t weight, keys;
	int ages;
	size_t first, end; /* of its evidence */
};

static bool better(const struct choice *a, const struct choice *b)
{
	if (a->weight != b->weight)
		return a->weight > b->weight;
	return a->ages != b->ages ? a->ages < b->ages : a->day < b->day;
}

/* The day with the most evidence that the article's own words allow. */
static bool choose(const struct article *a, const struct evidences *all, struct choice *best)
{
	*best = (struct choice){.day = NO_DAY};
	for (size_t i = 0, end; i < all->n; i = end) {
		struct choice c = {.day = all->at[i].day, .first = i};

		for (end = i; end < all->n && all->at[end].day == c.day; end++) {
			c.weight += all->at[end].weight;
			c.keys++;
		}
		c.end = end;
		if (c.weight < ENOUGH || c.day < a->not_before || freshest_age(a, c.day, &c.ages) > 1)
			continue;
		if (best->day == NO_DAY || better(&c, best))
			*best = c;
	}
	return best->day != NO_DAY;
}

static void add_dating(struct worklist *w, uint32_t article, const struct choice *c, const struct evidences *all,
		       struct datings *out, struct arena *keep)
{
	struct dating d = {.document = w->all->at[article].id, .shared = c->keys};

	d.published = date_format(keep, date_of_days(c->day));
	for (size_t i = c->first; i < c->end && d.evidence.n < EVIDENCE_MOST; i++)
		if (i == c->first || all->at[i].article != all->at[i - 1].article)
			strs_add(keep, &d.evidence, w->all->at[all->at[i].article].id);
	strs_sort(&d.evidence);
	LIST_ADD(keep, out, d);
}

/* Date what is open by what was dated in earlier rounds; the days take effect at the end of the round. */
static void decide(struct worklist *w, struct datings *out, struct arena *keep)
{
	struct arena scratch = {0};
	int32_t *days = ARENA_ARRAY(w->arena, int32_t, w->open.n);

	w->dated.n = 0;
	for (size_t i = 0; i < w->open.n; i++) {
		uint32_t a = w->open.at[i];
		struct evidences found = {0};
		struct choice c;

		arena_reset(&scratch);
		w->is_open[a] = false;
		w->tries[a]++;
		find_evidence(w, a, &found, &scratch);
		if (!choose(&w->all->at[a], &found, &c))
			continue;
		add_dating(w, a, &c, &found, out, keep);
		days[w->dated.n] = c.day;
		LIST_ADD(w->arena, &w->dated, a);
	}
	for (size_t i = 0; i < w->dated.n; i++) {
		struct article *a = &w->all->at[w->dated.at[i]];

		a->day = days[i];
		a->published = moment_of_date(date_of_days(days[i]));
		a->inferred = true;
	}
	arena_free(&scratch);
}

static void start(struct worklist *w, struct articles *all, const struct postings *statements)
{
	struct postings postings = {0};

	w->all = all;
	dating_collect(all, statements, &postings, w->arena);
	shared_build(&w->shared, &postings, (uint32_t)all->n, w->arena);
	w->keys = ARENA_ARRAY(w->arena, struct key_days, w->shared.keys);
	for (uint32_t k = 0; k < w->shared.keys; k++)
		w->keys[k].first = NO_DAY;
	w->is_touched = ARENA_ARRAY(w->arena, bool, w->shared.keys);
	w->is_open = ARENA_ARRAY(w->arena, bool, all->n);
	w->tries = ARENA_ARRAY(w->arena, uint8_t, all->n);
	for (uint32_t a = 0; a < all->n; a++)
		if (all->at[a].day != NO_DAY)
			LIST_ADD(w->arena, &w->dated, a);
}

static int by_document(const void *a, const void *b)
{
	return str_cmp(((const struct dating *)a)->document, ((const struct dating *)b)->document);
}

void articles_date(struct articles *all, struct postings *statements, struct datings *out, struct arena *keep)
{
	struct arena own = {0};
	struct worklist w = {.arena = &own};

	start(&w, all, statements);
	while (w.dated.n) {
		w.touched.n = w.open.n = 0;
		for (size_t i = 0; i < w.dated.n; i++)
			touch_keys(&w, w.dated.at[i]);
		for (size_t i = 0; i < w.touched.n; i++)
			open_articles(&w, w.touched.at[i]);
		decide(&w, out, keep);
	}
	if (out->n)
		qsort(out->at, out->n, sizeof *out->at, by_document);
	arena_free(&own);
}
