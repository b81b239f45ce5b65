#include "folder_of_test.h"

#include "kind_of_test.h"
#include "warc.h"
#include "warc_record.h"

TestSuite(warc, .init = folder_begin, .fini = folder_end);

static const struct input_kind kind = {.next = warc_next, .members = true};

#define PAGE(n)                                                                                                        \
	"<html><head><title>Dam</title></head><body><article><h1>A dam gives way</h1><p>At least " n                   \
	" people were killed on Monday when a dam gave way above the town, the district police said.</p>"              \
	"<p>Another nine were taken to hospitals, a doctor of the district told "                                      \
	"reporters.</p></article></body></html>"

static struct str record(const char *type, const char *url, const char *media, struct str block)
{
	const struct str parts[] = {
		str_printf(&arena,
			   "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: "
			   "%zu\r\n\r\n",
			   type, url, media, block.n),
		block, STR("\r\n\r\n")};

	return joined(parts, 3);
}

static struct str response(const char *url, const char *heads, struct str body)
{
	const struct str parts[] = {str_printf(&arena, "HTTP/1.1 %s\r\n\r\n", heads), body};

	return record("response", url, "application/http;msgtype=response", joined(parts, 2));
}

static void tell(const struct given *g, struct buf *b)
{
	ptrdiff_t at = str_find(g->text, STR("At least "));
	struct str rest = at >= 0 ? str_slice(g->text, (size_t)at + 9, g->text.n) : g->text;
	struct str word = str_cut(&rest, ' ');

	buf_printf(b, "%llu@%lld=%.*s ", (unsigned long long)g->position, (long long)g->offset, STR_ARG(word));
}

static struct str read_at(struct str bytes, size_t at_once)
{
	return all_articles(&kind, bytes, at_once, tell);
}

Test(warc, reads_pages_and_passes_over_what_is_none)
{
	const struct str records[] = {
		record("warcinfo", "", "application/warc-fields", STR("software: x\r\n")),
		record("request", "http://x.org/1", "application/http", STR("GET / HTTP/1.1\r\n\r\n")),
		response("http://x.org/1", "200 OK\r\nContent-Type: text/html", STR(PAGE("11"))),
		response("http://x.org/2", "404 Not Found\r\nContent-Type: text/html", STR(PAGE("12"))),
		response("http://x.org/3", "302 Found\r\nLocation: /1", STR_NULL),
		response("http://x.org/4", "200 OK\r\nContent-Type: image/png", STR("\x89PNG")),
		record("revisit", "http://x.org/1", "application/http", STR("HTTP/1.1 200 OK\r\n\r\n")),
		record("resource", "http://x.org/5", "text/html", STR(PAGE("13"))),
		record("resource", "metadata://wget/log", "text/plain", STR("At least 14 files were fetched.")),
		record("conversion", "http://x.org/6", "text/plain", STR("At least 15 people died.")),
		response("http://x.org/robots.txt", "200 OK\r\nContent-Type: text/plain", STR("User-agent: *")),
		response("http://x.org/7", "200 OK\r\nContent-Type: text/html",
			 STR("<html><body><a href=x>y</a></body></html>")),
		response("http://x.org/f", "200 OK\r\nContent-Type: application/xml",
			 STR("<rss><channel></channel></rss>")),
		record("revisit", "http://x.org/8", "application/http",
		       STR("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" PAGE("16"))),
	};
	struct str file = joined(records, 14), got = read_at(file, 100000);
	struct buf want = {.arena = &arena};
	size_t at[15] = {0};

	for (int i = 0; i < 14; i++)
		at[i + 1] = at[i] + records[i].n;
	buf_printf(&want, "3@%zu=11 8@%zu=13 10@%zu=15 13> 14@%zu=16 ", at[2], at[7], at[9], at[13]);
	cr_expect(str_eq(got, buf_str(&want)), "%.*s\n%.*s", STR_ARG(got), STR_ARG(buf_str(&want)));
	expect_text(tally_format(&skipped, &arena),
		    "image 1, not found 1, note of the crawler 1, page without an article 1, redirect 1, request 1, "
		    "revisit 1, robots.txt 1, warcinfo 1");
	cr_expect(str_eq(read_at(file, 1), got) && str_eq(read_at(file, 7), got), "however the bytes come");
}

