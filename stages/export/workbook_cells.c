#include "workbook_cells.h"

#include "base/utf8.h"
#include "values/moment.h"

enum {
	EPOCH_DAYS = 25569, /* of 1970-01-01, counted from 1899-12-30 */
	FIRST_DATE = 61,    /* 1900-03-01, counted so */
	EXACT_DIGITS = 15,  /* that a spreadsheet keeps of a number */
	SECONDS_A_DAY = 86400,
};

#define CUT_NOTE " … (cut: the CSV has all of it)"

struct str cell_rearm(struct str text)
{
	static const char *const starts[] = {
		"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
	size_t i = 0;

	while (i < text.n && text.at[i] == '\'')
		i++;
	for (size_t s = 0; i && s < sizeof starts / sizeof *starts; s++)
		if (str_starts(str_slice(text, i, text.n), str_of(starts[s])))
			return str_slice(text, 1, text.n);
	return text;
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* "_x0041_" at i: how a workbook writes a character by its number. */
static bool is_escape(struct str s, size_t i)
{
	return s.n - i >= 7 && s.at[i] == '_' && s.at[i + 1] == 'x' && is_hex(s.at[i + 2]) && is_hex(s.at[i + 3]) &&
	       is_hex(s.at[i + 4]) && is_hex(s.at[i + 5]) && s.at[i + 6] == '_';
}

/* Short, printable and without escapes, as nearly every cell is. */
static bool is_plain(struct str s)
{
	if (s.n > WORKBOOK_CELL_MAX)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c < 0x20 || c >= 0x7F || (c == '_' && is_escape(s, i)))
			return false;
	}
	return true;
}

/* One code point as a workbook may hold it; returns how many UTF-16 units it adds. */
static size_t put(struct buf *b, struct str s, size_t *i)
{
	int32_t cp;
	size_t n = utf8_at(s, *i, &cp), at = *i;

	*i += n;
	if (cp < 0x20 || cp == 0x7F) {
		buf_add_char(b, ' ');
		return 1;
	}
	if (is_escape(s, at)) {
		buf_add(b, STR("_x005F_"));
		return 7;
	}
	if (cp == 0xFFFD || cp == 0xFFFE || cp == 0xFFFF)
		buf_add(b, STR("\xEF\xBF\xBD"));
	else
		buf_add(b, str_slice(s, at, at + n));
	return cp >= 0x10000 ? 2 : 1;
}

struct str cell_text(struct str text, struct arena *arena, bool *cut)
{
	const size_t room = WORKBOOK_CELL_MAX - (sizeof CUT_NOTE - 1);
	struct buf b = {.arena = arena};
	size_t units = 0, i = 0, kept = 0;

	*cut = false;
	if (is_plain(text))
		return text;
	while (i < text.n) {
		units += put(&b, text, &i);
		if (units <= room)
			kept = b.n;
		if (units > WORKBOOK_CELL_MAX) {
			*cut = true;
			b.n = kept;
			buf_add(&b, STR(CUT_NOTE));
			break;
		}
	}
	return str_dup(arena, buf_str(&b));
}

bool cell_is_date_column(const struct column *column)
{
	static const struct {
		const char *group, *name;
	} dates[] = {
		{NULL, "published"}, {NULL, "stated"},	{NULL, "period"}, {NULL, "when"},
		{NULL, "as_of"},     {NULL, "since"},	{NULL, "until"},  {"episode", "from"},
		{"episode", "to"},   {"first", "said"}, {"last", "said"},
	};

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		if (strcmp(column->name, dates[i].name) == 0 && !column->group == !dates[i].group &&
		    (!column->group || strcmp(column->group, dates[i].group) == 0))
			return column->type == COLUMN_TEXT;
	return false;
}

/* How a spreadsheet shows that clock time as ISO 8601 does, the zone kept as words. */
static const char *pattern_of(struct moment m, struct arena *arena)
{
	const char *clock = m.second >= 0 ? "hh:mm:ss" : "hh:mm";

	if (m.zone == MOMENT_NO_ZONE)
		return str_printf(arena, "yyyy-mm-dd\"T\"%s", clock).at;
	if (m.zone == 0)
		return str_printf(arena, "yyyy-mm-dd\"T\"%s\"Z\"", clock).at;
	int zone = m.zone < 0 ? -m.zone : m.zone;

	return str_printf(arena, "yyyy-mm-dd\"T\"%s\"%c%02d:%02d\"", clock, m.zone < 0 ? '-' : '+', zone / 60,
			  zone % 60)
		.at;
}

bool cell_date(struct str text, struct cell *out, struct arena *arena)
{
	struct moment m;

	if (text.n < 10 || !moment_parse(text, &m, NULL) || m.date.grain != DATE_DAY ||
	    (m.clock && !str_eq(moment_format(arena, m), text)))
		return false;
	int32_t days = date_first_day(m.date) + EPOCH_DAYS;

	if (days < FIRST_DATE || m.second == 60)
		return false;
	*out = (struct cell){.kind = CELL_DATE, .number = days, .pattern = "yyyy-mm-dd"};
	if (m.clock) {
		int seconds = m.hour * 3600 + m.minute * 60 + (m.second > 0 ? m.second : 0);

		out->number += (double)seconds / SECONDS_A_DAY;
		out->pattern = pattern_of(m, arena);
	}
	return true;
}

static double value_of(struct decimal d)
{
	double v = (double)d.digits, tens = 1;

	for (unsigned i = 0; i < d.scale; i++)
		tens *= 10;
	return v / tens; /* both exact: the nearest double to the decimal */
}

/* A number of more digits than a spreadsheet keeps stays text. */
static bool number_of(const struct column *column, struct str text, struct cell *out)
{
	struct decimal d;

	if (column->type != COLUMN_INT && column->type != COLUMN_DECIMAL)
		return false;
	if (!decimal_parse(text, &d, NULL) || !d.known || decimal_width(d) > EXACT_DIGITS)
		return false;
	*out = (struct cell){.kind = CELL_NUMBER, .number = value_of(d)};
	return true;
}

struct cell cell_of(const struct column *column, struct str text, struct arena *arena)
{
	struct cell cell = {.kind = CELL_TEXT};

	if (text.n == 0)
		return (struct cell){.kind = CELL_EMPTY};
	if (number_of(column, text, &cell))
		return cell;
	if (column->type == COLUMN_BOOL)
		return (struct cell){.kind = CELL_YES_NO, .number = str_eq(text, STR("true"))};
	if (cell_is_date_column(column) && cell_date(text, &cell, arena))
		return cell;
	cell.text = cell_text(cell_rearm(text), arena, &cell.cut);
	return cell;
}

bool cell_is_link(struct str url)
{
	bool web =
		str_eq_fold(str_slice(url, 0, 7), STR("http://")) || str_eq_fold(str_slice(url, 0, 8), STR("https://"));

	if (!web || url.n > WORKBOOK_URL_MAX)
		return false;
	for (size_t i = 0; i < url.n; i++)
		if ((unsigned char)url.at[i] <= 0x20 || url.at[i] == 0x7F)
			return false;
	return utf8_invalid(url) < 0;
}
