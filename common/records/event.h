/* event - something that happened, was said or is planned, as one source tells it.
 * normalise writes one row a mention; deduplicate merges the rows of one source's
 * version into one and gives versions of one happening the same `happening`. */
#ifndef RECOUNT_EVENT_H
#define RECOUNT_EVENT_H

#include "records/refs.h"

struct event {
	struct str id;	      /* from the mention, or after merging from the key fields */
	struct str happening; /* shared by all versions of one happening; filled by deduplicate */
	struct str document;  /* the first that told it */
	struct strs documents;
	struct strs spans; /* "DOCUMENT:START-END" of the sentences, in the order of documents */
	int block;
	struct str type; /* of the lexicon's event types */
	int status;
	struct str agent_id, agent_name, target_id, target_name;
	struct place_ref place;
	struct str when;		   /* EDTF */
	struct str when_timex, told_timex; /* unresolved, while the document has no date */
	struct str stated, stated_timex;
	bool background;
	struct source_ref source, source_org; /* who claims it; the narrator's type is none */
	struct strs chain;
	int polarity, modality;
	bool quoted;
	struct str surface, sentence; /* of the first document */
	struct str plover, cameo;     /* PLOVER category, CAMEO root code */
	int64_t reports, independent; /* documents; documents after copies are folded */
	struct decimal confidence;
	struct strs rules;
};

extern const struct table event_table;

/* The day by which it stands among others: the last one of `when`, of an open one the first;
 * without `when` those of `stated`. [days since 1970-01-01]; EVENT_NO_DAY: not known. */
#define EVENT_NO_DAY INT32_MIN
int32_t event_day(const struct event *e);

/* The first day of the events in a file, by its name: "bucket-2016-12-12.csv". False for a file of no days. */
bool event_file_day(struct str name, int32_t *day);

#endif
