/* known - what the store knows of one id: the bucket that it lies in, whole, and the
 * articles behind it. */
#ifndef RECOUNT_STORE_KNOWN_H
#define RECOUNT_STORE_KNOWN_H

#include "records/assertion.h"
#include "records/claim.h"
#include "records/event.h"
#include "records/outline.h"
#include "records/track.h"
#include "store.h"

enum known_kind {
	KNOWN_CLAIMS,
	KNOWN_ASSERTIONS,
	KNOWN_EVENTS,
	KNOWN_TRACKS,
	KNOWN_ESTIMATES,
	KNOWN_CONTRADICTIONS,
	KNOWN_CHECKS,
	KNOWN_KINDS
};

/* Records of one kind of the bucket, in the order of the file (and of the files of events around it). */
struct known_rows {
	char *at; /* [n * table->size] */
	size_t n, room;
	const struct table *table;
};

/* What is told of a document. */
struct known_document {
	struct str id, ref, url, publisher, title, published, input_path;
	int published_basis;
	int64_t input_offset;
};

struct known {
	const struct store *store;
	enum known_kind kind;
	const void *record; /* the one that was asked for */
	struct known_rows rows[KNOWN_KINDS];
	struct {
		struct known_document *at; /* sorted by id */
		size_t n, room;
	} documents;
};

/* Find the record whose id begins with `prefix` (at least 3 characters) and load its
 * bucket. Dies with EXIT_USAGE when it fits several (they are listed) or has no kind,
 * EXIT_INPUT when there is none. */
void known_find(struct known *k, const struct store *store, struct str prefix);

/* A record of the bucket, or NULL. */
const void *known_record(const struct known *k, enum known_kind kind, struct str id);
/* Load what is told of these documents. */
void known_documents(struct known *k, struct strs ids);
const struct known_document *known_document(const struct known *k, struct str id);

#endif
