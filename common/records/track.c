#include "records/track.h"

#include <stddef.h>

const char *const estimate_statuses[] = {"", "single_source", "agreed", "contested", "vague", "pinned", NULL};
const char *const contradiction_kinds[] = {"", "figures", "statuses", "denial", "blame", NULL};

#define TEXT(name, about, example)                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, about, example                                      \
	}
#define DECIMAL(name, about, example)                                                                                  \
	{                                                                                                              \
		NULL, #name, COLUMN_DECIMAL, offsetof(T, name), NULL, about, example                                   \
	}
#define BOOL(name, about)                                                                                              \
	{                                                                                                              \
		NULL, #name, COLUMN_BOOL, offsetof(T, name), NULL, about, "false"                                      \
	}
#define LIST(name, about)                                                                                              \
	{                                                                                                              \
		NULL, #name, COLUMN_LIST, offsetof(T, name), NULL, about, NULL                                         \
	}
#define ASPECT                                                                                                         \
	{                                                                                                              \
		NULL, "aspect", COLUMN_ENUM, offsetof(T, aspect), aspects,                                             \
			"total, stock, or what one day or blow added", "cumulative"                                    \
	}
#define STATUS                                                                                                         \
	{                                                                                                              \
		NULL, "status", COLUMN_ENUM, offsetof(T, status), estimate_statuses,                                   \
			"how the sources stand to each other", "contested"                                             \
	}

#define T struct track
static const struct column track_columns[] = {
	TEXT(id, "id of the track: from measure, subject, unit, place, aspect, scope and the episode's first day",
	     "t90…"),
	TEXT(measure, "what is counted", "evacuated"),
	TEXT(subject, "class of what is counted", "people"),
	TEXT(unit, "unit; empty for a plain count", NULL),
	PLACE_COLUMNS(T, place, "where"),
	ASPECT,
	TEXT(scope, "days that set it apart from the counts of the present; empty for those", "since 2011"),
	{"episode", "from", COLUMN_TEXT, offsetof(T, episode_from), NULL, "first day of the episode, EDTF",
	 "2016-12-15"},
	{"episode", "to", COLUMN_TEXT, offsetof(T, episode_to), NULL, "day of the last statement, EDTF", "2016-12-16"},
	BOOL(closed, "silent for longer than episode_silence_days"),
	LIST(assertions, "its assertions in order of time"),
	LIST(aliases, "former ids of this track"),
	TEXT(as_of, "day of the latest estimate", "2016-12-16"),
	DECIMAL(low, "least number that a current statement gives", "8000"),
	DECIMAL(best, "the number to use when one must be used", "8500"),
	DECIMAL(high, "greatest number that a current statement gives", "9500"),
	BOOL(open_low, "a statement leaves the lower side open"),
	BOOL(open_high, "a statement leaves the upper side open"),
	STATUS,
	{NULL, "sources", COLUMN_INT, offsetof(T, sources), NULL, "sources with a current statement", "3"},
	TEXT(why, "how the latest estimate came about, in words", NULL),
};
#undef T
const struct table track_table = {"track",
				  "One quantity of one episode, with its latest estimate. Written by reconcile.",
				  track_columns, sizeof track_columns / sizeof *track_columns, sizeof(struct track)};

#define T struct estimate
static const struct column estimate_columns[] = {
	TEXT(id, "id of the estimate: from track and day", "s12…"),
	TEXT(track, "id of the track", "t90…"),
	TEXT(as_of, "the day as of which it holds", "2016-12-16"),
	TEXT(measure, "what is counted", "evacuated"),
	TEXT(subject, "class of what is counted", "people"),
	TEXT(unit, "unit; empty for a plain count", NULL),
	PLACE_COLUMNS(T, place, "where"),
	ASPECT,
	DECIMAL(low, "least number that a current statement gives", "8000"),
	DECIMAL(best, "the number to use when one must be used", "8500"),
	DECIMAL(high, "greatest number that a current statement gives", "9500"),
	BOOL(open_low, "a statement leaves the lower side open"),
	BOOL(open_high, "a statement leaves the upper side open"),
	STATUS,
	TEXT(rule, "name of the rule that decided best", "contested.median"),
	LIST(basis, "assertions it rests on"),
	LIST(contested_by, "ids of the sources that dissent"),
	TEXT(why, "how it came about, in words", NULL),
	BOOL(overridden, "changed by the analyst's overrides"),
};
#undef T
const struct table estimate_table = {"estimate", "A track as of a day. Written by reconcile.", estimate_columns,
				     sizeof estimate_columns / sizeof *estimate_columns, sizeof(struct estimate)};

#define T struct contradiction
static const struct column contradiction_columns[] = {
	TEXT(id, "id of the contradiction", "x77…"),
	{NULL, "kind", COLUMN_ENUM, offsetof(T, kind), contradiction_kinds, "what cannot both hold", "statuses"},
	TEXT(subject, "what about, in words", "people evacuated, Aleppo"),
	TEXT(track, "id of the track, for figures and denials", "t90…"),
	TEXT(type, "type of the event, for statuses and blame", "evacuation"),
	PLACE_COLUMNS(T, place, "where"),
	TEXT(since, "first day on which both sides stood, EDTF", "2016-12-16"),
	TEXT(until, "last day on which both sides stood, EDTF", "2016-12-16"),
	LIST(sides, "each source with what it states"),
	LIST(sources, "ids of the sources, as sides"),
	LIST(statements, "assertion or event ids, as sides"),
	LIST(sentences, "one sentence a side"),
	LIST(documents, "ids of the documents that carry them"),
	TEXT(why, "why they cannot both hold, in words", NULL),
};
#undef T
const struct table contradiction_table = {
	"contradiction", "Statements of two or more sources that cannot both hold. Written by reconcile.",
	contradiction_columns, sizeof contradiction_columns / sizeof *contradiction_columns,
	sizeof(struct contradiction)};

#define T struct check
static const struct column check_columns[] = {
	TEXT(id, "id of the check", "k31…"),
	TEXT(kind, "part_of_whole, sum_of_parts, sum_of_places, monotony, flows or balance", "part_of_whole"),
	TEXT(as_of, "day as of which it was made", "2016-12-16"),
	PLACE_COLUMNS(T, place, "where"),
	LIST(tracks, "ids of the tracks, the whole first"),
	BOOL(holds, "does the relation hold"),
	DECIMAL(expected, "the number that the relation asks for", "9500"),
	DECIMAL(found, "the number found", "4500"),
	TEXT(why, "the relation in words, with its numbers", NULL),
};
#undef T
const struct table check_table = {"check", "An arithmetic relation between tracks. Written by reconcile.",
				  check_columns, sizeof check_columns / sizeof *check_columns, sizeof(struct check)};
