#include "inputs.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"
#include "opened.h"
#include "walk.h"

struct inputs {
	struct stage *st;
	size_t next;		 /* of st->inputs */
	struct walk walk;	 /* the folder being walked, if any */
	uint64_t found;		 /* files in it */
	struct arena path_arena; /* holds the path of the open file */
	struct opened open;
};

struct inputs *inputs_open(struct stage *st, const struct signs *signs, struct tally *skipped, bool explain)
{
	struct inputs *in = ARENA_NEW(&st->keep, struct inputs);

	in->st = st;
	in->open = (struct opened){.st = st, .signs = signs, .skipped = skipped, .explain = explain};
	return in;
}

struct str inputs_path(struct arena *arena, const char *path)
{
	struct str s = str_of(path);
	struct buf b = {.arena = arena};
	int32_t cp;

	for (size_t i = 0, n; i < s.n; i += n) {
		n = utf8_at(s, i, &cp);
		if (n == 1 && (unsigned char)s.at[i] >= 0x80)
			buf_printf(&b, "%%%02X", (unsigned char)s.at[i]);
		else
			buf_add(&b, str_slice(s, i, i + n));
	}
	return str_dup(arena, buf_str(&b)); /* with a NUL behind it */
}

static void reject(struct inputs *in, const char *path, uint64_t position, const struct err *err)
{
	stage_reject(in->st, inputs_path(&in->st->scratch, path).at, position, err);
}

/* Open a file and see what it is; false when it was rejected. */
static bool open_file(struct inputs *in, const char *path, bool named)
{
	struct err err = {0};

	arena_reset(&in->path_arena);
	if (opened_open(&in->open, path, inputs_path(&in->path_arena, path).at, &err))
		return true;
	if (named && strcmp(err.field, "open") == 0)
		die(EXIT_INPUT, "%s", err.message);
	reject(in, path, 0, &err);
	return false;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void end_walk(struct inputs *in)
{
	if (!in->found)
		warn("no file in the folder %s", in->st->inputs[in->next - 1]);
	walk_end(&in->walk);
	in->found = 0;
}

/* Open the next file of the folder; false when there is none left. */
static bool next_in_folder(struct inputs *in)
{
	struct err err;
	const char *path;
	enum walk_result got;

	while ((got = walk_next(&in->walk, &path, &err)) != WALK_END) {
		in->found++;
		if (got == WALK_BAD)
			reject(in, path, 0, &err);
		else if (open_file(in, path, false))
			return true;
	}
	end_walk(in);
	return false;
}

/* Open the next file; false when all are read. */
static bool next_file(struct inputs *in)
{
	if (in->walk.inner && next_in_folder(in))
		return true;
	while (in->next < in->st->n_inputs) {
		const char *input = in->st->inputs[in->next++];

		if (!is_folder(input)) {
			if (open_file(in, input, true))
				return true;
			continue;
		}
		if (access(input, R_OK | X_OK) != 0)
			die(EXIT_INPUT, "cannot open the folder %s: %s", input, strerror(errno));
		walk_start(&in->walk, input);
		if (next_in_folder(in))
			return true;
	}
	return false;
}

bool inputs_next(struct inputs *in, struct given *out)
{
	struct err err;

	for (;;) {
		arena_reset(&in->st->scratch);
		if (!in->open.n && !next_file(in))
			return false;
		enum given_result got = opened_next(&in->open, out, &err);

		if (got == GIVEN_ARTICLE) {
			in->st->read++;
			return true;
		}
		if (got == GIVEN_BAD)
			stage_reject(in->st, out->path ? out->path : "-", out->position, &err);
	}
}

void inputs_close(struct inputs *in)
{
	opened_close(&in->open);
	walk_end(&in->walk);
	arena_free(&in->path_arena);
}
