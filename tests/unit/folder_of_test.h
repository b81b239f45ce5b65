/* A folder for the files of one test, removed at its end. */
#ifndef FOLDER_OF_TEST_H
#define FOLDER_OF_TEST_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/folder.h"

static struct arena arena;
static const char *folder;

static inline void folder_begin(void)
{
	folder = folder_temporary(&arena, "recount-test");
}

static inline void folder_end(void)
{
	folder_remove(folder);
	arena_free(&arena);
}

static inline const char *in_folder(const char *name)
{
	return str_printf(&arena, "%s/%s", folder, name).at;
}

/* Write the n bytes without going through the code under test. */
static inline const char *given_bytes(const char *name, const char *bytes, size_t n)
{
	const char *path = in_folder(name);
	FILE *file = fopen(path, "wb");

	cr_assert(file && fwrite(bytes, 1, n, file) == n && fclose(file) == 0);
	return path;
}

static inline const char *given(const char *name, const char *text)
{
	return given_bytes(name, text, strlen(text));
}

static inline struct str content(const char *path)
{
	struct str text = STR_NULL;

	cr_assert(file_text(path, &arena, &text), "there is no %s", path);
	return text;
}

#define expect_text(got, want)                                                                                         \
	do {                                                                                                           \
		struct str expect_got = (got);                                                                         \
		cr_expect(str_eq(expect_got, str_of(want)), "got '%.*s', want '%s'", STR_ARG(expect_got), want);       \
	} while (0)

#endif
