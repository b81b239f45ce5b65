#include "deduplicate.h"

#include "base/hash.h"

/* [bytes] of packed claims, and of events, that stay in memory. */
enum { CLAIMS_HELD = 64 << 20, EVENTS_HELD = 16 << 20 };

void deduplicate_open(struct deduplicate *d, size_t buckets, const char *folder, struct arena *keep)
{
	*d = (struct deduplicate){.buckets = buckets, .as_of = DATE_DAYS_MAX, .keep = keep};
	d->claims = spill_open(&claim_table, buckets, folder, CLAIMS_HELD);
	d->events = spill_open(&event_table, buckets, folder, EVENTS_HELD);
}

void deduplicate_outline(struct deduplicate *d, const struct outline *outline)
{
	struct moment published;
	bool later = moment_parse(outline->published, &published, NULL) && date_first_day(published.date) > d->as_of;

	articles_add(later ? &d->waiting : &d->articles, outline, d->keep);
}

void deduplicate_outlined(struct deduplicate *d)
{
	articles_override(&d->articles, &d->overrides);
	articles_order(&d->articles, d->keep);
	d->undated = articles_undated(&d->articles);
}

size_t deduplicate_bucket_of(const struct deduplicate *d, const struct place_ref *place)
{
	return (size_t)(hash64(place->parent_id) % d->buckets);
}

/* A place that rolls up to none is its own episode's place. */
static void root_place(struct place_ref *place)
{
	if (place->parent_id.n)
		return;
	place->parent_id = place->id;
	place->parent_name = place->name;
}

/* Number of the document; NO_ARTICLE with err set, or with err empty when it waits. */
static uint32_t find(const struct deduplicate *d, struct str document, struct err *err)
{
	uint32_t article = articles_find(&d->articles, document);

	*err = (struct err){0};
	if (article == NO_ARTICLE && articles_find(&d->waiting, document) == NO_ARTICLE)
		err_set(err, "document", "no outline of the document '%.*s' among the inputs", STR_ARG(document));
	return article;
}

bool deduplicate_claim(struct deduplicate *d, struct claim *claim, struct err *err)
{
	uint32_t article = find(d, claim->document, err);

	if (article == NO_ARTICLE)
		return err->message[0] == '\0';
	root_place(&claim->place);
	if (d->undated)
		dating_statement(&d->statements, claim, article, d->keep);
	spill_add(d->claims, deduplicate_bucket_of(d, &claim->place), claim);
	return true;
}

bool deduplicate_event(struct deduplicate *d, struct event *event, struct err *err)
{
	struct str document = event->documents.n ? event->documents.at[0] : STR_NULL;

	if (find(d, document, err) == NO_ARTICLE)
		return err->message[0] == '\0';
	root_place(&event->place);
	spill_add(d->events, deduplicate_bucket_of(d, &event->place), event);
	return true;
}

void deduplicate_compare(struct deduplicate *d)
{
	if (d->undated) {
		articles_date(&d->articles, &d->statements, &d->datings, d->keep);
		articles_order(&d->articles, d->keep);
	}
	copies_find(&d->articles, &d->copies, d->keep);
}

struct deduplicated deduplicate_bucket(struct deduplicate *d, size_t bucket, struct arena *arena)
{
	struct deduplicated out = {0};
	struct events told = {0};

	out.claims.at = spill_take(d->claims, bucket, arena, &out.claims.n);
	told.at = spill_take(d->events, bucket, arena, &told.n);
	assertions_make(&out.claims, &d->articles, &d->overrides, &out.assertions, arena);
	stories_merge(&told, &d->articles, &d->overrides, &out.events, arena);
	return out;
}

void deduplicate_close(struct deduplicate *d)
{
	spill_close(d->claims);
	spill_close(d->events);
}
