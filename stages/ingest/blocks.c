#include "blocks.h"

#include "base/utf8.h"
#include "dateline.h"
#include "page.h"
#include "teasers.h"

enum {
	DATELINE_WITHIN = 10, /* paragraphs in which a dateline is looked for */
	TITLE_WORDS = 24,
	SENTENCE_WORDS = 12, /* a line with a stop beyond that is a sentence of the story */
	TITLE_WITHIN = 4,    /* paragraphs in which the given title is looked for */
};

size_t page_cut(struct page *page, size_t i, size_t at)
{
	struct paragraph whole = page->list.at[i];
	struct str before = space_trim(str_slice(page->text, whole.start, at));
	struct str after = space_trim(str_slice(page->text, at, whole.end));

	if (!after.n)
		return page->list.n;
	if (!before.n)
		return i;
	paragraphs_insert(&page->list, i, page->arena);
	struct paragraph *first = &page->list.at[i], *rest = first + 1;

	*first = whole;
	first->end = (uint32_t)(before.at + before.n - page->text.at);
	*rest = whole;
	rest->start = (uint32_t)(after.at - page->text.at);
	rest->gap = false;
	paragraph_finish(page->text, first);
	paragraph_finish(page->text, rest);
	return i + 1;
}

/* The given title once more. A whole sentence is the story's first, which somebody gave
 * for a title. */
static bool is_same_title(struct page *page, const struct paragraph *p)
{
	struct str a = paragraph_text(page->text, p), b = page->title;

	if (p->kind != BLOCK_NONE || !b.n || a.n > 2 * b.n + 8 || (p->stop && p->words > SENTENCE_WORDS))
		return false;
	return str_eq_fold(str_fold_space(page->arena, a), str_fold_space(page->arena, b));
}

/* Does a paragraph of the story follow? */
static bool story_follows(const struct page *page, size_t i)
{
	for (i++; i < page->list.n; i++)
		if (page->list.at[i].kind == BLOCK_NONE)
			return true;
	return false;
}

/* The given title where the text repeats it, and a first line that ends without a stop. */
static void find_title(struct page *page)
{
	struct paragraphs *list = &page->list;
	size_t first = 0;

	for (size_t i = 0; i < list->n && i < TITLE_WITHIN; i++)
		if (is_same_title(page, &list->at[i]) && story_follows(page, i))
			list->at[i].kind = BLOCK_TITLE;
	while (first < list->n && list->at[first].kind != BLOCK_NONE && list->at[first].kind != BLOCK_TITLE)
		first++;
	if (first == list->n || list->at[first].kind == BLOCK_TITLE)
		return;
	struct paragraph *p = &list->at[first];

	if (!p->stop && p->words <= TITLE_WORDS && page->text.at[p->end - 1] != ':' && story_follows(page, first))
		p->kind = BLOCK_TITLE;
}

/* Where "WASHINGTON | Mon Mar 2, 2009 4:23 pm EST" begins at the end of s: the capitals
 * before the bar. -1 when there is no such thing. */
static ptrdiff_t place_and_date(struct str s)
{
	const char *bar = memrchr(s.at, '|', s.n);
	struct stamp stamp;

	if (!bar || !stamp_parse(space_trim(str_slice(s, (size_t)(bar - s.at) + 1, s.n)), 0, &stamp))
		return -1;
	size_t i = (size_t)(bar - s.at);

	while (i > 0 && !ascii_is_lower((unsigned char)s.at[i - 1]))
		i--;
	while (i > 0 && i < s.n && !ascii_is_space((unsigned char)s.at[i]))
		i++;
	return (ptrdiff_t)i;
}

static void label_front(struct page *page, size_t i)
{
	struct paragraph *p = &page->list.at[i];
	struct str s = paragraph_text(page->text, p);
	struct page_stamp stamp = {.start = p->start};

	if (stamp_parse(s, 0, &stamp.stamp)) {
		p->kind = BLOCK_TIMESTAMP;
		LIST_ADD(page->arena, &page->stamps, stamp);
	} else if (str_eq_fold(str_slice(s, 0, 3), STR("by "))) {
		p->kind = BLOCK_BOILERPLATE;
	} else {
		p->kind = p->words <= TITLE_WORDS ? BLOCK_TITLE : BLOCK_CAPTION;
	}
}

