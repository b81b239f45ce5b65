#include <criterion/criterion.h>

#include "published.h"
#include "records/refs.h"
#include "stamp.h"
#include "values/date_text.h"

static struct moment moment_of(const char *text)
{
	struct moment m = {0};

	if (*text)
		cr_assert(moment_parse(str_of(text), &m, NULL));
	return m;
}

Test(published, goes_by_metadata_then_address_then_text)
{
	static const struct {
		const char *given, *url, *text, *published;
		int basis;
	} cases[] = {
		{"2016-12-16", "https://x.org/2016/12/15/a", "2016-12-14", "2016-12-16", BASIS_METADATA},
		{"Fri, 16 Dec 2016 10:00:00 GMT", "", "", "2016-12-16T10:00:00Z", BASIS_METADATA},
		{"", "https://x.org/2016/12/15/a", "2016-12-14", "2016-12-15", BASIS_URL},
		{"", "https://x.org/a", "2016-12-14", "2016-12-14", BASIS_TEXT},
		{"", "", "", "", BASIS_NONE},
		/* the same, more finely */
		{"2016-12", "https://x.org/2016/12/15/a", "", "2016-12-15", BASIS_URL},
		{"", "https://x.org/2016/12/a", "2016-12-14", "2016-12-14", BASIS_TEXT},
		/* something else: the better source stays, coarse as it is */
		{"", "https://x.org/2016/12/a", "2017-01-02", "2016-12", BASIS_URL},
		{"2016-12-16", "", "2016-12-16T10:00", "2016-12-16", BASIS_METADATA},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena arena = {0};
		struct published got;
		struct err err;

		cr_expect(published_find(str_of(cases[i].given), str_of(cases[i].url), moment_of(cases[i].text), &got,
					 &err));
		cr_expect(str_eq(moment_format(&arena, got.at), str_of(cases[i].published)), "%zu", i);
		cr_expect_eq(got.basis, cases[i].basis, "%zu", i);
		arena_free(&arena);
	}
}

Test(published, tells_of_a_date_that_does_not_exist_and_takes_the_next)
{
	static const char *const wrong[] = {"2016-02-30",	"2016-13-01", "yesterday",
					    "30 February 2016", "5/6/2016",   "20160230"};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct published got;
		struct err err = {0};

		cr_expect_not(
			published_find(str_of(wrong[i]), STR("https://x.org/2016/02/28/a"), moment_of(""), &got, &err));
		cr_expect_str_eq(err.field, "published", "%s", wrong[i]);
		cr_expect_eq(got.basis, BASIS_URL, "%s", wrong[i]);
	}
}

Test(published, knows_lines_that_say_when)
{
	static const struct {
		const char *line, *moment; /* NULL: no such line */
	} lines[] = {
		{"Fri Dec 16 2016", "2016-12-16"},
		{"Friday, 16 December 2016 10:30", "2016-12-16T10:30"},
		{"Published 12:30 GMT, 3 March 2019", "2019-03-03T12:30Z"},
		{"Updated: March 3, 2019", "2019-03-03"},
		{"Published 3 March 2019 Updated 4 March 2019", "2019-03-03"},
		{"WASHINGTON | Mon Mar 2, 2009 4:23 pm EST", "2009-03-02T16:23-05:00"},
		{"December 16, 2016 / 10:30 AM", "2016-12-16T10:30"},
		{"By Jane Doe | March 3, 2019", "2019-03-03"},
		{"12 / 16 / 2016 1: 30 PM", "2016-12-16T13:30"},
		{"published: 2012 - 04 - 04 11: 47: 35", "2012-04-04T11:47:35"},
		{"10:45 GMT", ""},
		{"9.30pm", ""},
		{"16.12.2016", "2016-12-16"},
		{"2016-12-16T10:00:00Z", "2016-12-16T10:00:00Z"},
		{"The storm hit on March 3, 2019", NULL},
		{"March 2019", NULL},
		{"2016", NULL},
		{"1,200", NULL},
		{"1481882400", NULL},
		{"40 dead, 12 missing", NULL},
		{"North 12 40", NULL},
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct arena arena = {0};
		struct stamp stamp;
		bool is = stamp_parse(str_of(lines[i].line), 0, &stamp);

		cr_expect_eq(is, lines[i].moment != NULL, "%s", lines[i].line);
		if (is && lines[i].moment) {
			struct str got = moment_format(&arena, stamp.at);

			cr_expect(str_eq(got, str_of(lines[i].moment)), "%s: %.*s", lines[i].line, STR_ARG(got));
		}
		arena_free(&arena);
	}
}

Test(published, knows_bylines)
{
	static const struct {
		const char *line, *names;
	} lines[] = {
		{"By Jane Doe", "Jane Doe"},
		{"BY JANE DOE AND JOHN ROE", "JANE DOE AND JOHN ROE"},
		{"By: Jane van Doe, Health Editor", "Jane van Doe, Health Editor"},
		{"By Tuesday", ""},
		{"By March 3", ""},
		{"By Tuesday the toll had risen to 40", ""},
		{"By the time help came it was dark.", ""},
		{"Bystanders fled", ""},
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		cr_expect(str_eq(byline_find(str_of(lines[i].line)), str_of(lines[i].names)), "%s", lines[i].line);
}
