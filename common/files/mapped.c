#include "files/mapped.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"

enum { ORDER_MARK = 0x01020304, CHECKED_FROM = offsetof(struct mapped, digest) };

static uint64_t checksum(const void *file, size_t size)
{
	return hash64((struct str){(const char *)file + CHECKED_FROM, size - CHECKED_FROM});
}

static bool sections_fit(const struct mapped *m)
{
	for (size_t i = 0; i < MAPPED_SECTIONS; i++) {
		struct mapped_section s = m->sections[i];

		if (s.at % MAPPED_ALIGN || s.at > m->size || s.size > m->size - s.at)
			return false;
	}
	return m->digest[sizeof m->digest - 1] == '\0';
}

/* Was it checked by whoever started this program? */
static bool is_known(const struct mapped *m)
{
	const char *known = getenv("RECOUNT_SOUND");

	return known && m->digest[0] && strstr(known, m->digest);
}

/* Of this machine, whole, its sections within it. `known`: nobody need look through all its bytes again. */
static bool is_sound(const char *path, const struct mapped *m, size_t size, bool known, struct err *err)
{
	if (m->order != ORDER_MARK)
		return err_set(err, path, "not a file of this program; compile it again");
	if (m->size != size)
		return err_set(err, path, "%zu bytes long instead of %llu; compile it again", size,
			       (unsigned long long)m->size);
	if (!sections_fit(m) || (!(known && is_known(m)) && m->check != checksum(m, size)))
		return err_set(err, path, "damaged (the checksum differs); compile it again");
	return true;
}

static bool is_of(const char *path, const struct mapped *m, const char *magic, uint32_t version, struct err *err)
{
	if (memcmp(m->magic, magic, sizeof m->magic) != 0 || m->order != ORDER_MARK)
		return err_set(err, path, "not a file of this program (want '%.8s'); compile it again", magic);
	if (m->version != version)
		return err_set(err, path, "version %u, this program reads %u; compile it again", m->version, version);
	return true;
}

/* The whole file in memory; NULL when it is no regular file of at least a header. */
static const struct mapped *map(const char *path, size_t *size, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *at = MAP_FAILED;

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_set(err, path, "cannot open: %s", strerror(errno));
	} else if (!S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof(struct mapped)) {
		err_set(err, path, "not a compiled file; compile it again");
	} else {
		*size = (size_t)st.st_size;
		at = mmap(NULL, *size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
		if (at == MAP_FAILED)
			err_set(err, path, "cannot map: %s", strerror(errno));
	}
	if (fd >= 0)
		close(fd);
	return at == MAP_FAILED ? NULL : at;
}

const struct mapped *mapped_open(const char *path, const char *magic, uint32_t version, struct err *err)
{
	size_t size = 0;
	const struct mapped *m = map(path, &size, err);

	if (m && !(is_of(path, m, magic, version, err) && is_sound(path, m, size, true, err))) {
		munmap((void *)m, size);
		return NULL;
	}
	return m;
}

bool mapped_check(const char *path, char digest[MAPPED_DIGEST], struct err *err)
{
	size_t size = 0;
	const struct mapped *m = map(path, &size, err);
	bool sound = m && is_sound(path, m, size, false, err);

	if (sound)
		memcpy(digest, m->digest, sizeof m->digest);
	if (m)
		munmap((void *)m, size);
	return sound;
}

void mapped_close(const struct mapped *m)
{
	if (m)
		munmap((void *)m, (size_t)m->size);
}

static size_t aligned(size_t n)
{
	return (n + MAPPED_ALIGN - 1) / MAPPED_ALIGN * MAPPED_ALIGN;
}

/* The file's bytes in one allocation, which the caller frees. */
static struct mapped *lay_out(const char *magic, uint32_t version, const struct str *sections, size_t n)
{
	size_t size = aligned(sizeof(struct mapped)), at = size;

	for (size_t i = 0; i < n; i++)
		size += aligned(sections[i].n);
	struct mapped *m = calloc(1, size);

	if (!m)
		die(EXIT_INTERNAL, "out of memory (%zu bytes wanted)", size);
	memcpy(m->magic, magic, sizeof m->magic);
	m->version = version;
	m->order = ORDER_MARK;
	m->size = size;
	for (size_t i = 0; i < n; i++) {
		m->sections[i] = (struct mapped_section){at, sections[i].n};
		if (sections[i].n)
			memcpy((char *)m + at, sections[i].at, sections[i].n);
		at += aligned(sections[i].n);
	}
	return m;
}

static void add_digest(struct mapped *m, const struct str *sections, size_t n)
{
	struct arena scratch = {0};
	struct str id = hash_id(&scratch, 'd', sections, n);

	memcpy(m->digest, id.at + 1, id.n - 1);
	arena_free(&scratch);
	m->check = checksum(m, (size_t)m->size);
}

static bool write_all(int fd, const char *at, size_t n)
{
	while (n) {
		ssize_t done = write(fd, at, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += done;
		n -= (size_t)done;
	}
	return fsync(fd) == 0;
}

bool mapped_write(const char *path, const char *magic, uint32_t version, const struct str *sections, size_t n,
		  struct err *err)
{
	assert(n <= MAPPED_SECTIONS);
	struct arena scratch = {0};
	struct str temporary = str_printf(&scratch, "%s.%ld.tmp", path, (long)getpid());
	struct mapped *m = lay_out(magic, version, sections, n);
	int fd = open(temporary.at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	add_digest(m, sections, n);
	bool done = fd >= 0 && write_all(fd, (const char *)m, (size_t)m->size);

	done = (fd < 0 || close(fd) == 0) && done && rename(temporary.at, path) == 0;
	if (!done) {
		err_set(err, path, "cannot write: %s", strerror(errno));
		unlink(temporary.at);
	}
	free(m);
	arena_free(&scratch);
	return done;
}
