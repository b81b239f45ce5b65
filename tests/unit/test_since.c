#include "stated.h"

#define SINCE " period=2019-03/.."

static const struct {
	const char *why, *stated;
	int tracks;
} cases[] = {
	{"a total goes on from it",
	 "a 2020-03-04 2020-03-04 un exact 704 704 704" SINCE "\nb 2020-03-06 2020-03-06 un exact 750 750 750", 1},
	{"and it from a total",
	 "a 2020-03-04 2020-03-04 un exact 704 704 704\nb 2020-03-06 2020-03-06 un exact 750 750 750" SINCE, 1},
	{"and the same number",
	 "a 2020-03-04 2020-03-04 un exact 704 704 704" SINCE "\nb 2020-03-04 2020-03-04 gov exact 704 704 704", 1},
	{"a single blow is none of it",
	 "a 2020-03-04 2020-03-04 un exact 704 704 704" SINCE "\nb 2020-03-06 2020-03-06 un exact 12 12 12", 2},
	{"nor is a number twice as great",
	 "a 2020-03-04 2020-03-04 un exact 30 30 30" SINCE "\nb 2020-03-06 2020-03-06 un exact 75 75 75", 2},
	{"nor what a day added",
	 "a 2020-03-04 2020-03-04 un exact 40 40 40" SINCE
	 "\nb 2020-03-06 2020-03-06 un exact 45 45 45 period=2020-03-05",
	 2},
	{"nor what an article tells beside it",
	 "a 2020-03-04 2020-03-04 un exact 40 40 40 documents=d" SINCE
	 "\nb 2020-03-04 2020-03-04 un exact 45 45 45 documents=d",
	 2},
	{"nor a small number that it happens to follow",
	 "a 2020-03-04 2020-03-04 un exact 5 5 5" SINCE "\nb 2020-03-06 2020-03-06 un exact 6 6 6", 2},
	{"nor what was told a year before",
	 "a 2020-03-04 2020-03-04 un exact 704 704 704" SINCE "\nb 2021-03-06 2021-03-06 un exact 750 750 750", 2},
};

Test(since, joins_the_total_that_goes_on_from_it)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena arena = {0};
		struct reconciled r = stated_reconciled(cases[i].stated, NULL, &arena);

		cr_expect_eq((int)r.tracks.n, cases[i].tracks, "%s: %zu tracks", cases[i].why, r.tracks.n);
		arena_free(&arena);
	}
}
