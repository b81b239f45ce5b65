#include "folder_of_test.h"

#include "records/refs.h"
#include "wording.h"

TestSuite(wording, .init = folder_begin, .fini = folder_end);

static struct decimal number(const char *text)
{
	struct decimal d;

	cr_assert(decimal_parse(str_of(text), &d, NULL));
	return d;
}

Test(wording, figures_as_people_read_them)
{
	static const struct {
		int qualifier;
		const char *low, *best, *high, *unit, *words;
	} cases[] = {
		{QUALIFIER_EXACT, "4500", "4500", "4500", "", "4,500"},
		{QUALIFIER_APPROX, "", "50000", "", "", "about 50,000"},
		{QUALIFIER_MORE_THAN, "9500", "9500", "", "", "more than 9,500"},
		{QUALIFIER_LESS_THAN, "", "1", "1", "kilometre", "less than 1 kilometre"},
		{QUALIFIER_RANGE, "1500", "", "5000", "", "1,500 to 5,000"},
		{QUALIFIER_ORDER, "1000", "", "10000", "", "1,000 to 10,000"},
		{QUALIFIER_EXACT, "0.5", "0.5", "0.5", "share", "0.5 share"},
		{QUALIFIER_EXACT, "1234567.25", "1234567.25", "1234567.25", "", "1,234,567.25"},
		{QUALIFIER_EXACT, "-1000", "-1000", "-1000", "", "-1,000"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(wording_figure(&arena, cases[i].qualifier, number(cases[i].low), number(cases[i].best),
					   number(cases[i].high), str_of(cases[i].unit)),
			    cases[i].words);
}

Test(wording, estimates_name_each_number_once)
{
	expect_text(wording_estimate(&arena, number("8000"), number("8500"), number("9500"), false, true),
		    "8,000 - 8,500 - 9,500+");
	expect_text(wording_estimate(&arena, number("337"), number("337"), number("337"), false, false), "337");
	expect_text(wording_estimate(&arena, number("1500"), number(""), number("5000"), false, false),
		    "1,500 - 5,000");
}

Test(wording, a_cell_is_cut_to_its_width_and_cannot_steer_a_terminal)
{
	static const struct {
		const char *text;
		size_t width;
		const char *cut;
	} cases[] = {
		{"short", 10, "short"},
		{"exactly-10", 10, "exactly-10"},
		{"longer than ten", 10, "longer th\xE2\x80\xA6"},
		{"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 3, "\xC3\xA9\xC3\xA9\xE2\x80\xA6"},
		{"a\x1B[31mred", 20, "a [31mred"},
		{"bi\xE2\x80\xAE"
		 "di",
		 20, "bi di"},
		{"\xFF\xFE", 5, "\xFF\xFE"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(wording_cut(&arena, str_of(cases[i].text), cases[i].width), cases[i].cut);
	expect_text(wording_count(&arena, 1, "article", "articles"), "1 article");
	expect_text(wording_count(&arena, 2500, "article", "articles"), "2,500 articles");
}
