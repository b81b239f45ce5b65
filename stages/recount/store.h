/* store - what earlier nights left: the documents, what was read in them, what was made
 * of all of it. One run at a time holds its lock.
 *
 *   STORE/lock                      process id and command of the run that holds it
 *   STORE/last.json                 how the last run went
 *   STORE/nights/000001/            one folder a night
 *       night.json                  the inputs with their digests; there once all is taken in
 *       accepted                    there once its rejects were found to be few enough
 *       ids                         ids of its documents, one a line
 *       documents/part-00000.jsonl
 *       outlines/ claims/ events/   part-00000.csv: what was read in that part
 *       rejects/                    INGEST, extract-part-00000.jsonl …
 *       stamps/part-00000.json      key of the unit of work, and its counts
 *   STORE/rows/                     deduplicate: what it read in each night, in a form that is read again in no
 *                                   time; may be removed
 *   STORE/merged/                   deduplicate: copies/ datings/ claims/ assertions/ events/, made.json, stamp.json
 *   STORE/reconciled/               reconcile: tracks/ estimates/ contradictions/ checks/ tolls/ stamps/;
 *                                   checks/bucket-across.csv: what lies in several buckets
 *   STORE/words/DIGEST/             own folders of words, compiled
 *   STORE/released.json             what the last release was made of
 *
 * A unit of work (a part, the merging, a bucket) is done when its stamp bears the key
 * that its inputs, the programs, the words and the settings have now. */
#ifndef RECOUNT_STORE_H
#define RECOUNT_STORE_H

#include "files/table.h"

struct store {
	const char *path;
	struct arena *arena; /* of the run */
	int lock;	     /* file descriptor; -1: not held */
};

/* Make the folder and take the lock; dies with EXIT_OUTPUT, telling the holder, when
 * another run has it. Removes what a killed run left unfinished. */
void store_open(struct store *store, const char *path, struct arena *arena);
/* Only to look: no lock; false when there is no store. */
bool store_look(struct store *store, const char *path, struct arena *arena);
void store_close(struct store *store);
/* Who holds the lock ("process 1234: recount run …"); empty when nobody does. */
struct str store_holder(const struct store *store, struct arena *arena);

/* "STORE/name", "STORE/nights/000001/name" (night from 1; name may be NULL). */
const char *store_at(const struct store *store, const char *name);
const char *store_night(const struct store *store, size_t night, const char *name);
/* How many nights there are; they are numbered from 1 without a gap. */
size_t store_nights(const struct store *store);

#endif
