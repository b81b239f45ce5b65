#include "spill.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/err.h"
#include "files/folder.h"

struct bucket {
	char *at;
	size_t n, room; /* [bytes] in memory */
	size_t filed;	/* [bytes] in its file, before those in memory */
	size_t records;
};

struct spill {
	const struct table *table;
	const char *folder;
	struct bucket *buckets;
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

/* Room for n more bytes; a row asks once for the most that it can take. */
static void make_room_for(struct bucket *b, size_t n)
{
	if (b->room - b->n >= n)
		return;
	b->room = 2 * (b->n + n);
	b->at = checked(realloc(b->at, b->room));
}

static void put(struct bucket *b, const void *bytes, size_t n)
{
	memcpy(b->at + b->n, bytes, n);
	b->n += n;
}

/* Seven bits a byte, the last one below 128. */
static void put_size(struct bucket *b, size_t n)
{
	for (; n >= 128; n >>= 7)
		b->at[b->n++] = (char)(n | 128);
	b->at[b->n++] = (char)n;
}

static void put_text(struct bucket *b, struct str text)
{
	put_size(b, text.n);
	if (text.n)
		put(b, text.at, text.n);
}

static void put_decimal(struct bucket *b, struct decimal d)
{
	put(b, &d.known, sizeof d.known);
	if (d.known) {
		put(b, &d.scale, sizeof d.scale);
		put(b, &d.digits, sizeof d.digits);
	}
}

static void put_list(struct bucket *b, struct strs list)
{
	put_size(b, list.n);
	for (size_t i = 0; i < list.n; i++)
		put_text(b, list.at[i]);
}

static void put_member(struct bucket *b, const struct column *c, const void *member)
{
	switch (c->type) {
	case COLUMN_TEXT:
		put_text(b, *(const struct str *)member);
		break;
	case COLUMN_INT:
		put(b, member, sizeof(int64_t));
		break;
	case COLUMN_DECIMAL:
		put_decimal(b, *(const struct decimal *)member);
		break;
	case COLUMN_BOOL:
		put(b, member, sizeof(bool));
		break;
	case COLUMN_ENUM:
		put(b, member, sizeof(int));
		break;
	default:
		put_list(b, *(const struct strs *)member);
	}
}

enum { SIZE_BYTES = 10, MEMBER_BYTES = 16 }; /* at most: a size; a member beside its texts */

static size_t most_bytes(const struct table *table, const char *record)
{
	size_t n = 0;

	for (size_t i = 0; i < table->n; i++) {
		const void *member = record + table->columns[i].offset;
		const struct strs *list = member;

		n += MEMBER_BYTES;
		if (table->columns[i].type == COLUMN_TEXT)
			n += ((const struct str *)member)->n;
		for (size_t k = 0; table->columns[i].type == COLUMN_LIST && k < list->n; k++)
			n += SIZE_BYTES + list->at[k].n;
	}
	return n;
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

	if (!file || fwrite(b->at, 1, b->n, file) != b->n || fclose(file) != 0)
		fail(path);
	b->filed += b->n;
	b->n = 0;
}

static void make_room(struct spill *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->buckets[i].n)
			move_to_file(s, i);
	s->held = 0;
}

void spill_add(struct spill *s, size_t bucket, const void *record)
{
	struct bucket *b = &s->buckets[bucket];
	size_t before = b->n;

	make_room_for(b, most_bytes(s->table, record));
	for (size_t i = 0; i < s->table->n; i++)
		put_member(b, &s->table->columns[i], (const char *)record + s->table->columns[i].offset);
	b->records++;
	s->held += b->n - before;
	if (s->held > s->limit)
		make_room(s);
}

static void take(const char **at, void *to, size_t n)
{
	memcpy(to, *at, n);
	*at += n;
}

static size_t take_size(const char **at)
{
	size_t n = 0;

	for (unsigned shift = 0;; shift += 7) {
		unsigned char c = (unsigned char)*(*at)++;

		n |= (size_t)(c & 127) << shift;
		if (c < 128)
			return n;
	}
}

static struct str take_text(const char **at)
{
	struct str text = {NULL, take_size(at)};

	text.at = *at;
	*at += text.n;
	return text.n ? text : STR_NULL;
}

static struct decimal take_decimal(const char **at)
{
	struct decimal d = DECIMAL_NULL;

	take(at, &d.known, sizeof d.known);
	if (d.known) {
		take(at, &d.scale, sizeof d.scale);
		take(at, &d.digits, sizeof d.digits);
	}
	return d;
}

static struct strs take_list(const char **at, struct arena *arena)
{
	struct strs list = {.n = take_size(at)};

	list.room = list.n;
	list.at = list.n ? ARENA_ARRAY(arena, struct str, list.n) : NULL;
	for (size_t i = 0; i < list.n; i++)
		list.at[i] = take_text(at);
	return list;
}

static void take_member(const char **at, const struct column *c, void *member, struct arena *arena)
{
	switch (c->type) {
	case COLUMN_TEXT:
		*(struct str *)member = take_text(at);
		break;
	case COLUMN_INT:
		take(at, member, sizeof(int64_t));
		break;
	case COLUMN_DECIMAL:
		*(struct decimal *)member = take_decimal(at);
		break;
	case COLUMN_BOOL:
		take(at, member, sizeof(bool));
		break;
	case COLUMN_ENUM:
		take(at, member, sizeof(int));
		break;
	default:
		*(struct strs *)member = take_list(at, arena);
	}
}

/* The packed bytes of a bucket, those of its file first. */
static const char *gather(struct spill *s, size_t bucket, struct arena *arena)
{
	struct bucket *b = &s->buckets[bucket];
	char path[PATH_MAX], *all = arena_text(arena, b->filed + b->n + 1);

	if (b->filed) {
		FILE *file = fopen(file_name(s, bucket, path), "rb");

		if (!file || fread(all, 1, b->filed, file) != b->filed)
			fail(path);
		fclose(file);
		unlink(path);
	}
	if (b->n)
		memcpy(all + b->filed, b->at, b->n);
	return all;
}

void *spill_take(struct spill *s, size_t bucket, struct arena *arena, size_t *n)
{
	struct bucket *b = &s->buckets[bucket];
	const char *at = gather(s, bucket, arena);
	char *records = arena_alloc(arena, b->records * s->table->size + 1);

	*n = b->records;
	for (size_t i = 0; i < b->records; i++)
		for (size_t c = 0; c < s->table->n; c++)
			take_member(&at, &s->table->columns[c],
				    records + i * s->table->size + s->table->columns[c].offset, arena);
	free(b->at);
	*b = (struct bucket){0};
	return records;
}

void spill_close(struct spill *s)
{
	char path[PATH_MAX];

	for (size_t i = 0; i < s->n; i++) {
		if (s->buckets[i].filed)
			unlink(file_name(s, i, path));
		free(s->buckets[i].at);
	}
	free(s->buckets);
	free(s);
}
