/* mention_reader - the mentions of one document after the other. */
#ifndef RECOUNT_MENTION_READER_H
#define RECOUNT_MENTION_READER_H

#include "files/stage.h"
#include "records/mention.h"

struct mention_list {
	struct mention *at;
	size_t n;
};

struct mention_reader;

struct mention_reader *mention_reader_open(struct stage *st, const char *input);

/* All mentions of the next document; they live until the next call, which empties the stage's scratch
 * arena too. Bad rows go to the rejects. False at the end; a file that breaks off dies (EXIT_INPUT). */
bool mention_reader_next(struct mention_reader *in, struct mention_list *out);
/* Line of the row read last. */
uint64_t mention_reader_line(const struct mention_reader *in);
void mention_reader_close(struct mention_reader *in);

#endif
