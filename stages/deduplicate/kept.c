#include "kept.h"

#include <stdlib.h>

#include "base/err.h"
#include "files/outfile.h"
#include "kept_file.h"

/* Rows lie in chunks, each row whole in one; a large row has a chunk of its own. An open
 * chunk grows from the least; all together are no larger than OPEN_BYTES. */
enum { OPEN_BYTES = 16 << 20, CHUNK_LEAST = 1024, CHUNK_MOST = 64 * 1024 };

/* A cell that is being filled. */
struct open_slot {
	struct kept_slot slot;
	char *at;
	size_t n, room, records; /* of the open chunk */
	struct {
		struct kept_chunk *at;
		size_t n, room;
	} chunks;
	struct {
		uint32_t *at;
		size_t n, room;
	} articles;
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
	size_t open; /* [bytes] of all open chunks */
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

static struct open_slot *slot_for(struct kept_writer *w, struct cell cell)
{
	if (2 * w->slots.n >= w->found_n)
		find_more(w);
	size_t place = place_of(w, cell);

	if (!w->found[place]) {
		struct open_slot slot = {.slot.cell = cell};

		LIST_ADD(&w->arena, &w->slots, slot);
		w->found[place] = (uint32_t)w->slots.n;
	}
	return &w->slots.at[w->found[place] - 1];
}

static void add_chunk(struct kept_writer *w, struct open_slot *s, struct str bytes, size_t records)
{
	struct kept_chunk chunk = {outfile_size(w->out), bytes.n};

	outfile_write(w->out, bytes);
	LIST_ADD(&w->arena, &s->chunks, chunk);
	s->slot.bytes += bytes.n;
	s->slot.records += (uint32_t)records;
}

static void flush(struct kept_writer *w, struct open_slot *s)
{
	if (s->records)
		add_chunk(w, s, bytes_of(s->at, s->n), s->records);
	w->open -= s->room;
	free(s->at);
	s->at = NULL;
	s->n = s->records = s->room = 0;
}

static void make_room(struct kept_writer *w, struct open_slot *s, size_t most)
{
	size_t room = s->room ? s->room : CHUNK_LEAST;

	if (s->n + most > CHUNK_MOST)
		flush(w, s);
	while (room < s->n + most)
		room *= 2;
	if (w->open + room > OPEN_BYTES)
		for (size_t i = 0; i < w->slots.n; i++)
			flush(w, &w->slots.at[i]);
	w->open += room - s->room;
	s->at = checked(realloc(s->at, room));
	s->room = room;
}

static void add_large(struct kept_writer *w, struct open_slot *s, const struct packed *row, size_t most)
{
	char *at = checked(malloc(most));

	flush(w, s);
	add_chunk(w, s, bytes_of(at, (size_t)(packed_put(kept_table(s->slot.cell), row, at) - at)), 1);
	free(at);
}

static void relate(struct kept_writer *w, struct open_slot *s, uint32_t article)
{
	if (s->articles.n == 0 || s->articles.at[s->articles.n - 1] != article)
		LIST_ADD(&w->arena, &s->articles, article);
}

void kept_relate(struct kept_writer *w, struct cell cell, uint32_t article)
{
	relate(w, slot_for(w, cell), article);
}

void kept_add(struct kept_writer *w, struct cell cell, const struct packed *row)
{
	const struct table *table = kept_table(cell);
	struct open_slot *s = slot_for(w, cell);
	size_t most = packed_most(table, row);

	relate(w, s, row->article);
	if (most > CHUNK_MOST) {
		add_large(w, s, row, most);
		return;
	}
	if (s->n + most > s->room)
		make_room(w, s, most);
	s->n = (size_t)(packed_put(table, row, s->at + s->n) - s->at);
	s->records++;
}

static struct kept_section section(const struct kept_writer *w, size_t n)
{
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

static int by_cell(const void *a, const void *b)
{
	return cell_cmp(((const struct open_slot *)a)->slot.cell, ((const struct open_slot *)b)->slot.cell);
}

/* The cells in their order, each with its chunks and articles in the order in which they came. */
static void write_slots(struct kept_writer *w)
{
	struct kept_end *end = &w->end;

	end->chunks = section(w, 0);
	for (size_t i = 0; i < w->slots.n; i++) {
		struct open_slot *s = &w->slots.at[i];

		s->slot.chunk = end->chunks.n;
		s->slot.chunks = s->chunks.n;
		end->chunks.n += s->chunks.n;
		outfile_write(w->out, bytes_of(s->chunks.at, s->chunks.n * sizeof *s->chunks.at));
	}
	end->related = section(w, 0);
	for (size_t i = 0; i < w->slots.n; i++) {
		struct open_slot *s = &w->slots.at[i];

		s->slot.article = end->related.n;
		s->slot.articles = s->articles.n;
		end->related.n += s->articles.n;
		outfile_write(w->out, bytes_of(s->articles.at, s->articles.n * sizeof *s->articles.at));
	}
	end->slots = section(w, w->slots.n);
	for (size_t i = 0; i < w->slots.n; i++)
		outfile_write(w->out, bytes_of(&w->slots.at[i].slot, sizeof w->slots.at[i].slot));
}

void kept_end(struct kept_writer *w)
{
	for (size_t i = 0; i < w->slots.n; i++)
		flush(w, &w->slots.at[i]);
	if (w->slots.n)
		qsort(w->slots.at, w->slots.n, sizeof *w->slots.at, by_cell);
	write_slots(w);
	outfile_write(w->out, bytes_of(&w->end, sizeof w->end));
	outfile_close(w->out);
	outfile_settle();
	arena_free(&w->arena);
	free(w);
}
