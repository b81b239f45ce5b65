#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"

/* Often enough that the disk is never far behind, seldom enough that a file's last page,
 * which is written again each time, costs nothing. */
enum { EVERY_MS = 200 };

struct disk {
	int fd; /* the folder; -1: it can't be opened, and nothing is done */
	const char *folder;
	pthread_t thread;
	sem_t over;
	atomic_int why; /* the first error that tells of files lost: the system tells it once alone */
};

/* One call for hundreds of files. */
static void sync_all(struct disk *disk)
{
	int none = 0;

	if (disk->fd >= 0 && syncfs(disk->fd) != 0 && (errno == EIO || errno == ENOSPC || errno == EDQUOT))
		atomic_compare_exchange_strong(&disk->why, &none, errno);
}

static struct timespec next_time(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	t.tv_nsec += EVERY_MS * 1000000L;
	t.tv_sec += t.tv_nsec / 1000000000;
	t.tv_nsec %= 1000000000;
	return t;
}

static bool is_over(struct disk *disk)
{
	struct timespec until = next_time();
	int got;

	do
		got = sem_clockwait(&disk->over, CLOCK_MONOTONIC, &until);
	while (got != 0 && errno == EINTR);
	return got == 0;
}

static void *go_on(void *with)
{
	while (!is_over(with))
		sync_all(with);
	return NULL;
}

struct disk *disk_begin(const char *folder)
{
	struct disk *disk = calloc(1, sizeof *disk);

	if (!disk)
		die(EXIT_INTERNAL, "out of memory");
	disk->folder = folder;
	disk->fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	sem_init(&disk->over, 0, 0);
	int why = pthread_create(&disk->thread, NULL, go_on, disk);

	if (why != 0)
		die(EXIT_INTERNAL, "cannot start a thread: %s", strerror(why));
	return disk;
}

bool disk_settle(struct disk *disk)
{
	sync_all(disk);
	int why = atomic_load(&disk->why);

	if (why)
		warn("cannot write to the disk of %s: %s; mend it and run again: finished work is kept", disk->folder,
		     strerror(why));
	return !why;
}

void disk_end(struct disk *disk)
{
	sem_post(&disk->over);
	pthread_join(disk->thread, NULL);
	sem_destroy(&disk->over);
	if (disk->fd >= 0)
		close(disk->fd);
	free(disk);
}
