/* data_of_test - where the tests find what the build has compiled. */
#ifndef RECOUNT_DATA_OF_TEST_H
#define RECOUNT_DATA_OF_TEST_H

#include <stdio.h>
#include <stdlib.h>

/* The file's path: in RECOUNT_DATA, or beside RECOUNT_BIN, or in build/. Valid until the next call. */
static inline const char *data_of_test(const char *file)
{
	const char *data = getenv("RECOUNT_DATA"), *bin = getenv("RECOUNT_BIN");
	static char path[512];

	if (data)
		snprintf(path, sizeof path, "%s/%s", data, file);
	else
		snprintf(path, sizeof path, "%s/../share/recount/%s", bin ? bin : "build/bin", file);
	return path;
}

#endif
