/* pending - files that are complete but for the disk: a program that writes hundreds waits for
 * it once, and then gives all their names. Waiting for each, and for its folder, takes longer
 * than the work. */
#ifndef RECOUNT_PENDING_H
#define RECOUNT_PENDING_H

/* A file that lies under `temporary`, open as fd, and shall be `path`. The texts (malloc) and fd
 * are pending's now. Once there are many, or room for no more, it settles. */
void pending_add(int fd, char *temporary, char *path);
/* All are on the disk, then have their names, then those are there. Dies (EXIT_OUTPUT) when the disk
 * fails: none has its name then. */
void pending_settle(void);
/* Remove them: they never had their names. */
void pending_clean(void);
/* Say that it could not be done to a file, and what helps; errno tells why. */
_Noreturn void pending_fail(const char *doing, const char *path);
/* Sync the folder that `path` lies in: only then does a rename in it outlive a crash. */
void pending_sync_folder(const char *path);

#endif
