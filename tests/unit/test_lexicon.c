#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "records/lexicon.h"

static char folder[64], user[80], out[80], other[80];

static void begin(void)
{
	snprintf(folder, sizeof folder, "/tmp/recount-lexicon-%ld", (long)getpid());
	snprintf(user, sizeof user, "%s/user", folder);
	snprintf(out, sizeof out, "%s/lexicon.bin", folder);
	snprintf(other, sizeof other, "%s/other.bin", folder);
	mkdir(folder, 0777);
	mkdir(user, 0777);
}

static void end(void)
{
	char command[128];

	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	cr_assert_eq(system(command), 0);
}

TestSuite(lexicon, .init = begin, .fini = end);

static void put(const char *in, const char *name, const char *text)
{
	char path[160];

	snprintf(path, sizeof path, "%s/%s", in, name);
	FILE *file = fopen(path, "wb");

	cr_assert(file);
	fputs(text, file);
	fclose(file);
}

static bool compile(struct err *err)
{
	const char *folders[] = {folder, user};

	return lexicon_compile(folders, 2, out, err);
}

static const struct lexicon *compiled(void)
{
	struct err err = {0};

	cr_assert(compile(&err), "%s: %s", err.field, err.message);
	const struct lexicon *lex = lexicon_open(out, &err);

	cr_assert(lex, "%s: %s", err.field, err.message);
	return lex;
}

static void expect_cell(const struct lexicon *lex, const char *phrase, const char *column, const char *want)
{
	int64_t row = lexicon_row(lex, LEXICON_NOT_PLACES, str_of(phrase));

	cr_assert(row >= 0, "'%s' is unknown", phrase);
	struct str cell =
		lexicon_cell(lex, LEXICON_NOT_PLACES, (uint32_t)row, lexicon_column(lex, LEXICON_NOT_PLACES, column));

	cr_expect(str_eq(cell, str_of(want)), "'%s' has %s '%.*s'", phrase, column, STR_ARG(cell));
}

Test(lexicon, finds_the_cells_of_a_phrase_in_any_case_and_spacing)
{
	put(folder, "not_places.csv",
	    "# from our own reading\n\nphrase,why,note\nset off,word,\"departure, begun\"\nset,word,put\n");
	const struct lexicon *lex = compiled();

	expect_cell(lex, "set off", "note", "departure, begun");
	expect_cell(lex, "Set  OFF", "note", "departure, begun");
	expect_cell(lex, "set", "note", "put");
	cr_expect_eq(lexicon_row(lex, LEXICON_NOT_PLACES, STR("off")), -1);
	cr_expect_eq(lexicon_row(lex, LEXICON_NOT_PLACES, STR("set off now")), -1);
	cr_expect_eq(lexicon_row(lex, LEXICON_NOT_PLACES, STR("")), -1);
	cr_expect_eq(lexicon_row(lex, LEXICON_PLACE_NOUNS, STR("set")), -1);
	lexicon_close(lex);
}

Test(lexicon, steps_through_a_phrase_token_by_token)
{
	put(folder, "not_places.csv", "phrase,why,note\nopened fire on,word,attack\nopened,word,begun\n");
	const struct lexicon *lex = compiled();
	const struct lexicon_node *node = lexicon_step(lex, NULL, hash64(STR("opened")));

	cr_assert(node);
	cr_expect_eq(node->entries, 1);
	cr_expect_eq(node->tables, 1u << LEXICON_NOT_PLACES);
	node = lexicon_step(lex, node, hash64(STR("fire")));
	cr_assert(node);
	cr_expect_eq(node->tables, 0, "only a prefix");
	cr_expect_eq(node->next, lexicon_next_bit(hash64(STR("on"))));
	node = lexicon_step(lex, node, hash64(STR("on")));
	cr_assert(node);
	cr_expect_eq(node->entries, 1);
	cr_expect_eq(node->next, 0);
	cr_expect_null(lexicon_step(lex, node, hash64(STR("on"))));
	cr_expect_null(lexicon_step(lex, NULL, hash64(STR("fire"))));
	lexicon_close(lex);
}

Test(lexicon, gives_all_entries_of_a_phrase_by_table_then_row)
{
	put(folder, "not_places.csv", "phrase,why,note\nstorm,word,weather\nstorm,thing,assault\n");
	put(folder, "place_nouns.csv", "phrase,kind\nstorm,area\n");
	const struct lexicon *lex = compiled();
	const struct lexicon_node *node = lexicon_find(lex, STR("storm"));

	cr_assert(node);
	cr_assert_eq(node->entries, 3);
	const struct lexicon_entry *entries = lexicon_entries(lex, node);

	cr_expect_eq(entries[0].table, LEXICON_PLACE_NOUNS);
	cr_expect_eq(entries[1].table, LEXICON_NOT_PLACES);
	cr_expect_eq(entries[1].row, 0);
	cr_expect_eq(entries[2].row, 1);
	lexicon_close(lex);
}

Test(lexicon, lets_a_later_folder_add_and_replace)
{
	put(folder, "not_places.csv", "phrase,why,note\nleft,word,departed\nfled,word,fled\nleft,word,remaining\n");
	put(user, "not_places.csv", "phrase,why,note\nLeft,word,moved\nran,word,fled\n");
	const struct lexicon *lex = compiled();

	expect_cell(lex, "left", "note", "moved");
	expect_cell(lex, "fled", "note", "fled");
	expect_cell(lex, "ran", "note", "fled");
	cr_expect_eq(lexicon_rows(lex, LEXICON_NOT_PLACES), 3);
	lexicon_close(lex);
}

