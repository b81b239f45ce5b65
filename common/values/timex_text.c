/* The one-line text form of a time expression, written and read by one table of keys. */
#include <assert.h>
#include <stddef.h>

#include "values/timex.h"

static const char *const kinds[] = {"none",   "point",	  "since",   "until", "range", "past",
				    "coming", "duration", "distant", "set",   "vague"};
static const char *const units[] = {"",	       "second", "minute", "hour", "day",    "weekend", "week",	     "month",
				    "quarter", "half",	 "season", "year", "decade", "century", "millennium"};
static const char *const froms[] = {"", "now", "told"};
static const char *const tenses[] = {"", "past", "present", "future"};
static const char *const dayparts[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
static const char *const mods[] = {"", "start", "mid", "end", "approx", "before", "after"};

#define KEY(name)                                                                                                      \
	{                                                                                                              \
		" " name "=", sizeof " " name "=" - 1                                                                  \
	}
#define WORDS(list) list, sizeof list / sizeof *list

/* A key of a point or of the whole: an int with a range, or one of a list of words. */
struct key {
	struct str before; /* what is written before the value: " year=" */
	size_t offset;
	int nothing;		  /* the value that is not written */
	const char *const *words; /* NULL: a number */
	size_t n_words;
	int min, max;
};

#define NUMBER(field, nothing, min, max)                                                                               \
	{                                                                                                              \
		KEY(#field), offsetof(struct timex_point, field), nothing, NULL, 0, min, max                           \
	}
#define WORD(field, list)                                                                                              \
	{                                                                                                              \
		KEY(#field), offsetof(struct timex_point, field), 0, WORDS(list), 0, 0                                 \
	}

static const struct key point_keys[] = {
	WORD(from, froms),
	WORD(unit, units),
	NUMBER(which, TIMEX_NO_WHICH, -99, 99),
	NUMBER(year, 0, 1, TIMEX_SHORT_YEAR + 99),
	NUMBER(month, 0, 1, 12),
	NUMBER(day, 0, 1, 31),
	NUMBER(weekday, 0, 1, 7),
	NUMBER(week, 0, 1, 53),
	NUMBER(part, 0, 21, 41),
	NUMBER(span, 0, 10, 100),
	NUMBER(nth, 0, -99, 99),
	WORD(of, units),
	NUMBER(feast, 0, 101, 60 * TIMEX_FEAST_LENGTH),
	WORD(mod, mods),
	WORD(daypart, dayparts),
	NUMBER(hour, TIMEX_NO_CLOCK, 0, 24),
	NUMBER(minute, 0, 0, 59),
	NUMBER(second, -1, 0, 60),
	NUMBER(zone, MOMENT_NO_ZONE, -840, 840),
	NUMBER(shift, 0, -TIMEX_VAGUE_SHIFT, TIMEX_VAGUE_SHIFT),
	WORD(per, units),
};

#undef NUMBER
#undef WORD
#define NUMBER(name, field, min, max)                                                                                  \
	{                                                                                                              \
		KEY(name), offsetof(struct timex_expr, field), 0, NULL, 0, min, max                                    \
	}
#define WORD(name, field, list)                                                                                        \
	{                                                                                                              \
		KEY(name), offsetof(struct timex_expr, field), 0, WORDS(list), 0, 0                                    \
	}

static const struct key whole_keys[] = {
	WORD("n_unit", unit, units), WORD("more_unit", more_unit, units), NUMBER("sign", sign, -1, 1),
	NUMBER("ref", which, -1, 1), WORD("tense", tense, tenses),
};

static_assert(sizeof(enum timex_unit) == sizeof(int), "keys reach enums as ints");

static const char *value_words(const struct key *key, int value)
{
	return value >= 0 && (size_t)value < key->n_words ? key->words[value] : "";
}

static void keys_format(struct buf *b, const struct key *keys, size_t n, const void *base)
{
	for (size_t i = 0; i < n; i++) {
		int value;

		memcpy(&value, (const char *)base + keys[i].offset, sizeof value);
		if (value == keys[i].nothing)
			continue;
		buf_add(b, keys[i].before);
		if (keys[i].words)
			buf_add(b, str_of(value_words(&keys[i], value)));
		else
			buf_add_int(b, value, 1);
	}
}

/* A number in thousandths, as a decimal: 1500 is 1.5. */
static void milli_format(struct buf *b, struct str before, int milli)
{
	int fraction = milli % 1000;

	if (!milli)
		return;
	buf_add(b, before);
	buf_add_int(b, milli / 1000, 1);
	if (!fraction)
		return;
	buf_add_char(b, '.');
	buf_add_int(b, fraction % 100 == 0 ? fraction / 100 : fraction, fraction % 100 == 0 ? 1 : 3);
}

struct str timex_format(struct arena *arena, const struct timex_expr *t)
{
	struct buf b = {.arena = arena};

	if (t->kind == TIMEX_NONE)
		return STR_NULL;
	buf_add(&b, str_of(kinds[t->kind]));
	keys_format(&b, point_keys, sizeof point_keys / sizeof *point_keys, &t->at);
	if (t->kind == TIMEX_RANGE) {
		buf_add(&b, STR(" to"));
		keys_format(&b, point_keys, sizeof point_keys / sizeof *point_keys, &t->end);
	}
	milli_format(&b, STR(" n="), t->n_milli);
	milli_format(&b, STR(" more="), t->more_milli);
	if (t->exact)
		buf_add(&b, STR(" exact=yes"));
	if (t->whole)
		buf_add(&b, STR(" whole=yes"));
	keys_format(&b, whole_keys, sizeof whole_keys / sizeof *whole_keys, t);
	return buf_str(&b);
}

static int word_find(const char *const *words, size_t n, struct str word)
{
	for (size_t i = 0; i < n; i++)
		if (*words[i] && str_is(word, words[i]))
			return (int)i;
	return -1;
}

static struct str key_name(const struct key *key)
{
	return str_slice(key->before, 1, key->before.n - 1);
}

/* -1: no such key; 0: a bad value; 1: set. */
static int key_parse(const struct key *keys, size_t n, void *base, struct str name, struct str text)
{
	for (size_t i = 0; i < n; i++) {
		int64_t number;

		if (!str_eq(name, key_name(&keys[i])))
			continue;
		if (keys[i].words)
			number = word_find(keys[i].words, keys[i].n_words, text);
		else if (!str_to_int(text, keys[i].min, keys[i].max, &number))
			return 0;
		if (number < 0 && keys[i].words)
			return 0;

		int value = (int)number;

		memcpy((char *)base + keys[i].offset, &value, sizeof value);
		return 1;
	}
	return -1;
}

/* "1.5" as 1500. */
static bool milli_parse(struct str text, int *out)
{
	struct str fraction = text, whole = str_cut(&fraction, '.');
	int64_t n, f = 0;

	if (!str_to_int(whole, 0, 2000000, &n))
		return false;
	if (fraction.at && (fraction.n > 3 || !str_to_int(fraction, 0, 999, &f)))
		return false;
	for (size_t i = fraction.n; fraction.at && i < 3; i++)
		f *= 10;
	*out = (int)(n * 1000 + f);
	return true;
}

static bool pair_parse(struct timex_expr *t, struct timex_point *point, struct str name, struct str value)
{
	int done = key_parse(point_keys, sizeof point_keys / sizeof *point_keys, point, name, value);

	if (done < 0)
		done = key_parse(whole_keys, sizeof whole_keys / sizeof *whole_keys, t, name, value);
	if (done >= 0)
		return done;
	if (str_eq(name, STR("n")))
		return milli_parse(value, &t->n_milli);
	if (str_eq(name, STR("more")))
		return milli_parse(value, &t->more_milli);
	if (!str_eq(value, STR("yes")))
		return false;
	if (str_eq(name, STR("whole")))
		return t->whole = true;
	return t->exact = str_eq(name, STR("exact"));
}

bool timex_parse(struct str text, struct timex_expr *out, struct err *err)
{
	struct str rest = text, first = str_cut(&rest, ' ');
	struct timex_expr t = timex_none();
	struct timex_point *point = &t.at;
	int kind = word_find(kinds, sizeof kinds / sizeof *kinds, first);

	if (kind <= TIMEX_NONE)
		return err_set(err, "kind", "no kind of time expression: '%.*s'", STR_ARG(first));
	t.kind = (enum timex_kind)kind;
	while (rest.at) {
		struct str value = str_cut(&rest, ' '), name = str_cut(&value, '=');

		if (str_eq(name, STR("to")) && !value.at && t.kind == TIMEX_RANGE && point == &t.at)
			point = &t.end;
		else if (!value.at || !pair_parse(&t, point, name, value))
			return err_set(err, "key", "cannot be read: '%.*s' in '%.*s'", STR_ARG(name), STR_ARG(text));
	}
	*out = t;
	return true;
}
