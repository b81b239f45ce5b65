#include "records/toll.h"

#include <stddef.h>

#define T struct toll
static const struct column columns[] = {
	{NULL, "track", COLUMN_TEXT, offsetof(T, track), NULL, "id of the track", "t90…"},
	{NULL, "measure", COLUMN_TEXT, offsetof(T, measure), NULL, "what is counted", "killed"},
	{NULL, "subject", COLUMN_TEXT, offsetof(T, subject), NULL, "class of what is counted", "people"},
	{NULL, "unit", COLUMN_TEXT, offsetof(T, unit), NULL, "unit; empty for a plain count", NULL},
	PLACE_COLUMNS(T, place, "where"),
	{"episode", "from", COLUMN_TEXT, offsetof(T, episode_from), NULL, "first day of the episode, EDTF",
	 "2018-06-05"},
	{"episode", "to", COLUMN_TEXT, offsetof(T, episode_to), NULL, "day of the last statement, EDTF", "2018-06-08"},
	{NULL, "days", COLUMN_LIST, offsetof(T, days), NULL, "days on which the estimate changed",
	 "2018-06-05|2018-06-06"},
	{NULL, "numbers", COLUMN_LIST, offsetof(T, numbers), NULL, "best, else low, as of each of the days", "120|207"},
	{NULL, "best", COLUMN_DECIMAL, offsetof(T, best), NULL, "best of the latest estimate", "207"},
	{NULL, "high", COLUMN_DECIMAL, offsetof(T, high), NULL, "high of the latest estimate", "207"},
	{NULL, "open_high", COLUMN_BOOL, offsetof(T, open_high), NULL, "a statement leaves the upper side open",
	 "false"},
	{NULL, "documents", COLUMN_LIST, offsetof(T, documents), NULL, "ids of documents that state it, 64 at most",
	 NULL},
};
#undef T

const struct table toll_table = {
	"toll", "The total of a country or of a first-order division, day by day. Written by reconcile.", columns,
	sizeof columns / sizeof *columns, sizeof(struct toll)};
