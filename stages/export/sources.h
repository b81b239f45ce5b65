/* sources - who states figures and tells events, counted while these are exported. */
#ifndef RECOUNT_EXPORT_SOURCES_H
#define RECOUNT_EXPORT_SOURCES_H

#include "released.h"

struct sources;

struct sources *sources_open(struct arena *keep);
/* One claim or event of a source (nothing for the narrator, who has no id), said on a
 * day (EDTF; may be empty). */
void sources_claim(struct sources *all, const struct source_ref *source, struct str said);
void sources_event(struct sources *all, const struct source_ref *source, struct str said);
/* All of them, in no order. */
const struct source_row *sources_all(const struct sources *all, size_t *n);

#endif
