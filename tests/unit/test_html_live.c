/* Live pages: entries as documents of their own. */
/* link: ingest */
#include "html_of_test.h"

TestSuite(html_live, .init = begin, .fini = end, .timeout = 120);

Test(html_live, entries_of_a_live_page_have_their_own_time_and_a_parent)
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

Test(html_live, updates_that_only_json_ld_tells_are_entries_too)
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

Test(html_live, children_with_a_time_each_are_entries_only_on_a_live_page)
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

Test(html_live, a_page_that_calls_itself_live_and_has_times_is_one)
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
