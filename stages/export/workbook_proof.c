/* The file read back before it takes its name: the library does not tell when a full disk
 * or a limit cut one of its temporary files, and the workbook would be one that nothing opens. */
#include <archive.h>
#include <archive_entry.h>

#include "workbook_parts.h"

static const char row_end[] = "</row>", sheet_end[] = "</worksheet>";

/* What has been seen of one part. */
struct part {
	uint64_t rows;
	char tail[sizeof sheet_end]; /* its last bytes, fewer at its begin */
	size_t n_tail;
};

static uint64_t count(struct str s, struct str needle)
{
	uint64_t n = 0;

	for (const char *hit; s.n && (hit = memmem(s.at, s.n, needle.at, needle.n)); n++)
		s = str_slice(s, (size_t)(hit - s.at) + needle.n, s.n);
	return n;
}

/* Ends of rows that lie on both sides of the border between two blocks. */
static uint64_t count_across(const struct part *part, struct str block)
{
	char both[2 * sizeof row_end];
	size_t n = sizeof row_end - 2, before = part->n_tail < n ? part->n_tail : n, after = block.n < n ? block.n : n;

	memcpy(both, part->tail + part->n_tail - before, before);
	memcpy(both + before, block.at, after);
	return count((struct str){both, before + after}, str_of(row_end));
}

static void keep_tail(struct part *part, struct str block)
{
	size_t most = sizeof part->tail, old = block.n >= most ? 0 : most - block.n;

	if (old > part->n_tail)
		old = part->n_tail;
	memmove(part->tail, part->tail + part->n_tail - old, old);
	if (block.n > most)
		block = str_slice(block, block.n - most, block.n);
	memcpy(part->tail + old, block.at, block.n);
	part->n_tail = old + block.n;
}

/* False when the part cannot be read to its end. */
static bool read_part(struct archive *zip, struct part *part)
{
	const void *at;
	size_t n;
	la_int64_t offset;
	int got;

	*part = (struct part){0};
	while ((got = archive_read_data_block(zip, &at, &n, &offset)) == ARCHIVE_OK) {
		struct str block = {at, n};

		part->rows += count_across(part, block) + count(block, str_of(row_end));
		keep_tail(part, block);
	}
	return got == ARCHIVE_EOF;
}

/* Rows that the sheet of that name should have; 0: it is no table's. */
static uint64_t rows_wanted(const struct book *book, const char *part)
{
	for (size_t i = 0; i < RELEASED_COUNT; i++) {
		char name[64];

		snprintf(name, sizeof name, "xl/worksheets/sheet%u.xml", book->numbers[i]);
		if (strcmp(name, part) == 0)
			return book->choices[i].n + 1 + workbook_is_part(book, (enum released_name)i);
	}
	return 0;
}

static bool is_whole(const struct book *book, const char *name, const struct part *part)
{
	struct str tail = {part->tail, part->n_tail};
	uint64_t want = rows_wanted(book, name);

	if (want && want != part->rows)
		return false;
	if (str_starts(str_of(name), STR("xl/worksheets/sheet")))
		return str_ends(tail, str_of(sheet_end));
	return part->n_tail && (str_ends(tail, STR(">")) || str_ends(tail, STR(">\n")));
}

bool workbook_is_whole(const struct book *book)
{
	struct archive *zip = archive_read_new();
	struct archive_entry *entry;
	struct part part;
	size_t sheets = 0;
	bool whole = zip && archive_read_support_format_zip(zip) == ARCHIVE_OK &&
		     archive_read_open_filename(zip, book->temporary, 64 * 1024) == ARCHIVE_OK;

	while (whole && archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
		const char *name = archive_entry_pathname(entry);

		whole = name && read_part(zip, &part) && is_whole(book, name, &part);
		sheets += whole && str_starts(str_of(name), STR("xl/worksheets/sheet"));
	}
	archive_read_free(zip);
	return whole && sheets == RELEASED_COUNT + 3;
}
