#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"

struct names {
	const char **at;
	size_t n, room;
};

struct walk_folder {
	struct walk_folder *outer;
	struct arena arena;
	const char *path;
	struct names names;
	size_t next;
	int failed;	    /* errno of opening or reading it; 0 */
	struct str current; /* path of the entry given last */
};

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void read_names(struct walk_folder *f, const char *path)
{
	DIR *dir = opendir(path);

	if (!dir) {
		f->failed = errno;
		return;
	}
	errno = 0;
	for (struct dirent *e; (e = readdir(dir)); errno = 0)
		if (e->d_name[0] != '.')
			LIST_ADD(&f->arena, &f->names, str_dup(&f->arena, str_of(e->d_name)).at);
	f->failed = errno;
	closedir(dir);
	if (f->names.n)
		qsort(f->names.at, f->names.n, sizeof *f->names.at, by_name);
}

/* A folder lies in its own arena, with its names. */
static void enter(struct walk *w, const char *path)
{
	struct arena arena = {0};
	struct walk_folder *f = ARENA_NEW(&arena, struct walk_folder);

	f->path = str_dup(&arena, str_of(path)).at;
	f->arena = arena;
	f->outer = w->inner;
	w->inner = f;
	read_names(f, f->path);
}

static void leave(struct walk *w)
{
	struct arena arena = w->inner->arena;

	w->inner = w->inner->outer;
	arena_free(&arena);
}

static bool is_new(struct walk *w, const struct stat *st)
{
	return keyset_add(&w->entered, (struct key128){(uint64_t)st->st_dev + 1, (uint64_t)st->st_ino});
}

void walk_start(struct walk *w, const char *folder)
{
	struct stat st;

	*w = (struct walk){0};
	if (stat(folder, &st) == 0)
		(void)is_new(w, &st);
	enter(w, folder);
}

/* The entry of the innermost folder: a file, something to complain of, or a folder to enter (WALK_END). */
static enum walk_result look(struct walk *w, const char *path, struct err *err)
{
	struct stat st;

	if (stat(path, &st) != 0) {
		err_set(err, "open", "cannot read it: %s", strerror(errno));
		return WALK_BAD;
	}
	if (S_ISDIR(st.st_mode)) {
		if (is_new(w, &st))
			enter(w, path);
		return WALK_END;
	}
	if (!S_ISREG(st.st_mode)) {
		err_set(err, "open", "not a file: a device, a pipe or a socket");
		return WALK_BAD;
	}
	return WALK_FILE;
}

enum walk_result walk_next(struct walk *w, const char **path, struct err *err)
{
	while (w->inner) {
		struct walk_folder *f = w->inner;

		if (f->failed) {
			err_set(err, "open", "cannot read the folder: %s", strerror(f->failed));
			f->failed = 0;
			*path = f->path;
			return WALK_BAD;
		}
		if (f->next == f->names.n) {
			leave(w);
			continue;
		}
		bool slash = str_ends(str_of(f->path), STR("/"));

		f->current = str_printf(&f->arena, "%s%s%s", f->path, slash ? "" : "/", f->names.at[f->next++]);
		enum walk_result got = look(w, f->current.at, err);

		*path = f->current.at;
		if (got != WALK_END)
			return got;
	}
	return WALK_END;
}

void walk_end(struct walk *w)
{
	while (w->inner)
		leave(w);
	keyset_free(&w->entered);
}
