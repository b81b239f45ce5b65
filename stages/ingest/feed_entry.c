#include "feed_entry.h"

#include "base/utf8.h"
#include "feed_words.h"
#include "html.h"
#include "space.h"
#include "text.h"

static const struct str content_space = {"http://purl.org/rss/1.0/modules/content/", 40};
static const struct str dublin_core = {"http://purl.org/dc/elements/1.1/", 32};
static const struct str dublin_terms = {"http://purl.org/dc/terms/", 25};

static const struct {
	struct str name;
	enum feed_field field;
} plain[] =
	{
		{{"guid", 4}, FEED_ID},		  {{"id", 2}, FEED_ID},
		{{"title", 5}, FEED_TITLE},	  {{"link", 4}, FEED_LINK},
		{{"pubDate", 7}, FEED_PUBLISHED}, {{"published", 9}, FEED_PUBLISHED},
		{{"issued", 6}, FEED_PUBLISHED}, /* Atom 0.3 */
		{{"updated", 7}, FEED_MODIFIED},  {{"modified", 8}, FEED_MODIFIED},
		{{"author", 6}, FEED_AUTHOR},	  {{"source", 6}, FEED_SOURCE},
		{{"language", 8}, FEED_LANGUAGE}, {{"description", 11}, FEED_SUMMARY},
		{{"summary", 7}, FEED_SUMMARY},	  {{"content", 7}, FEED_CONTENT},
},
  dublin[] = {
	  {{"date", 4}, FEED_PUBLISHED},    {{"issued", 6}, FEED_PUBLISHED}, {{"created", 7}, FEED_PUBLISHED},
	  {{"modified", 8}, FEED_MODIFIED}, {{"creator", 7}, FEED_AUTHOR},   {{"publisher", 9}, FEED_SOURCE},
	  {{"language", 8}, FEED_LANGUAGE},
};

enum feed_field feed_field_of(struct str space, struct str name)
{
	if (str_eq(space, content_space))
		return str_eq(name, STR("encoded")) ? FEED_CONTENT : FEED_NONE;
	if (str_eq(space, dublin_core) || str_eq(space, dublin_terms)) {
		for (size_t i = 0; i < sizeof dublin / sizeof *dublin; i++)
			if (str_eq(name, dublin[i].name))
				return dublin[i].field;
		return FEED_NONE;
	}
	if (space.n && !str_starts(space, STR("http://www.w3.org/2005/Atom")) &&
	    !str_starts(space, STR("http://purl.org/atom/")) && !str_starts(space, STR("http://purl.org/rss/1.0/")) &&
	    !str_starts(space, STR("http://my.netscape.com/rdf/")))
		return FEED_NONE;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (str_eq(name, plain[i].name))
			return plain[i].field;
	return FEED_NONE;
}

void feed_entry_set(struct feed_entry *entry, enum feed_field field, struct str text, bool markup, struct arena *arena)
{
	if (entry->at[field].n || !space_trim(text).n)
		return;
	if (utf8_invalid(text) >= 0) {
		entry->broken = true;
		return;
	}
	entry->at[field] = str_dup(arena, space_trim(text));
	entry->markup[field] = markup;
}

/* Tags, or entities of HTML, in a text that may be either. */
static bool is_markup(struct str text)
{
	for (size_t i = 0; i + 2 < text.n; i++) {
		char c = text.at[i], next = text.at[i + 1];

		if (c == '<' && (ascii_is_alpha((unsigned char)next) || next == '/' || next == '!'))
			return true;
		if (c == '&' && (ascii_is_alpha((unsigned char)next) || next == '#') &&
		    memchr(text.at + i, ';', text.n - i < 12 ? text.n - i : 12))
			return true;
	}
	return false;
}

/* A story in HTML is read as a page is; less than that, for its words alone. */
static bool read_markup(struct source *from, struct str markup, struct str url, struct given *out, struct err *err)
{
	struct html_articles found = {0};
	struct html_hint hint = {.charset = STR("utf-8"), .url = url};
	struct str page = str_printf(from->held, "<html><body><article>%.*s</article></body></html>", STR_ARG(markup));

	if (html_read(page, &hint, from->signs, from->held, &found, err)) {
		*out = found.at[0];
		return true;
	}
	*out = (struct given){.text = feed_words(markup, from->held)};
	return text_check(out->text, err);
}

static struct str title_of(const struct feed_entry *entry, struct source *from)
{
	struct str title = entry->at[FEED_TITLE];

	return is_markup(title) ? str_fold_space(from->held, feed_words(title, from->held)) : title;
}

static bool fill_text(const struct feed_entry *entry, enum feed_field field, struct source *from, struct given *out,
		      struct err *err)
{
	struct str text = entry->at[field];

	if (!text.n)
		return err_set(err, "text", "the entry has no text");
	if (entry->markup[field] || is_markup(text))
		return read_markup(from, text, entry->at[FEED_LINK], out, err);
	*out = (struct given){.text = text};
	return text_check(text, err);
}

static struct str either(struct str a, struct str b)
{
	return a.n ? a : b;
}

static bool is_address(struct str s)
{
	return str_eq_fold(str_slice(s, 0, 7), STR("http://")) || str_eq_fold(str_slice(s, 0, 8), STR("https://"));
}

bool feed_entry_give(const struct feed_entry *entry, const struct feed_entry *feed, struct source *from,
		     struct given *out, struct err *err)
{
	struct str id = entry->at[FEED_ID], link = entry->at[FEED_LINK];

	if (entry->broken)
		return err_set(err, "encoding", "the entry holds broken UTF-8");
	if (!fill_text(entry, FEED_CONTENT, from, out, err) && !fill_text(entry, FEED_SUMMARY, from, out, err))
		return false;
	if (!link.n && is_address(id))
		link = id;
	out->ref = is_address(id) ? STR_NULL : id;
	out->title = title_of(entry, from);
	out->url = either(link, out->url);
	out->published = either(entry->at[FEED_PUBLISHED], either(entry->at[FEED_MODIFIED], out->published));
	out->modified = either(entry->at[FEED_MODIFIED], out->modified);
	out->byline = either(entry->at[FEED_AUTHOR], out->byline);
	out->publisher = either(entry->at[FEED_SOURCE], either(feed->at[FEED_TITLE], out->publisher));
	out->language = either(entry->at[FEED_LANGUAGE], either(feed->at[FEED_LANGUAGE], out->language));
	return true;
}
