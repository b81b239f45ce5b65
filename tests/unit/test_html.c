/* Web pages: what they show, what they say about themselves, and what they try to break. */
#include <criterion/criterion.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <time.h>

#include "charset.h"
#include "data_of_test.h"
#include "files/sheet.h"
#include "html.h"
#include "html_page.h"
#include "ingest.h"
#include "signs.h"

static struct arena arena;
static const struct lexicon *lex;
static const struct signs *signs;

static void begin(void)
{
	struct err err;

	lex = lexicon_open(data_of_test("lexicon.bin"), &err);
	cr_assert(lex, "%s: %s", err.field, err.message);
	signs = signs_load(lex, &arena);
}

static void end(void)
{
	lexicon_close(lex);
	arena_free(&arena);
}

TestSuite(html, .init = begin, .fini = end, .timeout = 120);

static struct str file_at(struct str path)
{
	struct buf all = {.arena = &arena};
	char chunk[4096];
	size_t n;
	FILE *file = fopen(path.at, "rb");

	cr_assert(file, "cannot open %s: run the tests from the folder of the project", path.at);
	while ((n = fread(chunk, 1, sizeof chunk, file)) > 0)
		buf_add(&all, (struct str){chunk, n});
	fclose(file);
	return buf_str(&all);
}

struct read {
	struct html_articles articles;
	struct document docs[64];
	size_t n;
};

static struct read read_page(struct str page, struct str charset, struct str url)
{
	struct html_hint hint = {.charset = charset, .url = url};
	struct read r = {0};
	struct err err;

	if (!html_read(page, &hint, signs, &arena, &r.articles, &err))
		return r;
	for (; r.n < r.articles.n && r.n < 64; r.n++) {
		r.articles.at[r.n].path = "page";
		cr_expect(ingest(&r.articles.at[r.n], signs, &arena, &r.docs[r.n], &err), "%s", err.message);
	}
	return r;
}

static struct read read_text(const char *page)
{
	return read_page(str_of(page), STR_NULL, STR_NULL);
}

/* The words that count, as extract sees them. */
static struct str story(const struct document *doc)
{
	struct buf text = {.arena = &arena};

	for (size_t i = 0; i < doc->blocks.n; i++)
		if (block_counts(doc->blocks.at[i].kind)) {
			buf_add(&text, str_slice(doc->text, doc->blocks.at[i].start, doc->blocks.at[i].end));
			buf_add(&text, STR("\n"));
		}
	return buf_str(&text);
}

static void expect_str(struct str got, struct str want, const char *what, struct str where)
{
	cr_expect(str_eq(got, want), "%.*s: %s is '%.*s', not '%.*s'", STR_ARG(where), what, STR_ARG(got),
		  STR_ARG(want));
}

/* --- the pages of fixtures/web-pages -------------------------------------------------------- */

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

Test(html, reads_the_story_and_the_metadata_of_every_template)
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

Test(html, finds_the_words_that_libxml2_finds)
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

/* --- small pages ------------------------------------------------------------------------------ */

/* A page around some markup, with a story to hold it. */
#define STORY                                                                                                          \
	"<p>The river rose by two metres on Friday and flooded 40 houses in the lower town.</p>"                       \
	"<p>Nobody was hurt, the fire brigade said, and the water had begun to fall by noon.</p>"

static const struct {
	const char *page, *want; /* what the story is; NULL: no article */
} pages[] = {
	{"<body><h1>River rises in town</h1>" STORY, "River rises by two metres"},
	{"<p>", NULL},
	{"", NULL},
	{"<html><body><a href=/1>One</a> <a href=/2>Two</a></body></html>", NULL},
};

Test(html, a_page_without_a_story_is_no_article)
{
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct read r = read_text(pages[i].page);

		cr_expect_eq(r.n, pages[i].want ? 1 : 0, "%zu articles in %s", r.n, pages[i].page);
	}
}

