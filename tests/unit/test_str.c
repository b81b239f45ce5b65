#include <criterion/criterion.h>

#include "base/str.h"

Test(str, reads_integers_that_fit)
{
	static const struct {
		const char *text;
		bool fits;
		int64_t value;
	} cases[] = {
		{"0", true, 0},
		{"-12", true, -12},
		{"0000000000000000000000012", true, 12},
		{"999999999999999999", true, 999999999999999999},
		{"9223372036854775807", true, INT64_MAX},
		{"-9223372036854775808", true, INT64_MIN},
		{"9223372036854775808", false, 0},
		{"-9223372036854775809", false, 0},
		{"18446744073709551617", false, 0},
		{"12a", false, 0},
		{"-", false, 0},
		{"", false, 0},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t value = 0;

		cr_expect_eq(str_to_int(str_of(cases[i].text), INT64_MIN, INT64_MAX, &value), cases[i].fits, "%s",
			     cases[i].text);
		cr_expect_eq(value, cases[i].value, "%s", cases[i].text);
	}
}

Test(str, formats_texts_of_any_length)
{
	struct arena arena = {0};

	for (int n = 0; n < 600; n++) {
		struct str text = str_printf(&arena, "%0*d", n + 1, 7);

		cr_assert_eq(text.n, (size_t)n + 1);
		cr_assert_eq(text.at[n], '7');
		cr_assert_eq(text.at[n + 1], '\0');
	}
	arena_free(&arena);
}
