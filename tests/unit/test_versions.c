#include <criterion/criterion.h>

#include "versions.h"

/* A version of a page: its text is told by a number. */
struct version {
	const char *url, *published, *modified, *text;
	const char *other; /* its only sentence; NULL: that of all others */
};

struct world {
	struct arena arena;
	struct articles articles;
};

static void add(struct world *w, const struct version *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct outline o = {.document = str_printf(&w->arena, "d%zu", i),
				    .url = str_of(v[i].url),
				    .publisher = STR("The Daily"),
				    .published = str_of(v[i].published),
				    .modified = str_of(v[i].modified),
				    .text_hash = str_of(v[i].text)};

		strs_add(&w->arena, &o.sentences, str_of(v[i].other ? v[i].other : "0000000000000001"));
		articles_add(&w->articles, &o, &w->arena);
	}
	versions_settle(&w->articles, &w->arena);
}

static const struct article *article(const struct world *w, const char *id)
{
	return &w->articles.at[articles_find(&w->articles, str_of(id))];
}

Test(versions, the_last_of_a_day_takes_the_place_of_the_others)
{
	static const struct version day[] = {
		{"https://x.example/a", "2016-12-15T13:00:00Z", "2016-12-15T15:00:00Z", "00000000000000a1", NULL},
		{"https://x.example/a", "2016-12-15T13:00:00Z", "2016-12-15T21:00:00Z", "00000000000000a2", NULL},
		{"https://x.example/a", "2016-12-15T13:00:00Z", "", "00000000000000a3", NULL},
		{"https://x.example/b", "2016-12-15T13:00:00Z", "", "00000000000000b1", NULL},
		{"", "2016-12-15T13:00:00Z", "", "00000000000000c1", NULL},
		{"", "2016-12-15T13:00:00Z", "", "00000000000000c2", NULL},
	};
	struct world w = {0};

	add(&w, day, sizeof day / sizeof *day);
	cr_expect(article(&w, "d0")->dropped);
	cr_expect_not(article(&w, "d1")->dropped);
	cr_expect(article(&w, "d2")->dropped);
	for (int i = 3; i < 6; i++)
		cr_expect_not(w.articles.at[i].dropped, "d%d has no other version", i);
	arena_free(&w.arena);
}

Test(versions, a_later_day_is_a_later_statement)
{
	static const struct version days[] = {
		{"https://x.example/a", "2016-12-15", "2016-12-17T09:00:00Z", "00000000000000a2", NULL},
		{"https://x.example/a", "2016-12-15", "2016-12-15T21:00:00Z", "00000000000000a1", NULL},
	};
	struct world w = {0};

	add(&w, days, 2);
	cr_expect_not(article(&w, "d0")->dropped);
	cr_expect_not(article(&w, "d1")->dropped);
	cr_expect_eq(article(&w, "d0")->day - article(&w, "d1")->day, 2);
	arena_free(&w.arena);
}

Test(versions, what_is_the_same_text_is_no_version)
{
	static const struct version same[] = {
		{"https://x.example/a", "2016-12-15", "2016-12-17", "00000000000000a1", NULL},
		{"https://x.example/a", "2016-12-15", "2016-12-15", "00000000000000a1", NULL},
	};
	struct world w = {0};

	add(&w, same, 2);
	cr_expect_not(article(&w, "d0")->dropped || article(&w, "d1")->dropped);
	cr_expect_eq(article(&w, "d0")->day, article(&w, "d1")->day);
	arena_free(&w.arena);
}

Test(versions, what_shares_no_words_is_another_article)
{
	static const struct version front[] = {
		{"https://x.example/", "2016-12-15", "", "00000000000000a1", "0000000000000001"},
		{"https://x.example/", "2016-12-15", "", "00000000000000a2", "0000000000000002"},
	};
	struct world w = {0};

	add(&w, front, 2);
	cr_expect_not(article(&w, "d0")->dropped || article(&w, "d1")->dropped);
	arena_free(&w.arena);
}
