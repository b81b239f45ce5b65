/* accuracy-attributions - how well it is told who says what, over
 * tests/accuracy/attributions.csv: attributions found (source, cue and content overlap),
 * their exact spans, the speakers' full names, the ids of source or organisation, and
 * the source of each figure, where none is told too. With -v every difference is printed.
 * usage: accuracy_attributions [-v] [FILE] */
#include "own_set.h"
#include "speakers.h"
#include "who.h"

enum { MOST = 8 };

struct byte_span {
	uint32_t start, end; /* [bytes]; none where both are 0 */
};

struct expected {
	struct byte_span source, cue, content;
};

struct line {
	struct str text;
	struct expected at[MOST]; /* by number, from 1 */
	size_t n;
};

struct counts {
	size_t gold, found, hit, source, cue, content, names, names_right, who, who_right, figures, figures_right;
};

static struct own_set set;

/* "{1:Police} <1:say> [1:so]." as text and spans. */
static struct line line_read(struct str marked, struct arena *arena)
{
	struct line c = {0};
	struct buf text = {.arena = arena};
	struct byte_span *open[16];
	size_t depth = 0;

	for (size_t i = 0; i < marked.n; i++) {
		const char *kind = memchr("{<[", marked.at[i], 3);
		bool opens = kind && i + 2 < marked.n && marked.at[i + 2] == ':' &&
			     ascii_is_digit((unsigned char)marked.at[i + 1]) && depth < 16;

		if (opens) {
			size_t n = (size_t)(marked.at[i + 1] - '0') % MOST;
			struct byte_span *to = marked.at[i] == '{'   ? &c.at[n].source
					       : marked.at[i] == '<' ? &c.at[n].cue
								     : &c.at[n].content;

			if (to->end == 0)
				to->start = (uint32_t)text.n;
			open[depth++] = to;
			c.n = n > c.n ? n : c.n;
			i += 2;
		} else if (depth && memchr("}>]", marked.at[i], 3)) {
			open[--depth]->end = (uint32_t)text.n;
		} else {
			buf_add_char(&text, marked.at[i]);
		}
	}
	c.text = buf_str(&text);
	return c;
}

static struct byte_span bytes_of(const struct reading *r, struct span s)
{
	struct byte_span none = {0, 0};

	return s.end > s.first ? (struct byte_span){r->tokens.at[s.first].start, r->tokens.at[s.end - 1].end} : none;
}

static bool overlaps(struct byte_span a, struct byte_span b)
{
	return a.start < b.end && b.start < a.end;
}

static bool same(struct byte_span a, struct byte_span b)
{
	return a.start == b.start && a.end == b.end;
}

static bool content_overlaps(const struct reading *r, const struct attribution *a, struct byte_span content)
{
	for (size_t i = 0; i < a->contents.n; i++)
		if (overlaps(bytes_of(r, a->contents.at[i]), content))
			return true;
	return false;
}

static const struct attribution *find(const struct reading *r, const struct attributions *all, const struct expected *e)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct attribution *a = &all->at[i];

		if (overlaps(bytes_of(r, a->cue), e->cue) && content_overlaps(r, a, e->content) &&
		    (e->source.end == 0 || overlaps(bytes_of(r, a->source), e->source)))
			return a;
	}
	return NULL;
}

static void tell(struct str text, const char *what, struct str want, struct str got)
{
	if (set.verbose)
		printf("%s: want '%.*s', got '%.*s' in: %.*s\n", what, STR_ARG(want), STR_ARG(got), STR_ARG(text));
}

static struct str slice(struct str text, struct byte_span s)
{
	return str_slice(text, s.start, s.end);
}

static void count_spans(const struct reading *r, const struct line *c, const struct expected *e,
			const struct attribution *a, struct counts *sum)
{
	struct byte_span content = bytes_of(r, a->contents.at[0]),
			 last = bytes_of(r, a->contents.at[a->contents.n - 1]);

	content.end = last.end;
	sum->hit++;
	sum->source += e->source.end == 0 || same(bytes_of(r, a->source), e->source);
	sum->cue += same(bytes_of(r, a->cue), e->cue);
	sum->content += same(content, e->content);
	if (e->source.end && !same(bytes_of(r, a->source), e->source))
		tell(c->text, "source", slice(c->text, e->source), slice(c->text, bytes_of(r, a->source)));
	if (!same(bytes_of(r, a->cue), e->cue))
		tell(c->text, "cue", slice(c->text, e->cue), slice(c->text, bytes_of(r, a->cue)));
	if (!same(content, e->content))
		tell(c->text, "content", slice(c->text, e->content), slice(c->text, content));
}

static void count_attributions(const struct reading *r, const struct attributions *all, const struct line *c,
			       struct counts *sum)
{
	for (size_t n = 1; n <= c->n; n++) {
		const struct expected *e = &c->at[n];

		if (e->cue.end == 0)
			continue;
		const struct attribution *a = find(r, all, e);

		sum->gold++;
		if (a)
			count_spans(r, c, e, a, sum);
		else
			tell(c->text, "missed", slice(c->text, e->cue), STR("nothing"));
	}
}

