#include "page_record.h"

#include "base/utf8.h"
#include "charset.h"
#include "feed.h"
#include "html.h"
#include "http.h"
#include "jsonl.h"
#include "text.h"
#include "whole.h"

/* Media types by how they begin. What is not listed is looked at. */
static const struct {
	struct str media;
	const char *what; /* NULL: may be articles */
} medias[] = {
	{{"text/html", 9}, NULL},
	{{"application/xhtml", 17}, NULL},
	{{"text/plain", 10}, NULL},
	{{"text/xml", 8}, NULL},
	{{"application/xml", 15}, NULL},
	{{"application/rss", 15}, NULL},
	{{"application/atom", 16}, NULL},
	{{"application/rdf", 15}, NULL},
	{{"text/css", 8}, "style sheet"},
	{{"text/javascript", 15}, "script"},
	{{"text/dns", 8}, "name lookup"},
	{{"application/javascript", 22}, "script"},
	{{"application/x-javascript", 24}, "script"},
	{{"application/ecmascript", 22}, "script"},
	{{"application/json", 16}, "data"},
	{{"application/ld+json", 19}, "data"},
	{{"application/manifest", 20}, "data"},
	{{"application/pdf", 15}, "PDF"},
	{{"application/font", 16}, "font"},
	{{"application/x-font", 18}, "font"},
	{{"application/vnd.ms-fontobject", 29}, "font"},
	{{"application/x-shockwave", 23}, "film"},
	{{"application/vnd.apple.mpegurl", 29}, "film"},
	{{"application/zip", 15}, "archive"},
	{{"application/gzip", 16}, "archive"},
	{{"image/", 6}, "image"},
	{{"audio/", 6}, "sound"},
	{{"video/", 6}, "film"},
	{{"font/", 5}, "font"},
};

/* Addresses that no page was fetched from: the crawler's own notes, and what it asked a server for. */
static bool is_fetched(struct str url)
{
	static const struct str schemes[] = {{"http:", 5}, {"https:", 6}, {"file:", 5}, {"ftp:", 4}};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (str_eq_fold(str_slice(url, 0, schemes[i].n), schemes[i]))
			return true;
	return false;
}

static const char *media_skips(struct str media)
{
	for (size_t i = 0; media.n && i < sizeof medias / sizeof *medias; i++)
		if (str_eq_fold(str_slice(media, 0, medias[i].media.n), medias[i].media))
			return medias[i].what;
	return NULL;
}

static const char *status_skips(int status)
{
	if (status == 200 || status == 203)
		return NULL;
	return status == 304 ? "not changed" : status >= 300 && status < 400 ? "redirect" : "not found";
}

static bool holds_message(const struct warc_record *record)
{
	return record->type == WARC_RESPONSE || record->type == WARC_REVISIT;
}

static const char *type_skips(const struct warc_record *record)
{
	static const char *const known[] = {"warcinfo", "request", "metadata", "continuation"};

	if (record->type != WARC_OTHER)
		return is_fetched(record->url) ? NULL : "note of the crawler";
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq_fold(record->type_name, str_of(known[i])))
			return known[i];
	return "unknown type";
}

static const char *message_skips(const struct http_message *message)
{
	const char *what = status_skips(message->status);

	return what ? what : media_skips(message->media);
}

const char *page_record_skips(const struct warc_record *record, struct str block)
{
	const char *what = type_skips(record);
	struct http_message message;
	struct err unused;

	if (what)
		return what;
	if (!holds_message(record))
		return media_skips(record->media);
	if (record->type == WARC_REVISIT && !str_trim(block).n)
		return "revisit";
	return http_parse(block, &message, &unused) ? message_skips(&message) : NULL;
}

/* The page's bytes and what the server said of them; GIVEN_ARTICLE: go on. */
static enum given_result take_payload(struct source *from, const struct warc_record *record, struct str block,
				      struct http_message *out, struct err *err)
{
	const char *what = type_skips(record);