static const struct {
	const char *markup, *in, *out; /* `in` stands in the story, `out` does not */
} parts[] = {
	{"<nav><p>There are 99 sections in this paper, and all of them are worth reading.</p></nav>", "40 houses",
	 "99"},
	{"<figure><figcaption>A man carries 99 bricks.</figcaption></figure>", "40 houses", "99"},
	{"<p class=\"caption\">A man carries 99 bricks.</p>", "40 houses", "99"},
	{"<script>document.write('<p>99 dead</p>')</script>", "40 houses", "99"},
	{"<div hidden><p>99 people said that they had seen it, but nobody believed them.</p></div>", "40 houses", "99"},
	{"<div class=\"c-newsletter\"><p>Join 99 readers of our letter, which comes every week by post.</p></div>",
	 "40 houses", "99"},
	{"<p>Two &amp; a half &lt;metres&gt; of mud&mdash;99&nbsp;tonnes&#8212;lay in the streets, people said.</p>",
	 "Two & a half <metres> of mud\u2014"
	 "99\u00a0tonnes\u2014lay",
	 "&amp;"},
	{"<p>Of the <b>99</b> <a href=\"/x\">sandbags</a> that were laid none was wasted, said the mayor.</p>",
	 "Of the 99 sandbags that were laid", "/x"},
	{"<p>First line of it<br>goes on here, said the mayor of the town.<br>And a second one.</p>",
	 "First line of it goes on here", "<br>"},
	{"<p>Five < six, said the teacher, and 3 > 2 as well, as all of us have known for long.</p>",
	 "Five < six, said the teacher, and 3 > 2", NULL},
	{"<ul><li>Water: 12 litres a day for each of those who stay.</li><li>Bread: two loaves.</li></ul>",
	 "Water: 12 litres", NULL},
	{"<h3>Read more</h3><ul><li><a href=\"/a\">Flood of 1999 cost 99 lives</a></li></ul>", "40 houses", "99"},
	{"<p>READ MORE: How 99 houses were lost in 1999</p>", "40 houses", "99"},
	{"<p>Read the letter aloud, the mayor said, and 99 people did so in the square.</p>", "99 people did so", NULL},
	{"<table><tr><td>Houses<td>40</table><p>Half of them had been built in the last ten years, he said.</p>",
	 "Half of them", NULL},
	{"<table><tr><td>Mud lay</div></div> in the streets of the lower town for a week, people "
	 "said.</td></tr></table>",
	 "Mud lay in the streets", NULL},
	{"<div>On <span class=\"date\">Friday</span> some 30 people slept in the school, its <span "
	 "class=\"author\">head</span> said.</div>",
	 "On Friday some 30 people slept in the school, its head said.", NULL},
	{"<details><summary>Numbers</summary><p>The gauge stood at 412 centimetres, the office said.</p></details>",
	 "412", NULL},
};

Test(html, tells_the_story_from_what_stands_in_it)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct str page = str_printf(
			&arena, "<html><body><article><h1>River rises in town</h1>%s%s%s</article></body></html>",
			STORY, parts[i].markup, STORY);
		struct read r = read_page(page, STR_NULL, STR_NULL);

		cr_assert_eq(r.n, 1, "%s", parts[i].markup);
		struct str got = story(&r.docs[0]);

		cr_expect(str_find(got, str_of(parts[i].in)) >= 0, "%s: no '%s' in %.*s", parts[i].markup, parts[i].in,
			  STR_ARG(got));
		cr_expect(!parts[i].out || str_find(got, str_of(parts[i].out)) < 0, "%s: '%s' in %.*s", parts[i].markup,
			  parts[i].out, STR_ARG(got));
	}
}

static const struct {
	const char *head, *url, *published, *basis;
} dates[] = {
	{"<meta property='article:published_time' content='2019-03-04T10:00:00Z'>", "", "2019-03-04T10:00:00Z",
	 "metadata"},
	{"<meta name='date' content='2019-03-05'><meta property='article:published_time' "
	 "content='2019-03-04T10:00:00Z'>",
	 "", "2019-03-04T10:00:00Z", "metadata"},
	{"<meta name='date' content='2019-03-04'><meta name='pubdate' content='soon'>", "", "2019-03-04", "metadata"},
	{"<meta name='date' content='2019-03-04T08:00'><meta name='pubdate' content='4 March 2019'>", "",
	 "2019-03-04T08:00", "metadata"},
	{"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-03-04\"}</script>"
	 "<meta property='article:published_time' content='2019-03-09'>",
	 "", "2019-03-04", "metadata"},
	{"<script type='application/ld+json'>{broken</script><meta name='date' content='2019-03-04'>", "", "2019-03-04",
	 "metadata"},
	{"<script type='application/ld+json'>{\"@type\":\"WebSite\",\"datePublished\":\"2001-01-01\"}</script>",
	 "https://x.example/2019/03/04/river", "2019-03-04", "url"},
	{"", "https://x.example/2019/03/04/river", "2019-03-04", "url"},
	{"<link rel=canonical href='https://x.example/2019/03/04/river'>", "https://y.example/river", "2019-03-04",
	 "url"},
	{"<meta name='date' content='2019-13-45'>", "", "", "none"},
};

