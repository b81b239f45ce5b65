#include "nights.h"

#include "base/hash.h"
#include "kept_file.h"

static uint32_t now(const struct articles *all, uint32_t given)
{
	return given == NO_ARTICLE ? NO_ARTICLE : all->now[given];
}

/* Is a row of the article in that cell, in this night? */
static bool lies(const struct night *night, struct cell cell, const struct articles *all, uint32_t article)
{
	if (article == NO_ARTICLE)
		return false;
	return night->moved || cell.kind == CELL_CLAIMS || !all->at[article].redated;
}

static size_t count(const struct nights *nights, struct cell cell)
{
	size_t records = 0;

	for (size_t i = 0; i < nights->n; i++) {
		const struct kept_slot *slot = kept_slot(nights->at[i].kept, cell);

		records += slot ? slot->records : 0;
	}
	return records;
}

/* Rows of one night. */
static void take(struct held *rows, const struct night *night, struct cell cell, struct str bytes)
{
	for (const char *at = bytes.at, *end = at + bytes.n; at < end; at = packed_next(at)) {
		uint32_t article = now(rows->all, night->given[packed_article(at)]);

		rows->at[rows->n] = at;
		rows->article[rows->n] = article;
		rows->n += lies(night, cell, rows->all, article);
	}
}

/* What the cells before took is given back now and then: together they are much. */
static void rest(struct nights *nights)
{
	enum { MOST_BYTES = 8 << 20 };

	if (nights->looked_at < MOST_BYTES)
		return;
	for (size_t i = 0; i < nights->n; i++)
		kept_rest(nights->at[i].kept);
	nights->looked_at = 0;
}

struct held nights_gather(struct nights *nights, struct cell cell, const struct articles *all, struct arena *arena)
{
	size_t records = count(nights, cell);
	struct held rows = {.at = arena_more(arena, NULL, 0, records + 1, sizeof *rows.at),
			    .article = arena_more(arena, NULL, 0, records + 1, sizeof *rows.article),
			    .all = all};

	rest(nights);
	for (size_t i = 0; i < nights->n; i++) {
		const struct night *night = &nights->at[i];
		const struct kept_slot *slot = kept_slot(night->kept, cell);

		for (size_t k = 0; slot && k < slot->chunks; k++)
			take(&rows, night, cell, kept_rows(night->kept, slot, k));
		nights->looked_at += slot ? slot->bytes : 0;
	}
	return rows;
}

void nights_statements(const struct nights *nights, const struct articles *all, struct postings *to, struct arena *keep)
{
	for (size_t i = 0; i < nights->n; i++) {
		size_t before = to->n;

		kept_statements(nights->at[i].kept, nights->at[i].given, to, keep);
		for (size_t k = before; k < to->n; k++)
			to->at[k].article = now(all, to->at[k].article);
	}
}

static uint64_t mix(uint64_t a, uint64_t b)
{
	return hash64_seed((struct str){(const char *)&a, sizeof a}, b);
}

/* Of each article what its rows are merged by: where they are kept, its date and its origin. */
static uint64_t *states_of(const struct nights *nights, const struct articles *all, struct arena *arena)
{
	uint64_t *states = ARENA_ARRAY(arena, uint64_t, all->n);

	for (size_t i = 0; i < nights->n; i++) {
		const struct night *night = &nights->at[i];
		uint64_t key = hash64(kept_key(night->kept));

		for (size_t k = 0; !night->moved && k < night->articles; k++)
			if (night->given[k] != NO_ARTICLE)
				states[now(all, night->given[k])] += mix(key, k);
	}
	for (size_t i = 0; i < all->n; i++) {
		const struct article *a = &all->at[i], *origin = &all->at[a->origin];
		const int32_t facts[] = {a->day,
					 a->published.clock,
					 a->published.hour,
					 a->published.minute,
					 a->published.second,
					 a->published.zone,
					 a->inferred,
					 a->dropped,
					 a->redated,
					 origin->day};

		states[i] = hash64_seed((struct str){(const char *)facts, sizeof facts}, states[i]);
		states[i] = hash64_seed(a->id, hash64_seed(origin->id, states[i]));
	}
	return states;
}

static struct cell_state *state_of(struct cell_states *all, struct cell cell, struct arena *keep)
{
	size_t low = 0, high = all->n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (cell_cmp(all->at[middle].cell, cell) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == all->n || cell_cmp(all->at[low].cell, cell) != 0) {
		struct cell_state fresh = {cell, 0};

		LIST_ADD(keep, all, fresh);
		memmove(all->at + low + 1, all->at + low, (all->n - 1 - low) * sizeof *all->at);
		all->at[low] = fresh;
	}
	return &all->at[low];
}

static void add_slot(const struct night *night, const struct kept_slot *slot, const struct articles *all,
		     const uint64_t *states, struct cell_states *out, struct arena *keep)
{
	const uint32_t *articles = kept_slot_articles(night->kept, slot);
	uint64_t sum = 0;
	bool any = false;

	for (uint64_t i = 0; i < slot->articles; i++) {
		uint32_t article = now(all, night->given[articles[i]]);

		if (!lies(night, slot->cell, all, article))
			continue;
		any = true;
		sum += mix(states[article], 1);
	}
	if (any)
		state_of(out, slot->cell, keep)->state += sum;
}

void nights_cells(struct nights *nights, const struct articles *all, struct cell_states *out, struct arena *keep)
{
	size_t n;

	nights->states = states_of(nights, all, keep);

	for (size_t i = 0; i < nights->n; i++) {
		const struct kept_slot *slots = kept_slots(nights->at[i].kept, &n);

		for (size_t k = 0; k < n; k++)
			if (slots[k].cell.number != CELL_OPEN)
				add_slot(&nights->at[i], &slots[k], all, nights->states, out, keep);
	}
}

void nights_close(struct nights *nights)
{
	for (size_t i = 0; i < nights->n; i++)
		kept_close(nights->at[i].kept);
}

uint64_t hash_of_place(const struct place_ref *place)
{
	/* what lies in a story only has no place of its own */
	return hash64(place->id.n ? place->parent_id : STR_NULL);
}
