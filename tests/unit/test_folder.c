#include "folder_of_test.h"

#include "files/outfile.h"

TestSuite(folder, .init = folder_begin, .fini = folder_end);

Test(folder, lists_files_below_in_one_order_without_hidden_ones)
{
	folder_make(in_folder("b/deep"));
	folder_make(in_folder(".hidden"));
	given("z", "");
	given("b/deep/one", "");
	given("a", "");
	given(".hidden/x", "");
	given("b/.y", "");
	expect_text(strs_join(&arena, folder_files(&arena, folder)), "a|b/deep/one|z");
	expect_text(strs_join(&arena, folder_names(&arena, folder)), "a|b|z");
	cr_expect_eq(folder_names(&arena, in_folder("none")).n, 0);
}

Test(folder, a_link_to_a_folder_above_does_not_go_round)
{
	folder_make(in_folder("a"));
	given("a/file", "");
	link_replace("..", in_folder("a/up"));
	expect_text(strs_join(&arena, folder_files(&arena, folder)), "a/file");
}

Test(folder, a_link_is_replaced_at_once)
{
	char target[64] = "";

	link_replace("one", in_folder("latest"));
	link_replace("two", in_folder("latest"));
	cr_expect_eq(readlink(in_folder("latest"), target, sizeof target - 1), 3);
	cr_expect_str_eq(target, "two");
}

Test(folder, removes_a_tree_and_what_is_not_there)
{
	folder_make(in_folder("a/b/c"));
	given("a/b/file", "x");
	link_replace(folder, in_folder("a/link"));
	folder_remove(in_folder("a"));
	cr_expect_not(path_exists(in_folder("a")));
	cr_expect(path_exists(folder), "what a link names stays");
	folder_remove(in_folder("a"));
}