Test(html, believes_the_most_trustworthy_date)
{
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		struct str page =
			str_printf(&arena, "<html><head>%s</head><body><h1>River rises in town</h1>%s</body></html>",
				   dates[i].head, STORY);
		struct read r = read_page(page, STR_NULL, str_of(dates[i].url));

		cr_assert_eq(r.n, 1);
		expect_str(r.docs[0].published, str_of(dates[i].published), "published", str_of(dates[i].head));
		expect_str(str_of(published_bases[r.docs[0].published_basis]), str_of(dates[i].basis), "basis",
			   str_of(dates[i].head));
	}
}

static const struct {
	const char *charset, *head, *bytes, *want;
} encodings[] = {
	{"", "", "caf\xC3\xA9", "caf\u00e9"},
	{"iso-8859-1", "", "caf\xC3\xA9", "caf\u00e9"}, /* the bytes know better */
	{"iso-8859-1", "", "caf\xE9", "caf\u00e9"},
	{"", "<meta charset=windows-1252>",
	 "\x93"
	 "caf\xE9\x94",
	 "\u201c"
	 "caf\u00e9\u201d"},
	{"windows-1251", "<meta charset=utf-8>", "\xCC\xE8\xF0", "\u041c\u0438\u0440"},
	{"", "<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "\xED\xC9\xD2",
	 "\u041c\u0438\u0440"},
	{"shift_jis", "", "\x93\x8C\x8B\x9E", "\u6771\u4eac"},
	{"no-such-charset", "", "caf\xE9", "caf\u00e9"},
	{"", "", "caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 \xE9", "caf\u00e9 \ufffd"},
};

Test(html, reads_any_encoding)
{
	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		struct str page =
			str_printf(&arena, "<html><head>%s</head><body>%s<p>They sat in the %s until it rained.</p>",
				   encodings[i].head, STORY, encodings[i].bytes);
		struct read r = read_page(page, str_of(encodings[i].charset), STR_NULL);

		cr_assert_eq(r.n, 1);
		cr_expect(str_find(r.docs[0].text, str_of(encodings[i].want)) >= 0, "'%s' is not in '%.*s'",
			  encodings[i].want, STR_ARG(r.docs[0].text));
	}
}

/* --- live pages --------------------------------------------------------------------------------- */

Test(html, entries_of_a_live_page_have_their_own_time_and_a_parent)
{
	struct read r = read_text(
		"<html><head><title>Storm: live</title><link rel=canonical href='https://x.example/live/storm'>"
		"<meta property='article:published_time' content='2021-01-15T06:00:00Z'></head><body><main><h1>Storm: "
		"live</h1>"
		"<p>We follow the storm as it crosses the coast; the newest reports stand on top.</p><div class='feed'>"
		"<div class='live-entry' id='e2'><time datetime='2021-01-15T11:20:00Z'>11:20</time><h2>Ferry runs "
		"again</h2>"
		"<p>The ferry to the islands runs again, the harbour master said, with 40 waiting.</p></div>"
		"<div class='live-entry' id='e1'><time datetime='2021-01-15T09:05:00Z'>09:05</time>"
		"<p>Some 90,000 homes are without power, the grid operator said this morning.</p></div>"
		"</div></main></body></html>");

	cr_assert_eq(r.n, 3, "%zu documents", r.n);
	expect_str(r.docs[0].parent, STR_NULL, "parent", STR("page"));
	cr_expect(str_find(r.docs[0].text, STR("90,000")) < 0, "%.*s", STR_ARG(r.docs[0].text));
	expect_str(r.docs[1].parent, STR("https://x.example/live/storm"), "parent", STR("entry"));
	expect_str(r.docs[1].url, STR("https://x.example/live/storm#e2"), "url", STR("entry"));
	expect_str(r.docs[1].title, STR("Ferry runs again"), "title", STR("entry"));
	expect_str(r.docs[1].published, STR("2021-01-15T11:20:00Z"), "published", STR("entry"));
	expect_str(r.docs[2].published, STR("2021-01-15T09:05:00Z"), "published", STR("entry"));
}

