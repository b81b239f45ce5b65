/* page: the events of the timeline, the latest ones, and the articles behind the sides of
 * a contradiction of statuses. */
#include "page.h"
#include "page_rows.h"
#include "page_words.h"

enum { UNDATED = 100 };

struct taking {
	struct page *p;
	uint64_t dated, seen_dated, seen_undated;
};

static void count_dated(const void *record, void *with)
{
	int32_t day;

	((struct taking *)with)->dated += page_first_day(((const struct event_row *)record)->event.when, &day);
}

static void take_telling(struct page *p, const struct event_row *row)
{
	struct arena *a = p->keep;
	uint32_t n;

	if (page_index_find(&p->told, row->event.id, &n))
		p->tellings.at[n] = (struct page_report){.publisher = str_dup(a, row->article.publisher),
							 .title = str_dup(a, row->article.title),
							 .url = str_dup(a, row->article.url),
							 .published = str_dup(a, row->article.published)};
}

static bool is_late(struct taking *t, bool dated)
{
	uint64_t most = (uint64_t)t->p->ex->st->conf.page_events;

	if (!dated)
		return t->seen_undated++ < (most < UNDATED ? most : UNDATED);
	return t->seen_dated++ + most >= t->dated;
}

static void take_event(const void *record, void *with)
{
	struct taking *t = with;
	struct page_event e = {0};

	take_telling(t->p, record);
	e.dated = page_first_day(((const struct event_row *)record)->event.when, &e.day);
	if (!is_late(t, e.dated))
		return;
	page_copy(&t->p->ex->tables[RELEASED_TIMELINE].table, record, &e.row, t->p->keep);
	LIST_ADD(t->p->keep, &t->p->events, e);
}

void page_load_events(struct page *p)
{
	const struct export *ex = p->ex;
	const struct conf *conf = &ex->st->conf;
	struct taking t = {.p = p};

	p->tellings.n = p->tellings.room = p->told.n;
	p->tellings.at = ARENA_ARRAY(p->keep, struct page_report, p->told.n + 1);
	page_rows(ex->st->output, &ex->tables[RELEASED_TIMELINE], conf, "when", count_dated, &t);
	page_rows(ex->st->output, &ex->tables[RELEASED_TIMELINE], conf,
		  "when type status agent_name target_name place_name place_admin1 place_country source_name "
		  "source_type source_org_name polarity modality background sentence reports independent publisher "
		  "title url published happening source_id place_id id",
		  take_event, &t);
}
