#include "html_scan.h"

/* Is it white space as HTML has it? */
static inline bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static inline bool ends_name(char c)
{
	return is_space(c) || c == '/' || c == '>';
}

/* The attributes that are read, by the length of their names. */
static const struct {
	struct str name;
	enum attribute attribute;
} names[] = {
	{{"id", 2}, ATTRIBUTE_ID},
	{{"rel", 3}, ATTRIBUTE_REL},
	{{"name", 4}, ATTRIBUTE_NAME},
	{{"href", 4}, ATTRIBUTE_HREF},
	{{"type", 4}, ATTRIBUTE_TYPE},
	{{"role", 4}, ATTRIBUTE_ROLE},
	{{"lang", 4}, ATTRIBUTE_LANG},
	{{"class", 5}, ATTRIBUTE_CLASS},
	{{"style", 5}, ATTRIBUTE_STYLE},
	{{"hidden", 6}, ATTRIBUTE_HIDDEN},
	{{"content", 7}, ATTRIBUTE_CONTENT},
	{{"charset", 7}, ATTRIBUTE_CHARSET},
	{{"property", 8}, ATTRIBUTE_PROPERTY},
	{{"itemprop", 8}, ATTRIBUTE_ITEMPROP},
	{{"itemtype", 8}, ATTRIBUTE_ITEMTYPE},
	{{"datetime", 8}, ATTRIBUTE_DATETIME},
	{{"data-time", 9}, ATTRIBUTE_TIMESTAMP},
	{{"http-equiv", 10}, ATTRIBUTE_HTTP_EQUIV},
	{{"aria-hidden", 11}, ATTRIBUTE_ARIA_HIDDEN},
	{{"data-datetime", 13}, ATTRIBUTE_TIMESTAMP},
	{{"data-timestamp", 14}, ATTRIBUTE_TIMESTAMP},
};

static enum attribute attribute_of(struct str name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names && names[i].name.n <= name.n; i++)
		if (names[i].name.n == name.n && (name.at[0] | 32) == names[i].name.at[0] &&
		    str_eq_fold(names[i].name, name))
			return names[i].attribute;
	return ATTRIBUTE_NONE;
}

/* Offset of c in the page from `from`; -1 when it does not come. */
static ptrdiff_t find(struct str page, size_t from, char c)
{
	const char *hit = from < page.n ? memchr(page.at + from, c, page.n - from) : NULL;

	return hit ? hit - page.at : -1;
}

/* The value behind '='. A quote that does not close is no quote. */
static struct str read_value(struct html_scan *scan)
{
	struct str page = scan->page;
	size_t i = scan->at;

	while (i < page.n && is_space(page.at[i]))
		i++;
	if (i < page.n && (page.at[i] == '"' || page.at[i] == '\'')) {
		bool *none = &scan->no_quote[page.at[i] == '"'];
		ptrdiff_t end = *none ? -1 : find(page, i + 1, page.at[i]);

		if (end >= 0) {
			scan->at = (size_t)end + 1;
			return str_slice(page, i + 1, (size_t)end);
		}
		*none = true;
	}
	size_t start = i;

	while (i < page.n && !is_space(page.at[i]) && page.at[i] != '>')
		i++;
	scan->at = i;
	return str_slice(page, start, i);
}

/* Read attributes up to the end of the tag; false where the page ends before. */
static bool read_attributes(struct html_scan *scan, struct html_token *out)
{
	struct str page = scan->page;

	while (scan->at < page.n) {
		size_t i = scan->at;
		char c = page.at[i];

		if (c == '>') {
			scan->at++;
			return true;
		}
		if (is_space(c) || c == '/') {
			scan->at++;
			continue;
		}
		size_t start = i++; /* a name may begin with '=' */

		while (i < page.n && !ends_name(page.at[i]) && page.at[i] != '=')
			i++;
		enum attribute a = attribute_of(str_slice(page, start, i));
		struct str value = str_slice(page, start, start);

		while (i < page.n && is_space(page.at[i]))
			i++;
		scan->at = i;
		if (i < page.n && page.at[i] == '=') {
			scan->at++;
			value = read_value(scan);
		}
		if (a && !(out->has >> a & 1)) { /* the first of two counts */
			out->has |= 1u << a;
			out->at[a] = value;
		}
	}
	return false;
}