/* What stands in front of a dateline on the same line: title, byline, place and date.
 * Returns how many paragraphs it became. */
static size_t label_fronts(struct page *page, size_t i)
{
	struct str s = paragraph_text(page->text, &page->list.at[i]);
	ptrdiff_t date = place_and_date(s);
	size_t n = 1;

	if (date > 0 && page_cut(page, i, page->list.at[i].start + (size_t)date) == i + 1)
		label_front(page, i + n++);
	label_front(page, i);
	return n;
}

/* Cut the dateline out of paragraph i; the number of its own paragraph. */
static size_t cut_dateline(struct page *page, size_t i, const struct dateline *d)
{
	uint32_t start = page->list.at[i].start;
	size_t line = page_cut(page, i, start + d->start);

	if (line > i)
		line = i + label_fronts(page, i);
	size_t story = page_cut(page, line, start + d->end);

	page->list.at[line].kind = BLOCK_DATELINE;
	if (story > line && story < page->list.n)
		page->list.at[story].kind = BLOCK_NONE; /* never a title, though it may end without a stop */
	return line;
}

static void take_dateline(struct page *page, const struct dateline *d)
{
	page->found->dateline_place = d->place;
	if (d->agency.n)
		page->found->agency = d->agency;
	if (!date_is_none(d->date))
		page->found->stamp = moment_of_date(d->date);
}

/* Number of the dateline's paragraph, list.n when there is none. Capitals and a dash alone
 * are a dateline only where the story begins: further down they name a speaker. */
static size_t find_dateline(struct page *page)
{
	struct dateline d;
	size_t seen = 0, prose = 0;

	for (size_t i = 0; i < page->list.n && seen < DATELINE_WITHIN; i++) {
		const struct paragraph *p = &page->list.at[i];

		if (p->kind != BLOCK_NONE && p->kind != BLOCK_TITLE)
			continue;
		seen++;
		if (dateline_find(paragraph_text(page->text, p), page->signs, &d) && (d.sure || !prose)) {
			take_dateline(page, &d);
			return cut_dateline(page, i, &d);
		}
		prose += p->kind == BLOCK_NONE && p->stop;
	}
	return page->list.n;
}

/* The line that tells when it was published: rather than when it was changed. */
static void find_stamp(struct page *page)
{
	const struct stamp *best = NULL;
	size_t k = 0;

	for (size_t i = 0; i < page->stamps.n; i++) {
		const struct page_stamp *s = &page->stamps.at[i];

		while (k < page->list.n && page->list.at[k].start < s->start)
			k++;
		if (k == page->list.n || page->list.at[k].kind != BLOCK_TIMESTAMP || moment_is_none(s->stamp.at))
			continue;
		if (s->stamp.updated && moment_is_none(page->found->updated))
			page->found->updated = s->stamp.at;
		if (!best || (best->updated && !s->stamp.updated))
			best = &s->stamp;
	}
	if (best)
		page->found->stamp = best->at;
}

static bool is_quote_mark(struct str s, size_t i, bool *opens, bool *closes, size_t *n)
{
	*opens = *closes = s.at[i] == '"';
	*n = 1;
	if (*opens)
		return true;
	struct str here = str_slice(s, i, i + 3);

	*n = 3;
	*opens = str_eq(here, STR("\u201c"));
	*closes = str_eq(here, STR("\u201d"));
	return *opens || *closes;
}

