/* released - the tables of a release: which columns, in which order, with which HXL tag.
 * Their order is chosen for the reader of a spreadsheet: what, how many, who, when,
 * where and the words first, ids last. */
#ifndef RECOUNT_RELEASED_H
#define RECOUNT_RELEASED_H

#include "records/assertion.h"
#include "records/claim.h"
#include "records/event.h"
#include "records/track.h"

/* What a row needs of the document that it stands in. */
struct article_ref {
	struct str publisher, title, url, published;
	int published_basis;
};

struct figure_row {
	struct claim claim;
	struct article_ref article;
	struct str track;
	int64_t reports, independent; /* of its assertion */
};

struct event_row {
	struct event event;
	struct article_ref article; /* the first document by date */
};

struct document_row {
	struct str document, ref, url, publisher, agency, byline, title, language, dateline_place, published;
	int published_basis;
	int64_t words, figures, events;
	struct str copy_of;
	int copy_kind;
	struct decimal similarity;
};

struct source_row {
	struct str id, name, type;
	int64_t claims, events;
	struct str first_said, last_said; /* EDTF days */
};

enum change_kind { CHANGE_NONE, CHANGE_NEW, CHANGE_REVISED, CHANGE_CONTESTED, CHANGE_SETTLED, CHANGE_GONE };
extern const char *const change_kinds[];

struct change_row {
	int kind;
	struct str what; /* "track" or "contradiction" */
	struct str id;
	struct str measure, subject;
	struct place_ref place;
	int status_before, status;
	struct decimal low_before, best_before, high_before, low, best, high;
	struct strs sources; /* whose statements are new */
	struct str why;	     /* in words */
};

enum released_name {
	RELEASED_FIGURES,
	RELEASED_TIMELINE,
	RELEASED_TRACKS,
	RELEASED_ESTIMATES,
	RELEASED_CONTRADICTIONS,
	RELEASED_CHECKS,
	RELEASED_SOURCES,
	RELEASED_DOCUMENTS,
	RELEASED_CHANGES,
	RELEASED_COUNT
};

struct foreign_key {
	const char *column;
	enum released_name to; /* its key */
};

struct released {
	const char *name;  /* "figures": of the files figures.csv and figures.json */
	const char *about; /* what a row is */
	const char *order; /* by what the rows are sorted */
	const char *key;   /* columns that name a row, a blank between them */
	struct table table;
	const char *const *tags;	/* [table.n] HXL */
	const struct foreign_key *keys; /* ended by a NULL column */
};

/* The tables, composed in the arena. */
const struct released *released_tables(struct arena *arena);

#endif
