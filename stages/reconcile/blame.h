/* blame - hostile acts that sources lay at different doors. */
#ifndef RECOUNT_BLAME_H
#define RECOUNT_BLAME_H

#include "records/bodies.h"
#include "tale.h"

/* The tales [n] of one happening. */
void blame_find(const struct tale *at, size_t n, const struct bodies *bodies, struct contradictions *out,
		struct arena *arena);

#endif
