#include "feed.h"

#include <libxml/xmlreader.h>

#include "feed_entry.h"
#include "files/lines.h"
#include "tally.h"

enum { DEPTH_MOST = 128 };

struct feed {
	xmlTextReaderPtr xml;
	struct arena arena; /* of the feed's own texts */
	struct feed_entry about;
	struct err broke; /* reading the bytes failed: why */
	bool wrong;	  /* the XML is not well-formed: where its message is kept */
	char message[160];
};

/* What is being gathered. */
struct gathering {
	struct source *from;
	struct feed *feed;
	struct feed_entry entry;
	int entry_depth; /* of the open entry; -1: none is open */
	enum feed_field field;
	int field_depth;
	bool xhtml, markup;
	bool aside; /* in an element of the field that is not its text: the address of an author */
	struct buf text;
	size_t bytes; /* of the entry so far */
};

static struct str str_of_xml(const xmlChar *text)
{
	return str_of((const char *)text);
}

/* A document type with declarations in brackets of its own. */
static bool declares_entities(struct str s)
{
	ptrdiff_t open = str_find(s, STR("[")), close = str_find(s, STR(">"));

	return open >= 0 && open < close;
}

/* "<?xml ...", comments and a document type stand before the first element. */
static struct str first_element(struct str head)
{
	struct str s = str_trim(head);

	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_trim(str_slice(s, 3, s.n));
	while (s.n > 1 && s.at[0] == '<' && (s.at[1] == '?' || s.at[1] == '!')) {
		struct str end = str_starts(s, STR("<!--")) ? STR("-->")
				 : s.at[1] == '?'	    ? STR("?>")
				 : declares_entities(s)	    ? STR("]>")
							    : STR(">");
		ptrdiff_t at = str_find(s, end);

		if (at < 0)
			return STR_NULL;
		s = str_trim(str_slice(s, (size_t)at + end.n, s.n));
	}
	return s;
}

bool feed_is(struct str head)
{
	static const struct str names[] = {{"<rss", 4}, {"<feed", 5}, {"<rdf:RDF", 8}, {"<RDF", 4}};
	struct str first = first_element(head);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts(first, names[i]) && first.n > names[i].n &&
		    (ascii_is_space((unsigned char)first.at[names[i].n]) || first.at[names[i].n] == '>'))
			return true;
	return false;
}

static int read_bytes(void *with, char *to, int n)
{
	struct source *from = with;
	struct feed *feed = from->state;

	return (int)lines_bytes(from->lines, to, (size_t)n, &feed->broke);
}

/* The first complaint is the one that counts. */
static void on_error(void *with, xmlErrorPtr error)
{
	struct feed *feed = with;

	if (feed->wrong || error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE)
		return;
	feed->wrong = true;
	snprintf(feed->message, sizeof feed->message, "line %d: %.*s", error->line,
		 (int)strcspn(error->message ? error->message : "not well-formed", "\n"),
		 error->message ? error->message : "not well-formed");
}

static struct feed *begin(struct source *from)
{
	static const int options = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOCDATA;
	struct arena arena = {0};
	struct feed *feed = ARENA_NEW(&arena, struct feed);

	feed->arena = arena;
	from->state = feed;
	feed->xml = xmlReaderForIO(read_bytes, NULL, from, NULL, NULL, options);
	if (!feed->xml)
		die(EXIT_INTERNAL, "out of memory reading %s", from->path);
	xmlTextReaderSetStructuredErrorHandler(feed->xml, on_error, feed);
	return feed;
}

void feed_end(struct source *from)
{
	struct feed *feed = from->state;

	if (!feed)
		return;
	xmlFreeTextReader(feed->xml);
	struct arena arena = feed->arena;

	arena_free(&arena);
	from->state = NULL;
}

static bool is_entry(struct str name)
{
	return str_eq(name, STR("item")) || str_eq(name, STR("entry"));
}

static struct str attribute(struct gathering *g, const char *name)
{
	xmlChar *value = xmlTextReaderGetAttribute(g->feed->xml, (const xmlChar *)name);
	struct str copy = value ? str_dup(g->from->held, str_of_xml(value)) : STR_NULL;

	xmlFree(value);
	return copy;
}

static struct feed_entry *target(struct gathering *g)
{
	return g->entry_depth >= 0 ? &g->entry : &g->feed->about;
}

static struct arena *target_arena(struct gathering *g)
{
	return g->entry_depth >= 0 ? g->from->held : &g->feed->arena;
}

/* Atom's links stand in an attribute: of several, the article itself. */
static void take_link(struct gathering *g)
{
	struct str href = attribute(g, "href"), rel = attribute(g, "rel");

	if (href.n && (!rel.n || str_eq(rel, STR("alternate"))))
		feed_entry_set(target(g), FEED_LINK, href, false, target_arena(g));
}

static void open_field(struct gathering *g, struct str space, struct str name, int depth)
{
	enum feed_field field = feed_field_of(space, name);

	if (field == FEED_NONE)
		return;
	if (field == FEED_LINK)
		take_link(g);
	struct str type = attribute(g, "type");

	g->field = field;
	g->field_depth = depth;
	g->xhtml = str_eq(type, STR("xhtml"));
	g->markup = g->xhtml || str_eq(type, STR("html"));
	g->text = (struct buf){.arena = g->from->held};
}

