/* Tags and text become nodes and pieces. Which end tags a start tag implies is section
 * 13.1.2.4 of the HTML standard; an end tag without its start tag is ignored. Each open
 * element knows the one of the same tag before it and the nearest paragraph holder and table
 * cell below it, so that no search runs down the stack. */
#include "html_page.h"

#include "base/plain.h"

enum { INLINE_NESTING = 200, SHORT_LINE = 40, MOST_LINKED = 600, NOWHERE = -1 };

/* Last byte of U+201D. */
static const char CLOSING_QUOTE_END = '\x9D';

/* An element whose end tag has not come. */
struct html_open {
	uint8_t tag;
	bool holds;	/* it has a node */
	bool dead;	/* its words, and those within, are none of the page */
	int32_t same;	/* index of the open element of the same tag before it */
	int32_t holder; /* index of the nearest open element with a node, itself too */
	int32_t cell;	/* index of the nearest open cell or table, itself too */
	uint32_t node;	/* that text within it belongs to */
	uint32_t hash;	/* of the name of one that is no known tag */
	uint32_t roles; /* of one without a node: for its part of the piece */
	uint32_t start; /* [bytes] where its text begins */
};

struct html_opens {
	struct html_open *at;
	size_t n, room;
};

struct builder {
	struct html_page *page;
	struct html_scan scan;
	struct html_roles_cache *cache;
	struct html_opens open;
	int32_t last[TAG_COUNT]; /* index of the innermost open element of that tag */
	char *text;
	size_t n;		 /* [bytes] of it */
	struct html_piece piece; /* being gathered; words == 0 and start == n: empty */
	int32_t link;		 /* index of the open link, or NOWHERE */
	uint32_t role_bytes, roles;
	bool doubtful; /* a line break behind a short line: is it the end of a paragraph? */
	size_t broken; /* [bytes] where the last line break stands */
};

static struct html_open *top(struct builder *b)
{
	return b->open.n ? &b->open.at[b->open.n - 1] : NULL;
}

/* Chinese, Japanese and Korean signs, two a word, stand without spaces. */
static uint32_t count_words(const char *at, size_t n)
{
	uint32_t spaces = 0, signs = 0;

	for (size_t i = 0; i < n; i++) {
		spaces += at[i] == ' ';
		signs += (unsigned char)at[i] >= 0xE3 && (unsigned char)at[i] <= 0xED;
	}
	return 1 + spaces + signs / 2;
}

/* The piece ends here, if there is any. */
static void flush(struct builder *b)
{
	struct html_piece *p = &b->piece;

	if (b->n > p->start && b->text[b->n - 1] == ' ')
		b->n--;
	if (b->n > p->start) {
		p->end = (uint32_t)b->n;
		p->words = count_words(b->text + p->start, p->end - p->start);
		p->roles = 2 * b->role_bytes >= p->end - p->start ? b->roles : 0;
		p->linked = p->linked > p->end - p->start ? p->end - p->start : p->linked;
		LIST_ADD(b->page->arena, &b->page->pieces, *p);
		b->text[b->n++] = '\n';
	}
	b->role_bytes = b->roles = 0;
	*p = (struct html_piece){.start = (uint32_t)b->n};
	p->node = top(b) ? top(b)->node : 0;
	p->tag = b->page->nodes.n ? b->page->nodes.at[p->node].tag : 0;
}

static void add_space(struct builder *b)
{
	if (b->n > b->piece.start && b->text[b->n - 1] != ' ')
		b->text[b->n++] = ' ';
}

/* Copy text, white space folded, references resolved. Eight bytes at a time where they are
 * plain. The text of a page is never longer than the page. */
static void gather(struct builder *b, struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		uint64_t space = b->n > b->piece.start ? (b->text[b->n - 1] == ' ' ? 0x80 : 0) : 0x80;

		while (i + 8 <= s.n) {
			uint64_t x = plain_load(s.at + i);

			if (!plain_is(x, &space) || plain_find(x, '&'))
				break;
			memcpy(b->text + b->n, s.at + i, 8);
			b->n += 8;
			i += 8;
		}
		for (size_t end = i + 8; i < s.n && i < end;) {
			unsigned char c = (unsigned char)s.at[i];

			if (c <= ' ' || c == 0x7F) {
				add_space(b);
				i++;
			} else if (c == '&') {
				size_t n = html_entity(s, &i, b->text + b->n);

				if (n == 1 && (unsigned char)b->text[b->n] <= ' ')
					add_space(b);
				else
					b->n += n;
			} else {
				b->text[b->n++] = (char)c;
				i++;
			}
		}
	}
}

