#include "folder_of_test.h"

#include "files/digest.h"

TestSuite(digest, .init = folder_begin, .fini = folder_end);

Test(digest, sha256_of_known_texts)
{
	char hex[DIGEST_SHA256_HEX];
	uint64_t bytes;
	struct err err;

	cr_assert(digest_sha256(given("a", "abc"), hex, &bytes, &err));
	cr_expect_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	cr_expect_eq(bytes, 3);
	cr_assert(digest_sha256(given("a", ""), hex, &bytes, &err));
	cr_expect_str_eq(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	cr_expect_not(digest_sha256(in_folder("missing"), hex, &bytes, &err));
	cr_expect(strstr(err.message, "missing"), "'%s'", err.message);
}

static struct str quick(const char *a, const char *b)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];

	digest_text(d, str_of(a));
	digest_text(d, str_of(b));
	digest_end(d, hex);
	return str_dup(&arena, str_of(hex));
}

Test(digest, parts_do_not_run_into_each_other)
{
	cr_expect(str_eq(quick("ab", "c"), quick("ab", "c")));
	cr_expect_not(str_eq(quick("ab", "c"), quick("a", "bc")));
	cr_expect_not(str_eq(quick("", "a"), quick("a", "")));
}

Test(digest, a_file_is_digested_and_its_lines_counted_at_once)
{
	struct digest *one = digest_begin(), *other = digest_begin();
	char a[DIGEST_QUICK_HEX], b[DIGEST_QUICK_HEX];
	uint64_t lines;
	struct err err;

	cr_assert(digest_file(one, given("a", "head\nrow\nrow without its end"), &err));
	cr_assert(digest_lines(other, in_folder("a"), &lines, &err));
	digest_end(one, a);
	digest_end(other, b);
	cr_expect_str_eq(a, b);
	cr_expect_eq(lines, 2);
}
