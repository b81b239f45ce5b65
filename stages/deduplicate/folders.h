/* folders - the folders of the input read: outlines first, then claims and events. With
 * --cache each is read once only; later runs take what was kept of it. */
#ifndef RECOUNT_FOLDERS_H
#define RECOUNT_FOLDERS_H

#include "deduplicate.h"
#include "files/stage.h"

struct folder;

struct folders {
	struct folder *at; /* [st.n_inputs] */
	size_t n;
	const char *cache; /* NULL: none */
};

/* The articles of all folders. */
void folders_outlines(struct folders *folders, struct stage *st, struct deduplicate *d);
/* The claims and events of those that are not kept yet, after deduplicate_outlined. */
void folders_rows(struct folders *folders, struct stage *st, struct deduplicate *d);
/* Remove from the cache what is of no folder of this run. The articles are gone. */
void folders_close(struct folders *folders, struct stage *st);

#endif
