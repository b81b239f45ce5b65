#include "stated.h"

#define COLUMNS "aspect,as_of,low,best,high,status"

static const struct {
	const char *why, *stated, *want;
} cases[] = {
	{"a day's dead add to the total told before",
	 "a 2020-03-06 2020-03-06 un exact 20 20 20\nb 2020-03-09 2020-03-09 medics exact 4 4 4 period=2020-03-09",
	 "cumulative,2020-03-06,20,20,20,single_source\nflow,2020-03-09,4,4,4,single_source\n"},
	{"told a day later, too",
	 "a 2020-03-06 2020-03-06 un exact 20 20 20\nb 2020-03-09 2020-03-09 medics exact 4 4 4 period=2020-03-08",
	 "cumulative,2020-03-06,20,20,20,single_source\nflow,2020-03-09,4,4,4,single_source\n"},
	{"but not where it is a total that stood already beside a greater one",
	 "a 2020-03-06 2020-03-06 un exact 23 23 23\nb 2020-03-06 2020-03-06 medics exact 24 24 24\n"
	 "c 2020-03-09 2020-03-09 afp exact 23 23 23 source_type=none period=2020-03-09",
	 "cumulative,2020-03-06,23,23,24,contested\ncumulative,2020-03-09,23,23,24,contested\n"},
	{"and as great as half of that",
	 "a 2020-03-06 2020-03-06 un exact 5 5 5\nb 2020-03-07 2020-03-07 un exact 24 24 24\n"
	 "c 2020-03-09 2020-03-09 medics exact 5 5 5 period=2020-03-09",
	 "cumulative,2020-03-06,5,5,5,single_source\ncumulative,2020-03-07,24,24,24,single_source\n"
	 "flow,2020-03-09,5,5,5,single_source\n"},
	{"the day's number that exceeds it is the total",
	 "a 2020-03-06 2020-03-06 un exact 20 20 20\nb 2020-03-09 2020-03-09 medics exact 24 24 24 period=2020-03-09",
	 "cumulative,2020-03-06,20,20,20,single_source\ncumulative,2020-03-09,24,24,24,single_source\n"},
	{"a total that stood on that day may dispute it",
	 "a 2020-03-08 2020-03-08 un exact 20 20 20\nb 2020-03-09 2020-03-09 medics exact 14 14 14 "
	 "period=../2020-03-09",
	 "cumulative,2020-03-08,20,20,20,single_source\ncumulative,2020-03-09,14,20,20,contested\n"},
	{"rivals on the first day, who count one blow",
	 "a 2020-03-06 2020-03-06 police exact 20 20 20\nb 2020-03-06 2020-03-06 medics exact 26 26 26 "
	 "period=2020-03-06",
	 "cumulative,2020-03-06,20,20,26,contested\n"},
	{"a blow told again when its total has grown",
	 "a 2020-03-07 2020-03-07 un exact 20 20 20\nb 2020-03-08 2020-03-08 medics exact 14 14 14 period=2020-03-06",
	 "cumulative,2020-03-07,20,20,20,single_source\ncumulative,2020-03-08,14,20,20,contested\n"},
	{"the count of one source goes on",
	 "a 2020-03-08 2020-03-08 un exact 50 50 50\nb 2020-03-08 2020-03-08 medics exact 35 35 35\n"
	 "c 2020-03-09 2020-03-09 medics exact 36 36 36 period=2020-03-09",
	 "cumulative,2020-03-08,35,35,50,contested\ncumulative,2020-03-09,36,36,50,contested\n"},
	{"so small beside the total of the same day that it is that day's",
	 "a 2020-03-06 2020-03-06 un more_than 9000 9000 -\nb 2020-03-06 2020-03-06 medics exact 3 3 3 "
	 "period=2020-03-06",
	 "cumulative,2020-03-06,9000,9000,9000,single_source\nflow,2020-03-06,3,3,3,single_source\n"},
	{"what a week added is no total, either",
	 "a 2020-03-06 2020-03-06 un exact 200 200 200\nb 2020-03-14 2020-03-14 medics exact 40 40 40 "
	 "period=2020-03-08/2020-03-14",
	 "cumulative,2020-03-06,200,200,200,single_source\nflow,2020-03-14,40,40,40,single_source\n"},
	{"but what was counted since is",
	 "a 2020-03-08 2020-03-08 un exact 50 50 50\nb 2020-03-09 2020-03-09 medics exact 40 40 40 "
	 "period=2020-03-06/..",
	 "cumulative,2020-03-08,50,50,50,single_source\ncumulative,2020-03-09,40,50,50,contested\n"},
	{"a total of another episode is none of this one",
	 "a 2020-03-06 2020-03-06 un exact 20 20 20\nb 2020-04-09 2020-04-09 medics exact 4 4 4 period=2020-04-09",
	 "cumulative,2020-03-06,20,20,20,single_source\ncumulative,2020-04-09,4,4,4,single_source\n"},
	{"what was added since a day is no rival of what one day added",
	 "a 2020-03-06 2020-03-06 un exact 900 900 900 aspect=flow period=2020-02-20/..\n"
	 "b 2020-03-06 2020-03-06 medics exact 24 24 24 aspect=flow period=2020-03-06",
	 "flow,2020-03-06,24,24,24,single_source\n"},
	{"two who tell of one day are rivals",
	 "a 2020-03-06 2020-03-06 un exact 90 90 90 aspect=flow period=2020-03-06\n"
	 "b 2020-03-06 2020-03-06 medics exact 24 24 24 aspect=flow period=2020-03-06",
	 "flow,2020-03-06,24,24,90,contested\n"},
	{"what is inside on a day is no addition",
	 "a 2020-03-08 2020-03-08 un exact 20 20 20 aspect=stock\n"
	 "b 2020-03-09 2020-03-09 un exact 4 4 4 period=2020-03-09 aspect=stock",
	 "stock,2020-03-08,20,20,20,single_source\nstock,2020-03-09,4,4,4,single_source\n"},
};

Test(blows, what_a_day_added_is_no_total)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		stated_expect(cases[i].stated, NULL, COLUMNS, cases[i].want);
}
