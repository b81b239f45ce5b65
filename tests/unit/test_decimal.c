#include <criterion/criterion.h>

#include "values/decimal.h"

Test(decimal, reads_18_digits_15_of_them_behind_the_point)
{
	static const struct {
		const char *text, *back; /* NULL: it is refused */
	} cases[] = {
		{"0", "0"},
		{"-0", "0"},
		{"007", "7"},
		{"12.50", "12.5"},
		{"-0.10", "-0.1"},
		{"999999999999999999", "999999999999999999"},
		{"-999999999999999999", "-999999999999999999"},
		{"1000000000000000000", NULL},
		{"9999999999999999999", NULL},
		{"99999999999999999999999999", NULL},
		{"123.000000000000000", "123"},
		{"0.000000000000001", "0.000000000000001"},
		{"0.0000000000000001", NULL},
		{"1.", NULL},
		{".5", NULL},
		{"-", NULL},
		{"1e3", NULL},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct decimal d;
		bool read = decimal_parse(str_of(cases[i].text), &d, NULL);

		cr_expect_eq(read, cases[i].back != NULL, "%s", cases[i].text);
		if (read && cases[i].back)
			cr_expect(str_eq(decimal_format(&arena, d), str_of(cases[i].back)), "%s", cases[i].text);
	}
	arena_free(&arena);
}
