#include "reading.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "files/folder.h"
#include "tasks.h"

/* Small parts, so that every core has some; several for each program that starts. */
#define PART_DOCUMENTS "250"
enum { TASK_PARTS = 16 };

/* What the end of the program removes: it outlives every arena. */
static char temporary[PATH_MAX];

static void remove_temporary(void)
{
	if (temporary[0])
		folder_remove(temporary);
	temporary[0] = '\0';
}

struct maker {
	struct arena *arena;
	const struct reading_options *options;
	struct reading *reading;
	struct tasks tasks;
	size_t begun; /* parts of the reading that have their task */
};

static void common_words(struct maker *m, struct argv *argv, const char *stage, struct str part)
{
	struct arena *a = m->arena;

	argv_program(a, argv, stage);
	argv_option(a, argv, "-o", m->reading->folder);
	argv_option(a, argv, "-c", m->options->conf);
	argv_option(a, argv, "--data", m->options->data);
	argv_option(a, argv, "--rejects",
		    str_printf(a, "%s/rejects/%s-%.*s.jsonl", m->reading->folder, stage, STR_ARG(part)).at);
	argv_add(a, argv, "--quiet");
}

static void next_task(struct tasks *tasks, void *with)
{
	struct maker *m = with;
	struct arena *a = m->arena;
	struct task task = {.n = 2, .units = tasks_share(tasks, TASK_PARTS)};

	if (task.units == 0)
		return;
	const struct str *parts = &m->reading->parts.at[m->begun];

	common_words(m, &task.steps[0], "extract", parts[0]);
	common_words(m, &task.steps[1], "normalise", parts[0]);
	for (size_t i = 0; i < 2; i++)
		if (m->options->all)
			argv_add(a, &task.steps[i], "--all");
	for (size_t i = 0; i < task.units; i++) {
		argv_add(a, &task.steps[0],
			 str_printf(a, "%s/documents/%.*s.jsonl", m->reading->folder, STR_ARG(parts[i])).at);
		argv_add(a, &task.steps[1], reading_file(a, m->reading, "mentions", parts[i]));
	}
	LIST_ADD(a, tasks, task);
	m->begun += task.units;
	tasks->waiting -= task.units;
}

/* Parts appear while ingest goes on: each is read as soon as it is there. */
static void look_for_parts(struct tasks *tasks, void *with)
{
	struct maker *m = with;
	struct arena scratch = {0};
	struct strs names = folder_names(&scratch, str_printf(&scratch, "%s/documents", m->reading->folder).at);

	for (size_t i = m->reading->parts.n; i < names.n; i++) { /* ingest numbers them in order */
		struct str rest = names.at[i], part = str_cut(&rest, '.');

		strs_add(m->arena, &m->reading->parts, str_dup(m->arena, part));
		tasks->waiting++;
	}
	arena_free(&scratch);
}

struct reading reading_make(struct arena *arena, char *const *inputs, size_t n, const struct reading_options *options)
{
	struct reading r = {.folder = folder_temporary(arena, "recount-read")};
	struct maker m = {.arena = arena,
			  .options = options,
			  .reading = &r,
			  .tasks = {.jobs = options->jobs, .poll = look_for_parts, .more = next_task}};
	struct task ingest = {.n = 1};

	snprintf(temporary, sizeof temporary, "%s", r.folder);
	atexit(remove_temporary);
	setenv("RECOUNT_SYNC", "0", 1);
	m.tasks.with = &m;
	common_words(&m, &ingest.steps[0], "ingest", STR("all"));
	argv_option(arena, &ingest.steps[0], "--part-documents", PART_DOCUMENTS);
	argv_add(arena, &ingest.steps[0], "--");
	for (size_t i = 0; i < n; i++)
		argv_add(arena, &ingest.steps[0], inputs[i]);
	LIST_ADD(arena, &m.tasks, ingest);
	r.code = tasks_run(&m.tasks);
	if (r.code == TASKS_STOPPED) {
		remove_temporary();
		signals_release();
	}
	return r;
}

const char *reading_file(struct arena *arena, const struct reading *r, const char *kind, struct str part)
{
	return str_printf(arena, "%s/%s/%.*s.csv", r->folder, kind, STR_ARG(part)).at;
}
