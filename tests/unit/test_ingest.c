/* The program itself: what it reads, writes and rejects, with which exit code. */
#include "folder_of_test.h"

#include <sys/wait.h>
#include <zlib.h>

#include "files/lines.h"
#include "ingest.h"
#include "known.h"
#include "records/document.h"

static const char *program(void)
{
	const char *bin = getenv("RECOUNT_BIN");

	return str_printf(&arena, "%s/recount-ingest", bin ? bin : "build/bin").at;
}

TestSuite(ingest, .init = folder_begin, .fini = folder_end, .timeout = 120);

/* Run in the folder; the exit code. Standard error goes to `said`. */
static int run(const char *arguments)
{
	char here[4096];
	const char *bin = program();

	cr_assert(getcwd(here, sizeof here));
	struct str command = str_printf(&arena, "cd '%s' && '%s%s%s' %s 2>said", folder, *bin == '/' ? "" : here,
					*bin == '/' ? "" : "/", bin, arguments);
	int status = system(command.at);

	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static struct str said(void)
{
	return content(in_folder("said"));
}

static bool says(const char *words)
{
	return str_find(said(), str_of(words)) >= 0;
}

struct docs {
	struct document at[16];
	size_t n;
};

static struct docs documents(const char *name)
{
	struct docs docs = {0};
	struct str rest = content(in_folder(name));

	while (rest.at) {
		struct str line = str_cut(&rest, '\n');
		struct err err;

		if (!line.n)
			continue;
		cr_assert(docs.n < 16 && document_parse(line, &arena, &docs.at[docs.n++], &err), "%s", err.message);
	}
	return docs;
}

static void make_folder(const char *name)
{
	cr_assert(mkdir(in_folder(name), 0777) == 0);
}

static const char *gzip(const char *name, struct str text, size_t cut)
{
	const char *path = in_folder(name);
	gzFile gz = gzopen(path, "wb");

	cr_assert(gz && gzwrite(gz, text.at, (unsigned)text.n) == (int)text.n && gzclose(gz) == Z_OK);
	if (cut) {
		struct str all = content(path);

		given_bytes(name, all.at, all.n - cut);
	}
	return path;
}

Test(ingest, walks_folders_in_the_order_of_names_without_following_loops)
{
	make_folder("in");
	make_folder("in/b");
	given("in/b/1.txt", "Nine people died in the storm.");
	given("in/b/.hidden.txt", "Not to be read.");
	given("in/c.jsonl", "{\"text\":\"Eight people died.\"}\n{\"text\":\"Seven people died.\"}\n");
	given("in/a.txt", "Ten people died in the storm.");
	cr_assert(symlink("..", in_folder("in/b/loop")) == 0);
	cr_assert(symlink("b", in_folder("in/again")) == 0);
	cr_expect_eq(run("-o out in"), EXIT_DONE, "%.*s", STR_ARG(said()));
	cr_expect(says("4 read, 4 written, 0 known, 0 rejected"), "%.*s", STR_ARG(said()));
	struct docs docs = documents("out/documents/part-00000.jsonl");

	cr_assert_eq(docs.n, 4);
	expect_text(docs.at[0].input_path, "in/a.txt");
	expect_text(docs.at[0].ref, "a");
	expect_text(docs.at[1].input_path, "in/again/1.txt");
	expect_text(docs.at[2].text, "Eight people died.");
	cr_expect_eq(docs.at[3].input_offset, 30);
}

Test(ingest, writes_parts_of_a_given_size_from_a_given_number)
{
	struct buf text = {.arena = &arena};

	for (int i = 0; i < 5; i++)
		buf_printf(&text, "{\"text\":\"%d people died.\"}\n", i);
	given_bytes("a.jsonl", text.at, text.n);
	cr_expect_eq(run("-o out --part-documents 2 --first-part 7 a.jsonl"), EXIT_DONE);
	cr_expect_eq(documents("out/documents/part-00007.jsonl").n, 2);
	cr_expect_eq(documents("out/documents/part-00008.jsonl").n, 2);
	cr_expect_eq(documents("out/documents/part-00009.jsonl").n, 1);
	cr_expect_eq(run("-o one.jsonl --part-documents 2 a.jsonl"), EXIT_DONE);
	cr_expect_eq(documents("one.jsonl").n, 5);
	cr_expect_eq(run("-o none /dev/null"), EXIT_REJECTS);
	cr_expect_eq(documents("none/documents/part-00000.jsonl").n, 0);
}

Test(ingest, writes_an_article_once_and_skips_known_ones)
{
	given("a.txt", "Nine people died.");
	given("b.txt", "Nine people died.");
	given("c.jsonl",
	      "{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\"1\",\"text\":\"B.\"}\n{\"id\":\"1\",\"text\":\"A.\"}\n");
	cr_expect_eq(run("-o out a.txt b.txt c.jsonl"), EXIT_DONE);
	cr_expect(says("5 read, 3 written, 2 known, 0 rejected"), "%.*s", STR_ARG(said()));
	struct docs docs = documents("out/documents/part-00000.jsonl");

	given("ids", str_printf(&arena, "%.*s\n%.*s\n", STR_ARG(docs.at[0].id), STR_ARG(docs.at[2].id)).at);
	cr_expect_eq(run("-o again --skip ids b.txt c.jsonl"), EXIT_DONE);
	cr_expect(says("4 read, 1 written, 3 known, 0 rejected"), "%.*s", STR_ARG(said()));
	given("ids", "d00112233445566778899aabbccddeeff\nd001\n");
	cr_expect_eq(run("-o again --skip ids b.txt"), EXIT_USAGE);
	cr_expect(says("ids:2"), "%.*s", STR_ARG(said()));
	cr_expect_eq(run("-o again --skip nowhere b.txt"), EXIT_INPUT);
}

Test(ingest, gives_the_same_ids_and_bytes_wherever_the_article_lies)
{
	struct str text = STR("{\"id\":\"1\",\"text\":\"Nine people died.\",\"published\":\"16 Dec 2016\"}\n");
	make_folder("in");
	make_folder("in/x");
	given("in/x/day.jsonl", text.at);
	gzip("in/day.jsonl", text, 0);
	cr_expect_eq(run("-o - in/day.jsonl >a"), EXIT_DONE);
	cr_expect_eq(run("-o - in/x/day.jsonl >b"), EXIT_DONE);
	cr_expect_eq(run("-o - - <in/day.jsonl >c"), EXIT_DONE);
	struct docs a = documents("a"), b = documents("b"), c = documents("c");

	cr_expect(str_eq(a.at[0].id, b.at[0].id) && str_eq(a.at[0].id, c.at[0].id));
	expect_text(a.at[0].published, "2016-12-16");
	expect_text(c.at[0].input_path, "-");
	cr_expect_eq(run("-o - in/x/day.jsonl >d"), EXIT_DONE);
	cr_expect(str_eq(content(in_folder("b")), content(in_folder("d"))));
}

Test(ingest, rejects_what_is_bad_and_keeps_the_rest)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *reason;
	} bad[] = {
		{"", 0, "the file is empty"},
		{"a\0b", 3, "NUL"},
		{"S\xC3\xA3o \xFF\xFE", 7, "broken UTF-8"},
		{"\x89PNG\r\n\x1A\n", 8, "a PNG image"},
		{"%PDF-1.4", 8, "a PDF file"},
		{"[1,2,3]\n{\"text\":\"\"}", 19, "want one JSON object a line"},
		{"{\"text\":17}", 11, "want a text"},
		{"{\"title\":\"a\"}", 13, "text: is missing"},
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		given_bytes("bad", bad[i].bytes, bad[i].n);
		given("good.txt", "Nine people died.");
		cr_expect_eq(run("-o out bad good.txt"), EXIT_REJECTS, "%s", bad[i].reason);
		struct str rejects = content(in_folder("out/rejects/ingest.jsonl"));

		cr_expect(str_find(rejects, str_of(bad[i].reason)) >= 0, "%s: %.*s", bad[i].reason, STR_ARG(rejects));
		cr_expect(str_find(rejects, STR("\"file\":\"bad\"")) >= 0, "%.*s", STR_ARG(rejects));
		cr_expect_eq(documents("out/documents/part-00000.jsonl").n, 1, "%s", bad[i].reason);
	}
}

