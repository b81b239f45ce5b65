/* part - the rows of one file, as far as reconcile looks at them. */
#ifndef RECOUNT_PART_H
#define RECOUNT_PART_H

#include "files/stage.h"

struct part {
	struct table_reader *in;
	char *at; /* [n] of the table's structs; what they say lives until part_close */
	size_t n, room;
	struct arena texts;
};

/* All rows of an assertion_table or event_table; bad ones are rejected. Lists are in the arena. */
void part_read(struct part *rows, struct stage *st, const struct table *table, const char *path, struct arena *arena);
/* The same; rows that were read before are taken from the file `kept` (recall.h) and come first. key: of
 * the program. */
void part_recall(struct part *rows, struct stage *st, const struct table *table, const char *path, const char *kept,
		 struct str key, struct arena *arena);
void part_close(struct part *rows);

#endif
