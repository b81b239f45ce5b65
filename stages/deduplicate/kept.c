#include "kept.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/err.h"
#include "files/outfile.h"
#include "kept_file.h"

/* Rows lie in chunks, each row whole in one; a large row has a chunk of its own. All open
 * chunks together are this large at the most. */
enum { OPEN_BYTES = 8 << 20, CHUNK_LEAST = 4096, CHUNK_MOST = 64 * 1024 };

struct open_chunk {
	char *at;
	size_t n, records;
};

struct kept_writer {
	struct outfile *out;
	struct kept_end end;
	struct open_chunk *open; /* [KEPT_KINDS * buckets] */
	size_t chunk_bytes;
	struct {
		struct kept_chunk *at;
		size_t n, room;
	} chunks;
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

struct kept_writer *kept_begin(const char *path, struct str key, size_t buckets)
{
	struct kept_writer *w = checked(calloc(1, sizeof *w));
	size_t chunk = OPEN_BYTES / (KEPT_KINDS * buckets);

	w->out = outfile_open(path);
	w->end.buckets = (uint32_t)buckets;
	memcpy(w->end.magic, KEPT_MAGIC, sizeof w->end.magic);
	memcpy(w->end.key, key.at, key.n < sizeof w->end.key ? key.n : sizeof w->end.key);
	w->open = checked(calloc(KEPT_KINDS * buckets, sizeof *w->open));
	w->chunk_bytes = chunk < CHUNK_LEAST ? CHUNK_LEAST : chunk > CHUNK_MOST ? CHUNK_MOST : chunk;
	return w;
}

static void add_chunk(struct kept_writer *w, uint32_t slot, struct str bytes, size_t records)
{
	struct kept_chunk chunk = {outfile_size(w->out), bytes.n, slot, (uint32_t)records};

	outfile_write(w->out, bytes);
	LIST_ADD(&w->arena, &w->chunks, chunk);
}

static void flush(struct kept_writer *w, uint32_t slot)
{
	struct open_chunk *open = &w->open[slot];

	if (open->records)
		add_chunk(w, slot, bytes_of(open->at, open->n), open->records);
	open->n = open->records = 0;
}

static void add_large(struct kept_writer *w, uint32_t slot, enum kept_kind kind, const struct packed *row, size_t most)
{
	char *at = checked(malloc(most));

	flush(w, slot);
	add_chunk(w, slot, bytes_of(at, (size_t)(packed_put(kept_tables[kind], row, at) - at)), 1);
	free(at);
}

void kept_add(struct kept_writer *w, enum kept_kind kind, size_t bucket, const struct packed *row)
{
	uint32_t slot = (uint32_t)(KEPT_KINDS * bucket + kind);
	struct open_chunk *open = &w->open[slot];
	size_t most = packed_most(kept_tables[kind], row);

	if (most > w->chunk_bytes) {
		add_large(w, slot, kind, row, most);
		return;
	}
	if (open->n + most > w->chunk_bytes)
		flush(w, slot);
	if (!open->at)
		open->at = checked(malloc(w->chunk_bytes));
	open->n = (size_t)(packed_put(kept_tables[kind], row, open->at + open->n) - open->at);
	open->records++;
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

static int by_slot(const void *pa, const void *pb)
{
	const struct kept_chunk *a = pa, *b = pb;

	if (a->slot != b->slot)
		return a->slot < b->slot ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

void kept_end(struct kept_writer *w)
{
	for (uint32_t slot = 0; slot < KEPT_KINDS * w->end.buckets; slot++) {
		flush(w, slot);
		free(w->open[slot].at);
	}
	if (w->chunks.n)
		qsort(w->chunks.at, w->chunks.n, sizeof *w->chunks.at, by_slot);
	w->end.chunks = section(w, w->chunks.n);
	outfile_write(w->out, bytes_of(w->chunks.at, w->chunks.n * sizeof *w->chunks.at));
	outfile_write(w->out, bytes_of(&w->end, sizeof w->end));
	outfile_close(w->out);
	arena_free(&w->arena);
	free(w->open);
	free(w);
}
