#include <criterion/criterion.h>
#include <stdio.h>

#include "base/hash.h"
#include "copies.h"

/* A made article: sentences by number, each of 20 words of its own; an odd tenth marks a
 * sentence with one word changed: 31 is sentence 30 with another word in the middle. */
struct made {
	const char *id, *published, *agency, *publisher;
	int sentences[64]; /* ends with 0 */
};

static uint64_t word_of(int sentence, int i)
{
	int64_t key[] = {sentence / 10, i, sentence % 10 && i == 9 ? sentence : 0};

	return hash64((struct str){(const char *)key, sizeof key});
}

static struct outline outline_of(const struct made *m, struct arena *arena)
{
	struct outline o = {.document = str_of(m->id),
			    .published = str_of(m->published),
			    .agency = str_of(m->agency),
			    .publisher = str_of(m->publisher)};
	struct sketch sketch;
	uint64_t text = 0;

	sketch_start(&sketch);
	for (int s = 0; m->sentences[s]; s++) {
		struct wording w;

		wording_start(&w);
		for (int i = 0; i < 20; i++) {
			sketch_word(&sketch, word_of(m->sentences[s], i));
			wording_word(&w, word_of(m->sentences[s], i));
		}
		strs_add(arena, &o.sentences, wording_format(arena, wording_finish(&w)));
		text = hash64_seed(o.sentences.at[o.sentences.n - 1], text);
		o.words += 20;
	}
	o.sketch = outline_sketch(arena, &sketch);
	o.text_hash = wording_format(arena, text);
	return o;
}

struct world {
	struct arena arena;
	struct articles articles;
	struct copies copies;
};

static void world_add(struct world *w, const struct made *m)
{
	struct outline o = outline_of(m, &w->arena);

	articles_add(&w->articles, &o, &w->arena);
}

static void world_find(struct world *w)
{
	articles_order(&w->articles, &w->arena);
	copies_find(&w->articles, &w->copies, &w->arena);
}

static void expect(const struct made *made, size_t n, const char *want)
{
	struct world w = {0};
	struct buf got = {.arena = &w.arena};

	for (size_t i = 0; i < n; i++)
		world_add(&w, &made[i]);
	world_find(&w);
	for (size_t i = 0; i < w.copies.n; i++) {
		const struct copy *c = &w.copies.at[i];

		buf_printf(&got, "%.*s<%.*s %s %lld\n", STR_ARG(c->document), STR_ARG(c->origin), copy_kinds[c->kind],
			   (long long)c->shared);
	}
	cr_expect(str_eq(buf_str(&got), str_of(want)), "got\n%.*swanted\n%s", STR_ARG(buf_str(&got)), want);
	arena_free(&w.arena);
}

#define TEN 10, 20, 30, 40, 50, 60, 70, 80, 90, 100

Test(copies, the_same_text_is_one_whoever_prints_it)
{
	const struct made m[] = {{"d1", "2020-03-02", "", "Herald", {TEN}},
				 {"d2", "2020-03-01", "", "Post", {TEN}},
				 {"d3", "2020-03-02", "", "Times", {TEN}}};

	expect(m, 3, "d1<d2 same_text 10\nd3<d2 same_text 10\n");
}

Test(copies, the_wire_is_the_original_on_one_day)
{
	const struct made m[] = {{"d1", "2020-03-01T06:00", "AFP", "Herald", {TEN}},
				 {"d2", "2020-03-01T09:00", "AFP", "AFP", {TEN}}};

	expect(m, 2, "d1<d2 same_text 10\n");
}

Test(copies, an_edited_wire_copy_is_a_copy)
{
	const struct made m[] = {{"d1", "2020-03-01", "", "A", {TEN, 110, 120}},
				 {"cut", "2020-03-02", "", "B", {TEN}},
				 {"more", "2020-03-02", "", "C", {900, TEN, 110, 120, 910}},
				 {"spelt", "2020-03-02", "", "D", {11, 20, 31, 40, 51, 60, 71, 80, 91, 100, 111, 120}}};

	expect(m, 4, "cut<d1 edited 10\nmore<d1 edited 12\nspelt<d1 edited 6\n");
}

Test(copies, a_live_page_contains_and_a_short_piece_is_contained)
{
	const struct made m[] = {
		{"a", "2020-03-01", "", "A", {10, 20, 30, 40}},
		{"b", "2020-03-01", "", "B", {210, 220, 230, 240, 250, 260, 270, 280, 290, 310, 320, 330, 340}},
		{"live",
		 "2020-03-02",
		 "",
		 "C",
		 {410, 420, 430, 440, 450, 460, 470, 480, 10, 20, 30, 40, 490, 510, 520, 530}},
		{"short", "2020-03-02", "", "D", {210, 220, 230}}};

	expect(m, 4, "live<a contains 4\nshort<b contained 3\n");
}

/* Two reports of one event, one quote in common; two bulletins of one pattern, every
 * sentence with another number; one paragraph about the agency at the end of both. */
