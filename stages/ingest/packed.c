#include "packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>

#include "base/hash.h"
#include "files/lines.h"
#include "inputs.h"
#include "keyset.h"
#include "tally.h"

enum { TAR_MAGIC_AT = 257, TAR_CHECK_AT = 148, TAR_HEAD = 512 };

struct packed {
	struct archive *archive;
	struct source *from;
	struct keyset names; /* of entries seen */
	struct err broke;    /* reading the bytes failed: why */
	uint64_t taken;	     /* [bytes] of the archive */
	char *bytes;
};

enum { BLOCK_BYTES = 64 * 1024 };

/* Old tar has no magic; its head carries a sum of its bytes. */
static bool is_old_tar(struct str head)
{
	int64_t sum = 0, said = 0;
	size_t i = TAR_CHECK_AT;

	if (head.n < TAR_HEAD || !head.at[0])
		return false;
	while (i < TAR_CHECK_AT + 8 && head.at[i] == ' ')
		i++;
	for (; i < TAR_CHECK_AT + 8 && head.at[i] >= '0' && head.at[i] <= '7'; i++)
		said = 8 * said + (head.at[i] - '0');
	for (size_t k = 0; k < TAR_HEAD; k++)
		sum += k >= TAR_CHECK_AT && k < TAR_CHECK_AT + 8 ? ' ' : (unsigned char)head.at[k];
	return said == sum;
}

bool packed_is(struct str head)
{
	static const struct str magics[] = {
		{"PK\x03\x04", 4},
		{"PK\x05\x06", 4},
		{"7z\xBC\xAF\x27\x1C", 6},
		{"BZh", 3},
		{"\xFD"
		 "7zXZ",
		 5},
		{"\x28\xB5\x2F\xFD", 4},
	};

	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (str_starts(head, magics[i]))
			return magics[i].n > 3 || (head.n > 9 && memcmp(head.at + 4, "1AY&SY", 6) == 0);
	return str_eq(str_slice(head, TAR_MAGIC_AT, TAR_MAGIC_AT + 5), STR("ustar")) || is_old_tar(head);
}

static la_ssize_t read_block(struct archive *archive, void *with, const void **out)
{
	struct packed *packed = with;
	ptrdiff_t got = lines_bytes(packed->from->lines, packed->bytes, BLOCK_BYTES, &packed->broke);

	if (got < 0) {
		archive_set_error(archive, EIO, "%s", packed->broke.message);
		return ARCHIVE_FATAL;
	}
	packed->taken += (uint64_t)got;
	*out = packed->bytes;
	return got;
}

static struct packed *begin(struct source *from)
{
	struct packed *packed = calloc(1, sizeof *packed);

	if (!packed || !(packed->bytes = malloc(BLOCK_BYTES)) || !(packed->archive = archive_read_new()))
		die(EXIT_INTERNAL, "out of memory reading %s", from->path);
	packed->from = from;
	from->state = packed;
	archive_read_support_filter_bzip2(packed->archive);
	archive_read_support_filter_xz(packed->archive);
	archive_read_support_filter_zstd(packed->archive);
	archive_read_support_format_zip_streamable(packed->archive);
	archive_read_support_format_tar(packed->archive);
	archive_read_support_format_raw(packed->archive);
	if (archive_read_open(packed->archive, packed, NULL, read_block, NULL) < ARCHIVE_WARN)
		err_set(&packed->broke, "archive", "%s", archive_error_string(packed->archive));
	return packed;
}

void packed_end(struct source *from)
{
	struct packed *packed = from->state;

	if (!packed)
		return;
	archive_read_free(packed->archive);
	keyset_free(&packed->names);
	free(packed->bytes);
	free(packed);
	from->state = NULL;
}

static ptrdiff_t read_entry(void *with, char *to, size_t n, struct err *err)
{
	struct packed *packed = with;
	la_ssize_t got = archive_read_data(packed->archive, to, n);

	if (got >= 0)
		return (ptrdiff_t)got;
	err_set(err, "archive", "%s",
		archive_error_string(packed->archive) ? archive_error_string(packed->archive)
						      : "the archive is damaged");
	return -1;
}

