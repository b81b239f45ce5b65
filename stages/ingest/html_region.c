/* Where the story is: prose told by shallow features, the element that holds most of it. */
#include "html_finder.h"

enum {
	INHERITED = ROLE_ARTICLE | ROLE_MAIN | ROLE_TITLE | ROLE_LEAD | ROLE_BYLINE | ROLE_TIME | ROLE_CAPTION |
		    ROLE_ENTRY | ROLE_HEADER | HTML_OUTSIDE,
	LABELS = ROLE_TITLE | ROLE_LEAD | ROLE_BYLINE | ROLE_TIME | ROLE_CAPTION,
	LIVE_TIMES = 3,
	MISNAMED_WORDS = 60, /* prose that an element must hold for its name not to be believed */
};

bool html_is_outside(uint32_t roles)
{
	return roles & HTML_OUTSIDE || (roles & ROLE_HEADER && !(roles & (ROLE_ARTICLE | ROLE_MAIN)));
}

/* The classifier by number of words (algorithm 2 of the paper): densities in percent, lengths in words. */
static bool is_prose(const struct html_piece *before, const struct html_piece *p, const struct html_piece *after)
{
	uint32_t words = p->words, next = after ? after->words : 0;

	if (html_links(p) > 33)
		return false;
	if (before && html_links(before) > 55)
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

		if (node->prose < most || !(node->roles & (HTML_OUTSIDE | LABELS)) || node->roles & ROLE_COMMENT ||
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

/* Where advertisements cut the body into several, all of them: the nearest element of the same
 * article around those that are not small beside the first. */
static uint32_t join_bodies(const struct finder *f, uint32_t body)
{
	const struct html_page *page = f->page;
	uint32_t article = within_role(page, body, ROLE_ARTICLE), region = body;

	for (uint32_t i = 1; i < page->nodes.n; i++) {
		const struct html_node *node = &page->nodes.at[i];

		if (!(node->roles & ROLE_BODY) || html_is_outside(f->out->roles[i]) || html_holds(page, region, i) ||
		    node->prose * 5 < page->nodes.at[body].prose || !html_holds(page, article, i) ||
		    html_holds(page, i, body))
			continue;
		while (region != article && region && !html_holds(page, region, i))
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

/* Is most prose in elements that say that they are entries of a live page? */
static bool is_of_entries(const struct finder *f)
{
	const struct html_nodes *nodes = &f->page->nodes;
	uint32_t words = 0, n = 0;

	for (uint32_t i = 1; i < nodes->n;) {
		bool entry = nodes->at[i].roles & ROLE_ENTRY && !html_is_outside(f->out->roles[i]);

		words += entry ? nodes->at[i].prose : 0;
		n += entry;
		i = entry ? nodes->at[i].end : i + 1;
	}
	return n > 1 && words * 2 >= nodes->at[0].prose;
}

/* Does the page call itself live, by its title, its address or its outer elements, and hold
 * several times? */
static bool calls_itself_live(const struct finder *f, struct str title)
{
	const struct html_page *page = f->page;
	uint32_t roles = markup_phrases(page->markup, title) | markup_phrases(page->markup, page->canonical);
	size_t times = 0;

	for (uint32_t i = 1; i < page->nodes.n; i++)
		roles |= html_is_outside(f->out->roles[i]) ? 0 : page->nodes.at[i].roles & ROLE_LIVE;
	for (size_t i = 0; i < page->times.n; i++)
		times += !html_is_outside(f->out->roles[page->times.at[i].node]);
	return roles & ROLE_LIVE && times >= LIVE_TIMES;
}

static uint32_t choose_region(const struct finder *f)
{
	const struct html_nodes *nodes = &f->page->nodes;
	uint32_t all = nodes->at[0].prose, body = richest(f, ROLE_BODY), article = richest(f, ROLE_ARTICLE),
		 main = richest(f, ROLE_MAIN);

	if (f->out->is_live) /* many small stories: nothing leads to the deepest */
		return main && nodes->at[main].prose * 2 >= all ? main : descend(f, 0, 95);
	if (body && nodes->at[body].prose * 5 >= all * 2)
		return join_bodies(f, body);
	if (article && nodes->at[article].prose * 5 >= all * 2)
		return descend(f, article, 92);
	if (main && nodes->at[main].prose * 2 >= all)
		return descend(f, main, 85);
	return descend(f, 0, 80);
}

void html_find_region(struct finder *f, struct str title, bool is_live)
{
	find_prose(f);
	find_heads(f);
	spread(f, ROLE_COMMENT);
	forgive(f);
	spread(f, HTML_OUTSIDE | (LABELS & ~(uint32_t)ROLE_LEAD));
	f->out->is_live = is_live || is_of_entries(f) || calls_itself_live(f, title);
	f->out->region = choose_region(f);
}
