/* whole - a file of which all is one record, read whole; and bytes in memory as a file. */
#ifndef RECOUNT_WHOLE_H
#define RECOUNT_WHOLE_H

#include "given.h"

/* All that is left of the file, in the arena. False and err when it breaks off or is
 * larger than from->max_record. */
bool whole_read(struct source *from, struct arena *arena, struct str *out, struct err *err);

/* Bytes that outlive the source, as a source. It lies in the arena. */
struct inflow_source whole_source(struct str bytes, const char *name, struct arena *arena);

#endif
