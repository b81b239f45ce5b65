#include "page_text.h"

#include "base/utf8.h"

enum { URL_BYTES = 2000 };

static const struct {
	int32_t first, last;
} unseen[] = {
	{0x80, 0x9F},	  {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F},    {0x202A, 0x202E},
	{0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE000, 0xF8FF}, {0xE0000, 0x10FFFF},
};

static bool is_unseen(int32_t cp)
{
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
		if (cp >= unseen[i].first && cp <= unseen[i].last)
			return true;
	return false;
}

static const char *entity(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static void add_ascii(struct buf *b, unsigned char c)
{
	const char *name = entity(c);

	if (name)
		page_html(b, name);
	else if (ascii_is_space(c))
		buf_add_char(b, ' ');
	else if (c == 0x7F)
		page_html(b, "\xE2\x90\xA1"); /* U+2421 */
	else if (c < 0x20) {
		buf_add(b, STR("\xE2\x90")); /* U+2400 and on */
		buf_add_char(b, (char)(0x80 + c));
	} else
		buf_add_char(b, (char)c);
}

static void add_wide(struct buf *b, struct str bytes, int32_t cp)
{
	if (cp == 0x2028 || cp == 0x2029)
		buf_add_char(b, ' ');
	else if (is_unseen(cp))
		buf_printf(b, "\xE2\x9F\xA8U+%04X\xE2\x9F\xA9", (unsigned)cp);
	else if (cp == 0xFFFD || (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF))
		page_html(b, "\xEF\xBF\xBD");
	else
		buf_add(b, bytes);
}

void page_text(struct buf *b, struct str text)
{
	size_t plain = 0, i = 0;

	while (i < text.n) {
		unsigned char c = (unsigned char)text.at[i];
		int32_t cp = c;
		size_t n = 1;

		if (c >= 0x20 && c < 0x7F && !entity(c)) {
			i++;
			continue;
		}
		buf_add(b, str_slice(text, plain, i));
		if (c < 0x80)
			add_ascii(b, c);
		else {
			n = utf8_at(text, i, &cp);
			add_wide(b, str_slice(text, i, i + n), cp);
		}
		plain = i += n;
	}
	buf_add(b, str_slice(text, plain, i));
}

void page_bdi(struct buf *b, struct str text)
{
	page_html(b, "<bdi>");
	page_text(b, text);
	page_html(b, "</bdi>");
}

/* Where to cut: behind a word when one ends not far before, never inside a character. */
static size_t cut_at(struct str text, size_t most)
{
	size_t n = most, far = most - most / 5;

	while (n > far && text.at[n] != ' ')
		n--;
	if (n > far)
		return n;
	for (n = most; n > 0 && ((unsigned char)text.at[n] & 0xC0) == 0x80;)
		n--;
	return n;
}

struct str page_short(struct arena *arena, struct str text, size_t most)
{
	if (text.n <= most)
		return text;
	return str_concat(arena, (struct str[]){str_slice(text, 0, cut_at(text, most)), STR("\xE2\x80\xA6")}, 2);
}

void page_cut(struct buf *b, struct str text, size_t most)
{
	page_bdi(b, page_short(b->arena, text, most));
}

struct str page_capital(struct arena *arena, struct str text)
{
	char *at;

	if (text.n == 0 || !ascii_is_lower((unsigned char)text.at[0]))
		return text;
	at = arena_text(arena, text.n);
	memcpy(at, text.at, text.n);
	at[0] = (char)(at[0] - 'a' + 'A');
	return (struct str){at, text.n};
}

static size_t scheme_of(struct str url)
{
	static const char *const schemes[] = {"http://", "https://"};

	for (size_t i = 0; i < 2; i++) {
		struct str s = str_of(schemes[i]);

		if (url.n > s.n && str_eq_fold(str_slice(url, 0, s.n), s))
			return s.n;
	}
	return 0;
}

static bool is_host_byte(unsigned char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c >= 0x80 || strchr("-._~:[]%", c);
}

bool page_is_link(struct str url)
{
	size_t host = scheme_of(url), i = host;

	if (!host || url.n > URL_BYTES)
		return false;
	while (i < url.n && url.at[i] && is_host_byte((unsigned char)url.at[i]))
		i++;
	if (i == host || (i < url.n && !strchr("/?#", url.at[i])))
		return false;
	for (; i < url.n; i++)
		if ((unsigned char)url.at[i] <= 0x20 || strchr("\"'<>\\^`{|}\x7F", url.at[i]))
			return false;
	return true;
}

void page_link(struct buf *b, struct str url, struct str label)
{
	bool live = page_is_link(url);

	if (live) {
		page_html(b, "<a rel=\"noopener noreferrer nofollow\" href=\"");
		for (size_t i = 0; i < url.n; i++)
			if ((unsigned char)url.at[i] < 0x80)
				page_text(b, str_slice(url, i, i + 1));
			else
				buf_printf(b, "%%%02X", (unsigned char)url.at[i]);
		page_html(b, "\">");
	}
	page_bdi(b, label);
	if (live)
		page_html(b, "</a>");
}
