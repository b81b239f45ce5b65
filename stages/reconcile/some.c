#include "some.h"

#include <stdlib.h>

static int by_id(const void *pa, const void *pb)
{
	return str_cmp((*(const struct statement *const *)pa)->a->id, (*(const struct statement *const *)pb)->a->id);
}

static int id_against(const void *id, const void *statement)
{
	return str_cmp(*(const struct str *)id, (*(const struct statement *const *)statement)->a->id);
}

static const struct statement **index_by_id(const struct statements *all, struct arena *arena)
{
	const struct statement **index = ARENA_ARRAY(arena, const struct statement *, all->n);

	for (size_t i = 0; i < all->n; i++)
		index[i] = &all->at[i];
	qsort(index, all->n, sizeof *index, by_id);
	return index;
}

static bool any_part(const struct statements *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].a->part_of.n)
			return true;
	return false;
}

void some_drop_parts(struct statements *all, struct arena *arena)
{
	struct statements kept = {0};

	if (!any_part(all))
		return;
	const struct statement **index = index_by_id(all, arena);

	kept.at = ARENA_ARRAY(arena, struct statement, all->n);
	for (size_t i = 0; i < all->n; i++) {
		struct str part_of = all->at[i].a->part_of;
		const struct statement *const *whole =
			part_of.n ? bsearch(&part_of, index, all->n, sizeof *index, id_against) : NULL;

		if (!whole || statement_cmp_quantity(*whole, &all->at[i]) != 0)
			kept.at[kept.n++] = all->at[i];
	}
	*all = kept;
}

/* Crowds are disputed by any factor; who says that there was nobody disputes any number. */
static bool may_be_some(const struct statement *s, struct decimal greatest)
{
	return !s->vague && s->most.digits > 0 && greatest.known && !str_is(s->a->measure, "participated");
}

bool some_is_share(const struct statement *s, struct decimal greatest)
{
	enum { PRESS_TIMES = 20, TIMES = 100 };
	struct decimal times = decimal_of(s->press ? PRESS_TIMES : TIMES);

	return may_be_some(s, greatest) && decimal_cmp(decimal_mul(s->most, times), greatest) <= 0;
}

bool some_is_single(const struct statement *s, struct decimal greatest)
{
	return may_be_some(s, greatest) && s->a->qualifier == QUALIFIER_EXACT && decimal_eq(s->most, decimal_of(1)) &&
	       decimal_cmp(greatest, s->most) > 0;
}
