#include "times_atoms.h"

#include "base/hash.h"
#include "values/timex.h"

static const char *const kind_names[] = {"",
#define X(name, text) text,
					 ATOM_LIST(X)
#undef X
};
static const char *const guard_names[] = {"", "capital", "context", "number", "count", "upper"};
static const char *const unit_names[] = {"",	    "second", "minute", "hour",	   "day",
					 "weekend", "week",   "month",	"quarter", "half",
					 "season",  "year",   "decade", "century", "millennium"};
static const char *const daypart_names[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
static const char *const mod_names[] = {"", "start", "mid", "end"};
static const char *const half_names[] = {"AM", "PM"};
static const char *const from_names[] = {"", "now", "told"};

#define FIND(names, text) name_find(names, sizeof names / sizeof *names, text)

static int name_find(const char *const *names, size_t n, struct str text)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(text, names[i]))
			return (int)i;
	return -1;
}

static bool number(struct str text, int32_t *out)
{
	int64_t n;

	if (!str_to_int(text, -100000, 10000000, &n))
		return false;
	*out = (int32_t)n;
	return true;
}

static bool word(const char *const *names, size_t n, struct str text, int32_t *out)
{
	*out = name_find(names, n, text);
	return *out >= 0;
}

#define WORD(names, text, out) word(names, sizeof names / sizeof *names, text, out)

/* "day -1 NI", "now -1" */
static bool pair(struct atom *a, struct str value)
{
	struct str rest = value, first = str_cut(&rest, ' '), second = str_cut(&rest, ' ');
	int from = a->kind == ATOM_DIRECTION ? FIND(from_names, first) : FIND(unit_names, first);
	int more = rest.at && a->kind == ATOM_DEICTIC ? FIND(daypart_names, rest) : 0;

	a->from = (int8_t)from;
	a->more = (int8_t)more;
	return from >= 0 && more >= 0 && number(second, &a->value);
}

/* "12:00" as seconds of the day. */
static bool clock(struct str value, int32_t *out)
{
	int32_t hour, minute;

	if (value.n != 5 || !number(str_slice(value, 0, 2), &hour) || !number(str_slice(value, 3, 5), &minute))
		return false;
	*out = hour * 3600 + minute * 60;
	return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
}

static bool row_read(struct atom *a, struct str kind, struct str value, struct str guard)
{
	int g = FIND(guard_names, guard), k = FIND(kind_names, kind);

	if (g < 0 || k <= 0)
		return false;
	*a = (struct atom){.kind = (uint8_t)k, .guard = (uint8_t)g};
	switch (a->kind) {
	case ATOM_DAYPART:
	case ATOM_DAYPARTS:
		return WORD(daypart_names, value, &a->value);
	case ATOM_UNIT:
	case ATOM_UNITS:
	case ATOM_SET:
		return WORD(unit_names, value, &a->value);
	case ATOM_MOD:
		return WORD(mod_names, value, &a->value);
	case ATOM_HALFDAY:
		return WORD(half_names, value, &a->value);
	case ATOM_CLOCK:
		return clock(value, &a->value);
	case ATOM_DEICTIC:
	case ATOM_DIRECTION:
		return pair(a, value);
	case ATOM_WHICH_TOLD:
		a->from = FROM_TOLD;
		return number(value, &a->value);
	case ATOM_COUNT:
		return str_eq(value, STR("x")) || number(value, &a->value);
	case ATOM_LOCAL:
	case ATOM_PLAN:
	case ATOM_DONE:
	case ATOM_TIMETABLE:
	case ATOM_PUT_OFF:
	case ATOM_COUNTED:
	case ATOM_NUMBERED:
		return true;
	default:
		return number(value, &a->value);
	}
}

const struct atom *atom_rows_read(const struct lexicon *lex, struct arena *arena)
{
	uint32_t n = lexicon_rows(lex, LEXICON_TIMES), kind = lexicon_column(lex, LEXICON_TIMES, "kind"),
		 value = lexicon_column(lex, LEXICON_TIMES, "value"),
		 guard = lexicon_column(lex, LEXICON_TIMES, "guard");
	struct atom *rows = ARENA_ARRAY(arena, struct atom, n + 1);

	/* A row that says nothing known is no atom: the lexicon's compiler has checked them. */
	for (uint32_t row = 0; row < n; row++)
		if (!row_read(&rows[row], lexicon_cell(lex, LEXICON_TIMES, row, kind),
			      lexicon_cell(lex, LEXICON_TIMES, row, value),
			      lexicon_cell(lex, LEXICON_TIMES, row, guard)))
			rows[row] = (struct atom){0};
	return rows;
}

/* "q2", "h1" */
static struct atom year_part(struct str lower)
{
	struct atom a = {.kind = ATOM_YEAR_PART};

	if (lower.n != 2 || (lower.at[0] != 'q' && lower.at[0] != 'h'))
		return (struct atom){0};
	a.value = lower.at[0] == 'q' ? 33 + lower.at[1] - '1' : 40 + lower.at[1] - '1';
	return lower.at[1] >= '1' && lower.at[1] <= (lower.at[0] == 'q' ? '4' : '2') ? a : (struct atom){0};
}

