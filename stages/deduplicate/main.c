/* recount-deduplicate - tells copies, dates the undated, merges claims and events.
 *
 * Reads   folders, one or more (several nights), each with outlines/, claims/ and
 *         events/ as extract and normalise wrote them.
 * Writes  copies/ and datings/ (one part each); and cell by cell (cells.h) claims/ (dates
 *         filled, assertion set), assertions/ beside those that reach one, and events/.
 * Rejects rows that are no outline, claim or event, and claims and events of a
 *         document that no outline tells of. */
#include <stdio.h>

#include "copied.h"
#include "deduplicate.h"
#include "files/outfile.h"
#include "files/stage.h"
#include "folders.h"
#include "made.h"

static const struct stage_option options[] = {
	{"as-of", "DAY", "leave out what was published after that day"},
	{"before", "DIR", "the output of an earlier run: what is still the same is taken from there (hard links)"},
	{"cache", "DIR", "keep what was read in each folder there; a later run reads it from there"},
	{0},
};

static const struct stage_about about = {
	.name = "deduplicate",
	.about = "Tells copies, dates undated documents, merges claims and events.",
	.inputs = "a folder with outlines/, claims/ and events/; several folders are several nights",
	.options = options,
	.whole_folders = true,
};

static void take_options(struct stage *st, struct deduplicate *d)
{
	const char *day = stage_value(st, "as-of");
	struct date as_of;
	struct err err;

	if (day && !date_parse(str_of(day), &as_of, NULL))
		die(EXIT_USAGE, "--as-of wants a day like 2016-12-16, not '%s'", day);
	if (day)
		d->as_of = date_last_day(as_of);
	if (!overrides_read(st->conf.overrides, &st->keep, &d->overrides, &err))
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	if (!st->to_folder)
		die(EXIT_USAGE, "give a folder for the records with -o DIR");
	d->bodies = bodies_open(stage_opened(lexicon_open(stage_data(st, "lexicon.bin"), &err), &err), &st->keep);
}

static void write_rows(struct stage *st, struct outfile *out, const struct table *table, const void *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i % 256 == 0)
			arena_reset(&st->scratch);
		table_write(out, table, (const char *)rows + i * table->size, &st->scratch);
	}
	st->written += n;
}

static void write_part(struct stage *st, const char *kind, const struct table *table, const void *rows, size_t n)
{
	struct outfile *out = stage_output(st, kind, "part-00000", table);

	write_rows(st, out, table, rows, n);
	outfile_close(out);
}

/* A claim that goes out as it came is its line and its assertion. */
static void write_claims(struct stage *st, struct outfile *out, const struct claims *found)
{
	for (size_t i = 0; i < found->rows.n; i++) {
		struct str line = held_claim_line(&found->rows, i);
		struct claim claim;

		if (line.n) {
			outfile_write(out, line);
			outfile_write(out, found->assertion[i]);
			csv_write_end(out);
		} else {
			arena_reset(&st->scratch);
			claims_out(found, i, &claim, &st->scratch);
			table_write(out, &claim_table, &claim, &st->scratch);
		}
	}
	st->written += found->rows.n;
}

/* The files of a cell and those beside it. */
struct files {
	struct outfile *rows, *assertions, *places; /* assertions, places: NULL where there are none */
	const char *part, *before;		    /* before: folder of an earlier run that may have some of it */
};

static void write_quantity(struct stage *st, const struct deduplicate *d, struct held rows, const struct files *to)
{
	struct arena arena = {0};
	struct claims stated = {.rows = rows};
	struct merging merging;

	assertions_begin(&merging, &stated, &d->overrides, d->bodies, &arena);
	write_claims(st, to->rows, &stated);
	for (struct assertions quantity; assertions_next(&merging, &quantity);)
		write_rows(st, to->assertions, &assertion_table, quantity.at, quantity.n);
	assertions_end(&merging);
	arena_free(&arena);
}

static void write_statements(struct stage *st, const struct deduplicate *d, struct held rows, const struct files *to,
			     struct arena *arena)
{
	struct quantities all = quantities_find(&rows, d->nights.states, arena);
	struct copied copied = copied_open(to->rows, to->assertions, to->places, to->before, to->part, arena);

