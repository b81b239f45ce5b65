#include "headline.h"

/* The title up to the mark behind which the outlet tells its name. */
static struct str own_words(struct str title)
{
	static const char *const marks[] = {" - ", " | ", " :: ", " – ", " — "};
	enum {
		WORDS_LEAST = 12, /* [bytes] a shorter part is a label: "WATCH - Flood hits town" */
		WORDS_MOST = 1000
	}; /* a longer title is none: what keeps the search for its names linear */
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

static bool text_holds_title(const struct document *doc)
{
	for (size_t i = 0; i < doc->blocks.n; i++)
		if (doc->blocks.at[i].kind == BLOCK_TITLE)
			return true;
	return false;
}

bool headline_read(const struct reading *r, struct headline *out)
{
	*out = (struct headline){0};
	if (!r->doc->title.n || text_holds_title(r->doc))
		return false;
	struct document *doc = ARENA_NEW(r->arena, struct document);
	struct block block = {.kind = BLOCK_TITLE};

	doc->text = own_words(r->doc->title);
	block.end = (int64_t)doc->text.n;
	LIST_ADD(r->arena, &doc->blocks, block);
	reading_open(&out->r, doc, r->know, r->arena);
	names_find(&out->r, &out->names);
	return out->names.n > 0;
}
