#include "folder_of_test.h"

#include "files/row_cells.h"

TestSuite(row_cells, .init = folder_begin, .fini = folder_end);

/* The one cell of a record that holds the text. */
static struct row_cell cell_of(struct str text)
{
	static const struct column column = {NULL, "text", COLUMN_TEXT, 0, NULL, "", NULL};
	static const struct table table = {"thing", "", &column, 1, sizeof(struct str)};
	struct row_cell cell;

	row_cells(&table, &text, &cell, &arena);
	return cell;
}

static unsigned want_of(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte < ' ' || byte >= 0x7F ? ROW_ODD
	       : c == ','		  ? ROW_COMMA
	       : c == '"'		  ? ROW_QUOTE
	       : c == '\\'		  ? ROW_BACKSLASH
					  : 0;
}

Test(row_cells, every_byte_is_marked_at_every_place)
{
	for (int c = 0; c < 256; c++)
		for (size_t n = 1; n < 60; n++)
			for (size_t at = 0; at < n; at++) {
				char text[60];

				memset(text, 'a', sizeof text);
				text[at] = (char)c;
				if (c == ' ') /* a space alone is odd outside, and plain within */
					continue;
				cr_assert_eq(cell_of((struct str){text, n}).marks, want_of((char)c), "%d at %zu of %zu",
					     c, at, n);
			}
}

Test(row_cells, spaces_to_fold_are_odd)
{
	static const char *const odd[] =
		{" ",	       " a",	     "a ",   "a  b", "abcdefg  h", "abcdefgh  i", "abcdefghijklmn  o",
		 " abcdefghi", "abcdefghi ", "a\tb", "a\nb", "abcdefgh "},
				 *const plain[] = {"a", "a b", "abcdefg h", "abcdefgh i", "abcdefghij k l m n"};

	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
		cr_expect(cell_of(str_of(odd[i])).marks & ROW_ODD, "'%s'", odd[i]);
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		cr_expect_eq(cell_of(str_of(plain[i])).marks, 0, "'%s'", plain[i]);
}

Test(row_cells, marks_add_up)
{
	cr_expect_eq(cell_of(STR("one, \"two\" and \\three")).marks, ROW_COMMA | ROW_QUOTE | ROW_BACKSLASH);
	cr_expect_eq(cell_of(STR("")).marks, 0);
}

Test(row_cells, come_back_from_bytes)
{
	enum { LONG = 70000 };
	char *text = arena_text(&arena, LONG), *bytes;
	struct row_cell cells[8] = {{STR("a,b"), ROW_COMMA}, {STR_NULL, 0}}, back[8];

	memset(text, 'x', LONG);
	for (size_t i = 2; i < 8; i++) /* about the border between short and long ones, then a long one */
		cells[i] = (struct row_cell){{text, i < 7 ? 251 + i : LONG}, i < 7 ? 0 : ROW_ODD};
	size_t n = row_cells_size(cells, 8);

	bytes = arena_text(&arena, n);
	row_cells_pack(cells, 8, bytes);
	row_cells_unpack((struct str){bytes, n}, back, 8);
	for (size_t i = 0; i < 8; i++) {
		cr_expect(str_eq(back[i].text, cells[i].text), "%zu", i);
		cr_expect_eq(back[i].marks, cells[i].marks, "%zu", i);
	}
	cr_expect_eq(back[7].text.at + back[7].text.n + ROW_CELLS_SPARE, bytes + n, "as many bytes as were told");
}

Test(row_cells, are_put_whole_at_every_length)
{
	static const char words[] = "what is copied in steps of sixteen bytes is there to its last one";
	char to[sizeof words + ROW_CELLS_SPARE];

	for (size_t n = 0; n < sizeof words; n++) {
		struct row_cell cell = {{words, n}, 0};

		row_cells_settle(&cell, 1, &arena);
		cr_expect_eq(row_cells_put(to, cell.text), to + n, "%zu", n);
		cr_expect(str_eq((struct str){to, n}, (struct str){words, n}), "%zu", n);
	}
}
