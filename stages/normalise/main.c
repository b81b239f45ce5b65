/* recount-normalise - turns mentions into typed values: numbers with bounds, dates,
 * places of the gazetteer, sources of the lexicon.
 *
 * Reads   mentions (CSV), all of a document one after the other, as extract writes them.
 * Writes  claims/PART.csv and events/PART.csv; with --all also times/PART.csv and
 *         attributions/PART.csv. With "-o -" or a file: claims alone.
 * Rejects a row that is no mention, and a number that cannot be one. */
#include "files/outfile.h"
#include "mention_reader.h"
#include "normalise.h"

static const struct stage_option options[] = {
	{"all", NULL, "also write every time expression and every attribution"},
	{0},
};

static const struct stage_about about = {
	.name = "normalise",
	.about = "Turns mentions into claims and events.",
	.options = options,
	.input_kind = "mentions",
};

enum { CLAIMS, EVENTS, TIMES, ATTRIBUTIONS, KINDS };

static const struct {
	const char *folder;
	const struct table *table;
	bool on_demand;
} kinds[KINDS] = {
	{"claims", &claim_table, false},
	{"events", &event_table, false},
	{"times", &time_table, true},
	{"attributions", &attribution_table, true},
};

static void write_list(struct stage *st, struct outfile *out, const struct table *table, const void *at, size_t n)
{
	if (!out)
		return;
	for (size_t i = 0; i < n; i++)
		table_write(out, table, (const char *)at + i * table->size, &st->scratch);
	st->written += n;
}

static void write_found(struct stage *st, const struct normalised *found, struct outfile *const out[KINDS])
{
	write_list(st, out[CLAIMS], &claim_table, found->claims.at, found->claims.n);
	write_list(st, out[EVENTS], &event_table, found->events.at, found->events.n);
	write_list(st, out[TIMES], &time_table, found->times.at, found->times.n);
	write_list(st, out[ATTRIBUTIONS], &attribution_table, found->attributions.at, found->attributions.n);
}

static void normalise_part(struct stage *st, const char *input, const struct words *words)
{
	const char *part = stage_part(st, input);
	struct mention_reader *in = mention_reader_open(st, input);
	struct outfile *out[KINDS] = {0};
	struct mention_list of_document;

	for (int k = 0; k < KINDS; k++)
		if (k == CLAIMS || (st->to_folder && (!kinds[k].on_demand || stage_value(st, "all"))))
			out[k] = stage_output(st, kinds[k].folder, part, kinds[k].table);
	while (mention_reader_next(in, &of_document)) { /* empties scratch */
		struct normalised found = normalise(&of_document, words, &st->scratch);

		for (size_t i = 0; i < found.rejects.n; i++)
			stage_reject(st, input, mention_reader_line(in), &found.rejects.at[i]);
		write_found(st, &found, out);
		stage_progress(st, "mentions");
	}
	mention_reader_close(in);
	for (int k = 0; k < KINDS; k++)
		if (out[k])
			outfile_close(out[k]);
}

int main(int argc, char **argv)
{
	struct stage st;
	struct words words;
	struct err err;

	stage_open(&st, argc, argv, &about);

	stage_opened(words_open(&words, st.data, &st.keep, &err) ? &words : NULL, &err);
	for (size_t i = 0; i < st.n_inputs; i++)
		normalise_part(&st, st.inputs[i], &words);
	words_close(&words);
	return stage_close(&st);
}
