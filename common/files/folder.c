#include "files/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/outfile.h"
#include "files/pending.h"

bool path_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

bool path_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void make_one(const char *path)
{
	if (mkdir(path, 0777) != 0 && !path_is_folder(path))
		die(EXIT_OUTPUT, "cannot make the folder %s: %s; check the permissions of the folder above it", path,
		    strerror(errno));
}

void folder_make(const char *path)
{
	char part[PATH_MAX];

	snprintf(part, sizeof part, "%s", path);
	for (char *p = part + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		make_one(part);
		*p = '/';
	}
	make_one(part);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
	(void)st;
	(void)type;
	(void)walk;
	return remove(path);
}

void folder_remove(const char *path)
{
	enum { OPEN_FOLDERS = 16 };

	if (path_exists(path) && nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) != 0)
		die(EXIT_OUTPUT, "cannot remove %s: %s; remove it by hand and run again", path, strerror(errno));
}

const char *folder_temporary(struct arena *arena, const char *name)
{
	const char *base = getenv("TMPDIR");
	struct str path = str_printf(arena, "%s/%s-XXXXXX", base && *base ? base : "/tmp", name);

	if (!mkdtemp((char *)path.at))
		die(EXIT_OUTPUT, "cannot make a temporary folder %s: %s; set TMPDIR to a folder that can be written",
		    path.at, strerror(errno));
	return path.at;
}

void folder_publish(const char *from, const char *to)
{
	if (rename(from, to) != 0)
		die(EXIT_OUTPUT, "cannot rename %s to %s: %s", from, to, strerror(errno));
	pending_sync_folder(to);
}

void link_replace(const char *target, const char *path)
{
	char fresh[PATH_MAX];

	snprintf(fresh, sizeof fresh, "%s.tmp%ld", path, (long)getpid());
	unlink(fresh);
	if (symlink(target, fresh) != 0 || rename(fresh, path) != 0)
		die(EXIT_OUTPUT, "cannot let %s name %s: %s", path, target, strerror(errno));
	pending_sync_folder(path);
}

struct strs folder_names(struct arena *arena, const char *path)
{
	struct strs names = {0};
	DIR *dir = opendir(path);

	if (!dir && (errno == ENOENT || errno == ENOTDIR))
		return names;
	if (!dir)
		die(EXIT_INPUT, "cannot open the folder %s: %s", path, strerror(errno));
	for (struct dirent *e; (e = readdir(dir));)
		if (e->d_name[0] != '.')
			strs_add(arena, &names, str_dup(arena, str_of(e->d_name)));
	closedir(dir);
	strs_sort(&names);
	return names;
}

static void add_files(struct arena *arena, const char *root, struct str below, int depth, struct strs *files)
{
	enum { DEEPEST = 64 }; /* folders that lie in each other without end */
	const char *folder = below.n ? str_printf(arena, "%s/%s", root, below.at).at : root;
	struct strs names = folder_names(arena, folder);

	for (size_t i = 0; i < names.n; i++) {
		struct str name = below.n ? str_printf(arena, "%s/%s", below.at, names.at[i].at) : names.at[i];
		const char *path = str_printf(arena, "%s/%s", folder, names.at[i].at).at;
		struct stat st;

		if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
			if (depth < DEEPEST)
				add_files(arena, root, name, depth + 1, files);
		} else if (!path_is_folder(path)) {
			strs_add(arena, files, name);
		}
	}
}

struct strs folder_files(struct arena *arena, const char *path)
{
	struct strs files = {0};

	add_files(arena, path, STR_NULL, 0, &files);
	strs_sort(&files);
	return files;
}

bool file_text(const char *path, struct arena *arena, struct str *out)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT)
		return false;
	if (fd < 0 || fstat(fd, &st) != 0)
		die(EXIT_INPUT, "cannot read %s: %s", path, strerror(errno));
	char *text = arena_text(arena, (size_t)st.st_size + 1);
	size_t n = 0;
	ssize_t got = 0;

	while (n < (size_t)st.st_size && (got = read(fd, text + n, (size_t)st.st_size - n)) > 0)
		n += (size_t)got;
	if (got < 0)
		die(EXIT_INPUT, "cannot read %s: %s", path, strerror(errno));
	close(fd);
	text[n] = '\0';
	*out = (struct str){text, n};
	return true;
}

void file_write(const char *path, struct str text)
{
	struct outfile *out = outfile_open(path);

	outfile_write(out, text);
	outfile_close(out);
}

void file_note(const char *path, struct str text)
{
	struct outfile *out = outfile_open(path);

	outfile_spare_sync(out);
	outfile_write(out, text);
	outfile_close(out);
}
