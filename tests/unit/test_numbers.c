#include "figures_of_test.h"

#include "digits.h"

TestSuite(numbers, .init = begin, .fini = end);

Test(numbers, reads_digits_however_they_are_grouped)
{
	static const struct text_case cases[] = {
		{"They sent 4,500 tents.", "4500 exact"},
		{"They sent 12 500 tents.", "12500 exact"},
		{"They sent 12\xC2\xA0"
		 "500 tents.",
		 "12500 exact"},
		{"They sent 3,50,000 tents.", "350000 exact"},
		{"They sent 61, 000 tents.", "61000 exact"},
		{"They sent 1.200 tents.", "1200 exact"},
		{"They sent 1.200.000 tents.", "1200000 exact"},
		{"They sent 1.2m tents.", "1200000 exact"},
		{"They sent 4 thousand 3 hundred tents.", "4300 exact"},
		{"They sent 2 1/4 tonnes.", "2.25 exact tonne"},
	};
	EXPECT_ALL(cases, numbers_in);
}

Test(numbers, reads_spelled_numbers_to_any_size)
{
	static const struct text_case cases[] = {
		{"Nine hundred and twenty-one tents came.", "921 exact"},
		{"four thousand five hundred tents came.", "4500 exact"},
		{"Two and a half million tents came.", "2500000 exact"},
		{"Half a million tents came.", "500000 exact"},
		{"Twenty-one trillion and three hundred tents came.", "21000000000300 exact"},
		{"Two dozen tents came.", "24 exact"},
		{"A couple of hundred tents came.", "200 exact"},
		{"ONE HUNDRED AND SIX TENTS CAME.", "106 exact"},
	};
	EXPECT_ALL(cases, numbers_in);
}

Test(numbers, reads_bounds_before_and_behind)
{
	static const struct text_case cases[] = {
		{"At least 15 tents came.", "15 at_least"},    {"200 or more tents came.", "200 at_least"},
		{"Up to 700 tents came.", "700 at_most"},      {"Some 60 tents came.", "60 approx"},
		{"Nearly 80 tents came.", "80 approx_below"},  {"Just over 90 tents came.", "90 approx_above"},
		{"Fewer than 40 tents came.", "40 less_than"}, {"30-odd tents came.", "30 approx"},
		{"500+ tents came.", "500 at_least"},	       {"A total of 70 tents came.", "70 exact"},
		{"20 tents or so came.", "20 approx"},
	};
	EXPECT_ALL(cases, numbers_in);
}

Test(numbers, reads_ranges_with_unit_or_magnitude_on_one_side)
{
	static const struct text_case cases[] = {
		{"It cost between 90 and 230 dollars.", "90..230 range USD"},
		{"It cost $10 to $15 billion.", "10000000000..15000000000 range USD"},
		{"They sent 4 to 5 thousand tents.", "4000..5000 range"},
		{"It is 8- to 10-metre deep.", "8..10 range metre"},
		{"They sent two or three tents.", "2..3 range"},
		{"More than 100 and fewer than 300 tents came.", "100..300 range"},
		{"Tens of thousands of tents came.", "10000..100000 order"},
		{"Several hundred tents came.", "300..900 order"},
	};
	EXPECT_ALL(cases, numbers_in);
}

Test(numbers, tells_a_change_from_a_range)
{
	static const struct text_case cases[] = {
		{"The number of tents rose from 47 to 52.", "47 exact; 52 exact"},
		{"The number of tents fell to 52 from 60.", "52 exact; 60 exact"},
	};
	EXPECT_ALL(cases, numbers_in);
}

Test(numbers, reads_units_shares_and_money)
{
	static const struct text_case cases[] = {
		{"It is 25 km away.", "25 exact kilometre"},
		{"It weighs 51.9kg.", "51.9 exact kilogram"},
		{"It grew 0.2 % in May.", "0.2 exact percent"},
		{"A third of the town burned.", "0.333333 exact share"},
		{"Two in three children read.", "0.666667 exact share"},
		{"It cost USD34.6m.", "34600000 exact USD"},
		{"It cost 9 billion shekels a year.", "9000000000 exact ILS per year"},
		{"It cost 3 dollars 50 cents.", "3.5 exact USD"},
		{"Winds of 120 km/h blew.", "120 exact kilometre per hour"},
		{"It is less than a kilometre away.", "1 less_than kilometre"},
		{"A 12-year-old boy sang.", "12 exact year"},
		{"It was -5 degrees.", "-5 exact degree"},
	};
	EXPECT_ALL(cases, numbers_in);
}

