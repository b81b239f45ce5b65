/* recount status - what the store holds, and how the last run went. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "asof.h"
#include "command.h"
#include "files/folder.h"
#include "parts.h"
#include "release.h"
#include "settings.h"
#include "wording.h"

static void print_nights(const struct store *store)
{
	struct part_counts counts = {0};
	struct days days = {0};
	struct arena *a = store->arena;
	size_t nights = store_nights(store);
	struct str first = STR_NULL, last = STR_NULL;

	for (size_t i = 1; i <= nights; i++)
		parts_sum(store, i, &counts, &days, NULL);
	for (size_t i = 0; i < days.n; i++) {
		struct str day = days.at[i].day;

		if (day.n == 0)
			continue;
		if (first.n == 0 || str_cmp(day, first) < 0)
			first = day;
		if (last.n == 0 || str_cmp(day, last) > 0)
			last = day;
	}
	printf("store           %s\n", store->path);
	printf("nights          %zu\n", nights);
	printf("articles        %s", wording_count(a, counts.documents, "article", "articles").at);
	if (first.n)
		printf(", published %.*s to %.*s", STR_ARG(first), STR_ARG(last));
	printf("\nread            %s, %s\n", wording_count(a, counts.claims, "claim", "claims").at,
	       wording_count(a, counts.events, "telling of an event", "tellings of events").at);
}

static void print_last(const struct store *store, bool held)
{
	struct str text;
	json_t *last = file_text(store_at(store, "last.json"), store->arena, &text)
			       ? json_loadb(text.at, text.n, 0, NULL)
			       : NULL;
	const char *state = json_string_value(json_object_get(last, "state")),
		   *release = json_string_value(json_object_get(last, "release"));

	if (!state)
		printf("last run        none\n");
	else if (strcmp(state, "running") == 0)
		printf("last run        %s\n", held ? "going on" : "was interrupted; run again: finished work is kept");
	else
		printf("last run        %s, exit code %lld, %lld new, %lld rejected%s%s\n", state,
		       (long long)json_integer_value(json_object_get(last, "code")),
		       (long long)json_integer_value(json_object_get(last, "articles_new")),
		       (long long)json_integer_value(json_object_get(last, "rejected")), release ? ", released " : "",
		       release ? release : "");
	json_decref(last);
}

int command_status(int argc, char **argv)
{
	struct arena arena = {0};
	const char *conf = NULL, *path = NULL, *out = NULL;
	const struct command_option options[] = {
		{"c", "FILE", "the configuration (default: ./pipeline.conf if there is one)", &conf},
		{"store", "DIR", "where earlier nights are kept", &path},
		{"out", "DIR", "where releases go", &out},
		{NULL, NULL, NULL, NULL},
	};
	char **inputs;
	int n;
	struct settings s;
	struct store store;

	command_options(argc, argv, "status [options]", options, &inputs, &n);
	free(inputs);
	settings_conf(&s, conf ? conf : path_exists("pipeline.conf") ? "pipeline.conf" : NULL, &arena);
	path = path ? path : s.conf.store;
	if (!store_look(&store, path, &arena)) {
		printf("there is no store %s yet; recount run makes it\n", path);
		return EXIT_DONE;
	}
	struct str holder = store_holder(&store, &arena);
	struct strs releases = release_list(&arena, out ? out : s.conf.out);

	print_nights(&store);
	printf("releases        %zu%s%.*s\n", releases.n, releases.n ? ", the latest " : "",
	       STR_ARG(releases.n ? releases.at[releases.n - 1] : STR_NULL));
	print_last(&store, holder.n > 0);
	printf("in use by       %.*s\n", STR_ARG(holder.n ? holder : STR("nobody")));
	arena_free(&arena);
	return EXIT_DONE;
}
