#include "nights.h"

#include <stdlib.h>

#include "kept_file.h"

static uint32_t now(const struct articles *all, uint32_t given)
{
	return given == NO_ARTICLE ? NO_ARTICLE : all->now[given];
}

static size_t count(const struct nights *nights, enum kept_kind kind, size_t bucket, size_t *bytes)
{
	size_t records = 0, more;

	*bytes = 0;
	for (size_t i = 0; i < nights->n; i++) {
		records += kept_count(nights->at[i].kept, kind, bucket, &more);
		*bytes += more;
	}
	return records;
}

size_t nights_count(const struct nights *nights, enum kept_kind kind, size_t bucket)
{
	size_t bytes;

	return count(nights, kind, bucket, &bytes);
}

/* Rows [at, end) of one night, of which those that wait are left out. */
static void take(struct held *rows, const struct night *night, const struct table *table, const char *at,
		 const char *end)
{
	for (; at < end; at = packed_next(at)) {
		uint32_t article = now(rows->all, night->given[packed_article(table, at)]);

		rows->at[rows->n] = at;
		rows->article[rows->n] = article;
		rows->n += article != NO_ARTICLE;
	}
}

struct gathered nights_gather(const struct nights *nights, enum kept_kind kind, size_t bucket,
			      const struct articles *all, struct arena *arena)
{
	const struct table *table = kept_tables[kind];
	size_t bytes, records = count(nights, kind, bucket, &bytes);
	struct gathered g = {.rows = {.at = ARENA_ARRAY(arena, const char *, records),
				      .article = ARENA_ARRAY(arena, uint32_t, records),
				      .all = all},
			     .bytes = malloc(bytes + 1)};
	char *at = g.bytes;

	if (!g.bytes)
		die(EXIT_INTERNAL, "out of memory gathering the rows of a bucket");
	for (size_t i = 0; i < nights->n; i++) {
		kept_count(nights->at[i].kept, kind, bucket, &bytes);
		kept_read(nights->at[i].kept, kind, bucket, at);
		take(&g.rows, &nights->at[i], table, at, at + bytes);
		at += bytes;
	}
	return g;
}

void gathered_done(struct gathered *g)
{
	free(g->bytes);
	*g = (struct gathered){0};
}

void nights_statements(const struct nights *nights, const struct articles *all, struct postings *to, struct arena *keep)
{
	for (size_t i = 0; i < nights->n; i++) {
		size_t before = to->n;

		kept_statements(nights->at[i].kept, nights->at[i].given, to, keep);
		for (size_t k = before; k < to->n; k++)
			to->at[k].article = now(all, to->at[k].article);
	}
}

void nights_close(struct nights *nights)
{
	for (size_t i = 0; i < nights->n; i++)
		kept_close(nights->at[i].kept);
}
