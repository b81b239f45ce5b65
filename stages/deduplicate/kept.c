#include "kept.h"

#include <stdlib.h>

#include "base/err.h"
#include "files/outfile.h"
#include "kept_file.h"

/* Rows are taken in as they come; once they are ROWS_BYTES they are written, those of a cell behind each
 * other: its chunk. What is taken in next goes to the same memory. */
enum { ROWS_BYTES = 16 << 20 };

/* A cell. */
struct open_slot {
	struct kept_slot slot;
	size_t rows, first; /* of those taken in: how many, and where the next of them goes when they are sorted */
	struct {
		struct kept_chunk *at;
		size_t n, room;
	} chunks;
	struct {
		uint32_t *at;
		size_t n, room;
	} articles;
};

/* A row that was taken in. */
struct taken {
	uint32_t slot, at; /* at [bytes] */
};

struct kept_writer {
	struct outfile *out;
	struct kept_end end;
	struct {
		struct open_slot *at;
		size_t n, room;
	} slots;
	uint32_t *found; /* [found_n] slot + 1 by the hash of its cell; 0: free */
	size_t found_n;
	char *rows; /* [ROWS_BYTES], of which used are */
	size_t used;
	struct {
		struct taken *at;
		size_t n, room;
	} taken;
	struct arena arena;
};

static void *checked(void *memory)
{
	if (!memory)
		die(EXIT_INTERNAL, "out of memory keeping records");
	return memory;
}

static struct str bytes_of(const void *at, size_t n)
{
	return (struct str){at, n};
}

struct kept_writer *kept_begin(const char *path, struct str key, bool passing)
{
	struct kept_writer *w = checked(calloc(1, sizeof *w));

	w->rows = checked(malloc(ROWS_BYTES));
	w->out = outfile_open(path);
	if (passing)
		outfile_spare_sync(w->out);
	memcpy(w->end.magic, KEPT_MAGIC, sizeof w->end.magic);
	memcpy(w->end.key, key.at, key.n < sizeof w->end.key ? key.n : sizeof w->end.key);
	return w;
}

static size_t place_of(const struct kept_writer *w, struct cell cell)
{
	size_t i = ((uint32_t)cell.number * 2654435761u + (uint32_t)cell.kind) & (w->found_n - 1);

	while (w->found[i] && cell_cmp(w->slots.at[w->found[i] - 1].slot.cell, cell) != 0)
		i = (i + 1) & (w->found_n - 1);
	return i;
}

static void find_more(struct kept_writer *w)
{
	w->found_n = w->found_n ? 2 * w->found_n : 256;
	w->found = ARENA_ARRAY(&w->arena, uint32_t, w->found_n);
	for (size_t i = 0; i < w->slots.n; i++)
		w->found[place_of(w, w->slots.at[i].slot.cell)] = (uint32_t)i + 1;
}

static uint32_t slot_for(struct kept_writer *w, struct cell cell)
{
	if (2 * w->slots.n >= w->found_n)
		find_more(w);
	size_t place = place_of(w, cell);

	if (!w->found[place]) {
		struct open_slot slot = {.slot.cell = cell};

		LIST_ADD(&w->arena, &w->slots, slot);
		w->found[place] = (uint32_t)w->slots.n;
	}
	return w->found[place] - 1;
}

static int by_cell(const void *a, const void *b)
{
	return cell_cmp((*(struct open_slot *const *)a)->slot.cell, (*(struct open_slot *const *)b)->slot.cell);
}

static struct open_slot **in_order(struct kept_writer *w, struct arena *arena)
{
	struct open_slot **slots = ARENA_ARRAY(arena, struct open_slot *, w->slots.n);

	for (size_t i = 0; i < w->slots.n; i++)
		slots[i] = &w->slots.at[i];
	if (w->slots.n)
		qsort(slots, w->slots.n, sizeof *slots, by_cell);
	return slots;
}

static size_t row_bytes(const char *at)
{
	return (size_t)(packed_next(at) - at);
}

static void write_chunk(struct kept_writer *w, struct open_slot *s, const char *const *rows, size_t n)
{
	struct kept_chunk chunk = {.at = outfile_size(w->out)};

	for (size_t i = 0; i < n; i++)
		outfile_write(w->out, bytes_of(rows[i], row_bytes(rows[i])));
	chunk.bytes = outfile_size(w->out) - chunk.at;
	LIST_ADD(&w->arena, &s->chunks, chunk);
	s->slot.bytes += chunk.bytes;
	s->slot.records += (uint32_t)n;
	s->rows = 0;
}

/* The rows that were taken in, cell by cell. */
static void flush(struct kept_writer *w)
{
	struct arena own = {0};
	const char **rows = ARENA_ARRAY(&own, const char *, w->taken.n);
	struct open_slot **slots = in_order(w, &own);
	size_t first = 0;

	for (size_t i = 0; i < w->slots.n; first += slots[i++]->rows)
		slots[i]->first = first;
	for (size_t i = 0; i < w->taken.n; i++)
		rows[w->slots.at[w->taken.at[i].slot].first++] = w->rows + w->taken.at[i].at;
	for (size_t i = 0; i < w->slots.n; i++) {
		size_t n = slots[i]->rows;

		if (n)
			write_chunk(w, slots[i], rows + slots[i]->first - n, n);
	}
	w->used = w->taken.n = 0;
	arena_free(&own);
}

