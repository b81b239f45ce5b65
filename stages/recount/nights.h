/* nights - the inbox's new articles become a night of the store, and every night is read. */
#ifndef RECOUNT_NIGHTS_H
#define RECOUNT_NIGHTS_H

#include <jansson.h>

#include "parts.h"

/* What this run did. */
struct taken {
	uint64_t inputs_new, inputs_known;
	uint64_t articles_new, articles_known, rejected;
	uint64_t articles_unread; /* of the new ones: in languages that are not read */
	struct str languages;	  /* which: "de 2, fr 1" */
	uint64_t records_skipped; /* of crawls and feeds: requests, images, pages without a story */
	size_t parts_read_again;  /* of earlier nights: programs or words changed */
	int code;		  /* of tasks_run */
};

/* Read what is not read yet in earlier nights, take the new inputs of the inbox (a file
 * or folder; NULL: none) as one or more nights, and read those. A night with more than
 * max_rejects bad records is removed again and the program dies with EXIT_INPUT. */
struct taken nights_take(const struct store *store, const struct settings *s, const char *inbox);

/* The inputs and counts of the nights 1..n, for manifest.json. New reference. */
json_t *nights_manifest(const struct store *store, size_t n);

#endif