Test(ingest, keeps_an_article_whose_date_does_not_exist)
{
	given("a.jsonl", "{\"id\":\"1\",\"text\":\"Nine people died.\",\"published\":\"2016-02-30\","
			 "\"url\":\"https://x.org/2016/02/28/a\"}\n");
	cr_expect_eq(run("-o out a.jsonl"), EXIT_REJECTS);
	cr_expect(says("1 read, 1 written, 0 known, 1 rejected"), "%.*s", STR_ARG(said()));
	struct docs docs = documents("out/documents/part-00000.jsonl");

	expect_text(docs.at[0].published, "2016-02-28");
	cr_expect_eq(docs.at[0].published_basis, BASIS_URL);
	cr_expect(str_find(content(in_folder("out/rejects/ingest.jsonl")), STR("2016-02-30")) >= 0);
}

Test(ingest, keeps_the_records_before_the_break_of_a_truncated_gzip)
{
	struct buf text = {.arena = &arena};

	for (int i = 0; i < 3; i++)
		buf_printf(&text, "{\"text\":\"%d people died.\"}\n", i);
	buf_add(&text, STR("{\"text\":\""));
	for (uint32_t i = 0, r = 1; i < 50000; i++, r = r * 1664525u + 1013904223u)
		buf_add_char(&text, (char)('a' + (r >> 24) % 26));
	buf_add(&text, STR("\"}\n"));
	gzip("a.jsonl.gz", buf_str(&text), 5000);
	cr_expect_eq(run("-o out a.jsonl.gz"), EXIT_REJECTS);
	cr_expect_eq(documents("out/documents/part-00000.jsonl").n, 3);
	cr_expect(str_find(content(in_folder("out/rejects/ingest.jsonl")), STR("ends too early")) >= 0);
	gzip("a.txt.gz", STR("Nine people died in the storm on Monday."), 9);
	cr_expect_eq(run("-o out2 a.txt.gz"), EXIT_REJECTS);
	cr_expect_eq(documents("out2/documents/part-00000.jsonl").n, 0);
}

