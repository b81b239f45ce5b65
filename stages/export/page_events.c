/* page: the events of the timeline, the latest ones, and the articles behind the sides of
 * a contradiction of statuses. */
#include <stdlib.h>

#include "page.h"
#include "page_rows.h"
#include "page_words.h"
#include "row_notes.h"

enum { UNDATED = 100 };

static void take_telling(const void *record, void *with)
{
	const struct event_row *row = record;
	struct page *p = with;
	struct arena *a = p->keep;
	uint32_t n;

	if (page_index_find(&p->told, row->event.id, &n))
		p->tellings.at[n] = (struct page_report){.publisher = str_dup(a, row->article.publisher),
							 .title = str_dup(a, row->article.title),
							 .url = str_dup(a, row->article.url),
							 .published = str_dup(a, row->article.published)};
}

static void take_event(const void *record, void *with)
{
	struct page *p = with;
	struct page_event e = {.number = p->events.n};

	page_copy(&p->ex->tables[RELEASED_TIMELINE].table, record, &e.row, p->keep);
	e.dated = page_first_day(e.row.event.when, &e.day);
	LIST_ADD(p->keep, &p->events, e);
}

static int by_day(const void *a, const void *b)
{
	const struct page_event *x = a, *y = b;

	if (x->dated != y->dated)
		return y->dated - x->dated;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

void page_load_events(struct page *p)
{
	const struct export *ex = p->ex;
	const struct conf *conf = &ex->st->conf;
	uint64_t dated = ex->notes->begun[RELEASED_TIMELINE], most = (uint64_t)conf->page_events;
	struct page_wanted told = {.ids = &p->told}, late = {.from = dated > most ? dated - most : 0,
							     .to = dated + (most < UNDATED ? most : UNDATED)};

	p->tellings.n = p->tellings.room = p->told.n;
	p->tellings.at = ARENA_ARRAY(p->keep, struct page_report, p->told.n + 1);
	if (p->told.n)
		page_rows(ex, RELEASED_TIMELINE, "publisher title url published id", &told, take_telling, p);
	page_rows(ex, RELEASED_TIMELINE,
		  "when type status agent_name target_name place_name place_admin1 place_country source_name "
		  "source_type source_org_name polarity modality background sentence reports independent publisher "
		  "title url published happening source_id place_id place_parent_id id",
		  &late, take_event, p);
	if (p->events.n) /* "until Friday" has no first day, and lies with those of no date */
		qsort(p->events.at, p->events.n, sizeof *p->events.at, by_day);
}