Test(html, updates_that_only_json_ld_tells_are_entries_too)
{
	struct read r = read_text(
		"<html><head><script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm: "
		"live\","
		"\"url\":\"https://x.example/live\",\"datePublished\":\"2021-01-15T06:00:00Z\",\"liveBlogUpdate\":["
		"{\"@type\":\"BlogPosting\",\"headline\":\"Power\",\"datePublished\":\"2021-01-15T09:05:00Z\","
		"\"articleBody\":\"Some 90,000 homes are without power.\"}]}</script></head><body><div "
		"id=app></div></body></html>");

	cr_assert_eq(r.n, 1, "%zu documents", r.n);
	expect_str(r.docs[0].parent, STR("https://x.example/live"), "parent", STR("update"));
	expect_str(r.docs[0].published, STR("2021-01-15T09:05:00Z"), "published", STR("update"));
	cr_expect(str_find(story(&r.docs[0]), STR("90,000")) >= 0);
}

Test(html, children_with_a_time_each_are_entries_only_on_a_live_page)
{
	const char *body = "<body><main><h1>Storm over the coast</h1><ol>"
			   "<li><time datetime='2021-01-15T11:20:00Z'></time><p>The ferry to the islands runs again, "
			   "with 40 waiting.</p></li>"
			   "<li><time datetime='2021-01-15T09:05:00Z'></time><p>Some 90,000 homes are without power "
			   "this morning.</p></li>"
			   "</ol></main></body>";
	const char *live =
		"<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm\"}</script>";

	cr_expect_eq(read_text(str_printf(&arena, "%s%s", live, body).at).n, 2);
	cr_expect_eq(read_text(body).n, 1);
}

Test(html, a_page_that_calls_itself_live_and_has_times_is_one)
{
	static const char *const titles[] = {"Storm over the coast: live updates",
					     "Storm over the coast as it happened",
					     "Storm over the coast where they live"};
	static const size_t documents[] = {3, 3, 1};

	for (size_t i = 0; i < 3; i++) {
		struct read r =
			read_text(str_printf(&arena,
					     "<html><head><title>%s</title></head><body><div><h1>%s</h1><section>"
					     "<article><time datetime='2021-01-15T13:20:00Z'></time><p>The wind has "
					     "fallen to 20 metres a second.</p></article>"
					     "<article><time datetime='2021-01-15T11:20:00Z'></time><p>The ferry to "
					     "the islands runs, with 40 waiting.</p></article>"
					     "<article><time datetime='2021-01-15T09:05:00Z'></time><p>Some 90,000 "
					     "homes are without power today.</p></article>"
					     "</section></div></body></html>",
					     titles[i], titles[i])
					  .at);

		cr_expect_eq(r.n, documents[i], "%s: %zu documents", titles[i], r.n);
	}
}

static const struct {
	const char *head, *published, *modified;
} changes[] = {
	{"<time datetime='2019-03-04'>4 March</time><time class='updated' datetime='2019-03-05T09:00Z'>5 March</time>",
	 "2019-03-04", "2019-03-05T09:00Z"},
	{"<p>Published 4 March 2019</p><p>Last updated: 5 March 2019</p>", "2019-03-04", "2019-03-05"},
	{"<p class='last-modified'><time datetime='2019-03-05'>5 March</time></p>", "2019-03-05", "2019-03-05"},
};

