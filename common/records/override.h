/* override - what an analyst has decided otherwise: a row of overrides.csv. It names
 * what it means by fields, never by ids, so it holds for nights to come. An empty
 * field fits everything.
 *
 *   action         means
 *   drop_claim     the claims that fit (measure, subject, place, days of stating, source, url, value) reach no track
 *   drop_document  nothing of the documents with this url (or by this source as publisher) reaches a track or the
 * timeline rename_source  `source` (id or name) is the source called `value` fix_date       the document with this url
 * was published on the day `value` merge          the track that fits is one with that of the subject `value` split the
 * track that fits begins anew on the day `from` pin            the track that fits stands at `value`, `low`, `high`
 * from `from` to `to`
 *
 * The first four are applied by deduplicate, before statements are merged; the last
 * three by reconcile, after its own rules. */
#ifndef RECOUNT_OVERRIDE_H
#define RECOUNT_OVERRIDE_H

#include "records/refs.h"
#include "values/date.h"

enum override_action {
	OVERRIDE_NONE,
	OVERRIDE_DROP_CLAIM,
	OVERRIDE_DROP_DOCUMENT,
	OVERRIDE_RENAME_SOURCE,
	OVERRIDE_FIX_DATE,
	OVERRIDE_MERGE,
	OVERRIDE_SPLIT,
	OVERRIDE_PIN
};
extern const char *const override_actions[];

struct override {
	enum override_action action;
	struct str measure, subject, place, source, url; /* place and source: id or name, any case */
	struct str value;
	int32_t from, to;		  /* days, both included; DATE_DAYS_MIN, DATE_DAYS_MAX when open */
	struct decimal number, low, high; /* number: value, where it is one */
	struct str note;
	size_t line;
};

struct overrides {
	struct override *at;
	size_t n, room;
};

/* Read the file into the arena; "" or NULL gives none. An unknown action or column, a
 * wrong number or day, or a row that names nothing is err, its field FILE:LINE. */
bool overrides_read(const char *path, struct arena *arena, struct overrides *out, struct err *err);

/* What an override is held against. day: DATE_DAYS_MIN - 1 for none known. */
struct override_case {
	struct str measure, subject, url;
	const struct place_ref *place;
	const struct source_ref *source;
	struct decimal number;
	int32_t day;
};

/* Does it fit? The value counts for drop_claim alone. */
bool override_fits(const struct override *o, const struct override_case *c);

#endif
