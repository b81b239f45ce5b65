/* page: its head as a reader sees it: what this is, as of when, how much. */
#include "page_choices.h"
#include "page_words.h"

static void add_fact(struct page *p, uint64_t n, const char *noun)
{
	buf_printf(&p->html, "<li><b>%.*s</b> %s%s</li>", STR_ARG(decimal_grouped(&p->scratch, decimal_of((int64_t)n))),
		   noun, n == 1 ? "" : "s");
}

void page_summary(struct page *p)
{
	struct buf *html = &p->html;
	int32_t day = p->ex->as_of_day;

	page_html(html, "<header><p class=\"kick\">Recount</p><h1>Who says how many <span>as of ");
	page_text(html, page_day(&p->scratch, day));
	page_html(html, "</span></h1><ul class=\"facts\">");
	add_fact(p, p->all_documents, "article");
	add_fact(p, p->all_figures, "figure");
	add_fact(p, p->all_sources, "source");
	buf_printf(html, "<li><b>%.*s</b> %s, %.*s of them contested</li>",
		   STR_ARG(decimal_grouped(&p->scratch, decimal_of((int64_t)p->all_tracks))),
		   p->all_tracks == 1 ? "quantity" : "quantities",
		   STR_ARG(decimal_grouped(&p->scratch, decimal_of((int64_t)p->all_contested))));
	page_html(html, "</ul></header>\n<nav class=\"top\" aria-label=\"Sections\"><ul><li><a href=\"#changes\">What "
			"changed</a></li><li><a href=\"#contested\">Contested</a></li><li><a "
			"href=\"#timeline\">Timeline</a></li><li><a href=\"#figures\">Figures</a></li>");
	if (p->n_tracks > p->n_plotted)
		page_html(html, "<li><a href=\"#rest\">Further figures</a></li>");
	page_html(html, "<li><a href=\"#how\">How to read it</a></li></ul></nav>\n<main id=\"main\">\n");
	page_filter(p);
	page_flush(p);
}
