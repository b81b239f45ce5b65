/* page: how to read a plot. */
#include "page_text.h"
#include "plot.h"

static const struct {
	const char *drawing, *words;
} marks[] = {
	{"<use href=\"#m0\" class=\"m k0\" x=\"24\" y=\"20\"/>",
	 "one statement; its colour and shape are its source\xE2\x80\x99s"},
	{"<use href=\"#m0\" class=\"m o k0\" x=\"24\" y=\"20\"/>",
	 "an earlier one that the estimate no longer rests on"},
	{"<line class=\"rv k0\" x1=\"10\" y1=\"28\" x2=\"38\" y2=\"12\"/><use href=\"#m0\" class=\"m o k0\" x=\"10\" "
	 "y=\"28\"/>"
	 "<use href=\"#m0\" class=\"m k0\" x=\"38\" y=\"12\"/>",
	 "the same source, revised"},
	{"<line class=\"rg k1\" x1=\"24\" y1=\"6\" x2=\"24\" y2=\"34\"/><use href=\"#m1\" class=\"m h k1\" x=\"24\" "
	 "y=\"20\"/>",
	 "a range: \xE2\x80\x9C"
	 "between\xE2\x80\x9D, \xE2\x80\x9C"
	 "dozens\xE2\x80\x9D; hollow also for what is planned or possible"},
	{"<use href=\"#up\" class=\"ar k2\" x=\"24\" y=\"28\"/><use href=\"#m2\" class=\"m k2\" x=\"24\" y=\"28\"/>",
	 "at least, more than (downwards: at most)"},
	{"<use href=\"#ring\" class=\"cp k3\" x=\"24\" y=\"20\"/><use href=\"#m3\" class=\"m k3\" x=\"24\" y=\"20\"/>",
	 "a ring: some of the articles that carry it are copies, and count once"},
	{"<use href=\"#m5\" class=\"m k5\" x=\"24\" y=\"20\"/><use href=\"#no\" class=\"de k5\" x=\"24\" y=\"20\"/>",
	 "denied by that source"},
	{"<rect class=\"band\" x=\"2\" y=\"10\" width=\"44\" height=\"20\"/><line class=\"el\" x1=\"2\" y1=\"22\" "
	 "x2=\"46\" "
	 "y2=\"22\"/>",
	 "the estimate: its best number, and the band of what is claimed"},
	{"<rect class=\"fu\" x=\"2\" y=\"4\" width=\"44\" height=\"18\"/><line class=\"el\" x1=\"2\" y1=\"22\" "
	 "x2=\"46\" y2=\"22\"/>",
	 "a fading band: that side is open, as in \xE2\x80\x9Cmore than\xE2\x80\x9D"},
};

void page_legend(struct page *p)
{
	page_html(&p->html, "<section id=\"how\" aria-labelledby=\"h-how\"><h2 id=\"h-how\">How to read it</h2><ul "
			    "class=\"legend\">\n");
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		buf_printf(&p->html,
			   "<li><svg width=\"48\" height=\"40\" aria-hidden=\"true\" "
			   "focusable=\"false\">%s</svg><span>%s</span></li>\n",
			   marks[i].drawing, marks[i].words);
	page_html(
		&p->html,
		"</ul><p>Statements that only copy another article count once. Where sources contradict each other, "
		"low "
		"and high span what they claim, and nobody is left out. An axis begins at zero unless all numbers lie "
		"close together, far from it; its lowest number says so. Each plot has a table with every statement, "
		"its "
		"sentence and its articles.</p><p>The tables of this release hold all of it: figures.csv every number "
		"with its sentence, tracks.csv and estimates.csv what follows, contradictions.csv, checks.csv and "
		"changes.csv the rest. The same articles and settings give the same bytes, this page\xE2\x80\x99s "
		"included: "
		"<code>recount verify</code> proves it.</p></section>\n");
	page_flush(p);
}
