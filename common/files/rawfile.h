/* rawfile - a file, or standard input, as a source of bytes. */
#ifndef RECOUNT_RAWFILE_H
#define RECOUNT_RAWFILE_H

#include "files/inflow.h"

/* False and err (field "open") when it cannot be opened or is a folder; "-" is standard
 * input. Closing the source closes the file. */
bool rawfile_open(const char *path, struct inflow_source *out, struct err *err);

#endif
