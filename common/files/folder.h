/* folder - folders and the small files in them: made, listed in a fixed order,
 * removed whole, given a name at once. A folder that is being filled has another
 * name until it is complete. */
#ifndef RECOUNT_FOLDER_H
#define RECOUNT_FOLDER_H

#include "base/err.h"
#include "files/table.h"

bool path_exists(const char *path);
bool path_is_folder(const char *path);
/* What follows the last slash. */
const char *path_base(const char *path);

/* mkdir -p; dies (EXIT_OUTPUT) when it cannot. */
void folder_make(const char *path);
/* rm -rf; a missing folder is no error. Dies (EXIT_OUTPUT) when something stays. */
void folder_remove(const char *path);
/* A new empty folder under TMPDIR (else /tmp), its name beginning with `name`. */
const char *folder_temporary(struct arena *arena, const char *name);
/* rename(from, to) and the folder of `to` synced: what was filled under a working name
 * appears. `to` must not exist, or be an empty folder. Dies (EXIT_OUTPUT). */
void folder_publish(const char *from, const char *to);
/* Let the symbolic link at `path` name `target`, replacing an earlier one at once. */
void link_replace(const char *target, const char *path);

/* Names in a folder, sorted by bytes, without those that begin with a dot; empty when
 * there is no such folder. Dies (EXIT_INPUT) when it cannot be read. */
struct strs folder_names(struct arena *arena, const char *path);
/* Files below a folder (links to files followed, links to folders not), relative to
 * it, sorted by bytes, without those whose name or folder begins with a dot. */
struct strs folder_files(struct arena *arena, const char *path);

/* The whole file; false when there is none. Dies (EXIT_INPUT) when it cannot be read. */
bool file_text(const char *path, struct arena *arena, struct str *out);
/* Write it at once (outfile). */
void file_write(const char *path, struct str text);
/* As file_write, without waiting for the disk: a power cut may leave it empty, or not there. */
void file_note(const char *path, struct str text);

#endif
