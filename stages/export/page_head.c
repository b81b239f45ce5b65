/* page: first and last lines of the file. Style and script are this program's own, named
 * in the policy by their digests. */
#include "page.h"
#include "page_policy.h"
#include "page_text.h"
#include "page_words.h"
#include "plot.h"

/* Made by the build of page.css and page.js. */
#include "page_files.h"

/* Places that class attributes name, since the policy forbids style attributes: across in
 * quarters of a percent, down in pixels. */
static struct str style_of(struct arena *arena)
{
	enum { DOWN = 260 };
	struct buf b = {.arena = arena};

	buf_add(&b, STR(PAGE_CSS));
	for (int i = 0; i <= PLOT_WIDTH; i++)
		buf_printf(&b, ".x%d{left:%d.%02d%%}", i, i / 4, i % 4 * 25);
	for (int i = 0; i <= DOWN; i++)
		buf_printf(&b, ".y%d{top:%dpx}", i, i);
	return buf_str(&b);
}

void page_head(struct page *p)
{
	enum { MANY = 2000 }; /* statements and events from which on what is out of sight is drawn later */
	struct arena *a = &p->scratch;
	struct str style = style_of(a), script = STR(PAGE_JS);
	struct str policy = page_policy(a, style, script);
	struct buf *html = &p->html;

	page_html(html, "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
			"http-equiv=\"Content-Security-Policy\" content=\"");
	buf_add(html, policy); /* its quotes are single ones */
	page_html(html, "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta "
			"name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" "
			"content=\"no-referrer\">\n<meta "
			"name=\"generator\" content=\"Recount " RECOUNT_VERSION "\">\n<link rel=\"icon\" "
			"href=\"data:,\">\n<title>Recount, ");
	page_text(html, page_date(a, p->ex->as_of));
	page_html(html, "</title>\n<style>");
	buf_add(html, style);
	page_html(html, "</style>\n</head>\n<body");
	page_html(html, p->statements.n + p->events.n > MANY ? " class=\"many\">\n" : ">\n");
	page_html(html, "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
	plot_shapes(html);
	page_flush(p);
}

void page_tail(struct page *p)
{
	page_html(&p->html, "</main>\n<footer><p>Made by Recount " RECOUNT_VERSION " from ");
	page_text(&p->html, page_count(&p->scratch, (int64_t)p->all_documents, "article"));
	page_html(&p->html, ", as of ");
	page_text(&p->html, page_date(&p->scratch, p->ex->as_of));
	page_html(&p->html, ". Places by GeoNames (CC BY 4.0). The sentences belong to their "
			    "publishers.</p></footer>\n<script>");
	buf_add(&p->html, STR(PAGE_JS));
	page_html(&p->html, "</script>\n</body>\n</html>\n");
	page_flush(p);
}
