/* page_words - numbers, dates and estimates as people say them. Plain text: it is
 * escaped where it is written. */
#ifndef RECOUNT_PAGE_WORDS_H
#define RECOUNT_PAGE_WORDS_H

#include "released.h"

/* An EDTF date as people write it: "16 December 2016", "15–17 December 2016", "since 2011";
 * the text itself where it is of another form, "no date" for none. */
struct str page_date(struct arena *arena, struct str edtf);
/* "Friday, 16 December 2016" of a day number; short: "16 Dec 2016". */
struct str page_day(struct arena *arena, int32_t day);
struct str page_day_short(struct arena *arena, int32_t day, bool year);
/* First day of an EDTF text; false when it names none. */
bool page_first_day(struct str edtf, int32_t *day);

/* A quantity: what its numbers count. */
struct page_quantity {
	struct str measure, subject, unit;
};
/* "People evacuated", "Evacuees needing care". */
struct str page_quantity_name(struct arena *arena, struct page_quantity q);
/* "4,500"; "50%" where the subject is a share. */
struct str page_number(struct arena *arena, struct page_quantity q, struct decimal number);

/* Low, best, high and which sides are open. */
struct page_values {
	struct decimal low, best, high;
	bool open_low, open_high;
};
/* "8,000–9,500+", "17", "up to 300,000". */
struct str page_span(struct arena *arena, struct page_quantity q, const struct page_values *v);
/* "between 8,000 and 9,500 or more", "17", "at most 300,000". */
struct str page_span_words(struct arena *arena, struct page_quantity q, const struct page_values *v);
/* What one statement says: "about 8,500", "1,500 to 5,000", "vaguely 1,000 to 10,000". */
struct str page_said(struct arena *arena, struct page_quantity q, int qualifier, const struct page_values *v);
/* "A, B and 3 others"; "" of none. */
struct str page_names(struct arena *arena, struct strs names);
/* "1 source", "2 sources": noun without its s. */
struct str page_count(struct arena *arena, int64_t n, const char *noun);

#endif
