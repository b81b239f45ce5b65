#include "files/rawfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct rawfile {
	int fd;
	char *name;
};

static ptrdiff_t read_file(void *with, char *to, size_t n, struct err *err)
{
	struct rawfile *f = with;

	for (;;) {
		ssize_t got = read(f->fd, to, n);

		if (got >= 0)
			return got;
		if (errno != EINTR) {
			err_set(err, "read", "%s", strerror(errno));
			return -1;
		}
	}
}

static void close_file(void *with)
{
	struct rawfile *f = with;

	close(f->fd);
	free(f->name);
	free(f);
}

static int open_fd(const char *path, bool standard, struct err *err)
{
	int fd = standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	const char *why = strerror(errno);

	if (fd >= 0 && fstat(fd, &st) != 0)
		why = strerror(errno);
	else if (fd >= 0 && !S_ISDIR(st.st_mode))
		return fd;
	else if (fd >= 0)
		why = "it is a folder";
	err_set(err, "open", "cannot open %s: %s", path, why);
	if (fd >= 0)
		close(fd);
	return -1;
}

bool rawfile_open(const char *path, struct inflow_source *out, struct err *err)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = open_fd(path, standard, err);

	if (fd < 0)
		return false;
	struct rawfile *f = malloc(sizeof *f);
	char *name = strdup(standard ? "standard input" : path);

	if (!f || !name)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	*f = (struct rawfile){fd, name};
	*out = (struct inflow_source){.read = read_file, .close = close_file, .with = f, .name = name};
	return true;
}