/* One that is larger than all that is taken in. */
static void write_large(struct kept_writer *w, struct open_slot *s, const struct packed *row)
{
	const struct table *table = kept_table(s->slot.cell);
	size_t most = packed_most(table, row);
	char *at = checked(malloc(most));
	const char *rows = at;

	packed_put(table, row, at, most);
	write_chunk(w, s, &rows, 1);
	free(at);
}

static void relate(struct kept_writer *w, struct open_slot *s, uint32_t article)
{
	if (s->articles.n == 0 || s->articles.at[s->articles.n - 1] != article)
		LIST_ADD(&w->arena, &s->articles, article);
}

void kept_relate(struct kept_writer *w, struct cell cell, uint32_t article)
{
	relate(w, &w->slots.at[slot_for(w, cell)], article);
}

static char *put(struct kept_writer *w, struct cell cell, const struct packed *row)
{
	return packed_put(kept_table(cell), row, w->rows + w->used, ROWS_BYTES - w->used);
}

void kept_add(struct kept_writer *w, struct cell cell, const struct packed *row)
{
	struct taken taken = {.slot = slot_for(w, cell)};
	struct open_slot *s = &w->slots.at[taken.slot];
	char *end = put(w, cell, row);

	relate(w, s, row->article);
	if (!end) {
		flush(w);
		end = put(w, cell, row);
	}
	if (!end) {
		write_large(w, s, row);
		return;
	}
	taken.at = (uint32_t)w->used;
	LIST_ADD(&w->arena, &w->taken, taken);
	s->rows++;
	w->used = (size_t)(end - w->rows);
}

/* What follows is no rows: those that wait go first. */
static struct kept_section section(struct kept_writer *w, size_t n)
{
	static const char nothing[KEPT_ALIGN];

	flush(w);
	outfile_write(w->out, bytes_of(nothing, kept_padding(outfile_size(w->out))));
	return (struct kept_section){outfile_size(w->out), n, 0};
}

void kept_add_statements(struct kept_writer *w, const struct postings *statements)
{
	w->end.statements = section(w, statements->n);
	outfile_write(w->out, bytes_of(statements->at, statements->n * sizeof *statements->at));
}

/* First the structs, then what they point to, in the same order: of each its sentences and texts. */
void kept_add_articles(struct kept_writer *w, const struct article *at, size_t n)
{
	w->end.articles = section(w, n);
	for (size_t i = 0; i < n; i++) {
		struct article a = at[i];

		a.id.at = a.url.at = a.publisher.at = a.agency.at = NULL;
		a.sentences = NULL;
		outfile_write(w->out, bytes_of(&a, sizeof a));
	}
	w->end.texts = section(w, n);
	for (size_t i = 0; i < n; i++) {
		const struct article *a = &at[i];
		struct str texts[] = {a->id, a->url, a->publisher, a->agency};
		size_t sum = 0;

		outfile_write(w->out, bytes_of(a->sentences, a->n_sentences * sizeof *a->sentences));
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++, sum += texts[k - 1].n)
			outfile_write(w->out, texts[k]);
		outfile_write(w->out, bytes_of("\0\0\0\0\0\0\0", kept_padding(sum)));
	}
	w->end.texts.bytes = outfile_size(w->out) - w->end.texts.at;
}

/* The cells in their order, each with its chunks and articles in the order in which they came. */
static void write_slots(struct kept_writer *w)
{
	struct kept_end *end = &w->end;
	struct open_slot **slots = in_order(w, &w->arena);

	end->chunks = section(w, 0);
	for (size_t i = 0; i < w->slots.n; i++) {
		struct open_slot *s = slots[i];

		s->slot.chunk = end->chunks.n;
		s->slot.chunks = s->chunks.n;
		end->chunks.n += s->chunks.n;
		outfile_write(w->out, bytes_of(s->chunks.at, s->chunks.n * sizeof *s->chunks.at));
	}
	end->related = section(w, 0);
	for (size_t i = 0; i < w->slots.n; i++) {
		struct open_slot *s = slots[i];

		s->slot.article = end->related.n;
		s->slot.articles = s->articles.n;
		end->related.n += s->articles.n;
		outfile_write(w->out, bytes_of(s->articles.at, s->articles.n * sizeof *s->articles.at));
	}
	end->slots = section(w, w->slots.n);
	for (size_t i = 0; i < w->slots.n; i++)
		outfile_write(w->out, bytes_of(&slots[i]->slot, sizeof slots[i]->slot));
}

void kept_end(struct kept_writer *w)
{
	write_slots(w);
	section(w, 0);
	outfile_write(w->out, bytes_of(&w->end, sizeof w->end));
	outfile_close(w->out);
	outfile_settle();
	arena_free(&w->arena);
	free(w->rows);
	free(w);
}
