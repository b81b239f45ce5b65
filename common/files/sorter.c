#include "files/sorter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/err.h"
#include "base/plain.h"

/* Comparing begins with the head: most keys part there, and need not be fetched. */
struct row {
	uint64_t head[2]; /* the first 16 bytes of the key as numbers, NULs behind a shorter one */
	struct str key, row;
};

enum { RUN_BYTES = 64 * 1024 };

/* A sorted run in a temporary file, or what is still in memory (file NULL); `head` is its next row. */
struct run {
	FILE *file;
	char *buffer; /* [RUN_BYTES] of the file: its own are a page, and the system is called for each */
	struct row head;
	char *at; /* [room] bytes of head, read from the file */
	size_t room;
};

struct sorter {
	const char *folder;
	size_t memory, used;
	struct arena arena;
	struct {
		struct row *at; /* malloc */
		size_t n, room;
	} rows;
	struct {
		struct run *at; /* malloc; a heap by head once reading began */
		size_t n, room;
	} runs;
	size_t next; /* of the rows in memory */
	bool reading;
	struct run last; /* what was given last from a file */
};

static int by_key(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	for (size_t i = 0; i < 2; i++)
		if (x->head[i] != y->head[i])
			return x->head[i] < y->head[i] ? -1 : 1;
	size_t n = x->key.n < y->key.n ? x->key.n : y->key.n;
	int order = n ? memcmp(x->key.at, y->key.at, n) : 0;

	if (order || x->key.n != y->key.n)
		return order ? order : x->key.n < y->key.n ? -1 : 1;
	return str_cmp(x->row, y->row);
}

struct sorter *sorter_open(const char *folder, size_t memory)
{
	struct sorter *s = calloc(1, sizeof *s);

	if (!s)
		die(EXIT_INTERNAL, "out of memory");
	s->folder = folder;
	s->memory = memory;
	return s;
}

static void *grown(void *at, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return at;
	*room = *room ? 2 * *room : 64;
	at = realloc(at, *room * size);
	if (!at)
		die(EXIT_INTERNAL, "out of memory");
	return at;
}

static _Noreturn void cannot(const struct sorter *s, const char *what)
{
	die(EXIT_OUTPUT, "cannot %s a temporary file in %s: %s; free some space there", what, s->folder,
	    strerror(errno));
}

static FILE *nameless(const struct sorter *s)
{
	struct arena scratch = {0};
	struct str path = str_printf(&scratch, "%s/.sort-XXXXXX", s->folder);
	int fd = mkostemp((char *)path.at, O_CLOEXEC);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w+");

	if (!file)
		cannot(s, "make");
	unlink(path.at);
	arena_free(&scratch);
	return file;
}

static void sort_rows(struct sorter *s)
{
	if (s->rows.n)
		qsort(s->rows.at, s->rows.n, sizeof *s->rows.at, by_key);
}

static void add_run(struct sorter *s, struct run run)
{
	s->runs.at = grown(s->runs.at, s->runs.n, &s->runs.room, sizeof *s->runs.at);
	s->runs.at[s->runs.n++] = run;
}

static void spill(struct sorter *s)
{
	struct run run = {.file = nameless(s), .buffer = malloc(RUN_BYTES)};

	if (!run.buffer)
		die(EXIT_INTERNAL, "out of memory");
	setvbuf(run.file, run.buffer, _IOFBF, RUN_BYTES);
	sort_rows(s);
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct row *r = &s->rows.at[i];
		uint64_t sizes[] = {r->key.n, r->row.n};

		fwrite(sizes, sizeof sizes, 1, run.file);
		fwrite(r->key.at, 1, r->key.n, run.file);
		fwrite(r->row.at, 1, r->row.n, run.file);
	}
	if (fflush(run.file) != 0 || ferror(run.file))
		cannot(s, "write");
	rewind(run.file);
	add_run(s, run);
	s->rows.n = s->used = 0;
	arena_reset(&s->arena);
}

/* Eight bytes, the first highest: numbers that order as the bytes do. */
static uint64_t number_of(const char *at)
{
	return __builtin_bswap64(plain_load(at));
}

static struct row row_of(struct str key, struct str row)
{
	char head[16] = {0};

