#include "warc.h"

#include "files/lines.h"
#include "page_record.h"
#include "warc_record.h"

enum {
	HEAD_BYTES = 64 * 1024,	  /* the longest head of a record */
	FIRST_BYTES = 4096,	  /* most heads are shorter */
	GLANCE_BYTES = 16 * 1024, /* of a block that is too large to be read: is it a page? */
	TAIL_BYTES = 16,	  /* behind a block: line ends and the next record's first bytes */
	SCAN_BYTES = 256 * 1024,
};

/* A record whose head was read. */
struct found {
	struct warc_record record;
	size_t head; /* [bytes] */
	struct given place;
};

bool warc_is(struct str head)
{
	return warc_record_begins(head);
}

/* Line ends stand between records. */
static struct str skip_line_ends(struct source *from, size_t want)
{
	struct str at = lines_peek(from->lines, want);
	size_t n = 0;

	while (n < at.n && (at.at[n] == '\r' || at.at[n] == '\n'))
		n++;
	if (!n)
		return at;
	lines_skip(from->lines, n);
	return n == at.n ? skip_line_ends(from, want) : lines_peek(from->lines, want);
}

/* To the next head of a record behind the first byte; false at the end or the break. */
static bool find_next(struct source *from)
{
	lines_skip(from->lines, lines_peek(from->lines, 1).n);
	for (;;) {
		struct str at = lines_peek(from->lines, SCAN_BYTES);
		ptrdiff_t hit = warc_record_find(at, 0);

		if (hit >= 0) {
			lines_skip(from->lines, (size_t)hit);
			return true;
		}
		if (at.n < SCAN_BYTES) {
			lines_skip(from->lines, at.n);
			return false;
		}
		lines_skip(from->lines, at.n - TAIL_BYTES);
	}
}

/* After something bad: on to the next record, over damaged members too. */
static enum given_result bad(struct source *from)
{
	struct err unused;

	if (find_next(from))
		return GIVEN_BAD;
	while (lines_broke(from->lines, &unused) && lines_resume(from->lines))
		if (warc_record_begins(lines_peek(from->lines, TAIL_BYTES)) || find_next(from))
			break;
	return GIVEN_BAD;
}

static bool read_head(struct source *from, struct found *out, struct err *err)
{
	for (size_t n = FIRST_BYTES;; n *= 4) {
		struct str at = lines_peek(from->lines, n);

		out->head = warc_head_size(at);
		if (out->head)
			return warc_record_parse(str_slice(at, 0, out->head), &out->record, err);
		if (at.n < n && lines_broke(from->lines, err))
			return false;
		if (at.n < n || n >= HEAD_BYTES)
			return err_set(err, "warc", "the head of the record does not end");
	}
}

/* A block ends with two line ends; some writers have one or none, but a record behind it. */
static bool ends_right(struct str behind)
{
	size_t n = 0;

	if (str_starts(behind, STR("\r\n\r\n")) || str_starts(behind, STR("\n\n")))
		return true;

	while (n < behind.n && (behind.at[n] == '\r' || behind.at[n] == '\n'))
		n++;
	behind = str_slice(behind, n, behind.n);
	return !behind.n || str_starts(STR("WARC/"), str_slice(behind, 0, 5));
}

/* A block above max_page: only what it is matters. */
static enum given_result pass_over(struct source *from, struct found *f, struct err *err)
{
	struct str at = lines_peek(from->lines, f->head + GLANCE_BYTES);
	const char *what = NULL;

	if (warc_record_parse(str_slice(at, 0, f->head), &f->record, err))
		what = page_record_skips(&f->record, str_slice(at, f->head, at.n));
	if (what)
		tally_add(from->skipped, what);
	else
		err_set(err, "warc", "the record is longer than %zu bytes (max_page)", from->max_record);
	(void)bad(from);
	return what ? GIVEN_END : GIVEN_BAD;
}

/* The block of the record, all of it; false when it is not there or ends wrong. */
static bool read_block(struct source *from, struct found *f, struct str *out, struct err *err)
{
	size_t end = f->head + f->record.length;
	struct str at = lines_peek(from->lines, end + TAIL_BYTES);

	/* The window may have moved: its head is read once more. */
	if (!warc_record_parse(str_slice(at, 0, f->head), &f->record, err))
		return false;
	if (at.n < end)
		return lines_broke(from->lines, err)
			       ? false
			       : err_set(err, "warc", "the file ends %zu bytes before the record", end - at.n);
	if (!ends_right(str_slice(at, end, at.n)))
		return err_set(err, "warc", "Content-Length is %llu, but no record ends there",
			       (unsigned long long)f->record.length);
	*out = str_slice(at, f->head, end);
	return true;
}

/* One record. GIVEN_END: it was passed over. */
static enum given_result next_record(struct source *from, struct found *f, struct err *err)
{
	struct str block;

	f->place.position = ++from->records;
	f->place.offset = lines_member(from->lines);
	if (f->place.offset < 0)
		f->place.offset = (int64_t)lines_offset(from->lines);
	if (!warc_record_begins(lines_peek(from->lines, TAIL_BYTES))) {
		err_set(err, "warc", "no record begins here");
		return bad(from);
	}
	if (!read_head(from, f, err))
		return bad(from);
	if (f->record.length > from->max_record)
		return pass_over(from, f, err);
	if (!read_block(from, f, &block, err))
		return bad(from);
	lines_skip(from->lines, f->head + f->record.length);
	return page_record_read(from, &f->record, block, &f->place, err);
}

enum given_result warc_next(struct source *from, struct given *out, struct err *err)
{
	struct found f = {.place = {.path = from->path}};

	for (;;) {
		arena_reset(from->held);
		if (!skip_line_ends(from, TAIL_BYTES).n) {
			if (!lines_broke(from->lines, err))
				return GIVEN_END;
			*out = (struct given){.path = from->path, .position = ++from->records};
			return lines_resume(from->lines) ? GIVEN_BAD : GIVEN_BROKEN;
		}
		enum given_result got = next_record(from, &f, err);

		*out = f.place;
		if (got != GIVEN_END)
			return got;
	}
}
