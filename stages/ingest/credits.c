#include "page.h"

enum {
	LAST = 6,	 /* paragraphs of the story at the end that may carry "Reporting by" */
	CUTS = 16,	 /* credits cut off; more are no credits, and each moves what follows */
	WIRE_BYTES = 48, /* of a wire's name behind a dash or in brackets */
};

/* Bytes of a bracket or dash at s[i] that may open the name of a wire. */
static size_t opener_at(struct str s, size_t i)
{
	char c = s.at[i];

	if (c == '(' || c == '[' || c == '-')
		return 1;
	return c == '\xE2' && s.n - i > 3 && s.at[i + 1] == '\x80' && (s.at[i + 2] == '\x93' || s.at[i + 2] == '\x94')
		       ? 3
		       : 0;
}

/* Where "- AFP", "(Reuters)" begins at the end of the paragraph; -1 when it doesn't. */
static ptrdiff_t wire_at_end(const struct page *page, struct str s, struct str *agency)
{
	size_t from = s.n > WIRE_BYTES ? s.n - WIRE_BYTES : 0;

	for (size_t i = s.n, n; i-- > from;) {
		if (!(n = opener_at(s, i)))
			continue;
		*agency = signs_agency(page->signs, str_slice(s, i + n, s.n));
		if (agency->n)
			return (ptrdiff_t)i;
	}
	return -1;
}

/* "he said. - AFP": "a reporter of AFP" is no credit. */
static bool follows_stop(struct str s, size_t at)
{
	struct str before = space_trim(str_slice(s, 0, at));
	char c = before.n ? before.at[before.n - 1] : '\0';

	if (c == '-')
		return follows_stop(s, before.n - 1);
	return c && (strchr(".!?\")", c) || str_ends(before, STR("\u201d")) || str_ends(before, STR("\u2019")) ||
		     str_ends(before, STR("\u2026")));
}

static void make_credit(struct page *page, size_t i, size_t at)
{
	size_t credit = page_cut(page, i, at);

	if (credit == page->list.n)
		return;
	page->list.at[credit].kind = BLOCK_BOILERPLATE;
	page->list.at[credit].signs |= 1u << SIGN_CREDIT;
}

static bool cut_wire(struct page *page, size_t i)
{
	struct paragraph *p = &page->list.at[i];
	struct str s = paragraph_text(page->text, p), agency;
	char last = s.at[s.n - 1];
	ptrdiff_t at = -1;

	if (ascii_is_alpha((unsigned char)last) || last == ')' || last == ']' || last == '.')
		at = wire_at_end(page, s, &agency);
	if (at <= 0 || !follows_stop(s, (size_t)at))
		return false;
	if (!page->found->agency.n)
		page->found->agency = agency;
	make_credit(page, i, p->start + (size_t)at);
	return true;
}

/* "(Reporting by Jane Doe; editing by John Roe)" and what a site puts behind it. */
static void cut_reporters(struct page *page, size_t i)
{
	uint32_t start = page->list.at[i].start;
	struct str s = paragraph_text(page->text, &page->list.at[i]);
	ptrdiff_t at = signs_near_end(page->signs, s, SIGN_CREDIT);

	if (at <= 0)
		return;
	bool open = s.at[at - 1] == '(' || s.at[at - 1] == '[';
	const char *close = open ? memchr(s.at + at, s.at[at - 1] == '(' ? ')' : ']', s.n - (size_t)at) : NULL;

	at -= open;
	if (!follows_stop(s, (size_t)at))
		return;
	make_credit(page, i, start + (size_t)at);
	if (!close || close + 1 == s.at + s.n)
		return;
	size_t rest = page_cut(page, i + 1, (size_t)(close + 1 - page->text.at));

	if (rest < page->list.n)
		page->list.at[rest].kind = BLOCK_BOILERPLATE;
}

void credits_cut(struct page *page)
{
	size_t seen = 0, cut = 0;

	for (size_t i = page->list.n; i-- > 0 && cut < CUTS;) {
		if (page->list.at[i].kind != BLOCK_NONE)
			continue;
		if (cut_wire(page, i))
			cut++;
		else if (seen++ < LAST)
			cut_reporters(page, i);
	}
}
