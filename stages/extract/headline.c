#include "headline.h"

enum {
	WORDS_LEAST = 12, /* [bytes] a shorter part is a label: "WATCH - Flood hits town" */
	WORDS_MOST = 1000 /* a longer title is none: what keeps the search for its names linear */
};

/* The title up to the mark behind which the outlet tells its name. */
static struct str own_words(struct str title)
{
	static const char *const marks[] = {" - ", " | ", " :: ", " – ", " — "};
	size_t end = title.n < WORDS_MOST ? title.n : WORDS_MOST;

	while (end < title.n && end > 0 && ((unsigned char)title.at[end] & 0xC0) == 0x80)
		end--; /* letters stay whole */
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const char *at = memmem(title.at, end, marks[i], strlen(marks[i]));

		if (at && at - title.at >= WORDS_LEAST)
			end = (size_t)(at - title.at);
	}
	return str_slice(title, 0, end);
}

/* A heading of the text may be another than the title that comes with it. */
static bool text_holds_title(const struct document *doc)
{
	for (size_t i = 0; i < doc->blocks.n; i++) {
		const struct block *b = &doc->blocks.at[i];
		struct str words = str_trim(str_slice(doc->text, b->start, b->end));

		if (b->kind == BLOCK_TITLE && (str_find(words, doc->title) >= 0 || str_find(doc->title, words) >= 0))
			return true;
	}
	return false;
}

static void read_names(const struct reading *r, struct str title, struct reading *out, struct names *names)
{
	struct document *doc = ARENA_NEW(r->arena, struct document);
	struct block block = {.kind = BLOCK_TITLE, .end = (int64_t)title.n};

	doc->text = title;
	LIST_ADD(r->arena, &doc->blocks, block);
	reading_open(out, doc, r->know, r->arena);
	names_find(out, names);
}

/* Where an outlet is from says which of several places it means. */
static void read_outlet(const struct reading *r, struct str words, struct strs *out)
{
	struct reading outlet;
	struct names names;

	if (words.n == 0 || words.n > WORDS_MOST)
		return;
	read_names(r, words, &outlet, &names);
	for (size_t i = 0; i < names.n; i++)
		if (names.at[i].where.n)
			strs_add(r->arena, out, names.at[i].where);
}

bool headline_read(const struct reading *r, struct headline *out)
{
	*out = (struct headline){0};
	if (!r->doc->title.n || text_holds_title(r->doc))
		return false;
	struct str own = own_words(r->doc->title);

	read_names(r, own, &out->r, &out->names);
	read_outlet(r, str_slice(r->doc->title, own.n, r->doc->title.n), &out->outlet);
	return out->names.n > 0;
}
