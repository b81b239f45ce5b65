#include "folder_of_test.h"

#include "drip_of_test.h"
#include "http.h"

TestSuite(http, .init = folder_begin, .fini = folder_end);

static const char page[] = "<p>Nine people died.</p>";

static bool body_of(struct str message, size_t max, struct str *body, struct err *err)
{
	struct http_message m;

	return http_parse(message, &m, err) && http_body(&m, max, &arena, body, err);
}

static struct str answer(const char *heads, struct str body)
{
	return str_printf(&arena, "HTTP/1.1 200 OK\r\n%s\r\n\r\n%.*s", heads, STR_ARG(body));
}

Test(http, reads_the_head)
{
	struct http_message m;
	struct err err;

	cr_assert(http_parse(STR("HTTP/1.0 404 Not Found\ncontent-TYPE:  Text/HTML ; Charset=\"ISO-8859-1\"\n\nabc"),
			     &m, &err));
	cr_expect_eq(m.status, 404);
	expect_text(m.media, "Text/HTML");
	expect_text(m.charset, "ISO-8859-1");
	expect_text(m.body, "abc");
}

Test(http, puts_bodies_together)
{
	struct str packed = gzipped(str_of(page));
	const struct {
		const char *heads;
		struct str body;
		const char *text;
	} cases[] = {
		{"Content-Type: text/html", str_of(page), page},
		{"Transfer-Encoding: chunked",
		 STR("5\r\n<p>Ni\r\n13;x=y\r\nne people died.</p>\r\n0\r\nTrailer: x\r\n\r\n"), page},
		{"Transfer-Encoding: gzip, chunked", STR("18\n<p>Nine people died.</p>\n0\n"), page},
		{"Transfer-Encoding: chunked", str_of(page), page}, /* the crawler put them together */
		{"Content-Encoding: gzip", packed, page},
		{"Content-Encoding: gzip", str_of(page), page},
		{"Content-Encoding: deflate", str_of(page), page},
		{"Content-Encoding: identity", str_of(page), page},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf message = {.arena = &arena};
		struct str body;
		struct err err = {0};

		buf_printf(&message, "HTTP/1.1 200 OK\r\n%s\r\n\r\n", cases[i].heads);
		buf_add(&message, cases[i].body);
		cr_expect(body_of(buf_str(&message), 1000, &body, &err), "case %zu: %s", i, err.message);
		expect_text(body, cases[i].text);
	}
}

Test(http, says_what_is_wrong)
{
	const struct {
		const char *heads, *body, *reason;
	} cases[] = {
		{"Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n", "longer than what is left"},
		{"Transfer-Encoding: chunked", "3\r\nabc\r\nzz\r\n", "has no size"},
		{"Transfer-Encoding: chunked", "3\r\nabc\r\n", "last chunk is missing"},
		{"Content-Encoding: br", "abc", "packed with br"},
		{"Content-Encoding: gzip", "\x1F\x8B\x08 damaged", "damaged"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err err = {0};
		struct str body;

		cr_expect_not(body_of(answer(cases[i].heads, str_of(cases[i].body)), 1000, &body, &err), "case %zu", i);
		cr_expect(strstr(err.message, cases[i].reason), "case %zu: %s", i, err.message);
	}
	struct http_message m;
	struct err err;

	cr_expect_not(http_parse(STR("GET / HTTP/1.1\r\n\r\n"), &m, &err));
	cr_expect_not(http_parse(STR("HTTP/1.1 200 OK\r\nno end"), &m, &err));
	cr_expect_not(http_parse(STR_NULL, &m, &err));
}

Test(http, bounds_what_a_body_expands_to)
{
	static char zeros[1 << 20];
	struct buf message = {.arena = &arena};
	struct err err = {0};
	struct str body;

	buf_add(&message, STR("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
	buf_add(&message, gzipped((struct str){zeros, sizeof zeros}));
	cr_expect_not(body_of(buf_str(&message), 100000, &body, &err));
	cr_expect(strstr(err.message, "more than 100000 bytes"), "%s", err.message);
	cr_expect(body_of(buf_str(&message), sizeof zeros, &body, &err) && body.n == sizeof zeros);
}
