#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "kept_file.h"

const struct table *kept_table(struct cell cell)
{
	return cell.kind == CELL_EVENTS ? &event_table : &claim_table;
}

struct kept {
	const char *path;
	int file;
	struct kept_end end;
	struct kept_slot *slots;   /* [end.slots.n] */
	struct kept_chunk *chunks; /* [end.chunks.n] */
	uint32_t *related;	   /* [end.related.n] */
};

static void *checked(void *memory)
{
	if (!memory)
		die(EXIT_INTERNAL, "out of memory reading what was kept");
	return memory;
}

static void read_at(const struct kept *k, uint64_t at, void *to, size_t n)
{
	for (size_t had = 0; had < n;) {
		ssize_t got = pread(k->file, (char *)to + had, n - had, (off_t)(at + had));

		if (got == 0 || (got < 0 && errno != EINTR))
			die(EXIT_INPUT, "cannot read %s: %s; remove it, it is made again", k->path,
			    got ? strerror(errno) : "it ends too early");
		had += got > 0 ? (size_t)got : 0;
	}
}

static void *read_section(const struct kept *k, const struct kept_section *s, size_t size)
{
	void *at = checked(malloc(s->n * size + 1));

	read_at(k, s->at, at, s->n * size);
	return at;
}

static bool fits(struct kept *k, struct str key)
{
	struct stat st;

	if (fstat(k->file, &st) != 0 || st.st_size < (off_t)sizeof k->end)
		return false;
	read_at(k, (uint64_t)st.st_size - sizeof k->end, &k->end, sizeof k->end);
	return memcmp(k->end.magic, KEPT_MAGIC, sizeof k->end.magic) == 0 && key.n == sizeof k->end.key &&
	       memcmp(k->end.key, key.at, key.n) == 0;
}

struct kept *kept_open(const char *path, struct str key)
{
	struct kept *k = checked(calloc(1, sizeof *k));

	k->path = path;
	k->file = open(path, O_RDONLY | O_CLOEXEC);
	if (k->file < 0 && errno != ENOENT)
		die(EXIT_INPUT, "cannot open %s: %s", path, strerror(errno));
	if (k->file < 0 || !fits(k, key)) {
		kept_close(k);
		return NULL;
	}
	k->slots = read_section(k, &k->end.slots, sizeof *k->slots);
	k->chunks = read_section(k, &k->end.chunks, sizeof *k->chunks);
	k->related = read_section(k, &k->end.related, sizeof *k->related);
	return k;
}

void kept_close(struct kept *k)
{
	if (k->file >= 0)
		close(k->file);
	free(k->slots);
	free(k->chunks);
	free(k->related);
	free(k);
}

static struct str take_text(const char **at, size_t n)
{
	struct str text = {n ? *at : NULL, n};

	*at += n;
	return text;
}

struct article *kept_articles(struct kept *k, size_t *n, struct arena *keep)
{
	struct article *all = read_section(k, &k->end.articles, sizeof *all);
	char *texts = arena_alloc(keep, k->end.texts.bytes);
	const char *at = texts;

	read_at(k, k->end.texts.at, texts, k->end.texts.bytes);
	*n = k->end.articles.n;
	for (size_t i = 0; i < *n; i++) {
		struct article *a = &all[i];

		a->sentences = (uint64_t *)(void *)(texts + (at - texts));
		at += a->n_sentences * sizeof *a->sentences;
		a->id = take_text(&at, a->id.n);
		a->url = take_text(&at, a->url.n);
		a->publisher = take_text(&at, a->publisher.n);
		a->agency = take_text(&at, a->agency.n);
		at += kept_padding((size_t)(at - texts));
	}
	return all;
}

void kept_statements(struct kept *k, const uint32_t *number, struct postings *to, struct arena *keep)
{
	struct posting *at = read_section(k, &k->end.statements, sizeof *at);

	for (size_t i = 0; i < k->end.statements.n; i++) {
		at[i].article = number[at[i].article];
		if (at[i].article != NO_ARTICLE)
			LIST_ADD(keep, to, at[i]);
	}
	free(at);
}

const struct kept_slot *kept_slots(const struct kept *k, size_t *n)
{
	*n = k->end.slots.n;
	return k->slots;
}

static int cell_against_slot(const void *cell, const void *slot)
{
	return cell_cmp(*(const struct cell *)cell, ((const struct kept_slot *)slot)->cell);
}

const struct kept_slot *kept_slot(const struct kept *k, struct cell cell)
{
	return bsearch(&cell, k->slots, k->end.slots.n, sizeof *k->slots, cell_against_slot);
}

const uint32_t *kept_slot_articles(const struct kept *k, const struct kept_slot *slot)
{
	return k->related + slot->article;
}

void kept_read(struct kept *k, const struct kept_slot *slot, char *to)
{
	for (uint64_t i = slot->chunk; i < slot->chunk + slot->chunks; to += k->chunks[i++].bytes)
		read_at(k, k->chunks[i].at, to, k->chunks[i].bytes);
}

struct str kept_key(const struct kept *k)
{
	return (struct str){k->end.key, sizeof k->end.key};
}