Test(lexicon, has_the_declared_columns_of_a_table_without_a_file)
{
	const struct lexicon *lex = compiled();

	cr_expect_eq(lexicon_rows(lex, LEXICON_PLACE_NOUNS), 0);
	cr_expect_eq(lexicon_column(lex, LEXICON_PLACE_NOUNS, "phrase"), 0);
	cr_expect_gt(lexicon_column(lex, LEXICON_PLACE_NOUNS, "kind"), 0);
	lexicon_close(lex);
}

static const struct {
	const char *name, *text;
	size_t line;
	const char *says;
} wrong[] = {
	{"not_places.csv", "phrase,why,case\nnice,word,any\nmay,month,\n", 3, "month"},
	{"not_places.csv", "phrase,why,case\n\n# a note\nnice,word,maybe\n", 4, "maybe"},
	{"not_places.csv", "phrase,why\nnice,word\n,word\n", 3, "empty"},
	{"not_places.csv", "phrase,why\nnice,word\nof\n", 3, "1 cells"},
	{"not_places.csv", "phrase,why\n\"two\nlines\",word\nof\n", 4, "1 cells"},
	{"not_places.csv", "phrase,why\nnice,\"word\n", 2, "quote"},
	{"not_places.csv", "why,phrase\nword,nice\n", 1, "first column"},
	{"not_places.csv", "phrase,kind\nnice,word\n", 1, "why"},
	{"not_places.csv", "phrase,why,why\nnice,word,word\n", 1, "two columns"},
	{"not_places.csv", "phrase,why\nnice,word\nof,word\nnice,word\n", 4, "line 2"},
	{"not_places.csv", "", 1, "header"},
};

Test(lexicon, names_file_and_line_of_a_wrong_row)
{
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err err = {0};
		char where[64];

		put(folder, wrong[i].name, wrong[i].text);
		snprintf(where, sizeof where, "%s:%zu", wrong[i].name, wrong[i].line);
		cr_expect_not(compile(&err), "accepted '%s'", wrong[i].text);
		cr_expect(str_ends(str_of(err.field), str_of(where)), "'%s': %s", wrong[i].text, err.field);
		cr_expect(strstr(err.message, wrong[i].says), "'%s': %s", wrong[i].text, err.message);
	}
}

Test(lexicon, refuses_what_a_users_folder_misspells)
{
	struct err err = {0};

	put(folder, "not_places.csv", "phrase,why,note\nleft,word,departed\n");
	put(user, "not_place.csv", "phrase,why,note\nleft,word,departed\n");
	cr_expect_not(compile(&err));
	cr_expect(strstr(err.message, "not_place.csv"), "%s", err.message);
	put(user, "not_place.csv", "");
	char path[128];

	snprintf(path, sizeof path, "%s/not_place.csv", user);
	unlink(path);
	put(user, "not_places.csv", "phrase,why,sens\nleft,word,departed\n");
	cr_expect_not(compile(&err));
	cr_expect(strstr(err.message, "sens"), "%s", err.message);
}

Test(lexicon, refuses_a_missing_folder)
{
	const char *folders[] = {"/nonexistent/lexicon"};
	struct err err = {0};

	cr_expect_not(lexicon_compile(folders, 1, out, &err));
	cr_expect(strstr(err.field, "/nonexistent/lexicon"));
}

static size_t read_file(const char *path, unsigned char *to, size_t room)
{
	FILE *file = fopen(path, "rb");

	cr_assert(file);
	size_t n = fread(to, 1, room, file);

	fclose(file);
	return n;
}

static void write_file(const char *path, const unsigned char *from, size_t n)
{
	FILE *file = fopen(path, "wb");

	cr_assert(file);
	cr_assert_eq(fwrite(from, 1, n, file), n);
	fclose(file);
}

Test(lexicon, compiles_the_same_content_to_the_same_bytes)
{
	static unsigned char first[1 << 16], again[1 << 16];
	const char *folders[] = {folder};
	struct err err = {0};

	put(folder, "not_places.csv", "phrase,why,note\nleft,word,departed\nfled,word,fled\n");
	cr_assert(lexicon_compile(folders, 1, out, &err), "%s", err.message);
	size_t n = read_file(out, first, sizeof first);

	folders[0] = user;
	put(user, "not_places.csv", "phrase,why,note\nleft,word,departed\nfled,word,fled\n");
	cr_assert(lexicon_compile(folders, 1, other, &err), "%s", err.message);
	cr_expect_eq(read_file(other, again, sizeof again), n);
	cr_expect_arr_eq(first, again, n);
}

Test(lexicon, refuses_files_that_are_damaged_truncated_or_foreign)
{
	static unsigned char whole[1 << 16], bad[1 << 16];
	struct err err = {0};

	put(folder, "not_places.csv", "phrase,why,note\nleft,word,departed\n");
	lexicon_close(compiled());
	size_t n = read_file(out, whole, sizeof whole);

	for (size_t i = 0; i < n; i += i < 512 ? 1 : 97) {
		memcpy(bad, whole, n);
		bad[i] ^= 0x40;
		write_file(other, bad, n);
		cr_expect_null(lexicon_open(other, &err), "byte %zu", i);
		write_file(other, whole, i);
		cr_expect_null(lexicon_open(other, &err), "%zu bytes", i);
	}
	cr_expect_null(lexicon_open("/nonexistent/lexicon.bin", &err));
	cr_expect(strstr(err.field, "lexicon.bin"));
	cr_expect_null(lexicon_open(folder, &err));
}
