#include "stated.h"

static void expect(const char *lines, const char *want)
{
	struct arena arena = {0};
	struct reconciled r = stated_reconciled(lines, NULL, &arena);

	rows_expect(&check_table, r.checks.at, r.checks.n, "kind,as_of,holds,expected,found", want);
	arena_free(&arena);
}

Test(checks, a_part_is_at_most_its_whole)
{
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 army exact 9 9 9 subject=children "
	       "part_of=a",
	       "part_of_whole,2020-03-06,true,40,9\n");
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 army exact 90 90 90 "
	       "subject=children part_of=a",
	       "part_of_whole,2020-03-06,false,40,90\n");
	expect("a 2020-03-06 2020-03-06 army more_than 40 40 -\nb 2020-03-06 2020-03-06 army exact 90 90 90 "
	       "subject=children part_of=a",
	       "part_of_whole,2020-03-06,true,40,90\n");
	/* a third of the dead, who were children, is no number of dead */
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 army exact 0.3 0.3 0.3 "
	       "subject=children unit=share part_of=a",
	       "");
}

Test(checks, parts_together_are_at_most_the_whole)
{
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 army exact 30 30 30 "
	       "subject=children part_of=a\n"
	       "c 2020-03-06 2020-03-06 army exact 20 20 20 subject=women part_of=a",
	       "part_of_whole,2020-03-06,true,40,30\npart_of_whole,2020-03-06,true,40,20\nsum_of_parts,2020-03-06,"
	       "false,40,50\n");
}

Test(checks, a_total_never_falls)
{
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army exact 45 45 45",
	       "monotony,2020-03-07,true,40,45\n");
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army exact 35 35 35\n"
	       "c 2020-03-08 2020-03-08 army exact 50 50 50",
	       "monotony,2020-03-07,false,40,35\n");
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40 aspect=stock\nb 2020-03-07 2020-03-07 army exact 35 35 35 "
	       "aspect=stock",
	       "");
}

Test(checks, additions_sum_up_to_at_most_the_total)
{
	expect("a 2020-03-06 2020-03-06 army exact 10 10 10 aspect=flow\nb 2020-03-07 2020-03-07 army exact 15 15 15 "
	       "aspect=flow\n"
	       "c 2020-03-07 2020-03-07 police exact 25 25 25",
	       "flows,2020-03-07,true,25,25\n");
	expect("a 2020-03-06 2020-03-06 army exact 10 10 10 aspect=flow\nb 2020-03-07 2020-03-07 army exact 30 30 30 "
	       "aspect=flow\n"
	       "c 2020-03-07 2020-03-07 police exact 25 25 25",
	       "flows,2020-03-07,false,25,40\n");
}

#define INSIDE " measure=remaining aspect=stock"
#define LEFT   " measure=evacuated"

Test(checks, who_left_and_who_stayed_are_who_was_there)
{
	expect("a 2020-03-06 2020-03-06 un exact 1000 1000 1000" INSIDE
	       "\nb 2020-03-08 2020-03-08 un exact 300 300 300" INSIDE
	       "\nc 2020-03-08 2020-03-08 un exact 650 650 650" LEFT,
	       "balance,2020-03-08,true,1000,950\n");
	expect("a 2020-03-06 2020-03-06 un exact 1000 1000 1000" INSIDE
	       "\nb 2020-03-08 2020-03-08 un exact 700 700 700" INSIDE
	       "\nc 2020-03-08 2020-03-08 un exact 650 650 650" LEFT,
	       "balance,2020-03-08,false,1000,1350\n");
	/* where rivals count, the one's 1,300 less the other's 100 did not leave since */
	expect("a 2020-03-06 2020-03-06 un exact 1000 1000 1000" INSIDE
	       "\nb 2020-03-08 2020-03-08 un exact 700 700 700" INSIDE
	       "\nc 2020-03-06 2020-03-06 un exact 100 100 100" LEFT
	       "\nd 2020-03-08 2020-03-08 army exact 1300 1300 1300" LEFT
	       "\ne 2020-03-08 2020-03-08 un exact 400 400 400" LEFT,
	       "monotony,2020-03-08,true,100,400\n");
	/* a total told once says nothing of what was added besides */
	expect("a 2020-03-06 2020-03-06 un exact 1000 1000 1000" INSIDE
	       "\nb 2020-03-08 2020-03-08 un exact 300 300 300" INSIDE
	       "\nc 2020-03-08 2020-03-08 un exact 50 50 50" LEFT
	       "\nd 2020-03-08 2020-03-08 un exact 650 650 650 measure=evacuated aspect=flow "
	       "period=2020-03-07/2020-03-08",
	       "flows,2020-03-08,false,50,650\n");
}
