/* inbox - the files that articles come in, each with its digest. */
#ifndef RECOUNT_INBOX_H
#define RECOUNT_INBOX_H

#include "store.h"

struct input {
	struct str path, name; /* name: relative to the inbox */
	char sha256[65];
	uint64_t bytes;
};

struct inbox {
	struct input *at;
	size_t n, room;
	size_t known; /* files that an earlier night took */
};

/* The files of the inbox (a file, or a folder and all below it) that no night of the
 * store took, sorted by name. A folder that is missing, or a file that cannot be read,
 * dies with EXIT_INPUT. */
void inbox_list(const struct store *store, const char *path, struct inbox *out);

#endif
