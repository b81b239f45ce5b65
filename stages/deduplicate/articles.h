/* articles - what must be known of all documents at once: fingerprints and dates,
 * kept compact (about half a kilobyte an article), in an order of their own. */
#ifndef RECOUNT_ARTICLES_H
#define RECOUNT_ARTICLES_H

#include "records/outline.h"
#include "records/override.h"
#include "values/moment.h"

/* No day, no article. */
#define NO_DAY	   INT32_MIN
#define NO_ARTICLE UINT32_MAX

struct article {
	struct str id, url, publisher, agency;
	struct moment published;
	struct moment modified; /* when this version was made; none: not told */
	int32_t day;		/* of published [days since 1970-01-01]; NO_DAY: not known */
	int32_t from;		/* first day of the date as it was given, however coarse; NO_DAY: none */
	int32_t not_before;	/* first day of the latest date that the text carries; DATE_DAYS_MIN: none */
	unsigned weekdays;	/* bit n: weekday n is told as just past */
	int64_t words;
	uint64_t bytes_hash, text_hash; /* 0: not given */
	uint64_t *sentences;		/* [n_sentences] wordings, sorted, each once */
	uint32_t n_sentences;
	bool sketched, dropped; /* dropped: by an override, or for a newer version of its page */
	uint16_t sketch[SKETCH_BINS];
	bool inferred;	 /* the date was inferred here */
	bool redated;	 /* it has another date than it came with: by an override, or as a newer version of its page */
	uint32_t origin; /* itself, or the article whose copy it is; filled by copies */
	uint32_t rank;	 /* of its id among all; filled by articles_order */
	uint32_t given;	 /* its number when it was added */
};

struct articles {
	struct article *at;
	size_t n, room;
	uint32_t *slots; /* [slots_n] article + 1 by the hash of its id; 0: free */
	size_t slots_n;
	uint32_t *recent; /* the article found last: rows of one document mostly come together */
	uint32_t *now;	  /* [n] number of the article that was given that number */
};

/* Add one; its number, or that of the one with this id that is there already. Numbers hold
 * until the articles are put in order; then `now` tells the new ones. */
uint32_t articles_add(struct articles *all, const struct outline *outline, struct arena *keep);
/* Likewise, as it was added elsewhere; its texts and sentences are shared. */
uint32_t articles_join(struct articles *all, const struct article *article, struct arena *keep);
/* Put them in the order in which copies are looked for (an original stands before its
 * copies): by day, undated last; on one day the wire's own first; then by moment and id. */
void articles_order(struct articles *all, struct arena *keep);
/* Number of the article with that id, or NO_ARTICLE. */
uint32_t articles_find(const struct articles *all, struct str id);

/* drop_document and fix_date. */
void articles_override(struct articles *all, const struct overrides *overrides);

/* Is it the wire's own publication, not a paper's print of it? */
bool article_is_wire(const struct article *a);

#endif
