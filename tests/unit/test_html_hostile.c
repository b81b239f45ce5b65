/* Web pages that try to break it. */
/* link: ingest */
#include <time.h>

#include "html_of_test.h"

TestSuite(html_hostile, .init = begin, .fini = end, .timeout = 120);

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

Test(html_hostile, what_is_hostile_costs_no_more_than_its_length)
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

Test(html_hostile, a_page_nested_too_deeply_is_rejected)
{
	struct html_hint hint = {0};
	struct html_articles out;
	struct err err;

	cr_expect_not(html_read(repeat("<div>", 100000), &hint, signs, &arena, &out, &err));
	cr_expect_str_eq(err.field, "html");
	cr_expect(strstr(err.message, "nested"), "%s", err.message);
}
