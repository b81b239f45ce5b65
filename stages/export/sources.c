#include "sources.h"

#include "base/hash.h"
#include "export.h"
#include "files/sorter.h"

struct sources {
	struct arena *keep;
	struct source_row *at;
	size_t n, room;
	uint32_t *slots; /* [slots_n] number + 1 by the hash of the id; 0: free */
	size_t slots_n;
};

struct sources *sources_open(struct arena *keep)
{
	struct sources *all = ARENA_NEW(keep, struct sources);

	all->keep = keep;
	return all;
}

static size_t slot_of(const struct sources *all, struct str id)
{
	size_t i = hash64(id) & (all->slots_n - 1);

	while (all->slots[i] && !str_eq(all->at[all->slots[i] - 1].id, id))
		i = (i + 1) & (all->slots_n - 1);
	return i;
}

static void grow_slots(struct sources *all)
{
	all->slots_n = all->slots_n ? 2 * all->slots_n : 256;
	all->slots = ARENA_ARRAY(all->keep, uint32_t, all->slots_n);
	for (size_t i = 0; i < all->n; i++)
		all->slots[slot_of(all, all->at[i].id)] = (uint32_t)i + 1;
}

static struct source_row *find(struct sources *all, const struct source_ref *source)
{
	if (2 * (all->n + 1) > all->slots_n)
		grow_slots(all);
	size_t slot = slot_of(all, source->id);

	if (!all->slots[slot]) {
		struct source_row row = {.id = str_dup(all->keep, source->id)};

		LIST_ADD(all->keep, all, row);
		all->slots[slot] = (uint32_t)all->n;
	}
	return &all->at[all->slots[slot] - 1];
}

/* The least of several spellings, so that the order of rows does not matter. */
static void take_least(struct sources *all, struct str *had, struct str text)
{
	if (text.n && (had->n == 0 || str_cmp(text, *had) < 0))
		*had = str_dup(all->keep, text);
}

static struct source_row *count(struct sources *all, const struct source_ref *source, struct str said)
{
	if (source->id.n == 0)
		return NULL;
	struct source_row *row = find(all, source);
	struct str day = str_slice(said, 0, 10);

	take_least(all, &row->name, source->name);
	take_least(all, &row->type, source->type);
	take_least(all, &row->first_said, day);
	if (day.n && str_cmp(day, row->last_said) > 0)
		row->last_said = str_dup(all->keep, day);
	return row;
}

void sources_claim(struct sources *all, const struct source_ref *source, struct str said)
{
	struct source_row *row = count(all, source, said);

	if (row)
		row->claims++;
}

void sources_event(struct sources *all, const struct source_ref *source, struct str said)
{
	struct source_row *row = count(all, source, said);

	if (row)
		row->events++;
}

const struct source_row *sources_all(const struct sources *all, size_t *n)
{
	*n = all->n;
	return all->at;
}

void export_sources(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);
	size_t n;
	const struct source_row *at = sources_all(ex->sources, &n);

	for (size_t i = 0; i < n; i++) {
		export_add(ex, rows, RELEASED_SOURCES, at[i].id, &at[i]);
		arena_reset(&ex->st->scratch);
	}
	export_write(ex, RELEASED_SOURCES, rows);
}
