/* The encoding of a web page: names as section 4.2 of the WHATWG Encoding standard reads
 * them, iconv for the bytes. */
#include <errno.h>
#include <iconv.h>
#include <uchardet/uchardet.h>

#include "base/plain.h"
#include "base/utf8.h"
#include "charset.h"

enum { META_WITHIN = 4096, NAME_BYTES = 40, GUESS_BYTES = 64 * 1024, MOST_GROWTH = 4 };

/* Names that mean more than they say. */
static const struct {
	const char *label, *name;
} labels[] = {
	{"iso-8859-1", "WINDOWS-1252"},
	{"iso8859-1", "WINDOWS-1252"},
	{"latin1", "WINDOWS-1252"},
	{"latin-1", "WINDOWS-1252"},
	{"us-ascii", "WINDOWS-1252"},
	{"ascii", "WINDOWS-1252"},
	{"cp1252", "WINDOWS-1252"},
	{"iso-8859-9", "WINDOWS-1254"},
	{"gb2312", "GB18030"},
	{"gbk", "GB18030"},
	{"x-gbk", "GB18030"},
	{"shift_jis", "CP932"},
	{"shift-jis", "CP932"},
	{"x-sjis", "CP932"},
	{"sjis", "CP932"},
	{"euc-kr", "CP949"},
	{"ks_c_5601-1987", "CP949"},
	{"tis-620", "CP874"},
	{"iso-8859-11", "CP874"},
	{"big5", "BIG5-HKSCS"},
};

/* Bytes that are no UTF-8 and have no mark are none of the Unicode encodings, whatever is said. */
static bool is_unicode_name(struct str name)
{
	return str_eq_fold(str_slice(name, 0, 3), STR("utf")) || str_eq_fold(str_slice(name, 0, 7), STR("unicode"));
}

static iconv_t open_charset(struct str name)
{
	char text[NAME_BYTES + 1];

	if (!name.n || name.n > NAME_BYTES)
		return (iconv_t)-1;
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_eq_fold(name, str_of(labels[i].label)))
			name = str_of(labels[i].name);
	for (size_t i = 0; i < name.n; i++)
		if (!ascii_is_alpha((unsigned char)name.at[i]) && !ascii_is_digit((unsigned char)name.at[i]) &&
		    !memchr("-_.:", name.at[i], 4))
			return (iconv_t)-1;
	memcpy(text, name.at, name.n);
	text[name.n] = '\0';
	return iconv_open("UTF-8", text);
}

/* All of it; bytes that mean nothing become U+FFFD, counted in *damaged. False where the
 * encoding is not known here. */
static bool convert(struct str from, struct str name, struct arena *arena, struct str *out, size_t *damaged)
{
	iconv_t how = open_charset(name);

	*damaged = 0;
	if (how == (iconv_t)-1)
		return false;
	size_t room = from.n * MOST_GROWTH + MOST_GROWTH, left = room, rest = from.n;
	char *in = (char *)from.at, *to = arena_text(arena, room), *at = to;

	while (rest > 0 && iconv(how, &in, &rest, &at, &left) == (size_t)-1) {
		if (errno == E2BIG || left < MOST_GROWTH || rest == 0)
			break;
		memcpy(at, "\xEF\xBF\xBD", 3);
		at += 3;
		left -= 3;
		in++;
		rest--;
		++*damaged;
	}
	iconv_close(how);
	*out = (struct str){to, room - left};
	return true;
}

/* UTF-8 with what is broken in it replaced. */
static struct str mend(struct str bytes, struct arena *arena)
{
	char *to = arena_text(arena, bytes.n * 3 + 1);
	size_t n = 0;
	int32_t cp;

	for (size_t i = 0; i < bytes.n;) {
		size_t k = utf8_at(bytes, i, &cp);
		bool broken = k == 1 && (unsigned char)bytes.at[i] >= 0x80;

		memcpy(to + n, broken ? "\xEF\xBF\xBD" : bytes.at + i, broken ? 3 : k);
		n += broken ? 3 : k;
		i += k;
	}
	return (struct str){to, n};
}

/* Offset of the first byte that is not ASCII. */
static size_t ascii_length(struct str s)
{
	size_t i = 0;

	while (i + 8 <= s.n && !(plain_load(s.at + i) & PLAIN_TOPS))
		i += 8;
	while (i < s.n && (unsigned char)s.at[i] < 0x80)
		i++;
	return i;
}

