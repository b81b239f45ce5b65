#include "files/pending.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"

/* Files that are open at once: a quarter of what a process may have. Up to FEW are asked for one by one,
 * for asking the whole file system also waits for what others write. */
enum { MOST = 256, FEW = 8 };

static struct pending {
	int fd;
	char *temporary, *path;
} files[MOST];
static size_t n;

void pending_add(int fd, char *temporary, char *path)
{
	if (n == MOST)
		pending_settle();
	files[n++] = (struct pending){fd, temporary, path};
}

static size_t folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

void pending_sync_folder(const char *path)
{
	char folder[PATH_MAX];
	size_t length = folder_length(path);

	snprintf(folder, sizeof folder, "%.*s", length ? (int)length : 1, length ? path : ".");
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		(void)fsync(fd);
		close(fd);
	}
}

_Noreturn void pending_fail(const char *doing, const char *path)
{
	int why = errno;

	die(EXIT_OUTPUT, "cannot %s %s: %s%s", doing, path, strerror(why),
	    why == ENOSPC   ? "; free some space and run again: finished work is kept"
	    : why == EACCES ? "; check the permissions of its folder"
			    : "");
}

static dev_t device_of(const struct pending *file)
{
	struct stat st;

	if (fstat(file->fd, &st) != 0)
		pending_fail("write", file->path);
	return st.st_dev;
}

/* Once for each file system; nearly always there is one. */
static void sync_systems(void)
{
	dev_t done = 0;

	for (size_t i = 0; i < n; i++) {
		dev_t device = device_of(&files[i]);

		if (i && device == done)
			continue;
		if (syncfs(files[i].fd) != 0)
			pending_fail("write", files[i].path);
		done = device;
	}
}

static void sync_files(void)
{
	for (size_t i = 0; i < n; i++)
		if (fsync(files[i].fd) != 0 && errno != EINVAL)
			pending_fail("write", files[i].path);
}

/* Files of one folder mostly come one after the other, or in turns with those of another. */
static bool folder_is_new(size_t i)
{
	size_t length = folder_length(files[i].path);

	for (size_t k = 0; k < i; k++)
		if (folder_length(files[k].path) == length && memcmp(files[k].path, files[i].path, length) == 0)
			return false;
	return true;
}

void pending_settle(void)
{
	if (n > FEW)
		sync_systems();
	else
		sync_files();
	for (size_t i = 0; i < n; i++) {
		if (close(files[i].fd) != 0)
			pending_fail("write", files[i].path);
		if (rename(files[i].temporary, files[i].path) != 0)
			pending_fail("rename the finished file to", files[i].path);
	}
	for (size_t i = 0; i < n; i++)
		if (folder_is_new(i))
			pending_sync_folder(files[i].path);
	for (; n; n--) {
		free(files[n - 1].temporary);
		free(files[n - 1].path);
	}
}

void pending_clean(void)
{
	for (size_t i = 0; i < n; i++)
		unlink(files[i].temporary); /* one that had its name already is not there any more */
}