	for (size_t i = 0; i < all.n; i++) {
		const struct quantity *q = &all.at[i];
		struct copied_place place = copied_begin(&copied, q);
		uint64_t before = st->written, rows_before;

		if (copied_before(&copied, q, &rows_before)) {
			st->written += rows_before;
			continue;
		}
		write_quantity(st, d, held_slice(&rows, q->first, q->n), to);
		copied_end(&copied, place, st->written - before);
	}
	copied_close(&copied);
}

static void write_plain(struct stage *st, struct held rows, const struct files *to, struct arena *arena)
{
	struct claims plain = {.rows = rows};

	claims_prepare(&plain, arena);
	plain.assertion = ARENA_ARRAY(arena, struct str, plain.rows.n);
	write_claims(st, to->rows, &plain);
}

static void write_events(struct stage *st, struct held rows, const struct overrides *overrides, const struct files *to,
			 struct arena *arena)
{
	struct stories stories;

	stories_begin(&stories, &rows, overrides, arena);
	for (struct events versions; stories_next(&stories, &versions);)
		write_rows(st, to->rows, &event_table, versions.at, versions.n);
	stories_end(&stories);
}

static void write_cell(struct stage *st, struct deduplicate *d, struct cell cell, const struct files *to)
{
	struct arena arena = {0};
	struct held rows = deduplicate_rows(d, cell, &arena);

	if (cell.kind == CELL_CLAIMS)
		write_statements(st, d, rows, to, &arena);
	else if (cell.kind == CELL_PLAIN)
		write_plain(st, rows, to, &arena);
	else
		write_events(st, rows, &d->overrides, to, &arena);
	arena_free(&arena);
}

/* What lies where in the files of a bucket, for the next run. */
static struct outfile *open_places(struct stage *st, const char *part)
{
	return stage_value(st, "cache")
		       ? outfile_open(str_printf(&st->keep, "%s/quantities/%s.rows", st->output, part).at)
		       : NULL;
}

static void write_file(struct stage *st, struct deduplicate *d, const struct made *made, const char *part,
		       const struct cell_state *at, size_t n)
{
	bool events = at->cell.kind == CELL_EVENTS;
	struct files to = {
		.rows = stage_output(st, events ? "events" : "claims", part, events ? &event_table : &claim_table),
		.part = part};

	if (at->cell.kind == CELL_CLAIMS) {
		to.assertions = stage_output(st, "assertions", part, &assertion_table);
		to.places = open_places(st, part);
		to.before = made_alike(made, at->cell, part);
	}
	for (size_t i = 0; i < n; i++)
		write_cell(st, d, at[i].cell, &to);
	outfile_close(to.rows);
	if (to.assertions)
		outfile_close(to.assertions);
	if (to.places)
		outfile_close(to.places);
}

/* A file stays as it was when nothing of its cells changed. */
static void write_cells(struct stage *st, struct deduplicate *d)
{
	const struct cell_state *at = d->cells.at;
	struct made made;

	made_open(&made, st);
	for (size_t i = 0, end; i < d->cells.n; i = end) {
		const char *part = cell_name(at[i].cell, d->buckets, &st->keep).at;
		uint64_t state = 0;

		for (end = i; end < d->cells.n && cell_is_beside(at[i].cell, at[end].cell, d->buckets); end++)
			state += at[end].state;
		if (!made_before(&made, at[i].cell, part, state))
			write_file(st, d, &made, part, at + i, end - i);
	}
	made_close(&made);
}

int main(int argc, char **argv)
{
	struct stage st;
	struct deduplicate d;

	stage_open(&st, argc, argv, &about);
	outfile_gather();
	struct folders folders = {.cache = stage_value(&st, "cache")};

	deduplicate_open(&d, (size_t)st.conf.buckets, &st.keep);
	take_options(&st, &d);

	folders_outlines(&folders, &st, &d);
	deduplicate_outlined(&d);
	folders_rows(&folders, &st, &d);
	deduplicate_compare(&d, str_printf(&st.keep, "%s/.rows-moved", st.output).at);

	write_part(&st, "copies", &copy_table, d.copies.at, d.copies.n);
	write_part(&st, "datings", &dating_table, d.datings.at, d.datings.n);
	write_cells(&st, &d);
	deduplicate_close(&d);
	folders_close(&folders, &st);
	return stage_close(&st);
}
