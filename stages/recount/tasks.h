/* tasks - processes: each task is a few programs in a row, several tasks go side by
 * side. A program that fails ends the work; what was finished stays. */
#ifndef RECOUNT_TASKS_H
#define RECOUNT_TASKS_H

#include "base/arena.h"
#include "base/str.h"

enum { TASK_STEPS = 4 };

struct argv {
	const char **at; /* NULL behind the last */
	size_t n, room;
};

struct task {
	struct argv steps[TASK_STEPS];
	size_t n;
	size_t step; /* running now */
	long pid;    /* 0: not running */
	bool done;
	size_t units; /* of work, for what is told of the progress; 0 is 1 */
	void *data;   /* for `finished` */
};

struct tasks {
	struct task *at; /* in order of their start */
	size_t n, room;
	size_t jobs; /* at once, at least 1 */
	/* All may be NULL, all may add tasks. finished: all steps of one task are done; poll: about
	 * every 20 ms, and whenever a program ended; more: a program could be started, and no task waits. */
	void (*finished)(struct task *task, void *with);
	void (*poll)(struct tasks *tasks, void *with);
	void (*more)(struct tasks *tasks, void *with);
	void *with;
	size_t waiting; /* units that `more` has made no tasks of yet; its maker counts them */
	/* A folder, which is there, of the file system that the programs write to: they need not bring each
	 * file to the disk, for all is brought there before `finished` is told. NULL: they do. */
	const char *durable;
	/* Word for what is done and counted on a terminal ("read"); NULL: quiet. */
	const char *label;
};

/* The program of a stage, and its first words: "-o", output … are added by the caller. */
void argv_program(struct arena *arena, struct argv *argv, const char *stage);
void argv_add(struct arena *arena, struct argv *argv, const char *word);
/* "--name" "value", left out when the value is empty or NULL. */
void argv_option(struct arena *arena, struct argv *argv, const char *name, const char *value);

/* How many of the units that wait the next task is given, at most `most`: several, so that few programs
 * start, and of those that wait a share that leaves something for every core until the end. */
size_t tasks_share(const struct tasks *tasks, size_t most);

/* Run them all. EXIT_DONE, EXIT_REJECTS when a program told of rejects, else the code
 * of the first program that failed (EXIT_INTERNAL for one that was killed; said). On
 * SIGINT, SIGTERM or SIGHUP all programs are ended and tasks_run returns TASKS_STOPPED. */
enum { TASKS_STOPPED = 128 };
int tasks_run(struct tasks *tasks);
/* From here on SIGINT, SIGTERM, SIGHUP wait: tasks_run sees them, and a caller that must
 * clean up lets them strike afterwards with signals_release. SIGPIPE is ignored. */
void signals_hold(void);
void signals_release(void);

/* Folder of the running program, without a slash at the end. */
const char *program_folder(void);
/* Path of recount-STAGE beside this program. */
struct str program_path(struct arena *arena, const char *stage);
/* How many cores may be used; `jobs` 0 means all. */
size_t jobs_of(long jobs);

#endif
