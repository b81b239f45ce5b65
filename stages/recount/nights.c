#include "nights.h"

#include <stdlib.h>
#include <unistd.h>

#include "files/folder.h"
#include "files/outfile.h"
#include "inbox.h"

enum {
	ARGUMENT_BYTES = 1000 * 1000, /* of one command line; the system's limit is 2 MB with the environment */
	TASK_PARTS = 4,		      /* at most: what a run that is killed has to read again on each core */
};

struct work {
	const struct store *store;
	const struct settings *settings;
	struct tasks tasks;
	struct taken *taken;
	/* the night being taken; 0: none */
	size_t night, parts_seen;
	const struct input *inputs;
	size_t n_inputs;
	struct parts parts; /* to be read, of which `begun` have their task */
	size_t begun;
};

static void add_part(struct work *w, const struct part *part)
{
	LIST_ADD(w->store->arena, &w->parts, *part);
	w->tasks.waiting++;
}

/* Of parts of one night. */
static void next_task(struct tasks *tasks, void *with)
{
	struct work *w = with;
	size_t most = tasks_share(tasks, TASK_PARTS), n = 0;

	if (most == 0)
		return;
	const struct part *next = &w->parts.at[w->begun];

	while (n < most && next[n].night == next->night)
		n++;
	struct task task = parts_task(w->store, w->settings, next, n);

	LIST_ADD(w->store->arena, tasks, task);
	w->begun += n;
	tasks->waiting -= n;
}

/* Parts appear while ingest goes on: each is read as soon as it is there. */
static void look_for_parts(struct tasks *tasks, void *with)
{
	struct work *w = with;
	struct arena scratch = {0};
	struct store store = {w->store->path, &scratch, -1};
	struct parts parts = {0};

	(void)tasks;
	if (!w->night)
		return;
	parts_list(&store, w->night, &parts);
	for (; w->parts_seen < parts.n; w->parts_seen++) {
		struct part part = parts.at[w->parts_seen];

		part.name = str_dup(w->store->arena, part.name);
		add_part(w, &part);
	}
	arena_free(&scratch);
}

static json_t *json_of(const struct store *store, const char *path)
{
	struct str text;

	return file_text(path, store->arena, &text) ? json_loadb(text.at, text.n, 0, NULL) : NULL;
}

static void write_json(const char *path, json_t *json)
{
	char *text = json_dumps(json, JSON_INDENT(1) | JSON_SORT_KEYS);

	if (!text)
		die(EXIT_INTERNAL, "out of memory writing %s", path);
	file_write(path, str_of(text));
	free(text);
	json_decref(json);
}

static json_t *input_json(const struct input *input)
{
	json_t *name = json_stringn(input->name.at, input->name.n);

	/* A name that is not UTF-8 cannot be told in JSON. */
	return json_pack("{s:o, s:s, s:I}", "path", name ? name : json_null(), "sha256", input->sha256, "bytes",
			 (json_int_t)input->bytes);
}

/* {"de":2,"fr":1} summed; as "de 2, fr 1" in *words (may be NULL). */
static uint64_t sum_counts(json_t *counts, struct arena *arena, struct str *words)
{
	struct buf b = {.arena = arena};
	const char *what;
	uint64_t sum = 0;
	json_t *n;

	json_object_foreach(counts, what, n)
	{
		sum += (uint64_t)json_integer_value(n);
		if (words)
			buf_printf(&b, "%s%s %lld", b.n ? ", " : "", what, (long long)json_integer_value(n));
	}
	if (words && b.n)
		*words = buf_str(&b);
	return sum;
}

