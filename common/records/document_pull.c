#include "files/json_text.h"
#include "records/document_parts.h"

/* Texts without escapes are views of the line, which does not live as long as the arena. */
static bool pull_text(struct json_pull *p, struct str *out)
{
	const char *from = p->at;

	*out = STR_NULL;
	if (json_pull_sees(p, 'n'))
		return json_pull_word(p, STR("null"));
	if (!json_pull_text(p, out))
		return false;
	if (out->at >= from && out->at < p->end)
		*out = str_dup(p->arena, *out);
	return true;
}

static bool pull_name(struct json_pull *p, struct str *name)
{
	return json_pull_text(p, name) && json_pull_mark(p, ':');
}

static bool pull_word(struct json_pull *p, const char *const *words, int *out)
{
	struct str word;

	*out = 0;
	if (json_pull_sees(p, 'n'))
		return json_pull_word(p, STR("null"));
	return json_pull_text(p, &word) && (*out = word_index(words, word)) > 0;
}

static bool pull_input(struct json_pull *p, struct document *out)
{
	struct str name;

	out->input_offset = -1; /* it must be told */
	if (!json_pull_mark(p, '{'))
		return false;
	do {
		if (!pull_name(p, &name))
			return false;
		if (str_eq(name, STR("path"))) {
			if (!pull_text(p, &out->input_path))
				return false;
		} else if (!str_eq(name, STR("offset")) || !json_pull_whole(p, &out->input_offset)) {
			return false;
		}
	} while (json_pull_mark(p, ','));
	return json_pull_mark(p, '}') && out->input_offset >= 0;
}

static bool pull_block(struct json_pull *p, struct block *out)
{
	int64_t start = -1, end = -1;
	struct str name;

	if (!json_pull_mark(p, '{'))
		return false;
	do {
		bool right = pull_name(p, &name) &&
			     (str_eq(name, STR("start")) ? json_pull_whole(p, &start)
			      : str_eq(name, STR("end"))
				      ? json_pull_whole(p, &end)
				      : str_eq(name, STR("kind")) && pull_word(p, block_kinds, &out->kind));

		if (!right)
			return false;
	} while (json_pull_mark(p, ','));
	out->start = (uint32_t)start;
	out->end = (uint32_t)end;
	return json_pull_mark(p, '}') && out->kind && start >= 0 && end >= start && end <= UINT32_MAX;
}

static bool pull_blocks(struct json_pull *p, struct blocks *out)
{
	struct block block;

	*out = (struct blocks){0};
	if (!json_pull_mark(p, '['))
		return false;
	if (json_pull_mark(p, ']'))
		return true;
	do {
		block = (struct block){0};
		if (!pull_block(p, &block))
			return false;
		LIST_ADD(p->arena, out, block);
	} while (json_pull_mark(p, ','));
	return json_pull_mark(p, ']');
}

static bool pull_member(struct json_pull *p, struct str name, struct document *out, bool *blocks)
{
	for (size_t i = 0; i < DOCUMENT_TEXTS; i++)
		if (str_eq(name, str_of(document_texts[i].name)))
			return pull_text(p, (struct str *)((char *)out + document_texts[i].offset));
	if (str_eq(name, STR("text")))
		return pull_text(p, &out->text);
	if (str_eq(name, STR("input")))
		return pull_input(p, out);
	if (str_eq(name, STR("published_basis")))
		return pull_word(p, published_bases, &out->published_basis);
	*blocks = str_eq(name, STR("blocks"));
	return *blocks && pull_blocks(p, &out->blocks);
}

/* In order, within the text, and no letter cut. */
static bool blocks_are_right(const struct document *doc)
{
	int64_t after = 0;

	for (size_t i = 0; i < doc->blocks.n; i++) {
		struct block b = doc->blocks.at[i];

		if (b.start < after || b.end > doc->text.n || !document_is_boundary(doc->text, b.start) ||
		    !document_is_boundary(doc->text, b.end))
			return false;
		after = b.end;
	}
	return true;
}

bool document_pull(struct str line, struct arena *arena, struct document *out)
{
	struct json_pull p = {line.at, line.at + line.n, arena};
	struct document doc = {0};
	bool blocks = false, is_blocks;
	struct str name;

	if (!line.n || !json_pull_mark(&p, '{'))
		return false;
	do {
		is_blocks = false;
		if (!pull_name(&p, &name) || !pull_member(&p, name, &doc, &is_blocks))
			return false;
		blocks |= is_blocks;
	} while (json_pull_mark(&p, ','));
	if (!json_pull_mark(&p, '}') || !json_pull_ends(&p) || !blocks || !doc.text.n || doc.text.n > UINT32_MAX ||
	    !document_id_is_right(doc.id) || !blocks_are_right(&doc))
		return false;
	*out = doc;
	return true;
}