Test(html, tells_publication_from_change)
{
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		struct read r =
			read_text(str_printf(&arena, "<body><article><h1>River rises in town</h1>%s%s</article></body>",
					     changes[i].head, STORY)
					  .at);

		cr_assert_eq(r.n, 1);
		expect_str(r.docs[0].published, str_of(changes[i].published), "published", str_of(changes[i].head));
		expect_str(r.docs[0].modified, str_of(changes[i].modified), "modified", str_of(changes[i].head));
	}
}

/* --- articleBody ------------------------------------------------------------------------------- */

static const struct {
	const char *body, *shown, *in; /* the story has `in` */
} bodies[] = {
	{"The river rose by two metres on Friday. It flooded 40 houses.",
	 "<p>The river rose by two metres on Friday. It flooded 40 houses. Nobody was hurt, said the mayor.</p>",
	 "Nobody"},
	{"The river rose by two metres on Friday.\\nIt flooded 40 houses.\\nNobody was hurt, said the mayor.",
	 "<p>The river rose by two metres.</p>", "40 houses"},
	{"<p>The river rose by two metres on Friday.</p><p>It flooded 40 houses.</p>",
	 "<p>You have read all of your free articles, dear reader, and may read on for 99 cents.</p>", "40 houses"},
};

Test(html, the_text_of_json_ld_counts_where_the_page_shows_less_or_other_words)
{
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct read r = read_text(
			str_printf(&arena,
				   "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
				   "\"headline\":\"River rises in town\",\"articleBody\":\"%s\"}</script></head>"
				   "<body><article><h1>River rises in town</h1>%s</article></body></html>",
				   bodies[i].body, bodies[i].shown)
				.at);

		cr_assert_eq(r.n, 1);
		cr_expect(str_find(story(&r.docs[0]), str_of(bodies[i].in)) >= 0, "%s: %.*s", bodies[i].body,
			  STR_ARG(story(&r.docs[0])));
		cr_expect(str_find(story(&r.docs[0]), STR("99")) < 0);
	}
}

/* --- what tries to break it ----------------------------------------------------------------------- */

static struct str repeat(const char *what, size_t n)
{
	struct buf b = {.arena = &arena};

	for (size_t i = 0; i < n; i++)
		buf_add(&b, str_of(what));
	return buf_str(&b);
}

static const struct {
	const char *before, *what;
	size_t times;
} hostile[] = {
	{"", "<i>", 200000},
	{"", "<a href=x>", 200000},
	{"", "<p>", 200000},
	{"", "</p></div></i>", 100000},
	{"<div><table><tr><td>", "</div>", 200000},
	{"<b>", "<i></b>", 200000},
	{"", "<svg>", 200000},
	{"", "<!--", 200000},
	{"", "<a title=\"", 100000},
	{"", "&#x110000;&amp", 100000},
	{"", "<h3><a href=x>Related stories now</a></h3>", 30000},
	{"<ul>", "<li>x", 200000},
	{"", "<table><tr><td>", 3000},
	{"<p ", "a=1 ", 300000},
	{"<p class=\"", "share ", 300000},
	{"", "<script type='application/ld+json'>[{\"@type\":\"Article\"}]</script>", 5000},
	{"<script type='application/ld+json'>", "[", 300000},
	{"", "<", 500000},
	{"", "<time datetime='2021-01-15'>", 100000},
	{"", "<div class=live-entry>a", 9000},
};

Test(html, what_is_hostile_costs_no_more_than_its_length)
{
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct str page = str_printf(&arena, "<html><body>%s%.*s%s", hostile[i].before,
					     STR_ARG(repeat(hostile[i].what, hostile[i].times)), STORY);
		clock_t start = clock();

		(void)read_page(page, STR_NULL, STR_NULL);
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;

		cr_expect(seconds < 2, "%s: %.2f s for %zu bytes", hostile[i].what, seconds, page.n);
		arena_free(&arena);
		signs = signs_load(lex, &arena);
	}
}

Test(html, a_page_nested_too_deeply_is_rejected)
{
	struct html_hint hint = {0};
	struct html_articles out;
	struct err err;

	cr_expect_not(html_read(repeat("<div>", 100000), &hint, signs, &arena, &out, &err));
	cr_expect_str_eq(err.field, "html");
	cr_expect(strstr(err.message, "nested"), "%s", err.message);
}
