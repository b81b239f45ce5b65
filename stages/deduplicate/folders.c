#include "folders.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/digest.h"
#include "files/folder.h"
#include "fresh.h"
#include "records/outline.h"

struct folder {
	const char *path;
	const char *file;   /* that its rows are kept in */
	struct kept *kept;  /* NULL: it is to be read */
	struct fresh fresh; /* while it is read */
	uint32_t *given;
	size_t articles; /* of `given` */
	bool whole;	 /* nothing was rejected: what is kept stands for it */
};

union row {
	struct outline outline;
	struct claim claim;
	struct event event;
};

static bool take_outline(struct fresh *f, union row *r, struct table_reader *in, struct arena *arena, struct err *err)
{
	(void)in;
	(void)arena;
	if (str_is_empty(r->outline.document))
		return err_set(err, "document", "want the id of the document");
	fresh_outline(f, &r->outline);
	return true;
}

static bool take_claim(struct fresh *f, union row *r, struct table_reader *in, struct arena *arena, struct err *err)
{
	struct str line = fresh_claim_line(f, &r->claim, table_line_text(in));

	if (str_is_empty(line) && !table_rest(in, r, arena, err))
		return false;
	return fresh_claim(f, &r->claim, line, err);
}

static bool take_event(struct fresh *f, union row *r, struct table_reader *in, struct arena *arena, struct err *err)
{
	(void)in;
	(void)arena;
	return fresh_event(f, &r->event, err);
}

static const struct kind {
	const char *folder, *plural;
	const struct table *table;
	void (*reads)(struct table_reader *in);
	bool (*take)(struct fresh *, union row *, struct table_reader *, struct arena *, struct err *);
} outlines = {"outlines", "documents", &outline_table, table_borrow, take_outline},
  claims = {"claims", "claims", &claim_table, table_pass, take_claim},
  events = {"events", "events", &event_table, table_borrow, take_event};

static void read_part(struct stage *st, struct folder *f, const struct kind *kind, const char *path)
{
	struct table_reader *in = table_open(kind->table, path);
	enum table_result result;
	union row record;
	struct err err;

	kind->reads(in);
	while (arena_reset(&st->scratch), (result = table_read(in, &record, &st->scratch, &err)) != TABLE_END) {
		st->read++;
		if (result != TABLE_RECORD || !kind->take(&f->fresh, &record, in, &st->scratch, &err)) {
			f->whole = false;
			stage_reject(st, path, table_line(in), &err);
		}
		if (result == TABLE_BROKEN)
			break;
		stage_progress(st, kind->plural);
	}
	table_close(in);
}

static struct strs parts_of(struct stage *st, const struct folder *f, const struct kind *kind)
{
	return folder_names(&st->keep, str_printf(&st->keep, "%s/%s", f->path, kind->folder).at);
}

static const char *part_path(struct stage *st, const struct folder *f, const struct kind *kind, struct str part)
{
	return str_printf(&st->keep, "%s/%s/%.*s", f->path, kind->folder, STR_ARG(part)).at;
}

static void read_kind(struct stage *st, struct folder *f, const struct kind *kind)
{
	struct strs parts = parts_of(st, f, kind);

	for (size_t i = 0; i < parts.n; i++)
		read_part(st, f, kind, part_path(st, f, kind, parts.at[i]));
}

/* What the rows that are kept of a folder depend on: this program, its buckets, and the
 * folder's files, told from other ones as make tells them. */
