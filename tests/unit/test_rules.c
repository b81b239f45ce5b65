#include "stated.h"

#define VERDICT "low,best,high,open_low,open_high,status,rule,contested_by"

static const struct {
	const char *why, *stated, *want;
} one_day[] = {
	{"one source", "a 2020-03-06 2020-03-06 army exact 40 40 40",
	 "40,40,40,false,false,single_source,single.only,\n"},
	{"a bound is open", "a 2020-03-06 2020-03-06 army more_than 40 40 -",
	 "40,40,40,false,true,single_source,single.only,\n"},
	{"at most is open below", "a 2020-03-06 2020-03-06 army at_most - 40 40",
	 "40,40,40,true,false,single_source,single.only,\n"},
	{"about is not open", "a 2020-03-06 2020-03-06 army approx - 40 -",
	 "40,40,40,false,false,single_source,single.only,\n"},
	{"a range has no best", "a 2020-03-06 2020-03-06 army range 30 - 50",
	 "30,,50,false,false,single_source,single.only,\n"},
	{"a bound in another wording is open", "a 2020-03-06 2020-03-06 army exact 40 40 - qualifiers=exact|more_than",
	 "40,40,40,false,true,single_source,single.only,\n"},
	{"about reaches ten percent to each side",
	 "a 2020-03-06 2020-03-06 army approx - 100 -\nb 2020-03-06 2020-03-06 police exact 110 110 110",
	 "100,110,110,false,false,agreed,agreed.specific,\n"},
	{"and no further",
	 "a 2020-03-06 2020-03-06 army approx - 100 -\nb 2020-03-06 2020-03-06 police exact 111 111 111",
	 "100,100,111,false,false,contested,contested.median,police\n"},
	{"nearly is below",
	 "a 2020-03-06 2020-03-06 army approx_below - 100 -\nb 2020-03-06 2020-03-06 police exact 101 101 101",
	 "100,100,101,false,false,contested,contested.median,police\n"},
	{"more than allows everything above",
	 "a 2020-03-06 2020-03-06 army more_than 100 100 -\nb 2020-03-06 2020-03-06 police exact 180 180 180",
	 "100,180,180,false,false,agreed,agreed.specific,\n"},
	{"and the range allows what it holds",
	 "a 2020-03-06 2020-03-06 army range 30 - 50\nb 2020-03-06 2020-03-06 police exact 44 44 44",
	 "30,44,50,false,false,agreed,agreed.specific,\n"},
	{"agreed: then the most independently reported",
	 "a 2020-03-06 2020-03-06 army approx - 100 -\nb 2020-03-06 2020-03-06 police approx - 105 - independent=3",
	 "100,105,105,false,false,agreed,agreed.specific,\n"},
	{"the median of three",
	 "a 2020-03-06 2020-03-06 army exact 10 10 10\nb 2020-03-06 2020-03-06 police exact 30 30 30\n"
	 "c 2020-03-06 2020-03-06 medics exact 20 20 20",
	 "10,20,30,false,false,contested,contested.median,army|police\n"},
	{"the lower one of an even count",
	 "a 2020-03-06 2020-03-06 army exact 10 10 10\nb 2020-03-06 2020-03-06 police exact 30 30 30",
	 "10,10,30,false,false,contested,contested.median,police\n"},
	{"a lower bound doesn't hold the median down to it",
	 "a 2020-03-06 2020-03-06 army at_least 70 70 -\nb 2020-03-06 2020-03-06 police exact 80 80 80\n"
	 "c 2020-03-06 2020-03-06 medics exact 90 90 90\nd 2020-03-06 2020-03-06 mayor exact 100 100 100",
	 "70,90,100,false,false,contested,contested.median,mayor|police\n"},
	{"but up to it",
	 "a 2020-03-06 2020-03-06 army at_least 70 70 -\nb 2020-03-06 2020-03-06 police exact 50 50 50\n"
	 "c 2020-03-06 2020-03-06 medics more_than 80 80 -",
	 "50,70,80,false,true,contested,contested.median,medics|police\n"},
	{"nor does an upper bound hold it up",
	 "a 2020-03-06 2020-03-06 army at_most - 20 20\nb 2020-03-06 2020-03-06 police exact 10 10 10\n"
	 "c 2020-03-06 2020-03-06 medics exact 30 30 30",
	 "10,10,30,false,false,contested,contested.median,medics\n"},
	{"a bound against a bound: the lower one",
	 "a 2020-03-06 2020-03-06 army at_most - 20 20\nb 2020-03-06 2020-03-06 police at_least 30 30 -",
	 "20,20,30,true,true,contested,contested.median,police\n"},
	{"only vague counts", "a 2020-03-06 2020-03-06 army order 100 - 1000",
	 "100,,1000,false,false,vague,vague.only,\n"},
	{"vague counts go with a number",
	 "a 2020-03-06 2020-03-06 army order 1000 - 10000\nb 2020-03-06 2020-03-06 police exact 50000 50000 50000",
	 "50000,50000,50000,false,false,agreed,agreed.specific,\n"},
	{"however great, and somewhat below them",
	 "a 2020-03-06 2020-03-06 army order 100 - 1000\nb 2020-03-06 2020-03-06 police exact 14000 14000 14000\n"
	 "c 2020-03-06 2020-03-06 medics order 24 - 99 measure=injured\nd 2020-03-06 2020-03-06 police exact 15 15 15 "
	 "measure=injured",
	 "15,15,15,false,false,agreed,agreed.specific,\n14000,14000,14000,false,false,agreed,agreed.specific,\n"},
	{"or contradict it",
	 "a 2020-03-06 2020-03-06 army order 1000 - 10000\nb 2020-03-06 2020-03-06 police exact 200 200 200",
	 "200,200,200,false,false,contested,agreed.specific,army\n"},
	{"but not the numbers where one of them is a bound that it goes with",
	 "a 2020-03-06 2020-03-06 army order 10000 - 100000\nb 2020-03-06 2020-03-06 police exact 140 140 140\n"
	 "c 2020-03-06 2020-03-06 medics at_least 130 130 -",
	 "130,140,140,false,false,agreed,agreed.specific,\n"},
	{"planned, possible and denied figures count for nothing",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 90 90 90 "
	 "modality=possible\n"
	 "c 2020-03-06 2020-03-06 medics exact 80 80 80 modality=planned\nd 2020-03-06 2020-03-06 mayor exact 70 70 70 "
	 "polarity=denied",
	 "40,40,40,false,false,single_source,single.only,\n"},
	{"what a publication tells beside a source whom it quotes with more is some of it",
	 "a 2020-03-06 2020-03-06 police exact 5 5 5 documents=d1|d2\n"
	 "b 2020-03-06 2020-03-06 herald exact 2 2 2 documents=d1 source_type=none",
	 "5,5,5,false,false,single_source,single.only,\n"},
	{"but not where another article tells it",
	 "a 2020-03-06 2020-03-06 police exact 5 5 5 documents=d1\n"
	 "b 2020-03-06 2020-03-06 herald exact 2 2 2 documents=d1|d2 source_type=none",
	 "2,2,5,false,false,contested,contested.median,police\n"},
	{"nor where it tells more than the source, nor what two sources say",
	 "a 2020-03-06 2020-03-06 police exact 5 5 5 documents=d1\n"
	 "b 2020-03-06 2020-03-06 herald exact 8 8 8 documents=d1 source_type=none\n"
	 "c 2020-03-06 2020-03-06 medics exact 7 7 7 documents=d1",
	 "5,7,8,false,false,contested,contested.median,herald|police\n"},
	{"nor of a crowd",
	 "a 2020-03-06 2020-03-06 police exact 500 500 500 documents=d1 measure=participated\n"
	 "b 2020-03-06 2020-03-06 herald exact 200 200 200 documents=d1 source_type=none measure=participated",
	 "200,200,500,false,false,contested,contested.median,police\n"},
	{"those hurt badly are some of those hurt",
	 "a 2020-03-06 2020-03-06 police exact 5 5 5\nb 2020-03-06 2020-03-06 medics exact 3 3 3 some=true\n"
	 "c 2020-03-06 2020-03-06 police exact 2 2 2 some=true",
	 "5,5,5,false,false,single_source,single.only,\n"},
	{"and dispute who counts fewer in all",
	 "a 2020-03-06 2020-03-06 police exact 2 2 2\nb 2020-03-06 2020-03-06 medics exact 3 3 3 some=true",
	 "2,2,3,false,false,contested,contested.median,medics\n"},
	{"and count where nobody counts them all",
	 "a 2020-03-06 2020-03-06 police order 3 - 9\nb 2020-03-06 2020-03-06 medics exact 3 3 3 some=true",
	 "3,3,3,false,false,agreed,agreed.specific,\n"},
	{"a ministry and its government are one source",
	 "a 2020-03-06 2020-03-06 ministry exact 10 10 10 source_part_of=cabinet\nb 2020-03-06 2020-03-06 cabinet "
	 "exact 30 30 30",
	 "30,30,30,false,false,single_source,single.only,\n"},
};