/* All documents of the night are there: say so, with the inputs that they came from. */
static void ingest_finished(struct work *w)
{
	json_t *counts = json_of(w->store, store_at(w->store, "tmp/ingest.json")), *inputs = json_array();

	if (!counts)
		die(EXIT_INTERNAL, "recount-ingest left no counts");
	w->taken->articles_new += (uint64_t)json_integer_value(json_object_get(counts, "written"));
	w->taken->articles_known += (uint64_t)json_integer_value(json_object_get(counts, "known"));
	w->taken->articles_unread +=
		sum_counts(json_object_get(counts, "languages"), w->store->arena, &w->taken->languages);
	w->taken->records_skipped += sum_counts(json_object_get(counts, "skipped"), w->store->arena, NULL);
	for (size_t i = 0; i < w->n_inputs; i++)
		json_array_append_new(inputs, input_json(&w->inputs[i]));
	look_for_parts(&w->tasks, w);
	write_json(store_night(w->store, w->night, "night.json"),
		   json_pack("{s:o, s:O, s:O, s:O}", "inputs", inputs, "documents", json_object_get(counts, "written"),
			     "known", json_object_get(counts, "known"), "rejected",
			     json_object_get(counts, "rejected")));
	json_decref(counts);
	w->tasks.poll = NULL; /* no further parts will appear */
}

static void finished(struct task *task, void *with)
{
	struct work *w = with;

	if (task->data)
		parts_finished(w->store, w->settings, task);
	else
		ingest_finished(w);
}

/* Ids of all documents of the store, in one file for ingest. */
static const char *known_ids(const struct store *store)
{
	const char *path = store_at(store, "tmp/known");
	struct outfile *out = outfile_open(path);
	size_t nights = store_nights(store);

	for (size_t i = 1; i <= nights; i++) {
		struct strs names = folder_names(store->arena, store_night(store, i, "ids"));

		for (size_t k = 0; k < names.n; k++) {
			struct arena scratch = {0};
			struct str text;
			const char *file = str_printf(store->arena, "ids/%.*s", STR_ARG(names.at[k])).at;

			if (file_text(store_night(store, i, file), &scratch, &text))
				outfile_write(out, text);
			arena_free(&scratch);
		}
	}
	outfile_close(out);
	return path;
}

static struct task ingest_task(struct work *w)
{
	struct arena *a = w->store->arena;
	struct task task = {.n = 1};
	struct argv *argv = &task.steps[0];

	argv_program(a, argv, "ingest");
	argv_option(a, argv, "-o", store_night(w->store, w->night, NULL));
	argv_option(a, argv, "-c", w->settings->conf_path);
	argv_option(a, argv, "--data", w->settings->data);
	argv_option(a, argv, "--skip", known_ids(w->store));
	argv_option(a, argv, "--part-documents", str_printf(a, "%ld", w->settings->conf.part_documents).at);
	argv_option(a, argv, "--rejects", store_night(w->store, w->night, "rejects/ingest.jsonl"));
	argv_option(a, argv, "--counts", store_at(w->store, "tmp/ingest.json"));
	argv_add(a, argv, "--quiet");
	argv_add(a, argv, "--");
	for (size_t i = 0; i < w->n_inputs; i++)
		argv_add(a, argv, w->inputs[i].path.at);
	return task;
}

static uint64_t night_rejects(const struct store *store, size_t night)
{
	json_t *json = json_of(store, store_night(store, night, "night.json"));
	struct part_counts counts = {0};

	parts_sum(store, night, &counts, NULL, NULL);
	counts.rejected += (uint64_t)json_integer_value(json_object_get(json, "rejected"));
	json_decref(json);
	return counts.rejected;
}

/* First reason of the night's rejects, to show what is wrong with them. */
static struct str first_reject(const struct store *store, size_t night)
{
	json_t *reject = NULL;
	struct str text, rest, reason = STR("see its rejects");

	if (file_text(store_night(store, night, "rejects/ingest.jsonl"), store->arena, &text)) {
		rest = text;
		text = str_cut(&rest, '\n');
		reject = json_loadb(text.at, text.n, 0, NULL);
	}
	if (json_string_value(json_object_get(reject, "reason")))
		reason = str_printf(store->arena, "%s: %s", json_string_value(json_object_get(reject, "file")),
				    json_string_value(json_object_get(reject, "reason")));
	json_decref(reject);
	return reason;
}

