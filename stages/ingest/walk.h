/* walk - the files of a folder and its subfolders, in the order of their names. Names
 * that begin with a dot are left out: unfinished files are called so. A folder is
 * entered once, whatever links lead to it, so that no loop is followed. */
#ifndef RECOUNT_WALK_H
#define RECOUNT_WALK_H

#include "base/arena.h"
#include "base/err.h"
#include "keyset.h"

struct walk_folder;

/* Zero-initialised is a walk that is over. */
struct walk {
	struct walk_folder *inner; /* the folder being read; its outer ones behind it */
	struct keyset entered;	   /* device and inode of folders */
};

/* Begin with a folder. Its own failure is told by the first walk_next. */
void walk_start(struct walk *w, const char *folder);

enum walk_result {
	WALK_FILE,
	WALK_BAD, /* *path cannot be read, or is no file: err says why; go on */
	WALK_END,
};

/* The next file; *path is valid until the next call. Memory: the names of the folders
 * on the way down to it. */
enum walk_result walk_next(struct walk *w, const char **path, struct err *err);
void walk_end(struct walk *w);

#endif
