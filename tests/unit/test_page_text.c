#include "folder_of_test.h"

#include "page_text.h"

TestSuite(page_text, .init = folder_begin, .fini = folder_end);

static struct str html_of(void (*add)(struct buf *, struct str), struct str text)
{
	struct buf b = {.arena = &arena};

	add(&b, text);
	return buf_str(&b);
}

Test(page_text, escapes_what_markup_would_read_and_leaves_the_rest)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{"plain", "plain"},
		{"", ""},
		{"a < b & c > d", "a &lt; b &amp; c &gt; d"},
		{"\"it's\"", "&quot;it&#39;s&quot;"},
		{"</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"},
		{"&amp;", "&amp;amp;"},
		{"caf\xC3\xA9 \xD8\xAD\xD9\x84\xD8\xA8 \xF0\x9F\x9A\x8D",
		 "caf\xC3\xA9 \xD8\xAD\xD9\x84\xD8\xA8 \xF0\x9F\x9A\x8D"},
		{"two\nlines\tand tab", "two lines and tab"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(html_of(page_text, str_of(cases[i].text)), cases[i].html);
}

Test(page_text, shows_what_nobody_would_see)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{"a\aa", "a\xE2\x90\x87"
			 "a"},
		{"\x1B[31m", "\xE2\x90\x9B[31m"},
		{"a\x7F", "a\xE2\x90\xA1"},
		{"\xE2\x80\xAE"
		 "abc",
		 "\xE2\x9F\xA8U+202E\xE2\x9F\xA9"
		 "abc"},
		{"\xE2\x81\xA6", "\xE2\x9F\xA8U+2066\xE2\x9F\xA9"},
		{"\xE2\x80\x8B", "\xE2\x9F\xA8U+200B\xE2\x9F\xA9"},
		{"\xD8\x9C", "\xE2\x9F\xA8U+061C\xE2\x9F\xA9"},
		{"\xC2\x85", "\xE2\x9F\xA8U+0085\xE2\x9F\xA9"},
		{"\xF3\xA0\x80\x81", "\xE2\x9F\xA8U+E0001\xE2\x9F\xA9"},
		{"\xE2\x80\xA8", " "},
		{"\xEF\xBF\xBE", "\xEF\xBF\xBD"},
		{"bad \xFF\xC3", "bad \xEF\xBF\xBD\xEF\xBF\xBD"},
		{"cut \xE2\x80", "cut \xEF\xBF\xBD\xEF\xBF\xBD"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(html_of(page_text, str_of(cases[i].text)), cases[i].html);
	expect_text(html_of(page_text, (struct str){"a\0b", 3}), "a\xE2\x90\x80"
								 "b");
	/* A joiner belongs to its script, and to many an emoji. */
	expect_text(html_of(page_text, str_of("\xE2\x80\x8D")), "\xE2\x80\x8D");
}

Test(page_text, keeps_directions_apart)
{
	expect_text(html_of(page_bdi, STR("<x>")), "<bdi>&lt;x&gt;</bdi>");
}

Test(page_text, cuts_behind_a_word_and_never_inside_a_character)
{
	static const struct {
		const char *text;
		size_t most;
		const char *html;
	} cases[] = {
		{"short", 10, "<bdi>short</bdi>"},
		{"one two three four", 14, "<bdi>one two three\xE2\x80\xA6</bdi>"},
		{"one two threefold", 12, "<bdi>one two thre\xE2\x80\xA6</bdi>"},
		{"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 5, "<bdi>\xC3\xA9\xC3\xA9\xE2\x80\xA6</bdi>"},
		{"\x80\x80\x80\x80", 3, "<bdi>\xE2\x80\xA6</bdi>"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {.arena = &arena};

		page_cut(&b, str_of(cases[i].text), cases[i].most);
		expect_text(buf_str(&b), cases[i].html);
	}
}

Test(page_text, follows_http_and_nothing_else)
{
	static const struct {
		const char *url;
		bool live;
	} cases[] = {
		{"https://example.org/a?b=c&d=e#f", true},
		{"HTTP://EXAMPLE.ORG", true},
		{"http://[2001:db8::1]:8080/x", true},
		{"https://b\xC3\xBC"
		 "cher.example/\xE2\x82\xAC",
		 true},
		{"javascript:alert(1)", false},
		{"JaVaScRiPt:alert(1)", false},
		{" https://example.org", false},
		{"data:text/html,x", false},
		{"//example.org", false},
		{"../../etc/passwd", false},
		{"file:///etc/passwd", false},
		{"https://", false},
		{"https:///x", false},
		{"https://bank.example@evil.example/", false},
		{"https://example.org/\" onclick=\"x", false},
		{"https://example.org/a b", false},
		{"https://example.org/\n", false},
		{"https://example.org\\@evil.example", false},
		{"https://example.org/<script>", false},
		{"", false},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect_eq(page_is_link(str_of(cases[i].url)), cases[i].live, "for '%s'", cases[i].url);
}

Test(page_text, a_link_without_address_is_its_label)
{
	static const struct {
		const char *url, *html;
	} cases[] = {
		{"https://x.example/?a=1&b=2",
		 "<a rel=\"noopener noreferrer nofollow\" href=\"https://x.example/?a=1&amp;b=2\"><bdi>A</bdi></a>"},
		{"https://x.example/\xE2\x80\xAE",
		 "<a rel=\"noopener noreferrer nofollow\" href=\"https://x.example/%E2%80%AE\"><bdi>A</bdi></a>"},
		{"javascript:alert(1)", "<bdi>A</bdi>"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {.arena = &arena};

		page_link(&b, str_of(cases[i].url), STR("A"));
		expect_text(buf_str(&b), cases[i].html);
	}
}

Test(page_text, no_bytes_leave_markup_behind)
{
	char bytes[3];

	for (unsigned v = 0; v < 1u << 16; v++) {
		bytes[0] = (char)(v & 0xFF);
		bytes[1] = (char)(v >> 8);
		bytes[2] = '<';
		struct str html = html_of(page_text, (struct str){bytes, 3});

		cr_assert(memchr(html.at, '<', html.n) == NULL && memchr(html.at, '"', html.n) == NULL, "for %x", v);
		arena_reset(&arena);
	}
	folder = folder_temporary(&arena, "recount-test"); /* its name went with the arena */
}
