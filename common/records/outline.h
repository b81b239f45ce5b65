/* outline - what the stages after extract know of a document: its metadata and the
 * fingerprints of its words, never the words. Filled by extract. */
#ifndef RECOUNT_OUTLINE_H
#define RECOUNT_OUTLINE_H

#include "records/refs.h"

struct outline {
	struct str document, ref, input_path;
	int64_t input_offset;
	struct str url, publisher, agency, byline, title, language, dateline_place, published;
	int published_basis;
	int64_t words;           /* of blocks that count */
	struct str text_hash;    /* XXH3-64 of the text with white space folded, 16 hex digits */
	struct strs sentences;   /* XXH3-64 of each sentence of the story, folded (case, quotes, space): 16 hex digits, in order */
	struct strs sketch;      /* bottom-k / MinHash of word shingles: 16 hex digits each; see deduplicate/sketch.h */
	struct str weekdays;     /* weekdays that the story calls today ("on Friday" with past tense), "5" is Friday; joined by '|' */
	struct str last_date;    /* the latest absolute date that the story itself carries, EDTF; never published before it */
};

extern const struct table outline_table;

#endif
