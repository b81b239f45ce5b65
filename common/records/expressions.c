#include "records/expressions.h"

#include <stddef.h>

#define TEXT(name, about, example)                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, about, example                                      \
	}
#define SPANS(name, about)                                                                                             \
	{                                                                                                              \
		NULL, #name, COLUMN_SPANS, offsetof(T, name), NULL, about, "12-30"                                     \
	}

#define T struct time_record
static const struct column time_columns[] = {
	TEXT(document, "id of the document", "d0f…"),
	{NULL, "start", COLUMN_INT, offsetof(T, start), NULL, "start of the span [bytes]", "40"},
	{NULL, "end", COLUMN_INT, offsetof(T, end), NULL, "end of the span [bytes]", "53"},
	TEXT(surface, "words of the span", "late Thursday"),
	TEXT(type, "TIMEX3 type: DATE, TIME, DURATION or SET", "TIME"),
	TEXT(value, "TIMEX3 value", "2016-12-15TEV"),
	TEXT(edtf, "days that it names, EDTF", "2016-12-15"),
	TEXT(rule, "rule that resolved it", "weekday-past"),
};
#undef T
const struct table time_table = {"time", "A time expression. Written by normalise on demand.", time_columns,
				 sizeof time_columns / sizeof *time_columns, sizeof(struct time_record)};

#define T struct attribution_record
static const struct column attribution_columns[] = {
	TEXT(document, "id of the document", "d0f…"),
	SPANS(source, "spans of the source's words [bytes]"),
	SPANS(cue, "spans of the words of saying [bytes]"),
	SPANS(content, "spans of what is said [bytes]"),
	SOURCE_COLUMNS(T, "speaker", speaker, "who says it"),
	SOURCE_COLUMNS(T, "organisation", organisation, "whom the speaker speaks for"),
	{NULL, "rules", COLUMN_LIST, offsetof(T, rules), NULL, "names of the rules that made it", "quote.before"},
};
#undef T
const struct table attribution_table = {"attribution", "Who says what. Written by normalise on demand.",
					attribution_columns, sizeof attribution_columns / sizeof *attribution_columns,
					sizeof(struct attribution_record)};
