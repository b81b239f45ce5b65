/* articles - what the release tells of each document: the one thing of a store that is
 * held in memory whole. */
#ifndef RECOUNT_EXPORT_ARTICLES_H
#define RECOUNT_EXPORT_ARTICLES_H

#include "export.h"

/* mark: of the id's hash, so that another's is told without a look at it. number: of the
 * article, from 1; 0: free. */
struct article_slot {
	uint32_t mark, number;
};

struct articles {
	struct document_row *at;
	size_t n, room;
	struct article_slot *slots; /* [slots_n] by the hash of the id */
	size_t slots_n;
	uint32_t *ranks; /* [n] in order of publication (undated last), then of ids */
};

/* Read outlines, datings and copies of all inputs; documents published after the as-of
 * are left out. Memory in the stage's keep. */
struct articles *articles_open(struct export *ex);
/* NULL for a document that is not known, or is later than the as-of. */
struct document_row *articles_find(const struct articles *all, struct str id);
/* Number of the document in the order in which its figures come. */
uint32_t articles_rank(const struct articles *all, const struct document_row *document);
/* What a row tells of its document. */
struct article_ref article_ref_of(const struct document_row *document);

#endif
