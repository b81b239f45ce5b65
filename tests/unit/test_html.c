/* Web pages: what they show, and what they say about themselves. */
#include "html_of_test.h"

TestSuite(html, .init = begin, .fini = end, .timeout = 120);

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
