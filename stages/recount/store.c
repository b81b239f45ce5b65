#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "files/folder.h"

const char *store_at(const struct store *store, const char *name)
{
	return str_printf(store->arena, "%s/%s", store->path, name).at;
}

const char *store_night(const struct store *store, size_t night, const char *name)
{
	return str_printf(store->arena, "%s/nights/%06zu%s%s", store->path, night, name ? "/" : "", name ? name : "")
		.at;
}

size_t store_nights(const struct store *store)
{
	size_t n = 0;

	while (path_is_folder(store_night(store, n + 1, NULL)))
		n++;
	return n;
}

/* The programs of a killed run end with it; give them a moment to let the lock go. */
static bool take_lock(int fd, const char *path, struct arena *arena)
{
	enum { TRIES = 40, PAUSE_MICROSECONDS = 25000 };

	for (int i = 0; i < TRIES; i++) {
		struct str text;
		int64_t pid = 0;

		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return true;
		if (errno != EWOULDBLOCK)
			die(EXIT_OUTPUT, "cannot lock %s: %s", path, strerror(errno));
		if (file_text(path, arena, &text) && str_to_int(str_cut(&text, ' '), 1, INT32_MAX, &pid) &&
		    kill((pid_t)pid, 0) == 0)
			return false;
		usleep(PAUSE_MICROSECONDS);
	}
	return false;
}

static void write_holder(const struct store *store)
{
	char text[64];
	int n = snprintf(text, sizeof text, "%ld recount\n", (long)getpid());

	if (ftruncate(store->lock, 0) != 0 || pwrite(store->lock, text, (size_t)n, 0) != n)
		die(EXIT_OUTPUT, "cannot write %s: %s; free some space or check its permissions",
		    store_at(store, "lock"), strerror(errno));
}

static int sweep_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
	const char *name = path + walk->base;

	(void)st;
	if (type == FTW_F && name[0] == '.' && strstr(name, ".tmp"))
		unlink(path);
	return 0;
}

/* Files that a killed stage did not finish have names of their own: remove them, unless
 * the last run came to its end. */
static void sweep(const struct store *store)
{
	enum { OPEN_FOLDERS = 16 };
	struct str last = STR_NULL;

	if (file_text(store_at(store, "last.json"), store->arena, &last) && str_find(last, STR("\"running\"")) < 0)
		return;
	(void)nftw(store->path, sweep_one, OPEN_FOLDERS, FTW_PHYS);
}

static void recover(const struct store *store)
{
	sweep(store);

	if (!path_exists(store_at(store, "merged")) && path_exists(store_at(store, "merged.new/stamp.json")))
		folder_publish(store_at(store, "merged.new"), store_at(store, "merged"));
	folder_remove(store_at(store, "merged.new"));
	folder_remove(store_at(store, "tmp"));
	folder_make(store_at(store, "tmp"));
}

void store_open(struct store *store, const char *path, struct arena *arena)
{
	*store = (struct store){.path = path, .arena = arena};
	folder_make(path);
	const char *lock = store_at(store, "lock");

	/* Inherited by the stages: the lock is free only when none of them lives any more. */
	store->lock = open(lock, O_RDWR | O_CREAT, 0666);
	if (store->lock < 0)
		die(EXIT_OUTPUT, "cannot open %s: %s; check the permissions of the store", lock, strerror(errno));
	if (!take_lock(store->lock, lock, arena))
		die(EXIT_OUTPUT, "the store %s is in use by %.*s; wait until that run is over", path,
		    STR_ARG(store_holder(store, arena)));
	write_holder(store);
	recover(store);
}

bool store_look(struct store *store, const char *path, struct arena *arena)
{
	*store = (struct store){.path = path, .arena = arena, .lock = -1};
	return path_is_folder(path);
}

void store_close(struct store *store)
{
	if (store->lock >= 0)
		close(store->lock);
	store->lock = -1;
}

struct str store_holder(const struct store *store, struct arena *arena)
{
	const char *path = store_at(store, "lock");
	struct str text;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool held = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0;

	if (fd >= 0)
		close(fd);
	if (!held)
		return STR_NULL;
	if (!file_text(path, arena, &text) || text.n == 0)
		return STR("another run");
	return str_printf(arena, "process %.*s", STR_ARG(str_trim(text)));
}