Test(copies, sharing_a_little_is_no_copy)
{
	const struct made m[] = {{"a", "2020-03-01", "", "A", {TEN}},
				 {"b", "2020-03-01", "", "B", {210, 220, 230, 240, 250, 50, 260, 270, 280, 290}},
				 {"c", "2020-03-01", "", "C", {510, 520, 530, 90, 100}},
				 {"p", "2020-03-01", "", "C", {611, 621, 631, 641, 651}},
				 {"q", "2020-03-02", "", "C", {612, 622, 632, 642, 652}}};

	expect(m, 5, "");
}

/* The frame of a site around two lines of news, month after month. */
Test(copies, a_frame_around_short_news_is_no_copy)
{
	const struct made m[] = {{"a", "2020-01-01", "", "A", {10, 20, 30, 810}},
				 {"b", "2020-02-11", "", "A", {10, 20, 30, 820}},
				 {"c", "2020-03-21", "", "A", {10, 20, 30, 830}},
				 {"d", "2020-03-21", "", "A", {10, 20, 30, 840}}};

	expect(m, 4, "");
}

Test(copies, a_reprint_of_months_later_is_a_copy)
{
	const struct made m[] = {{"a", "2020-01-01", "", "A", {TEN, 110, 120}},
				 {"b", "2020-04-11", "", "B", {TEN, 110, 121}}};

	expect(m, 2, "b<a edited 11\n");
}

Test(copies, chains_of_edits_do_not_fold_strangers)
{
	const struct made m[] = {{"d1", "2020-03-01", "", "A", {10, 20, 30, 40, 50, 60}},
				 {"d2", "2020-03-02", "", "A", {20, 30, 40, 50, 60, 70}},
				 {"d3", "2020-03-03", "", "A", {40, 50, 60, 70, 80, 90}},
				 {"d4", "2020-03-04", "", "A", {60, 70, 80, 90, 110, 120}},
				 {"d5", "2020-03-05", "", "A", {80, 90, 110, 120, 130, 140}}};
	struct world w = {0};

	for (size_t i = 0; i < 5; i++)
		world_add(&w, &m[i]);
	world_find(&w);
	cr_expect_neq(w.articles.at[4].origin, 0u, "a stranger to the first");
	cr_expect_eq(w.articles.at[1].origin, 0u, "nearly the first");
	arena_free(&w.arena);
}

Test(copies, any_order_of_documents_gives_the_same)
{
	const struct made m[] = {
		{"d1", "2020-03-01", "", "A", {TEN}},
		{"d2", "2020-03-01", "AP", "B", {TEN, 110}},
		{"d3", "", "", "C", {TEN}},
		{"d4", "2020-03-04", "", "D", {10, 20, 30}},
		{"d5", "2020-03-02", "", "E", {500, TEN, 510, 520, 530, 540, 550, 560, 570, 580, 590, 610, 620}}};
	struct arena keep = {0};
	struct str first = STR_NULL;

	for (size_t turn = 0; turn < 120; turn++) {
		struct world w = {0};
		struct buf got = {.arena = &keep};
		size_t order[] = {0, 1, 2, 3, 4}, code = turn;

		for (size_t i = 5; i > 1; code /= i, i--) {
			size_t k = code % i, spare = order[i - 1];

			order[i - 1] = order[k];
			order[k] = spare;
		}
		for (size_t i = 0; i < 5; i++)
			world_add(&w, &m[order[i]]);
		world_find(&w);
		for (size_t i = 0; i < w.copies.n; i++)
			buf_printf(&got, "%.*s<%.*s %d;", STR_ARG(w.copies.at[i].document),
				   STR_ARG(w.copies.at[i].origin), w.copies.at[i].kind);
		if (turn == 0)
			first = buf_str(&got);
		cr_expect(str_eq(first, buf_str(&got)), "%.*s\n%.*s", STR_ARG(first), STR_ARG(buf_str(&got)));
		arena_free(&w.arena);
	}
	cr_expect_gt(first.n, 0u);
	arena_free(&keep);
}

/* 3,000 prints of one article and one paragraph in all of 3,000 others: if either were
 * compared pair by pair, this test would take minutes. */
Test(copies, many_copies_and_common_boilerplate_stay_linear, .timeout = 20)
{
	enum { N = 3000 };
	struct world w = {0};
	size_t folded = 0;

	for (int i = 0; i < 2 * N; i++) {
		char id[16];
		struct made m = {id, "2020-03-01", "", "A", {TEN}};

		snprintf(id, sizeof id, "d%05d", i);
		if (i >= N)
			for (int s = 0; s < 9; s++)
				m.sentences[s] = 10000 + 100 * i + 10 * s;
		else
			m.sentences[i % 10] = 1000000 + 10 * i; /* each its own edit */
		world_add(&w, &m);
	}
	world_find(&w);
	for (size_t i = 0; i < w.articles.n; i++)
		folded += w.articles.at[i].origin != i;
	cr_expect_eq(folded, N - 1u, "%zu", folded);
	arena_free(&w.arena);
}
