#include "deduplicate.h"

#include "base/hash.h"
#include "stating.h"
#include "versions.h"

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
	versions_settle(&d->articles, d->keep);
	articles_order(&d->articles, d->keep);
	articles_number(&d->articles, d->keep);
	d->undated = articles_undated(&d->articles);
}

size_t deduplicate_bucket_of(const struct deduplicate *d, const struct place_ref *place)
{
	/* what lies in a story only has no place of its own */
	return (size_t)(hash64(place->id.n ? place->parent_id : STR_NULL) % d->buckets);
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

	err->message[0] = '\0';
	if (article == NO_ARTICLE && articles_find(&d->waiting, document) == NO_ARTICLE)
		err_set(err, "document", "no outline of the document '%.*s' among the inputs", STR_ARG(document));
	return article;
}

struct str deduplicate_claim_line(const struct deduplicate *d, const struct claim *c, struct str line)
{
	uint32_t article = articles_find(&d->articles, c->document);
	bool dated = article != NO_ARTICLE && d->articles.at[article].day != NO_DAY && c->stated.n &&
		     (c->period.n || str_is_empty(c->period_timex));

	if (!dated || (c->place.id.n && str_is_empty(c->place.parent_id)) || !str_ends(line, c->assertion))
		return STR_NULL;
	return str_slice(line, 0, line.n - c->assertion.n);
}

/* Of a claim whose line goes out as it is, what merging looks at; of one that reaches no
 * assertion only what puts it in order. The document is told by its number. */
static struct claim slim(const struct claim *c)
{
	struct claim s = *c;

	if (!stating_counts(c))
		return (struct claim){.id = c->id,
				      .start = c->start,
				      .end = c->end,
				      .measure = c->measure,
				      .sentence_start = COLUMN_NO_INT,
				      .sentence_end = COLUMN_NO_INT,
				      .place = {.precision = COLUMN_NO_INT, .parent_id = c->place.parent_id}};
	s.document = s.mention = s.surface = s.period_timex = s.stated_timex = s.told_timex = s.assertion = STR_NULL;
	s.sentence_start = s.sentence_end = COLUMN_NO_INT;
	s.chain = s.rules = (struct strs){0};
	return s;
}

bool deduplicate_claim(struct deduplicate *d, struct claim *claim, struct str line, struct err *err)
{
	uint32_t article = find(d, claim->document, err);

	if (article == NO_ARTICLE)
		return err->message[0] == '\0';
	root_place(&claim->place);
	if (d->undated)
		dating_statement(&d->statements, claim, article, d->keep);
	struct claim kept = line.n ? slim(claim) : *claim;

	spill_add(d->claims, deduplicate_bucket_of(d, &claim->place), &kept, article, line);
	return true;
}

bool deduplicate_event(struct deduplicate *d, struct event *event, struct err *err)
{
	struct str document = event->documents.n ? event->documents.at[0] : STR_NULL;
	uint32_t article = find(d, document, err);

	if (article == NO_ARTICLE)
		return err->message[0] == '\0';
	root_place(&event->place);
	spill_add(d->events, deduplicate_bucket_of(d, &event->place), event, article, STR_NULL);
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

static struct spilled take(struct deduplicate *d, struct spill *from, size_t bucket, struct arena *arena)
{
	struct spilled s = spill_take(from, bucket, arena);

	for (size_t i = 0; i < s.n; i++)
		s.article[i] = d->articles.now[s.article[i]];
	return s;
}

/* What has no place lies in the story of its article: the dead of two articles that name no place are not those of
 * one blow. A copy lies in its original's. */
static void place_in_story(const struct deduplicate *d, struct place_ref *place, uint32_t article, struct arena *arena)
{
	const struct article *a = &d->articles.at[article];

	if (str_is_empty(place->id) && str_is_empty(place->parent_id))
		place->parent_id = str_printf(arena, "story:%.*s", STR_ARG(d->articles.at[a->origin].id));
}

bool deduplicate_has(const struct deduplicate *d, size_t bucket)
{
	return spill_count(d->claims, bucket) || spill_count(d->events, bucket);
}

struct stated deduplicate_claims(struct deduplicate *d, size_t bucket, struct arena *arena)
{
	struct spilled claims = take(d, d->claims, bucket, arena);
	struct stated out = {.claims = {claims.at, claims.n, claims.n, claims.article, claims.line}};

	for (size_t i = 0; i < claims.n; i++) {
		out.claims.at[i].document = d->articles.at[claims.article[i]].id;
		place_in_story(d, &out.claims.at[i].place, claims.article[i], arena);
	}
	assertions_make(&out.claims, &d->articles, &d->overrides, &out.assertions, arena);
	for (size_t i = 0; i < out.claims.n; i++) /* a claim goes out with the place that it came with */
		if (str_is_empty(out.claims.at[i].place.id))
			out.claims.at[i].place.parent_id = STR_NULL;
	return out;
}

struct events deduplicate_events(struct deduplicate *d, size_t bucket, struct arena *arena)
{
	spill_done(d->claims);
	struct spilled events = take(d, d->events, bucket, arena);
	struct events told = {events.at, events.n, events.n, events.article}, out = {0};

	for (size_t i = 0; i < told.n; i++)
		place_in_story(d, &told.at[i].place, told.article[i], arena);
	stories_merge(&told, &d->articles, &d->overrides, &out, arena);
	return out;
}

void deduplicate_close(struct deduplicate *d)
{
	spill_close(d->claims);
	spill_close(d->events);
}
