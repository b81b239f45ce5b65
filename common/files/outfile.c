#include "files/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/err.h"
#include "files/pending.h"

enum { BUFFER_BYTES = 256 * 1024, EARLY_BYTES = 4 * 1024 * 1024, GZIP_LEVEL = 6 };

struct outfile {
	struct outfile *next; /* the open ones, for outfile_clean */
	char *path, *temporary;
	int fd;
	gzFile gz;
	size_t n;
	uint64_t size;
	uint64_t written, sent; /* to the file; to its disk */
	bool unsynced;
	void (*see)(void *with, const char *at, size_t n);
	void *with;
	char at[]; /* [BUFFER_BYTES]; not cleared: a night opens hundreds of files */
};

static struct outfile *open_files;
static bool gathering; /* closed files wait for their names */

static _Noreturn void fail(const struct outfile *out, const char *doing)
{
	pending_fail(doing, out->temporary ? out->path : "standard output");
}

/* mkdir -p for the folder of `path`. */
static void make_folders(char *path)
{
	for (char *p = path + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			die(EXIT_OUTPUT, "cannot make the folder %s: %s", path, strerror(errno));
		*p = '/';
	}
}

static int create(const char *path)
{
	return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

static void open_temporary(struct outfile *out)
{
	size_t n = strlen(out->path) + 32;

	out->temporary = malloc(n);
	if (!out->temporary)
		die(EXIT_INTERNAL, "out of memory opening %s", out->path);
	const char *slash = strrchr(out->path, '/');
	int folder = slash ? (int)(slash - out->path) + 1 : 0;

	/* The process id keeps two writers apart; the name never reaches data. */
	snprintf(out->temporary, n, "%.*s.%s.tmp%ld", folder, out->path, out->path + folder, (long)getpid());
	out->fd = create(out->temporary);
	if (out->fd < 0 && errno == ENOENT) { /* mostly its folder is there */
		make_folders(out->path);
		out->fd = create(out->temporary);
	}
	if (out->fd < 0)
		fail(out, "create");
}

struct outfile *outfile_open(const char *path)
{
	struct outfile *out = malloc(sizeof *out + BUFFER_BYTES);
	size_t n = strlen(path);

	if (!out)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	*out = (struct outfile){.path = strdup(path), .fd = STDOUT_FILENO};
	if (!out->path)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	if (strcmp(path, "-") != 0)
		open_temporary(out);
	if (n > 3 && strcmp(path + n - 3, ".gz") == 0) {
		out->gz = gzdopen(dup(out->fd), "wb");
		if (!out->gz)
			die(EXIT_INTERNAL, "out of memory opening %s", path);
		gzsetparams(out->gz, GZIP_LEVEL, Z_DEFAULT_STRATEGY);
	}
	out->next = open_files;
	open_files = out;
	die_cleans(outfile_clean);
	return out;
}

/* RECOUNT_SYNC=0 (`recount read`): files that are gone in a moment need not reach the disk. */
static bool must_last(const struct outfile *out)
{
	const char *sync = getenv("RECOUNT_SYNC");

	return !out->unsynced && (!sync || strcmp(sync, "0") != 0);
}

/* The disk begins before the close has to wait for it. */
static void send_early(struct outfile *out, size_t n)
{
	out->written += n;
	if (out->written - out->sent < EARLY_BYTES || !out->temporary || !must_last(out))
		return;
	(void)sync_file_range(out->fd, (off_t)out->sent, (off_t)(out->written - out->sent), SYNC_FILE_RANGE_WRITE);
	out->sent = out->written;
}

static void write_all(struct outfile *out, const char *at, size_t n)
{
	if (out->see && n)
		out->see(out->with, at, n);
	if (out->gz) {
		if (n && gzwrite(out->gz, at, (unsigned)n) <= 0)
			fail(out, "write");
		return;
	}
	while (n) {
		ssize_t got = write(out->fd, at, n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			fail(out, "write");
		at += got;
		n -= (size_t)got;
		send_early(out, (size_t)got);
	}
}

void outfile_watch(struct outfile *out, void (*see)(void *with, const char *at, size_t n), void *with)
{
	out->see = see;
	out->with = with;
}

char *outfile_room(struct outfile *out, size_t n)
{
	if (n > BUFFER_BYTES)
		return NULL;
	if (n > BUFFER_BYTES - out->n) {
		write_all(out, out->at, out->n);
		out->n = 0;
	}
	return out->at + out->n;
}

void outfile_took(struct outfile *out, size_t n)
{
	out->n += n;
	out->size += n;
}

void outfile_write(struct outfile *out, struct str bytes)
{
	out->size += bytes.n;
	if (bytes.n > BUFFER_BYTES - out->n) {
		write_all(out, out->at, out->n);
		out->n = 0;
	}
	if (bytes.n > BUFFER_BYTES) {
		for (size_t i = 0; i < bytes.n; i += BUFFER_BYTES)
			write_all(out, bytes.at + i, bytes.n - i < BUFFER_BYTES ? bytes.n - i : BUFFER_BYTES);
		return;
	}
	if (bytes.n)
		memcpy(out->at + out->n, bytes.at, bytes.n);
	out->n += bytes.n;
}

void outfile_spare_sync(struct outfile *out)
{
	out->unsynced = true;
}

uint64_t outfile_size(const struct outfile *out)
{
	return out->size;
}

static void unlink_from_list(struct outfile *out)
{
	for (struct outfile **p = &open_files; *p; p = &(*p)->next)
		if (*p == out) {
			*p = out->next;
			return;
		}
}

static void release(struct outfile *out)
{
	unlink_from_list(out);
	free(out->temporary);
	free(out->path);
	free(out);
}

void outfile_close(struct outfile *out)
{
	write_all(out, out->at, out->n);
	if (out->gz && gzclose(out->gz) != Z_OK)
		fail(out, "write");
	out->gz = NULL;
	if (out->temporary && must_last(out)) {
		pending_add(out->fd, out->temporary, out->path);
		out->temporary = out->path = NULL;
		if (!gathering)
			pending_settle();
	} else if (out->temporary) {
		if (close(out->fd) != 0)
			fail(out, "write");
		if (rename(out->temporary, out->path) != 0)
			fail(out, "rename the finished file to");
	}
	release(out);
}

void outfile_gather(void)
{
	gathering = true;
}

void outfile_settle(void)
{
	pending_settle();
}

void outfile_drop(struct outfile *out)
{
	if (out->gz)
		gzclose(out->gz);
	if (out->temporary) {
		close(out->fd);
		unlink(out->temporary);
	}
	release(out);
}

void outfile_clean(void)
{
	for (struct outfile *out = open_files; out; out = out->next)
		if (out->temporary)
			unlink(out->temporary);
	pending_clean();
}
