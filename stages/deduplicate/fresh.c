#include "fresh.h"

#include "base/hash.h"
#include "quantities.h"
#include "stating.h"

void fresh_begin(struct fresh *f, const char *file, struct str key, bool passing, const struct deduplicate *all)
{
	*f = (struct fresh){.key = key, .all = all};
	f->sentence.arena = &f->arena;
	f->writer = kept_begin(file, key, passing);
}

void fresh_outline(struct fresh *f, const struct outline *outline)
{
	articles_add(&f->own, outline, &f->arena);
}

/* A place that rolls up to none is its own episode's place. */
static void root_place(struct place_ref *place)
{
	if (place->parent_id.n)
		return;
	place->parent_id = place->id;
	place->parent_name = place->name;
}

/* Number of the document among the folder's own; NO_ARTICLE and err. One of another folder is
 * known here by its id alone. */
static uint32_t find(struct fresh *f, struct str document, struct err *err)
{
	uint32_t article = articles_find(&f->own, document);

	if (article != NO_ARTICLE)
		return article;
	if (deduplicate_knows(f->all, document))
		return articles_add(&f->own, &(struct outline){.document = document}, &f->arena);
	err_set(err, "document", "no outline of the document '%.*s' among the inputs", STR_ARG(document));
	return NO_ARTICLE;
}

static uint64_t wording_in(struct fresh *f, struct str sentence)
{
	if (!str_eq(sentence, buf_str(&f->sentence))) {
		f->sentence.n = 0;
		buf_add(&f->sentence, sentence);
		f->wording = wording_of(sentence);
	}
	return f->wording;
}

struct str fresh_claim_line(const struct fresh *f, const struct claim *c, struct str line)
{
	uint32_t article = articles_find(&f->own, c->document);
	bool dated = article != NO_ARTICLE && f->own.at[article].day != NO_DAY && c->stated.n &&
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

static struct cell claim_cell(const struct fresh *f, const struct claim *claim, uint32_t article)
{
	const struct article *a = &f->own.at[article];

	if (stating_counts(claim))
		return (struct cell){CELL_CLAIMS, (int32_t)(hash_of_place(&claim->place) % f->all->buckets)};
	if (a->day == NO_DAY)
		return (struct cell){CELL_PLAIN, CELL_OPEN};
	return cell_of_day(CELL_PLAIN, a->day, hash64(a->id), f->all->buckets);
}

bool fresh_claim(struct fresh *f, struct claim *claim, struct str line, struct err *err)
{
	uint32_t article = find(f, claim->document, err);

	if (article == NO_ARTICLE)
		return false;
	root_place(&claim->place);
	dating_statement(&f->statements, claim, article, &f->arena);
	struct claim kept = line.n ? slim(claim) : *claim;

	struct packed row = {.record = &kept, .article = article, .line = line};

	if (stating_counts(claim)) {
		row.wording = wording_in(f, claim->sentence);
		row.of = quantity_of(claim);
	}
	kept_add(f->writer, claim_cell(f, claim, article), &row);
	return true;
}

/* Of an article that has no date yet, or none here, the event's day could become another one. */
static struct cell event_cell(struct fresh *f, const struct event *event, uint32_t article)
{
	const struct article *a = &f->own.at[article];
	struct event dated = *event;

	if (a->day == NO_DAY)
		return (struct cell){CELL_EVENTS, CELL_OPEN};
	arena_reset(&f->scratch);
	record_date_event(&dated, a, &f->scratch);
	return cell_of_day(CELL_EVENTS, event_day(&dated), hash_of_place(&event->place), f->all->buckets);
}

bool fresh_event(struct fresh *f, struct event *event, struct err *err)
{
	uint32_t article = find(f, event->documents.n ? event->documents.at[0] : STR_NULL, err);

	if (article == NO_ARTICLE)
		return false;
	root_place(&event->place);
	struct cell cell = event_cell(f, event, article);
	struct packed row = {.record = event, .article = article, .wording = wording_in(f, event->sentence)};

	kept_add(f->writer, cell, &row);
	for (size_t i = 1; i < event->documents.n; i++) { /* it was merged before */
		uint32_t other = articles_find(&f->own, event->documents.at[i]);

		if (other != NO_ARTICLE)
			kept_relate(f->writer, cell, other);
	}
	return true;
}

void fresh_end(struct fresh *f)
{
	kept_add_statements(f->writer, &f->statements);
	kept_add_articles(f->writer, f->own.at, f->own.n);
	kept_end(f->writer);
	arena_free(&f->scratch);
	f->writer = NULL;
}
