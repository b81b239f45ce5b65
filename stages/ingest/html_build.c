/* Tags and text become nodes and pieces. Which end tags a start tag implies is section
 * 13.1.2.4 of the HTML standard; an end tag without its start tag is ignored. Each open
 * element knows the one of the same tag before it and the nearest paragraph holder and table
 * cell below it, so that no search runs down the stack. */
#include "html_builder.h"

enum { INLINE_NESTING = 200 };

static void add_node(struct builder *b, struct html_open *o, const struct html_token *t, uint32_t roles)
{
	struct html_page *page = b->page;
	struct html_node node = {.parent = html_top(b) ? html_top(b)->node : 0,
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
	struct html_open *outer = html_top(b);
	bool cell = o.tag == TAG_TD || o.tag == TAG_TH || o.tag == TAG_TABLE || o.tag == TAG_CAPTION;

	o.same = b->last[o.tag];
	o.holder = o.holds || !outer ? at : outer->holder;
	o.cell = cell ? at : outer ? outer->cell : HTML_NOWHERE;
	o.dead |= outer && outer->dead;
	o.start = (uint32_t)b->n;
	b->last[o.tag] = at;
	LIST_ADD(b->page->arena, &b->open, o);
}

static void pop(struct builder *b)
{
	struct html_open o = *html_top(b);

	if (o.holds) {
		struct html_node *node;

		html_flush(b);
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
		b->link = HTML_NOWHERE;
	if (o.holds)
		html_flush(b); /* what follows belongs to the outer element */
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
	int32_t at = HTML_NOWHERE, within = later(last[TAG_TABLE], HTML_NOWHERE);

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
	if (html_top(b) && last[TAG_P] >= 0 && html_top(b)->holder == last[TAG_P])
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

/* Tells unknown tags apart; 0 for known ones. */
static uint32_t hash_name(const struct html_token *t)
{
	uint32_t h = 0;

	for (size_t i = 0; t->tag == TAG_OTHER && i < t->name.n; i++)
		h = (h ^ ((unsigned char)t->name.at[i] | 32)) * 0x01000193u;
	return h;
}

/* An inline element is one of its own only where no paragraph is being told: at the start of a
 * line in a div, not in a p. */
static bool breaks(struct builder *b, uint32_t roles)
{
	const struct html_open *outer = html_top(b);
	enum tag tag = outer ? (enum tag)b->page->nodes.at[outer->node].tag : TAG_OTHER;

	return roles && outer && !holds_lines(tag) && b->link == HTML_NOWHERE && b->n == b->piece.start;
}

static void open_inline(struct builder *b, const struct html_token *t, uint32_t roles)
{
	struct html_open o = {
		.tag = (uint8_t)t->tag, .node = html_top(b) ? html_top(b)->node : 0, .hash = hash_name(t)};

	if (t->tag == TAG_A && b->last[TAG_A] > html_top(b)->holder)
		pop_to(b, b->last[TAG_A]); /* links do not nest */
	if ((int32_t)b->open.n - html_top(b)->holder > INLINE_NESTING)
		return;
	o.dead = markup_flags(t->tag) & TAG_DEAD || roles & ROLE_HIDDEN;
	o.roles = roles & (ROLE_BYLINE | ROLE_TIME | ROLE_CAPTION);
	if (!o.dead && breaks(b, roles & ~(uint32_t)ROLE_NAMED)) {
		html_flush(b);
		add_node(b, &o, t, roles);
	}
	push(b, o);
	if (o.holds)
		html_flush(b);
	if (t->tag == TAG_A && t->has >> ATTRIBUTE_HREF & 1)
		b->link = (int32_t)b->open.n - 1;
}

static void open_block(struct builder *b, const struct html_token *t, uint32_t roles)
{
	struct html_open o = {.tag = (uint8_t)t->tag, .hash = hash_name(t)};

	html_flush(b);
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
	html_flush(b);
}

static void take_open(struct builder *b, const struct html_token *t)
{
	unsigned flags = markup_flags(t->tag);

	if (t->tag == TAG_BR) {
		html_take_break(b);
		return;
	}
	html_take_facts(b, t);
	if (flags & (TAG_RAW | TAG_SKIP) || (flags & TAG_VOID && !(flags & TAG_BLOCK)))
		return;
	uint32_t roles = html_roles(b->page->markup, b->cache, t);

	if (flags & TAG_BLOCK || (t->tag == TAG_OTHER && roles))
		open_block(b, t, roles);
	else
		open_inline(b, t, roles);
}

/* The lowest open element that an end tag may reach: a cell keeps what is in it from closing
 * what is around it, but not from the end of its row or table. */
static int32_t reach_of(const struct builder *b, enum tag tag)
{
	switch (tag) {
	case TAG_TABLE:
	case TAG_TBODY:
	case TAG_THEAD:
	case TAG_TFOOT:
	case TAG_TR:
	case TAG_TD:
	case TAG_TH:
	case TAG_CAPTION:
		return b->last[TAG_TABLE];
	default:
		return b->open.at[b->open.n - 1].cell;
	}
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
	if (at < (o->holds ? reach_of(b, t->tag) : html_top(b)->holder))
		return;
	pop_to(b, at);
}

/* All text lies in some element, as if <html> and <body> stood in front. */
static void start(struct builder *b)
{
	const struct html_token html = {.kind = HTML_OPEN, .tag = TAG_HTML};

	for (int i = 0; i < TAG_COUNT; i++)
		b->last[i] = HTML_NOWHERE;
	open_block(b, &html, 0);
}

bool html_page_read(struct str text, struct html_page *out, struct err *err)
{
	struct builder b = {.page = out, .scan = {.page = text, .markup = out->markup}, .link = HTML_NOWHERE};
	struct html_token t;

	b.cache = html_roles_cache_new(out->arena);
	b.text = arena_text(out->arena, text.n + 16);
	start(&b);
	for (html_next_token(&b.scan, &t); t.kind != HTML_END; html_next_token(&b.scan, &t)) {
		if (t.kind == HTML_TEXT)
			html_take_text(&b, t.text);
		else if (t.kind == HTML_OPEN)
			take_open(&b, &t);
		else
			take_close(&b, &t);
		if (b.open.n > HTML_NESTING)
			return err_set(err, "html", "elements are nested more than %d deep", HTML_NESTING);
		if (out->nodes.n > HTML_ELEMENTS || out->pieces.n > HTML_ELEMENTS)
			return err_set(err, "html", "a page of more than %d elements", HTML_ELEMENTS);
	}
	pop_to(&b, 0);
	out->text = (struct str){b.text, b.n};
	return true;
}
