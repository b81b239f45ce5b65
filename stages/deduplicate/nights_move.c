#include <unistd.h>

#include "base/hash.h"
#include "kept_file.h"
#include "nights.h"
#include "record.h"

struct moving {
	const struct articles *all;
	struct kept_writer *to;
	size_t buckets;
	struct arena scratch;
};

static struct cell cell_of_event(struct moving *m, const struct event *event, const struct article *a)
{
	struct event dated = *event;

	record_date_event(&dated, a, &m->scratch);
	return cell_of_day(CELL_EVENTS, event_day(&dated), hash_of_place(&event->place), m->buckets);
}

static void move_row(struct moving *m, const struct night *night, const struct kept_slot *slot, const char *at,
		     void *record)
{
	uint32_t given = night->given[packed_article(at)];
	const struct article *a = given == NO_ARTICLE ? NULL : &m->all->at[m->all->now[given]];
	struct packed row;

	if (!a || (slot->cell.number != CELL_OPEN && !a->redated))
		return;
	arena_reset(&m->scratch);
	packed_take(kept_table(slot->cell), at, &row, record, &m->scratch);
	row.article = given;
	kept_add(m->to,
		 slot->cell.kind == CELL_EVENTS ? cell_of_event(m, record, a)
						: cell_of_day(CELL_PLAIN, a->day, hash64(a->id), m->buckets),
		 &row);
}

static void move_rows(struct moving *m, const struct night *night, const struct kept_slot *slot)
{
	union {
		struct claim claim;
		struct event event;
	} record;

	for (size_t i = 0; i < slot->chunks; i++) {
		struct str rows = kept_rows(night->kept, slot, i);

		for (const char *at = rows.at; at < rows.at + rows.n; at = packed_next(at))
			move_row(m, night, slot, at, &record);
	}
}

static bool has_redated(const struct night *night, const struct kept_slot *slot, const struct articles *all)
{
	const uint32_t *articles = kept_slot_articles(night->kept, slot);

	for (uint64_t i = 0; i < slot->articles; i++) {
		uint32_t given = night->given[articles[i]];

		if (given != NO_ARTICLE && all->at[all->now[given]].redated)
			return true;
	}
	return false;
}

static bool any_redated(const struct articles *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].redated)
			return true;
	return false;
}

void nights_move(struct nights *nights, const struct articles *all, size_t buckets, const char *path,
		 struct arena *keep)
{
	static const char key[] = "rows in the cells of their dates";
	const struct str moved = {key, 32};
	struct moving m = {.all = all, .to = kept_begin(path, moved, true), .buckets = buckets};
	struct night night = {.moved = true, .given = ARENA_ARRAY(keep, uint32_t, all->n), .articles = all->n};
	bool redated = any_redated(all);
	size_t n;

	for (size_t i = 0; i < nights->n; i++) {
		const struct kept_slot *slots = kept_slots(nights->at[i].kept, &n);

		for (size_t k = 0; k < n; k++)
			if (slots[k].cell.kind != CELL_CLAIMS &&
			    (slots[k].cell.number == CELL_OPEN ||
			     (redated && has_redated(&nights->at[i], &slots[k], all))))
				move_rows(&m, &nights->at[i], &slots[k]);
	}
	kept_end(m.to);
	arena_free(&m.scratch);
	for (size_t i = 0; i < all->n; i++)
		night.given[i] = (uint32_t)i;
	night.kept = kept_open(path, moved);
	if (!night.kept)
		die(EXIT_OUTPUT, "%s is gone while it was read", path);
	unlink(path);
	LIST_ADD(keep, nights, night);
}
