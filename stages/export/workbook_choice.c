#include "workbook_choice.h"

#include <stdlib.h>

/* A row that may be in: the heap has the one on top that would go first. */
struct candidate {
	uint64_t rank, row;
};

static bool goes_sooner(const struct candidate *a, const struct candidate *b)
{
	return a->rank != b->rank ? a->rank < b->rank : a->row > b->row;
}

static void swap(struct candidate *a, struct candidate *b)
{
	struct candidate t = *a;

	*a = *b;
	*b = t;
}

static void sift_down(struct candidate *heap, size_t n)
{
	for (size_t i = 0, child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && goes_sooner(&heap[child + 1], &heap[child]))
			child++;
		if (!goes_sooner(&heap[child], &heap[i]))
			return;
		swap(&heap[child], &heap[i]);
	}
}

static void sift_up(struct candidate *heap, size_t i)
{
	for (; i && goes_sooner(&heap[i], &heap[(i - 1) / 2]); i = (i - 1) / 2)
		swap(&heap[i], &heap[(i - 1) / 2]);
}

struct heap {
	struct candidate *at;
	size_t n, most;
};

static void offer(struct heap *h, struct candidate c)
{
	if (h->n < h->most) {
		h->at[h->n++] = c;
		sift_up(h->at, h->n - 1);
	} else if (h->most && goes_sooner(&h->at[0], &c)) {
		h->at[0] = c;
		sift_down(h->at, h->n);
	}
}

static int by_row(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return x->row < y->row ? -1 : x->row > y->row;
}

static bool is_disputed(const struct row_notes *notes, uint64_t key)
{
	return key && workbook_map_find(&notes->disputed, key) != WORKBOOK_NOWHERE;
}

static uint64_t rank_of(const struct row_notes *notes, enum released_name which, const struct row_note *row)
{
	if (which == RELEASED_ESTIMATES) {
		uint64_t track = workbook_map_find(&notes->tracks, row->by[0]);

		return track == WORKBOOK_NOWHERE ? 0 : track | row->day;
	}
	return workbook_rank(row->contested || is_disputed(notes, row->by[0]) || is_disputed(notes, row->by[1]),
			     row->day, 0);
}

struct workbook_choice workbook_choose(const struct row_notes *notes, enum released_name which, size_t most,
				       struct arena *arena)
{
	const struct row_note *rows = notes->rows[which].at;
	size_t of = notes->rows[which].n;
	struct heap heap = {.most = most < of ? most : of};
	struct workbook_choice choice = {.of = of};

	heap.at = ARENA_ARRAY(arena, struct candidate, heap.most);
	for (size_t i = 0; i < of; i++)
		offer(&heap, (struct candidate){rank_of(notes, which, &rows[i]), i});
	if (heap.n)
		qsort(heap.at, heap.n, sizeof *heap.at, by_row);
	choice.at = ARENA_ARRAY(arena, uint64_t, heap.n);
	for (; choice.n < heap.n; choice.n++) {
		const struct row_note *row = &rows[heap.at[choice.n].row];

		choice.at[choice.n] = row->at;
		if (row->key)
			workbook_map_add(arena, &choice.rows, row->key, choice.n + 1);
	}
	return choice;
}
