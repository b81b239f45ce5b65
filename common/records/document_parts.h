/* document_parts - what reading and writing a document share. */
#ifndef RECOUNT_DOCUMENT_PARTS_H
#define RECOUNT_DOCUMENT_PARTS_H

#include "records/document.h"

/* The members that are texts, in the order of the JSON object. */
enum { DOCUMENT_TEXTS = 12 };
struct document_text {
	const char *name;
	size_t offset;
};
extern const struct document_text document_texts[DOCUMENT_TEXTS];

/* Read a document as we write them, many times as fast as by way of a tree. False for
 * everything else, right or wrong: document_parse looks closer. */
bool document_pull(struct str line, struct arena *arena, struct document *out);

/* d and 32 hex digits? */
bool document_id_is_right(struct str id);
/* Does a letter begin at text[i], or the text end? */
bool document_is_boundary(struct str text, int64_t i);

#endif
