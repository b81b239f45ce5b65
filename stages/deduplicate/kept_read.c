#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "kept_file.h"

const struct table *kept_table(struct cell cell)
{
	return cell.kind == CELL_EVENTS ? &event_table : &claim_table;
}

/* Looked at where it lies: nothing is copied, but for pages on which an article's sentences are changed. */
struct kept {
	char *at; /* [size] */
	size_t size;
	const struct kept_end *end;
};

static void *section_at(const struct kept *k, const struct kept_section *s)
{
	return k->at + s->at;
}

static bool fits(const struct kept *k, struct str key)
{
	return memcmp(k->end->magic, KEPT_MAGIC, sizeof k->end->magic) == 0 && key.n == sizeof k->end->key &&
	       memcmp(k->end->key, key.at, key.n) == 0;
}

/* False: the file is no such file. */
static bool map(struct kept *k, const char *path, int file)
{
	struct stat st;
	void *at;

	if (fstat(file, &st) != 0 || st.st_size < (off_t)sizeof *k->end || st.st_size % KEPT_ALIGN)
		return false;
	k->size = (size_t)st.st_size;
	at = mmap(NULL, k->size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
	if (at == MAP_FAILED)
		die(EXIT_INPUT, "cannot map %s: %s", path, strerror(errno));
	k->at = at;
	k->end = (const void *)(k->at + k->size - sizeof *k->end);
	return true;
}

struct kept *kept_open(const char *path, struct str key)
{
	struct kept *k = calloc(1, sizeof *k);
	int file = open(path, O_RDONLY | O_CLOEXEC);

	if (!k)
		die(EXIT_INTERNAL, "out of memory reading what was kept");
	if (file < 0 && errno != ENOENT)
		die(EXIT_INPUT, "cannot open %s: %s", path, strerror(errno));
	bool is = file >= 0 && map(k, path, file) && fits(k, key);

	if (file >= 0)
		close(file);
	if (is)
		return k;
	kept_close(k);
	return NULL;
}

void kept_close(struct kept *k)
{
	if (k->at)
		munmap(k->at, k->size);
	free(k);
}

void kept_rest(const struct kept *k)
{
	/* rows lie in front; whole pages of them are given back */
	(void)madvise(k->at, k->end->statements.at & ~(uint64_t)0xffff, MADV_DONTNEED);
}

static struct str take_text(char **at, size_t n)
{
	struct str text = {n ? *at : NULL, n};

	*at += n;
	return text;
}

struct article *kept_articles(const struct kept *k, size_t *n)
{
	char *at = section_at(k, &k->end->texts), *from = at;
	struct article *all = malloc(k->end->articles.n * sizeof *all + 1);

	if (!all)
		die(EXIT_INTERNAL, "out of memory reading what was kept");
	*n = k->end->articles.n;
	memcpy(all, section_at(k, &k->end->articles), *n * sizeof *all);
	for (size_t i = 0; i < *n; i++) {
		struct article *a = &all[i];

		a->sentences = (void *)at;
		at += a->n_sentences * sizeof *a->sentences;
		a->id = take_text(&at, a->id.n);
		a->url = take_text(&at, a->url.n);
		a->publisher = take_text(&at, a->publisher.n);
		a->agency = take_text(&at, a->agency.n);
		at += kept_padding((size_t)(at - from));
	}
	return all;
}

void kept_statements(const struct kept *k, const uint32_t *number, struct postings *to, struct arena *keep)
{
	const struct posting *at = section_at(k, &k->end->statements);

	for (size_t i = 0; i < k->end->statements.n; i++) {
		struct posting one = at[i];

		one.article = number[one.article];
		if (one.article != NO_ARTICLE)
			LIST_ADD(keep, to, one);
	}
}

const struct kept_slot *kept_slots(const struct kept *k, size_t *n)
{
	*n = k->end->slots.n;
	return section_at(k, &k->end->slots);
}

static int cell_against_slot(const void *cell, const void *slot)
{
	return cell_cmp(*(const struct cell *)cell, ((const struct kept_slot *)slot)->cell);
}

const struct kept_slot *kept_slot(const struct kept *k, struct cell cell)
{
	return bsearch(&cell, section_at(k, &k->end->slots), k->end->slots.n, sizeof(struct kept_slot),
		       cell_against_slot);
}

const uint32_t *kept_slot_articles(const struct kept *k, const struct kept_slot *slot)
{
	return (const uint32_t *)section_at(k, &k->end->related) + slot->article;
}

struct str kept_rows(const struct kept *k, const struct kept_slot *slot, size_t i)
{
	const struct kept_chunk *chunk = (const struct kept_chunk *)section_at(k, &k->end->chunks) + slot->chunk + i;

	return (struct str){k->at + chunk->at, chunk->bytes};
}

struct str kept_key(const struct kept *k)
{
	return (struct str){k->end->key, sizeof k->end->key};
}