/* Half a gigabyte of one letter, in half a megabyte. */
static void make_bomb(const char *name)
{
	gzFile gz = gzopen(in_folder(name), "wb9");
	static char chunk[1 << 20];

	memset(chunk, 'a', sizeof chunk);
	cr_assert(gz && gzputs(gz, "{\"text\":\"good\"}\n") > 0);
	for (int i = 0; i < 500; i++)
		cr_assert(gzwrite(gz, chunk, sizeof chunk) == sizeof chunk);
	cr_assert(gzclose(gz) == Z_OK);
}

Test(ingest, bounds_lines_and_bombs)
{
	size_t n = 50 * 1000 * 1000;
	char *line = malloc(n);

	cr_assert(line);
	memset(line, 'a', n);
	memcpy(line, "{\"text\":\"", 9);
	memcpy(line + n - 20, "\"}\n{\"text\":\"good\"}\n\n", 20);
	given_bytes("long.jsonl", line, n);
	free(line);
	cr_expect_eq(run("-o out long.jsonl"), EXIT_REJECTS);
	cr_expect_eq(documents("out/documents/part-00000.jsonl").n, 1);
	cr_expect(str_find(content(in_folder("out/rejects/ingest.jsonl")), STR("longer than")) >= 0);
	make_bomb("bomb.gz");
	cr_expect_eq(run("-o out2 bomb.gz"), EXIT_REJECTS);
	cr_expect_eq(documents("out2/documents/part-00000.jsonl").n, 1);
	cr_expect(str_find(content(in_folder("out2/rejects/ingest.jsonl")), STR("expands to more than")) >= 0);
}