/* What a word in lower case is by itself. */
static struct atom atom_of_word(const struct knowledge *know, struct str word)
{
	int64_t row = lexicon_entry_row(know->lex, lexicon_step(know->lex, NULL, hash64(word)), LEXICON_TIMES);

	if (row < 0)
		return (struct atom){0};
	return know->time_words[row];
}

/* "Nov." is one token where a date goes on; the lexicon files it without its dot. */
static struct atom dotted(const struct knowledge *know, const struct token *t)
{
	struct atom a = atom_of_word(know, str_slice(t->lower, 0, t->lower.n - 1));

	if (!a.kind)
		return a;
	a.n = 1;
	if (a.kind == ATOM_MONTH)
		a.guard = GUARD_CAPITAL;
	return a;
}

/* "Dec31", "14april", as bad copies have it. */
static struct atom glued_date(const struct knowledge *know, struct str lower)
{
	size_t cut = 0;
	bool day_first = lower.n && ascii_is_digit((unsigned char)lower.at[0]);
	struct str month, number;
	int64_t day;

	while (cut < lower.n && (bool)ascii_is_digit((unsigned char)lower.at[cut]) == day_first)
		cut++;
	number = day_first ? str_slice(lower, 0, cut) : str_slice(lower, cut, lower.n);
	month = day_first ? str_slice(lower, cut, lower.n) : str_slice(lower, 0, cut);
	if (month.n < 3 || month.n > 9 || !str_to_int(number, 1, 31, &day))
		return (struct atom){0};
	struct atom a = atom_of_word(know, month);

	if (a.kind != ATOM_MONTH)
		return (struct atom){0};
	a = atom_of_date(0, a.value, (int)day);
	a.digits = 1;
	return a;
}

/* A number, a part of the year, a date that lost its space; or nothing. */
static struct atom digits_atom(const struct knowledge *know, const struct token *t)
{
	struct atom a = t->kind == TOKEN_NUMBER ? atom_of_number(t->lower) : year_part(t->lower);

	if (!a.kind)
		a = glued_date(know, t->lower);
	a.n = 1;
	return a;
}

static bool is_dotted(const struct token *t)
{
	return t->lower.n >= 3 && t->lower.n <= 6 && t->lower.at[t->lower.n - 1] == '.';
}

/* The words of the lexicon: its hits come by their first token, longer ones first. */
static void read_words(const struct reading *r, struct atom *atoms)
{
	for (size_t h = 0, next = 0; h < r->hits.n; h++) {
		const struct hit *hit = &r->hits.at[h];

		if (hit->first < next || !(hit->tables & 1u << LEXICON_TIMES))
			continue;
		struct atom a = r->know->time_words[hit_row(r, hit, LEXICON_TIMES)];

		if (a.kind == ATOM_DATED) /* the shorter one is its day */
			continue;
		next = hit->first + (size_t)1;
		a.n = (uint8_t)(hit->n < 255 ? hit->n : 255);
		if (a.guard != GUARD_UPPER || (r->tokens.at[hit->first].flags & TOKEN_UPPER))
			atoms[hit->first] = a;
	}
}

/* Words that end in a dot, in a sentence without numbers or words of times. Is there one? */
static bool read_dotted(const struct reading *r, struct sentence s, struct atom *atoms, uint8_t *marks)
{
	bool any = false;

	for (uint32_t i = s.first; i < s.first + s.n; i++) {
		const struct token *t = &r->tokens.at[i];

		if (is_dotted(t))
			any |= marks[i] = (atoms[i] = dotted(r->know, t)).kind != ATOM_NONE;
	}
	return any;
}

/* Words that end in a dot, numbers. Is there one? */
static bool read_others(const struct reading *r, struct sentence s, struct atom *atoms, uint8_t *marks)
{
	bool any = false;

	for (uint32_t i = s.first; i < s.first + s.n; i++) {
		const struct token *t = &r->tokens.at[i];

		if (!atoms[i].kind && is_dotted(t))
			atoms[i] = dotted(r->know, t);
		if (!atoms[i].kind && t->flags & TOKEN_DIGIT)
			atoms[i] = digits_atom(r->know, t);
		marks[i] = atoms[i].kind != ATOM_NONE || t->kind == TOKEN_NUMBER;
		any |= atoms[i].kind != ATOM_NONE;
	}
	return any;
}

struct atoms atoms_read(const struct reading *r)
{
	struct atoms atoms = {.at = ARENA_ARRAY(r->arena, struct atom, r->tokens.n + 1),
			      .marks = ARENA_ARRAY(r->arena, uint8_t, r->tokens.n + ATOMS_NEAR),
			      .in = ARENA_ARRAY(r->arena, bool, r->sentences.n + 1)};

	read_words(r, atoms.at);
	for (size_t s = 0; s < r->sentences.n; s++)
		if (r->tables[s] & (1u << LEXICON_TIMES | READING_DIGITS))
			atoms.in[s] = read_others(r, r->sentences.at[s], atoms.at, atoms.marks) ||
				      r->tables[s] & READING_DIGITS;
		else
			atoms.in[s] = read_dotted(r, r->sentences.at[s], atoms.at, atoms.marks);
	return atoms;
}
