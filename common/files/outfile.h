/* outfile - a file that appears whole or not at all: written under a temporary
 * name in its own folder, flushed, synced, and renamed at the close. A name that
 * ends in .gz is compressed (zlib, no time stamp inside). "-" is standard output. */
#ifndef RECOUNT_OUTFILE_H
#define RECOUNT_OUTFILE_H

#include <stdint.h>

#include "base/str.h"

struct outfile;

/* Missing folders are made. Every failure dies (EXIT_OUTPUT) saying which file. */
struct outfile *outfile_open(const char *path);
void outfile_write(struct outfile *out, struct str bytes);
/* Room for n bytes to be written in place, of which outfile_took then says how many were;
 * NULL when n is more than the buffer holds. */
char *outfile_room(struct outfile *out, size_t n);
void outfile_took(struct outfile *out, size_t n);
static inline void outfile_text(struct outfile *out, const char *text)
{
	outfile_write(out, str_of(text));
}
/* From now on `see` is shown all bytes that are written, before compression, in order:
 * call it before the first. */
void outfile_watch(struct outfile *out, void (*see)(void *with, const char *at, size_t n), void *with);
/* Bytes written so far, before compression. */
uint64_t outfile_size(const struct outfile *out);
/* The disk is not waited for at the close: for what is made again where a power cut has
 * taken or emptied it. */
void outfile_spare_sync(struct outfile *out);
/* Flush, check, sync, rename: now it has its name. */
void outfile_close(struct outfile *out);
/* From now on closed files wait for their names, together (pending.h), for outfile_settle or until
 * there are many: for a program that writes hundreds. Those that the disk is not waited for have theirs
 * at once. */
void outfile_gather(void);
void outfile_settle(void);
/* Forget it: the temporary file is removed, an earlier file of the name stays. */
void outfile_drop(struct outfile *out);
/* Remove every unfinished temporary file of this process (die() calls it). */
void outfile_clean(void);
#endif
