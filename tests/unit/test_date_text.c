#include <criterion/criterion.h>

#include "values/date_text.h"
#include "values/date_url.h"

Test(date_text, reads_publication_dates_as_publishers_write_them)
{
	static const struct {
		const char *text, *date;
	} rows[] = {
		{"2016-12-16T10:00:00Z", "2016-12-16T10:00:00Z"},
		{"2016-12-16 10:00:00.123+00:00", "2016-12-16T10:00:00Z"},
		{"Fri, 16 Dec 2016 10:00:00 GMT", "2016-12-16T10:00:00Z"},
		{"Fri, 16 Dec 2016 10:00:00 +0530", "2016-12-16T10:00:00+05:30"},
		{"Fri Dec 16 10:00:00 GMT 2016", "2016-12-16T10:00:00Z"},
		{"Fri Dec 16 2016", "2016-12-16"},
		{"Dec. 16, 2016", "2016-12-16"},
		{"16 December 2016", "2016-12-16"},
		{"Friday, December 16th, 2016 10:30 a.m. EST", "2016-12-16T10:30-05:00"},
		{"10 p.m., Dec 16, 2016", "2016-12-16T22:00"},
		{"Published: 16 December 2016 \xc2\xb7 14:20", "2016-12-16T14:20"},
		{"20161216", "2016-12-16"},
		{"20161216T100000Z", "2016-12-16T10:00:00Z"},
		{"20161216100000", "2016-12-16T10:00:00"},
		{"16.12.2016", "2016-12-16"},
		{"12/16/2016", "2016-12-16"},
		{"2016/12/16", "2016-12-16"},
		{"5/5/2016", "2016-05-05"},
		{"Fri 5/6/2016", "2016-05-06"},
		{"1481882400", "2016-12-16T10:00:00Z"},
		{"1481882400000", "2016-12-16T10:00:00Z"},
		{"Dec 2016", "2016-12"},
		{"2016", "2016"},
		{"2016-12-31T24:00", "2017-01-01T00:00"},
		{"Thursday, 16 December 2016", "2016-12-16"}, /* the date overrules the weekday */
	};
	struct arena a = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct moment m;
		struct err err;

		cr_assert(date_text_parse(str_of(rows[i].text), &m, &err), "%s: %s", rows[i].text, err.message);
		cr_expect_str_eq(str_dup(&a, moment_format(&a, m)).at, rows[i].date, "for '%s'", rows[i].text);
	}
	arena_free(&a);
}

Test(date_text, refuses_what_is_no_date_or_two)
{
	static const char *const bad[] = {
		"",
		"hello",
		"May",
		"30 Feb 2016",
		"2016-13-01",
		"16/12",
		"5/6/2016",
		"99999",
		"2016-02-30",
		"yesterday",
		"Dec 16",
		"2016-12-16 and 2016-12-17",
		"0000-01-01",
		"1234567",
		"32 Dec 2016",
		"2016-12-16T99:00",
		"\xff\xfe 2016",
		"-",
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct moment m;
		struct err err = {0};

		cr_expect_not(date_text_parse(str_of(bad[i]), &m, &err), "accepted '%s'", bad[i]);
		cr_expect(err.message[0] != '\0', "no word on '%s'", bad[i]);
	}
}

Test(date_text, stays_inside_any_bytes)
{
	static const char soup[] =
		"Fri, 16 Dec 2016 10:00:00 +0100 \xc2\xb7 a.m. 5/6/2016 20161216T100000Z \0 12.12.12 \xff";
	struct moment m;
	struct date d;

	for (size_t i = 0; i < sizeof soup; i++)
		for (size_t n = 0; i + n <= sizeof soup; n++) {
			char *copy = malloc(n + 1); /* so that a sanitizer sees a step too far */

			memcpy(copy, soup + i, n);
			date_text_parse((struct str){copy, n}, &m, NULL);
			date_url_find((struct str){copy, n}, &d);
			free(copy);
		}
}

Test(date_text, finds_the_date_in_an_address)
{
	static const struct {
		const char *url, *date;
	} rows[] = {
		{"http://x.org/2016/12/16/title", "2016-12-16"},
		{"https://x.org/world/2016/dec/16/title", "2016-12-16"},
		{"https://x.org/title-2016-12-16", "2016-12-16"},
		{"https://x.org/news/20161216-title", "2016-12-16"},
		{"https://x.org/2016/12/title", "2016-12"},
		{"https://x.org/a?date=2016-12-16", "2016-12-16"},
		{"https://x.org/2016/6/3/title", "2016-06-03"},
		{"https://x.org/news-38337490", ""},
		{"https://x.org/2016/13/40/", ""},
		{"https://x.org/20161316/", ""},
		{"https://x.org/1850/12/16/", ""},
		{"", ""},
	};
	struct arena a = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date d = {0};
		bool found = date_url_find(str_of(rows[i].url), &d);

		cr_expect_eq(found, rows[i].date[0] != '\0', "%s", rows[i].url);
		cr_expect(str_eq(date_format(&a, d), str_of(rows[i].date)), "%s", rows[i].url);
	}
	arena_free(&a);
}

Test(date_text, knows_months_and_weekdays_by_their_first_letters)
{
	cr_expect_eq(date_text_month(STR("Sept.")), 9);
	cr_expect_eq(date_text_month(STR("DEC")), 12);
	cr_expect_eq(date_text_month(STR("ma")), 0);
	cr_expect_eq(date_text_month(STR("mayor")), 0);
	cr_expect_eq(date_text_weekday(STR("Thurs")), 4);
	cr_expect_eq(date_text_weekday(STR("fridays")), 0);
}
