/* Every case of fixtures/: its articles go through the whole chain, and the release
 * holds just what expected/ says. expected/NAME.csv names some columns of the
 * release's NAME.csv; the release's rows, cut to these columns, must be the expected
 * ones, in any order. figures.csv is compared over the rows that have a measure.
 * RECOUNT_BIN is the folder of the programs (build/bin). */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/sheet.h"
#include "files/table.h"

static struct arena keep;

static int run(struct str command)
{
	int status = system(command.at);

	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool exists(const char *path)
{
	return access(path, F_OK) == 0;
}

/* Names in a folder, sorted. */
static struct strs names_in(const char *folder)
{
	struct strs names = {0};
	DIR *dir = opendir(folder);

	cr_assert(dir, "cannot open %s", folder);
	for (struct dirent *e; (e = readdir(dir));)
		if (e->d_name[0] != '.')
			strs_add(&keep, &names, str_dup(&keep, str_of(e->d_name)));
	closedir(dir);
	strs_sort(&names);
	return names;
}

/* The rows cut to the columns of `like`, each as one text, sorted. */
static struct strs rows_of(const struct sheet *sheet, const struct sheet *like, bool measured)
{
	struct strs rows = {0};
	int measure = sheet_column(sheet, STR("measure"));

	for (size_t i = 0; i < sheet->n; i++) {
		struct buf row = {.arena = &keep};

		if (measured && measure >= 0 && sheet->at[i].cells[measure].n == 0)
			continue;
		for (size_t c = 0; c < like->columns; c++) {
			int column = sheet_column(sheet, like->names[c]);

			cr_assert(column >= 0, "%s has no column %.*s", sheet->path, STR_ARG(like->names[c]));
			buf_printf(&row, "%s%.*s", c ? "," : "", STR_ARG(sheet->at[i].cells[column]));
		}
		LIST_ADD(&keep, &rows, buf_str(&row));
	}
	/* keep doubles: strs_sort would drop them */
	for (size_t i = 1; i < rows.n; i++)
		for (size_t k = i; k > 0 && str_cmp(rows.at[k - 1], rows.at[k]) > 0; k--) {
			struct str swap = rows.at[k];

			rows.at[k] = rows.at[k - 1];
			rows.at[k - 1] = swap;
		}
	return rows;
}

static struct sheet sheet_at(struct str path)
{
	struct sheet sheet;
	struct err err;

	cr_assert(sheet_read(path.at, &keep, &sheet, &err), "%s: %s", err.field, err.message);
	return sheet;
}

static void compare(const char *name, struct str table, struct strs want, struct strs got)
{
	size_t w = 0, g = 0;

	while (w < want.n || g < got.n) {
		int order = w == want.n ? 1 : g == got.n ? -1 : str_cmp(want.at[w], got.at[g]);

		cr_expect(order == 0, "%s: %.*s: %s %.*s", name, STR_ARG(table), order < 0 ? "missing" : "unexpected",
			  STR_ARG(order < 0 ? want.at[w] : got.at[g]));
		w += order <= 0;
		g += order >= 0;
	}
}

static void check_case(struct str name)
{
	char work[] = "/tmp/recount-fixture-XXXXXX";
	const char *bin = getenv("RECOUNT_BIN") ? getenv("RECOUNT_BIN") : "build/bin";
	struct str expected = str_printf(&keep, "fixtures/%.*s/expected", STR_ARG(name));

	cr_assert(mkdtemp(work));
	int code = run(str_printf(
		&keep, "%s/recount run --inbox fixtures/%.*s/articles --store %s/store --out %s/out >%s/log 2>&1", bin,
		STR_ARG(name), work, work, work));

	cr_expect_eq(code, 0, "%.*s: recount run ended with %d", STR_ARG(name), code);
	struct strs tables = names_in(expected.at);

	cr_expect(tables.n > 0, "%.*s expects nothing", STR_ARG(name));
	for (size_t i = 0; i < tables.n && code == 0; i++) {
		struct sheet want = sheet_at(str_printf(&keep, "%.*s/%.*s", STR_ARG(expected), STR_ARG(tables.at[i]))),
			     got = sheet_at(str_printf(&keep, "%s/out/latest/%.*s", work, STR_ARG(tables.at[i])));

		compare(name.at, tables.at[i], rows_of(&want, &want, false),
			rows_of(&got, &want, str_eq(tables.at[i], STR("figures.csv"))));
	}
	run(str_printf(&keep, "rm -rf %s", work));
}

Test(fixtures, every_case_comes_out_as_expected, .timeout = 300)
{
	struct strs cases = names_in("fixtures");
	size_t checked = 0;

	for (size_t i = 0; i < cases.n; i++)
		if (exists(str_printf(&keep, "fixtures/%.*s/articles", STR_ARG(cases.at[i])).at)) {
			check_case(cases.at[i]);
			checked++;
		}
	cr_expect(checked >= 8, "only %zu cases", checked);
	arena_free(&keep);
}
