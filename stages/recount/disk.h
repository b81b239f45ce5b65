/* disk - what programs write goes to the disk while they still write, so that at their end
 * little is left to wait for. */
#ifndef RECOUNT_DISK_H
#define RECOUNT_DISK_H

#include <stdbool.h>

struct disk;

/* From now on, several times a second: all that lies on the file system of that folder. */
struct disk *disk_begin(const char *folder);
/* All that was written so far is there when this returns. False, and said, when the disk failed or was full,
 * now or at any time since disk_begin; a file system that can't tell keeps files as safe as it does. */
bool disk_settle(struct disk *disk);
void disk_end(struct disk *disk);

#endif