Test(numbers, leaves_alone_what_counts_nothing)
{
	static const char *const texts[] = {
		"Resolution 2254 was adopted in 2015.",
		"The train left at 10:30.",
		"They met on 9 March.",
		"Flight 1989 was delayed.",
		"The Boeing 787 landed.",
		"United won 2-0.",
		"Call 713-853-3989 now.",
		"She lives at 221 Baker Street.",
		"It was the 21st raid.",
		"He finished third.",
		"The one he chose was red.",
		"The second half was dull.",
		"The code 007 was used.",
		"The G20 met.",
		"There is no doubt.",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		cr_expect_str_eq(numbers_in(texts[i]), "", "'%s' gave '%s'", texts[i], numbers_in(texts[i]));
}

/* Two hundred digits, and other things that no newspaper prints. */
Test(numbers, has_an_outcome_for_absurd_numbers)
{
	static const struct text_case cases[] = {
		{"They sent 1,2,3,4,5 tents.", ""},
		{"They sent 1.2.3 tents.", ""},
		{"They sent 00 tents.", ""},
		{"They sent 0 tents.", "0 exact"},
		{"They sent 999,999,999,999,999,999 tents.", "999999999999999999 exact"},
		{"They sent 1000000000000000000000 tents.", ""},
		{"They sent 9 quadrillion tents.", "9000000000000000 exact"},
		{"They sent 900000 trillion tents.", "900000000000000000 exact"},
		{"They sent 9000000 trillion tents.", ""},
		{"They sent 0.0000000000000000000001 tents.", ""},
		{"They sent \xD9\xA3\xD9\xA0\xD9\xA0 tents.", ""},
		{"They sent \xE2\x80\x8F"
		 "40\xE2\x80\x8E tents.",
		 "40 exact"},
		{"They sent \xEF\xBC\x91\xEF\xBC\x92 tents.", ""},
		{"They sent 12a3 tents.", ""},
		{"They sent 1000000000000000 tents.", "1000000000000000 exact"},
		{"They sent 9,007,199,254,740,993 tents.", "9007199254740993 exact"},
		{"They sent 1e400 tents.", ""},
		{"They sent 000 tents.", ""},
		{"They sent 1,0000 tents.", ""},
		{"They sent 1\xD9\xA3"
		 "2 tents.",
		 ""},
		{"They sent \xE2\x80\xAB"
		 "12 tents\xE2\x80\xAC at noon.",
		 "12 exact"},
		{"They sent 1\xE2\x80\x8B"
		 "2 tents.",
		 ""},
		{"They sent \xE5\x8D\x81\xE4\xBA\x8C tents.", ""},
		{"They sent \xE2\x85\xAB tents.", ""},
		{"They sent 5/0 tents.", ""},
		{"They sent a million million million million tents.", ""},
		{"They sent 12 12 12 12 tents.", ""},
		{"They sent $$$12.", "12 exact USD"},
		{"The profit was -$3 million.", "-3000000 exact USD"},
		{"The profit was \xE2\x88\x92$3 million.", "-3000000 exact USD"},
		{"It fell to \xE2\x88\x92"
		 "12 \xC2\xB0"
		 "C.",
		 "-12 exact celsius"},
		{"It paid $10-$15.", "10..15 range USD"},
	};
	char text[256] = "They sent ";

	EXPECT_ALL(cases, numbers_in);
	memset(text + 10, '7', 200);
	memcpy(text + 210, " tents.", 8);
	cr_expect_str_eq(numbers_in(text), "", "200 digits gave '%s'", numbers_in(text));
	memset(text + 10, '0', 200);
	cr_expect_str_eq(numbers_in(text), "", "200 zeros gave '%s'", numbers_in(text));
	for (int i = 10; i < 210; i++)
		text[i] = i % 2 ? ',' : '1';
	text[209] = '1';
	cr_expect_str_eq(numbers_in(text), "", "a hundred ones gave '%s'", numbers_in(text));
}

Test(numbers, reads_one_token_of_digits)
{
	static const struct {
		const char *text;
		int form;
		const char *value, *before, *after;
	} cases[] = {
		{"4500", DIGITS_PLAIN, "4500", "", ""},
		{"4,500", DIGITS_GROUPED, "4500", "", ""},
		{"12,34,567", DIGITS_GROUPED, "1234567", "", ""},
		{".5", DIGITS_POINT, "0.5", "", ""},
		{"1.200", DIGITS_THREE, "1.2", "", ""},
		{"1/4", DIGITS_FRACTION, "0.25", "", ""},
		{"2\xC2\xBD", DIGITS_FRACTION, "2.5", "", ""},
		{"USD34.6m", DIGITS_POINT, "34.6", "USD", "m"},
		{"9/11", DIGITS_NONE, "", "", ""},
		{"24/7", DIGITS_NONE, "", "", ""},
		{"1,23", DIGITS_NONE, "", "", ""},
		{"", DIGITS_NONE, "", "", ""},
		{"1,2345", DIGITS_NONE, "", "", ""},
		{"\xC2\xBD", DIGITS_FRACTION, "0.5", "", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct digits d = digits_parse(str_of(cases[i].text));

		cr_expect_eq(d.form, cases[i].form, "'%s' has form %d", cases[i].text, d.form);
		cr_expect(str_eq(decimal_format(&arena, d.value), str_of(cases[i].value)), "'%s'", cases[i].text);
		cr_expect(str_eq(d.before, str_of(cases[i].before)), "'%s'", cases[i].text);
		cr_expect(str_eq(d.after, str_of(cases[i].after)), "'%s'", cases[i].text);
	}
}
