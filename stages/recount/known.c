#include "known.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "files/folder.h"

enum { SHORTEST = 3, LISTED = 10 };

static const struct {
	char letter;
	const char *folder, *kind; /* STORE/folder/kind/bucket-NN.csv */
	const struct table *table;
} kinds[KNOWN_KINDS] = {
	[KNOWN_CLAIMS] = {'c', "merged", "claims", &claim_table},
	[KNOWN_ASSERTIONS] = {'a', "merged", "assertions", &assertion_table},
	[KNOWN_EVENTS] = {'e', "merged", "events", &event_table},
	[KNOWN_TRACKS] = {'t', "reconciled", "tracks", &track_table},
	[KNOWN_ESTIMATES] = {'s', "reconciled", "estimates", &estimate_table},
	[KNOWN_CONTRADICTIONS] = {'x', "reconciled", "contradictions", &contradiction_table},
	[KNOWN_CHECKS] = {'k', "reconciled", "checks", &check_table},
};

static const char *file_of(const struct store *store, enum known_kind kind, struct str bucket)
{
	return str_printf(store->arena, "%s/%s/%s/%.*s", store->path, kinds[kind].folder, kinds[kind].kind,
			  STR_ARG(bucket))
		.at;
}

static struct strs buckets_of(const struct store *store, enum known_kind kind)
{
	return folder_names(store->arena,
			    str_printf(store->arena, "%s/%s/%s", store->path, kinds[kind].folder, kinds[kind].kind).at);
}

struct hits {
	struct strs ids, buckets; /* ids, each once, and the bucket of each */
};

/* Ids of a file that begin so; the id is one column among many, so rows are not parsed further. */
static void search(const struct store *store, enum known_kind kind, struct str bucket, struct str prefix,
		   struct hits *hits)
{
	struct csv_reader *in = csv_open(file_of(store, kind, bucket));
	struct csv_row row;
	struct err err;
	size_t column = 0;

	if (csv_read(in, &row, &err))
		while (column < row.n && !str_eq(row.at[column], STR("id")))
			column++;
	while (csv_read(in, &row, &err))
		if (column < row.n && str_starts(row.at[column], prefix) && !strs_has(hits->ids, row.at[column]) &&
		    hits->ids.n <= LISTED) {
			strs_add(store->arena, &hits->ids, str_dup(store->arena, row.at[column]));
			strs_add(store->arena, &hits->buckets, bucket);
		}
	if (err.message[0])
		die(EXIT_INPUT, "%s", err.message);
	csv_close(in);
}

static enum known_kind kind_of(struct str prefix)
{
	for (size_t i = 0; i < KNOWN_KINDS; i++)
		if (prefix.n >= SHORTEST && prefix.at[0] == kinds[i].letter)
			return (enum known_kind)i;
	die(EXIT_USAGE,
	    "%.*s: want an id, or its first characters: c… a claim, a… an assertion, s… an estimate, t… a track, e… an "
	    "event, x… a "
	    "contradiction, k… a check; the tables of a release have them",
	    STR_ARG(prefix));
}

static _Noreturn void several(struct str prefix, struct strs ids)
{
	for (size_t i = 0; i < ids.n && i < LISTED; i++)
		fprintf(stderr, "%.*s\n", STR_ARG(ids.at[i]));
	die(EXIT_USAGE, "%.*s begins several ids; give more of it", STR_ARG(prefix));
}

static void load(struct known *k, enum known_kind kind, struct str bucket)
{
	struct known_rows *rows = &k->rows[kind];
	struct arena *arena = k->store->arena;
	const char *path = file_of(k->store, kind, bucket);
	struct err err;

	rows->table = kinds[kind].table;
	if (!path_exists(path))
		return;
	struct table_reader *in = table_open(rows->table, path);
	char *record = arena_alloc(arena, rows->table->size);

	while (table_read(in, record, arena, &err) == TABLE_RECORD) {
		if (rows->n == rows->room) {
			rows->room = rows->room ? 2 * rows->room : 64;
			rows->at = arena_grow(arena, rows->at, rows->n, rows->room, rows->table->size);
		}
		memcpy(rows->at + rows->n++ * rows->table->size, record, rows->table->size);
	}
	table_close(in);
}

/* A contradiction among events names some of other days, too: load the files around its own
 * until all are there. */
static void load_around(struct known *k, struct str bucket)
{
	const struct contradiction *c = k->record;
	struct strs buckets = buckets_of(k->store, KNOWN_EVENTS);
	size_t at = 0, before, next;

	while (at < buckets.n && str_cmp(buckets.at[at], bucket) < 0)
		at++;
	before = at;
	next = at < buckets.n && str_eq(buckets.at[at], bucket) ? at + 1 : at;
	for (size_t i = 0; i < c->statements.n && (before > 0 || next < buckets.n);) {
		if (c->statements.at[i].at[0] != 'e' || known_record(k, KNOWN_EVENTS, c->statements.at[i]))
			i++;
		else if (before > 0 && (at - before <= next - at || next == buckets.n))
			load(k, KNOWN_EVENTS, buckets.at[--before]);
		else
			load(k, KNOWN_EVENTS, buckets.at[next++]);
	}
}

