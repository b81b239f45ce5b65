#include "treebank.h"

#include "base/err.h"
#include "files/lines.h"

enum { COLUMNS = 10, ID = 0, FORM = 1, LEMMA = 2, UPOS = 3, XPOS = 4, MISC = 9, MAX_LINE = 1 << 20 };

/* A sentence being read. */
struct reader {
	const char *path;
	struct arena *arena;
	struct treebank *out;
	struct {
		struct gold *at;
		size_t n, room;
	} words;
	struct str id;
	bool opens;
	size_t range_end; /* id of the last word of the multiword token being read */
	bool range_glued;
};

static size_t split(struct str line, struct str cells[COLUMNS])
{
	size_t n = 0;

	while (line.at && n < COLUMNS)
		cells[n++] = str_cut(&line, '\t');
	return line.at ? 0 : n;
}

static bool is_glued(struct str misc)
{
	return str_find(misc, STR("SpaceAfter=No")) >= 0;
}

/* "3-4": the words 3 and 4 are written as one. */
static void add_range(struct reader *r, struct str id, struct str misc)
{
	int64_t last = 0;
	struct str first = str_cut(&id, '-');

	(void)first;
	if (str_to_int(id, 1, 100000, &last))
		r->range_end = (size_t)last;
	r->range_glued = is_glued(misc);
}

static void add_word(struct reader *r, const struct str *cells, uint64_t line)
{
	struct gold g = {.tag = (uint8_t)tag_of(cells[XPOS]), .ud = (uint8_t)ud_of(cells[UPOS])};

	if (g.tag == TAG_NONE)
		die(EXIT_INPUT, "%s:%llu: unknown tag '%.*s'; want one of the Penn tags of UD English", r->path,
		    (unsigned long long)line, STR_ARG(cells[XPOS]));
	if (g.ud == UD_NONE)
		die(EXIT_INPUT, "%s:%llu: unknown class '%.*s'; want one of the 17 of UD", r->path,
		    (unsigned long long)line, STR_ARG(cells[UPOS]));
	g.token = token_of(str_dup(r->arena, cells[FORM]), r->arena);
	g.lemma = str_dup(r->arena, cells[LEMMA]);
	g.glued = is_glued(cells[MISC]);
	if (r->words.n == 0 || !r->words.at[r->words.n - 1].glued)
		g.token.flags |= TOKEN_SPACE;
	LIST_ADD(r->arena, &r->words, g);
	if (r->range_end >= r->words.n)
		r->words.at[r->words.n - 1].glued = r->words.n < r->range_end || r->range_glued;
}

static void end_sentence(struct reader *r)
{
	struct gold_sentence s = {r->words.at, r->words.n, r->id, r->opens};

	if (s.n) {
		LIST_ADD(r->arena, r->out, s);
		r->out->words += s.n;
	}
	r->words.at = NULL;
	r->words.n = r->words.room = 0;
	r->range_end = 0;
	if (s.n)
		r->opens = false;
}

static void read_comment(struct reader *r, struct str line)
{
	static const struct str id = {"# sent_id = ", 12}, document = {"# newdoc", 8};

	if (str_starts(line, document))
		r->opens = true;
	if (str_starts(line, id))
		r->id = str_dup(r->arena, str_slice(line, id.n, line.n));
}

static void read_line(struct reader *r, const struct line *line)
{
	struct str cells[COLUMNS];

	if (line->text.n == 0) {
		end_sentence(r);
	} else if (line->text.at[0] == '#') {
		read_comment(r, line->text);
	} else if (split(line->text, cells) != COLUMNS) {
		die(EXIT_INPUT, "%s:%llu: want ten columns of CoNLL-U", r->path, (unsigned long long)line->number);
	} else if (str_find(cells[ID], STR("-")) > 0) {
		add_range(r, cells[ID], cells[MISC]);
	} else if (str_find(cells[ID], STR(".")) < 0) { /* empty nodes are no words */
		add_word(r, cells, line->number);
	}
}

void treebank_read(const char *path, struct arena *arena, struct treebank *out)
{
	struct reader r = {.path = path, .arena = arena, .out = out};
	enum lines_result got;
	struct line line;
	struct err err;
	struct lines *in = lines_open(path, MAX_LINE, &err);

	if (!in)
		die(EXIT_INPUT, "%s: %s", path, err.message);
	while ((got = lines_next(in, &line, &err)) == LINES_LINE)
		read_line(&r, &line);
	if (got != LINES_END)
		die(EXIT_INPUT, "%s: %s", path, err.message);
	end_sentence(&r);
	lines_close(in);
}
