#include "records/event.h"

#include <stddef.h>

#include "values/interval.h"

#define T struct event
#define TEXT(name, about, example)                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, about, example                                      \
	}
static const struct column columns[] = {
	TEXT(id, "id of this source's version of the event", "e41…"),
	TEXT(happening, "shared by all versions of one happening; filled by deduplicate", "h0c…"),
	TEXT(document, "id of the document that tells it first", "d0f…"),
	{NULL, "documents", COLUMN_LIST, offsetof(T, documents), NULL, "ids of the documents that tell it", "d0f…"},
	{NULL, "spans", COLUMN_LIST, offsetof(T, spans), NULL, "DOCUMENT:START-END of each telling [bytes]", NULL},
	{NULL, "block", COLUMN_ENUM, offsetof(T, block), block_kinds, "kind of the block it stands in", "body"},
	TEXT(type, "type of the event, of the lexicon", "evacuation"),
	{NULL, "status", COLUMN_ENUM, offsetof(T, status), statuses, "state of the process", "suspended"},
	{"agent", "id", COLUMN_TEXT, offsetof(T, agent_id), NULL, "who acts: id", "syrian-government"},
	{"agent", "name", COLUMN_TEXT, offsetof(T, agent_name), NULL, "who acts: name", "Syrian government"},
	{"target", "id", COLUMN_TEXT, offsetof(T, target_id), NULL, "who or what is acted upon: id", NULL},
	{"target", "name", COLUMN_TEXT, offsetof(T, target_name), NULL, "who or what is acted upon: name", "convoy"},
	PLACE_COLUMNS(T, place, "where"),
	TEXT(when, "when it happened, EDTF", "2016-12-16"),
	TEXT(when_timex, "expression behind when while the document has no date", NULL),
	TEXT(told_timex, "last date told before it, while the document has no date", NULL),
	TEXT(stated, "when it was said, EDTF", "2016-12-16"),
	TEXT(stated_timex, "expression behind stated while the document has no date", NULL),
	{NULL, "background", COLUMN_BOOL, offsetof(T, background), NULL, "told as background of an earlier date",
	 "false"},
	SOURCE_COLUMNS(T, "source", source, "who claims it"),
	SOURCE_COLUMNS(T, "source_org", source_org, "whom the source speaks for"),
	{NULL, "chain", COLUMN_LIST, offsetof(T, chain), NULL, "who relayed it, outermost last", "afp"},
	{NULL, "polarity", COLUMN_ENUM, offsetof(T, polarity), polarities, "asserted or denied", "asserted"},
	{NULL, "modality", COLUMN_ENUM, offsetof(T, modality), modalities, "actual, planned, possible or demanded",
	 "actual"},
	{NULL, "quoted", COLUMN_BOOL, offsetof(T, quoted), NULL, "inside a quotation", "true"},
	TEXT(surface, "words that tell it, in the first document", "suspended the evacuation"),
	TEXT(sentence, "the sentence, in the first document", NULL),
	TEXT(plover, "PLOVER category", "RETREAT"),
	TEXT(cameo, "CAMEO root code", "08"),
	{NULL, "reports", COLUMN_INT, offsetof(T, reports), NULL, "documents that carry it", "2"},
	{NULL, "independent", COLUMN_INT, offsetof(T, independent), NULL,
	 "documents after copies are folded into their origin", "2"},
	{NULL, "confidence", COLUMN_DECIMAL, offsetof(T, confidence), NULL, "0 to 1", "0.8"},
	{NULL, "rules", COLUMN_LIST, offsetof(T, rules), NULL, "names of the rules that made it", "status.suspend"},
};
#undef TEXT
#undef T

const struct table event_table = {"event",
				  "Something that happened or is planned, as one source tells it. "
				  "Written by normalise, merged by deduplicate.",
				  columns, sizeof columns / sizeof *columns, sizeof(struct event)};

int32_t event_day(const struct event *e)
{
	struct interval i;
	int32_t day;

	if (!interval_parse(e->when, &i, NULL) && !interval_parse(e->stated, &i, NULL))
		return EVENT_NO_DAY;
	return interval_last_day(&i, &day) || interval_first_day(&i, &day) ? day : EVENT_NO_DAY;
}

bool event_file_day(struct str name, int32_t *day)
{
	struct str rest = name;
	struct date date;

	name = str_cut(&rest, '.');
	if (!str_starts(name, STR("bucket-")) || !date_parse(str_slice(name, strlen("bucket-"), name.n), &date, NULL) ||
	    date.grain != DATE_DAY)
		return false;
	*day = date_first_day(date);
	return true;
}
