#include "spill.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/err.h"
#include "files/folder.h"
#include "packed.h"

/* Rows lie in chunks, each row whole in one; a large row has a chunk of its own. */
enum { CHUNK_BYTES = 64 * 1024 - 64 };

struct chunk {
	struct chunk *next;
	size_t n, room; /* [bytes] */
	char at[];
};

struct bucket {
	struct chunk *first, *last;
	size_t filed; /* [bytes] in its file, before those in memory */
	size_t records;
};

struct spill {
	const struct table *table;
	const char *folder;
	struct bucket *buckets;
	struct chunk *taken;   /* what spill_take gave last */
	size_t n, held, limit; /* held [bytes] in memory, all buckets */
};

static void *checked(void *memory)
{
	if (!memory)
		die(EXIT_INTERNAL, "out of memory sorting records into buckets");
	return memory;
}

struct spill *spill_open(const struct table *table, size_t buckets, const char *folder, size_t limit)
{
	struct spill *s = checked(calloc(1, sizeof *s));

	*s = (struct spill){.table = table, .folder = folder, .n = buckets, .limit = limit};
	s->buckets = checked(calloc(buckets, sizeof *s->buckets));
	return s;
}

static void free_chunks(struct chunk *chunk)
{
	for (struct chunk *next; chunk; chunk = next) {
		next = chunk->next;
		free(chunk);
	}
}

static struct chunk *chunk_new(size_t room)
{
	struct chunk *chunk = checked(malloc(sizeof *chunk + room));

	*chunk = (struct chunk){.room = room};
	return chunk;
}

/* The chunk in which n bytes find room. */
static struct chunk *chunk_for(struct bucket *b, size_t n)
{
	struct chunk *chunk = b->last;

	if (chunk && chunk->room - chunk->n >= n)
		return chunk;
	chunk = chunk_new(n > CHUNK_BYTES ? n : CHUNK_BYTES);
	if (b->last)
		b->last->next = chunk;
	else
		b->first = chunk;
	b->last = chunk;
	return chunk;
}

static const char *file_name(const struct spill *s, size_t bucket, char path[PATH_MAX])
{
	snprintf(path, PATH_MAX, "%s/.spill-%s-%zu", s->folder, s->table->name, bucket);
	return path;
}

static _Noreturn void fail(const char *path)
{
	die(EXIT_OUTPUT, "cannot keep records in %s: %s; free space there or give another output folder", path,
	    strerror(errno));
}

static void move_to_file(const struct spill *s, size_t bucket)
{
	char path[PATH_MAX];
	struct bucket *b = &s->buckets[bucket];

	folder_make(s->folder);
	FILE *file = fopen(file_name(s, bucket, path), b->filed ? "ab" : "wb");

	for (const struct chunk *c = b->first; file && c; c = c->next) {
		if (fwrite(c->at, 1, c->n, file) != c->n)
			fail(path);
		b->filed += c->n;
	}
	if (!file || fclose(file) != 0)
		fail(path);
	free_chunks(b->first);
	b->first = b->last = NULL;
}

static void make_room(struct spill *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->buckets[i].first)
			move_to_file(s, i);
	s->held = 0;
}

void spill_add(struct spill *s, size_t bucket, const void *record, uint32_t article, struct str line)
{
	struct bucket *b = &s->buckets[bucket];
	struct packed row = {record, article, line};
	struct chunk *chunk = chunk_for(b, packed_most(s->table, &row));
	size_t before = chunk->n;

	chunk->n = (size_t)(packed_put(s->table, &row, chunk->at + chunk->n) - chunk->at);
	b->records++;
	s->held += chunk->n - before;
	if (s->held > s->limit)
		make_room(s);
}

/* What was moved to a file comes back as one chunk before those in memory. */
static void read_back(struct spill *s, size_t bucket)
{
	struct bucket *b = &s->buckets[bucket];
	char path[PATH_MAX];
	struct chunk *chunk = chunk_new(b->filed);
	FILE *file = fopen(file_name(s, bucket, path), "rb");

	if (!file || fread(chunk->at, 1, b->filed, file) != b->filed)
		fail(path);
	fclose(file);
	unlink(path);
	chunk->n = b->filed;
	chunk->next = b->first;
	b->first = chunk;
}

size_t spill_count(const struct spill *s, size_t bucket)
{
	return s->buckets[bucket].records;
}

void spill_done(struct spill *s)
{
	free_chunks(s->taken);
	s->taken = NULL;
}

struct spilled spill_take(struct spill *s, size_t bucket, struct arena *arena)
{
	struct bucket *b = &s->buckets[bucket];
	struct spilled out = {.article = ARENA_ARRAY(arena, uint32_t, b->records),
			      .line = ARENA_ARRAY(arena, struct str, b->records)};
	char *record = out.at = arena_more(arena, NULL, 0, b->records, s->table->size);

	if (b->filed)
		read_back(s, bucket);
	spill_done(s);
	s->taken = b->first;
	for (const struct chunk *c = b->first; c; c = c->next)
		for (const char *at = c->at; at < c->at + c->n; record += s->table->size) {
			struct packed row = {.record = record};

			at = packed_take(s->table, at, &row, record, arena);
			out.article[out.n] = row.article;
			out.line[out.n++] = row.line;
		}
	*b = (struct bucket){0};
	return out;
}

void spill_close(struct spill *s)
{
	char path[PATH_MAX];

	for (size_t i = 0; i < s->n; i++) {
		if (s->buckets[i].filed)
			unlink(file_name(s, i, path));
		free_chunks(s->buckets[i].first);
	}
	spill_done(s);
	free(s->buckets);
	free(s);
}
