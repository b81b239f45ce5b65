/* expressions - time expressions and attributions as records of their own, written
 * on demand (--all) for readers and scorers; the chain does not need them. */
#ifndef RECOUNT_EXPRESSIONS_H
#define RECOUNT_EXPRESSIONS_H

#include "records/refs.h"

struct time_record {
	struct str document;
	int64_t start, end; /* [bytes] */
	struct str surface;
	struct str type;  /* DATE, TIME, DURATION, SET */
	struct str value; /* TIMEX3 */
	struct str edtf;
	struct str rule;
};

struct attribution_record {
	struct str document;
	struct strs source, cue, content; /* spans "12-30" [bytes] */
	struct source_ref speaker, organisation;
	struct strs rules;
};

extern const struct table time_table, attribution_table;

#endif
