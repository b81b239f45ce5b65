#include "tasks.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "disk.h"

extern char **environ;

const char *program_folder(void)
{
	static char folder[PATH_MAX]; /* found once, the same as long as the program runs */

	if (!folder[0]) {
		ssize_t n = readlink("/proc/self/exe", folder, sizeof folder - 1);

		if (n <= 0)
			die(EXIT_INTERNAL, "cannot find the folder of this program: %s; is /proc mounted?",
			    strerror(errno));
		folder[n] = '\0';
		*strrchr(folder, '/') = '\0';
	}
	return folder;
}

struct str program_path(struct arena *arena, const char *stage)
{
	return str_printf(arena, "%s/recount-%s", program_folder(), stage);
}

size_t jobs_of(long jobs)
{
	cpu_set_t set;

	if (jobs > 0)
		return (size_t)jobs;
	return sched_getaffinity(0, sizeof set, &set) == 0 ? (size_t)CPU_COUNT(&set) : 1;
}

void argv_add(struct arena *arena, struct argv *argv, const char *word)
{
	LIST_ADD(arena, argv, word);
	LIST_ADD(arena, argv, NULL);
	argv->n--;
}

void argv_program(struct arena *arena, struct argv *argv, const char *stage)
{
	argv_add(arena, argv, program_path(arena, stage).at);
}

void argv_option(struct arena *arena, struct argv *argv, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	argv_add(arena, argv, name);
	argv_add(arena, argv, value);
}

/* Signals that end the work; with SIGCHLD those that tasks_run waits for. */
static void signal_set(sigset_t *set, bool child)
{
	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGHUP);
	if (child)
		sigaddset(set, SIGCHLD);
}

void signals_hold(void)
{
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	signal_set(&set, true);
	sigprocmask(SIG_BLOCK, &set, NULL);
}

void signals_release(void)
{
	sigset_t set;

	signal_set(&set, true);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

/* RECOUNT_SYNC=0 tells a program that its files need not last; who runs it may say so, too. */
static bool syncs_at_once(const struct tasks *tasks)
{
	return tasks->durable && !getenv("RECOUNT_SYNC");
}

static int start(const struct tasks *tasks, struct task *t)
{
	bool at_once = syncs_at_once(tasks);
	struct argv *argv = &t->steps[t->step];
	posix_spawnattr_t attr;
	sigset_t none, defaults;
	pid_t pid;

	sigemptyset(&none);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setsigdefault(&attr, &defaults);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	if (at_once)
		setenv("RECOUNT_SYNC", "0", 1);
	int why = posix_spawn(&pid, argv->at[0], NULL, &attr, (char *const *)argv->at, environ);

	if (at_once)
		unsetenv("RECOUNT_SYNC");

	posix_spawnattr_destroy(&attr);
	if (why != 0) {
		warn("cannot start %s: %s; are all programs of Recount installed beside each other?", argv->at[0],
		     strerror(why));
		return EXIT_INTERNAL;
	}
	t->pid = pid;
	return EXIT_DONE;
}

/* Exit code of a program, with a word when it did not end by itself. */
static int code_of(const struct task *t, int status)
{
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	warn("%s was killed by signal %d; run again: finished work is kept", t->steps[t->step].at[0], WTERMSIG(status));
	return EXIT_INTERNAL;
}

static struct task *of_pid(struct tasks *tasks, pid_t pid)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (tasks->at[i].pid == pid)
			return &tasks->at[i];
	return NULL;
}

static void end_all(struct tasks *tasks)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (tasks->at[i].pid)
			kill((pid_t)tasks->at[i].pid, SIGTERM);
}

static size_t units_of(const struct task *t)
{
	return t->units ? t->units : 1;
}

static size_t all_units(const struct tasks *tasks)
{
	size_t n = tasks->waiting;

	for (size_t i = 0; i < tasks->n; i++)
		n += units_of(&tasks->at[i]);
	return n;
}

static void progress(const struct tasks *tasks, size_t done)
{
	if (tasks->label && isatty(STDERR_FILENO))
		fprintf(stderr, "\r\033[K%s: %zu of %zu", tasks->label, done, all_units(tasks));
}

