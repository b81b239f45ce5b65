#include "records/outline.h"

#include <stddef.h>

#define T struct outline
static const struct column columns[] = {
	{NULL, "document", COLUMN_TEXT, offsetof(T, document), NULL, "id of the document", "d0f…"},
	{NULL, "ref", COLUMN_TEXT, offsetof(T, ref), NULL, "the id that the input gave", "a17"},
	{"input", "path", COLUMN_TEXT, offsetof(T, input_path), NULL, "file that it came from", "inbox/day.jsonl"},
	{"input", "offset", COLUMN_INT, offsetof(T, input_offset), NULL, "where in that file [bytes]", "0"},
	{NULL, "url", COLUMN_TEXT, offsetof(T, url), NULL, "address of the article", "https://example.org/a"},
	{NULL, "publisher", COLUMN_TEXT, offsetof(T, publisher), NULL, "who published it", "The Daily"},
	{NULL, "agency", COLUMN_TEXT, offsetof(T, agency), NULL, "wire whose copy it is", "AFP"},
	{NULL, "byline", COLUMN_TEXT, offsetof(T, byline), NULL, "author as written", "Jane Doe"},
	{NULL, "title", COLUMN_TEXT, offsetof(T, title), NULL, "headline", "Flood leaves 12 dead"},
	{NULL, "language", COLUMN_TEXT, offsetof(T, language), NULL, "BCP 47", "en"},
	{"dateline", "place", COLUMN_TEXT, offsetof(T, dateline_place), NULL, "place of the dateline as written",
	 "BEIRUT"},
	{NULL, "published", COLUMN_TEXT, offsetof(T, published), NULL, "publication date or date-time, ISO 8601",
	 "2016-12-16"},
	{NULL, "published_basis", COLUMN_ENUM, offsetof(T, published_basis), published_bases,
	 "where the publication date is from", "metadata"},
	{NULL, "modified", COLUMN_TEXT, offsetof(T, modified), NULL,
	 "when this version of it was made, date or date-time, ISO 8601", "2016-12-16T14:30:00Z"},
	{NULL, "words", COLUMN_INT, offsetof(T, words), NULL, "words of the story", "640"},
	{"bytes", "hash", COLUMN_TEXT, offsetof(T, bytes_hash), NULL, "XXH3-64 of the text as it came",
	 "00ff00ff00ff00ff"},
	{"text", "hash", COLUMN_TEXT, offsetof(T, text_hash), NULL, "XXH3-64 of the text, white space folded",
	 "00ff00ff00ff00ff"},
	{NULL, "sentences", COLUMN_LIST, offsetof(T, sentences), NULL,
	 "hash of each sentence and each quotation of the story", NULL},
	{NULL, "sketch", COLUMN_LIST, offsetof(T, sketch), NULL, "MinHash of the word shingles of the story", NULL},
	{NULL, "weekdays", COLUMN_TEXT, offsetof(T, weekdays), NULL,
	 "weekdays that the story tells as recent past, 1 Monday .. 7 Sunday, joined by |", "5"},
	{"last", "date", COLUMN_TEXT, offsetof(T, last_date), NULL,
	 "latest absolute date that the story carries, EDTF: it is not older", "2016-12-15"},
};
#undef T

const struct table outline_table = {
	"outline", "What the stages after extract know of a document: metadata and fingerprints. Written by extract.",
	columns, sizeof columns / sizeof *columns, sizeof(struct outline)};

struct strs outline_sketch(struct arena *arena, const struct sketch *sketch)
{
	struct strs bands = {0};
	uint16_t bins[SKETCH_BINS];

	if (sketch_finish(sketch, bins))
		for (unsigned i = 0; i < SKETCH_BANDS; i++)
			strs_add(arena, &bands, sketch_format(arena, bins, i));
	return bands;
}

bool outline_sketch_parse(struct strs bands, uint16_t out[SKETCH_BINS])
{
	if (bands.n != SKETCH_BANDS)
		return false;
	for (unsigned i = 0; i < SKETCH_BANDS; i++)
		if (!sketch_parse(bands.at[i], out, i))
			return false;
	return true;
}