static void close_field(struct gathering *g)
{
	feed_entry_set(target(g), g->field, buf_str(&g->text), g->markup, target_arena(g));
	g->field = FEED_NONE;
}

static void add_tag(struct gathering *g, const char *open, struct str name)
{
	buf_add(&g->text, str_of(open));
	buf_add(&g->text, name);
	buf_add_char(&g->text, '>');
}

/* Text inside XHTML is HTML again: its marks are escaped. */
static void add_text(struct gathering *g, struct str text)
{
	g->bytes += text.n;
	if (g->bytes > g->from->max_record)
		return;
	for (size_t i = 0; g->xhtml && i < text.n; i++) {
		if (text.at[i] == '<')
			buf_add(&g->text, STR("&lt;"));
		else if (text.at[i] == '&')
			buf_add(&g->text, STR("&amp;"));
		else
			buf_add_char(&g->text, text.at[i]);
	}
	if (!g->xhtml)
		buf_add(&g->text, text);
}

/* Of an author the name counts, of a source its title. */
static bool is_aside(const struct gathering *g, struct str name)
{
	return (g->field == FEED_AUTHOR && !str_eq(name, STR("name"))) ||
	       (g->field == FEED_SOURCE && !str_eq(name, STR("title")));
}

static void on_start(struct gathering *g, int depth)
{
	struct str name = str_of_xml(xmlTextReaderConstLocalName(g->feed->xml));
	struct str space = str_of_xml(xmlTextReaderConstNamespaceUri(g->feed->xml));

	if (g->field != FEED_NONE) {
		g->aside = is_aside(g, name);
		if (g->xhtml && g->bytes <= g->from->max_record)
			add_tag(g, "<", name);
	} else if (g->entry_depth < 0 && is_entry(name)) {
		g->entry_depth = depth;
	} else if (depth == (g->entry_depth >= 0 ? g->entry_depth + 1 : depth)) {
		open_field(g, space, name, depth);
	}
}

/* True when an entry is complete. */
static bool on_end(struct gathering *g, int depth)
{
	g->aside = false;
	if (g->field != FEED_NONE && depth == g->field_depth)
		close_field(g);
	else if (g->field != FEED_NONE && g->xhtml && g->bytes <= g->from->max_record)
		add_tag(g, "</", str_of_xml(xmlTextReaderConstLocalName(g->feed->xml)));
	return g->entry_depth >= 0 && depth == g->entry_depth;
}

static bool on_node(struct gathering *g)
{
	xmlTextReaderPtr xml = g->feed->xml;
	int depth = xmlTextReaderDepth(xml);

	switch (xmlTextReaderNodeType(xml)) {
	case XML_READER_TYPE_ELEMENT: {
		bool empty = xmlTextReaderIsEmptyElement(xml) == 1;

		on_start(g, depth);
		return empty && on_end(g, depth);
	}
	case XML_READER_TYPE_END_ELEMENT:
		return on_end(g, depth);
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
	case XML_READER_TYPE_WHITESPACE:
		if (g->field != FEED_NONE && !g->aside)
			add_text(g, str_of_xml(xmlTextReaderConstValue(xml)));
		return false;
	default:
		return false;
	}
}

/* To the end of the next entry; false at the end of the feed, or where it breaks off. */
static bool gather(struct gathering *g)
{
	while (xmlTextReaderRead(g->feed->xml) == 1)
		if (xmlTextReaderDepth(g->feed->xml) < DEPTH_MOST && on_node(g))
			return true;
	return false;
}

static enum given_result end_of(struct feed *feed, struct err *err)
{
	if (feed->broke.message[0]) {
		*err = feed->broke;
		return GIVEN_BROKEN;
	}
	if (!feed->wrong)
		return GIVEN_END;
	err_set(err, "xml", "the feed breaks off: %s", feed->message);
	return GIVEN_BROKEN;
}

enum given_result feed_next(struct source *from, struct given *out, struct err *err)
{
	struct feed *feed = from->state ? from->state : begin(from);

	for (;;) {
		struct gathering g = {.from = from, .feed = feed, .entry_depth = -1};

		arena_reset(from->held);
		if (!gather(&g)) {
			*out = (struct given){.path = from->path, .position = from->records + 1};
			return end_of(feed, err);
		}
		from->records++;
		*out = (struct given){0};
		bool right = g.bytes <= from->max_record && feed_entry_give(&g.entry, &feed->about, from, out, err);

		out->path = from->path;
		out->position = from->records;
		out->offset = (int64_t)from->records;
		if (right)
			return GIVEN_ARTICLE;
		if (g.bytes > from->max_record) {
			err_set(err, "size", "the entry is larger than %zu bytes (max_record)", from->max_record);
			return GIVEN_BAD;
		}
		if (strcmp(err->field, "text") != 0)
			return GIVEN_BAD;
		tally_add(from->skipped, "feed entry without a text");
	}
}