/* The next "N=text" of a list; 0 at its end. */
static size_t next_pair(struct str *list, struct str *key, struct str *value)
{
	if (!list->at || list->n == 0)
		return 0;
	*value = str_cut(list, '|');
	*key = str_cut(value, '=');
	return 1;
}

static const struct attribution *numbered(const struct reading *r, const struct attributions *all, const struct line *c,
					  struct str number)
{
	size_t n = number.n == 1 ? (size_t)(number.at[0] - '0') % MOST : 0;

	return n ? find(r, all, &c->at[n]) : NULL;
}

static void count_names(const struct reading *r, const struct attributions *all, const struct line *c, struct str list,
			struct counts *sum)
{
	struct str key, want;

	while (next_pair(&list, &key, &want)) {
		const struct attribution *a = numbered(r, all, c, key);
		struct str got = a && a->n_speakers ? a->speakers[0].name : STR("nobody");

		sum->names++;
		sum->names_right += str_eq(got, want);
		if (!str_eq(got, want))
			tell(c->text, "name", want, got);
	}
}

static void count_who(const struct reading *r, const struct attributions *all, const struct line *c, struct str list,
		      struct counts *sum)
{
	struct str key, want;

	while (next_pair(&list, &key, &want)) {
		const struct attribution *a = numbered(r, all, c, key);
		struct mention m = {0};

		speaker_fill(r, all, a, 0, a ? a->verb : 0, &m);
		struct who w = who_of(&m, set.know.lex, set.know.places, r->arena);
		bool right = str_eq(w.source.id, want) || str_eq(w.organisation.id, want);

		sum->who++;
		sum->who_right += right;
		if (!right)
			tell(c->text, "who", want,
			     str_printf(r->arena, "%.*s / %.*s", STR_ARG(w.source.id), STR_ARG(w.organisation.id)));
	}
}

static void count_figures(const struct reading *r, const struct attributions *all, const struct line *c,
			  struct str list, struct counts *sum)
{
	struct str word, number;

	while (next_pair(&list, &word, &number)) {
		const struct attribution *got = NULL;
		size_t n = number.at[0] == '-' ? 0 : (size_t)(number.at[0] - '0') % MOST;
		uint32_t t = 0;

		while (t < r->tokens.n && !str_eq(r->tokens.at[t].text, word))
			t++;
		got = t < r->tokens.n ? speakers_of(all, t) : NULL;
		bool right = n ? got && overlaps(bytes_of(r, got->source), c->at[n].source) : got == NULL;

		sum->figures++;
		sum->figures_right += right;
		if (!right)
			tell(c->text, str_printf(r->arena, "source of %.*s", STR_ARG(word)).at, number,
			     got ? slice(c->text, bytes_of(r, got->source)) : STR("none"));
	}
}

static void measure_row(const struct sheet *sheet, const struct sheet_row *row, struct counts *sum)
{
	struct arena arena = {0};
	struct line c = line_read(row->cells[sheet_column(sheet, STR("text"))], &arena);
	struct block body = {0, (uint32_t)c.text.n, BLOCK_BODY};
	struct document doc = {.text = c.text};
	struct attributions all;
	struct reading r;

	LIST_ADD(&arena, &doc.blocks, body);
	reading_open(&r, &doc, &set.know, &arena);
	speakers_find(&r, &all);
	sum->found += all.n;
	count_attributions(&r, &all, &c, sum);
	count_names(&r, &all, &c, row->cells[sheet_column(sheet, STR("names"))], sum);
	count_who(&r, &all, &c, row->cells[sheet_column(sheet, STR("who"))], sum);
	count_figures(&r, &all, &c, row->cells[sheet_column(sheet, STR("figures"))], sum);
	arena_free(&arena);
}

static double percent(size_t part, size_t whole)
{
	return whole ? 100.0 * (double)part / (double)whole : 0;
}

int main(int argc, char **argv)
{
	struct counts sum = {0};

	own_set_open(&set, argc, argv, "accuracy_attributions", "tests/accuracy/attributions.csv");
	for (size_t i = 0; i < set.sheet.n; i++)
		measure_row(&set.sheet, &set.sheet.at[i], &sum);
	printf("attributions: %zu in %zu texts, found %zu (recall %.1f; %zu told), exact source %.1f, cue %.1f, "
	       "content %.1f; "
	       "names %.1f of %zu, ids %.1f of %zu, figures' sources %.1f of %zu\n",
	       sum.gold, set.sheet.n, sum.hit, percent(sum.hit, sum.gold), sum.found, percent(sum.source, sum.hit),
	       percent(sum.cue, sum.hit), percent(sum.content, sum.hit), percent(sum.names_right, sum.names), sum.names,
	       percent(sum.who_right, sum.who), sum.who, percent(sum.figures_right, sum.figures), sum.figures);
	own_set_close(&set);
	return EXIT_DONE;
}
