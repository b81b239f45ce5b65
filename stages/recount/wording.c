#include "wording.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"
#include "records/refs.h"

struct str wording_figure(struct arena *arena, int qualifier, struct decimal low, struct decimal best,
			  struct decimal high, struct str unit)
{
	struct decimal n = best.known ? best : low.known ? low : high;
	struct buf out = {.arena = arena};

	if (!best.known && low.known && high.known && !decimal_eq(low, high))
		buf_printf(&out, "%.*s to %.*s", STR_ARG(decimal_grouped(arena, low)),
			   STR_ARG(decimal_grouped(arena, high)));
	else
		buf_printf(&out, "%s%.*s", qualifier_words[qualifier], STR_ARG(decimal_grouped(arena, n)));
	if (unit.n)
		buf_printf(&out, " %.*s", STR_ARG(unit));
	return buf_str(&out);
}

struct str wording_estimate(struct arena *arena, struct decimal low, struct decimal best, struct decimal high,
			    bool open_low, bool open_high)
{
	struct buf out = {.arena = arena};
	struct decimal parts[] = {low, best, high};
	struct decimal last = DECIMAL_NULL;

	if (open_low)
		buf_add_char(&out, '<');
	for (size_t i = 0; i < 3; i++) {
		if (!parts[i].known || decimal_eq(parts[i], last))
			continue;
		buf_printf(&out, "%s%.*s", last.known ? " - " : "", STR_ARG(decimal_grouped(arena, parts[i])));
		last = parts[i];
	}
	if (open_high)
		buf_add_char(&out, '+');
	return buf_str(&out);
}

struct str wording_count(struct arena *arena, uint64_t n, const char *one, const char *many)
{
	return str_printf(arena, "%.*s %s", STR_ARG(decimal_grouped(arena, decimal_of((int64_t)n))),
			  n == 1 ? one : many);
}

size_t wording_width(struct str s)
{
	size_t width = 0;

	for (size_t i = 0; i < s.n; i++)
		width += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return width;
}

/* Characters that a terminal obeys rather than shows: controls, and marks of direction. */
static bool steers(int32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || (cp >= 0x202A && cp <= 0x202E) ||
	       (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200E || cp == 0x200F;
}

struct str wording_cut(struct arena *arena, struct str s, size_t width)
{
	struct buf out = {.arena = arena};
	size_t n = 0, total = wording_width(s);

	for (size_t i = 0; i < s.n;) {
		int32_t cp;
		size_t bytes = utf8_at(s, i, &cp);

		if (total > width && n + 1 >= width) {
			buf_add(&out, STR("\xE2\x80\xA6"));
			break;
		}
		if (steers(cp))
			buf_add_char(&out, ' ');
		else
			buf_add(&out, str_slice(s, i, i + bytes));
		i += bytes;
		n++;
	}
	return buf_str(&out);
}

void wording_cell(FILE *out, struct arena *arena, struct str s, size_t width)
{
	struct str cut = wording_cut(arena, s, width);
	size_t n = wording_width(cut);

	fprintf(out, "%.*s%*s", STR_ARG(cut), (int)(n < width ? width - n : 0), "");
}

size_t wording_terminal(FILE *out)
{
	struct winsize size;

	if (!isatty(fileno(out)))
		return 0;
	return ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col >= 60 ? size.ws_col : 100;
}