Test(rules, what_stands_on_one_day_gives_the_estimate)
{
	for (size_t i = 0; i < sizeof one_day / sizeof *one_day; i++) {
		cr_log_info("%s", one_day[i].why);
		stated_expect(one_day[i].stated, NULL, VERDICT, one_day[i].want);
	}
}

#define DAYS "as_of,low,best,high,status,rule"

static const struct {
	const char *why, *stated, *want;
} days[] = {
	{"a source's newer number takes the place of its older one",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army exact 44 44 44",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,44,44,44,single_source,single.only\n"},
	{"a revision downwards is one",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army exact 35 35 35",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,35,35,35,single_source,single.only\n"},
	{"without one a total doesn't fall",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 police exact 35 35 35",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,35,40,40,contested,cumulative.kept\n"},
	{"a lower bound takes back no number that it allows",
	 "a 2020-03-06 2020-03-06 army exact 200 200 200\nb 2020-03-06 2020-03-06 mayor at_most - 200 200\n"
	 "c 2020-03-07 2020-03-07 army at_least 75 75 -",
	 "2020-03-06,200,200,200,agreed,agreed.specific\n2020-03-07,75,200,200,agreed,cumulative.kept\n"},
	{"what is told only as said before gives way to a number of a later day",
	 "a 2020-03-05 2020-03-06 radio exact 60 60 60 former=true\nb 2020-03-06 2020-03-06 army exact 40 40 40",
	 "2020-03-06,40,40,40,single_source,single.only\n"},
	{"and counts where nobody has one",
	 "a 2020-03-05 2020-03-06 radio exact 60 60 60 former=true\nb 2020-03-06 2020-03-06 army order 24 - 100",
	 "2020-03-06,60,60,60,agreed,agreed.specific\n"},
	{"but a stock does",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40 aspect=stock\nb 2020-03-07 2020-03-07 police exact 35 35 35 "
	 "aspect=stock",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,35,35,40,contested,contested.median\n"},
	{"of a stock told twice on one day the later clock counts, wherever it is read",
	 "a 2020-03-06 2020-03-06T11:00:00+01:00 army more_than 60 60 - aspect=stock\n"
	 "b 2020-03-06 2020-03-06T20:00:00Z army exact 21 21 21 aspect=stock\n"
	 "c 2020-03-06 2020-03-06 army exact 90 90 90 aspect=stock",
	 "2020-03-06,21,21,21,single_source,single.only\n"},
	{"of a total the greatest, which counts what its parts do",
	 "a 2020-03-06 2020-03-06T11:00:00Z army exact 60 60 60\nb 2020-03-06 2020-03-06T20:00:00Z army exact 21 21 21",
	 "2020-03-06,60,60,60,single_source,single.only\n"},
	{"an old total loses to a newer one that exceeds it",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-11 2020-03-11 police exact 90 90 90",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-11,90,90,90,single_source,single.only\n"},
	{"that of the day before may dispute it",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 police exact 90 90 90",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,40,40,90,contested,contested.median\n"},
	{"unless the count of the next day explains it: 'about' reaches so far",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 police exact 44 44 44",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,44,44,44,single_source,single.only\n"},
	{"and no further", "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 police exact 45 45 45",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,40,40,45,contested,contested.median\n"},
	{"who went with a number that its source has left behind disputes nothing",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 40 40 40\n"
	 "c 2020-03-07 2020-03-07 police exact 90 90 90",
	 "2020-03-06,40,40,40,agreed,agreed.specific\n2020-03-07,90,90,90,single_source,single.only\n"},
	{"nor who could go with its bound",
	 "a 2020-03-06 2020-03-06 army exact 5 5 5\nb 2020-03-06 2020-03-06 police at_least 3 3 -\n"
	 "c 2020-03-07 2020-03-07 police exact 12 12 12",
	 "2020-03-06,3,5,5,agreed,agreed.specific\n2020-03-07,12,12,12,single_source,single.only\n"},
	{"who disputed it before does so still",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 60 60 60\n"
	 "c 2020-03-07 2020-03-07 police exact 90 90 90",
	 "2020-03-06,40,40,60,contested,contested.median\n2020-03-07,40,40,90,contested,contested.median\n"},
	{"and who states its number on the day itself",
	 "a 2020-03-07 2020-03-07 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 40 40 40\n"
	 "c 2020-03-07 2020-03-07 police exact 90 90 90",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,40,40,90,contested,contested.median\n"},
	{"but not the publication that repeats what others said before",
	 "a 2020-03-07 2020-03-07 afp exact 40 40 40 source_type=none\nb 2020-03-06 2020-03-06 police exact 40 40 40\n"
	 "c 2020-03-07 2020-03-07 army exact 90 90 90",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,40,40,90,contested,contested.median\n"},
	{"a total taken back leaves nobody behind",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 40 40 40\n"
	 "c 2020-03-07 2020-03-07 police exact 20 20 20",
	 "2020-03-06,40,40,40,agreed,agreed.specific\n2020-03-07,20,20,40,contested,contested.median\n"},
	{"but the publication that told it",
	 "a 2020-03-06 2020-03-06 afp exact 40 40 40 source_type=none\nb 2020-03-06 2020-03-06 police exact 40 40 40\n"
	 "c 2020-03-07 2020-03-07 police exact 20 20 20",
	 "2020-03-06,40,40,40,agreed,agreed.specific\n2020-03-07,20,20,20,single_source,single.only\n"},
	{"the median falls with the number that it rests on",
	 "a 2020-03-06 2020-03-06 army exact 38 38 38\nb 2020-03-06 2020-03-06 police exact 29 29 29\n"
	 "c 2020-03-07 2020-03-07 army exact 38 38 38\nd 2020-03-08 2020-03-08 police exact 27 27 27",
	 "2020-03-06,29,29,38,contested,contested.median\n2020-03-07,29,29,38,contested,contested.median\n"
	 "2020-03-08,27,27,38,contested,contested.median\n"},
	{"nor where it rests on that of the other",
	 "a 2020-03-06 2020-03-06 army exact 38 38 38\nb 2020-03-07 2020-03-07 police exact 29 29 29\n"
	 "c 2020-03-08 2020-03-08 police exact 27 27 27",
	 "2020-03-06,38,38,38,single_source,single.only\n2020-03-07,29,38,38,contested,cumulative.kept\n"
	 "2020-03-08,27,38,38,contested,cumulative.kept\n"},
	{"a stock that changes does",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40 aspect=stock\nb 2020-03-06 2020-03-06 police exact 40 40 40 "
	 "aspect=stock\nc 2020-03-07 2020-03-07 police exact 20 20 20 aspect=stock",
	 "2020-03-06,40,40,40,agreed,agreed.specific\n2020-03-07,20,20,20,single_source,single.only\n"},
	{"but not what a publication told",
	 "a 2020-03-06 2020-03-06 afp exact 40 40 40 source_type=none\nb 2020-03-07 2020-03-07 police exact 90 90 90",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,90,90,90,single_source,single.only\n"},
	{"unless it told more",
	 "a 2020-03-06 2020-03-06 afp exact 40 40 40 source_type=none\nb 2020-03-07 2020-03-07 police exact 30 30 30",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,30,40,40,contested,cumulative.kept\n"},
	{"nor is what it told to be missing the day before",
	 "a 2020-03-06 2020-03-06 afp exact 2 2 2 source_type=none measure=missing aspect=stock\n"
	 "b 2020-03-07 2020-03-07 police exact 0 0 0 measure=missing aspect=stock",
	 "2020-03-06,2,2,2,single_source,single.only\n2020-03-07,0,0,0,single_source,single.only\n"},
	{"as a source's own stock of the day before is",
	 "a 2020-03-06 2020-03-06 mayor exact 2 2 2 measure=missing aspect=stock\n"
	 "b 2020-03-07 2020-03-07 police exact 0 0 0 measure=missing aspect=stock",
	 "2020-03-06,2,2,2,single_source,single.only\n2020-03-07,0,0,2,contested,contested.median\n"},
	{"or told it on the same day",
	 "a 2020-03-06 2020-03-06 afp exact 40 40 40 source_type=none\nb 2020-03-06 2020-03-06 police exact 90 90 90",
	 "2020-03-06,40,40,90,contested,contested.median\n"},
	{"a publication's number of some of the dead disputes no total",
	 "a 2020-03-06 2020-03-06 un more_than 2000 2000 -\nb 2020-03-06 2020-03-06 afp exact 8 8 8 source_type=none",
	 "2020-03-06,2000,2000,2000,single_source,single.only\n"},
	{"nor does so small a number of anybody",
	 "a 2020-03-06 2020-03-06 un more_than 2000 2000 -\nb 2020-03-07 2020-03-07 medics exact 8 8 8",
	 "2020-03-06,2000,2000,2000,single_source,single.only\n"},
	{"who is named disputes it by a tenth",
	 "a 2020-03-06 2020-03-06 rebels exact 200 200 200\nb 2020-03-06 2020-03-06 army exact 8 8 8",
	 "2020-03-06,8,8,200,contested,contested.median\n"},
	{"or by saying that there are none",
	 "a 2020-03-06 2020-03-06 rebels exact 200 200 200\nb 2020-03-06 2020-03-06 army exact 0 0 0",
	 "2020-03-06,0,0,200,contested,contested.median\n"},
	{"one victim of whom more is told is one of them",
	 "a 2020-03-06 2020-03-06 police exact 4 4 4\nb 2020-03-06 2020-03-06 hospital exact 1 1 1\n"
	 "c 2020-03-07 2020-03-07 police exact 1 1 1",
	 "2020-03-06,4,4,4,single_source,single.only\n"},
	{"but one alone is a number",
	 "a 2020-03-06 2020-03-06 hospital exact 1 1 1\nb 2020-03-07 2020-03-07 hospital exact 2 2 2",
	 "2020-03-06,1,1,1,single_source,single.only\n2020-03-07,2,2,2,single_source,single.only\n"},
	{"and may be the last one inside",
	 "a 2020-03-06 2020-03-06 hospital exact 2 2 2 aspect=stock\nb 2020-03-07 2020-03-07 hospital exact 1 1 1 "
	 "aspect=stock",
	 "2020-03-06,2,2,2,single_source,single.only\n2020-03-07,1,1,1,single_source,single.only\n"},
	{"a part of the same quantity is on no track",
	 "a 2020-03-06 2020-03-06 police exact 9 9 9\nb 2020-03-06 2020-03-06 hospital exact 3 3 3 part_of=a",
	 "2020-03-06,9,9,9,single_source,single.only\n"},
	{"and crowds by any factor",
	 "a 2020-03-06 2020-03-06 party exact 200000 200000 200000 measure=participated\n"
	 "b 2020-03-06 2020-03-06 police exact 2000 2000 2000 measure=participated",
	 "2020-03-06,2000,2000,200000,contested,contested.median\n"},
	{"but not to one below it",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-11 2020-03-11 police exact 30 30 30",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-11,30,40,40,contested,cumulative.kept\n"},
	{"an old stock loses to any newer one",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40 aspect=stock\nb 2020-03-11 2020-03-11 police exact 30 30 30 "
	 "aspect=stock",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-11,30,30,30,single_source,single.only\n"},
	{"what an article of a later day tells of an earlier one is known later, and older",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-05 2020-03-08 army exact 20 20 20",
	 "2020-03-06,40,40,40,single_source,single.only\n"},
	{"additions stand for their own day",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40 aspect=flow\nb 2020-03-07 2020-03-07 army exact 5 5 5 "
	 "aspect=flow",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,5,5,5,single_source,single.only\n"},
	{"a single one of a day is one of those that the day added",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40 aspect=flow\nb 2020-03-06 2020-03-06 police exact 1 1 1 "
	 "aspect=flow",
	 "2020-03-06,40,40,40,single_source,single.only\n"},
	{"but not of those of the day before",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40 aspect=flow\nb 2020-03-07 2020-03-07 police exact 1 1 1 "
	 "aspect=flow",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,1,1,1,single_source,single.only\n"},
	{"and never meet totals",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 5 5 5 aspect=flow",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-06,5,5,5,single_source,single.only\n"},
	{"nothing new, no new estimate",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army exact 40 40 40 polarity=denied",
	 "2020-03-06,40,40,40,single_source,single.only\n"},
	{"a vague word of a later day doesn't take the number back",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army order 24 - 99",
	 "2020-03-06,40,40,40,single_source,single.only\n2020-03-07,40,40,40,single_source,single.only\n"},
	{"of one source's numbers of one day the greatest is the total",
	 "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 army exact 7 7 7",
	 "2020-03-06,40,40,40,single_source,single.only\n"},
};

Test(rules, days_follow_one_another)
{
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		cr_log_info("%s", days[i].why);
		stated_expect(days[i].stated, NULL, DAYS, days[i].want);
	}
}

static const char three[] =
	"a 2020-03-06 2020-03-06 army exact 10 10 10\nb 2020-03-06 2020-03-06 police exact 30 30 30\n"
	"c 2020-03-05 2020-03-06 medics exact 50 50 50";

Test(rules, the_policy_picks_the_best_of_the_contested)
{
	static const char *preferred[] = {"nobody", "medics"}, *weights[] = {"media=1", "=5"};
	struct arena arena = {0};
	struct conf *conf = stated_conf(&arena);
	struct overrides none = {0};
	struct terms terms = {conf, &none, DATE_DAYS_MAX, NULL};

	stated_expect(three, &terms, "best,rule", "30,contested.median\n");
	conf->policy = POLICY_LATEST;
	stated_expect(three, &terms, "best,rule", "30,contested.latest\n");
	conf->policy = POLICY_PREFERRED;
	conf->preferred_sources = (struct conf_list){preferred, 2};
	stated_expect(three, &terms, "best,rule", "50,contested.preferred\n");
	conf->preferred_sources.n = 1;
	stated_expect(three, &terms, "best,rule", "30,contested.median\n");
	conf->policy = POLICY_WEIGHTED;
	conf->source_weights = (struct conf_list){weights, 2};
	stated_expect(three, &terms, "best,rule", "30,contested.weighted\n");
	arena_free(&arena);
}

Test(rules, the_why_is_in_plain_words)
{
	stated_expect(
		"a 2020-03-06 2020-03-06 army more_than 9500 9500 -\nb 2020-03-06 2020-03-06 police approx - 8500 - "
		"independent=2\n"
		"c 2020-03-06 2020-03-06 medics range 1000 - 2000",
		NULL, "why",
		"army said more than 9,500, medics 1,000 to 2,000, police about 8,500 (2 independent reports); these "
		"cannot all hold, and the median of the independent sources is 8,500\n");
	stated_expect(
		"a 2020-03-06 2020-03-06 army order 1000 - 10000\nb 2020-03-06 2020-03-06 police exact 200 200 200",
		NULL, "why",
		"army said vaguely 1,000 to 10,000, police 200; not all that is counted vaguely goes with the "
		"numbers, of which the most specific is 200\n");
}
