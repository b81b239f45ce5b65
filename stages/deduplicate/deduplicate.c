#include "deduplicate.h"

#include "versions.h"

void deduplicate_open(struct deduplicate *d, size_t buckets, struct arena *keep)
{
	*d = (struct deduplicate){.buckets = buckets, .as_of = DATE_DAYS_MAX, .keep = keep};
}

uint32_t *deduplicate_articles(struct deduplicate *d, const struct article *at, size_t n)
{
	uint32_t *given = ARENA_ARRAY(d->keep, uint32_t, n);

	for (size_t i = 0; i < n; i++)
		if (at[i].from > d->as_of) {
			articles_join(&d->waiting, &at[i], d->keep);
			given[i] = NO_ARTICLE;
		} else {
			given[i] = articles_join(&d->articles, &at[i], d->keep);
		}
	return given;
}

uint32_t *deduplicate_numbers(struct deduplicate *d, const struct article *at, size_t n)
{
	uint32_t *given = ARENA_ARRAY(d->keep, uint32_t, n);

	for (size_t i = 0; i < n; i++) {
		uint32_t article = articles_find(&d->articles, at[i].id);

		given[i] = article == NO_ARTICLE ? NO_ARTICLE : d->articles.at[article].given;
	}
	return given;
}

bool deduplicate_knows(const struct deduplicate *d, struct str document)
{
	return articles_find(&d->articles, document) != NO_ARTICLE ||
	       articles_find(&d->waiting, document) != NO_ARTICLE;
}

void deduplicate_outlined(struct deduplicate *d)
{
	articles_override(&d->articles, &d->overrides);
	versions_settle(&d->articles, d->keep);
	articles_order(&d->articles, d->keep);
}

void deduplicate_compare(struct deduplicate *d, const char *moved)
{
	struct arena own = {0};
	struct postings statements = {0};

	if (articles_undated(&d->articles)) {
		nights_statements(&d->nights, &d->articles, &statements, &own);
		articles_date(&d->articles, &statements, &d->datings, d->keep);
		articles_order(&d->articles, d->keep);
		arena_free(&own);
	}
	nights_move(&d->nights, &d->articles, d->buckets, moved, d->keep);
	copies_find(&d->articles, &d->copies, d->keep);
	nights_cells(&d->nights, &d->articles, &d->cells, d->keep);
}

struct held deduplicate_rows(struct deduplicate *d, struct cell cell, struct arena *arena)
{
	return nights_gather(&d->nights, cell, &d->articles, arena);
}

void deduplicate_close(struct deduplicate *d)
{
	nights_close(&d->nights);
}
