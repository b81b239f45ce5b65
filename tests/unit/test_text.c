#include "folder_of_test.h"

#include "charset.h"
#include "files/lines.h"
#include "kinds.h"
#include "text.h"

TestSuite(text, .init = folder_begin, .fini = folder_end);

static enum given_result read_file(const char *name, const char *bytes, size_t n, struct given *out, struct err *err)
{
	const char *path = given_bytes(name, bytes, n);
	struct source source = {.lines = lines_open(path, 0, err), .path = path, .arena = &arena, .max_record = 100000};

	cr_assert(source.lines);
	enum given_result got = text_next(&source, out, err);
	struct given unused;

	cr_expect_eq(text_next(&source, &unused, err), GIVEN_END);
	lines_close(source.lines);
	return got;
}

#define BYTES(literal) literal, sizeof(literal) - 1

Test(text, keeps_the_words_as_they_stand)
{
	static const struct {
		const char *name, *bytes;
		size_t n;
		const char *text, *ref;
	} files[] = {
		{"a17.txt", BYTES("Nine dead\r\n\r\nA storm \xC3\xBC\r\n"), "Nine dead\r\n\r\nA storm \u00fc\r\n",
		 "a17"},
		{"a.b.txt", BYTES("\xEF\xBB\xBFNine dead"), "Nine dead", "a.b"},
		{"noending", BYTES("Nine dead"), "Nine dead", "noending"},
		{"latin.txt",
		 BYTES("The caf\xE9 in S\xE3o Paulo \x93"
		       "burnt\x94 down"),
		 "The caf\u00e9 in S\u00e3o Paulo \u201cburnt\u201d down", "latin"},
		{"utf16le.txt", BYTES("\xFF\xFEN\0i\0n\0e\0"), "Nine", "utf16le"},
		{"utf16be.txt", BYTES("\xFE\xFF\0N\0i\0n\0e"), "Nine", "utf16be"},
		{"utf32.txt", BYTES("\xFF\xFE\0\0N\0\0\0o\0\0\0"), "No", "utf32"},
	};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct given got;
		struct err err = {0};

		cr_expect_eq(read_file(files[i].name, files[i].bytes, files[i].n, &got, &err), GIVEN_ARTICLE, "%s: %s",
			     files[i].name, err.message);
		expect_text(got.text, files[i].text);
		expect_text(got.ref, files[i].ref);
		cr_expect(got.ref_is_name);
	}
}

Test(text, rejects_what_is_no_text)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *field;
	} files[] = {
		{BYTES("Nine\0dead"), "encoding"},
		{BYTES("A storm \xC3\xBC and \xFF broken"), "encoding"},
		{BYTES("\xEF\xBB\xBF\xFF"), "encoding"},
		{BYTES("\xE9\xE8\xE7\xE6"), "encoding"},
		{BYTES("A storm \x81 here and there and everywhere"), "encoding"},
		{BYTES("\xFF\xFEN\0i\0n"), "encoding"},
		{BYTES("\xFF\xFE\x00\xD8N\0"), "encoding"},
		{BYTES("\xFF\xFE{\0\"\0t\0"), "encoding"},
		{BYTES("1 2 3\n4 5 6\n"), "text"},
		{BYTES("\xE2\x80\x82 \n"), "text"},
		{BYTES("a\x01\x02\x03\x04"), "text"},
	};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct given got;
		struct err err = {0};

		cr_expect_eq(read_file("a.txt", files[i].bytes, files[i].n, &got, &err), GIVEN_BAD, "%zu", i);
		cr_expect_str_eq(err.field, files[i].field, "%zu: %s", i, err.message);
	}
}

Test(text, rejects_a_file_above_the_limit)
{
	char *large = arena_text(&arena, 200000);
	struct given got;
	struct err err = {0};

	memset(large, 'a', 200000);
	cr_expect_eq(read_file("a.txt", large, 200000, &got, &err), GIVEN_BAD);
	cr_expect_str_eq(err.field, "size");
}

Test(text, is_told_from_other_kinds_by_its_first_bytes)
{
	static const struct {
		const char *head;
		size_t n;
		const char *name; /* NULL: no article in it */
	} heads[] = {
		{BYTES("Nine dead in storm"), "plain text"},
		{BYTES("<b>Nine</b> dead in storm"), "plain text"},
		{BYTES("\xEF\xBB\xBF {\"text\":1}"), "JSON Lines"},
		{BYTES(""), NULL},
		{BYTES(" \r\n\t"), NULL},
		{BYTES("\xEF\xBB\xBF"), NULL},
		{BYTES("\x89PNG\r\n\x1A\n"), NULL},
		{BYTES("%PDF-1.7"), NULL},
		{BYTES("PK\x03\x04"), "archive"},
		{BYTES("PK\x03\x04..........................[Content_Types].xml"), NULL},
		{BYTES("{\\rtf1"), NULL},
		{BYTES("\n<!DOCTYPE HTML>"), "web page (HTML)"},
		{BYTES("<HTML>"), "web page (HTML)"},
		{BYTES("<?xml version=\"1.0\"?><rss version=\"2.0\">"), "feed (RSS or Atom)"},
		{BYTES("<!-- a --><feed xmlns=\"http://www.w3.org/2005/Atom\">"), "feed (RSS or Atom)"},
		{BYTES("<?xml version=\"1.0\"?><report>"), NULL},
		{BYTES("WARC/1.0\r\n"), "web archive (WARC)"},
		{BYTES("WARC/1.0 is a format"), "plain text"},
		{BYTES("id,text\n1,Nine dead\n"), "CSV"},
		{BYTES("Headline;Body;Date\r\nx;y;z\r\n"), "CSV"},
		{BYTES("Nine dead, text by Jane Doe\n"), "plain text"},
	};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct err err = {0};
		const struct input_kind *kind = kinds_find((struct str){heads[i].head, heads[i].n}, NULL, &err);

		if (heads[i].name)
			cr_expect_str_eq(kind ? kind->name : err.message, heads[i].name);
		else
			cr_expect(!kind && err.message[0], "took '%s' for %s", heads[i].head, kind ? kind->name : "");
	}
}
