/* link: reconcile */
#include <stdlib.h>

#include "records/override.h"
#include "stated.h"

static struct arena arena;
static char path[64];

static void init(void)
{
	arena = (struct arena){0};
	snprintf(path, sizeof path, "/tmp/recount-overrides-%ld.csv", (long)getpid());
}

static void fini(void)
{
	arena_free(&arena);
	unlink(path);
}

TestSuite(overrides, .init = init, .fini = fini);

static bool read_text(const char *text, struct overrides *out, struct err *err)
{
	FILE *file = fopen(path, "wb");

	cr_assert(file);
	fputs(text, file);
	fclose(file);
	return overrides_read(path, &arena, out, err);
}

static const char header[] = "action,measure,subject,place,from,to,source,url,value,low,high,note\n";

static struct overrides overrides_of(const char *rows)
{
	struct overrides o;
	struct err err = {0};

	cr_assert(read_text(str_printf(&arena, "%s%s", header, rows).at, &o, &err), "%s: %s", err.field, err.message);
	return o;
}

static const struct {
	const char *row, *wrong;
} bad[] = {
	{"forget,killed,people,,,,,,,,,\n", ":2"},
	{"pin,killed,people,Town,,,,,,,,\n", ":2"},
	{"pin,,people,Town,,,,,40,,,\n", ":2"},
	{"pin,killed,people,Town,,,,,forty,,,\n", ":2"},
	{"pin,killed,people,Town,2020-13-01,,,,40,,,\n", ":2"},
	{"rename_source,,,,,,,,New Name,,,\n", ":2"},
	{"fix_date,,,,,,,https://a.example/1,soon,,,\n", ":2"},
	{"drop_claim,,,Town,,,,,,,,\n", ":2"},
	{"drop_document,killed,,,,,,,,,,\n", ":2"},
	{"split,killed,people,Town,,,,,,,,\n", ":2"},
	{"# a comment\n\npin,killed,,,,,,,x,,,\n", ":4"},
};

Test(overrides, a_wrong_row_is_told_with_its_line)
{
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct overrides o;
		struct err err = {0};

		cr_expect_not(read_text(str_printf(&arena, "%s%s", header, bad[i].row).at, &o, &err), "%s", bad[i].row);
		cr_expect(str_ends(str_of(err.field), str_of(bad[i].wrong)), "%s for %s", err.field, bad[i].row);
	}
}

Test(overrides, no_file_is_no_override_and_a_strange_column_is_an_error)
{
	struct overrides o;
	struct err err = {0};

	cr_expect(overrides_read("", &arena, &o, &err) && o.n == 0);
	cr_expect_not(read_text("action,url,colour\n", &o, &err));
	cr_expect_not(read_text("url,value\n", &o, &err));
	cr_expect_not(overrides_read("/nowhere/overrides.csv", &arena, &o, &err));
}

#define PLACE                                                                                                          \
	{                                                                                                              \
		.id = STR("p7"), .name = STR("Town"), .parent_id = STR("p1"), .parent_name = STR("Big Town")           \
	}

Test(overrides, an_empty_field_fits_everything_and_a_full_one_itself)
{
	struct place_ref place = PLACE;
	struct source_ref source = {.id = STR("army"), .name = STR("The Army")};
	struct override_case c = {.measure = STR("killed"),
				  .subject = STR("people"),
				  .place = &place,
				  .source = &source,
				  .number = decimal_of(40),
				  .url = STR("https://a.example/1"),
				  .day = date_first_day(date_of(2020, 3, 6))};
	static const struct {
		const char *row;
		bool fits;
	} rows[] = {
		{"drop_claim,killed,,,,,,,,,,\n", true},
		{"drop_claim,KILLED,people,big town,2020-03-06,2020-03-06,the army,,40,,,\n", true},
		{"drop_claim,killed,,p7,2020-03,,army,https://a.example/1,,,,\n", true},
		{"drop_claim,killed,,,,2020-03-05,,,,,,\n", false},
		{"drop_claim,killed,,,2020-03-07,,,,,,,\n", false},
		{"drop_claim,killed,,,,,,,41,,,\n", false},
		{"drop_claim,killed,,City,,,,,,,,\n", false},
		{"drop_claim,,,,,,police,,,,,\n", false},
		{"drop_claim,,,,,,,https://a.example/2,,,,\n", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct overrides o = overrides_of(rows[i].row);

		cr_expect_eq(override_fits(&o.at[0], &c), rows[i].fits, "%s", rows[i].row);
	}
}

static const char two[] = "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army exact 44 44 44\n"
			  "c 2020-03-06 2020-03-06 army exact 3 3 3 subject=civilians";

static void expect(const char *lines, const char *rows, const char *want)
{
	struct overrides o = overrides_of(rows);
	struct terms terms = {.conf = stated_conf(&arena), .overrides = &o, .as_of = DATE_DAYS_MAX};

	stated_expect(lines, &terms, "subject,as_of,low,best,high,status,rule,overridden", want);
}

Test(overrides, a_pin_is_set_last_and_shown)
{
	expect(two, "pin,killed,people,town,2020-03-07,,,,41,40,45,counted by hand\n",
	       "civilians,2020-03-06,3,3,3,single_source,single.only,false\n"
	       "people,2020-03-06,40,40,40,single_source,single.only,false\n"
	       "people,2020-03-07,40,41,45,pinned,override.pin,true\n");
}

Test(overrides, a_merge_makes_two_tracks_one)
{
	expect(two, "merge,killed,civilians,,,,,,people,,,\n",
	       "people,2020-03-06,40,40,40,single_source,single.only,false\n"
	       "people,2020-03-07,44,44,44,single_source,single.only,false\n");
}

Test(overrides, a_split_begins_another_episode)
{
	struct overrides o = overrides_of("split,killed,people,town,2020-03-07,,,,,,,\n");
	struct terms terms = {.conf = stated_conf(&arena), .overrides = &o, .as_of = DATE_DAYS_MAX};
	struct reconciled r = stated_reconciled(two, &terms, &arena);

	cr_expect_eq(r.tracks.n, 3u);
}