static uint64_t spent(void *with)
{
	const struct packed *packed = with;

	return packed->taken;
}

/* Does the path lead out of the archive? Nothing is written, but nobody packs so by accident. */
static bool climbs(struct str path)
{
	struct str rest = path;

	if (str_starts(path, STR("/")))
		return true;
	while (rest.at)
		if (str_eq(str_cut(&rest, '/'), STR("..")))
			return true;
	return false;
}

static bool is_hidden(struct str path)
{
	struct str rest = path;

	while (rest.at) {
		struct str part = str_cut(&rest, '/');

		if (part.n > 1 && part.at[0] == '.' && !str_eq(part, STR("..")))
			return true;
	}
	return str_starts(path, STR("__MACOSX/"));
}

static struct key128 key_of(struct str name)
{
	return (struct key128){hash64(name), hash64_seed(name, 1)};
}

/* "day.zip/b.txt"; the second of one name is "day.zip/b.txt (2)", by its number in the archive. */
static const char *shown_path(struct packed *packed, struct str name)
{
	struct source *from = packed->from;
	struct arena *held = from->held;

	if (str_eq(name, STR("data")) && archive_format(packed->archive) == ARCHIVE_FORMAT_RAW)
		return from->path;
	if (!keyset_add(&packed->names, key_of(name)))
		return str_printf(held, "%s/%.*s (%llu)", from->path, STR_ARG(name), (unsigned long long)from->records)
			.at;
	return str_printf(held, "%s/%.*s", from->path, STR_ARG(name)).at;
}

static enum given_result give_entry(struct packed *packed, struct archive_entry *entry, struct given *out,
				    struct err *err)
{
	struct source *from = packed->from;
	const char *path = archive_entry_pathname(entry);
	struct str name = inputs_path(from->held, path ? path : "a name that cannot be read");

	out->position = ++from->records;
	if (archive_entry_filetype(entry) == AE_IFDIR)
		return GIVEN_END;
	if (climbs(name)) {
		err_set(err, "archive", "the path %.*s leads out of the archive: not read",
			(int)(name.n < 120 ? name.n : 120), name.at);
		return GIVEN_BAD;
	}
	if (is_hidden(name))
		return GIVEN_END;
	if (archive_entry_filetype(entry) != AE_IFREG && archive_format(packed->archive) != ARCHIVE_FORMAT_RAW) {
		tally_add(from->skipped, "link in an archive");
		return GIVEN_END;
	}
	if (archive_entry_is_encrypted(entry)) {
		err_set(err, "archive", "%.*s is encrypted", (int)(name.n < 120 ? name.n : 120), name.at);
		return GIVEN_BAD;
	}
	from->inner = (struct inner){.path = shown_path(packed, name)};
	from->inner.bytes =
		(struct inflow_source){.read = read_entry, .spent = spent, .with = packed, .name = from->inner.path};
	return GIVEN_FILE;
}

enum given_result packed_next(struct source *from, struct given *out, struct err *err)
{
	struct packed *packed = from->state ? from->state : begin(from);
	struct archive_entry *entry;

	for (;;) {
		arena_reset(from->held);
		*out = (struct given){.path = from->path, .position = from->records + 1};
		int code = packed->broke.message[0] ? ARCHIVE_FATAL : archive_read_next_header(packed->archive, &entry);

		if (code == ARCHIVE_EOF)
			return GIVEN_END;
		if (code < ARCHIVE_WARN) {
			const char *why = archive_error_string(packed->archive);

			err_set(err, "archive", "the archive breaks off: %s", why ? why : packed->broke.message);
			return GIVEN_BROKEN;
		}
		enum given_result got = give_entry(packed, entry, out, err);

		if (got != GIVEN_END)
			return got;
	}
}
