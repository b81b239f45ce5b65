/* recount-extract - finds figures, events, statuses and their sources, dates and places.
 *
 * Reads   documents (JSON Lines).
 * Writes  mentions/PART.csv, what was found, and outlines/PART.csv, the documents
 *         without their words. With "-o -" or a file: mentions alone.
 * Rejects a line that is no document. */
#include "extract.h"
#include "files/outfile.h"
#include "records/document_reader.h"

static const struct stage_option options[] = {
	{"all", NULL, "also write every time expression and every attribution"},
	{0},
};

static const struct stage_about about = {
	.name = "extract",
	.about = "Finds figures and events in documents.",
	.options = options,
	.input_kind = "documents",
};

static void write_found(struct stage *st, const struct extracted *found, struct outfile *mentions,
			struct outfile *outlines)
{
	for (size_t i = 0; i < found->mentions.n; i++)
		table_write(mentions, &mention_table, &found->mentions.at[i], &st->scratch);
	st->written += found->mentions.n;
	if (outlines)
		table_write(outlines, &outline_table, &found->outline, &st->scratch);
}

static void extract_part(struct stage *st, const char *input, const struct knowledge *know)
{
	const char *part = stage_part(st, input);
	struct document_reader *in = document_open(st, input);
	struct outfile *mentions = stage_output(st, "mentions", part, &mention_table);
	struct outfile *outlines = st->to_folder ? stage_output(st, "outlines", part, &outline_table) : NULL;
	bool all = stage_value(st, "all") != NULL;
	struct document doc;

	while (document_next(in, &doc)) { /* empties scratch; a bad line is rejected inside */
		if (!document_is_read(&doc))
			doc.blocks.n = 0; /* another language: kept, but not read */
		struct extracted found = extract(&doc, know, all, &st->scratch);

		write_found(st, &found, mentions, outlines);
		stage_progress(st, "documents");
	}
	document_close(in);
	outfile_close(mentions);
	if (outlines)
		outfile_close(outlines);
}

int main(int argc, char **argv)
{
	struct stage st;
	struct knowledge know;
	struct err err;

	stage_open(&st, argc, argv, &about);
	stage_opened(knowledge_open(&know, st.data, &err) ? &know : NULL, &err);

	for (size_t i = 0; i < st.n_inputs; i++)
		extract_part(&st, st.inputs[i], &know);
	knowledge_close(&know);
	return stage_close(&st);
}
