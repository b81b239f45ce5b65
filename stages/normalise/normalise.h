/* normalise - the mentions of one document as typed values: claims and events, and on
 * demand time expressions and attributions. */
#ifndef RECOUNT_NORMALISE_H
#define RECOUNT_NORMALISE_H

#include "mention_reader.h"
#include "records/claim.h"
#include "records/event.h"
#include "records/expressions.h"
#include "records/gazetteer.h"
#include "records/lexicon.h"

/* What normalise reads with: mapped at start, and what it remembers from document to document. */
struct words {
	const struct lexicon *lex;
	const struct gazetteer *places;
	struct once *once;
	struct where_names *names;
};

/* The folder's lexicon.bin and gazetteer.bin; false with err (field: the file) when one cannot be used. */
bool words_open(struct words *words, const char *folder, struct arena *keep, struct err *err);
void words_close(struct words *words);

struct normalised {
	struct {
		struct claim *at;
		size_t n, room;
	} claims;
	struct {
		struct event *at;
		size_t n, room;
	} events;
	struct {
		struct time_record *at;
		size_t n, room;
	} times;
	struct {
		struct attribution_record *at;
		size_t n, room;
	} attributions;
	struct {
		struct err *at;
		size_t n, room;
	} rejects;
};

/* Everything lives in the arena or in the mentions. n log n in the mentions. */
struct normalised normalise(const struct mention_list *mentions, const struct words *words, struct arena *arena);

#endif
