#include "html_story.h"

#include "base/utf8.h"

#include "records/document.h"
#include "signs.h"
#include "stamp.h"

enum {
	INHERITED = ROLE_ARTICLE | ROLE_MAIN | ROLE_TITLE | ROLE_LEAD | ROLE_BYLINE | ROLE_TIME | ROLE_CAPTION |
		    ROLE_ENTRY | ROLE_HEADER | ROLE_FOOTER | ROLE_ASIDE | ROLE_CHROME | ROLE_TEASER | ROLE_COMMENT |
		    ROLE_HIDDEN,
	LABELS = ROLE_TITLE | ROLE_LEAD | ROLE_BYLINE | ROLE_TIME | ROLE_CAPTION,
	OUTSIDE = ROLE_FOOTER | ROLE_ASIDE | ROLE_CHROME | ROLE_TEASER | ROLE_COMMENT | ROLE_HIDDEN,
	MISNAMED_WORDS = 60, /* prose that an element must hold for its name not to be believed */
	SHORT_WORDS = 25,    /* a label or a pointer has no more */
	STAMP_WORDS = 16,
	LOOSE_WORDS = 4, /* without a stop: no sentence */
	TITLE_WORDS = 40,
};

struct finder {
	struct html_page *page;
	const struct signs *signs;
	struct html_story *out;
	bool *prose;	/* [pieces.n] */
	bool *headed;	/* [nodes.n] holds an h1 */
	uint32_t *best; /* [nodes.n] the child with most prose; itself: none */
};

bool html_is_outside(uint32_t roles)
{
	return roles & OUTSIDE || (roles & ROLE_HEADER && !(roles & (ROLE_ARTICLE | ROLE_MAIN)));
}

/* Share of links, in percent. */
static uint32_t links_of(const struct html_piece *p)
{
	return (uint32_t)((uint64_t)p->linked * 100 / (p->end - p->start));
}

/* The rule of figure 6: densities in percent, lengths in words. */
static bool is_prose(const struct html_piece *before, const struct html_piece *p, const struct html_piece *after)
{
	uint32_t words = p->words, next = after ? after->words : 0;

	if (links_of(p) > 33)
		return false;
	if (before && links_of(before) > 55)
		return words > 40 || next > 17;
	return words > 16 || next > 15 || (before && before->words > 4);
}

static void find_prose(struct finder *f)
{
	const struct html_pieces *list = &f->page->pieces;

	for (size_t i = 0; i < list->n; i++)
		f->prose[i] =
			is_prose(i ? &list->at[i - 1] : NULL, &list->at[i], i + 1 < list->n ? &list->at[i + 1] : NULL);
}

/* Roles go down, words of prose go up. Words within what the roles in `without` mark do not count. */
static void spread(struct finder *f, uint32_t without)
{
	struct html_nodes *nodes = &f->page->nodes;
	const struct html_pieces *pieces = &f->page->pieces;
	uint32_t *roles = f->out->roles;

	for (size_t i = 0; i < nodes->n; i++) {
		uint32_t own = nodes->at[i].roles;

		roles[i] = own | (i ? roles[nodes->at[i].parent] & INHERITED : 0);
		nodes->at[i].prose = 0;
		f->best[i] = (uint32_t)i;
	}
	for (size_t i = 0; i < pieces->n; i++) {
		const struct html_piece *p = &pieces->at[i];

		if (f->prose[i] && !(roles[p->node] & without))
			nodes->at[p->node].prose += p->words;
	}
	for (size_t i = nodes->n; i-- > 1;) {
		uint32_t parent = nodes->at[i].parent;

		nodes->at[parent].prose += nodes->at[i].prose;
		f->headed[parent] |= f->headed[i];
		if (f->best[parent] == parent || nodes->at[i].prose >= nodes->at[f->best[parent]].prose)
			f->best[parent] = (uint32_t)i;
	}
}

/* An element with most of the page's prose is no share bar, caption or byline, whatever its
 * class says, if the headline is in it or it lies in the article. */
static void forgive(struct finder *f)
{
	struct html_nodes *nodes = &f->page->nodes;
	uint32_t all = nodes->at[0].prose, most = all * 3 / 5 > MISNAMED_WORDS ? all * 3 / 5 : MISNAMED_WORDS;

	for (size_t i = 0; i < nodes->n; i++) {
		struct html_node *node = &nodes->at[i];
		uint32_t around = i ? f->out->roles[node->parent] : 0;

		bool near = f->headed[i] || (f->headed[node->parent] && nodes->at[node->parent].tag != TAG_BODY);

		if (node->prose < most || !(node->roles & (OUTSIDE | LABELS)) || node->roles & ROLE_COMMENT ||
		    !(near || around & (ROLE_ARTICLE | ROLE_MAIN) || node->roles & ROLE_BODY))
			continue;
		node->roles &= ~(uint32_t)LABELS;
		if (node->roles & ROLE_NAMED)
			node->roles &= ~(uint32_t)(ROLE_CHROME | ROLE_TEASER | ROLE_HIDDEN | ROLE_NAMED);
	}
}

static void find_heads(struct finder *f)
{
	for (size_t i = 0; i < f->page->nodes.n; i++)
		f->headed[i] = f->page->nodes.at[i].tag == TAG_H1;
}

