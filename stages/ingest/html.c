#include "html.h"

#include "charset.h"
#include "entries.h"
#include "signs.h"
#include "space.h"
#include "stamp.h"
#include "whole.h"

enum {
	STORY_WORDS = 5,   /* a page with fewer holds no article */
	STUB_PERCENT = 40, /* of the words that JSON-LD has of it: the page shows only its beginning */
	NAME_WORDS = 6,
	NARROW_BYTES = 512,
	AGREEING = 3,	     /* paragraphs looked for */
	AGREEING_BYTES = 40, /* of each */
};

static const struct str byte_order_mark = {"\xEF\xBB\xBF", 3};

/* The ASCII in the first bytes of UTF-16, without its mark. In `to`, of NARROW_BYTES. */
static struct str narrow(struct str head, char *to)
{
	size_t n = 0;

	for (size_t i = 0; i < head.n && n < NARROW_BYTES; i++)
		if (head.at[i] && (unsigned char)head.at[i] < 0xFE)
			to[n++] = head.at[i];
	return (struct str){to, n};
}

bool html_is(struct str head)
{
	static const struct str starts[] = {{"<!doctype html", 14}, {"<html", 5}, {"<head", 5}, {"<body", 5},
					    {"<!-- ", 5},	    {"<meta", 5}, {"<title", 6}};
	static const struct str tags[] = {{"<html", 5}, {"<body", 5}, {"<p>", 3}, {"<div", 4}, {"<!DOCTYPE html", 14}};
	char ascii[NARROW_BYTES];

	if (str_starts(head, byte_order_mark))
		head = str_slice(head, byte_order_mark.n, head.n);
	if (head.n && memchr(head.at, '\0', head.n < 8 ? head.n : 8))
		head = narrow(head, ascii);
	head = str_trim(head);
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_eq_fold(str_slice(head, 0, starts[i].n), starts[i]))
			return true;
	for (size_t i = 0; head.n && head.at[0] == '<' && i < sizeof tags / sizeof *tags; i++)
		if (str_find(head, tags[i]) >= 0)
			return true; /* XHTML behind its declaration, a fragment */
	return false;
}

/* A page while it is made articles. */
struct reader {
	struct html_page page;
	struct html_story story;
	struct meta meta;
	struct entries entries;
	const struct signs *signs;
	struct html_articles *out;
};

static bool is_capital(struct str word)
{
	return word.n && (ascii_is_upper((unsigned char)word.at[0]) || (unsigned char)word.at[0] >= 0x80);
}

/* "Jane Doe", "By Jane Doe": few words, each with a capital. */
static struct str name_in(struct str s)
{
	struct str named = byline_find(s), rest = named.n ? named : s;
	size_t words = 0;

	for (; rest.at; words++) {
		struct str word = str_cut(&rest, ' ');

		if (!is_capital(word) && !str_eq(word, STR("and")) && !str_eq(word, STR("de")) && word.n)
			return STR_NULL;
	}
	return words >= 2 && words <= NAME_WORDS ? (named.n ? named : s) : STR_NULL;
}

/* Who wrote it, as the page shows it. */
static struct str shown_byline(const struct reader *r)
{
	uint32_t last = r->page.nodes.at[r->story.region].last;

	for (uint32_t i = 0; i < last; i++) {
		const struct html_piece *p = &r->page.pieces.at[i];

		if (r->story.kinds[i] && (r->story.roles[p->node] | p->roles) & ROLE_BYLINE &&
		    p->words <= NAME_WORDS + 1) {
			struct str name = name_in(html_piece_text(&r->page, p));

			if (name.n)
				return name;
		}
	}
	return STR_NULL;
}

/* The headline as readers see it, where it is the one that the page gives elsewhere. */
static struct str shown_title(const struct reader *r)
{
	return r->story.title < r->page.pieces.n ? html_piece_text(&r->page, &r->page.pieces.at[r->story.title])
						 : STR_NULL;
}

static void describe(struct reader *r, struct given *out)
{
	const struct meta *m = &r->meta;
	const struct html_node *region = &r->page.nodes.at[r->story.region];
	uint32_t head = r->story.title < region->first ? r->story.title : region->first;
	struct str changed = html_shown_time(&r->page, &r->story, head, region->last, true);
	struct str shown = html_shown_time(&r->page, &r->story, head, region->last, false);
	struct str agency = signs_agency(r->signs, m->agency.n ? m->agency : m->byline);

	*out = (struct given){.url = m->url,
			      .publisher = m->publisher,
			      .title = m->title,
			      .byline = m->byline.n ? m->byline : shown_byline(r),
			      .agency = agency.n ? agency : signs_agency(r->signs, m->byline),
			      .language = m->language,
			      .published = m->published,
			      .modified = m->modified.n ? m->modified : changed,
			      .stamp = shown.n ? shown : changed};
}

