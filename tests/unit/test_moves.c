#include "folder_of_test.h"

#include "moves.h"

TestSuite(moves, .init = folder_begin, .fini = folder_end);

static const char *const before[] = {
	("{\"id\":\"t1\",\"measure\":\"killed\",\"subject\":\"people\",\"place\":{\"name\":\"Homs\"},\"low\":12,"
	 "\"best\":12,"
	 "\"high\":12,\"open_low\":false,\"open_high\":false,\"status\":\"single_source\",\"assertions\":[\"a1\"],"
	 "\"aliases\":[]}"),
	("{\"id\":\"t2\",\"place\":{\"name\":\"Hama\"},\"low\":5,\"best\":5,\"high\":5,\"open_low\":false,\"open_"
	 "high\":"
	 "true,"
	 "\"status\":\"contested\",\"assertions\":[\"a2\"],\"aliases\":[]}"),
	("{\"id\":\"t3\",\"place\":{\"name\":null},\"low\":1,\"best\":1,\"high\":1,\"open_low\":false,\"open_high\":"
	 "false,"
	 "\"status\":\"agreed\",\"assertions\":[\"a3\"],\"aliases\":[]}"),
	("{\"id\":\"t4\",\"place\":{},\"low\":0.5,\"best\":\"1234567890123456\",\"high\":null,\"open_low\":false,"
	 "\"open_high\":false,\"status\":\"agreed\",\"assertions\":[\"a4\"],\"aliases\":[]}"),
};
static const char *const now[] = {
	/* t1 under another id, and raised */
	("{\"id\":\"t9\",\"measure\":\"killed\",\"subject\":\"people\",\"place\":{\"name\":\"Homs\"},\"low\":12,"
	 "\"best\":20,"
	 "\"high\":20,\"open_low\":false,\"open_high\":false,\"status\":\"contested\",\"assertions\":[\"a5\",\"a1\"],"
	 "\"aliases\":[\"t1\"]}"),
	("{\"id\":\"t2\",\"place\":{\"name\":\"Hama\"},\"low\":5,\"best\":5,\"high\":5,\"open_low\":false,"
	 "\"open_high\":false,\"status\":\"agreed\",\"assertions\":[],\"aliases\":[]}"),
	("{\"id\":\"t4\",\"place\":{},\"low\":0.5,\"best\":\"1234567890123456\",\"high\":null,\"open_low\":false,"
	 "\"open_high\":false,\"status\":\"agreed\",\"assertions\":[\"a4\",\"a6\"],\"aliases\":[]}"),
	("{\"id\":\"t5\",\"place\":{},\"low\":7,\"best\":7,\"high\":7,\"open_low\":false,\"open_high\":false,"
	 "\"status\":\"single_source\",\"assertions\":[\"a7\"],\"aliases\":[]}"),
};

static const char *array_of(const char *const *rows, size_t n)
{
	struct buf b = {.arena = &arena};

	buf_add(&b, STR("["));
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i ? ",\n" : "\n", rows[i]);
	buf_add(&b, STR("\n]\n"));
	buf_add_char(&b, '\0');
	return b.at;
}

static void find(struct released *a, struct released *b, struct moves *moves)
{
	folder_make(in_folder("a"));
	folder_make(in_folder("b"));
	given("a/tracks.json", array_of(before, 4));
	given("a/contradictions.json", "[\n{\"id\":\"x1\",\"subject\":\"s\",\"why\":\"w\"}\n]\n");
	given("b/tracks.json", array_of(now, 4));
	given("b/contradictions.json", "[\n{\"id\":\"x2\",\"subject\":\"s\",\"why\":\"w\"}\n]\n");
	released_read(in_folder("a"), &arena, a);
	released_read(in_folder("b"), &arena, b);
	moves_find(a, b, &arena, moves);
}

Test(moves, tell_what_became_of_each_track)
{
	struct released a, b;
	struct moves moves;

	find(&a, &b, &moves);
	cr_assert_eq(moves.tracks.n, 4);
	cr_expect_eq(moves.tracks.at[0].kind, MOVE_CONTESTED, "a track is the same under its former id");
	cr_assert_eq(moves.tracks.at[0].fresh.n, 1);
	expect_text(moves.tracks.at[0].fresh.at[0], "a5");
	cr_expect_eq(moves.tracks.at[1].kind, MOVE_SETTLED);
	cr_expect_eq(moves.tracks.at[1].dropped, 1);
	cr_expect_eq(moves.tracks.at[2].kind, MOVE_NEW, "one whose numbers stayed did not move");
	expect_text(moves.tracks.at[2].now->id, "t5");
	cr_expect_eq(moves.tracks.at[3].kind, MOVE_GONE);
	expect_text(moves.tracks.at[3].before->id, "t3");
	cr_assert_eq(moves.contradictions.n, 2);
	cr_expect_eq(moves.contradictions.at[0].kind, MOVE_NEW);
	cr_expect_eq(moves.contradictions.at[1].kind, MOVE_SETTLED);
}

Test(moves, run_backwards_as_well)
{
	struct released a, b;
	struct moves moves;

	find(&a, &b, &moves);
	moves_find(&b, &a, &arena, &moves);
	cr_assert_eq(moves.tracks.n, 4);
	cr_expect_eq(moves.tracks.at[0].kind, MOVE_SETTLED);
	expect_text(moves.tracks.at[0].now->id, "t1");
	moves_find(&a, &a, &arena, &moves);
	cr_expect_eq(moves.tracks.n + moves.contradictions.n, 0, "nothing moves against itself");
}

Test(moves, statements_come_from_the_figures)
{
	struct released a, b;
	struct moves moves;

	find(&a, &b, &moves);
	given("b/figures.json",
	      "[\n{\"assertion\":\"a5\",\"source\":{\"name\":\"police\"},\"source_org\":{\"name\":null},\"qualifier\":"
	      "\"at_least\",\"low\":20,\"best\":20,\"high\":null,\"unit\":null,\"stated\":\"2016-12-10\",\"sentence\":"
	      "\"B\"},\n"
	      "{\"assertion\":\"a5\",\"source\":{\"name\":\"police\"},\"stated\":\"2016-12-10\",\"sentence\":\"A\","
	      "\"best\":20},\n"
	      "{\"assertion\":\"a1\",\"sentence\":\"old\"},\n{\"assertion\":null}\n]\n");
	moves_statements(in_folder("b"), &arena, &moves);
	const struct statement *s = moves_statement(&moves, STR("a5"));

	cr_assert(s);
	cr_expect_eq(moves.statements.n, 1, "one of each assertion");
	expect_text(s->source, "police");
	expect_text(s->sentence, "A");
	cr_expect(!moves_statement(&moves, STR("a1")));
	cr_expect(!moves_statement(&moves, STR("a7")));
}
