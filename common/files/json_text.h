/* json_text - a text as a string of JSON, and back: what nearly all of a document is. The
 * same bytes as Jansson's, several times as fast; all else of JSON is Jansson's. */
#ifndef RECOUNT_JSON_TEXT_H
#define RECOUNT_JSON_TEXT_H

#include "base/str.h"

struct outfile;

/* In quotes, escaped; the text is UTF-8. Empty is null. */
void json_text_write(struct outfile *out, struct str text);

/* A line of JSON that is read from left to right. Every function returns false, and then the
 * line is no longer to be read, for what is wrong and for what is seldom (a surrogate that
 * stands alone, NUL, numbers that are not whole): Jansson decides what it is. */
struct json_pull {
	const char *at, *end;
	struct arena *arena; /* of texts that had escapes; others are views of the line */
};

/* The mark (one of {}[]:,) behind white space. */
bool json_pull_mark(struct json_pull *p, char mark);
/* Is that mark next? It stays. */
bool json_pull_sees(struct json_pull *p, char mark);
/* A string that is UTF-8; "" is a view that is not NULL. */
bool json_pull_text(struct json_pull *p, struct str *out);
/* A whole number of at most 18 digits. */
bool json_pull_whole(struct json_pull *p, int64_t *out);
/* "null", "true", "false". */
bool json_pull_word(struct json_pull *p, struct str word);
/* Nothing but white space is left. */
bool json_pull_ends(struct json_pull *p);

#endif
