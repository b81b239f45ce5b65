#include "copied.h"

#include "files/folder.h"

static bool read_file(const char *folder, const char *kind, const char *part, const char *ending, struct arena *arena,
		      struct str *out)
{
	return file_text(str_printf(arena, "%s/%s/%s.%s", folder, kind, part, ending).at, arena, out);
}

struct copied copied_open(struct outfile *claims, struct outfile *assertions, struct outfile *places,
			  const char *before, const char *part, struct arena *arena)
{
	struct copied c = {.claims = claims, .assertions = assertions, .places = places};
	struct str had;

	if (!before || !read_file(before, "quantities", part, "rows", arena, &had) ||
	    !read_file(before, "claims", part, "csv", arena, &c.had_claims) ||
	    !read_file(before, "assertions", part, "csv", arena, &c.had_assertions))
		return c;
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

static bool lies_within(struct str text, uint64_t at, uint64_t bytes)
{
	return at <= text.n && bytes <= text.n - at;
}

bool copied_before(struct copied *c, const struct quantity *q, uint64_t *rows)
{
	const struct copied_place *had = find(c, q);

	if (!had || !lies_within(c->had_claims, had->claims.at, had->claims.bytes) ||
	    !lies_within(c->had_assertions, had->assertions.at, had->assertions.bytes))
		return false;
	struct copied_place place = copied_begin(c, q);

	outfile_write(c->claims, (struct str){c->had_claims.at + had->claims.at, had->claims.bytes});
	outfile_write(c->assertions, (struct str){c->had_assertions.at + had->assertions.at, had->assertions.bytes});
	*rows = had->rows;
	copied_end(c, place, had->rows);
	return true;
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
