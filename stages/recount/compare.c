#include "compare.h"

#include <stdlib.h>

#include "files/digest.h"
#include "files/folder.h"
#include "files/lines.h"

static const char *at(struct arena *arena, const char *release, struct str name)
{
	return str_printf(arena, "%s/%.*s", release, STR_ARG(name)).at;
}

/* Names that SHA256SUMS holds, each checked. */
size_t compare_sums(struct arena *arena, const char *release)
{
	struct strs files = folder_names(arena, release), named = {0};
	struct str text;

	if (!file_text(at(arena, release, STR("SHA256SUMS")), arena, &text))
		die(EXIT_INPUT, "%s has no SHA256SUMS; give the folder of a release", release);
	while (text.at && text.n) {
		struct str line = str_cut(&text, '\n'), sum = str_slice(line, 0, DIGEST_SHA256_HEX - 1),
			   name = str_slice(line, DIGEST_SHA256_HEX + 1, line.n);
		char hex[DIGEST_SHA256_HEX];
		struct err err;

		if (name.n == 0 || memchr(name.at, '/', name.n))
			die(EXIT_INPUT, "%s/SHA256SUMS: want a digest, two spaces and a name, not '%.*s'", release,
			    STR_ARG(line));
		if (!digest_sha256(at(arena, release, name), hex, NULL, &err))
			die(EXIT_INPUT, "%s", err.message);
		if (!str_eq(str_of(hex), sum))
			die(EXIT_INPUT, "%s/%.*s is not what SHA256SUMS says: it was altered after the release",
			    release, STR_ARG(name));
		strs_add(arena, &named, name);
	}
	for (size_t i = 0; i < files.n; i++)
		if (!strs_has(named, files.at[i]) && !str_eq(files.at[i], STR("SHA256SUMS")))
			die(EXIT_INPUT, "%s/%.*s is no part of the release: SHA256SUMS does not name it", release,
			    STR_ARG(files.at[i]));
	return named.n;
}

/* Where two lines part, and what they hold from there. */
static struct str difference(struct arena *arena, const struct line *a, const struct line *b)
{
	size_t i = 0;

	while (i < a->text.n && i < b->text.n && a->text.at[i] == b->text.at[i])
		i++;
	return str_printf(arena, "%llu: made again it is different, from byte %zu of the line: '%.*s' against '%.*s'",
			  (unsigned long long)a->number, i + 1, STR_ARG(str_slice(a->text, i, i + 40)),
			  STR_ARG(str_slice(b->text, i, i + 40)));
}

/* Empty when all lines are the same. */
static struct str compare_lines(struct arena *arena, struct lines *a, struct lines *b)
{
	struct err err;
	struct line x, y;
	enum lines_result got, other;

	do {
		got = lines_next(a, &x, &err);
		other = lines_next(b, &y, &err);
		if (got != other || !str_eq(x.text, y.text))
			return difference(arena, &x, &y);
	} while (got == LINES_LINE);
	return STR_NULL;
}

static void compare_file(struct arena *arena, const char *release, const char *again, struct str name)
{
	enum { LINE_BYTES = 256 * 1024 * 1024 };
	struct err err;
	struct lines *a = lines_open(at(arena, release, name), LINE_BYTES, &err),
		     *b = lines_open(at(arena, again, name), LINE_BYTES, &err);

	if (!a || !b)
		die(EXIT_INPUT, "%s/%.*s: made again it is not there: %s", release, STR_ARG(name), err.message);
	struct str parted = compare_lines(arena, a, b);

	lines_close(a);
	lines_close(b);
	if (parted.n)
		die(EXIT_INPUT, "%s/%.*s:%.*s", release, STR_ARG(name), STR_ARG(parted));
}

static bool is_one_of(struct str name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return false;
}

void compare_releases(struct arena *arena, const char *release, const char *again, bool data_only)
{
	/* They tell of nights and of the release before, or show what does. */
	static const char *const apart[] = {"changes.csv",  "changes.json", "manifest.json", "datapackage.json",
					    "recount.xlsx", "report.html",  "SHA256SUMS"};
	struct strs names = folder_names(arena, release);

	/* The tables first: a manifest or a checksum differs only because they do. */
	for (int late = 0; late < (data_only ? 1 : 2); late++)
		for (size_t i = 0; i < names.n; i++)
			if (is_one_of(names.at[i], apart, sizeof apart / sizeof *apart) == (late == 1))
				compare_file(arena, release, again, names.at[i]);
}