	*out = (struct http_message){.body = block};
	if (!what && record->type == WARC_REVISIT && !str_trim(block).n)
		what = "revisit";
	if (!what && holds_message(record)) {
		if (!http_parse(block, out, err))
			return GIVEN_BAD;
		what = record->type == WARC_REVISIT && !out->body.n ? "revisit" : message_skips(out);
	} else if (!what) {
		http_media(record->media, &out->media, &out->charset);
		what = media_skips(out->media);
	}
	if (!what && !out->body.n)
		what = "empty page";
	if (what) {
		tally_add(from->skipped, what);
		return GIVEN_END;
	}
	return http_body(out, from->max_record, from->held, &out->body, err) ? GIVEN_ARTICLE : GIVEN_BAD;
}

/* An address is text: control characters, white space and what is no UTF-8 become %XX. */
static struct str address_of(struct arena *arena, struct str url)
{
	struct buf b = {.arena = arena};
	int32_t cp;

	for (size_t i = 0, n; i < url.n; i += n) {
		unsigned char c = (unsigned char)url.at[i];

		n = utf8_at(url, i, &cp);
		if (c <= ' ' || c == 0x7F || (n == 1 && c >= 0x80))
			buf_printf(&b, "%%%02X", c);
		else
			buf_add(&b, str_slice(url, i, i + n));
	}
	return buf_str(&b);
}

static bool is_robots(struct str url)
{
	return str_ends(url, STR("/robots.txt"));
}

static enum given_result skip(struct source *from, const char *what)
{
	tally_add(from->skipped, what);
	return GIVEN_END;
}

/* Pages without a story (fronts, lists, forms) are the rule in a crawl, and no fault. */
static enum given_result read_page(struct source *from, const struct http_message *page, struct str url,
				   struct given *out, struct err *err)
{
	struct html_hint hint = {.charset = page->charset, .url = url};
	struct html_articles found = {0};
	struct given place = *out;

	if (!html_read(page->body, &hint, from->signs, from->held, &found, err))
		return strcmp(err->field, "text") == 0 ? skip(from, "page without an article") : GIVEN_BAD;
	for (size_t i = 0; i < found.n; i++) {
		found.at[i].path = place.path;
		found.at[i].position = place.position;
		found.at[i].offset = place.offset;
	}
	*out = found.at[0];
	from->waiting = (struct given_list){found.at + 1, found.n - 1, found.n - 1};
	return GIVEN_ARTICLE;
}

static enum given_result read_text(struct source *from, const struct http_message *page, struct given *out,
				   struct err *err)
{
	if (!charset_decode(page->body, from->held, &out->text, err))
		return GIVEN_BAD;
	if (!text_check(out->text, err))
		return skip(from, "page without an article");
	out->text = str_dup(from->held, out->text);
	return GIVEN_ARTICLE;
}

/* A feed, or a file of records: read as a file within this one. */
static enum given_result read_inner(struct source *from, const struct http_message *page, struct str url,
				    const struct given *place)
{
	struct str kept = str_dup(from->held, page->body);

	from->inner = (struct inner){.bytes = whole_source(kept, from->path, from->held),
				     .path = from->path,
				     .placed = true,
				     .position = place->position,
				     .offset = place->offset,
				     .url = url};
	return GIVEN_FILE;
}

enum given_result page_record_read(struct source *from, const struct warc_record *record, struct str block,
				   struct given *out, struct err *err)
{
	struct http_message page;
	enum given_result got = take_payload(from, record, block, &page, err);
	struct str head = str_slice(page.body, 0, INPUT_HEAD);

	if (got != GIVEN_ARTICLE)
		return got;
	if (is_robots(record->url))
		return skip(from, "robots.txt");
	*out = (struct given){.path = out->path, .position = out->position, .offset = out->offset};
	out->url = address_of(from->held, record->url);
	if (feed_is(head))
		return read_inner(from, &page, out->url, out);
	if (html_is(head) || str_starts(page.media, STR("text/html")) ||
	    str_starts(page.media, STR("application/xhtml")))
		return read_page(from, &page, out->url, out, err);
	if (str_starts(page.media, STR("text/plain")) || !page.media.n)
		return read_text(from, &page, out, err);
	return skip(from, "other media type");
}
