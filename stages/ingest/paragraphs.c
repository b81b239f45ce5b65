#include "paragraphs.h"

enum {
	WRAP_MIN = 40,	 /* [bytes] prose is wrapped at widths from here */
	WRAP_MAX = 160,	 /* [bytes] to here */
	CAPS_BREAKS = 3, /* line breaks that tell wrapping of text without small letters */
};

struct text_line {
	uint32_t from;	     /* its first byte */
	uint32_t start, end; /* without white space at the ends; start == end: an empty line */
};

struct lines_of {
	struct text_line *at;
	size_t n, room;
};

/* How the whole text is laid out. */
struct layout {
	bool wrapped;
	bool capitals;	/* without small letters */
	uint32_t width; /* [bytes] of the longest line that is no longer than WRAP_MAX */
};

/* Lines end with LF or CRLF; with CR alone where there is no LF in the text. */
static void cut_lines(struct str text, struct arena *arena, struct lines_of *out)
{
	char end = memchr(text.at, '\n', text.n) ? '\n' : '\r';

	for (size_t i = 0; i < text.n;) {
		const char *hit = memchr(text.at + i, end, text.n - i);
		size_t next = hit ? (size_t)(hit - text.at) : text.n;
		struct str s = space_trim(str_slice(text, i, next));
		struct text_line line = {.from = (uint32_t)i, .start = (uint32_t)i, .end = (uint32_t)i};

		if (s.n) {
			line.start = (uint32_t)(s.at - text.at);
			line.end = line.start + (uint32_t)s.n;
		}
		LIST_ADD(arena, out, line);
		i = next + 1;
	}
}

static bool is_empty(const struct text_line *line)
{
	return line->start == line->end;
}

static uint32_t width_of(const struct text_line *line)
{
	return line->end - line->from;
}

/* Would the first word of the next line have fitted behind this one? */
static bool is_filled(struct str text, const struct text_line *line, const struct text_line *next, uint32_t width)
{
	const char *space = memchr(text.at + next->start, ' ', next->end - next->start);
	uint32_t word = space ? (uint32_t)(space - text.at) - next->start : next->end - next->start;

	return width_of(line) + 1 + word > width;
}

/* As is_filled, for text in capitals, where no small letter tells that a line goes on. */
static bool is_long(const struct text_line *line, uint32_t width)
{
	return 4 * width_of(line) > 3 * width;
}

/* Is it written in small letters, as prose is? */
static bool holds_small(struct str text)
{
	enum { LOOK_BYTES = 2000 };
	struct str s = str_slice(text, 0, LOOK_BYTES);
	size_t small = 0;

	for (size_t i = 0; i < s.n; i++)
		small += ascii_is_lower((unsigned char)s.at[i]);
	return 20 * small > s.n;
}

static struct layout layout_of(struct str text, const struct lines_of *lines)
{
	size_t breaks = 0, filled = 0, longs = 0, small = 0, over = 0, full = 0;
	struct layout layout = {0};

	for (size_t i = 0; i < lines->n; i++) {
		uint32_t width = width_of(&lines->at[i]);

		full += !is_empty(&lines->at[i]);
		over += width > WRAP_MAX;
		if (width <= WRAP_MAX && width > layout.width)
			layout.width = width;
	}
	if (layout.width < WRAP_MIN || 20 * over > full)
		return layout;
	for (size_t i = 0; i + 1 < lines->n; i++) {
		const struct text_line *line = &lines->at[i], *next = line + 1;

		if (is_empty(line) || is_empty(next))
			continue;
		breaks++;
		filled += is_filled(text, line, next, layout.width);
		longs += is_long(line, layout.width);
		small += ascii_is_lower((unsigned char)text.at[next->start]);
	}
	layout.capitals = !holds_small(text);
	layout.wrapped = layout.capitals ? breaks >= CAPS_BREAKS && 10 * longs >= 6 * breaks
					 : breaks && 10 * small >= 3 * breaks && 10 * filled >= 6 * breaks;
	return layout;
}

static bool is_bullet(struct str text, const struct text_line *line)
{
	static const struct str bullets[] = {{"- ", 2}, {"* ", 2}, {"\u2022", 3}, {"\u25cf", 3}, {"\u2013 ", 4}};
	struct str s = str_slice(text, line->start, line->end);

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (str_starts(s, bullets[i]))
			return true;
	return false;
}

/* In wrapped text: does the line go on with the paragraph of the line before it? */
static bool goes_on(struct str text, const struct layout *layout, const struct text_line *before,
		    const struct text_line *line)
{
	uint32_t indent = line->start - line->from, indent_before = before->start - before->from;

	if (is_bullet(text, line) || indent > indent_before + 1)
		return false;
	return ascii_is_lower((unsigned char)text.at[line->start]) || is_filled(text, before, line, layout->width) ||
	       (layout->capitals && is_long(before, layout->width));
}

/* Takes a closing quote or bracket off the end, or the space before one. */
static bool is_closer(struct str s, size_t *end)
{
	static const struct str closers[] = {{"\u201d", 3}, {"\u2019", 3}, {"\u00bb", 2}};
	char c = s.at[*end - 1];

	if (c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ') {
		*end -= 1;
		return true;
	}
	for (size_t i = 0; (unsigned char)c >= 0x80 && i < sizeof closers / sizeof *closers; i++)
		if (str_ends(str_slice(s, 0, *end), closers[i])) {
			*end -= closers[i].n;
			return true;
		}
	return false;
}

static bool has_stop(struct str s)
{
	size_t end = s.n;

	while (end && is_closer(s, &end))
		;
	char c = end ? s.at[end - 1] : ' ';

	return c == '.' || c == '!' || c == '?' ||
	       ((unsigned char)c >= 0x80 && str_ends(str_slice(s, 0, end), STR("\u2026")));
}

static uint32_t count_words(struct str s)
{
	const unsigned char *at = (const unsigned char *)s.at;
	uint32_t n = 1;

	for (size_t i = 1; i < s.n; i++)
		n += (at[i - 1] <= ' ') & (at[i] > ' ');
	return n;
}

void paragraph_finish(struct str text, struct paragraph *p)
{
	struct str s = paragraph_text(text, p);

	p->stop = has_stop(s);
	p->words = count_words(s);
}

void paragraphs_cut(struct str text, struct arena *arena, struct paragraphs *out)
{
	struct lines_of lines = {0};
	bool gap = false;

	cut_lines(text, arena, &lines);
	struct layout layout = layout_of(text, &lines);

	for (size_t i = 0; i < lines.n; i++) {
		const struct text_line *line = &lines.at[i];

		if (is_empty(line)) {
			gap = true;
			continue;
		}
		if (out->n && layout.wrapped && !gap && goes_on(text, &layout, line - 1, line)) {
			out->at[out->n - 1].end = line->end;
		} else {
			struct paragraph p = {.start = line->start, .end = line->end, .gap = gap};

			LIST_ADD(arena, out, p);
		}
		gap = false;
	}
	for (size_t i = 0; i < out->n; i++)
		paragraph_finish(text, &out->at[i]);
}

void paragraphs_insert(struct paragraphs *list, size_t i, struct arena *arena)
{
	struct paragraph empty = {0};

	LIST_ADD(arena, list, empty);
	memmove(&list->at[i + 1], &list->at[i], (list->n - 1 - i) * sizeof *list->at);
}
