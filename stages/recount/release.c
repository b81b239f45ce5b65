#include "release.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "files/digest.h"
#include "files/folder.h"
#include "nights.h"
#include "tasks.h"
#include "values/date.h"

enum { DAY_BYTES = 10 };

/* 0 for a name that is no release's, 1 for "2016-12-16", n for "2016-12-16.n". */
static int64_t release_number(struct str name)
{
	struct str rest = name, day = str_cut(&rest, '.');
	struct date d;
	int64_t n = 1;

	if (day.n != DAY_BYTES || !date_parse(day, &d, NULL))
		return 0;
	if (rest.at && (!str_to_int(rest, 2, INT32_MAX, &n) || rest.at[0] == '0'))
		return 0;
	return n;
}

struct str release_day(struct str name)
{
	return release_number(name) ? str_slice(name, 0, DAY_BYTES) : STR_NULL;
}

static int by_day(const void *a, const void *b)
{
	const struct str *x = a, *y = b;
	int order = memcmp(x->at, y->at, DAY_BYTES);
	int64_t m = release_number(*x), n = release_number(*y);

	return order ? order : (m > n) - (m < n);
}

struct strs release_list(struct arena *arena, const char *out)
{
	struct strs names = folder_names(arena, out), found = {0};

	for (size_t i = 0; i < names.n; i++)
		if (release_number(names.at[i]))
			strs_add(arena, &found, names.at[i]);
	if (found.n)
		qsort(found.at, found.n, sizeof *found.at, by_day);
	return found;
}

static const char *at(struct arena *arena, const char *out, struct str name, const char *file)
{
	return str_printf(arena, "%s/%.*s%s%s", out, STR_ARG(name), file ? "/" : "", file ? file : "").at;
}

/* The latest release of an earlier day: what changes are told against. */
static const char *release_before(struct arena *arena, const char *out, struct str day)
{
	struct strs all = release_list(arena, out);

	for (size_t i = all.n; i-- > 0;)
		if (memcmp(all.at[i].at, day.at, DAY_BYTES) < 0)
			return at(arena, out, all.at[i], NULL);
	return NULL;
}

int release_export(const struct store *store, const struct settings *s, const struct release_plan *plan)
{
	struct arena *a = store->arena;
	struct task task = {.n = 1};
	struct tasks tasks = {.at = &task, .n = 1, .room = 1, .jobs = 1, .durable = plan->folder, .label = "exporting"};
	struct argv *argv = &task.steps[0];

	folder_make(plan->folder);
	argv_program(a, argv, "export");
	argv_option(a, argv, "-o", plan->folder);
	argv_option(a, argv, "-c", s->conf_path);
	argv_option(a, argv, "--data", s->data);
	argv_option(a, argv, "--as-of", plan->day.at);
	argv_option(a, argv, "--before", plan->before);
	argv_option(a, argv, "--select", plan->select);
	argv_option(a, argv, "--nights", store_at(store, "tmp/nights.json"));
	argv_option(a, argv, "--rejects", store_at(store, "tmp/export.jsonl"));
	argv_option(a, argv, "--words", s->words.at);
	argv_add(a, argv, "--quiet");
	for (size_t i = 1; i <= plan->nights; i++)
		argv_add(a, argv, store_night(store, i, NULL));
	argv_add(a, argv, store_at(store, "merged"));
	argv_add(a, argv, store_at(store, "reconciled"));
	return tasks_run(&tasks);
}

static void write_nights(const struct store *store, size_t nights)
{
	json_t *json = nights_manifest(store, nights);
	char *text = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);

	if (!text)
		die(EXIT_INTERNAL, "out of memory");
	file_write(store_at(store, "tmp/nights.json"), str_of(text));
	free(text);
	json_decref(json);
}

int release_remake(const struct store *store, const struct settings *s, const struct release_plan *plan)
{
	write_nights(store, plan->nights);
	return release_export(store, s, plan);
}

/* All that decides the release's bytes. */
static struct str release_key(const struct store *store, const struct chain *chain, const char *before)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];
	struct err err;

	digest_text(d, chain->key);
	digest_text(d, str_of(before ? path_base(before) : ""));
	if (!digest_file(d, store_at(store, "tmp/nights.json"), &err) ||
	    (before && !digest_file(d, at(store->arena, before, STR("SHA256SUMS"), NULL), &err)))
		die(EXIT_INPUT, "%s", err.message);
	digest_end(d, hex);
	return str_dup(store->arena, str_of(hex));
}

