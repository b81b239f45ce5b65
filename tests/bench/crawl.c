/* crawl wet|warc <ARTICLES.jsonl >FILE - the same articles as a crawler brings them: WET (the
 * text of pages), or WARC with requests and pages of about 24 kB, whose story stands among
 * navigation, scripts, teasers and a footer. Records are compressed one by one, as Common
 * Crawl does. The same articles give the same bytes. */
#include <jansson.h>
#include <stdio.h>
#include <zlib.h>

#include "base/str.h"
#include "files/lines.h"

enum { PAGE_BYTES = 24 * 1024, GZIP_LEVEL = 6, SMALL = 4096 };

static void put(struct str record)
{
	static Bytef out[4 << 20];
	z_stream z = {
		.next_in = (Bytef *)record.at, .avail_in = (uInt)record.n, .next_out = out, .avail_out = sizeof out};

	if (deflateInit2(&z, GZIP_LEVEL, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK ||
	    deflate(&z, Z_FINISH) != Z_STREAM_END)
		die(EXIT_INTERNAL, "a record does not fit");
	fwrite(out, 1, sizeof out - z.avail_out, stdout);
	deflateEnd(&z);
}

static void put_record(struct arena *arena, const char *type, const char *media, const char *url, struct str block)
{
	struct buf b = {.arena = arena};

	buf_printf(&b,
		   "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2017-01-01T00:00:00Z\r\n"
		   "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: %s\r\n"
		   "Content-Length: %zu\r\n\r\n",
		   type, url, media, block.n);
	buf_add(&b, block);
	buf_add(&b, STR("\r\n\r\n"));
	put(buf_str(&b));
}

static void add_head(struct buf *b, const json_t *article)
{
	const char *title = json_string_value(json_object_get(article, "title")),
		   *day = json_string_value(json_object_get(article, "published")),
		   *publisher = json_string_value(json_object_get(article, "publisher"));

	buf_printf(b,
		   "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s | %s</title>\n"
		   "<meta property=\"og:title\" content=\"%s\">\n<meta property=\"og:site_name\" content=\"%s\">\n",
		   title, publisher, title, publisher);
	if (day)
		buf_printf(b, "<meta property=\"article:published_time\" content=\"%sT08:00:00Z\">\n", day);
	for (int i = 0; i < 12; i++)
		buf_printf(b, "<link rel=\"stylesheet\" href=\"/static/css/part-%d.%d.css\">\n", i, 7919 * i);
	buf_add(b, STR("<script>window.dataLayer=window.dataLayer||[];"));
	for (int i = 0; i < 90; i++)
		buf_printf(b, "dataLayer.push({event:\"e%d\",value:%d});", i, i * i * 31);
	buf_add(b, STR("</script>\n</head>\n<body class=\"article page\">\n<header><nav class=\"main-nav\"><ul>\n"));
	for (int i = 0; i < 40; i++)
		buf_printf(b, "<li class=\"nav-item\"><a href=\"/section/%d\" data-track=\"nav\">Section %d</a></li>\n",
			   i, i);
	buf_add(b, STR("</ul></nav></header>\n<main>\n<article class=\"story\">\n"));
}

static void add_story(struct buf *b, const json_t *article)
{
	struct str rest = str_of(json_string_value(json_object_get(article, "text")));

	buf_printf(b, "<h1>%s</h1>\n<div class=\"body\">\n", json_string_value(json_object_get(article, "title")));
	while (rest.at) {
		struct str line = str_trim(str_cut(&rest, '\n'));

		if (line.n)
			buf_printf(b, "<p>%.*s</p>\n", STR_ARG(line));
	}
	buf_add(b, STR("</div>\n</article>\n</main>\n<aside class=\"related\"><h2>Related</h2><ul>\n"));
}

static struct str page_of(struct arena *arena, const json_t *article)
{
	struct buf b = {.arena = arena};

	buf_add(&b, STR("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: example\r\n\r\n"));
	add_head(&b, article);
	add_story(&b, article);
	for (int i = 0; b.n < PAGE_BYTES - 600; i++)
		buf_printf(&b,
			   "<li class=\"card card-%d\"><a href=\"/news/%d\"><img src=\"/images/%d-320.jpg\" alt=\"\" "
			   "loading=\"lazy\"><span class=\"card-title\">Another story of the day, number "
			   "%d</span></a></li>\n",
			   i % 3, 10007 * i, 9973 * i, i);
	buf_add(&b, STR("</ul></aside>\n<footer><p>Copyright. All rights reserved.</p></footer>\n</body>\n</html>\n"));
	return buf_str(&b);
}

static void put_article(struct arena *arena, const json_t *article, bool wet)
{
	const char *url = json_string_value(json_object_get(article, "url"));

	if (wet) {
		put_record(arena, "conversion", "text/plain", url,
			   str_of(json_string_value(json_object_get(article, "text"))));
		return;
	}
	put_record(arena, "request", "application/http; msgtype=request", url,
		   STR("GET / HTTP/1.1\r\nHost: news.example\r\nUser-Agent: bench\r\n\r\n"));
	put_record(arena, "response", "application/http; msgtype=response", url, page_of(arena, article));
}

int main(int argc, char **argv)
{
	struct arena arena = {0};
	struct err err;
	struct line line;

	if (argc != 2 || (strcmp(argv[1], "wet") != 0 && strcmp(argv[1], "warc") != 0)) {
		fprintf(stderr, "usage: crawl wet|warc <ARTICLES.jsonl >FILE\n");
		return EXIT_USAGE;
	}
	struct lines *in = lines_open("-", 0, &err);

	if (!in)
		die(EXIT_INPUT, "%s", err.message);
	while (lines_next(in, &line, &err) == LINES_LINE) {
		json_t *article = json_loadb(line.text.at, line.text.n, 0, NULL);

		put_article(&arena, article, strcmp(argv[1], "wet") == 0);
		json_decref(article);
		arena_reset(&arena);
	}
	lines_close(in);
	arena_free(&arena);
	return fflush(stdout) == 0 ? EXIT_DONE : EXIT_OUTPUT;
}
