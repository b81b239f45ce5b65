#include "made.h"

#include <stdlib.h>
#include <unistd.h>

#include "files/digest.h"
#include "files/folder.h"

static const struct kind {
	const char *name, *ending;
	bool of[CELL_KINDS]; /* which cells have it */
} kinds[] = {
	{"claims", "csv", {[CELL_CLAIMS] = true, [CELL_PLAIN] = true}},
	{"assertions", "csv", {[CELL_CLAIMS] = true}},
	{"events", "csv", {[CELL_EVENTS] = true}},
	{"quantities", "rows", {[CELL_CLAIMS] = true}},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static struct str made_by(struct stage *st)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];
	struct str overrides = STR_NULL;
	struct err err;

	if (!digest_file(d, "/proc/self/exe", &err) || !digest_file(d, stage_data(st, "lexicon.bin"), &err))
		die(EXIT_INTERNAL, "%s", err.message);
	if (*st->conf.overrides)
		(void)file_text(st->conf.overrides, &st->keep, &overrides);
	digest_text(d, conf_fingerprint(&st->conf, &st->keep));
	digest_text(d, str_printf(&st->keep, "%ld", st->conf.buckets));
	digest_text(d, overrides);
	digest_end(d, hex);
	return str_dup(&st->keep, str_of(hex));
}

void made_open(struct made *made, struct stage *st)
{
	struct str text;

	*made = (struct made){.st = st, .before = stage_value(st, "before"), .has = json_object(), .by = made_by(st)};
	if (made->before && file_text(str_printf(&st->keep, "%s/made.json", made->before).at, &st->keep, &text))
		made->had = json_loadb(text.at, text.n, 0, NULL);
	for (size_t i = 0; made->had && i < KINDS; i++)
		folder_make(str_printf(&st->keep, "%s/%s", st->output, kinds[i].name).at);
}

static const char *path_of(struct made *made, const char *folder, const struct kind *kind, const char *part)
{
	return str_printf(&made->st->keep, "%s/%s/%s.%s", folder, kind->name, part, kind->ending).at;
}

static struct str name_of(const struct made *made, struct cell cell, const char *part)
{
	return str_printf(&made->st->keep, "%s/%s", cell.kind == CELL_EVENTS ? "events" : "claims", part);
}

static bool link_kind(struct made *made, const struct kind *kind, const char *part)
{
	const char *to = path_of(made, made->st->output, kind, part);

	unlink(to);
	return link(path_of(made, made->before, kind, part), to) == 0;
}

bool made_before(struct made *made, struct cell cell, const char *part, uint64_t state)
{
	const char *name = name_of(made, cell, part).at;
	const char *of = str_printf(&made->st->keep, "%.*s%016llx", STR_ARG(made->by), (unsigned long long)state).at;
	const char *had = json_string_value(json_object_get(made->had, name));

	json_object_set_new(made->has, name, json_string(of));
	if (!had || strcmp(had, of) != 0)
		return false;
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].of[cell.kind] && !link_kind(made, &kinds[i], part))
			return false;
	return true;
}

const char *made_alike(const struct made *made, struct cell cell, const char *part)
{
	const char *had = json_string_value(json_object_get(made->had, name_of(made, cell, part).at));

	return had && str_starts(str_of(had), made->by) ? made->before : NULL;
}

/* Files that an earlier run into the same folder left, of cells that this one has not. */
static void drop_others(struct made *made, const struct kind *kind)
{
	struct arena *keep = &made->st->keep;
	struct strs names = folder_names(keep, str_printf(keep, "%s/%s", made->st->output, kind->name).at);

	for (size_t i = 0; i < names.n; i++) {
		struct str rest = names.at[i], part = str_cut(&rest, '.');
		const char *name =
			str_printf(keep, "%s/%.*s", kind->of[CELL_EVENTS] ? "events" : "claims", STR_ARG(part)).at;

		if (str_starts(part, STR("bucket-")) && !json_object_get(made->has, name))
			unlink(str_printf(keep, "%s/%s/%.*s", made->st->output, kind->name, STR_ARG(names.at[i])).at);
	}
}

void made_close(struct made *made)
{
	char *text = json_dumps(made->has, JSON_INDENT(1) | JSON_SORT_KEYS);

	if (!text)
		die(EXIT_INTERNAL, "out of memory");
	for (size_t i = 0; i < KINDS; i++)
		drop_others(made, &kinds[i]);
	if (stage_value(made->st, "cache"))
		file_write(str_printf(&made->st->keep, "%s/made.json", made->st->output).at, str_of(text));
	free(text);
	json_decref(made->has);
	json_decref(made->had);
}