/* In preformatted text a line that is short, or has an empty one behind it, ends a paragraph. */
static void gather_lines(struct builder *b, struct str s)
{
	while (s.at) {
		struct str line = str_cut(&s, '\n');

		gather(b, line);
		if (!s.at)
			break;
		if (line.n < SHORT_LINE || !str_trim(str_slice(s, 0, 2)).n || s.at[0] == '\n')
			flush(b);
		else
			add_space(b);
	}
}

/* A link over that much text is one that was not closed. */
static void break_link(struct builder *b)
{
	struct html_pieces *list = &b->page->pieces;

	for (size_t i = list->n; i-- > 0 && list->at[i].start >= b->open.at[b->link].start;)
		list->at[i].linked = 0;
	b->piece.linked = 0;
	b->link = NOWHERE;
}

/* Behind the break of a short line a small letter goes on with the sentence. */
static void settle_break(struct builder *b, struct str s)
{
	s = str_trim(s);
	if (s.n && !ascii_is_lower((unsigned char)s.at[0]))
		flush(b);
	b->doubtful = b->doubtful && !s.n;
}

static void take_text(struct builder *b, struct str s)
{
	if (!b->open.n || top(b)->dead)
		return;
	if (b->doubtful)
		settle_break(b, s);
	size_t before = b->n;

	if (b->last[TAG_PRE] >= 0)
		gather_lines(b, s);
	else
		gather(b, s);
	if (b->link == NOWHERE)
		return;
	b->piece.linked += (uint32_t)(b->n - before);
	if (b->n - b->open.at[b->link].start > MOST_LINKED)
		break_link(b);
}

static void add_node(struct builder *b, struct html_open *o, const struct html_token *t, uint32_t roles)
{
	struct html_page *page = b->page;
	struct html_node node = {.parent = top(b) ? top(b)->node : 0,
				 .first = (uint32_t)page->pieces.n,
				 .roles = roles,
				 .tag = (uint8_t)t->tag,
				 .id = html_attribute(t, ATTRIBUTE_ID)};

	o->node = (uint32_t)page->nodes.n;
	o->holds = true;
	LIST_ADD(page->arena, &page->nodes, node);
}

static void push(struct builder *b, struct html_open o)
{
	int32_t at = (int32_t)b->open.n;
	struct html_open *outer = top(b);
	bool cell = o.tag == TAG_TD || o.tag == TAG_TH || o.tag == TAG_TABLE || o.tag == TAG_CAPTION;

	o.same = b->last[o.tag];
	o.holder = o.holds || !outer ? at : outer->holder;
	o.cell = cell ? at : outer ? outer->cell : NOWHERE;
	o.dead |= outer && outer->dead;
	o.start = (uint32_t)b->n;
	b->last[o.tag] = at;
	LIST_ADD(b->page->arena, &b->open, o);
}

static void pop(struct builder *b)
{
	struct html_open o = *top(b);

	if (o.holds) {
		struct html_node *node;

		flush(b);
		node = &b->page->nodes.at[o.node];
		node->end = (uint32_t)b->page->nodes.n;
		node->last = (uint32_t)b->page->pieces.n;
	} else if (o.roles && b->n > o.start && o.start >= b->piece.start) {
		b->role_bytes += (uint32_t)b->n - o.start;
		b->roles |= o.roles;
	}
	b->last[o.tag] = o.same;
	b->open.n--;
	if (b->link == (int32_t)b->open.n)
		b->link = NOWHERE;
	if (o.holds)
		flush(b); /* what follows belongs to the outer element */
}

static void pop_to(struct builder *b, int32_t at)
{
	while ((int32_t)b->open.n > at)
		pop(b);
}

