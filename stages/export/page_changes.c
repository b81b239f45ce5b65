/* page: what changed since the release before, told in words. */
#include "files/folder.h"
#include "page_choices.h"
#include "page_words.h"

static const struct {
	enum change_kind kind;
	const char *title;
	bool folded; /* many of them are everyday life */
} groups[] = {
	{CHANGE_CONTESTED, "Newly contested", false},
	{CHANGE_SETTLED, "Settled", false},
	{CHANGE_REVISED, "Revised", false},
	{CHANGE_NEW, "New", true},
	{CHANGE_GONE, "Gone", true},
};

enum { OPEN = 12 }; /* a folded group of so few is open */

static size_t count_of(const struct page *p, enum change_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < p->changes.n; i++)
		n += p->changes.at[i].kind == (int)kind;
	return n;
}

static void add_name(struct page *p, const struct change_row *row)
{
	struct page_quantity q = {.measure = row->measure, .subject = row->subject};
	uint32_t n;
	bool plotted = str_eq(row->what, STR("track")) && row->kind != CHANGE_GONE &&
		       page_index_find(&p->plotted, row->id, &n);

	if (plotted) {
		page_html(&p->html, "<a href=\"#");
		page_text(&p->html, row->id);
		page_html(&p->html, "\">");
	}
	page_text(&p->html, str_eq(row->what, STR("track")) ? page_quantity_name(&p->scratch, q)
							    : page_capital(&p->scratch, row->subject));
	page_html(&p->html, plotted ? "</a>" : "");
	if (row->place.name.n && str_eq(row->what, STR("track"))) {
		page_html(&p->html, ", ");
		page_bdi(&p->html, row->place.name);
	}
}

static void add_change(struct page *p, const struct change_row *row)
{
	page_html(&p->html, "<li");
	page_filter_data(p, row->place.id, row->measure, NULL, 0);
	page_html(&p->html, "><b>");
	add_name(p, row);
	page_html(&p->html, "</b> ");
	page_cut(&p->html, page_capital(&p->scratch, row->why), 900);
	page_html(&p->html, ".</li>\n");
	page_flush(p);
}

static void add_group(struct page *p, size_t g)
{
	size_t n = count_of(p, groups[g].kind);
	bool folds = groups[g].folded && n > OPEN;

	if (n == 0)
		return;
	buf_printf(&p->html,
		   folds ? "<details><summary>%s: %.*s</summary>" : "<h3>%s <span class=\"n\">%.*s</span></h3>",
		   groups[g].title, STR_ARG(decimal_grouped(&p->scratch, decimal_of((int64_t)n))));
	page_html(&p->html, "<ul class=\"changes\">\n");
	for (size_t i = 0; i < p->changes.n && !page_is_full(p, PAGE_ROOM_CHANGES); i++)
		if (p->changes.at[i].kind == (int)groups[g].kind)
			add_change(p, &p->changes.at[i]);
	page_html(&p->html, folds ? "</ul></details>\n" : "</ul>\n");
}

void page_changes(struct page *p)
{
	page_html(&p->html,
		  "<section id=\"changes\" aria-labelledby=\"h-changes\"><h2 id=\"h-changes\">What changed</h2>");
	if (!p->ex->before)
		page_html(&p->html,
			  "<p class=\"lead\">This is the first release: there is none before it to compare with.");
	else {
		page_html(&p->html, "<p class=\"lead\">Since the release of ");
		page_text(&p->html, page_date(&p->scratch, str_slice(str_of(path_base(p->ex->before)), 0, 10)));
		page_html(&p->html, p->all_changes ? "." : ": nothing.");
	}
	if (p->all_changes > p->changes.n)
		buf_printf(&p->html, " %zu of %.*s are told here; changes.csv has all.", p->changes.n,
			   STR_ARG(page_count(&p->scratch, (int64_t)p->all_changes, "change")));
	page_html(&p->html, "</p>\n");
	for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
		add_group(p, g);
	if (page_is_full(p, PAGE_ROOM_CHANGES))
		page_html(&p->html, "<p class=\"note\">The page is full; changes.csv has all.</p>");
	page_html(&p->html, "</section>\n");
	page_flush(p);
}
