#include "html_story.h"

#include "base/utf8.h"
#include "html_finder.h"
#include "records/document.h"
#include "signs.h"
#include "stamp.h"

enum {
	SHORT_WORDS = 25, /* a label or a pointer has no more */
	STAMP_WORDS = 16,
	LOOSE_WORDS = 4, /* without a stop: no sentence */
	TITLE_WORDS = 40,
	MOST_TITLES = 50, /* headlines compared with the title */
};

static bool is_heading(const struct html_piece *p)
{
	return p->tag >= TAG_H1 && p->tag <= TAG_H6;
}

/* Folded to letters and digits: do they begin alike? */
static bool is_alike(struct arena *arena, struct str a, struct str b)
{
	a = utf8_fold(arena, a);
	b = utf8_fold(arena, b);
	size_t n = a.n < b.n ? a.n : b.n;

	return n >= 8 && memcmp(a.at, b.at, n) == 0;
}

/* Is it the page's title as a whole, or all but the site's name behind it? */
static bool is_title_itself(struct str s, struct str title)
{
	return s.n >= 12 && s.n <= title.n && 2 * s.n >= title.n && str_find(title, s) >= 0;
}

/* The headline: the piece that says what the page's title says, else the first h1. */
static uint32_t find_title(const struct finder *f, struct str title)
{
	const struct html_pieces *pieces = &f->page->pieces;
	uint32_t first = (uint32_t)pieces->n, same = first, looked = 0, last = f->page->nodes.at[f->out->region].last;

	for (uint32_t i = 0; i < last; i++) {
		const struct html_piece *p = &pieces->at[i];
		uint32_t roles = f->out->roles[p->node];

		if (p->words > TITLE_WORDS || roles & (HTML_OUTSIDE & ~(uint32_t)ROLE_ASIDE))
			continue;
		if (!(roles & ROLE_TITLE)) {
			if (same == pieces->n && html_links(p) < 50 &&
			    is_title_itself(html_piece_text(f->page, p), title))
				same = i;
			continue;
		}
		if (title.n && looked++ < MOST_TITLES && is_alike(f->page->arena, html_piece_text(f->page, p), title))
			return i;
		if (first == pieces->n && p->tag == TAG_H1 && p->words > 1)
			first = i;
	}
	return first < pieces->n ? first : same;
}

static bool has_stop(struct str s)
{
	char last = s.at[s.n - 1];

	return last == '.' || last == '!' || last == '?' || last == '"' || last == ':' || (unsigned char)last >= 0x80;
}

/* A pointer to another story: a link as a whole, or words that say so. */
static bool is_pointer(const struct finder *f, const struct html_piece *p)
{
	uint32_t links = html_links(p);

	if (p->words > SHORT_WORDS)
		return links > 80;
	if (links > 60)
		return true;
	struct str s = html_piece_text(f->page, p);

	return sign_in(signs_of(f->signs, s), SIGN_TEASER) && (links > 20 || p->words < LOOSE_WORDS || !has_stop(s));
}

/* What its element, or its words alone, tell of a short piece: caption, stamp, byline; else none. */
static int label_of(const struct finder *f, uint32_t i)
{
	const struct html_piece *p = &f->page->pieces.at[i];
	uint32_t roles = f->out->roles[p->node] | p->roles;
	struct str s = html_piece_text(f->page, p);
	struct stamp stamp;

	if (roles & ROLE_CAPTION)
		return BLOCK_CAPTION;
	if (p->words > SHORT_WORDS)
		return BLOCK_NONE;
	if (p->words <= STAMP_WORDS && (roles & ROLE_TIME || stamp_parse(s, signs_of(f->signs, s), &stamp)))
		return BLOCK_TIMESTAMP;
	return roles & ROLE_BYLINE || byline_find(s).n ? BLOCK_BOILERPLATE : BLOCK_NONE;
}

static int kind_in_region(const struct finder *f, uint32_t i)
{
	const struct html_piece *p = &f->page->pieces.at[i];
	struct str s = html_piece_text(f->page, p);
	int label = label_of(f, i);

	if (label)
		return label;
	if (is_pointer(f, p))
		return BLOCK_TEASER;
	if (p->tag == TAG_TD || p->tag == TAG_TH)
		return p->words > STAMP_WORDS || (f->prose[i] && has_stop(s)) ? BLOCK_BODY : BLOCK_BOILERPLATE;
	if (p->words <= LOOSE_WORDS && !has_stop(s) && !is_heading(p) && p->tag != TAG_P && p->tag != TAG_LI)
		return BLOCK_BOILERPLATE;
	return BLOCK_BODY;
}

/* In front of the story: what belongs to the head of the article. */
static int kind_in_head(const struct finder *f, uint32_t i)
{
	const struct html_piece *p = &f->page->pieces.at[i];
	int label = label_of(f, i);

	if (label)
		return label;
	if (is_pointer(f, p))
		return BLOCK_NONE;
	if (f->out->roles[p->node] & ROLE_LEAD || (i == f->out->title + 1 && p->words > 5))
		return BLOCK_BODY;
	return f->prose[i] && p->words > SHORT_WORDS ? BLOCK_BODY : BLOCK_NONE;
}

