/* recall - rows that an earlier run read, packed, found by their text: a night changes few of the rows
 * of a file, and parsing takes most of the time. One file for each of the input, for this
 * program alone; without it, or with that of another program, all is parsed. */
#ifndef RECOUNT_RECALL_H
#define RECOUNT_RECALL_H

#include "base/arena.h"
#include "base/str.h"

struct outfile;

struct recall {
	struct str had;	 /* the file as it was */
	uint64_t *slots; /* [slots_n] where an entry lies in it, by the hash of its row; 0: free */
	size_t slots_n;
	uint64_t seed;
};

/* key: 32 characters that change with the program. header: the file's first line, which tells what its
 * rows mean. What was kept is read into the arena. */
struct recall recall_open(const char *path, struct str key, struct str header, struct arena *arena);
/* What was made of the row; null: it is not known. */
struct str recall_find(const struct recall *r, struct str row);
/* To be kept, in a file that begins with the key. */
void recall_write(const struct recall *r, struct outfile *out, struct str row, struct str packed);

#endif
