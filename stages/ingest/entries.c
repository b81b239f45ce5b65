#include "entries.h"

#include "space.h"
#include "values/date_text.h"

enum { ENTRY_WORDS = 5, CLOCK_BYTES = 24 };

static bool holds(const struct html_page *page, uint32_t outer, uint32_t i)
{
	return i >= outer && i < page->nodes.at[outer].end;
}

/* A part of the article that tells something. */
static bool may_be_entry(const struct html_page *page, const struct html_story *story, uint32_t i)
{
	const struct html_node *node = &page->nodes.at[i];

	for (uint32_t k = node->first; k < node->last; k++)
		if (story->kinds[k] == BLOCK_BODY)
			return !html_is_outside(story->roles[i]);
	return false;
}

/* Elements that say they are entries, the outermost ones. */
static void find_named(const struct html_page *page, const struct html_story *story, struct entries *out)
{
	uint32_t end = 0;

	for (uint32_t i = 1; i < page->nodes.n; i++)
		if (i >= end && page->nodes.at[i].roles & ROLE_ENTRY && may_be_entry(page, story, i)) {
			LIST_ADD(page->arena, out, i);
			end = page->nodes.at[i].end;
		}
}

/* Elements that hold a time. */
static bool *timed_nodes(const struct html_page *page)
{
	bool *timed = ARENA_ARRAY(page->arena, bool, page->nodes.n);

	for (size_t i = 0; i < page->times.n; i++)
		for (uint32_t k = page->times.at[i].node; !timed[k]; k = page->nodes.at[k].parent)
			timed[k] = true;
	for (size_t i = 0; i < page->pieces.n; i++)
		if (page->nodes.at[page->pieces.at[i].node].roles & ROLE_TIME)
			for (uint32_t k = page->pieces.at[i].node; !timed[k]; k = page->nodes.at[k].parent)
				timed[k] = true;
	return timed;
}

/* The children, with a time and prose each, of the element that has most of them. */
static void find_repeated(const struct html_page *page, const struct html_story *story, struct entries *out)
{
	const bool *timed = timed_nodes(page);
	uint32_t *children = ARENA_ARRAY(page->arena, uint32_t, page->nodes.n), parent = 0;

	for (uint32_t i = 1; i < page->nodes.n; i++)
		if (timed[i] && page->nodes.at[i].tag != TAG_P && may_be_entry(page, story, i))
			children[page->nodes.at[i].parent]++;
	for (uint32_t i = 0; i < page->nodes.n; i++)
		if (holds(page, story->region, i) && children[i] > children[parent])
			parent = i;
	for (uint32_t i = parent + 1; children[parent] && i < page->nodes.at[parent].end; i = page->nodes.at[i].end)
		if (timed[i] && page->nodes.at[i].tag != TAG_P && may_be_entry(page, story, i))
			LIST_ADD(page->arena, out, i);
}

void entries_find(const struct html_page *page, const struct html_story *story, struct entries *out)
{
	*out = (struct entries){0};
	if (!story->is_live)
		return;
	find_named(page, story, out);
	if (out->n < 2) {
		out->n = 0;
		find_repeated(page, story, out);
	}
	if (out->n < 2)
		out->n = 0;
}

/* "10:45", "10.45am GMT": a clock time of the page's day, since entries show no other. */
static struct str on_day_of(struct arena *arena, struct str clock, const struct given *whole)
{
	struct moment day, at;
	struct str text;

	if (!clock.n || clock.n > CLOCK_BYTES || !date_text_parse(whole->published, &day, NULL) ||
	    day.date.grain != DATE_DAY)
		return STR_NULL;
	text = str_printf(arena, "%04d-%02d-%02d %.*s", day.date.year, day.date.month, day.date.day, STR_ARG(clock));
	return date_text_parse(text, &at, NULL) && at.clock ? text : STR_NULL;
}

/* When the entry was written: by its time element, or by the words that stand for one. */
static struct str time_of(const struct html_page *page, const struct html_story *story, uint32_t node,
			  const struct given *whole)
{
	const struct html_node *entry = &page->nodes.at[node];
	struct str clock = STR_NULL;

	for (size_t i = 0; i < page->times.n; i++) {
		const struct html_time *t = &page->times.at[i];

		if (!holds(page, node, t->node))
			continue;
		if (meta_is_date(t->value))
			return t->value;
		if (!clock.n)
			clock = t->value;
	}
	for (uint32_t k = entry->first; k < entry->last; k++) {
		struct str s = html_piece_text(page, &page->pieces.at[k]);

		if (story->kinds[k] != BLOCK_TIMESTAMP)
			continue;
		if (meta_is_date(s))
			return s;
		if (!clock.n)
			clock = s;
	}
	return on_day_of(page->arena, clock, whole);
}

static struct given start(const struct given *whole)
{
	return (struct given){.publisher = whole->publisher,
			      .agency = whole->agency,
			      .language = whole->language,
			      .url = whole->url,
			      .parent = whole->url,
			      .published = whole->published};
}

static bool is_heading(const struct html_piece *p)
{
	return p->tag >= TAG_H1 && p->tag <= TAG_H6;
}

bool entry_read(const struct html_page *page, const struct html_story *story, uint32_t node, const struct given *whole,
		struct given *out)
{
	struct html_writing w = {.page = page, .story = story, .text = {.arena = page->arena}};
	const struct html_node *entry = &page->nodes.at[node];
	struct str time = time_of(page, story, node, whole);

	*out = start(whole);
	if (time.n)
		out->published = time;
	if (whole->url.n && (entry->id.n || time.n)) /* an address of its own: it is no version of the page */
		out->url = str_printf(page->arena, "%.*s#%.*s", STR_ARG(whole->url),
				      STR_ARG(entry->id.n ? entry->id : time));
	for (uint32_t k = entry->first; k < entry->last; k++) {
		bool title = !out->title.n && !w.words && is_heading(&page->pieces.at[k]) && story->kinds[k];

		if (title)
			out->title = html_piece_text(page, &page->pieces.at[k]);
		if (story->kinds[k])
			html_write_piece(&w, k, title ? BLOCK_TITLE : story->kinds[k]);
	}
	out->text = buf_str(&w.text);
	out->marks = w.marks;
	return w.words >= ENTRY_WORDS;
}

bool entry_of_update(const struct html_page *page, const struct html_story *story, const struct meta_update *update,
		     const struct given *whole, struct given *out)
{
	struct html_writing w = {.page = page, .story = story, .text = {.arena = page->arena}};

	*out = start(whole);
	if (meta_is_date(update->published))
		out->published = update->published;
	if (update->url.n)
		out->url = update->url;
	out->title = update->title;
	html_write_text(&w, update->title, BLOCK_TITLE);
	html_write_body(&w, update->text);
	out->text = buf_str(&w.text);
	out->marks = w.marks;
	return w.words >= ENTRY_WORDS;
}