/* Whole sequences and broken bytes, up to a limit. */
static bool is_mostly_utf8(struct str s)
{
	size_t whole = 0, broken = 0;
	int32_t cp;

	for (size_t i = 0; i < s.n;) {
		size_t k = utf8_at(s, i, &cp);

		whole += k > 1;
		broken += k == 1 && (unsigned char)s.at[i] >= 0x80;
		i += k;
	}
	return whole > 4 * broken;
}

/* <meta charset=x> or <meta ... content="text/html; charset=x">, or an XML declaration's encoding. */
static struct str declared(struct str bytes)
{
	static const struct str keys[] = {{"charset", 7}, {"encoding", 8}};
	struct str head = str_slice(bytes, 0, META_WITHIN);

	for (size_t i = 0; i < head.n; i++)
		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
			size_t at = i + keys[k].n;

			if ((head.at[i] | 32) != keys[k].at[0] || !str_eq_fold(str_slice(head, i, at), keys[k]))
				continue;
			while (at < head.n && ascii_is_space((unsigned char)head.at[at]))
				at++;
			if (at >= head.n || head.at[at] != '=')
				continue;
			at++;
			while (at < head.n && memchr(" \t\"'", head.at[at], 4))
				at++;
			size_t start = at;

			while (at < head.n && !memchr(" \t\r\n\"';>/?", head.at[at], 10))
				at++;
			if (at > start)
				return str_slice(head, start, at);
		}
	return STR_NULL;
}

static struct str guess(struct str bytes, struct arena *arena)
{
	uchardet_t detector = uchardet_new();
	size_t from = ascii_length(bytes); /* what tells is beyond ASCII */
	struct str part = str_slice(bytes, from > 512 ? from - 512 : 0, from + GUESS_BYTES);

	uchardet_handle_data(detector, part.at, part.n);
	uchardet_data_end(detector);
	struct str name = str_dup(arena, str_of(uchardet_get_charset(detector)));

	uchardet_delete(detector);
	return name;
}

/* Neither ASCII nor UTF-8 throughout. */
static void decode_other(struct str bytes, struct str http, struct arena *arena, struct str *out)
{
	struct str names[] = {http, declared(bytes), STR_NULL, STR("windows-1252")};
	size_t damaged;

	if (is_mostly_utf8(bytes)) {
		*out = mend(bytes, arena);
		return;
	}
	names[2] = guess(bytes, arena);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].n && !is_unicode_name(names[i]) && convert(bytes, names[i], arena, out, &damaged) &&
		    (damaged * 100 <= bytes.n || i == 3))
			return;
	*out = mend(bytes, arena);
}

/* NUL is no sign of any text; most pages have none. */
static struct str without_nul(struct str s, struct arena *arena)
{
	char *to;

	if (!s.n || !memchr(s.at, '\0', s.n))
		return s;
	to = (char *)str_dup(arena, s).at;
	for (size_t i = 0; i < s.n; i++)
		if (!to[i])
			to[i] = ' ';
	return (struct str){to, s.n};
}

/* UTF-16 without a mark: every other byte of its tags is NUL. */
static const char *unmarked_wide(struct str bytes)
{
	if (bytes.n < 4)
		return NULL;
	if (bytes.at[0] == '<' && !bytes.at[1] && bytes.at[2] && !bytes.at[3])
		return "UTF-16LE";
	return !bytes.at[0] && bytes.at[1] == '<' && !bytes.at[2] && bytes.at[3] ? "UTF-16BE" : NULL;
}

bool charset_decode_page(struct str bytes, struct str http, struct arena *arena, struct str *out, struct err *err)
{
	size_t marked, damaged;
	const char *wide = unmarked_wide(bytes), *mark = charset_marked(bytes, &marked);

	bytes = str_slice(bytes, marked, bytes.n);
	if (wide || (mark && !str_eq(str_of(mark), STR("UTF-8")))) {
		struct str name = str_of(wide ? wide : mark);

		if (!convert(bytes, name, arena, out, &damaged) || damaged * 100 > bytes.n)
			return err_set(err, "encoding", "the page is no %.*s, as its first bytes say", STR_ARG(name));
	} else {
		size_t ascii = ascii_length(bytes);

		*out = bytes;
		if (ascii < bytes.n && utf8_invalid(str_slice(bytes, ascii, bytes.n)) >= 0)
			decode_other(bytes, http, arena, out);
	}
	*out = without_nul(*out, arena);
	return true;
}
