/* outline - what the stages after extract know of a document: its metadata and the
 * fingerprints of its words, never the words. Filled by extract. */
#ifndef RECOUNT_OUTLINE_H
#define RECOUNT_OUTLINE_H

#include "records/refs.h"
#include "values/sketch.h"

struct outline {
	struct str document, ref, input_path;
	int64_t input_offset;
	struct str url, publisher, agency, byline, title, language, dateline_place, published;
	int published_basis;
	struct str modified;   /* when this version of it was made, ISO 8601 */
	int64_t words;	       /* of the blocks that count (block_counts) */
	struct str bytes_hash; /* XXH3-64 of the text as it came, 16 hex digits */
	struct str text_hash;  /* XXH3-64 of the text with white space folded, 16 hex digits */
	/* Wordings (values/sketch.h: wording_word with hash64 of each word's lower case, marks left out;
	 * wording_finish; 0 is left out; wording_format) of each sentence of the blocks that count, and of each
	 * stretch within quotation marks of these sentences, so that a quote is known again however it is
	 * introduced. In order of the text; each once. */
	struct strs sentences;
	struct strs sketch; /* outline_sketch of the words of the blocks that count, in order */
	/* Weekdays (1 Monday .. 7 Sunday, sorted, each once, joined by '|') that the blocks that count name as
	 * the nearest past or today: "on Friday" with a verb in the past, "late Thursday". */
	struct str weekdays;
	struct str last_date; /* the latest absolute day, month or year told as past in the blocks that count, EDTF */
};

extern const struct table outline_table;

/* A sketch as the list of its bands; empty for a text of less than three words. */
struct strs outline_sketch(struct arena *arena, const struct sketch *sketch);
/* And back as numbers; false when the list is no sketch. */
bool outline_sketch_parse(struct strs bands, uint16_t out[SKETCH_BINS]);

#endif
