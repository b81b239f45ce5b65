#include "html_article.h"

#include "space.h"

void html_write_text(struct html_writing *w, struct str paragraph, int kind)
{
	struct block mark = {.kind = kind};

	if (!space_trim(paragraph).n)
		return;
	if (w->text.n)
		buf_add(&w->text, STR("\n\n"));
	mark.start = (uint32_t)w->text.n;
	buf_add(&w->text, paragraph);
	mark.end = (uint32_t)w->text.n;
	LIST_ADD(w->page->arena, &w->marks, mark);
}

static uint32_t count_words(struct str s)
{
	uint32_t n = s.n > 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.at[i] == ' ';
	return n;
}

void html_write_piece(struct html_writing *w, uint32_t piece, int kind)
{
	const struct html_piece *p = &w->page->pieces.at[piece];

	html_write_text(w, html_piece_text(w->page, p), kind);
	if (kind == BLOCK_BODY)
		w->words += p->words;
}

static void write_lines(struct html_writing *w, struct str body)
{
	while (body.at) {
		struct str line = html_text(w->page->arena, str_cut(&body, '\n'));

		html_write_text(w, line, BLOCK_BODY);
		w->words += count_words(line);
	}
}

/* Markup within JSON is a page of its own. */
static void write_markup(struct html_writing *w, struct str body)
{
	struct html_page page = {.arena = w->page->arena, .markup = w->page->markup};

	if (!html_page_read(body, &page, NULL))
		return;
	for (size_t i = 0; i < page.pieces.n; i++) {
		html_write_text(w, html_piece_text(&page, &page.pieces.at[i]), BLOCK_BODY);
		w->words += page.pieces.at[i].words;
	}
}

void html_write_body(struct html_writing *w, struct str body)
{
	if (str_find(body, STR("</")) >= 0)
		write_markup(w, body);
	else
		write_lines(w, body);
}

struct str html_shown_time(const struct html_page *page, const struct html_story *story, uint32_t first, uint32_t last,
			   bool changed)
{
	for (size_t i = 0; i < page->times.n; i++) {
		const struct html_time *t = &page->times.at[i];
		uint32_t roles = story->roles[t->node];

		if (t->changed == changed && t->piece >= first && t->piece < last && !html_is_outside(roles) &&
		    !(roles & ROLE_CAPTION) && meta_is_date(t->value))
			return t->value;
	}
	return STR_NULL;
}
