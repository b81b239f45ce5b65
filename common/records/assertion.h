/* assertion - the claims that are one statement: same source (the organisation where
 * there is one), measure, subject, place, number and day of stating, however many
 * documents carry it and however they word it. Written by deduplicate. */
#ifndef RECOUNT_ASSERTION_H
#define RECOUNT_ASSERTION_H

#include "records/refs.h"

struct assertion {
	struct str id; /* 'a' and 32 hex digits, from the key fields, never from the members */
	struct str measure, subject, unit, noun;
	struct place_ref place;
	struct source_ref source;	/* the organisation where there is one, else the person */
	struct str source_part_of;	/* id of the organisation that source is part of: a ministry's government */
	struct source_ref speaker;	/* the person, where a person speaks for source; empty otherwise */
	int qualifier;			/* of the most specific wording */
	struct strs qualifiers;		/* all wordings, sorted */
	struct decimal low, best, high; /* widest of what the wordings leave open: more_than opens high */
	int aspect;
	struct str period, stated; /* EDTF; stated: day grain where known, else the documents' date */
	int polarity, modality;
	bool some;		       /* counts some among those of its measure: "three are in critical condition" */
	bool former;		       /* told only as what was said before: "an earlier toll put the dead at 12" */
	struct strs claims, documents; /* ids, sorted */
	int64_t reports, independent;  /* documents; documents after copies are folded into their origin */
	struct str first_seen, last_seen; /* publication of its documents, EDTF; the first with clock */
	struct str supersedes;		  /* earlier assertion of the same source that this one updates */
	struct str part_of;		  /* assertion whose subset this is */
	struct str sentence;		  /* of the first claim, by date, then document */
	struct decimal confidence;
};

extern const struct table assertion_table;

/* Does it add to a total (what one day or one blow added) rather than state one? */
static inline bool aspect_adds(int aspect)
{
	return aspect == ASPECT_FLOW;
}

/* What sets a number apart from the counts of the present episode, told by the days that
 * it covers: "since 2011" of a number that runs since long before it was stated, "in
 * 2008-05" of one whose days were long over. Empty for a count of the present.
 * stated [days since 1970-01-01]; INT32_MIN: not known. */
struct str assertion_scope(struct str period, int32_t stated, struct arena *arena);

/* What it says, in words: "more than 9,500", "1,500 to 5,000", "about 8,500", "vaguely 100 to 1,000". */
struct str assertion_words(struct arena *arena, const struct assertion *a);

/* copy - a document that carries another one's words. Written by deduplicate. */
enum copy_kind { COPY_NONE, COPY_SAME_BYTES, COPY_SAME_TEXT, COPY_EDITED, COPY_CONTAINS, COPY_CONTAINED };
extern const char *const copy_kinds[];

struct copy {
	struct str document, origin; /* origin: the earliest, or the wire's */
	int kind;
	struct decimal similarity; /* 0..1: resemblance of the shingles; containment for contains and contained */
	int64_t shared;		   /* sentences in common */
};

extern const struct table copy_table;

/* dating - the publication date of a document that had none. Written by deduplicate. */
struct dating {
	struct str document, published;
	struct strs evidence; /* documents that it shares sentences, quotes or statements with */
	int64_t shared;	      /* sentences and statements in common */
};

extern const struct table dating_table;

#endif