/* A paragraph that is a quotation from its first to its last mark. */
static bool is_quote(struct str s)
{
	bool opens, closes;
	size_t n, marks = 0, last = 0;

	if (s.n < 8 || !is_quote_mark(s, 0, &opens, &closes, &n) || !opens)
		return false;
	for (size_t i = n; i < s.n; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if ((c == '"' || c == 0xE2) && is_quote_mark(s, i, &opens, &closes, &n)) {
			marks++;
			last = i + n;
		}
	}
	return marks == 1 && closes && space_trim(str_slice(s, last, s.n)).n <= 1;
}

static void name_story(struct page *page)
{
	for (size_t i = 0; i < page->list.n; i++) {
		struct paragraph *p = &page->list.at[i];

		if (p->kind == BLOCK_NONE)
			p->kind = is_quote(paragraph_text(page->text, p)) ? BLOCK_QUOTE : BLOCK_BODY;
	}
}

/* A text is never without a story: a headline alone, a caption alone, is one. */
static void keep_story(struct page *page)
{
	static const int order[] = {BLOCK_NONE,	  BLOCK_TITLE,	     BLOCK_CAPTION,
				    BLOCK_TEASER, BLOCK_BOILERPLATE, BLOCK_TIMESTAMP};

	for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
		bool any = false;

		for (size_t i = 0; i < page->list.n; i++)
			if (page->list.at[i].kind == order[k]) {
				page->list.at[i].kind = BLOCK_NONE;
				any = true;
			}
		if (any)
			return;
	}
}

static bool merges(int kind)
{
	return kind == BLOCK_BODY || kind == BLOCK_QUOTE || kind == BLOCK_TEASER || kind == BLOCK_BOILERPLATE;
}

/* Neighbours of one kind become one stretch. */
static void give_blocks(struct page *page)
{
	struct blocks *out = &page->found->blocks;

	for (size_t i = 0; i < page->list.n; i++) {
		const struct paragraph *p = &page->list.at[i];
		struct block block = {p->start, p->end, p->kind};

		if (p->kind == BLOCK_TITLE && !page->found->title.n)
			page->found->title = paragraph_text(page->text, p);
		if (out->n && out->at[out->n - 1].kind == p->kind && merges(p->kind))
			out->at[out->n - 1].end = p->end;
		else
			LIST_ADD(page->arena, out, block);
	}
}

void blocks_find(struct str text, struct str title, const struct signs *signs, struct arena *arena,
		 struct blocks_found *out)
{
	struct page page = {.text = text, .title = title, .signs = signs, .arena = arena, .found = out};

	*out = (struct blocks_found){0};
	paragraphs_cut(text, arena, &page.list);
	labels_set(&page);
	find_title(&page);
	size_t dateline = find_dateline(&page);

	captions_find(&page, dateline);
	credits_cut(&page);
	teasers_find(text, &page.list, arena);
	keep_story(&page);
	clocks_cut(&page);
	find_stamp(&page);
	name_story(&page);
	give_blocks(&page);
}

/* The paragraphs of the marks: each has its own, trimmed. */
static void take_marks(struct page *page, const struct blocks *marks)
{
	for (size_t i = 0; i < marks->n; i++) {
		struct block m = marks->at[i];
		struct str s = space_trim(str_slice(page->text, m.start, m.end));
		struct paragraph p = {.kind = m.kind == BLOCK_BODY ? BLOCK_NONE : m.kind, .gap = true};

		if (!s.n)
			continue;
		p.start = (uint32_t)(s.at - page->text.at);
		p.end = p.start + (uint32_t)s.n;
		paragraph_finish(page->text, &p);
		LIST_ADD(page->arena, &page->list, p);
	}
}

void blocks_find_marked(struct str text, const struct blocks *marks, const struct signs *signs, struct arena *arena,
			struct blocks_found *out)
{
	struct page page = {.text = text, .signs = signs, .arena = arena, .found = out};

	*out = (struct blocks_found){0};
	take_marks(&page, marks);
	labels_set(&page);
	(void)find_dateline(&page);
	credits_cut(&page);
	keep_story(&page);
	clocks_cut(&page);
	find_stamp(&page);
	name_story(&page);
	give_blocks(&page);
}