static int32_t later(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* End tags that the start of a block-level element stands for. */
static void close_implied(struct builder *b, enum tag tag)
{
	const int32_t *last = b->last;
	int32_t at = NOWHERE, within = later(last[TAG_TABLE], NOWHERE);

	switch (tag) {
	case TAG_LI:
		at = last[TAG_LI];
		within = later(last[TAG_UL], last[TAG_OL]);
		break;
	case TAG_DD:
	case TAG_DT:
		at = later(last[TAG_DD], last[TAG_DT]);
		within = last[TAG_DL];
		break;
	case TAG_TD:
	case TAG_TH:
		at = later(last[TAG_TD], last[TAG_TH]);
		break;
	case TAG_TR:
		at = last[TAG_TR];
		break;
	case TAG_TBODY:
	case TAG_THEAD:
	case TAG_TFOOT:
		at = later(last[TAG_TBODY], later(last[TAG_THEAD], last[TAG_TFOOT]));
		break;
	default:
		break;
	}
	if (at > within)
		pop_to(b, at);
	if (top(b) && last[TAG_P] >= 0 && top(b)->holder == last[TAG_P])
		pop_to(b, last[TAG_P]);
}

static bool holds_lines(enum tag tag)
{
	switch (tag) {
	case TAG_P:
	case TAG_LI:
	case TAG_TD:
	case TAG_DD:
	case TAG_BLOCKQUOTE:
	case TAG_FIGCAPTION:
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6:
		return true;
	default:
		return false;
	}
}

static void take_time(struct builder *b, const struct html_token *t)
{
	struct str value = html_attribute(t, ATTRIBUTE_DATETIME);

	if (!value.n && t->tag == TAG_TIME)
		value = html_attribute(t, ATTRIBUTE_CONTENT);
	if (!value.n)
		value = html_attribute(t, ATTRIBUTE_TIMESTAMP);
	struct html_time time = {.node = top(b) ? top(b)->node : 0,
				 .piece = (uint32_t)b->page->pieces.n,
				 .value = html_text(b->page->arena, value)};

	if (time.value.n)
		LIST_ADD(b->page->arena, &b->page->times, time);
}

static void add_meta(struct builder *b, struct str name, struct str value)
{
	struct html_meta meta = {.name = markup_meta(b->page->markup, str_trim(name)),
				 .node = top(b) ? top(b)->node : 0};

	if (meta.name.field && value.n && (meta.value = html_text(b->page->arena, value)).n)
		LIST_ADD(b->page->arena, &b->page->metas, meta);
}

/* <meta name= property= itemprop= http-equiv= content=>, and itemprops with a value of their own. */
static void take_meta(struct builder *b, const struct html_token *t)
{
	static const enum attribute keys[] = {ATTRIBUTE_PROPERTY, ATTRIBUTE_NAME, ATTRIBUTE_ITEMPROP,
					      ATTRIBUTE_HTTP_EQUIV};
	struct str value = html_attribute(t, ATTRIBUTE_CONTENT);

	if (!value.n)
		value = html_attribute(t, ATTRIBUTE_DATETIME);
	for (size_t i = 0; value.n && i < sizeof keys / sizeof *keys; i++) {
		if (t->tag != TAG_META && keys[i] != ATTRIBUTE_ITEMPROP)
			continue;
		struct str key = html_attribute(t, keys[i]);

		if (key.n) {
			add_meta(b, key, value);
			break;
		}
	}
}

/* Tells unknown tags apart; 0 for known ones. */
static uint32_t hash_name(const struct html_token *t)
{
	uint32_t h = 0;

	for (size_t i = 0; t->tag == TAG_OTHER && i < t->name.n; i++)
		h = (h ^ ((unsigned char)t->name.at[i] | 32)) * 0x01000193u;
	return h;
}

static bool has_word(struct str list, struct str word)
{
	list = str_trim(list);
	while (list.at)
		if (str_eq_fold(str_cut(&list, ' '), word))
			return true;
	return false;
}

static void take_link(struct builder *b, const struct html_token *t)
{
	if (!b->page->canonical.n && has_word(html_attribute(t, ATTRIBUTE_REL), STR("canonical")))
		b->page->canonical = html_text(b->page->arena, html_attribute(t, ATTRIBUTE_HREF));
}

static void take_raw(struct builder *b, const struct html_token *t)
{
	struct html_page *page = b->page;

	if (t->tag == TAG_TITLE && !page->title.n)
		page->title = html_text(page->arena, t->text);
	if (t->tag == TAG_SCRIPT &&
	    str_eq_fold(str_trim(html_attribute(t, ATTRIBUTE_TYPE)), STR("application/ld+json")))
		LIST_ADD(page->arena, &page->linked_data, t->text);
}

/* An inline element breaks the paragraph only where none is being told: in a div, not in a p. */
static bool breaks(struct builder *b, uint32_t roles)
{
	const struct html_open *outer = top(b);
	enum tag tag = outer ? (enum tag)b->page->nodes.at[outer->node].tag : TAG_OTHER;

	return roles && outer && !holds_lines(tag) && b->link == NOWHERE;
}

static void open_inline(struct builder *b, const struct html_token *t, uint32_t roles)
{
	struct html_open o = {.tag = (uint8_t)t->tag, .node = top(b) ? top(b)->node : 0, .hash = hash_name(t)};

	if (t->tag == TAG_A && b->last[TAG_A] > top(b)->holder)
		pop_to(b, b->last[TAG_A]); /* links do not nest */
	if ((int32_t)b->open.n - top(b)->holder > INLINE_NESTING)
		return;
	o.dead = markup_flags(t->tag) & TAG_DEAD || roles & ROLE_HIDDEN;
	o.roles = roles & (ROLE_BYLINE | ROLE_TIME | ROLE_CAPTION);
	if (!o.dead && breaks(b, roles & ~(uint32_t)ROLE_NAMED)) {
		flush(b);
		add_node(b, &o, t, roles);
	}
	push(b, o);
	if (o.holds)
		flush(b);
	if (t->tag == TAG_A && t->has >> ATTRIBUTE_HREF & 1)
		b->link = (int32_t)b->open.n - 1;
}

static void open_block(struct builder *b, const struct html_token *t, uint32_t roles)
{
	struct html_open o = {.tag = (uint8_t)t->tag, .hash = hash_name(t)};

	flush(b);
	if (b->last[TAG_HEAD] >= 0)
		pop_to(b, b->last[TAG_HEAD]);
	close_implied(b, t->tag);
	if (markup_flags(t->tag) & TAG_VOID)
		return;
	if (t->tag == TAG_HTML && !b->page->language.n)
		b->page->language = html_text(b->page->arena, html_attribute(t, ATTRIBUTE_LANG));
	add_node(b, &o, t, roles);
	o.dead = t->tag == TAG_HEAD;
	push(b, o);
	flush(b);
}

/* A line break ends a paragraph where a sentence ends, and where another one follows. */
static void take_break(struct builder *b)
{
	size_t n = b->n;

	if (n > b->piece.start && b->text[n - 1] == ' ')
		n--;
	char last = n > b->piece.start ? b->text[n - 1] : '.';

	struct str line = {b->text + b->piece.start, n - b->piece.start};

	b->doubtful = line.n < SHORT_LINE || str_find(b->page->title, line) >= 0;
	if (strchr(".!?\":", last) || last == CLOSING_QUOTE_END || b->broken == n)
		flush(b);
	else
		add_space(b);
	b->broken = n;
}

static void take_open(struct builder *b, const struct html_token *t)
{
	unsigned flags = markup_flags(t->tag);

	if (t->tag == TAG_BR) {
		take_break(b);
		return;
	}
	if (t->tag == TAG_META || t->has >> ATTRIBUTE_ITEMPROP & 1)
		take_meta(b, t);
	if (t->tag == TAG_LINK)
		take_link(b, t);
	if (flags & TAG_RAW)
		take_raw(b, t);
	if (t->tag == TAG_TIME || t->has >> ATTRIBUTE_TIMESTAMP & 1)
		take_time(b, t);
	if (flags & (TAG_RAW | TAG_SKIP) || (flags & TAG_VOID && !(flags & TAG_BLOCK)))
		return;
	uint32_t roles = html_roles(b->page->markup, b->cache, t);

	if (flags & TAG_BLOCK || (t->tag == TAG_OTHER && roles))
		open_block(b, t, roles);
	else
		open_inline(b, t, roles);
}

static void take_close(struct builder *b, const struct html_token *t)
{
	int32_t at = b->last[t->tag];

	for (int h = TAG_H1; t->tag >= TAG_H1 && t->tag <= TAG_H6 && h <= TAG_H6; h++)
		at = later(at, b->last[h]); /* any end of a heading ends any heading */
	if (at < 0 || (t->tag == TAG_BODY || t->tag == TAG_HTML))
		return;
	const struct html_open *o = &b->open.at[at];

	if (o->hash != hash_name(t))
		return;
	if (o->holds ? at < top(b)->cell : at < top(b)->holder)
		return;
	pop_to(b, at);
}

/* All text lies in some element, as if <html> and <body> stood in front. */
static void start(struct builder *b)
{
	const struct html_token html = {.kind = HTML_OPEN, .tag = TAG_HTML};

	for (int i = 0; i < TAG_COUNT; i++)
		b->last[i] = NOWHERE;
	open_block(b, &html, 0);
}

bool html_page_read(struct str text, struct html_page *out, struct err *err)
{
	struct builder b = {.page = out, .scan = {.page = text, .markup = out->markup}, .link = NOWHERE};
	struct html_token t;

	b.cache = html_roles_cache_new(out->arena);
	b.text = arena_text(out->arena, text.n + 16);
	start(&b);
	for (html_next_token(&b.scan, &t); t.kind != HTML_END; html_next_token(&b.scan, &t)) {
		if (t.kind == HTML_TEXT)
			take_text(&b, t.text);
		else if (t.kind == HTML_OPEN)
			take_open(&b, &t);
		else
			take_close(&b, &t);
		if (b.open.n > HTML_NESTING)
			return err_set(err, "html", "elements are nested more than %d deep", HTML_NESTING);
	}
	pop_to(&b, 0);
	out->text = (struct str){b.text, b.n};
	return true;
}
