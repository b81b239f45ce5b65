#include "overtaken.h"

#include <stdlib.h>

static int by_day(const void *pa, const void *pb)
{
	const struct overtaker *a = pa, *b = pb;

	if (a->said != b->said)
		return a->said < b->said ? -1 : 1;
	return decimal_cmp(a->least, b->least);
}

static int by_number(const void *pa, const void *pb)
{
	const struct overtaker *a = pa, *b = pb;
	int c = decimal_cmp(a->least, b->least);

	return c ? c : (a->said > b->said) - (a->said < b->said);
}

/* The numbers as they are told, before each is that of later days, too. */
static struct overtaker *numbers_of(const struct overtakers *o, struct arena *arena)
{
	struct overtaker *at = ARENA_ARRAY(arena, struct overtaker, o->n);

	if (o->n) {
		memcpy(at, o->at, o->n * sizeof *at);
		qsort(at, o->n, sizeof *at, by_number);
	}
	return at;
}

struct overtakers overtakers_of(const struct current *c, struct arena *arena)
{
	struct overtakers o = {.at = ARENA_ARRAY(arena, struct overtaker, c->n), .newest = NO_DAY};

	for (size_t i = 0; i < c->n; i++) {
		const struct statement *s = c->at[i].s;

		o.newest = s->said > o.newest ? s->said : o.newest;
		if (!s->vague)
			o.at[o.n++] = (struct overtaker){s->said, s->least};
	}
	if (o.n)
		qsort(o.at, o.n, sizeof *o.at, by_day);
	o.numbers = numbers_of(&o, arena);
	for (size_t i = o.n; i-- > 1;)
		o.at[i - 1].least = decimal_max(o.at[i - 1].least, o.at[i].least);
	o.greatest = o.n ? o.at[0].least : DECIMAL_NULL;
	return o;
}

/* The greatest number stated after that day; null: none. */
static struct decimal greatest_after(int32_t day, const struct overtakers *later)
{
	size_t low = 0, high = later->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (later->at[mid].said > day)
			high = mid;
		else
			low = mid + 1;
	}
	return low < later->n ? later->at[low].least : DECIMAL_NULL;
}

/* The day on which the number was stated first, of what stands. */
static int32_t first_told(const struct statement *s, const struct overtakers *all)
{
	size_t low = 0, high = all->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (decimal_cmp(all->numbers[mid].least, s->least) >= 0)
			high = mid;
		else
			low = mid + 1;
	}
	return low < all->n && decimal_eq(all->numbers[low].least, s->least) ? all->numbers[low].said : s->said;
}

bool overtaken_by_number(const struct statement *s, const struct overtakers *later, const struct conf *conf)
{
	long window = s->press ? 0 : conf->total_window_days; /* a publication holds no number */
	int32_t said = s->press && !s->vague ? first_told(s, later) : s->said;
	struct decimal greatest = greatest_after(said, later);

	if (!greatest.known || decimal_cmp(greatest, s->most) <= 0)
		return false;
	if (later->newest - said > window)
		return true;
	return decimal_cmp(greatest, decimal_mul(s->most, decimal_make(100 + conf->tolerance_percent, 2))) <= 0;
}

void went_on_add(struct went_on *steps, const struct statement *from, const struct statement *to)
{
	enum { MOST = 64 }; /* on one day, in an episode with thousands of reports */

	if (!from->vague && !to->vague && steps->n < MOST)
		LIST_ADD(steps->arena, steps, ((struct step){from, to}));
}

static bool is_left_behind(const struct statement *s, const struct step *step, bool stock)
{
	bool earlier = s->said < step->to->said || (s->press && s->said == step->to->said);

	return earlier && !str_eq(s->organisation, step->to->organisation) && statement_overlaps(s, step->from) &&
	       !statement_overlaps(s, step->to) && (stock || s->press || decimal_cmp(s->most, step->to->least) < 0);
}

bool overtaken_by_step(const struct statement *s, const struct went_on *steps, bool stock)
{
	for (size_t i = 0; i < steps->n && !s->vague; i++)
		if (is_left_behind(s, &steps->at[i], stock))
			return true;
	return false;
}
