#include "files/json_text.h"

#include "base/plain.h"
#include "base/utf8.h"
#include "files/outfile.h"

enum { ESCAPE_BYTES = 6, PIECE_BYTES = 8 * 1024, WHOLE_DIGITS = 18 };

/* Eight bytes of ASCII that stand in a string as they are? */
static bool is_plain8(uint64_t x)
{
	return !(x & PLAIN_TOPS) && ((x + (PLAIN_TOPS - PLAIN_ONES * ' ')) & PLAIN_TOPS) == PLAIN_TOPS &&
	       !(plain_find(x, '"') | plain_find(x, '\\'));
}

static bool is_plain(unsigned char c)
{
	return c >= ' ' && c != '"' && c != '\\';
}

/* Escapes of one letter, by what they stand for. */
static const char letters[] = {
	['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};

static char *put_escaped(char *to, unsigned char c)
{
	static const char hex[] = "0123456789ABCDEF";

	*to++ = '\\';
	if (c < sizeof letters && letters[c]) {
		*to++ = letters[c];
		return to;
	}
	memcpy(to, "u00", 3);
	to[3] = hex[c >> 4];
	to[4] = hex[c & 15];
	return to + 5;
}

static void write_piece(struct outfile *out, struct str s)
{
	char *room = outfile_room(out, ESCAPE_BYTES * s.n), *to = room;

	for (size_t i = 0; i < s.n;) {
		if (i + 8 <= s.n && is_plain8(plain_load(s.at + i))) {
			memcpy(to, s.at + i, 8);
			to += 8;
			i += 8;
		} else {
			unsigned char c = (unsigned char)s.at[i++];

			if (is_plain(c))
				*to++ = (char)c;
			else
				to = put_escaped(to, c);
		}
	}
	outfile_took(out, (size_t)(to - room));
}

void json_text_write(struct outfile *out, struct str text)
{
	if (!text.n) {
		outfile_write(out, STR("null"));
		return;
	}
	outfile_write(out, STR("\""));
	for (size_t i = 0; i < text.n; i += PIECE_BYTES)
		write_piece(out, str_slice(text, i, i + PIECE_BYTES));
	outfile_write(out, STR("\""));
}

static void skip_space(struct json_pull *p)
{
	while (p->at < p->end && (*p->at == ' ' || *p->at == '\t' || *p->at == '\n' || *p->at == '\r'))
		p->at++;
}

bool json_pull_sees(struct json_pull *p, char mark)
{
	skip_space(p);
	return p->at < p->end && *p->at == mark;
}

bool json_pull_mark(struct json_pull *p, char mark)
{
	bool seen = json_pull_sees(p, mark);

	p->at += seen;
	return seen;
}

bool json_pull_ends(struct json_pull *p)
{
	skip_space(p);
	return p->at == p->end;
}

bool json_pull_word(struct json_pull *p, struct str word)
{
	skip_space(p);
	if ((size_t)(p->end - p->at) < word.n || memcmp(p->at, word.at, word.n) != 0)
		return false;
	p->at += word.n;
	return p->at == p->end || !ascii_is_alpha((unsigned char)*p->at);
}

bool json_pull_whole(struct json_pull *p, int64_t *out)
{
	skip_space(p);
	bool negative = p->at < p->end && *p->at == '-';
	const char *first = p->at += negative;

	*out = 0;
	for (; p->at < p->end && ascii_is_digit((unsigned char)*p->at); p->at++) {
		if (p->at - first == WHOLE_DIGITS)
			return false;
		*out = 10 * *out + (*p->at - '0');
	}
	if (p->at == first || (*first == '0' && p->at > first + 1))
		return false;
	*out = negative ? -*out : *out;
	return p->at == p->end || (*p->at != '.' && *p->at != 'e' && *p->at != 'E');
}

static int hex_digit(unsigned char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Four hex digits at `at`, or -1. */
static int32_t hex4(const char *at, const char *end)
{
	int32_t value = 0;

	for (int i = 0; i < 4; i++) {
		int digit = at + i < end ? hex_digit((unsigned char)at[i]) : -1;

		if (digit < 0)
			return -1;
		value = value << 4 | digit;
	}
	return value;
}

static char *put_utf8(char *to, int32_t cp)
{
	if (cp < 0x80) {
		*to++ = (char)cp;
	} else if (cp < 0x800) {
		*to++ = (char)(0xC0 | cp >> 6);
		*to++ = (char)(0x80 | (cp & 0x3F));
	} else if (cp < 0x10000) {
		*to++ = (char)(0xE0 | cp >> 12);
		*to++ = (char)(0x80 | (cp >> 6 & 0x3F));
		*to++ = (char)(0x80 | (cp & 0x3F));
	} else {
		*to++ = (char)(0xF0 | cp >> 18);
		*to++ = (char)(0x80 | (cp >> 12 & 0x3F));
		*to++ = (char)(0x80 | (cp >> 6 & 0x3F));
		*to++ = (char)(0x80 | (cp & 0x3F));
	}
	return to;
}

/* "\uXXXX" behind its u, or two of them; 0: seldom or wrong. */
static int32_t code_point(struct json_pull *p)
{
	int32_t cp = hex4(p->at, p->end), low;

	if (cp <= 0 || (cp >= 0xDC00 && cp < 0xE000))
		return 0;
	p->at += 4;
	if (cp < 0xD800 || cp >= 0xE000)
		return cp;
	if (p->end - p->at < 6 || p->at[0] != '\\' || p->at[1] != 'u')
		return 0;
	low = hex4(p->at + 2, p->end);
	p->at += 6;
	return low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00) : 0;
}

/* The escape behind a backslash; NULL: seldom or wrong. */
static char *pull_escape(struct json_pull *p, char *to)
{
	static const char means[128] = {['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
					['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t'};
	unsigned char c = p->at < p->end ? (unsigned char)*p->at++ : 0;
	int32_t cp;

	if (c < 128 && means[c]) {
		*to++ = means[c];
		return to;
	}
	if (c != 'u' || !(cp = code_point(p)))
		return NULL;
	return put_utf8(to, cp);
}

/* What of the string stands there as it is, from p->at: *wide when it is beyond ASCII. */
static const char *plain_end(const char *at, const char *end, bool *wide)
{
	while (at < end) {
		if (end - at >= 8 && is_plain8(plain_load(at))) {
			at += 8;
			continue;
		}
		unsigned char c = (unsigned char)*at;

		if (!is_plain(c))
			break;
		*wide |= c >= 0x80;
		at++;
	}
	return at;
}

/* The quote that closes the string; NULL: there is none. */
static const char *find_close(const char *at, const char *end, bool *wide)
{
	for (;;) {
		at = plain_end(at, end, wide);
		if (at == end || (*at != '\\' && *at != '"'))
			return NULL;
		if (*at == '"')
			return at;
		at += at + 1 < end ? 2 : 1;
	}
}

/* The string from `from` on has escapes, the first of them at p->at: it is put together in
 * the arena. An escape is never shorter than what it stands for. */
static bool pull_escaped(struct json_pull *p, const char *from, bool *wide, struct str *out)
{
	const char *close = find_close(p->at, p->end, wide);

	if (!close)
		return false;
	char *text = arena_text(p->arena, (size_t)(close - from)), *to = text;

	for (const char *at = from;;) {
		memcpy(to, at, (size_t)(p->at - at));
		to += p->at - at;
		if (p->at++ == close)
			break;
		if (!(to = pull_escape(p, to)))
			return false;
		at = p->at;
		p->at = plain_end(at, close, wide);
	}
	*out = (struct str){text, (size_t)(to - text)};
	return true;
}

bool json_pull_text(struct json_pull *p, struct str *out)
{
	bool wide = false;

	if (!json_pull_mark(p, '"'))
		return false;
	const char *from = p->at;

	p->at = plain_end(from, p->end, &wide);
	if (p->at == p->end)
		return false;
	if (*p->at == '"')
		*out = (struct str){from, (size_t)(p->at++ - from)};
	else if (!pull_escaped(p, from, &wide, out))
		return false;
	return !wide || utf8_invalid(*out) < 0;
}