static void set_kinds(struct finder *f)
{
	const struct html_page *page = f->page;
	const struct html_node *region = &page->nodes.at[f->out->region];
	uint32_t head = f->out->title < page->pieces.n ? f->out->title : region->first;

	for (uint32_t i = 0; i < region->last; i++) {
		uint32_t roles = f->out->roles[page->pieces.at[i].node];
		bool outside = roles & HTML_OUTSIDE || (i >= region->first && html_is_outside(roles));

		if (i == f->out->title)
			f->out->kinds[i] = BLOCK_TITLE;
		else if (outside)
			continue;
		else if (i >= region->first && (i > head || head == region->first))
			f->out->kinds[i] = (uint8_t)kind_in_region(f, i);
		else if (i > head || i >= region->first)
			f->out->kinds[i] = (uint8_t)kind_in_head(f, i);
	}
}

/* The element of a linked headline, unless it holds the story's own: its blurb goes with it. */
static void mark_cards(struct finder *f)
{
	const struct html_page *page = f->page;
	const struct html_node *region = &page->nodes.at[f->out->region];
	uint32_t marked = 0;

	for (uint32_t i = region->first; i < region->last; i++) {
		const struct html_piece *p = &page->pieces.at[i];

		if (!is_heading(p) || i == f->out->title || html_links(p) < 80)
			continue;
		uint32_t card = page->nodes.at[p->node].parent;

		if (card == f->out->region || html_holds(page, card, f->out->region) ||
		    page->nodes.at[card].prose * 3 > region->prose) {
			f->out->kinds[i] = BLOCK_TEASER;
			continue;
		}
		if (card == marked)
			continue;
		marked = card;
		for (uint32_t k = page->nodes.at[card].first; k < page->nodes.at[card].last; k++)
			if (f->out->kinds[k])
				f->out->kinds[k] = BLOCK_TEASER;
	}
}

/* Linked headlines with one blurb each, one after the other, straight in the region. */
static void mark_blurbs(struct finder *f)
{
	const struct html_page *page = f->page;
	const struct html_node *region = &page->nodes.at[f->out->region];
	uint8_t *kinds = f->out->kinds;
	uint32_t blurb = 0; /* of the headline before */

	for (uint32_t i = region->first; i + 1 < region->last; i++) {
		bool headline = kinds[i] == BLOCK_TEASER && is_heading(&page->pieces.at[i]);
		bool alone = i + 2 == region->last || kinds[i + 2] != BLOCK_BODY || is_heading(&page->pieces.at[i + 2]);

		if (!headline || kinds[i + 1] != BLOCK_BODY || !alone)
			continue;
		if (blurb && blurb + 1 == i)
			kinds[blurb] = kinds[i + 1] = BLOCK_TEASER;
		blurb = i + 1;
	}
}

/* "Related stories" makes a teaser of all that follows in its element, if that is not much
 * of the story; a heading with no story below it is none. */
static void mark_lists(struct finder *f)
{
	const struct html_page *page = f->page;
	const struct html_node *region = &page->nodes.at[f->out->region];
	bool story = false;

	for (uint32_t i = region->last; i-- > region->first;) {
		const struct html_piece *p = &page->pieces.at[i];
		uint8_t *kind = &f->out->kinds[i];

		if (*kind == BLOCK_BODY && is_heading(p)) {
			*kind = story ? BLOCK_BODY : BLOCK_TEASER;
			story = false;
		} else if (*kind == BLOCK_BODY) {
			story = true;
		}
	}
	for (uint32_t i = region->first; i < region->last; i++) {
		const struct html_piece *p = &page->pieces.at[i];
		uint32_t parent = page->nodes.at[p->node].parent, end = page->nodes.at[parent].last;

		if (p->words > 8 || !sign_in(signs_of(f->signs, html_piece_text(page, p)), SIGN_RELATED))
			continue;
		for (uint32_t k = i; k < end && k < region->last; k++)
			if (f->out->kinds[k] == BLOCK_BODY && (k == i || page->pieces.at[k].words <= SHORT_WORDS * 2))
				f->out->kinds[k] = BLOCK_TEASER;
		i = end > i ? end - 1 : i;
	}
}

static void count_body(struct finder *f)
{
	for (size_t i = 0; i < f->page->pieces.n; i++)
		if (f->out->kinds[i] == BLOCK_BODY)
			f->out->words += f->page->pieces.at[i].words;
}

void html_story_find(struct html_page *page, struct str title, bool is_live, const struct signs *signs,
		     struct html_story *out)
{
	struct finder f = {.page = page, .signs = signs, .out = out};
	size_t pieces = page->pieces.n, nodes = page->nodes.n;

	*out = (struct html_story){.kinds = ARENA_ARRAY(page->arena, uint8_t, pieces),
				   .roles = ARENA_ARRAY(page->arena, uint32_t, nodes)};
	f.prose = ARENA_ARRAY(page->arena, bool, pieces);
	f.headed = ARENA_ARRAY(page->arena, bool, nodes);
	f.best = ARENA_ARRAY(page->arena, uint32_t, nodes);
	html_find_region(&f, title, is_live);
	out->title = find_title(&f, title);
	set_kinds(&f);
	mark_cards(&f);
	mark_blurbs(&f);
	mark_lists(&f);
	count_body(&f);
}