Test(warc, gives_the_offset_of_a_records_own_member)
{
	struct str info = record("warcinfo", "", "application/warc-fields", STR("software: x\r\n")),
		   page = response("http://x.org/1", "200 OK\r\nContent-Type: text/html", STR(PAGE("11")));
	const struct str plain[] = {info, page, page};
	const struct str each[] = {gzipped(info), gzipped(page), gzipped(page)};
	struct buf expanded = {.arena = &arena}, raw = {.arena = &arena};

	buf_printf(&expanded, "2@%zu=11 3@%zu=11 ", info.n, info.n + page.n);
	buf_printf(&raw, "2@%zu=11 3@%zu=11 ", each[0].n, each[0].n + each[1].n);
	cr_expect(str_eq(read_at(joined(plain, 3), 50), buf_str(&expanded)));
	cr_expect(str_eq(read_at(gzipped(joined(plain, 3)), 50), buf_str(&expanded)));
	cr_expect(str_eq(read_at(joined(each, 3), 50), buf_str(&raw)));
}

Test(warc, goes_on_at_the_next_record)
{
	struct str good = record("conversion", "http://x.org/1", "text/plain", STR("Nine people died."));
	const char *text = good.at;
	static const struct {
		const char *from, *to, *got; /* of the second record */
	} cases[] = {
		{"Content-Length: 17", "Content-Length: 5", "1@0=Nine 2! 3@=Nine "},
		{"Content-Length: 17", "Content-Length: 1000", "1@0=Nine 2! 3@=Nine "},
		{"Content-Length: 17", "Content-Length: 5000", "1@0=Nine 2! 3@=Nine "}, /* above max_record */
		{"Content-Length: 17", "Content-Length: 99999999999999999999", "1@0=Nine 2! 3@=Nine "},
		{"Content-Length: 17", "Content-Length: -1", "1@0=Nine 2! 3@=Nine "},
		{"Content-Length: 17", "Content-Longth: 17", "1@0=Nine 2! 3@=Nine "},
		{"WARC-Type: conversion", "WARC-Typo: conversion", "1@0=Nine 2! 3@=Nine "},
		{"WARC/1.1", "WORC/1.1", "1@0=Nine 2! 3@=Nine "},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *at = strstr(text, cases[i].from);
		struct str bad =
			str_printf(&arena, "%.*s%s%s", (int)(at - text), text, cases[i].to, at + strlen(cases[i].from));
		const struct str plain[] = {good, bad, good}, each[] = {gzipped(good), gzipped(bad), gzipped(good)};
		struct str want = str_printf(&arena, "1@0=Nine 2! 3@%zu=Nine ", good.n + bad.n);

		for (size_t k = 1; k < 5000; k *= 9) {
			struct str got = read_at(joined(plain, 3), k);

			cr_expect(str_eq(got, want), "%s: %.*s", cases[i].to, STR_ARG(got));
			got = read_at(joined(each, 3), k);
			cr_expect(str_starts(got, STR("1@0=Nine 2! 3@")) && str_ends(got, STR("=Nine ")), "%s: %.*s",
				  cases[i].to, STR_ARG(got));
		}
	}
}

Test(warc, tells_a_file_that_breaks_off)
{
	struct str good = record("conversion", "http://x.org/1", "text/plain", STR("Nine people died."));
	const struct str cut[] = {good, str_slice(good, 0, good.n - 10)};
	const struct str packed[] = {gzipped(good), str_slice(gzipped(good), 0, 60)};

	expect_text(read_at(joined(cut, 2), 100), "1@0=Nine 2! ");
	expect_text(read_at(joined(packed, 2), 100), "1@0=Nine 2! ");
	expect_text(read_at(good, 100), "1@0=Nine ");
	expect_text(read_at(str_slice(good, 0, good.n - 4), 100), "1@0=Nine "); /* without its line ends */
}

/* A head that promises the whole of what is left, in front of every record. */
Test(warc, is_linear_whatever_lengths_say, .timeout = 30)
{
	struct buf file = {.arena = &arena};

	for (int i = 0; i < 100000; i++)
		buf_add(&file, STR("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4000\r\n\r\n"));
	struct str got = read_at(buf_str(&file), 100000);

	cr_expect(str_ends(got, STR("100000! ")));
}
