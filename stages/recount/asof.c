#include "asof.h"

#include "values/date.h"

/* The two latest days on which documents were published, and how many on the first. */
struct latest {
	int32_t first, second;
	uint64_t on_first;
};

static void count_day(struct latest *latest, int32_t day, uint64_t documents)
{
	if (day > latest->first) {
		latest->second = latest->on_first ? latest->first : latest->second;
		latest->first = day;
		latest->on_first = documents;
	} else if (day == latest->first) {
		latest->on_first += documents;
	} else if (day > latest->second) {
		latest->second = day;
	}
}

static int32_t given_day(const char *given)
{
	struct date d;

	if (!date_parse(str_of(given), &d, NULL) || d.grain != DATE_DAY)
		die(EXIT_USAGE, "--as-of %s: want a day, as 2024-05-01", given);
	return date_first_day(d);
}

struct asof asof_find(struct arena *arena, const struct days *days, const char *given, long gap_days)
{
	struct latest latest = {INT32_MIN, INT32_MIN, 0};
	struct asof out = {0};
	int32_t day = given ? given_day(given) : 0;

	for (size_t i = 0; i < days->n; i++) {
		struct date d;

		if (!date_parse(days->at[i].day, &d, NULL)) {
			out.undated += days->at[i].documents;
			continue;
		}
		count_day(&latest, date_first_day(d), days->at[i].documents);
		if (given && date_first_day(d) > day)
			out.waiting += days->at[i].documents;
	}
	if (!given && latest.on_first == 0)
		die(EXIT_USAGE,
		    "no article has a publication date: say as of which day the release is, with --as-of YYYY-MM-DD");
	if (!given)
		day = latest.first;
	out.day = date_format(arena, date_of_days(day));
	if (!given && latest.on_first == 1 && latest.second != INT32_MIN &&
	    (int64_t)latest.first - latest.second > gap_days)
		warn("one article alone is dated %.*s, more than %ld days after all others (%.*s): if that date is "
		     "wrong, give "
		     "--as-of",
		     STR_ARG(out.day), gap_days, STR_ARG(date_format(arena, date_of_days(latest.second))));
	return out;
}

bool asof_reaches(const struct asof *asof, const struct days *days)
{
	struct date day, d;

	if (!date_parse(asof->day, &day, NULL))
		return false;
	for (size_t i = 0; i < days->n; i++)
		if (!date_parse(days->at[i].day, &d, NULL) || date_first_day(d) <= date_first_day(day))
			return true;
	return false;
}
