/* page: the tracks that have no plot of their own, as a table. */
#include "page_card.h"
#include "page_choices.h"
#include "page_tracks.h"

static void add_row(struct page *p, const struct page_track *t)
{
	struct page_quantity q = {t->track.measure, t->track.subject, t->track.unit};
	struct page_values v = page_track_values(&t->track);
	const struct page_statement *s = t->n ? &t->statements[t->n - 1] : NULL;
	struct buf *html = &p->html;

	page_html(html, "<tr");
	page_filter_data(p, t->track.place.id, t->track.measure, s && s->found ? &s->source : NULL, s && s->found);
	page_html(html, "><th scope=\"row\">");
	page_bdi(html, p->places.at[t->place].name);
	page_html(html, "</th><td>");
	page_text(html, page_quantity_name(&p->scratch, q));
	page_html(html, "</td><td class=\"num\">");
	page_text(html, page_span(&p->scratch, q, &v));
	page_html(html, "</td><td class=\"day\">");
	page_text(html, page_date(&p->scratch, t->track.as_of));
	page_html(html, "</td><td>");
	if (s && s->found) {
		page_html(html, "<b>");
		page_bdi(html, s->who);
		page_html(html, "</b>: ");
		page_cut(html, s->sentence, 300);
		page_card_reports(p, s);
	}
	if (t->earlier)
		buf_printf(html, "<span class=\"note\">and %.*s earlier</span>",
			   STR_ARG(page_count(&p->scratch, (int64_t)t->earlier, "statement")));
	page_html(html, "</td></tr>\n");
	page_flush(p);
}

void page_rest(struct page *p)
{
	enum { OPEN = 40 }; /* rows of a table that is not folded */
	size_t rows = p->n_tracks - p->n_plotted;

	if (rows == 0)
		return;
	page_html(&p->html, "<section id=\"rest\" aria-labelledby=\"h-rest\"><h2 id=\"h-rest\">Further figures</h2><p "
			    "class=\"lead\">Quantities that were stated once, or are older than those above.");
	if (p->n_tracks < p->all_tracks)
		buf_printf(&p->html, " The latest %zu are here; tracks.csv has all.", rows);
	buf_printf(&p->html, "</p><details%s><summary>Table: %.*s</summary>\n", rows <= OPEN ? " open" : "",
		   STR_ARG(page_count(&p->scratch, (int64_t)rows, "row")));
	page_html(
		&p->html,
		"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Further "
		"figures\"><table><caption>Further "
		"figures</caption><thead><tr><th scope=\"col\">Place</th><th scope=\"col\">What</th><th scope=\"col\" "
		"class=\"num\">How many</th><th scope=\"col\">As of</th><th scope=\"col\">The latest statement</th>"
		"</tr></thead><tbody>\n");
	size_t i = p->n_plotted;

	while (i < p->n_tracks && !page_is_full(p, PAGE_ROOM_REST))
		add_row(p, &p->tracks[i++]);
	page_html(&p->html, "</tbody></table></div>");
	if (i < p->n_tracks)
		page_left_out(p, p->n_tracks - i, "tracks.csv");
	page_html(&p->html, "</details></section>\n");
	page_flush(p);
}
