/* document_reader - documents out of a part file, one after the other. */
#ifndef RECOUNT_DOCUMENT_READER_H
#define RECOUNT_DOCUMENT_READER_H

#include "files/stage.h"
#include "records/document.h"

struct document_reader;

/* Open a part ("-": standard input). Dies (EXIT_INPUT) when it cannot be opened. */
struct document_reader *document_open(struct stage *st, const char *input);

/* The next document, in the stage's scratch arena, which empties first. Bad lines go
 * to the rejects. False at the end. A file that breaks off dies (EXIT_INPUT): parts are
 * written whole, so this one was damaged since. */
bool document_next(struct document_reader *in, struct document *out);
void document_close(struct document_reader *in);

#endif
