/* parts - what is read in the documents: extract and normalise of one part of a night,
 * a unit of work that is done when its stamp bears its key. */
#ifndef RECOUNT_PARTS_H
#define RECOUNT_PARTS_H

#include "files/digest.h"
#include "settings.h"
#include "store.h"
#include "tasks.h"

/* One part and what became of it. */
struct part {
	size_t night;
	struct str name; /* "part-00000" */
};

struct parts {
	struct part *at;
	size_t n, room;
};

/* What the stamp of a part tells. */
struct part_counts {
	uint64_t documents, claims, events, rejected;
};

/* Documents published on one day; day empty: not dated. */
struct day_count {
	struct str day; /* "2016-12-16", as the article gives it */
	uint64_t documents;
};

struct days {
	struct day_count *at;
	size_t n, room;
};

/* Parts of a night whose documents are there, in order. */
void parts_list(const struct store *store, size_t night, struct parts *out);
/* Is it read already, by the same programs and words? */
bool part_is_read(const struct store *store, const struct settings *s, const struct part *part);
/* The task that reads parts [n > 0] of one night, one after the other: a program that starts maps and checks
 * the words, which costs what some dozen articles do. On its end call parts_finished. */
struct task parts_task(const struct store *store, const struct settings *s, const struct part *parts, size_t n);
/* Write the stamps of the task's parts and their lists of ids, drop what is not needed any more. */
void parts_finished(const struct store *store, const struct settings *s, const struct task *task);

/* Add up the stamps of a night: counts, documents by day (each day may come several
 * times), and the digest of what was read. Any of them may be NULL. */
void parts_sum(const struct store *store, size_t night, struct part_counts *counts, struct days *days,
	       struct digest *read);

#endif
