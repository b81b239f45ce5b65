#include "folder_of_test.h"

#include "page_words.h"

TestSuite(page_words, .init = folder_begin, .fini = folder_end);

static struct decimal number(const char *text)
{
	struct decimal d = DECIMAL_NULL;

	cr_assert(*text == '\0' || decimal_parse(str_of(text), &d, NULL));
	return d;
}

Test(page_words, dates_are_told_as_people_tell_them)
{
	static const struct {
		const char *edtf, *words;
	} cases[] = {
		{"2016-12-16", "16 December 2016"},
		{"2016-12-16T14:30Z", "16 December 2016"},
		{"2016-12", "December 2016"},
		{"2016", "2016"},
		{"2016-12~", "about December 2016"},
		{"2016-12-15/2016-12-17", "15\xE2\x80\x93"
					  "17 December 2016"},
		{"2016-11-30/2016-12-02", "30 November \xE2\x80\x93 2 December 2016"},
		{"2015-12-30/2016-01-02", "30 December 2015 \xE2\x80\x93 2 January 2016"},
		{"2011/..", "since 2011"},
		{"../2013-03-24", "until 24 March 2013"},
		{"199X", "199X"},
		{"", "no date"},
		{"nonsense", "nonsense"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(page_date(&arena, str_of(cases[i].edtf)), cases[i].words);
	expect_text(page_day(&arena, 17151), "Friday, 16 December 2016");
	expect_text(page_day_short(&arena, 17151, true), "16 Dec 2016");
}

Test(page_words, quantities_have_names)
{
	expect_text(page_quantity_name(&arena, (struct page_quantity){STR("needing_care"), STR("evacuees"), STR_NULL}),
		    "Evacuees needing care");
	expect_text(page_quantity_name(&arena, (struct page_quantity){STR("aid"), STR_NULL, STR("USD")}), "Aid (USD)");
	expect_text(page_number(&arena, (struct page_quantity){.subject = STR("share_of_population")}, number("0.5")),
		    "50%");
	expect_text(page_number(&arena, (struct page_quantity){.subject = STR("people")}, number("4500")), "4,500");
}

Test(page_words, estimates_are_told_short_and_long)
{
	static const struct {
		const char *low, *best, *high;
		bool open_low, open_high;
		const char *shorter, *longer;
	} cases[] = {
		{"8500", "9000", "9500", false, false,
		 "8,500\xE2\x80\x93"
		 "9,500",
		 "between 8,500 and 9,500"},
		{"8000", "8500", "9500", false, true,
		 "8,000\xE2\x80\x93"
		 "9,500+",
		 "between 8,000 and 9,500 or more"},
		{"17", "17", "17", false, false, "17", "17"},
		{"11", "11", "11", false, true, "11+", "at least 11"},
		{"300000", "300000", "300000", true, false, "up to 300,000", "at most 300,000"},
		{"", "", "", false, false, "no number", "no number"},
		{"", "50", "", false, false, "50", "50"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct page_values v = {number(cases[i].low), number(cases[i].best), number(cases[i].high),
					cases[i].open_low, cases[i].open_high};
		struct page_quantity q = {.subject = STR("people")};

		expect_text(page_span(&arena, q, &v), cases[i].shorter);
		expect_text(page_span_words(&arena, q, &v), cases[i].longer);
	}
}

Test(page_words, names_are_listed_and_counted)
{
	static const char *const words[] = {"", "A", "A and B", "A, B and C", "A, B, C and D", "A, B, C and 2 others"};
	static const char *const names[] = {"A", "B", "C", "D", "E"};

	for (size_t n = 0; n < sizeof words / sizeof *words; n++) {
		struct strs list = {0};

		for (size_t i = 0; i < n; i++)
			strs_add(&arena, &list, str_of(names[i]));
		expect_text(page_names(&arena, list), words[n]);
	}
	expect_text(page_count(&arena, 1, "report"), "1 report");
	expect_text(page_count(&arena, 4500, "report"), "4,500 reports");
}
