/* held_of_test - records of a test as rows of a bucket. */
#ifndef RECOUNT_TEST_HELD_H
#define RECOUNT_TEST_HELD_H

#include "held.h"
#include "quantities.h"

/* The document of record i. */
static inline struct str held_document(const struct table *table, const char *record)
{
	const struct event *e = (const void *)record;

	return table == &claim_table ? ((const struct claim *)(const void *)record)->document : e->documents.at[0];
}

static inline struct str held_sentence(const struct table *table, const char *record)
{
	return *(const struct str *)(const void *)(record +
						   table->columns[table_column(table, STR("sentence"))].offset);
}

static inline struct held held_of(const struct table *table, const void *records, size_t n, const struct articles *all,
				  struct arena *arena)
{
	struct held held = {ARENA_ARRAY(arena, const char *, n), ARENA_ARRAY(arena, uint32_t, n), n, all};

	for (size_t i = 0; i < n; i++) {
		const char *record = (const char *)records + i * table->size;
		struct packed row = {.record = record, .wording = wording_of(held_sentence(table, record))};

		if (table == &claim_table)
			row.of = quantity_of((const void *)record);
		size_t most = packed_most(table, &row);
		char *at = arena_text(arena, most);

		packed_put(table, &row, at, most);
		held.at[i] = at;
		held.article[i] = articles_find(all, held_document(table, record));
	}
	return held;
}

#endif
