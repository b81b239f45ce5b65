/* record - who goes on record with a statement, and when. A person speaks for their
 * organisation; the narrator is the publication, and of a wire copy the wire; a copy's
 * statements are those of its original. */
#ifndef RECOUNT_RECORD_H
#define RECOUNT_RECORD_H

#include "articles.h"
#include "records/claim.h"
#include "records/event.h"

struct record {
	struct source_ref source;  /* the organisation where there is one */
	struct source_ref speaker; /* the person who speaks for it; empty otherwise */
	struct str part_of;	   /* id of the organisation that source is part of */
	struct str whole;	   /* and of the outermost one that this is part of, as the bucket's claims tell */
	uint32_t rank;		   /* of the source's id among those of the bucket */
	bool narrator;
};

/* Who states it. Texts live in the arena or in the arguments. */
struct record record_of(const struct source_ref *source, const struct source_ref *org, const struct articles *all,
			uint32_t article, struct arena *arena);
/* The publication itself: agency, else publisher, of the article's origin. */
struct record record_of_narrator(const struct articles *all, uint32_t article, struct arena *arena);

/* The day on which it was stated: that of `stated`, else the publication's; a copy
 * that states it on its own publication day states it on its original's. NO_DAY: not known. */
int32_t record_day(struct str stated, const struct articles *all, uint32_t article);

/* Resolve what waited for the document's date, and fill `stated` where the text gave no
 * day. Nothing changes while the article has no date. */
void record_date_claim(struct claim *c, const struct article *a, struct arena *arena);
void record_date_event(struct event *e, const struct article *a, struct arena *arena);

/* rename_source, on source and organisation. */
void record_rename(struct source_ref *source, const struct overrides *overrides, struct arena *arena);

#endif