void known_find(struct known *k, const struct store *store, struct str prefix)
{
	struct hits hits = {0};

	*k = (struct known){.store = store, .kind = kind_of(prefix)};
	struct strs buckets = buckets_of(store, k->kind);

	for (size_t i = 0; i < buckets.n; i++)
		search(store, k->kind, buckets.at[i], prefix, &hits);
	if (hits.ids.n == 0)
		die(EXIT_INPUT, "the store %s knows no %.*s; the tables of a release have the ids", store->path,
		    STR_ARG(prefix));
	if (hits.ids.n > 1)
		several(prefix, hits.ids);
	for (size_t i = 0; i < KNOWN_KINDS; i++)
		load(k, (enum known_kind)i, hits.buckets.at[0]);
	k->record = known_record(k, k->kind, hits.ids.at[0]);
	if (k->kind == KNOWN_CONTRADICTIONS)
		load_around(k, hits.buckets.at[0]);
}

const void *known_record(const struct known *k, enum known_kind kind, struct str id)
{
	const struct known_rows *rows = &k->rows[kind];
	int column = table_column(rows->table, STR("id"));

	for (size_t i = 0; id.n && i < rows->n; i++) {
		const char *record = rows->at + i * rows->table->size;

		if (str_eq(*(const struct str *)(record + rows->table->columns[column].offset), id))
			return record;
	}
	return NULL;
}

#define T struct known_document
#define TEXT(name)                                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, "", NULL                                            \
	}
static const struct column document_columns[] = {
	{NULL, "document", COLUMN_TEXT, offsetof(T, id), NULL, "", NULL},
	TEXT(ref),
	TEXT(url),
	TEXT(publisher),
	TEXT(title),
	TEXT(published),
	{NULL, "published_basis", COLUMN_ENUM, offsetof(T, published_basis), published_bases, "", NULL},
	{"input", "path", COLUMN_TEXT, offsetof(T, input_path), NULL, "", NULL},
	{"input", "offset", COLUMN_INT, offsetof(T, input_offset), NULL, "", NULL},
};
#undef TEXT
static const struct table document_part = {"outline", "", document_columns,
					   sizeof document_columns / sizeof *document_columns, sizeof(T)};
#undef T

static int by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static int by_document(const void *a, const void *b)
{
	return str_cmp(((const struct known_document *)a)->id, ((const struct known_document *)b)->id);
}

static void take_documents(struct known *k, const char *path, struct strs ids)
{
	struct table_reader *in = table_open(&document_part, path);
	struct arena scratch = {0};
	struct known_document d;
	struct err err;

	while (table_read(in, &d, &scratch, &err) == TABLE_RECORD) {
		struct str *texts[] = {&d.id, &d.ref, &d.url, &d.publisher, &d.title, &d.published, &d.input_path};

		if (bsearch(&d.id, ids.at, ids.n, sizeof *ids.at, by_text)) {
			for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
				*texts[i] = str_dup(k->store->arena, *texts[i]);
			LIST_ADD(k->store->arena, &k->documents, d);
		}
		arena_reset(&scratch);
	}
	table_close(in);
	arena_free(&scratch);
}

/* Dates that deduplicate inferred. */
static void take_datings(struct known *k)
{
	const char *path = store_at(k->store, "merged/datings/part-00000.csv");
	struct dating d;
	struct err err;

	if (!path_exists(path))
		return;
	struct table_reader *in = table_open(&dating_table, path);

	while (table_read(in, &d, k->store->arena, &err) == TABLE_RECORD) {
		struct known_document *had = (struct known_document *)known_document(k, d.document);

		if (had) {
			had->published = d.published;
			had->published_basis = BASIS_INFERRED;
		}
	}
	table_close(in);
}

void known_documents(struct known *k, struct strs ids)
{
	size_t nights = store_nights(k->store);

	strs_sort(&ids);
	for (size_t i = 1; i <= nights && ids.n; i++) {
		struct strs parts = folder_names(k->store->arena, store_night(k->store, i, "outlines"));

		for (size_t p = 0; p < parts.n; p++) {
			const char *name = str_printf(k->store->arena, "outlines/%.*s", STR_ARG(parts.at[p])).at;

			take_documents(k, store_night(k->store, i, name), ids);
		}
	}
	if (k->documents.n)
		qsort(k->documents.at, k->documents.n, sizeof *k->documents.at, by_document);
	take_datings(k);
}

const struct known_document *known_document(const struct known *k, struct str id)
{
	struct known_document key = {.id = id};

	return k->documents.n ? bsearch(&key, k->documents.at, k->documents.n, sizeof key, by_document) : NULL;
}
