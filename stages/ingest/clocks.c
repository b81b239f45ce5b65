/* The clocks that the entries of a live page begin with, where a text has lost the page's elements: "1045 The ministry
 * says …", "10.45am: Rescuers …", "[14:30] …". */
#include "page.h"

enum {
	ENTRIES = 3,	 /* that a live page has at the least */
	TELLING = 2,	 /* of them that are no years */
	CLOCK_BYTES = 16 /* "12:45 p.m. GMT: " */
};

static size_t digits(struct str s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && ascii_is_digit((unsigned char)s.at[i + n]))
		n++;
	return n;
}

static int two(struct str s, size_t i)
{
	return (s.at[i] - '0') * 10 + s.at[i + 1] - '0';
}

/* "am", "p.m.", "GMT", "hrs" and the marks around them: bytes read. */
static size_t behind_clock(struct str s, size_t i)
{
	static const struct str words[] = {{"a.m.", 4}, {"p.m.", 4}, {"am", 2},	 {"pm", 2},    {"GMT", 3}, {"UTC", 3},
					   {"BST", 3},	{"EST", 3},  {"EDT", 3}, {"ET", 2},    {"hrs", 3}, {"]", 1},
					   {":", 1},	{"-", 1},    {"|", 1},	 {"\u2013", 3}};
	size_t at = i;

	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		size_t skip = at < s.n && s.at[at] == ' ' ? 1 : 0, end = at + skip + words[k].n;
		bool apart = end >= s.n || !ascii_is_alpha((unsigned char)words[k].at[0]) ||
			     !ascii_is_alpha((unsigned char)s.at[end]);

		if (apart && str_eq_fold(str_slice(s, at + skip, end), words[k]))
			at = end;
	}
	return at - i;
}

struct clock {
	size_t n;   /* [bytes] with its marks; 0: the paragraph begins with none */
	bool bare;  /* four digits, which may be a year */
	bool never; /* no year that news tells of: "0945", "2245" */
};

static struct clock clock_at(struct str s)
{
	size_t open = s.n && s.at[0] == '[' ? 1 : 0, n = digits(s, open), end;
	bool bare = n == 4, marked = (n == 1 || n == 2) && open + n < s.n && strchr(":.", s.at[open + n]);
	int hour, minute;

	if (!bare && (!marked || digits(s, open + n + 1) != 2))
		return (struct clock){0};
	hour = bare || n == 2 ? two(s, open) : s.at[open] - '0';
	minute = two(s, open + (bare ? 2 : n + 1));
	end = open + (bare ? 4 : n + 3);
	if (hour > 23 || minute > 59)
		return (struct clock){0};
	end += behind_clock(s, end);
	if (end + 1 >= s.n || end > CLOCK_BYTES || !ascii_is_space((unsigned char)s.at[end]))
		return (struct clock){0};
	bare = bare && end == open + 4;
	if (bare && ascii_is_lower((unsigned char)s.at[end + 1])) /* "2300 homes were burnt" */
		return (struct clock){0};
	return (struct clock){end, bare, !bare || hour < 10 || hour * 100 + minute > 2050};
}

/* Are there enough of them, and do some tell that the others are no years, as in "1989 The wall falls"? */
static bool is_live(const struct page *page)
{
	size_t clocks = 0, never = 0;

	for (size_t i = 0; i < page->list.n; i++) {
		struct clock c = page->list.at[i].kind == BLOCK_NONE
					 ? clock_at(paragraph_text(page->text, &page->list.at[i]))
					 : (struct clock){0};

		clocks += c.n > 0;
		never += c.never;
	}
	return clocks >= ENTRIES && never >= TELLING;
}

void clocks_cut(struct page *page)
{
	struct paragraphs out = {0};

	if (!is_live(page))
		return;
	for (size_t i = 0; i < page->list.n; i++) {
		struct paragraph p = page->list.at[i];
		struct clock c = p.kind == BLOCK_NONE ? clock_at(paragraph_text(page->text, &p)) : (struct clock){0};

		if (c.n) {
			struct paragraph stamp = {
				.start = p.start, .end = p.start + (uint32_t)c.n, .kind = BLOCK_TIMESTAMP};

			paragraph_finish(page->text, &stamp);
			LIST_ADD(page->arena, &out, stamp);
			p.start += (uint32_t)c.n;
			while (ascii_is_space((unsigned char)page->text.at[p.start]))
				p.start++;
			p.gap = false;
			paragraph_finish(page->text, &p);
		}
		LIST_ADD(page->arena, &out, p);
	}
	page->list = out;
}
