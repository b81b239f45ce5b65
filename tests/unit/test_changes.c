#include "folder_of_test.h"

#include "changes.h"

TestSuite(changes, .init = folder_begin, .fini = folder_end);

static struct track track(int64_t low, int64_t best, int64_t high, int status)
{
	return (struct track){.measure = STR("evacuated"),
			      .subject = STR("people"),
			      .low = decimal_of(low),
			      .best = decimal_of(best),
			      .high = decimal_of(high),
			      .status = status};
}

static struct earlier_track earlier(int64_t low, int64_t best, int64_t high, int status)
{
	return (struct earlier_track){
		.low = decimal_of(low), .best = decimal_of(best), .high = decimal_of(high), .status = status};
}

Test(changes, what_became_of_a_track)
{
	struct track now = track(8, 9, 10, ESTIMATE_AGREED), disputed = track(8, 9, 10, ESTIMATE_CONTESTED);
	struct earlier_track same = earlier(8, 9, 10, ESTIMATE_AGREED),
			     single = earlier(8, 9, 10, ESTIMATE_SINGLE_SOURCE),
			     other = earlier(8, 8, 10, ESTIMATE_AGREED), was = earlier(1, 2, 3, ESTIMATE_CONTESTED);

	cr_expect_eq(change_of(&now, NULL), CHANGE_NEW);
	cr_expect_eq(change_of(&now, &same), CHANGE_NONE);
	cr_expect_eq(change_of(&now, &single), CHANGE_NONE);
	cr_expect_eq(change_of(&now, &other), CHANGE_REVISED);
	cr_expect_eq(change_of(&disputed, &same), CHANGE_CONTESTED);
	cr_expect_eq(change_of(&now, &was), CHANGE_SETTLED);
	now.open_high = true;
	cr_expect_eq(change_of(&now, &same), CHANGE_REVISED);
}

Test(changes, are_told_in_words)
{
	struct track now = track(25000, 30000, 30000, ESTIMATE_SINGLE_SOURCE);
	struct earlier_track was = earlier(25000, 25000, 25000, ESTIMATE_SINGLE_SOURCE);
	struct assertion fresh = {.source = {.name = STR("Red Cross")},
				  .low = decimal_of(30000),
				  .best = decimal_of(30000),
				  .high = decimal_of(30000)},
			 old = {.source = {.name = STR("Red Cross")},
				.low = decimal_of(25000),
				.best = decimal_of(25000),
				.high = decimal_of(25000)},
			 second = {
				 .qualifier = QUALIFIER_AT_LEAST, .low = decimal_of(28000), .best = decimal_of(28000)};
	const struct assertion *new_ones[] = {&fresh, &second}, *replaced[] = {&old, NULL};

	expect_text(change_words(&arena, &now, &was, new_ones, replaced, 2),
		    "Red Cross raised its count of people evacuated from 25,000 to 30,000; a report without a named "
		    "source said "
		    "at least 28,000: now 25,000 to 30,000 (single source), was 25,000 (single source)");
	expect_text(change_words(&arena, &now, NULL, new_ones, replaced, 0), "now 25,000 to 30,000 (single source)");
	second.qualifier = QUALIFIER_APPROX;
	expect_text(str_slice(change_words(&arena, &now, NULL, new_ones + 1, replaced + 1, 1), 0, 44),
		    "a report without a named source said about 2");
	replaced[0] = &second;
	fresh.best = decimal_of(20000);
	cr_expect(str_find(change_words(&arena, &now, &was, new_ones, replaced, 1), STR("lowered its count")) > 0);
}

Test(changes, the_release_before_is_read_from_its_json)
{
	given("tracks.json",
	      "[\n{\"id\":\"t1\",\"measure\":\"killed\",\"low\":1,\"best\":0.5,\"high\":\"1234567890123456\",\"open_"
	      "high\":true,"
	      "\"status\":\"contested\",\"place\":{\"id\":\"p\",\"name\":\"Homs\"},\"assertions\":[\"b\",\"a\"]},\n"
	      "{\"id\":\"t2\",\"low\":null,\"status\":null,\"place\":{},\"assertions\":[]}\n]\n");
	given("contradictions.json", "[\n]\n");
	struct earlier *e = earlier_read(folder, &arena);
	struct earlier_track *t = earlier_track(e, STR("t1"));

	cr_assert(t);
	expect_text(t->place.name, "Homs");
	expect_text(decimal_format(&arena, t->best), "0.5");
	expect_text(decimal_format(&arena, t->high), "1234567890123456");
	cr_expect(t->open_high && !t->open_low);
	cr_expect_eq(t->status, ESTIMATE_CONTESTED);
	expect_text(strs_join(&arena, t->assertions), "a|b");
	cr_assert(earlier_track(e, STR("t2")));
	cr_expect_not(earlier_track(e, STR("t2"))->low.known);
	cr_expect_not(earlier_track(e, STR("t3")));
	cr_expect_not(earlier_contradiction(e, STR("t1")));
}