size_t tasks_share(const struct tasks *tasks, size_t most)
{
	size_t shares = tasks->jobs > 1 ? 2 * tasks->jobs : 1, n = (tasks->waiting + shares - 1) / shares;

	return n < most ? n : most;
}

struct tally {
	size_t next, running;
	size_t done; /* units */
	int code;
	bool stop;	   /* start nothing more */
	struct disk *disk; /* NULL: nothing of it need last */
};

static void fail(struct tasks *tasks, struct tally *now, int code)
{
	if (!now->stop)
		now->code = code;
	now->stop = true;
	end_all(tasks);
}

static void fill(struct tasks *tasks, struct tally *now)
{
	while (!now->stop && now->running < tasks->jobs) {
		if (now->next == tasks->n && tasks->more)
			tasks->more(tasks, tasks->with);
		if (now->next == tasks->n)
			return;
		int why = start(tasks, &tasks->at[now->next++]);

		if (why)
			fail(tasks, now, why);
		else
			now->running++;
	}
}

/* One program ended: go on with the task's next step, or close the task. */
static void ended(struct tasks *tasks, struct tally *now, struct task *t, int code)
{
	t->pid = 0;
	now->running--;
	if (now->stop)
		return;
	if (code > EXIT_REJECTS) {
		fail(tasks, now, code);
		return;
	}
	if (code == EXIT_REJECTS)
		now->code = EXIT_REJECTS;
	if (++t->step < t->n) {
		int why = start(tasks, t);

		if (why)
			fail(tasks, now, why);
		else
			now->running++;
		return;
	}
	size_t number = (size_t)(t - tasks->at);

	t->done = true;
	now->done += units_of(t);
	fill(tasks, now); /* the next one works while the disk takes the last of this one; may move the tasks */
	if (now->disk && !disk_settle(now->disk))
		fail(tasks, now, EXIT_OUTPUT);
	else if (tasks->finished)
		tasks->finished(&tasks->at[number], tasks->with);
	progress(tasks, now->done);
}

/* Take the word of every program that ended. */
static void reap(struct tasks *tasks, struct tally *now)
{
	int status;
	pid_t pid;

	while (now->running && (pid = waitpid(-1, &status, WNOHANG)) > 0) {
		struct task *t = of_pid(tasks, pid);

		if (t)
			ended(tasks, now, t, now->stop ? EXIT_DONE : code_of(t, status));
	}
}

/* Sleep until a program ends, a signal comes or it is time to poll. */
static void wait_a_little(struct tasks *tasks, struct tally *now)
{
	static const struct timespec poll_every = {0, 20 * 1000 * 1000}, at_most = {10, 0};
	sigset_t set;

	signal_set(&set, true);
	int got = sigtimedwait(&set, NULL, tasks->poll ? &poll_every : &at_most);

	if (got > 0 && got != SIGCHLD) {
		raise(got); /* held, so that it strikes the caller at signals_release */
		fail(tasks, now, TASKS_STOPPED);
	}
}

int tasks_run(struct tasks *tasks)
{
	struct tally now = {0};
	char self[32];

	snprintf(self, sizeof self, "%ld", (long)getpid());
	setenv("RECOUNT_PARENT", self, 1); /* a stage ends when its conductor does */
	if (syncs_at_once(tasks))
		now.disk = disk_begin(tasks->durable);
	progress(tasks, 0);
	fill(tasks, &now);
	while (now.running) {
		/* A signal that struck stays pending: wait for the programs alone. */
		if (now.code == TASKS_STOPPED)
			usleep(1000);
		else
			wait_a_little(tasks, &now);
		reap(tasks, &now);
		if (tasks->poll && !now.stop)
			tasks->poll(tasks, tasks->with);
		fill(tasks, &now);
	}
	if (now.disk)
		disk_end(now.disk);
	if (tasks->label && isatty(STDERR_FILENO))
		fprintf(stderr, "\r\033[K");
	else if (tasks->label && tasks->n)
		fprintf(stderr, "recount: %s: %zu of %zu done\n", tasks->label, now.done, all_units(tasks));
	return now.code;
}