/* A night that was read is kept when its rejects are few enough, else forgotten. */
static void accept(const struct work *w, size_t night)
{
	uint64_t rejects = night_rejects(w->store, night);

	if (path_exists(store_night(w->store, night, "accepted")))
		return;
	if (rejects > (uint64_t)w->settings->conf.max_rejects) {
		struct str first = first_reject(w->store, night);

		folder_remove(store_night(w->store, night, NULL));
		die(EXIT_INPUT,
		    "%llu records are bad, more than max_rejects = %ld (the first: %.*s); nothing was published: mend "
		    "the "
		    "input, or raise max_rejects",
		    (unsigned long long)rejects, w->settings->conf.max_rejects, STR_ARG(first));
	}
	w->taken->rejected += rejects;
	file_write(store_night(w->store, night, "accepted"), STR("\n"));
}

/* Earlier nights: drop the one that a killed run left unfinished, read again what other
 * programs or words read. */
static void catch_up(struct work *w)
{
	size_t nights = store_nights(w->store);

	if (nights && !path_exists(store_night(w->store, nights, "night.json")))
		folder_remove(store_night(w->store, nights--, NULL));
	for (size_t i = 1; i <= nights; i++) {
		struct parts parts = {0};
		bool accepted = path_exists(store_night(w->store, i, "accepted"));

		parts_list(w->store, i, &parts);
		for (size_t k = 0; k < parts.n; k++) {
			if (part_is_read(w->store, w->settings, &parts.at[k]))
				continue;
			add_part(w, &parts.at[k]);
			w->taken->parts_read_again += accepted;
		}
	}
	w->tasks.label = "reading again";
	w->taken->code = tasks_run(&w->tasks);
	for (size_t i = 1; i <= nights && w->taken->code <= EXIT_REJECTS; i++)
		accept(w, i);
}

/* As many of the inputs as fit on a command line. */
static size_t batch(const struct inbox *inbox, size_t from)
{
	size_t bytes = 0, n = 0;

	while (from + n < inbox->n && bytes + inbox->at[from + n].path.n < ARGUMENT_BYTES)
		bytes += inbox->at[from + n++].path.n + 1 + sizeof(char *);
	return n;
}

static void take_night(struct work *w, const struct input *inputs, size_t n)
{
	struct task task;

	w->night = store_nights(w->store) + 1;
	w->inputs = inputs;
	w->n_inputs = n;
	w->parts_seen = 0;
	w->tasks = (struct tasks){.durable = w->store->path,
				  .jobs = w->settings->jobs,
				  .finished = finished,
				  .poll = look_for_parts,
				  .more = next_task,
				  .with = w,
				  .label = "reading"};
	folder_make(store_night(w->store, w->night, NULL));
	task = ingest_task(w);
	LIST_ADD(w->store->arena, &w->tasks, task);
	w->taken->code = tasks_run(&w->tasks);
	if (w->taken->code <= EXIT_REJECTS)
		accept(w, w->night);
}

struct taken nights_take(const struct store *store, const struct settings *s, const char *inbox)
{
	struct taken taken = {0};
	struct work w = {
		.store = store,
		.settings = s,
		.taken = &taken,
		.tasks = {
			.durable = store->path, .jobs = s->jobs, .finished = finished, .more = next_task, .with = &w}};
	struct inbox list = {0};
	size_t n;

	catch_up(&w);
	if (!inbox || taken.code > EXIT_REJECTS)
		return taken;
	inbox_list(store, inbox, &list);
	taken.inputs_new = list.n;
	taken.inputs_known = list.known;
	for (size_t from = 0; from < list.n && taken.code <= EXIT_REJECTS; from += n) {
		n = batch(&list, from);
		take_night(&w, list.at + from, n);
	}
	return taken;
}

json_t *nights_manifest(const struct store *store, size_t n)
{
	json_t *nights = json_array();

	for (size_t i = 1; i <= n; i++) {
		json_t *night = json_of(store, store_night(store, i, "night.json"));
		struct part_counts counts = {0};

		parts_sum(store, i, &counts, NULL, NULL);
		json_object_set_new(night, "rejected_in_reading", json_integer((json_int_t)counts.rejected));
		json_array_append_new(nights, night);
	}
	return nights;
}