static struct str sums_of(struct arena *arena, const char *out, struct str name)
{
	struct str text = STR_NULL;

	(void)file_text(at(arena, out, name, "SHA256SUMS"), arena, &text);
	return text;
}

/* Was this very release made by the last run, and is it still there? */
static bool made_before(const struct store *store, const char *out, struct str key, struct str *name)
{
	struct str text;
	json_t *last = file_text(store_at(store, "released.json"), store->arena, &text)
			       ? json_loadb(text.at, text.n, 0, NULL)
			       : NULL;
	const char *had = json_string_value(json_object_get(last, "key")),
		   *what = json_string_value(json_object_get(last, "release")),
		   *sums = json_string_value(json_object_get(last, "sums"));
	bool same = had && what && sums && str_eq(str_of(had), key) &&
		    str_eq(str_of(sums), sums_of(store->arena, out, str_of(what)));

	if (same)
		*name = str_dup(store->arena, str_of(what));
	json_decref(last);
	return same;
}

static void remember(const struct store *store, const char *out, struct str key, struct str name)
{
	struct str sums = sums_of(store->arena, out, name);
	json_t *json = json_pack("{s:s%, s:s%, s:s%}", "key", key.at, key.n, "release", name.at, name.n, "sums",
				 sums.at, sums.n);
	char *text = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);

	if (text)
		file_write(store_at(store, "released.json"), str_of(text));
	free(text);
	json_decref(json);
}

/* Give the finished folder its name: the day's first free one, unless a release with the
 * same bytes is there. */
static struct str publish(struct arena *arena, const char *out, struct str day, const char *unfinished, bool *fresh)
{
	struct str sums = sums_of(arena, unfinished, STR("."));
	struct str name = day;

	for (int n = 2;; n++) {
		if (!path_exists(at(arena, out, name, NULL)))
			break;
		if (str_eq(sums_of(arena, out, name), sums)) {
			folder_remove(unfinished);
			*fresh = false;
			return name;
		}
		name = str_printf(arena, "%.*s.%d", STR_ARG(day), n);
	}
	folder_publish(unfinished, at(arena, out, name, NULL));
	*fresh = true;
	return name;
}

/* Two stores with one `out` must not publish at the same moment. */
static int lock_out(const char *out)
{
	folder_make(out);
	int fd = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 || flock(fd, LOCK_EX) != 0)
		die(EXIT_OUTPUT, "cannot lock the folder %s: %s", out, strerror(errno));
	return fd;
}

struct release release_make(const struct store *store, const struct settings *s, const char *out,
			    const struct asof *asof, const struct chain *chain, size_t nights)
{
	struct arena *a = store->arena;
	struct release r = {.nights = nights};
	int lock = lock_out(out);
	const char *unfinished = str_printf(a, "%s/.unfinished", out).at, *before = release_before(a, out, asof->day);

	folder_remove(unfinished);
	write_nights(store, nights);
	struct str key = release_key(store, chain, before);

	if (!made_before(store, out, key, &r.name)) {
		r.code = release_export(store, s, &(struct release_plan){asof->day, nights, before, NULL, unfinished});
		if (r.code <= EXIT_REJECTS)
			r.name = publish(a, out, asof->day, unfinished, &r.fresh);
		else
			folder_remove(unfinished);
	}
	if (r.code <= EXIT_REJECTS) {
		link_replace(r.name.at, str_printf(a, "%s/latest", out).at);
		remember(store, out, key, r.name);
		r.path = at(a, out, r.name, NULL);
	}
	close(lock);
	return r;
}

void release_retain(struct arena *arena, const char *out, long keep)
{
	struct strs all = release_list(arena, out);

	if (keep <= 0)
		return;
	for (size_t i = 0; i + (size_t)keep < all.n; i++) {
		const char *path = at(arena, out, all.at[i], NULL), *gone = str_printf(arena, "%s/.removed", out).at;

		/* Only what we made, and never seen half gone. */
		if (!path_exists(at(arena, out, all.at[i], "manifest.json")))
			continue;
		folder_remove(gone);
		folder_publish(path, gone);
		folder_remove(gone);
	}
}
