#include "page.h"

enum {
	LABEL_BYTES = 480,  /* no paragraph longer than that is boilerplate by a few words */
	WIRE_BYTES = 80,    /* of a line that names a wire alone */
	BYLINES_WITHIN = 8, /* paragraphs */
	CREDIT_WORDS = 15,  /* of a photograph; pages run it into the story's first sentence */
};

static bool is_stamp(struct page *page, struct paragraph *p, struct str s)
{
	struct page_stamp stamp = {.start = p->start};

	if (!stamp_parse(s, p->signs, &stamp.stamp))
		return false;
	LIST_ADD(page->arena, &page->stamps, stamp);
	return true;
}

/* A byline stands before the story, or right behind it. */
static bool is_byline(struct page *page, size_t i, struct str s)
{
	struct str names = byline_find(s);

	if (!names.n || (i >= BYLINES_WITHIN && i + 2 < page->list.n))
		return false;
	if (!page->found->byline.n)
		page->found->byline = names;
	return true;
}

/* "AFP", "(Reuters)", "- AP" on a line of its own. */
static bool is_wire(struct page *page, struct paragraph *p, struct str s)
{
	struct str agency = s.n <= WIRE_BYTES ? signs_agency(page->signs, s) : STR_NULL;

	if (!agency.n)
		return false;
	p->signs |= 1u << SIGN_CREDIT;
	if (!page->found->agency.n)
		page->found->agency = agency;
	return true;
}

static int kind_of(struct page *page, size_t i)
{
	struct paragraph *p = &page->list.at[i];
	struct str s = paragraph_text(page->text, p);

	p->signs = signs_of(page->signs, s);
	if (p->end - p->start > LABEL_BYTES)
		return BLOCK_NONE;
	if (is_stamp(page, p, s))
		return BLOCK_TIMESTAMP;
	if (is_byline(page, i, s) || is_wire(page, p, s))
		return BLOCK_BOILERPLATE;
	if (sign_in(p->signs, SIGN_CREDIT) || sign_in(p->signs, SIGN_COPYRIGHT) ||
	    sign_in(p->signs, SIGN_BOILERPLATE) || sign_in(p->signs, SIGN_RELATED))
		return BLOCK_BOILERPLATE;
	if (sign_in(p->signs, SIGN_PHOTO))
		return p->words <= CREDIT_WORDS ? BLOCK_CAPTION : BLOCK_NONE;
	return sign_in(p->signs, SIGN_CAPTION) ? BLOCK_CAPTION : BLOCK_NONE;
}

void labels_set(struct page *page)
{
	for (size_t i = 0; i < page->list.n; i++) {
		int marked = page->list.at[i].kind, kind = kind_of(page, i);

		page->list.at[i].kind = marked == BLOCK_NONE ? kind : marked;
	}
}
