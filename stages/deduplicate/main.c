/* recount-deduplicate - tells copies, dates the undated, merges claims and events.
 *
 * Reads   folders, one or more (several nights), each with outlines/, claims/ and
 *         events/ as extract and normalise wrote them.
 * Writes  copies/ and datings/ (one part each); and by bucket NN of places
 *         claims/bucket-NN.csv (dates filled, assertion set), assertions/bucket-NN.csv
 *         and events/bucket-NN.csv: all three for a bucket with anything in it, none
 *         for an empty one.
 * Rejects rows that are no outline, claim or event, and claims and events of a
 *         document that no outline tells of. */
#include <stdio.h>

#include "deduplicate.h"
#include "files/folder.h"
#include "files/outfile.h"
#include "files/stage.h"

static const struct stage_option options[] = {
	{"as-of", "DAY", "leave out what was published after that day"},
	{0},
};

static const struct stage_about about = {
	.name = "deduplicate",
	.about = "Tells copies, dates undated documents, merges claims and events.",
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
}

union record {
	struct outline outline;
	struct claim claim;
	struct event event;
};

/* Hand the record read last on. False and err when it is bad. */
static bool take_outline(struct deduplicate *d, union record *r, struct table_reader *in, struct arena *arena,
			 struct err *err)
{
	(void)in;
	(void)arena;
	if (str_is_empty(r->outline.document))
		return err_set(err, "document", "want the id of the document");
	deduplicate_outline(d, &r->outline);
	return true;
}

static bool take_claim(struct deduplicate *d, union record *r, struct table_reader *in, struct arena *arena,
		       struct err *err)
{
	struct str line = deduplicate_claim_line(d, &r->claim, table_line_text(in));

	if (str_is_empty(line) && !table_rest(in, r, arena, err))
		return false;
	return deduplicate_claim(d, &r->claim, line, err);
}

static bool take_event(struct deduplicate *d, union record *r, struct table_reader *in, struct arena *arena,
		       struct err *err)
{
	(void)in;
	(void)arena;
	return deduplicate_event(d, &r->event, err);
}

static const struct kind {
	const char *folder, *plural;
	const struct table *table;
	void (*reads)(struct table_reader *in);
	bool (*take)(struct deduplicate *, union record *, struct table_reader *, struct arena *, struct err *);
} outlines = {"outlines", "documents", &outline_table, table_borrow, take_outline},
  claims = {"claims", "claims", &claim_table, table_pass, take_claim},
  events = {"events", "events", &event_table, table_borrow, take_event};

static void read_part(struct stage *st, struct deduplicate *d, const struct kind *kind, const char *path)
{
	struct table_reader *in = table_open(kind->table, path);
	enum table_result result;
	union record record;
	struct err err;

	kind->reads(in);
	while (arena_reset(&st->scratch), (result = table_read(in, &record, &st->scratch, &err)) != TABLE_END) {
		st->read++;
		if (result != TABLE_RECORD || !kind->take(d, &record, in, &st->scratch, &err))
			stage_reject(st, path, table_line(in), &err);
		if (result == TABLE_BROKEN)
			break;
		stage_progress(st, kind->plural);
	}
	table_close(in);
}

static void read_kind(struct stage *st, struct deduplicate *d, const struct kind *kind)
{
	for (size_t i = 0; i < st->n_inputs; i++) {
		const char *folder = str_printf(&st->keep, "%s/%s", st->inputs[i], kind->folder).at;
		struct strs parts = folder_names(&st->keep, folder);

		for (size_t k = 0; k < parts.n; k++)
			read_part(st, d, kind, str_printf(&st->keep, "%s/%.*s", folder, STR_ARG(parts.at[k])).at);
	}
}

static void write_rows(struct stage *st, const char *kind, const char *part, const struct table *table,
		       const void *rows, size_t n)
{
	struct outfile *out = stage_output(st, kind, part, table);

	for (size_t i = 0; i < n; i++) {
		if (i % 256 == 0)
			arena_reset(&st->scratch);
		table_write(out, table, (const char *)rows + i * table->size, &st->scratch);
	}
	st->written += n;
	outfile_close(out);
}

/* A claim that goes out as it came is its line and its assertion. */
static void write_claims(struct stage *st, const char *part, const struct claims *found)
{
	struct outfile *out = stage_output(st, "claims", part, &claim_table);

	for (size_t i = 0; i < found->n; i++) {
		if (i % 256 == 0)
			arena_reset(&st->scratch);
		if (found->line[i].n) {
			outfile_write(out, found->line[i]);
			outfile_write(out, found->at[i].assertion);
			csv_write_end(out);
		} else {
			table_write(out, &claim_table, &found->at[i], &st->scratch);
		}
	}
	st->written += found->n;
	outfile_close(out);
}

/* Two digits; more when there are more than a hundred buckets. */
static const char *bucket_name(struct stage *st, size_t bucket)
{
	int digits = st->conf.buckets > 1000 ? 4 : st->conf.buckets > 100 ? 3 : 2;

	return str_printf(&st->keep, "bucket-%0*zu", digits, bucket).at;
}

/* A bucket that an earlier run into the same folder filled and this one doesn't. */
static void drop_bucket(struct stage *st, const char *part)
{
	static const char *const kinds[] = {"claims", "assertions", "events"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		remove(str_printf(&st->scratch, "%s/%s/%s.csv", st->output, kinds[i], part).at);
}

static void write_bucket(struct stage *st, struct deduplicate *d, size_t bucket)
{
	const char *part = bucket_name(st, bucket);
	struct arena rows = {0};

	if (!deduplicate_has(d, bucket)) {
		drop_bucket(st, part);
		return;
	}
	struct stated stated = deduplicate_claims(d, bucket, &rows);

	write_claims(st, part, &stated.claims);
	write_rows(st, "assertions", part, &assertion_table, stated.assertions.at, stated.assertions.n);
	arena_free(&rows); /* one kind at a time: a place may have most of all articles */
	struct events told = deduplicate_events(d, bucket, &rows);

	write_rows(st, "events", part, &event_table, told.at, told.n);
	arena_free(&rows);
}

int main(int argc, char **argv)
{
	struct stage st;
	struct deduplicate d;

	stage_open(&st, argc, argv, &about);
	deduplicate_open(&d, (size_t)st.conf.buckets, st.output, &st.keep);
	take_options(&st, &d);

	read_kind(&st, &d, &outlines);
	deduplicate_outlined(&d);
	read_kind(&st, &d, &claims);
	read_kind(&st, &d, &events);
	deduplicate_compare(&d);

	write_rows(&st, "copies", "part-00000", &copy_table, d.copies.at, d.copies.n);
	write_rows(&st, "datings", "part-00000", &dating_table, d.datings.at, d.datings.n);
	for (size_t i = 0; i < d.buckets; i++)
		write_bucket(&st, &d, i);
	deduplicate_close(&d);
	return stage_close(&st);
}