/* Pieces that lie in an entry. */
static bool *in_entries(const struct reader *r)
{
	bool *in = ARENA_ARRAY(r->page.arena, bool, r->page.pieces.n);

	for (size_t i = 0; i < r->entries.n; i++) {
		const struct html_node *node = &r->page.nodes.at[r->entries.at[i]];

		for (uint32_t k = node->first; k < node->last; k++)
			in[k] = true;
	}
	return in;
}

/* What JSON-LD calls the text: is it told on the page, as far as its first paragraphs show? */
static bool is_told(const struct html_writing *page, const struct html_writing *told)
{
	for (size_t i = 0, seen = 0; i < told->marks.n && seen < AGREEING; i++) {
		struct block m = told->marks.at[i];

		if (m.kind != BLOCK_BODY)
			continue;
		seen++;
		if (str_find(buf_str(&page->text),
			     str_slice(buf_str(&told->text), m.start,
				       m.end - m.start > AGREEING_BYTES ? m.start + AGREEING_BYTES : m.end)) >= 0)
			return true;
	}
	return false;
}

/* The text that JSON-LD has counts where the page shows the beginning of it alone, or, under
 * the same headline, other words. */
static bool is_better(const struct reader *r, const struct html_writing *page, const struct html_writing *told)
{
	struct str shown = shown_title(r);

	if (told->words <= STORY_WORDS || r->entries.n)
		return false;
	if (page->words * 100 < told->words * STUB_PERCENT)
		return true;
	return shown.n && str_eq_fold(shown, r->meta.title) && !is_told(page, told);
}

/* The page itself: its pieces but those of entries, or what JSON-LD has more of. */
static bool write_whole(struct reader *r, struct given *out)
{
	struct html_writing w = {.page = &r->page, .story = &r->story, .text = {.arena = r->page.arena}};
	struct html_writing told = w;
	const bool *in = in_entries(r);

	for (uint32_t i = 0; i < r->page.pieces.n; i++)
		if (r->story.kinds[i] && !in[i])
			html_write_piece(&w, i, r->story.kinds[i]);
	if (r->meta.body.n) {
		html_write_text(&told, out->title, BLOCK_TITLE);
		html_write_body(&told, r->meta.body);
	}
	if (is_better(r, &w, &told))
		w = told;
	out->text = buf_str(&w.text);
	out->marks = w.marks;
	return w.words >= STORY_WORDS;
}

static void add_entries(struct reader *r, const struct given *whole)
{
	struct given entry;

	for (size_t i = 0; i < r->entries.n; i++)
		if (entry_read(&r->page, &r->story, r->entries.at[i], whole, &entry))
			LIST_ADD(r->page.arena, r->out, entry);
	for (size_t i = 0; !r->entries.n && i < r->meta.updates.n; i++)
		if (entry_of_update(&r->page, &r->story, &r->meta.updates.at[i], whole, &entry))
			LIST_ADD(r->page.arena, r->out, entry);
}

bool html_read(struct str bytes, const struct html_hint *hint, const struct signs *signs, struct arena *arena,
	       struct html_articles *out, struct err *err)
{
	struct reader r = {.page = {.arena = arena, .markup = signs_markup(signs)}, .signs = signs, .out = out};
	struct given whole;
	struct str page;

	*out = (struct html_articles){0};
	if (!charset_decode_page(bytes, hint->charset, arena, &page, err) || !html_page_read(page, &r.page, err))
		return false;
	if (r.page.linked_data.n)
		meta_read_linked(&r.page, &r.meta);
	html_story_find(&r.page, r.page.title, r.meta.is_live, signs, &r.story);
	meta_choose(&r.page, r.story.roles, hint->url, shown_title(&r), &r.meta);
	entries_find(&r.page, &r.story, &r.entries);
	describe(&r, &whole);
	if (write_whole(&r, &whole))
		LIST_ADD(arena, out, whole);
	add_entries(&r, &whole);
	return out->n || err_set(err, "text", "not an article: the page tells no story");
}

/* A file is a page; what it holds besides the first article waits. */
enum given_result html_next(struct source *from, struct given *out, struct err *err)
{
	static const struct html_hint nothing;
	struct html_articles found;
	struct str bytes;

	*out = (struct given){.path = from->path, .position = 1};
	if (from->records++ > 0)
		return GIVEN_END;
	arena_reset(from->held);
	if (!whole_read(from, from->held, &bytes, err) ||
	    !html_read(bytes, &nothing, from->signs, from->held, &found, err))
		return GIVEN_BAD;
	for (size_t i = 0; i < found.n; i++) {
		found.at[i].path = from->path;
		found.at[i].position = 1;
	}
	*out = found.at[0];
	from->waiting = (struct given_list){found.at + 1, found.n - 1, found.n - 1};
	return GIVEN_ARTICLE;
}
