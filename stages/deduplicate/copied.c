#include "copied.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/folder.h"

static struct copied_file open_file(const char *folder, const char *kind, const char *part, struct arena *arena)
{
	struct copied_file f = {
		.file = open(str_printf(arena, "%s/%s/%s.csv", folder, kind, part).at, O_RDONLY | O_CLOEXEC)};
	struct stat st;

	if (f.file >= 0 && fstat(f.file, &st) == 0)
		f.bytes = (uint64_t)st.st_size;
	return f;
}

struct copied copied_open(struct outfile *claims, struct outfile *assertions, struct outfile *places,
			  const char *before, const char *part, struct arena *arena)
{
	struct copied c = {.claims = claims,
			   .assertions = assertions,
			   .places = places,
			   .had_claims.file = -1,
			   .had_assertions.file = -1};
	struct str had;

	if (!before || !file_text(str_printf(arena, "%s/quantities/%s.rows", before, part).at, arena, &had))
		return c;
	c.had_claims = open_file(before, "claims", part, arena);
	c.had_assertions = open_file(before, "assertions", part, arena);
	c.had_n = had.n / sizeof *c.had;
	c.had = arena_more(arena, had.at, c.had_n, c.had_n, sizeof *c.had);
	return c;
}

static const struct copied_place *find(const struct copied *c, const struct quantity *q)
{
	size_t low = 0, high = c->had_n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (c->had[middle].key < q->key)
			low = middle + 1;
		else
			high = middle;
	}
	return low < c->had_n && c->had[low].key == q->key && c->had[low].state == q->state ? &c->had[low] : NULL;
}

/* Bytes of the file; empty and false: they are not there. */
static bool read_bytes(const struct copied_file *f, uint64_t at, uint64_t bytes, struct arena *arena, struct str *out)
{
	if (f->file < 0 || at > f->bytes || bytes > f->bytes - at)
		return false;
	char *to = arena_text(arena, bytes);
	size_t had = 0;

	while (had < bytes) {
		ssize_t got = pread(f->file, to + had, bytes - had, (off_t)(at + had));

		if (got == 0 || (got < 0 && errno != EINTR))
			return false;
		had += got > 0 ? (size_t)got : 0;
	}
	*out = (struct str){to, bytes};
	return true;
}

bool copied_before(struct copied *c, const struct quantity *q, uint64_t *rows)
{
	const struct copied_place *had = find(c, q);
	struct arena own = {0};
	struct str claims, assertions;
	bool same = had && read_bytes(&c->had_claims, had->claims.at, had->claims.bytes, &own, &claims) &&
		    read_bytes(&c->had_assertions, had->assertions.at, had->assertions.bytes, &own, &assertions);

	if (same) {
		struct copied_place place = copied_begin(c, q);

		outfile_write(c->claims, claims);
		outfile_write(c->assertions, assertions);
		*rows = had->rows;
		copied_end(c, place, had->rows);
	}
	arena_free(&own);
	return same;
}

struct copied_place copied_begin(const struct copied *c, const struct quantity *q)
{
	return (struct copied_place){.key = q->key,
				     .state = q->state,
				     .claims.at = outfile_size(c->claims),
				     .assertions.at = outfile_size(c->assertions)};
}

void copied_end(struct copied *c, struct copied_place place, uint64_t rows)
{
	place.claims.bytes = outfile_size(c->claims) - place.claims.at;
	place.assertions.bytes = outfile_size(c->assertions) - place.assertions.at;
	place.rows = rows;
	if (c->places)
		outfile_write(c->places, (struct str){(const char *)&place, sizeof place});
}

void copied_close(struct copied *c)
{
	if (c->had_claims.file >= 0)
		close(c->had_claims.file);
	if (c->had_assertions.file >= 0)
		close(c->had_assertions.file);
}
