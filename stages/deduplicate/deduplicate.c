#include "deduplicate.h"

#include "base/hash.h"
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

size_t deduplicate_bucket_of(const struct deduplicate *d, const struct place_ref *place)
{
	/* what lies in a story only has no place of its own */
	return (size_t)(hash64(place->id.n ? place->parent_id : STR_NULL) % d->buckets);
}

void deduplicate_compare(struct deduplicate *d)
{
	struct arena own = {0};
	struct postings statements = {0};

	if (articles_undated(&d->articles)) {
		nights_statements(&d->nights, &d->articles, &statements, &own);
		articles_date(&d->articles, &statements, &d->datings, d->keep);
		articles_order(&d->articles, d->keep);
		arena_free(&own);
	}
	copies_find(&d->articles, &d->copies, d->keep);
}

/* The rows of a bucket; those that were given before are gone. */
static struct held gather(struct deduplicate *d, enum kept_kind kind, size_t bucket, struct arena *arena)
{
	gathered_done(&d->held);
	d->held = nights_gather(&d->nights, kind, bucket, &d->articles, arena);
	return d->held.rows;
}

bool deduplicate_has(struct deduplicate *d, size_t bucket)
{
	bool has = nights_count(&d->nights, KEPT_CLAIMS, bucket) || nights_count(&d->nights, KEPT_EVENTS, bucket);
	struct arena own = {0};

	if (!has || d->waiting.n == 0)
		return has;
	has = gather(d, KEPT_CLAIMS, bucket, &own).n || gather(d, KEPT_EVENTS, bucket, &own).n;
	arena_free(&own);
	return has;
}

struct held deduplicate_claims(struct deduplicate *d, size_t bucket, struct arena *arena)
{
	return gather(d, KEPT_CLAIMS, bucket, arena);
}

struct held deduplicate_events(struct deduplicate *d, size_t bucket, struct arena *arena)
{
	return gather(d, KEPT_EVENTS, bucket, arena);
}

void deduplicate_close(struct deduplicate *d)
{
	gathered_done(&d->held);
	nights_close(&d->nights);
}