/* Where the end tag of `name` begins; -1 when none comes. */
static ptrdiff_t find_end_tag(struct str page, size_t from, struct str name)
{
	ptrdiff_t i;

	while ((i = find(page, from, '<')) >= 0) {
		size_t end = (size_t)i + 2 + name.n;

		from = (size_t)i + 1;
		if (end < page.n && page.at[i + 1] == '/' && ends_name(page.at[end]) &&
		    str_eq_fold(str_slice(page, (size_t)i + 2, end), name))
			return i;
	}
	return -1;
}

/* What stands up to the end tag of a raw element; the end tag goes with it. */
static void read_raw(struct html_scan *scan, struct html_token *out)
{
	ptrdiff_t end = scan->unclosed[out->tag] ? -1 : find_end_tag(scan->page, scan->at, out->name);

	if (end < 0) {
		scan->unclosed[out->tag] = true;
		if (!(markup_flags(out->tag) & TAG_RAW))
			return; /* never closed: it holds nothing */
		end = out->tag == TAG_TITLE ? find(scan->page, scan->at, '<') : (ptrdiff_t)scan->page.n;
		if (end < 0)
			end = (ptrdiff_t)scan->page.n;
	}
	out->text = str_slice(scan->page, scan->at, (size_t)end);
	ptrdiff_t close = scan->unclosed[out->tag] ? end - 1 : find(scan->page, (size_t)end, '>');

	scan->at = close >= 0 ? (size_t)close + 1 : scan->page.n;
}

/* A tag whose '<' is at scan->at, its name at `name`. */
static void read_tag(struct html_scan *scan, size_t name, struct html_token *out)
{
	struct str page = scan->page;
	size_t end = name;

	while (end < page.n && !ends_name(page.at[end]))
		end++;
	out->kind = page.at[name - 1] == '/' ? HTML_CLOSE : HTML_OPEN;
	out->name = str_slice(page, name, end);
	out->tag = markup_tag(scan->markup, out->name);
	out->text = STR_NULL;
	out->has = 0;
	scan->at = end;
	if (!read_attributes(scan, out))
		out->kind = HTML_END; /* the page was cut within a tag */
	else if (out->kind == HTML_OPEN && markup_flags(out->tag) & (TAG_RAW | TAG_SKIP))
		read_raw(scan, out);
}

/* Pass what begins with "<!" or "<?". A comment that does not end is the rest of the page. */
static void pass_declaration(struct html_scan *scan)
{
	struct str page = scan->page, rest = str_slice(page, scan->at, page.n);
	bool comment = str_starts(rest, STR("<!--"));
	bool empty = str_starts(rest, STR("<!-->")) || str_starts(rest, STR("<!--->"));
	size_t from = scan->at + (comment ? 4 : 2);
	ptrdiff_t end = find(page, from, '>');

	while (comment && !empty && end >= 0 &&
	       ((size_t)end < scan->at + 6 || page.at[end - 1] != '-' || page.at[end - 2] != '-'))
		end = find(page, (size_t)end + 1, '>');
	scan->at = end >= 0 ? (size_t)end + 1 : page.n;
}

/* Does '<' at i begin a tag or a declaration, rather than being a sign of the text? */
static bool begins_tag(struct str page, size_t i)
{
	char c = i + 1 < page.n ? page.at[i + 1] : ' ';

	if (c == '/')
		c = i + 2 < page.n ? page.at[i + 2] : ' ';
	return ascii_is_alpha((unsigned char)c) || c == '!' || c == '?';
}

void html_next_token(struct html_scan *scan, struct html_token *out)
{
	struct str page = scan->page;

	while (scan->at < page.n) {
		size_t start = scan->at, i = start;

		if (page.at[i] != '<' || !begins_tag(page, i)) {
			do {
				ptrdiff_t next = find(page, i + 1, '<');

				i = next < 0 ? page.n : (size_t)next;
			} while (i < page.n && !begins_tag(page, i));
			scan->at = i;
			out->kind = HTML_TEXT;
			out->text = str_slice(page, start, i);
			return;
		}
		bool closes = page.at[i + 1] == '/';

		if (ascii_is_alpha((unsigned char)page.at[i + 1 + closes])) {
			read_tag(scan, i + 1 + closes, out);
			return;
		}
		pass_declaration(scan);
	}
	out->kind = HTML_END;
}
