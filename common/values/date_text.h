/* date_text - publication dates as publishers write them: in metadata, in a line
 * of its own above or below the article, in the address of the page. Not the
 * dates that a story tells: those are time expressions (timex). */
#ifndef RECOUNT_DATE_TEXT_H
#define RECOUNT_DATE_TEXT_H

#include "values/moment.h"

/* Read a text that holds a date, with or without a clock time, and nothing else
 * but the words that go with one ("Published on", "Updated:", a weekday, "at"):
 *   2016-12-16, 2016-12-16T10:00:00Z, 20161216, 20161216T100000Z, 20161216100000
 *   Fri, 16 Dec 2016 10:00:00 GMT     (RFC 5322; also +0100, EST, ctime's order)
 *   Dec. 16, 2016   16 December 2016   Friday, December 16th, 2016 10:30 a.m. EST
 *   16.12.2016   12/16/2016   2016/12/16   Dec 2016   2016
 *   1481882400, 1481882400000         seconds and milliseconds since 1970, UTC
 * Of 5/6/2016 nobody can say which is the month: an error, unless a weekday
 * beside it fits only one of the two. Else a weekday that contradicts its date
 * is overruled by the date. out is set only on true, err only on false. */
bool date_text_parse(struct str text, struct moment *out, struct err *err);

/* Month 1..12 of an English name or its abbreviation of three letters or more
 * ("sept", "Dec.", any case); 0 for other words. Weekday 1 Monday .. 7 Sunday likewise. */
int date_text_month(struct str word);
int date_text_weekday(struct str word);

#endif
