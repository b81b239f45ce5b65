/* Whole web pages, those of fixtures/web-pages: their stories, their metadata, and libxml2 as the reference for
 * what a page shows. */
/* link: ingest */
#include <libxml/HTMLparser.h>

#include "charset.h"
#include "files/sheet.h"
#include "html_of_test.h"
#include "html_page.h"

TestSuite(html_pages, .init = begin, .fini = end, .timeout = 120);

enum { WORDS = 4096 };

struct bag {
	struct str at[WORDS];
	size_t n;
};

static int by_words(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void fill(struct bag *bag, struct str text)
{
	bag->n = 0;
	for (size_t i = 0; i < text.n && bag->n < WORDS;) {
		size_t start = i;

		while (i < text.n && !ascii_is_space((unsigned char)text.at[i]))
			i++;
		if (i > start)
			bag->at[bag->n++] = str_slice(text, start, i);
		i++;
	}
	qsort(bag->at, bag->n, sizeof *bag->at, by_words);
}

/* F1 of the tokens as bags. */
static double f1(struct str got, struct str want)
{
	static struct bag a, b;
	size_t i = 0, k = 0, both = 0;

	fill(&a, got);
	fill(&b, want);
	while (i < a.n && k < b.n) {
		int order = by_words(&a.at[i], &b.at[k]);

		both += order == 0;
		i += order <= 0;
		k += order >= 0;
	}
	return a.n + b.n ? 2.0 * (double)both / (double)(a.n + b.n) : 1;
}

static struct str cell(const struct sheet *sheet, size_t row, const char *column)
{
	int i = sheet_column(sheet, str_of(column));

	cr_assert(i >= 0, "no column %s", column);
	return sheet->at[row].cells[i];
}

/* Numbers of teasers, comments and advertisements in these pages have 77 in them; no story has. */
static bool tells_temptation(const struct document *doc)
{
	return str_find(story(doc), STR("77")) >= 0;
}

static void check_metadata(const struct sheet *sheet, size_t row, const struct document *doc)
{
	struct str name = cell(sheet, row, "page");

	expect_str(doc->title, cell(sheet, row, "title"), "title", name);
	expect_str(doc->published, cell(sheet, row, "published"), "published", name);
	expect_str(str_of(published_bases[doc->published_basis]), cell(sheet, row, "published_basis"),
		   "published_basis", name);
	expect_str(doc->modified, cell(sheet, row, "modified"), "modified", name);
	expect_str(doc->byline, cell(sheet, row, "byline"), "byline", name);
	expect_str(doc->publisher, cell(sheet, row, "publisher"), "publisher", name);
	expect_str(doc->agency, cell(sheet, row, "agency"), "agency", name);
	expect_str(doc->language, cell(sheet, row, "language"), "language", name);
	expect_str(doc->url, cell(sheet, row, "url"), "url", name);
}

Test(html_pages, reads_the_story_and_the_metadata_of_every_template)
{
	struct sheet sheet;
	struct err err;
	double sum = 0;

	cr_assert(sheet_read("fixtures/web-pages/text/metadata.csv", &arena, &sheet, &err), "%s: %s", err.field,
		  err.message);
	cr_expect(sheet.n >= 40);
	for (size_t i = 0; i < sheet.n; i++) {
		struct str name = cell(&sheet, i, "page");
		struct str page = file_at(str_printf(&arena, "fixtures/web-pages/articles/%.*s.html", STR_ARG(name)));
		struct str want = file_at(str_printf(&arena, "fixtures/web-pages/text/%.*s.txt", STR_ARG(name)));
		struct read r = read_page(page, STR_NULL, STR_NULL);

		cr_expect_eq(r.n, 1, "%.*s: %zu articles", STR_ARG(name), r.n);
		if (r.n == 0)
			continue;
		double score = f1(story(&r.docs[0]), want);

		sum += score;
		cr_expect(score >= 0.9, "%.*s: F1 of the text is %.3f: %.*s", STR_ARG(name), score,
			  STR_ARG(story(&r.docs[0])));
		cr_expect_not(tells_temptation(&r.docs[0]), "%.*s: %.*s", STR_ARG(name), STR_ARG(story(&r.docs[0])));
		check_metadata(&sheet, i, &r.docs[0]);
	}
	cr_expect(sum >= 0.97 * (double)sheet.n, "mean F1 of the text is %.4f", sum / (double)sheet.n);
}

/* --- libxml2's parser as the reference ------------------------------------------------------- */

static bool is_read(const xmlNode *node)
{
	static const char *const unread[] = {"script",	 "style",  "noscript", "select", "button", "label",
					     "template", "iframe", "textarea", "head",	 "svg"};

	for (size_t i = 0; node->name && i < sizeof unread / sizeof *unread; i++)
		if (strcmp((const char *)node->name, unread[i]) == 0)
			return false;
	return true;
}

static void add_words(const xmlNode *node, struct buf *out)
{
	for (; node; node = node->next) {
		if (node->type == XML_TEXT_NODE) {
			buf_add(out, str_fold_space(&arena, str_of((const char *)node->content)));
		} else if (node->type == XML_ELEMENT_NODE && is_read(node)) {
			add_words(node->children, out);
		}
	}
}

/* The letters and digits of a text: where blanks go is not what parsers differ in. */
static struct str letters(struct str s)
{
	char *to = arena_text(&arena, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_alpha((unsigned char)s.at[i]) || ascii_is_digit((unsigned char)s.at[i]))
			to[n++] = s.at[i];
	return (struct str){to, n};
}

/* Pages in which the two may differ: an unclosed quote, elements that are not shown, text in the head. */
static bool is_read_otherwise(struct str page)
{
	return str_eq(page, STR("broken-markup")) || str_eq(page, STR("hidden-text")) || str_eq(page, STR("no-markup"));
}

Test(html_pages, finds_the_words_that_libxml2_finds)
{
	struct sheet sheet;
	struct err err;

	cr_assert(sheet_read("fixtures/web-pages/text/metadata.csv", &arena, &sheet, &err));
	for (size_t i = 0; i < sheet.n; i++) {
		struct str name = cell(&sheet, i, "page");
		struct str page = file_at(str_printf(&arena, "fixtures/web-pages/articles/%.*s.html", STR_ARG(name)));
		struct html_page own = {.arena = &arena, .markup = signs_markup(signs)};
		struct buf theirs = {.arena = &arena}, ours = {.arena = &arena};

		if (is_read_otherwise(name))
			continue;
		cr_assert(charset_decode_page(page, STR_NULL, &arena, &page, &err));
		cr_assert(html_page_read(page, &own, &err));
		htmlDocPtr doc = htmlReadMemory(page.at, (int)page.n, NULL, "UTF-8",
						HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
							HTML_PARSE_NONET);

		add_words(xmlDocGetRootElement(doc), &theirs);
		xmlFreeDoc(doc);
		for (size_t k = 0; k < own.pieces.n; k++)
			buf_add(&ours, html_piece_text(&own, &own.pieces.at[k]));
		expect_str(letters(buf_str(&ours)), letters(buf_str(&theirs)), "text", name);
	}
	xmlCleanupParser();
}
