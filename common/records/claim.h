/* claim - a normalised figure: one number that somebody states about something, with
 * its bounds, source, time and place. Written by normalise; deduplicate fills the
 * dates of undated documents and the assertion. */
#ifndef RECOUNT_CLAIM_H
#define RECOUNT_CLAIM_H

#include "records/refs.h"

struct claim {
	struct str id, document, mention;
	int64_t start, end; /* [bytes] */
	int block;
	struct str surface, sentence;
	int64_t sentence_start, sentence_end;
	struct str measure, subject, noun, unit;
	struct str side; /* whose they are who fight, or to whom it happened abroad: "Azerbaijani"; empty: not told */
	int qualifier;
	struct decimal low, best, high;
	int aspect;
	struct str period, stated; /* EDTF: what the number covers; when it was said */
	struct str period_timex, stated_timex,
		told_timex; /* unresolved text forms, kept while the document has no date */
	struct place_ref place;
	struct source_ref source, source_org;
	struct strs chain;  /* ids, outermost last */
	struct str part_of; /* claim */
	int polarity, modality;
	bool quoted;
	bool some;   /* counts some among those of its measure: those hurt badly, or lightly, those of one family */
	bool former; /* told only as what was said before: "an earlier toll put the dead at 12" */
	struct decimal confidence;
	struct strs rules;
	struct str assertion; /* filled by deduplicate */
};

extern const struct table claim_table;

/* 'c' and 32 hex digits, from document, span and measure: nothing inferred. */
struct str claim_id(struct arena *arena, struct str document, int64_t start, int64_t end, struct str measure);
/* What assertions and tracks have for subject, the side with it: "Azerbaijani soldiers". */
struct str claim_counted(const struct claim *c, struct arena *arena);

#endif
