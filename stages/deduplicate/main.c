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
#include "files/outfile.h"
#include "files/stage.h"
#include "folders.h"

static const struct stage_option options[] = {
	{"as-of", "DAY", "leave out what was published after that day"},
	{"cache", "DIR", "keep what was read in each folder there; a later run reads it from there"},
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
	d->bodies = bodies_open(stage_opened(lexicon_open(stage_data(st, "lexicon.bin"), &err), &err), &st->keep);
}

static void add_rows(struct stage *st, struct outfile *out, const struct table *table, const void *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i % 256 == 0)
			arena_reset(&st->scratch);
		table_write(out, table, (const char *)rows + i * table->size, &st->scratch);
	}
	st->written += n;
}

static void write_rows(struct stage *st, const char *kind, const char *part, const struct table *table,
		       const void *rows, size_t n)
{
	struct outfile *out = stage_output(st, kind, part, table);

	add_rows(st, out, table, rows, n);
	outfile_close(out);
}

/* A claim that goes out as it came is its line and its assertion. */
static void write_claims(struct stage *st, const char *part, const struct claims *found)
{
	struct outfile *out = stage_output(st, "claims", part, &claim_table);

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
	outfile_close(out);
}

static void write_assertions(struct stage *st, const char *part, struct merging *merging)
{
	struct outfile *out = stage_output(st, "assertions", part, &assertion_table);

	for (struct assertions quantity; assertions_next(merging, &quantity);)
		add_rows(st, out, &assertion_table, quantity.at, quantity.n);
	outfile_close(out);
}

static void write_events(struct stage *st, const char *part, struct stories *stories)
{
	struct outfile *out = stage_output(st, "events", part, &event_table);

	for (struct events versions; stories_next(stories, &versions);)
		add_rows(st, out, &event_table, versions.at, versions.n);
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
	struct claims stated = {.rows = deduplicate_claims(d, bucket, &rows)};
	struct merging merging;

	assertions_begin(&merging, &stated, &d->overrides, d->bodies, &rows);
	write_claims(st, part, &stated);
	write_assertions(st, part, &merging);
	assertions_end(&merging);
	arena_free(&rows); /* one kind at a time: a place may have most of all articles */
	struct held told = deduplicate_events(d, bucket, &rows);
	struct stories stories;

	stories_begin(&stories, &told, &d->overrides, &rows);
	write_events(st, part, &stories);
	stories_end(&stories);
	arena_free(&rows);
}

int main(int argc, char **argv)
{
	struct stage st;
	struct deduplicate d;

	stage_open(&st, argc, argv, &about);
	struct folders folders = {.cache = stage_value(&st, "cache")};

	deduplicate_open(&d, (size_t)st.conf.buckets, &st.keep);
	take_options(&st, &d);

	folders_outlines(&folders, &st, &d);
	deduplicate_outlined(&d);
	folders_rows(&folders, &st, &d);
	deduplicate_compare(&d);

	write_rows(&st, "copies", "part-00000", &copy_table, d.copies.at, d.copies.n);
	write_rows(&st, "datings", "part-00000", &dating_table, d.datings.at, d.datings.n);
	for (size_t i = 0; i < d.buckets; i++)
		write_bucket(&st, &d, i);
	deduplicate_close(&d);
	folders_close(&folders, &st);
	return stage_close(&st);
}
