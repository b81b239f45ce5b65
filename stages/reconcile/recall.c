#include "recall.h"

#include "base/hash.h"
#include "files/folder.h"
#include "files/outfile.h"

/* In front of what is kept of a row. */
struct entry {
	uint64_t row[2]; /* hashes of its text */
	uint64_t check;	 /* of the bytes that follow */
	uint64_t n;
};

static struct entry entry_of(const struct recall *r, struct str row)
{
	uint64_t first = hash64_seed(row, r->seed);

	return (struct entry){.row = {first, hash64_seed(row, ~r->seed)}};
}

static struct entry entry_at(const struct recall *r, size_t at)
{
	struct entry e;

	memcpy(&e, r->had.at + at, sizeof e);
	return e;
}

/* The slot of the row's entry, or a free one. */
static uint64_t *slot_of(const struct recall *r, const struct entry *e)
{
	size_t i = e->row[0] & (r->slots_n - 1);

	for (; r->slots[i]; i = (i + 1) & (r->slots_n - 1)) {
		struct entry other = entry_at(r, r->slots[i]);

		if (other.row[0] == e->row[0] && other.row[1] == e->row[1])
			break;
	}
	return &r->slots[i];
}

/* Where the entry behind this one begins; 0: what is there is no entry. */
static size_t next_entry(const struct recall *r, size_t at)
{
	if (r->had.n - at < sizeof(struct entry))
		return 0;
	struct entry e = entry_at(r, at);

	at += sizeof e;
	return e.n <= r->had.n - at ? at + e.n : 0;
}

static void fill_slots(struct recall *r, size_t first, struct arena *arena)
{
	size_t n = 0;

	for (size_t at = first, next; (next = next_entry(r, at)); at = next)
		n++;
	for (r->slots_n = 64; r->slots_n < 2 * n;)
		r->slots_n *= 2;
	r->slots = ARENA_ARRAY(arena, uint64_t, r->slots_n);
	for (size_t at = first, next; (next = next_entry(r, at)); at = next) {
		struct entry e = entry_at(r, at);

		*slot_of(r, &e) = at;
	}
}

struct recall recall_open(const char *path, struct str key, struct str header, struct arena *arena)
{
	struct recall r = {.seed = hash64(header)};

	if (!file_text(path, arena, &r.had) || !str_starts(r.had, key))
		r.had = key; /* nothing but the key */
	fill_slots(&r, key.n, arena);
	return r;
}

struct str recall_find(const struct recall *r, struct str row)
{
	struct entry e = entry_of(r, row);
	size_t at = *slot_of(r, &e);

	if (at == 0)
		return STR_NULL;
	e = entry_at(r, at);
	struct str packed = {r->had.at + at + sizeof e, e.n};

	return hash64(packed) == e.check ? packed : STR_NULL;
}

void recall_write(const struct recall *r, struct outfile *out, struct str row, struct str packed)
{
	struct entry e = entry_of(r, row);

	e.check = hash64(packed);
	e.n = packed.n;
	outfile_write(out, (struct str){(const char *)&e, sizeof e});
	outfile_write(out, packed);
}
