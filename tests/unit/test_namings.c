#include "stated.h"

#define COLUMNS "subject,as_of,low,best,high"
#define STOCK	" measure=missing aspect=stock"

static const struct {
	const char *why, *stated, *want;
} cases[] = {
	{"a number without a noun goes on from the miners",
	 "a 2020-03-04 2020-03-04 un exact 16 16 16 subject=workers" STOCK
	 "\nb 2020-03-06 2020-03-06 un exact 10 10 10 noun=" STOCK,
	 "people,2020-03-04,16,16,16\npeople,2020-03-06,10,10,10\n"},
	{"one number of soldiers, by two sources, whom only one calls by their side",
	 "a 2020-03-04 2020-03-04 union exact 10 10 10 subject=Syrian+soldiers\n"
	 "b 2020-03-05 2020-03-05 medics exact 10 10 10 subject=soldiers",
	 "soldiers,2020-03-04,10,10,10\nsoldiers,2020-03-05,10,10,10\n"},
	{"what one army claims of the other's dead is no number of its own",
	 "a 2020-03-04 2020-03-04 north exact 200 200 200 subject=Syrian+soldiers\n"
	 "b 2020-03-04 2020-03-04 north exact 59 59 59 subject=soldiers",
	 "Syrian soldiers,2020-03-04,200,200,200\nsoldiers,2020-03-04,59,59,59\n"},
	{"one number of protesters and of people, by two sources",
	 "a 2020-03-04 2020-03-04 union exact 10 10 10\nb 2020-03-05 2020-03-05 medics exact 10 10 10 "
	 "subject=activists",
	 "people,2020-03-04,10,10,10\npeople,2020-03-05,10,10,10\n"},
	{"more supporters than people, in one article, dispute it",
	 "a 2020-03-04 2020-03-04 police exact 68 68 68 documents=d\n"
	 "b 2020-03-04 2020-03-04 union exact 200 200 200 subject=activists documents=d",
	 "people,2020-03-04,68,68,200\n"},
	{"cases and people infected",
	 "a 2020-03-04 2020-03-04 un exact 300 300 300 measure=infected\n"
	 "b 2020-03-12 2020-03-12 un approx - 3000 - measure=infected subject=infected noun=cases",
	 "people,2020-03-04,300,300,300\npeople,2020-03-12,3000,3000,3000\n"},
	{"the miners are some of the people of one article",
	 "a 2020-03-04 2020-03-04 un exact 10 10 10 documents=d noun=\n"
	 "b 2020-03-04 2020-03-04 un exact 4 4 4 subject=workers documents=d\n"
	 "c 2020-03-05 2020-03-05 un exact 10 10 10 subject=workers",
	 "people,2020-03-04,10,10,10\nworkers,2020-03-04,4,4,4\nworkers,2020-03-05,10,10,10\n"},
	{"what a day brought is no count of some",
	 "a 2020-03-04 2020-03-04 un exact 15 15 15 subject=workers\n"
	 "b 2020-03-06 2020-03-06 un exact 18 18 18 noun= documents=d\n"
	 "c 2020-03-06 2020-03-06 un exact 3 3 3 subject=workers documents=d period=2020-03-06",
	 "people,2020-03-04,15,15,15\npeople,2020-03-06,18,18,18\npeople,2020-03-06,3,3,3\n"},
	{"what adds to the miners adds to the people whom they are",
	 "a 2020-03-04 2020-03-04 un exact 12 12 12 subject=workers\nb 2020-03-05 2020-03-05 un exact 18 18 18 noun=\n"
	 "c 2020-03-05 2020-03-05 un exact 6 6 6 subject=workers aspect=flow",
	 "people,2020-03-04,12,12,12\npeople,2020-03-05,18,18,18\npeople,2020-03-05,6,6,6\n"},
	{"and to the miners alone where they are others",
	 "a 2020-03-04 2020-03-04 un exact 12 12 12 subject=workers\nb 2020-03-05 2020-03-05 un exact 18 18 18\n"
	 "c 2020-03-05 2020-03-05 un exact 6 6 6 subject=workers aspect=flow",
	 "people,2020-03-05,18,18,18\nworkers,2020-03-04,12,12,12\nworkers,2020-03-05,6,6,6\n"},
	{"the sick are some of the infected",
	 "a 2020-03-04 2020-03-04 un exact 300 300 300 measure=infected documents=d\n"
	 "b 2020-03-04 2020-03-04 un exact 20 20 20 measure=infected subject=sick documents=d",
	 "people,2020-03-04,300,300,300\nsick,2020-03-04,20,20,20\n"},
	{"other numbers of people with a noun are others",
	 "a 2020-03-04 2020-03-04 un exact 12 12 12\nb 2020-03-05 2020-03-05 un exact 7 7 7 subject=workers",
	 "people,2020-03-04,12,12,12\nworkers,2020-03-05,7,7,7\n"},
	{"two of each may be anybody",
	 "a 2020-03-04 2020-03-04 un exact 2 2 2\nb 2020-03-05 2020-03-05 un exact 2 2 2 subject=workers",
	 "people,2020-03-04,2,2,2\nworkers,2020-03-05,2,2,2\n"},
	{"the same number a week later is another's",
	 "a 2020-03-04 2020-03-04 un exact 12 12 12\nb 2020-03-11 2020-03-11 un exact 12 12 12 subject=workers",
	 "people,2020-03-04,12,12,12\nworkers,2020-03-11,12,12,12\n"},
	{"children and soldiers are counted apart",
	 "a 2020-03-04 2020-03-04 un exact 12 12 12\nb 2020-03-04 2020-03-04 un exact 12 12 12 subject=children\n"
	 "c 2020-03-04 2020-03-04 un exact 12 12 12 subject=soldiers",
	 "children,2020-03-04,12,12,12\npeople,2020-03-04,12,12,12\nsoldiers,2020-03-04,12,12,12\n"},
	{"another place's people are others",
	 "a 2020-03-04 2020-03-04 un exact 12 12 12 place_parent_id=city\n"
	 "b 2020-03-04 2020-03-04 un exact 12 12 12 subject=workers",
	 "people,2020-03-04,12,12,12\nworkers,2020-03-04,12,12,12\n"},
	{"without people they keep their name", "a 2020-03-04 2020-03-04 un exact 12 12 12 subject=workers",
	 "workers,2020-03-04,12,12,12\n"},
};

Test(namings, join_where_nothing_but_the_name_tells_them_apart)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		stated_expect(cases[i].stated, NULL, COLUMNS, cases[i].want);
}