/* The nearest node above i (itself too) with the role; 0 when there is none. */
static uint32_t within_role(const struct html_page *page, uint32_t i, uint32_t role)
{
	while (i && !(page->nodes.at[i].roles & role))
		i = page->nodes.at[i].parent;
	return i;
}

/* The node with that role and the most prose, the outermost of equals; 0: none. */
static uint32_t richest(const struct finder *f, uint32_t role)
{
	const struct html_nodes *nodes = &f->page->nodes;
	uint32_t best = 0;

	for (uint32_t i = 1; i < nodes->n; i++)
		if (nodes->at[i].roles & role && !html_is_outside(f->out->roles[i]) &&
		    nodes->at[i].prose > (best ? nodes->at[best].prose : 0))
			best = i;
	return best;
}

static bool holds(const struct html_page *page, uint32_t outer, uint32_t i)
{
	return i >= outer && i < page->nodes.at[outer].end;
}

/* Where advertisements cut the body into several, all of them: the nearest element of the same
 * article around those that are not small beside the first. */
static uint32_t join_bodies(const struct finder *f, uint32_t body)
{
	const struct html_page *page = f->page;
	uint32_t article = within_role(page, body, ROLE_ARTICLE), region = body;

	for (uint32_t i = 1; i < page->nodes.n; i++) {
		const struct html_node *node = &page->nodes.at[i];

		if (!(node->roles & ROLE_BODY) || html_is_outside(f->out->roles[i]) || holds(page, region, i) ||
		    node->prose * 5 < page->nodes.at[body].prose || !holds(page, article, i) || holds(page, i, body))
			continue;
		while (region != article && region && !holds(page, region, i))
			region = page->nodes.at[region].parent;
	}
	return region;
}

/* Down to the child that has nearly all of the prose, as long as there is one. */
static uint32_t descend(const struct finder *f, uint32_t from, uint32_t percent)
{
	const struct html_nodes *nodes = &f->page->nodes;

	while (f->best[from] != from &&
	       (uint64_t)nodes->at[f->best[from]].prose * 100 >= (uint64_t)nodes->at[from].prose * percent &&
	       nodes->at[f->best[from]].prose > 0 && nodes->at[f->best[from]].tag != TAG_P)
		from = f->best[from];
	return from;
}

/* Do elements say that they are entries of a live page? */
static bool has_entries(const struct html_page *page)
{
	size_t n = 0;

	for (size_t i = 0; i < page->nodes.n; i++)
		n += (page->nodes.at[i].roles & ROLE_ENTRY) != 0;
	return n > 1;
}

static uint32_t find_region(const struct finder *f, bool is_live)
{
	const struct html_nodes *nodes = &f->page->nodes;
	uint32_t all = nodes->at[0].prose, body = richest(f, ROLE_BODY), article = richest(f, ROLE_ARTICLE),
		 main = richest(f, ROLE_MAIN);

	if (is_live || has_entries(f->page)) /* many small stories: nothing leads to the deepest */
		return main && nodes->at[main].prose * 2 >= all ? main : descend(f, 0, 95);
	if (body && nodes->at[body].prose * 5 >= all * 2)
		return join_bodies(f, body);
	if (article && nodes->at[article].prose * 5 >= all * 2)
		return descend(f, article, 92);
	if (main && nodes->at[main].prose * 2 >= all)
		return descend(f, main, 85);
	return descend(f, 0, 80);
}

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
	uint32_t first = (uint32_t)pieces->n, same = first, last = f->page->nodes.at[f->out->region].last;

	for (uint32_t i = 0; i < last; i++) {
		const struct html_piece *p = &pieces->at[i];
		uint32_t roles = f->out->roles[p->node];

		if (p->words > TITLE_WORDS || roles & (OUTSIDE & ~(uint32_t)ROLE_ASIDE))
			continue;
		if (!(roles & ROLE_TITLE)) {
			if (same == pieces->n && links_of(p) < 50 &&
			    is_title_itself(html_piece_text(f->page, p), title))
				same = i;
			continue;
		}
		if (title.n && is_alike(f->page->arena, html_piece_text(f->page, p), title))
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
	uint32_t links = links_of(p);

	if (p->words > SHORT_WORDS)
		return links > 80;
	if (links > 60)
		return true;
	uint32_t signs = signs_of(f->signs, html_piece_text(f->page, p));

	return sign_in(signs, SIGN_TEASER) && (links > 20 || p->words < LOOSE_WORDS);
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
		bool outside = roles & OUTSIDE || (i >= region->first && html_is_outside(roles));

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

		if (!is_heading(p) || i == f->out->title || links_of(p) < 80)
			continue;
		uint32_t card = page->nodes.at[p->node].parent;

		if (card == f->out->region || holds(page, card, f->out->region) ||
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
	find_prose(&f);
	find_heads(&f);
	spread(&f, ROLE_COMMENT);
	forgive(&f);
	spread(&f, OUTSIDE | (LABELS & ~(uint32_t)ROLE_LEAD));
	out->region = find_region(&f, is_live);
	out->title = find_title(&f, title);
	set_kinds(&f);
	mark_cards(&f);
	mark_blurbs(&f);
	mark_lists(&f);
	count_body(&f);
}
