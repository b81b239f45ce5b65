#include "ingest.h"

#include "blocks.h"
#include "language.h"
#include "published.h"
#include "values/date_text.h"

static struct document start(const struct given *given)
{
	return (struct document){
		.ref = given->ref,
		.input_path = str_of(given->path),
		.input_offset = given->offset,
		.url = given->url,
		.publisher = given->publisher,
		.agency = given->agency,
		.byline = given->byline,
		.title = given->title,
		.language = given->language,
		.parent = given->parent,
		.text = given->text,
	};
}

struct str ingest_id(const struct given *given, struct arena *arena)
{
	struct document doc = start(given);

	if (given->ref_is_name)
		doc.ref = STR_NULL;
	return document_id(arena, &doc, given->published);
}

static struct str either(struct str given, struct str found)
{
	return given.n ? given : found;
}

/* A date as somebody wrote it; none when it is no date. */
static struct moment moment_of(struct str text)
{
	struct moment at = {0};
	struct err unused;

	return text.n && date_text_parse(text, &at, &unused) ? at : (struct moment){0};
}

static void find_blocks(const struct given *given, const struct signs *signs, struct arena *arena,
			struct blocks_found *out)
{
	if (given->marks.n)
		blocks_find_marked(given->text, &given->marks, signs, arena, out);
	else
		blocks_find(given->text, given->title, signs, arena, out);
}

bool ingest(const struct given *given, const struct signs *signs, struct arena *arena, struct document *out,
	    struct err *err)
{
	struct blocks_found found;
	struct published published;
	struct moment shown = moment_of(given->stamp);

	*out = start(given);
	out->id = ingest_id(given, arena);
	find_blocks(given, signs, arena, &found);
	bool dated = published_find(given->published, given->url, moment_is_none(shown) ? found.stamp : shown,
				    &published, err);

	out->blocks = found.blocks;
	out->published = moment_format(arena, published.at);
	out->published_basis = published.basis;
	out->modified = moment_format(arena, given->modified.n ? moment_of(given->modified) : found.updated);
	out->title = either(given->title, found.title);
	out->byline = either(given->byline, found.byline);
	out->agency = either(given->agency, found.agency);
	out->dateline_place = found.dateline_place;
	out->language = either(given->language, language_guess(given->text));
	return dated;
}