	if (key.n)
		memcpy(head, key.at, key.n < sizeof head ? key.n : sizeof head);
	return (struct row){{number_of(head), number_of(head + 8)}, key, row};
}

/* Spills before, not after: the row just promised is still to be written. */
char *sorter_room(struct sorter *s, struct str key, size_t n)
{
	if (s->used > s->memory)
		spill(s);
	char *at = arena_text(&s->arena, key.n + n + 1);

	if (key.n)
		memcpy(at, key.at, key.n);
	s->rows.at = grown(s->rows.at, s->rows.n, &s->rows.room, sizeof *s->rows.at);
	s->rows.at[s->rows.n] = row_of((struct str){at, key.n}, (struct str){at + key.n, n});
	s->used += key.n + n + sizeof *s->rows.at;
	s->rows.n++;
	return at + key.n;
}

void sorter_add(struct sorter *s, struct str key, struct str row)
{
	char *at = sorter_room(s, key, row.n);

	if (row.n)
		memcpy(at, row.at, row.n);
}

/* Read the run's next row into its head; false at its end. */
static bool advance(struct sorter *s, struct run *run)
{
	uint64_t sizes[2];

	if (!run->file) {
		if (s->next < s->rows.n)
			run->head = s->rows.at[s->next];
		return s->next++ < s->rows.n;
	}
	if (fread(sizes, sizeof sizes, 1, run->file) != 1) {
		if (ferror(run->file))
			cannot(s, "read");
		return false;
	}
	if (sizes[0] + sizes[1] > run->room) {
		run->room = sizes[0] + sizes[1];
		run->at = realloc(run->at, run->room);
		if (!run->at)
			die(EXIT_INTERNAL, "out of memory");
	}
	if (fread(run->at, 1, sizes[0] + sizes[1], run->file) != sizes[0] + sizes[1])
		cannot(s, "read");
	run->head = row_of((struct str){run->at, sizes[0]}, (struct str){run->at + sizes[0], sizes[1]});
	return true;
}

static void sift_down(struct sorter *s, size_t i)
{
	struct run *heap = s->runs.at;

	for (;;) {
		size_t least = i, left = 2 * i + 1, right = left + 1;

		if (left < s->runs.n && by_key(&heap[left].head, &heap[least].head) < 0)
			least = left;
		if (right < s->runs.n && by_key(&heap[right].head, &heap[least].head) < 0)
			least = right;
		if (least == i)
			return;
		struct run other = heap[i];

		heap[i] = heap[least];
		heap[least] = other;
		i = least;
	}
}

static void close_run(struct run *run)
{
	if (run->file)
		fclose(run->file);
	free(run->buffer);
	free(run->at);
}

/* What is in memory stays there, as one run more. */
static void begin_reading(struct sorter *s)
{
	s->reading = true;
	sort_rows(s);
	if (s->rows.n)
		add_run(s, (struct run){0});
	for (size_t i = 0; i < s->runs.n; i++)
		advance(s, &s->runs.at[i]); /* a run is never empty */
	for (size_t i = s->runs.n; i-- > 0;)
		sift_down(s, i);
}

/* Its bytes wait in `last` while the run goes on. */
static void keep_last(struct sorter *s, struct run *run)
{
	char *at = s->last.at;
	size_t room = s->last.room;

	if (!run->file)
		return;
	s->last.at = run->at;
	s->last.room = run->room;
	run->at = at;
	run->room = room;
}

bool sorter_next(struct sorter *s, struct str *row)
{
	if (!s->reading)
		begin_reading(s);
	if (s->runs.n == 0)
		return false;
	struct run *least = &s->runs.at[0];

	*row = least->head.row;
	keep_last(s, least);
	if (!advance(s, least)) {
		close_run(least);
		*least = s->runs.at[--s->runs.n];
	}
	sift_down(s, 0);
	return true;
}

void sorter_close(struct sorter *s)
{
	for (size_t i = 0; i < s->runs.n; i++)
		close_run(&s->runs.at[i]);
	free(s->last.at);
	free(s->runs.at);
	free(s->rows.at);
	arena_free(&s->arena);
	free(s);
}
