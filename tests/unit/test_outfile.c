#include "folder_of_test.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include "files/folder.h"
#include "files/lines.h"
#include "files/outfile.h"

TestSuite(outfile, .init = folder_begin, .fini = folder_end);

Test(outfile, takes_its_name_only_at_the_close)
{
	const char *path = in_folder("new/folder/a.csv");
	struct outfile *out = outfile_open(path);

	outfile_text(out, "hello\n");
	cr_expect_not(path_exists(path));
	outfile_close(out);
	expect_text(content(path), "hello\n");
	cr_expect_eq(folder_names(&arena, in_folder("new/folder")).n, 1);
}

Test(outfile, what_is_dropped_leaves_the_earlier_file)
{
	const char *path = given("a", "old");
	struct outfile *out = outfile_open(path);

	outfile_text(out, "new");
	outfile_drop(out);
	expect_text(content(path), "old");
	cr_expect_eq(folder_files(&arena, folder).n, 1);
}

Test(outfile, holds_any_number_of_bytes)
{
	static char block[300 * 1000];
	struct outfile *out = outfile_open(in_folder("a"));

	memset(block, 'y', sizeof block);
	outfile_text(out, "x");
	outfile_write(out, (struct str){block, sizeof block});
	outfile_write(out, (struct str){NULL, 0});
	outfile_text(out, "z");
	cr_expect_eq(outfile_size(out), sizeof block + 2);
	outfile_close(out);
	struct str got = content(in_folder("a"));

	cr_expect_eq(got.n, sizeof block + 2);
	cr_expect(got.at[0] == 'x' && got.at[1] == 'y' && got.at[got.n - 1] == 'z');
}

/* More than are kept open at once; those that the disk is not waited for have their names already. */
Test(outfile, gathered_files_take_their_names_together)
{
	enum { FILES = 300 };

	outfile_gather();
	for (int i = 0; i < FILES; i++) {
		struct outfile *out = outfile_open(str_printf(&arena, "%s/many/%d", folder, i).at);

		outfile_text(out, "hello\n");
		outfile_close(out);
		cr_expect_not(path_exists(str_printf(&arena, "%s/many/%d", folder, i).at));
	}
	file_note(in_folder("note"), STR("at once"));
	cr_expect(path_exists(in_folder("note")));
	outfile_settle();
	cr_expect_eq(folder_names(&arena, in_folder("many")).n, FILES);
	expect_text(content(in_folder("many/299")), "hello\n");
}

/* No clock inside: the same text gives the same bytes. */
Test(outfile, gzip_is_the_same_at_any_time)
{
	for (int i = 0; i < 2; i++) {
		struct outfile *out = outfile_open(in_folder(i ? "b.gz" : "a.gz"));

		for (int k = 0; k < 1000; k++)
			outfile_text(out, "the same text\n");
		outfile_close(out);
		if (i == 0)
			sleep(1);
	}
	cr_expect(str_eq(content(in_folder("a.gz")), content(in_folder("b.gz"))));
	cr_expect_lt(content(in_folder("a.gz")).n, 1000);
}

/* In a child, since it ends the program. */
static int exit_code_of(void (*act)(void))
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		freopen("/dev/null", "w", stderr);
		act();
		_exit(0);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void write_below_a_file(void)
{
	outfile_open(in_folder("file/a.csv"));
}

static void write_past_the_limit(void)
{
	struct rlimit limit = {4096, 4096};
	struct outfile *out;

	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	out = outfile_open(in_folder("big"));
	for (int i = 0; i < 100000; i++)
		outfile_text(out, "0123456789\n");
	outfile_close(out);
}

static void die_while_gathered(void)
{
	outfile_gather();
	file_write(in_folder("whole"), STR("whole"));
	die(EXIT_INPUT, "something else went wrong");
}

static void die_while_open(void)
{
	outfile_text(outfile_open(in_folder("half")), "half");
	die(EXIT_INPUT, "something else went wrong");
}

Test(outfile, a_failure_is_an_output_failure_and_leaves_nothing_half_written)
{
	given("file", "not a folder");
	cr_expect_eq(exit_code_of(write_below_a_file), EXIT_OUTPUT);
	cr_expect_eq(exit_code_of(write_past_the_limit), EXIT_OUTPUT);
	cr_expect_eq(exit_code_of(die_while_open), EXIT_INPUT);
	cr_expect_eq(exit_code_of(die_while_gathered), EXIT_INPUT);
	cr_expect_eq(folder_names(&arena, folder).n, 1, "only the file given is there");
	cr_expect_not(path_exists(in_folder("big")));
	cr_expect_not(path_exists(in_folder("half")));
	struct strs hidden = {0};
	FILE *list = popen(str_printf(&arena, "ls -A %s", folder).at, "r");
	char name[256];

	while (fgets(name, sizeof name, list))
		strs_add(&arena, &hidden, str_dup(&arena, str_of(name)));
	pclose(list);
	cr_expect_eq(hidden.n, 1, "temporary files stay behind");
}
