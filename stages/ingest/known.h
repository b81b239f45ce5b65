/* known - which documents there are already: those of earlier nights, from a list of
 * their ids, and those of this run. */
#ifndef RECOUNT_KNOWN_H
#define RECOUNT_KNOWN_H

#include "base/str.h"
#include "keyset.h"

/* Add the ids of a file, one a line (gzip told by content). Dies: EXIT_INPUT when it
 * cannot be read, EXIT_USAGE with FILE:LINE for a line that is no id of a document. */
void known_read(struct keyset *known, const char *path);

/* True when the document ('d' and 32 hex digits) was not known before; now it is. */
bool known_add(struct keyset *known, struct str id);

#endif
