#include "folder_of_test.h"

#include <stdlib.h>

#include "files/mapped.h"

#define MAGIC "RCTESTS"

TestSuite(mapped, .init = folder_begin, .fini = folder_end);

/* A file of two sections, with that byte of the second one damaged afterwards; -1: none. */
static const char *file_with(const char *name, const char *text, long damaged)
{
	const char *path = in_folder(name);
	struct str sections[] = {STR("first"), str_of(text)};
	struct err err;
	FILE *file;

	cr_assert(mapped_write(path, MAGIC, 1, sections, 2, &err), "%s", err.message);
	if (damaged < 0)
		return path;
	file = fopen(path, "r+b");
	fseek(file, -MAPPED_ALIGN + damaged, SEEK_END);
	fputc('?', file);
	fclose(file);
	return path;
}

static bool opens(const char *path)
{
	struct err err;
	const struct mapped *m = mapped_open(path, MAGIC, 1, &err);

	mapped_close(m);
	return m != NULL;
}

Test(mapped, a_damaged_file_is_refused_by_who_opens_and_by_who_checks)
{
	char digest[MAPPED_DIGEST] = "unchanged";
	struct err err;

	cr_expect(opens(file_with("sound", "second", -1)));
	cr_expect(mapped_check(in_folder("sound"), digest, &err));
	cr_expect_eq(strlen(digest), 32);
	cr_expect_not(opens(file_with("damaged", "second", 2)));
	cr_expect_not(mapped_check(in_folder("damaged"), digest, &err));
	cr_expect(strstr(err.message, "damaged"), "%s", err.message);
}

Test(mapped, what_was_checked_is_not_looked_through_again_and_nothing_else_is_believed)
{
	char digest[MAPPED_DIGEST];
	struct err err;
	const char *path = file_with("sound", "second", -1), *bad;

	cr_assert(mapped_check(path, digest, &err));
	setenv("RECOUNT_SOUND", digest, 1);
	cr_expect(opens(path));
	cr_expect_not(opens(file_with("another", "other words", 2)), "a file that nobody checked");
	bad = file_with("short", "second", -1);
	cr_assert_eq(truncate(bad, 200), 0);
	cr_expect_not(opens(bad), "cut short");
	setenv("RECOUNT_SOUND", "", 1);
	cr_expect_not(opens(file_with("damaged", "second", 2)));
	unsetenv("RECOUNT_SOUND");
}
