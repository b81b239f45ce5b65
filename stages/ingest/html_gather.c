/* The words of a page into pieces: white space folded, references resolved, line breaks that
 * end a paragraph told from those that do not. */
#include "base/plain.h"
#include "html_builder.h"

enum { SHORT_LINE = 40, MOST_LINKED = 600 };

/* Chinese, Japanese and Korean signs, two a word, stand without spaces. */
static uint32_t count_words(const char *at, size_t n)
{
	uint32_t spaces = 0, signs = 0;

	for (size_t i = 0; i < n; i++) {
		spaces += at[i] == ' ';
		signs += (unsigned char)at[i] >= 0xE3 && (unsigned char)at[i] <= 0xED;
	}
	return 1 + spaces + signs / 2;
}

/* The piece ends here, if there is any. */
void html_flush(struct builder *b)
{
	struct html_piece *p = &b->piece;

	if (b->n > p->start && b->text[b->n - 1] == ' ')
		b->n--;
	if (b->n > p->start) {
		p->end = (uint32_t)b->n;
		p->words = count_words(b->text + p->start, p->end - p->start);
		p->roles = 2 * b->role_bytes >= p->end - p->start ? b->roles : 0;
		p->linked = p->linked > p->end - p->start ? p->end - p->start : p->linked;
		LIST_ADD(b->page->arena, &b->page->pieces, *p);
		b->text[b->n++] = '\n';
	}
	b->role_bytes = b->roles = 0;
	*p = (struct html_piece){.start = (uint32_t)b->n};
	p->node = html_top(b) ? html_top(b)->node : 0;
	p->tag = b->page->nodes.n ? b->page->nodes.at[p->node].tag : 0;
}

static void add_space(struct builder *b)
{
	if (b->n > b->piece.start && b->text[b->n - 1] != ' ')
		b->text[b->n++] = ' ';
}

/* Copy text, white space folded, references resolved. Eight bytes at a time where they are
 * plain. The text of a page is never longer than the page. */
static void gather(struct builder *b, struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		uint64_t space = b->n > b->piece.start ? (b->text[b->n - 1] == ' ' ? 0x80 : 0) : 0x80;

		while (i + 8 <= s.n) {
			uint64_t x = plain_load(s.at + i);

			if (!plain_is(x, &space) || plain_find(x, '&'))
				break;
			memcpy(b->text + b->n, s.at + i, 8);
			b->n += 8;
			i += 8;
		}
		for (size_t end = i + 8; i < s.n && i < end;) {
			unsigned char c = (unsigned char)s.at[i];

			if (c <= ' ' || c == 0x7F) {
				add_space(b);
				i++;
			} else if (c == '&') {
				size_t n = html_entity(s, &i, b->text + b->n);

				if (n == 1 && (unsigned char)b->text[b->n] <= ' ')
					add_space(b);
				else
					b->n += n;
			} else {
				b->text[b->n++] = (char)c;
				i++;
			}
		}
	}
}

/* In preformatted text a line that is short, or has an empty one behind it, ends a paragraph. */
static void gather_lines(struct builder *b, struct str s)
{
	while (s.at) {
		struct str line = str_cut(&s, '\n');

		gather(b, line);
		if (!s.at)
			break;
		if (line.n < SHORT_LINE || !str_trim(str_slice(s, 0, 2)).n || s.at[0] == '\n')
			html_flush(b);
		else
			add_space(b);
	}
}

/* A link over that much text is one that was not closed. */
static void break_link(struct builder *b)
{
	struct html_pieces *list = &b->page->pieces;

	for (size_t i = list->n; i-- > 0 && list->at[i].start >= b->open.at[b->link].start;)
		list->at[i].linked = 0;
	b->piece.linked = 0;
	b->link = HTML_NOWHERE;
}

/* Behind the break of a short line a small letter goes on with the sentence. */
static void settle_break(struct builder *b, struct str s)
{
	s = str_trim(s);
	if (s.n && !ascii_is_lower((unsigned char)s.at[0]))
		html_flush(b);
	b->doubtful = b->doubtful && !s.n;
}

void html_take_text(struct builder *b, struct str s)
{
	if (!b->open.n || html_top(b)->dead)
		return;
	if (b->doubtful)
		settle_break(b, s);
	size_t before = b->n;

	if (b->last[TAG_PRE] >= 0)
		gather_lines(b, s);
	else
		gather(b, s);
	if (b->link == HTML_NOWHERE)
		return;
	b->piece.linked += (uint32_t)(b->n - before);
	if (b->n - b->open.at[b->link].start > MOST_LINKED)
		break_link(b);
}

/* Does the text before a line break end a sentence, with a closing quotation mark perhaps (U+201D)? */
static bool ends_sentence(struct str line)
{
	static const struct str ends[] = {{".", 1}, {"!", 1}, {"?", 1}, {"\"", 1}, {":", 1}, {"\u201d", 3}};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(line, ends[i]))
			return true;
	return line.n == 0;
}

/* A line break ends a paragraph where a sentence ends, and where another one follows. */
void html_take_break(struct builder *b)
{
	size_t n = b->n;

	if (n > b->piece.start && b->text[n - 1] == ' ')
		n--;
	struct str line = {b->text + b->piece.start, n - b->piece.start};

	b->doubtful = line.n < SHORT_LINE || str_find(b->page->title, line) >= 0;
	if (ends_sentence(line) || b->broken == n)
		html_flush(b);
	else
		add_space(b);
	b->broken = n;
}