Test(ingest, says_which_input_cannot_be_read)
{
	bool root = geteuid() == 0;
	const char *drop = root ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";

	make_folder("in");
	make_folder("in/closed");
	given("in/a.txt", "Nine people died.");
	given("in/secret.txt", "Ten people died.");
	cr_assert(chmod(in_folder("in/secret.txt"), 0) == 0 && chmod(in_folder("in/closed"), 0) == 0);
	cr_assert(chmod(folder, 0777) == 0 && chmod(in_folder("in"), 0777) == 0);
	cr_assert(chmod(in_folder("in/a.txt"), 0644) == 0);
	char here[4096];

	cr_assert(getcwd(here, sizeof here));
	const char *bin = program(), *full = *bin == '/' ? bin : str_printf(&arena, "%s/%s", here, bin).at;
	int status = system(str_printf(&arena, "cd '%s' && %s'%s' -o out in 2>said", folder, drop, full).at);

	cr_expect_eq(WEXITSTATUS(status), EXIT_REJECTS, "%.*s", STR_ARG(said()));
	cr_expect(says("1 read, 1 written, 0 known, 2 rejected"), "%.*s", STR_ARG(said()));
	status = system(str_printf(&arena, "cd '%s' && %s'%s' -o out2 in/secret.txt 2>said2", folder, drop, full).at);
	cr_expect_eq(WEXITSTATUS(status), EXIT_INPUT);
	cr_expect(str_find(content(in_folder("said2")), STR("in/secret.txt")) >= 0);
	cr_assert(chmod(in_folder("in/closed"), 0777) == 0);
	cr_expect_eq(run("-o out nowhere"), EXIT_INPUT);
	cr_expect(says("nowhere"));
}

Test(ingest, takes_an_empty_folder_for_a_quiet_night)
{
	make_folder("in");
	cr_expect_eq(run("-o out in"), EXIT_DONE);
	cr_expect(says("no file in the folder in"), "%.*s", STR_ARG(said()));
	cr_expect(says("0 read, 0 written, 0 known, 0 rejected"));
	cr_expect_eq(documents("out/documents/part-00000.jsonl").n, 0);
}

Test(ingest, explains_a_wrong_call)
{
	given("a.txt", "Nine people died.");
	cr_expect_eq(run("-o out --part-documents 0 a.txt"), EXIT_USAGE);
	cr_expect_eq(run("-o out --first-part -1 a.txt"), EXIT_USAGE);
	cr_expect_eq(run("-o out --no-such a.txt"), EXIT_USAGE);
	cr_expect_eq(run("-o out --data . a.txt"), EXIT_USAGE);
	cr_expect(says("lexicon.bin"), "%.*s", STR_ARG(said()));
	cr_expect_eq(run("-o a.txt/out a.txt"), EXIT_OUTPUT);
}

Test(ingest, keeps_a_million_ids_apart)
{
	struct keyset set = {0};

	for (uint64_t i = 0; i < 1000000; i++)
		cr_assert(keyset_add(&set, (struct key128){i * 0x9E3779B97F4A7C15u, i * 0xC2B2AE3D27D4EB4Fu}));
	for (uint64_t i = 0; i < 1000000; i += 997)
		cr_assert_not(keyset_add(&set, (struct key128){i * 0x9E3779B97F4A7C15u, i * 0xC2B2AE3D27D4EB4Fu}));
	cr_expect_eq(set.n, 999999); /* and the key of zeros */
	keyset_free(&set);
}