static struct str key_of(struct stage *st, const struct folder *f)
{
	static const struct kind *const kinds[] = {&outlines, &claims, &events};
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];
	struct err err;

	if (!digest_file(d, "/proc/self/exe", &err))
		die(EXIT_INTERNAL, "%s", err.message);
	digest_text(d, str_printf(&st->keep, "%ld", st->conf.buckets));
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		struct strs parts = parts_of(st, f, kinds[k]);

		for (size_t i = 0; i < parts.n; i++) {
			struct stat s = {0};

			(void)stat(part_path(st, f, kinds[k], parts.at[i]), &s);
			digest_text(d, str_printf(&st->keep, "%s/%.*s %lld %lld.%09ld %lld", kinds[k]->folder,
						  STR_ARG(parts.at[i]), (long long)s.st_size,
						  (long long)s.st_mtim.tv_sec, s.st_mtim.tv_nsec, (long long)s.st_ino));
		}
	}
	digest_end(d, hex);
	return str_dup(&st->keep, str_of(hex));
}

static void open_folder(struct folders *folders, struct stage *st, struct deduplicate *d, size_t i)
{
	struct folder *f = &folders->at[i];
	struct str key = key_of(st, f);
	struct article *articles;
	size_t n;

	if (folders->cache)
		f->file = str_printf(&st->keep, "%s/%.*s.rows", folders->cache, STR_ARG(key)).at;
	else
		f->file = str_printf(&st->keep, "%s/.rows-%zu", st->output, i).at;
	if (folders->cache && (f->kept = kept_open(f->file, key))) {
		articles = kept_articles(f->kept, &n);
		f->given = deduplicate_articles(d, articles, n);
		f->articles = n;
		free(articles);
		return;
	}
	fresh_begin(&f->fresh, f->file, key, !folders->cache, d);
	read_kind(st, f, &outlines);
	f->given = deduplicate_articles(d, f->fresh.own.at, f->fresh.own.n);
}

void folders_outlines(struct folders *folders, struct stage *st, struct deduplicate *d)
{
	folders->n = st->n_inputs;
	folders->at = ARENA_ARRAY(&st->keep, struct folder, st->n_inputs);
	for (size_t i = 0; i < folders->n; i++) {
		folders->at[i] = (struct folder){.path = st->inputs[i], .whole = true};
		open_folder(folders, st, d, i);
	}
}

static void read_rows(const struct folders *folders, struct folder *f, struct stage *st, struct deduplicate *d)
{
	size_t outlined = f->fresh.own.n;
	struct str key = f->fresh.key;

	read_kind(st, f, &claims);
	read_kind(st, f, &events);
	/* Rows of documents of another folder hold only while that one is there. */
	f->whole = f->whole && outlined == f->fresh.own.n;
	if (outlined != f->fresh.own.n)
		f->given = deduplicate_numbers(d, f->fresh.own.at, f->fresh.own.n);
	f->articles = f->fresh.own.n;
	fresh_end(&f->fresh);
	f->kept = kept_open(f->file, key);
	if (!f->kept)
		die(EXIT_OUTPUT, "%s is gone while it was read", f->file);
	if (!folders->cache || !f->whole)
		unlink(f->file);
}

void folders_rows(struct folders *folders, struct stage *st, struct deduplicate *d)
{
	for (size_t i = 0; i < folders->n; i++) {
		struct folder *f = &folders->at[i];

		if (!f->kept)
			read_rows(folders, f, st, d);
		struct night night = {.kept = f->kept, .given = f->given, .articles = f->articles};

		LIST_ADD(d->keep, &d->nights, night);
	}
}

void folders_close(struct folders *folders, struct stage *st)
{
	struct strs names = {0}, used = {0};

	for (size_t i = 0; i < folders->n; i++)
		arena_free(&folders->at[i].fresh.arena);
	if (!folders->cache)
		return;
	names = folder_names(&st->keep, folders->cache);
	for (size_t i = 0; i < folders->n; i++)
		strs_add(&st->keep, &used, str_of(path_base(folders->at[i].file)));
	strs_sort(&used);
	for (size_t i = 0; i < names.n; i++)
		if (str_ends(names.at[i], STR(".rows")) && !strs_has(used, names.at[i]))
			unlink(str_printf(&st->keep, "%s/%.*s", folders->cache, STR_ARG(names.at[i])).at);
}
