/* stated - assertions in tests, a short line each. */
#ifndef RECOUNT_TEST_STATED_H
#define RECOUNT_TEST_STATED_H

#include "reconcile.h"
#include "rows.h"

/* "id day known source qualifier low best high[ key=value...]", "-" for empty; the measure
 * is killed, the subject people, the place town, the aspect cumulative unless told. A value's + is a space. */
static inline struct str stated_csv(const char *lines, struct arena *arena)
{
	static const char *const keys[] = {
		"measure", "subject", "place_parent_id", "aspect",	   "polarity",	 "modality",
		"part_of", "period",  "independent",	 "source_part_of", "qualifiers", "source_type",
		"unit",	   "noun",    "former",		 "some",	   "documents"};
	static const char *const defaults[] = {"killed", "people", "town",  "cumulative", "asserted", "actual",
					       "",	 "",	   "1",	    "",		  "",	      "",
					       "",	 "people", "false", "false",	  ""};
	enum { KEYS = sizeof keys / sizeof *keys, FIXED = 8 };
	struct buf csv = {.arena = arena};
	struct str rest = str_of(lines);

	buf_add(&csv, STR("id,stated,first_seen,source_id,qualifier,low,best,high,source_name,sentence,place_id"));
	for (size_t k = 0; k < KEYS; k++)
		buf_printf(&csv, ",%s", keys[k]);
	buf_add_char(&csv, '\n');
	while (rest.at && rest.n) {
		struct str words = str_cut(&rest, '\n'), fixed[FIXED] = {{0}}, value[KEYS];

		for (size_t i = 0; i < FIXED; i++) {
			fixed[i] = str_cut(&words, ' ');
			if (str_eq(fixed[i], STR("-")))
				fixed[i] = STR_NULL;
			buf_printf(&csv, "%s%.*s", i ? "," : "", STR_ARG(fixed[i]));
		}
		for (size_t k = 0; k < KEYS; k++)
			value[k] = str_of(defaults[k]);
		while (words.at && words.n) {
			struct str text = str_cut(&words, ' '), key = str_cut(&text, '=');
			bool known = false;

			for (size_t k = 0; k < KEYS; k++)
				if (str_eq(key, str_of(keys[k]))) {
					value[k] = text;
					known = true;
				}
			cr_assert(known, "no key '%.*s'", STR_ARG(key));
		}
		if (str_is_empty(value[KEYS - 1]))
			value[KEYS - 1] = str_printf(arena, "d-%.*s", STR_ARG(fixed[0]));
		buf_printf(&csv, ",%.*s,Said by %.*s,%.*s", STR_ARG(fixed[3]), STR_ARG(fixed[3]), STR_ARG(value[2]));
		for (size_t k = 0; k < KEYS; k++) {
			buf_add_char(&csv, ',');
			for (size_t i = 0; i < value[k].n; i++)
				buf_add_char(&csv, value[k].at[i] == '+' ? ' ' : value[k].at[i]);
		}
		buf_add_char(&csv, '\n');
	}
	buf_add_char(&csv, '\0');
	return buf_str(&csv);
}

static inline struct assertions stated(const char *lines, struct arena *arena)
{
	struct rows rows = rows_read(&assertion_table, stated_csv(lines, arena).at, arena);

	return (struct assertions){(struct assertion *)(void *)rows.at, rows.n, rows.n};
}

static inline struct conf *stated_conf(struct arena *arena)
{
	struct conf *conf = ARENA_NEW(arena, struct conf);
	struct err err;

	cr_assert(conf_read(NULL, arena, conf, &err));
	return conf;
}

static inline struct reconciled stated_reconciled(const char *lines, const struct terms *terms, struct arena *arena)
{
	struct assertions a = stated(lines, arena);
	static struct conf *conf;
	static struct overrides none;

	conf = stated_conf(arena);
	struct terms plain = {.conf = conf, .overrides = &none, .as_of = DATE_DAYS_MAX};

	return reconcile(&a, terms ? terms : &plain, arena);
}

/* All estimates of all tracks, as lines of these columns. */
static inline void stated_expect(const char *lines, const struct terms *terms, const char *columns, const char *want)
{
	struct arena arena = {0};
	struct reconciled r = stated_reconciled(lines, terms, &arena);
	struct estimates all = {0};

	for (size_t i = 0; i < r.tracks.n; i++)
		for (size_t k = 0; k < r.tracks.at[i].estimates.n; k++)
			LIST_ADD(&arena, &all, r.tracks.at[i].estimates.at[k]);
	rows_expect(&estimate_table, all.at, all.n, columns, want);
	arena_free(&arena);
}

#endif
