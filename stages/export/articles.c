#include "articles.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/hash.h"
#include "files/folder.h"
#include "files/sorter.h"
#include "records/outline.h"
#include "values/date.h"

/* The columns of an outline that a release tells: its fingerprints are not read. */
#define T struct document_row
#define TEXT(name)                                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, "", NULL                                            \
	}
static const struct column outline_columns[] = {
	TEXT(document),
	TEXT(ref),
	TEXT(url),
	TEXT(publisher),
	TEXT(agency),
	TEXT(byline),
	TEXT(title),
	TEXT(language),
	{"dateline", "place", COLUMN_TEXT, offsetof(T, dateline_place), NULL, "", NULL},
	TEXT(published),
	{NULL, "published_basis", COLUMN_ENUM, offsetof(T, published_basis), published_bases, "", NULL},
	{NULL, "words", COLUMN_INT, offsetof(T, words), NULL, "", NULL},
};
#undef TEXT
#undef T
static const struct table outline_part = {
	"outline", "", outline_columns, sizeof outline_columns / sizeof *outline_columns, sizeof(struct document_row)};

static uint32_t mark_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

/* The slot of the id, or the free one where it would be. */
static struct article_slot *slot_of(const struct articles *all, struct str id)
{
	uint64_t hash = hash64(id);

	for (size_t i = hash & (all->slots_n - 1);; i = (i + 1) & (all->slots_n - 1)) {
		struct article_slot *slot = &all->slots[i];

		if (!slot->number || (slot->mark == mark_of(hash) && str_eq(all->at[slot->number - 1].document, id)))
			return slot;
	}
}

static void fill_slot(struct articles *all, size_t article)
{
	struct str id = all->at[article].document;

	*slot_of(all, id) = (struct article_slot){mark_of(hash64(id)), (uint32_t)article + 1};
}

static void fill_slots(struct articles *all)
{
	for (size_t i = 0; i < all->n; i++)
		fill_slot(all, i);
}

static void grow_slots(struct articles *all, struct arena *arena)
{
	all->slots_n = all->slots_n ? 2 * all->slots_n : 1024;
	all->slots = ARENA_ARRAY(arena, struct article_slot, all->slots_n);
	fill_slots(all);
}

static void add_outline(struct export *ex, const void *record, void *with)
{
	struct articles *all = with;
	struct document_row row = *(const struct document_row *)record;
	struct arena *keep = &ex->st->keep;
	struct str *texts[] = {&row.document, &row.ref,	  &row.url,	 &row.publisher,      &row.agency,
			       &row.byline,   &row.title, &row.language, &row.dateline_place, &row.published};

	if (2 * (all->n + 1) > all->slots_n)
		grow_slots(all, keep);
	if (slot_of(all, row.document)->number) /* the same article in two nights of two stores */
		return;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = texts[i]->n ? str_dup(keep, *texts[i]) : STR_NULL;
	row.figures = row.events = 0;
	LIST_ADD(keep, all, row);
	fill_slot(all, all->n - 1);
}

struct document_row *articles_find(const struct articles *all, struct str id)
{
	if (all->n == 0)
		return NULL;
	uint32_t n = slot_of(all, id)->number;

	return n ? &all->at[n - 1] : NULL;
}

static void add_dating(struct export *ex, const void *record, void *with)
{
	const struct dating *d = record;
	struct document_row *row = articles_find(with, d->document);

	if (!row || d->published.n == 0)
		return;
	row->published = str_dup(&ex->st->keep, d->published);
	row->published_basis = BASIS_INFERRED;
}

static void add_copy(struct export *ex, const void *record, void *with)
{
	const struct copy *c = record;
	struct document_row *row = articles_find(with, c->document);

	if (!row || !articles_find(with, c->origin))
		return;
	row->copy_of = str_dup(&ex->st->keep, c->origin);
	row->copy_kind = c->kind;
	row->similarity = c->similarity;
}

