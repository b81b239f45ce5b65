#include "manifest.h"

#include <stdlib.h>

#include "files/digest.h"
#include "files/folder.h"
#include "files/outfile.h"

void manifest_json(struct export *ex, const char *name, json_t *json)
{
	char *text = json_dumps(json, JSON_INDENT(1));

	if (!text)
		die(EXIT_INTERNAL, "out of memory writing %s", name);
	struct outfile *out = outfile_open(str_printf(&ex->st->keep, "%s/%s", ex->st->output, name).at);

	outfile_text(out, text);
	outfile_text(out, "\n");
	outfile_close(out);
	free(text);
	json_decref(json);
}

struct file_sum manifest_sum(struct export *ex, struct str name)
{
	struct arena *keep = &ex->st->keep;
	char hex[DIGEST_SHA256_HEX];
	struct file_sum sum = {.name = str_dup(keep, name).at};
	struct err err;

	for (size_t i = 0; i < ex->sums.n; i++)
		if (str_eq(str_of(ex->sums.at[i].name), name))
			return ex->sums.at[i];
	if (!digest_sha256(str_printf(keep, "%s/%s", ex->st->output, sum.name).at, hex, &sum.bytes, &err))
		die(EXIT_OUTPUT, "%s", err.message);
	sum.hex = str_dup(keep, str_of(hex)).at;
	LIST_ADD(keep, &ex->sums, sum);
	return sum;
}

void sums_write(struct export *ex)
{
	struct strs names = folder_names(&ex->st->keep, ex->st->output);
	struct buf sums = {.arena = &ex->st->keep};

	for (size_t i = 0; i < names.n; i++)
		if (!path_is_folder(str_printf(&ex->st->keep, "%s/%.*s", ex->st->output, STR_ARG(names.at[i])).at) &&
		    !str_eq(names.at[i], STR("SHA256SUMS")))
			buf_printf(&sums, "%s  %.*s\n", manifest_sum(ex, names.at[i]).hex, STR_ARG(names.at[i]));
	file_write(str_printf(&ex->st->keep, "%s/SHA256SUMS", ex->st->output).at, buf_str(&sums));
}

static json_t *list_of(struct conf_list list)
{
	json_t *array = json_array();

	for (size_t i = 0; i < list.n; i++)
		json_array_append_new(array, json_string(list.at[i]));
	return array;
}

/* Every setting that decides bytes, by its name in pipeline.conf. */
static json_t *settings_of(const struct conf *c)
{
	static const char *const policies[] = {"median", "latest", "preferred", "weighted"};
	json_t *s = json_object();

	json_object_set_new(s, "max_record", json_integer((json_int_t)c->max_record));
	json_object_set_new(s, "max_expansion", json_integer(c->max_expansion));
	json_object_set_new(s, "part_documents", json_integer(c->part_documents));
	json_object_set_new(s, "buckets", json_integer(c->buckets));
	json_object_set_new(s, "tolerance_percent", json_integer(c->tolerance_percent));
	json_object_set_new(s, "stock_window_days", json_integer(c->stock_window_days));
	json_object_set_new(s, "total_window_days", json_integer(c->total_window_days));
	json_object_set_new(s, "episode_silence_days", json_integer(c->episode_silence_days));
	json_object_set_new(s, "policy", json_string(policies[c->policy]));
	json_object_set_new(s, "preferred_sources", list_of(c->preferred_sources));
	json_object_set_new(s, "source_weights", list_of(c->source_weights));
	json_object_set_new(s, "plain_quantities", json_boolean(c->plain_quantities));
	json_object_set_new(
		s, "csv",
		json_pack("{s:b, s:b, s:b}", "bom", c->csv_bom, "hxl", c->csv_hxl, "semicolon", c->csv_semicolon));
	json_object_set_new(s, "workbook", json_boolean(c->workbook));
	json_object_set_new(s, "workbook_whole", json_integer(c->workbook_whole));
	json_object_set_new(s, "workbook_rows", json_integer(c->workbook_rows));
	json_object_set_new(s, "workbook_charts", json_integer(c->workbook_charts));
	json_object_set_new(s, "page",
			    json_pack("{s:I, s:I, s:I, s:I, s:I}", "plots", (json_int_t)c->page_plots, "singles",
				      (json_int_t)c->page_singles, "statements", (json_int_t)c->page_statements, "rows",
				      (json_int_t)c->page_rows, "events", (json_int_t)c->page_events));
	return s;
}

static void add_overrides(struct export *ex, json_t *manifest)
{
	char hex[DIGEST_SHA256_HEX];
	struct err err;

	if (!*ex->st->conf.overrides)
		return;
	if (!digest_sha256(ex->st->conf.overrides, hex, NULL, &err))
		die(EXIT_USAGE, "overrides: %s", err.message);
	json_object_set_new(manifest, "overrides", json_pack("{s:s}", "sha256", hex));
}

static void add_before(struct export *ex, json_t *manifest)
{
	char hex[DIGEST_SHA256_HEX];
	struct err err;

	if (!ex->before) {
		json_object_set_new(manifest, "before", json_null());
		return;
	}
	if (!digest_sha256(str_printf(&ex->st->keep, "%s/SHA256SUMS", ex->before).at, hex, NULL, &err))
		die(EXIT_INPUT, "%s", err.message);
	json_object_set_new(manifest, "before",
			    json_pack("{s:s, s:s}", "release", path_base(ex->before), "sha256sums", hex));
}

static json_t *nights_of(struct export *ex, const char *path)
{
	struct str text;

	if (!path)
		return json_array();
	if (!file_text(path, &ex->st->keep, &text))
		die(EXIT_INPUT, "there is no file %s (--nights)", path);
	json_t *nights = json_loadb(text.at, text.n, 0, NULL);

	if (!nights)
		die(EXIT_INPUT, "%s: not JSON (--nights)", path);
	return nights;
}

void manifest_write(struct export *ex, const char *nights, const char *words)
{
	json_t *m = json_object(), *counts = json_object();

	for (size_t i = 0; i < RELEASED_COUNT; i++)
		json_object_set_new(counts, ex->tables[i].name, json_integer((json_int_t)ex->rows[i]));
	json_object_set_new(m, "recount", json_string(RECOUNT_VERSION));
	json_object_set_new(m, "as_of", json_string(ex->as_of.at));
	add_before(ex, m);
	json_object_set_new(m, "words", words ? json_string(words) : json_null());
	json_object_set_new(m, "configuration", settings_of(&ex->st->conf));
	add_overrides(ex, m);
	if (ex->selection)
		json_object_set_new(m, "select", json_string(ex->selection));
	json_object_set_new(m, "counts", counts);
	json_object_set_new(m, "nights", nights_of(ex, nights));
	manifest_json(ex, "manifest.json", m);
}
