#include "records/override.h"

#include "files/sheet.h"

const char *const override_actions[] = {
	"", "drop_claim", "drop_document", "rename_source", "fix_date", "merge", "split", "pin", NULL};

enum field { ACTION, MEASURE, SUBJECT, PLACE, FROM, TO, SOURCE, URL, VALUE, LOW, HIGH, NOTE, COLUMNS };
static const char *const columns[COLUMNS] = {"action", "measure", "subject", "place", "from", "to",
					     "source", "url",	  "value",   "low",   "high", "note"};

/* What a row must give for its action to mean something. */
static const struct {
	enum override_action action;
	unsigned any_of, all_of; /* bits of columns */
} wanted[] = {
	{OVERRIDE_DROP_CLAIM, 1u << MEASURE | 1u << SOURCE | 1u << URL | 1u << VALUE, 0},
	{OVERRIDE_DROP_DOCUMENT, 1u << SOURCE | 1u << URL, 0},
	{OVERRIDE_RENAME_SOURCE, 1u << SOURCE, 1u << SOURCE | 1u << VALUE},
	{OVERRIDE_FIX_DATE, 1u << URL, 1u << URL | 1u << VALUE},
	{OVERRIDE_MERGE, 1u << MEASURE, 1u << MEASURE | 1u << SUBJECT | 1u << VALUE},
	{OVERRIDE_SPLIT, 1u << MEASURE, 1u << MEASURE | 1u << FROM},
	{OVERRIDE_PIN, 1u << VALUE | 1u << LOW | 1u << HIGH, 1u << MEASURE},
};

struct reading {
	const struct sheet *sheet;
	const struct sheet_row *row;
	int at[COLUMNS]; /* column of the sheet, -1: not there */
	struct err *err;
};

static struct str cell(const struct reading *r, enum field c)
{
	return r->at[c] < 0 ? STR_NULL : r->row->cells[r->at[c]];
}

static bool take_day(const struct reading *r, enum field c, bool last, int32_t *out)
{
	struct date d;

	if (str_is_empty(cell(r, c)))
		return true;
	if (!date_parse(cell(r, c), &d, NULL))
		return sheet_err(r->err, r->sheet, r->row->line, "want a date like 2016-12-16 in %s, not '%.*s'",
				 columns[c], STR_ARG(cell(r, c)));
	*out = last ? date_last_day(d) : date_first_day(d);
	return true;
}

static bool take_number(const struct reading *r, enum field c, struct decimal *out)
{
	return decimal_parse(cell(r, c), out, NULL) ||
	       sheet_err(r->err, r->sheet, r->row->line, "want a plain number in %s, not '%.*s'", columns[c],
			 STR_ARG(cell(r, c)));
}

static bool says_enough(const struct reading *r, enum override_action action)
{
	unsigned given = 0;

	for (unsigned c = 0; c < COLUMNS; c++)
		given |= str_is_empty(cell(r, c)) ? 0 : 1u << c;
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (wanted[i].action == action)
			return (given & wanted[i].any_of) && (given & wanted[i].all_of) == wanted[i].all_of;
	return true;
}

/* The value is a day for fix_date, a name for rename_source and merge, else a number. */
static bool take_value(const struct reading *r, struct override *o)
{
	int32_t day;

	o->value = cell(r, VALUE);
	if (o->action == OVERRIDE_FIX_DATE)
		return take_day(r, VALUE, false, &day);
	if (o->action == OVERRIDE_RENAME_SOURCE || o->action == OVERRIDE_MERGE)
		return true;
	return take_number(r, VALUE, &o->number);
}

static bool take_row(const struct reading *r, struct override *out)
{
	struct override o = {
		.action = (enum override_action)word_index(override_actions, cell(r, ACTION)),
		.measure = cell(r, MEASURE),
		.subject = cell(r, SUBJECT),
		.place = cell(r, PLACE),
		.source = cell(r, SOURCE),
		.url = cell(r, URL),
		.note = cell(r, NOTE),
		.from = DATE_DAYS_MIN,
		.to = DATE_DAYS_MAX,
		.line = r->row->line,
	};

	if (o.action == OVERRIDE_NONE)
		return sheet_err(
			r->err, r->sheet, r->row->line,
			"want pin, merge, split, drop_claim, drop_document, rename_source or fix_date, not '%.*s'",
			STR_ARG(cell(r, ACTION)));
	if (!says_enough(r, o.action))
		return sheet_err(r->err, r->sheet, r->row->line, "%s needs more fields to say what it means",
				 override_actions[o.action]);
	*out = o;
	return take_day(r, FROM, false, &out->from) && take_day(r, TO, true, &out->to) && take_value(r, out) &&
	       take_number(r, LOW, &out->low) && take_number(r, HIGH, &out->high);
}

static bool find_columns(struct reading *r)
{
	for (unsigned c = 0; c < COLUMNS; c++)
		r->at[c] = sheet_column(r->sheet, str_of(columns[c]));
	for (size_t i = 0; i < r->sheet->columns; i++) {
		bool known = false;

		for (unsigned c = 0; c < COLUMNS; c++)
			known |= r->at[c] == (int)i;
		if (!known)
			return sheet_err(r->err, r->sheet, 1, "no column '%.*s' in overrides",
					 STR_ARG(r->sheet->names[i]));
	}
	return r->at[ACTION] >= 0 || sheet_err(r->err, r->sheet, 1, "want a column 'action'");
}

bool overrides_read(const char *path, struct arena *arena, struct overrides *out, struct err *err)
{
	struct sheet sheet = {0};
	struct reading r = {.sheet = &sheet, .err = err};

	*out = (struct overrides){0};
	if (!path || !*path)
		return true;
	if (!sheet_read(path, arena, &sheet, err) || !find_columns(&r))
		return false;
	for (size_t i = 0; i < sheet.n; i++) {
		struct override o;

		r.row = &sheet.at[i];
		if (!take_row(&r, &o))
			return false;
		LIST_ADD(arena, out, o);
	}
	return true;
}

static bool fits_text(struct str want, struct str have)
{
	return str_is_empty(want) || str_eq_fold(want, have);
}

bool override_fits(const struct override *o, const struct override_case *c)
{
	bool days = o->from > DATE_DAYS_MIN || o->to < DATE_DAYS_MAX;

	if (!fits_text(o->measure, c->measure) || !fits_text(o->subject, c->subject) || !fits_text(o->url, c->url))
		return false;
	if (!str_is_empty(o->place) &&
	    (!c->place ||
	     (!str_eq_fold(o->place, c->place->id) && !str_eq_fold(o->place, c->place->name) &&
	      !str_eq_fold(o->place, c->place->parent_id) && !str_eq_fold(o->place, c->place->parent_name))))
		return false;
	if (!str_is_empty(o->source) &&
	    (!c->source || (!str_eq_fold(o->source, c->source->id) && !str_eq_fold(o->source, c->source->name))))
		return false;
	if (o->action == OVERRIDE_DROP_CLAIM && o->number.known && !decimal_eq(o->number, c->number))
		return false;
	return !days || (c->day >= o->from && c->day <= o->to);
}