static void read_kind(struct export *ex, const char *kind, const struct table *table,
		      void (*take)(struct export *, const void *, void *), struct articles *all)
{
	for (size_t i = 0; i < ex->st->n_inputs; i++) {
		struct str folder = str_printf(&ex->st->keep, "%s/%s", ex->st->inputs[i], kind);
		struct strs names = folder_names(&ex->st->keep, folder.at);

		for (size_t k = 0; k < names.n; k++)
			export_each(ex, export_file(ex, i, kind, names.at[k]), table, NULL, take, all);
	}
}

static bool is_later(const struct export *ex, const struct document_row *row)
{
	struct str day = str_slice(row->published, 0, 10);
	struct date d;

	return date_parse(day, &d, NULL) && date_first_day(d) > ex->as_of_day;
}

/* Later articles wait: leave them out. */
static void drop_later(struct export *ex, struct articles *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (!is_later(ex, &all->at[i]))
			all->at[n++] = all->at[i];
	all->n = n;
	if (all->slots_n) {
		memset(all->slots, 0, all->slots_n * sizeof *all->slots);
		fill_slots(all);
	}
}

static int by_publication(const void *a, const void *b)
{
	const struct document_row *x = *(struct document_row *const *)a, *y = *(struct document_row *const *)b;
	int order = str_cmp(x->published, y->published);

	if ((x->published.n == 0) != (y->published.n == 0))
		return x->published.n == 0 ? 1 : -1;
	return order ? order : str_cmp(x->document, y->document);
}

static void rank(struct articles *all, struct arena *arena)
{
	struct arena scratch = {0};
	struct document_row **order = ARENA_ARRAY(&scratch, struct document_row *, all->n + 1);

	for (size_t i = 0; i < all->n; i++)
		order[i] = &all->at[i];
	if (all->n)
		qsort(order, all->n, sizeof *order, by_publication);
	all->ranks = ARENA_ARRAY(arena, uint32_t, all->n + 1);
	for (size_t i = 0; i < all->n; i++)
		all->ranks[order[i] - all->at] = (uint32_t)i;
	arena_free(&scratch);
}

uint32_t articles_rank(const struct articles *all, const struct document_row *document)
{
	return all->ranks[document - all->at];
}

struct articles *articles_open(struct export *ex)
{
	struct articles *all = ARENA_NEW(&ex->st->keep, struct articles);

	read_kind(ex, "outlines", &outline_part, add_outline, all);
	read_kind(ex, "datings", &dating_table, add_dating, all);
	drop_later(ex, all);
	rank(all, &ex->st->keep);
	read_kind(ex, "copies", &copy_table, add_copy, all);
	return all;
}

struct article_ref article_ref_of(const struct document_row *d)
{
	return (struct article_ref){d->publisher, d->title, d->url, d->published, d->published_basis};
}

/* Of a selection: the documents of its rows, and the origins of these. */
static const bool *told_documents(struct export *ex)
{
	const struct articles *all = ex->articles;
	bool *told = ARENA_ARRAY(&ex->st->keep, bool, all->n + 1);

	for (size_t i = 0; i < all->n; i++) {
		const struct document_row *d = &all->at[i],
					  *origin = d->copy_of.n ? articles_find(all, d->copy_of) : NULL;

		if (ex->select && d->figures + d->events == 0)
			continue;
		told[i] = true;
		if (origin)
			told[origin - all->at] = true;
	}
	return told;
}

void export_documents(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);
	struct arena *scratch = &ex->st->scratch;
	const bool *told = told_documents(ex);

	for (size_t i = 0; i < ex->articles->n; i++) {
		const struct document_row *d = &ex->articles->at[i];

		if (!told[i])
			continue;
		struct str key = export_key(
			scratch, (struct key_part[]){{d->published, true}, {d->publisher, false}, {d->document, false}},
			3);

		export_add(ex, rows, RELEASED_DOCUMENTS, key, d);
		arena_reset(scratch);
	}
	export_write(ex, RELEASED_DOCUMENTS, rows);
}
