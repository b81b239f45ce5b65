#include "opened.h"

#include <stdio.h>

#include "files/lines.h"
#include "kinds.h"

static struct opened_file *inmost(struct opened *o)
{
	return &o->at[o->n - 1];
}

static void print_kind(const struct opened *o, const struct opened_file *f)
{
	if (o->explain)
		printf("%*s%s: %s%s; %s\n", 2 * (int)(o->n - 1), "", f->from.path, f->kind->name,
		       lines_are_packed(f->from.lines) ? ", gzip" : "", f->kind->why);
}

static void print_counts(const struct opened *o, const struct opened_file *f)
{
	if (o->explain)
		printf("%*s%s: %llu article%s, %llu bad\n", 2 * (int)(o->n - 1), "", f->from.path,
		       (unsigned long long)f->articles, f->articles == 1 ? "" : "s", (unsigned long long)f->bad);
}

static void close_inmost(struct opened *o)
{
	struct opened_file *f = inmost(o);

	print_counts(o, f);
	if (f->kind->end)
		f->kind->end(&f->from);
	lines_close(f->from.lines);
	arena_free(&f->held);
	o->n--;
}

/* The first bytes; those behind the damage where the first gzip members are damaged. */
static struct str head_of(struct opened *o, struct lines *lines, const char *shown)
{
	struct str head = lines_peek(lines, INPUT_HEAD);
	struct err err;

	while (!head.n && lines_broke(lines, &err) && lines_resume(lines)) {
		stage_reject(o->st, shown, 1, &err);
		head = lines_peek(lines, INPUT_HEAD);
	}
	return head;
}

/* One more file, inside the others; lines are closed when it is none of ours. */
static bool push(struct opened *o, struct lines *lines, const char *shown, struct err *err)
{
	struct opened_file *f = &o->at[o->n];

	lines_expansion(lines, (uint32_t)o->st->conf.max_expansion);
	lines_track(lines, true);
	*f = (struct opened_file){.from = {.lines = lines,
					   .path = shown,
					   .signs = o->signs,
					   .conf = &o->st->conf,
					   .arena = &o->st->scratch,
					   .held = &f->held,
					   .skipped = o->skipped,
					   .max_record = o->st->conf.max_record}};
	f->kind = kinds_find(head_of(o, lines, shown), &o->st->conf, err);
	if (f->kind && f->kind->outer && o->n) {
		err_set(err, "kind", "%s within another file: unpack it", f->kind->name);
		f->kind = NULL;
	}
	if (!f->kind) {
		if (o->explain)
			printf("%*s%s: %s\n", 2 * (int)o->n, "", shown, err->message);
		lines_close(lines);
		return false;
	}
	lines_track(lines, f->kind->members);
	if (f->kind->members && o->st->conf.max_page < f->from.max_record)
		f->from.max_record = o->st->conf.max_page;
	o->n++;
	print_kind(o, f);
	return true;
}

bool opened_open(struct opened *o, const char *path, const char *shown, struct err *err)
{
	struct lines *lines = lines_open(path, o->st->conf.max_record, err);

	return lines && push(o, lines, shown, err);
}

/* The file that the container has come to. */
static bool open_inner(struct opened *o, struct given *out, struct err *err)
{
	struct opened_file *outer = inmost(o);
	struct inner place = outer->from.inner;

	*out = (struct given){.path = place.path, .position = place.placed ? place.position : 0};
	if (o->n == OPENED_DEPTH) {
		if (place.bytes.close)
			place.bytes.close(place.bytes.with);
		return err_set(err, "kind", "a file within a file within a file: unpack it");
	}
	if (!push(o, lines_over(&place.bytes, o->st->conf.max_record), place.path, err))
		return false;
	inmost(o)->place = place;
	return true;
}

/* Give the article, or the bad record, the place that the container gave its file. */
static void set_place(const struct opened *o, struct given *out)
{
	const struct opened_file *f = &o->at[o->n - 1];

	out->path = f->from.path;
	if (!f->place.placed)
		return;
	out->position = f->place.position;
	out->offset = f->place.offset;
	if (!out->url.n)
		out->url = f->place.url;
}

static bool give_waiting(struct source *from, struct given *out)
{
	if (!from->waiting.n)
		return false;
	*out = *from->waiting.at++;
	from->waiting.n--;
	return true;
}

enum given_result opened_next(struct opened *o, struct given *out, struct err *err)
{
	while (o->n) {
		struct opened_file *f = inmost(o);
		bool waited = give_waiting(&f->from, out);
		enum given_result got = waited ? GIVEN_ARTICLE : f->kind->next(&f->from, out, err);

		if (got == GIVEN_FILE) {
			if (open_inner(o, out, err))
				continue;
			f->bad++;
			return GIVEN_BAD;
		}
		if (got != GIVEN_END)
			set_place(o, out);
		f->articles += got == GIVEN_ARTICLE;
		f->bad += got == GIVEN_BAD || got == GIVEN_BROKEN;
		if (got == GIVEN_END || got == GIVEN_BROKEN)
			close_inmost(o);
		if (got != GIVEN_END)
			return got == GIVEN_BROKEN ? GIVEN_BAD : got;
	}
	return GIVEN_END;
}

void opened_close(struct opened *o)
{
	while (o->n)
		close_inmost(o);
}
