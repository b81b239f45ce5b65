#include "feed_words.h"

#include "html_scan.h"

/* Tags that end a paragraph, opening or closing. */
static bool ends_paragraph(struct str name)
{
	static const struct str names[] = {{"p", 1},  {"br", 2}, {"div", 3},	     {"li", 2}, {"ul", 2}, {"h1", 2},
					   {"h2", 2}, {"h3", 2}, {"blockquote", 10}, {"tr", 2}, {"hr", 2}};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq_fold(name, names[i]))
			return true;
	return false;
}

static bool begins_tag(struct str s, size_t i)
{
	char next = i + 1 < s.n ? s.at[i + 1] : ' ';

	return s.at[i] == '<' && (ascii_is_alpha((unsigned char)next) || next == '/' || next == '!');
}

/* The name of the tag at s[i]; *end is behind the tag. */
static struct str tag_at(struct str s, size_t i, size_t *end)
{
	const char *close = memchr(s.at + i, '>', s.n - i);
	size_t from = i + 1 + (i + 1 < s.n && s.at[i + 1] == '/'), to = from;

	while (to < s.n && (ascii_is_alpha((unsigned char)s.at[to]) || ascii_is_digit((unsigned char)s.at[to])))
		to++;
	*end = close ? (size_t)(close - s.at) + 1 : s.n;
	return str_slice(s, from, to);
}

static void add_paragraph(struct buf *words, struct buf *paragraph, struct arena *arena)
{
	struct str text = html_text(arena, buf_str(paragraph));

	paragraph->n = 0;
	if (!text.n)
		return;
	if (words->n)
		buf_add(words, STR("\n\n"));
	buf_add(words, text);
}

struct str feed_words(struct str scrap, struct arena *arena)
{
	struct buf words = {.arena = arena}, paragraph = {.arena = arena};

	for (size_t i = 0, end; i < scrap.n; i = end) {
		if (begins_tag(scrap, i)) {
			if (ends_paragraph(tag_at(scrap, i, &end)))
				add_paragraph(&words, &paragraph, arena);
			continue;
		}
		for (end = i + 1; end < scrap.n && !begins_tag(scrap, end);)
			end++;
		buf_add(&paragraph, str_slice(scrap, i, end));
	}
	add_paragraph(&words, &paragraph, arena);
	return buf_str(&words);
}
