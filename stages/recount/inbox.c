#include "inbox.h"

#include <jansson.h>
#include <stdlib.h>

#include "files/digest.h"
#include "files/folder.h"

/* Digests of all inputs of all nights, sorted. */
static struct strs known_inputs(const struct store *store)
{
	struct strs known = {0};
	size_t nights = store_nights(store);

	for (size_t i = 1; i <= nights; i++) {
		struct str text;
		json_t *night, *input;
		size_t k;

		if (!file_text(store_night(store, i, "night.json"), store->arena, &text))
			continue;
		night = json_loadb(text.at, text.n, 0, NULL);
		json_array_foreach(json_object_get(night, "inputs"), k, input)
		{
			const char *sha256 = json_string_value(json_object_get(input, "sha256"));

			if (sha256)
				strs_add(store->arena, &known, str_dup(store->arena, str_of(sha256)));
		}
		json_decref(night);
	}
	strs_sort(&known);
	return known;
}

static int by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void add(const struct store *store, struct inbox *out, struct strs known, struct str path, struct str name)
{
	struct input input = {.path = path, .name = name};
	struct err err;

	if (!digest_sha256(path.at, input.sha256, &input.bytes, &err))
		die(EXIT_INPUT, "%s", err.message);
	struct str sha256 = str_of(input.sha256);

	if (known.n && bsearch(&sha256, known.at, known.n, sizeof *known.at, by_text))
		out->known++;
	else
		LIST_ADD(store->arena, out, input);
}

void inbox_list(const struct store *store, const char *path, struct inbox *out)
{
	struct strs known = known_inputs(store);
	struct arena *a = store->arena;

	*out = (struct inbox){0};
	if (!path_exists(path))
		die(EXIT_INPUT, "there is no inbox %s; make it, or name another with --inbox", path);
	if (!path_is_folder(path)) {
		add(store, out, known, str_of(path), str_of(path_base(path)));
		return;
	}
	struct strs names = folder_files(a, path);

	for (size_t i = 0; i < names.n; i++)
		add(store, out, known, str_printf(a, "%s/%.*s", path, STR_ARG(names.at[i])), names.at[i]);
}
