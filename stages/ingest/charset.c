#include "charset.h"

#include <errno.h>
#include <iconv.h>

#include "base/utf8.h"

/* A Windows-1252 letter takes at most 3 bytes in UTF-8, two of UTF-16 at most 3, four of UTF-32 at most 4. */
enum { MOST_GROWTH = 3, FEW = 5 };

static bool convert(struct str from, const char *charset, struct arena *arena, struct str *out, struct err *err)
{
	iconv_t how = iconv_open("UTF-8", charset);
	size_t room = from.n * MOST_GROWTH, left = room, rest = from.n;
	char *in = (char *)from.at, *to = arena_text(arena, room + 1), *at = to;

	if (how == (iconv_t)-1)
		return err_set(err, "encoding", "cannot read %s on this machine", charset);
	bool done = iconv(how, &in, &rest, &at, &left) != (size_t)-1 && rest == 0;

	iconv_close(how);
	if (!done)
		return err_set(err, "encoding", "broken %s at byte %zu", charset, from.n - rest);
	*out = (struct str){to, room - left};
	return true;
}

/* Is it UTF-8 with damage rather than text in another encoding? Counts of what stands beyond ASCII. */
struct beyond {
	size_t bytes;	  /* beyond ASCII */
	size_t sequences; /* that are whole UTF-8 */
};

static struct beyond count_beyond(struct str text)
{
	struct beyond b = {0};
	int32_t cp;

	for (size_t i = 0; i < text.n;) {
		size_t n = utf8_at(text, i, &cp);

		if ((unsigned char)text.at[i] >= 0x80) {
			b.bytes += n;
			b.sequences += n > 1;
		}
		i += n;
	}
	return b;
}

static bool decode_unmarked(struct str bytes, struct arena *arena, struct str *out, struct err *err)
{
	ptrdiff_t bad = utf8_invalid(bytes);

	if (bad < 0) {
		*out = bytes;
		return true;
	}
	struct beyond b = count_beyond(bytes);

	if (b.sequences == 0 && b.bytes * FEW <= bytes.n && convert(bytes, "WINDOWS-1252", arena, out, NULL))
		return true;
	return err_set(err, "encoding", "broken UTF-8 at byte %td, and no other encoding that is known here", bad);
}

const char *charset_marked(struct str bytes, size_t *marked)
{
	/* longer marks first: that of UTF-32LE begins with that of UTF-16LE */
	static const struct {
		struct str mark;
		const char *name;
	} marks[] = {
		{{"\xEF\xBB\xBF", 3}, "UTF-8"}, {{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
		{{"\xFF\xFE", 2}, "UTF-16LE"},	{{"\xFE\xFF", 2}, "UTF-16BE"},
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(bytes, marks[i].mark)) {
			*marked = marks[i].mark.n;
			return marks[i].name;
		}
	*marked = 0;
	return NULL;
}

bool charset_decode(struct str bytes, struct arena *arena, struct str *out, struct err *err)
{
	size_t marked;
	const char *name = charset_marked(bytes, &marked);
	struct str text = str_slice(bytes, marked, bytes.n);
	bool done;

	if (!name)
		done = decode_unmarked(bytes, arena, &text, err);
	else if (str_eq(str_of(name), STR("UTF-8")))
		done = utf8_invalid(text) < 0 ||
		       err_set(err, "encoding", "broken UTF-8 at byte %td", utf8_invalid(bytes));
	else
		done = convert(text, name, arena, &text, err);
	if (!done)
		return false;
	const char *nul = text.n ? memchr(text.at, '\0', text.n) : NULL;

	if (nul)
		return err_set(err, "encoding", "holds NUL at byte %td: not a text", nul - text.at);
	*out = text;
	return true;
}
