#include "articles.h"

#include <stdlib.h>

#include "base/hash.h"
#include "values/interval.h"

static int by_hash(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void take_sentences(struct article *a, struct strs list, struct arena *keep)
{
	uint32_t n = 0;

	a->sentences = ARENA_ARRAY(keep, uint64_t, list.n);
	for (size_t i = 0; i < list.n; i++) {
		uint64_t hash = wording_parse(list.at[i]);

		if (hash)
			a->sentences[n++] = hash;
	}
	if (n)
		qsort(a->sentences, n, sizeof *a->sentences, by_hash);
	for (uint32_t i = 0; i < n; i++)
		if (i == 0 || a->sentences[i] != a->sentences[a->n_sentences - 1])
			a->sentences[a->n_sentences++] = a->sentences[i];
}

static unsigned take_weekdays(struct str text)
{
	unsigned days = 0;

	while (text.at) {
		struct str day = str_cut(&text, '|');

		if (day.n == 1 && day.at[0] >= '1' && day.at[0] <= '7')
			days |= 1u << (day.at[0] - '0');
	}
	return days;
}

static int32_t take_not_before(struct str text)
{
	struct interval i;
	int32_t day;

	return interval_parse(text, &i, NULL) && interval_first_day(&i, &day) ? day : DATE_DAYS_MIN;
}

/* A month or a year alone dates nothing: such an article is dated like one without. */
static void take_published(struct article *a, struct str text)
{
	a->day = NO_DAY;
	if (moment_parse(text, &a->published, NULL) && a->published.date.grain == DATE_DAY)
		a->day = date_first_day(a->published.date);
	else
		a->published = (struct moment){0};
}

static size_t slot_of(const struct articles *all, struct str id)
{
	size_t i = hash64(id) & (all->slots_n - 1);

	while (all->slots[i] && !str_eq(all->at[all->slots[i] - 1].id, id))
		i = (i + 1) & (all->slots_n - 1);
	return i;
}

static void fill_slots(struct articles *all, struct arena *keep)
{
	size_t need = 64;

	if (!all->recent)
		all->recent = ARENA_NEW(keep, uint32_t);
	while (need < 4 * all->n)
		need *= 2;
	if (need > all->slots_n) {
		all->slots = ARENA_ARRAY(keep, uint32_t, need);
		all->slots_n = need;
	} else {
		memset(all->slots, 0, all->slots_n * sizeof *all->slots);
	}
	for (size_t i = 0; i < all->n; i++)
		all->slots[slot_of(all, all->at[i].id)] = (uint32_t)i + 1;
}

/* Slot of the id; the article that is there has `*found`, else NO_ARTICLE. */
static size_t find_slot(struct articles *all, struct str id, uint32_t *found, struct arena *keep)
{
	if (2 * all->n >= all->slots_n)
		fill_slots(all, keep);
	size_t slot = slot_of(all, id);

	*found = all->slots[slot] - 1;
	return slot;
}

/* Eightfold, for what is left behind stays in the arena, and room that is not used costs nothing. */
static void make_room(struct articles *all, struct arena *keep)
{
	if (all->n < all->room)
		return;
	all->room = all->room ? 8 * all->room : 64;
	all->at = arena_more(keep, all->at, all->n, all->room, sizeof *all->at);
}

uint32_t articles_join(struct articles *all, const struct article *article, struct arena *keep)
{
	struct article a = *article;
	uint32_t number;
	size_t slot = find_slot(all, a.id, &number, keep);

	if (number != NO_ARTICLE)
		return number;
	a.given = a.origin = (uint32_t)all->n;
	make_room(all, keep);
	all->at[all->n++] = a;
	all->slots[slot] = (uint32_t)all->n;
	return a.given;
}

uint32_t articles_add(struct articles *all, const struct outline *o, struct arena *keep)
{
	struct article a = {
		.from = NO_DAY,
		.not_before = take_not_before(o->last_date),
		.weekdays = take_weekdays(o->weekdays),
		.words = o->words == COLUMN_NO_INT ? 0 : o->words,
		.bytes_hash = wording_parse(o->bytes_hash),
		.text_hash = wording_parse(o->text_hash),
	};
	uint32_t number;

	find_slot(all, o->document, &number, keep);
	if (number != NO_ARTICLE)
		return number;
	a.id = str_dup(keep, o->document);
	a.url = str_dup(keep, o->url);
	a.publisher = str_dup(keep, o->publisher);
	a.agency = str_dup(keep, o->agency);
	if (moment_parse(o->published, &a.published, NULL))
		a.from = date_first_day(a.published.date);
	take_published(&a, o->published);
	if (!moment_parse(o->modified, &a.modified, NULL))
		a.modified = (struct moment){0};
	take_sentences(&a, o->sentences, keep);
	a.sketched = outline_sketch_parse(o->sketch, a.sketch);
	return articles_join(all, &a, keep);
}

uint32_t articles_find(const struct articles *all, struct str id)
{
	uint32_t found;

	if (all->n == 0)
		return NO_ARTICLE;
	if (*all->recent < all->n && str_eq(all->at[*all->recent].id, id))
		return *all->recent;
	found = all->slots[slot_of(all, id)] - 1;
	if (found != NO_ARTICLE)
		*all->recent = found;
	return found;
}

bool article_is_wire(const struct article *a)
{
	return a->agency.n && (str_is_empty(a->publisher) || str_eq_fold(a->agency, a->publisher));
}

static int by_origin(const void *pa, const void *pb)
{
	const struct article *a = pa, *b = pb;
	int wire = article_is_wire(b) - article_is_wire(a);

	if ((a->day == NO_DAY) != (b->day == NO_DAY))
		return a->day == NO_DAY ? 1 : -1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (wire)
		return wire;
	int when = moment_cmp(a->published, b->published);

	return when ? when : str_cmp(a->id, b->id);
}

static int by_id(const void *a, const void *b)
{
	return str_cmp((*(const struct article *const *)a)->id, (*(const struct article *const *)b)->id);
}

static void rank(struct articles *all)
{
	struct arena own = {0};
	struct article **sorted = ARENA_ARRAY(&own, struct article *, all->n);

	for (size_t i = 0; i < all->n; i++)
		sorted[i] = &all->at[i];
	if (all->n)
		qsort(sorted, all->n, sizeof *sorted, by_id);
	for (size_t i = 0; i < all->n; i++)
		sorted[i]->rank = (uint32_t)i;
	arena_free(&own);
}

void articles_order(struct articles *all, struct arena *keep)
{
	if (all->n)
		qsort(all->at, all->n, sizeof *all->at, by_origin);
	fill_slots(all, keep);
	rank(all);
	if (!all->now)
		all->now = ARENA_ARRAY(keep, uint32_t, all->n);
	for (size_t i = 0; i < all->n; i++) {
		all->at[i].origin = (uint32_t)i;
		all->now[all->at[i].given] = (uint32_t)i;
	}
}

static void apply(struct article *a, const struct override *o)
{
	struct source_ref publisher = {.id = a->publisher, .name = a->publisher};
	struct override_case c = {.url = a->url, .source = &publisher, .day = a->day};

	if (o->action != OVERRIDE_DROP_DOCUMENT && o->action != OVERRIDE_FIX_DATE)
		return;
	if (!override_fits(o, &c))
		return;
	if (o->action == OVERRIDE_DROP_DOCUMENT)
		a->dropped = true;
	else
		take_published(a, o->value);
	a->redated |= o->action == OVERRIDE_FIX_DATE;
}

void articles_override(struct articles *all, const struct overrides *overrides)
{
	for (size_t k = 0; k < overrides->n; k++)
		for (size_t i = 0; i < all->n; i++)
			apply(&all->at[i], &overrides->at[k]);
}
