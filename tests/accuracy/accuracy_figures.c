/* accuracy-figures - how well figures are read: precision, recall and F1 of the value, and of bound, noun,
 * measure, subject, whole and modes where the value is right, by phenomenon, over
 * tests/accuracy/figures.csv; and how many of the sentences that must yield nothing, or must not
 * yield a tempting reading, do. With -v every difference is printed.
 * usage: accuracy_figures [-v] [FILE] */
#include "figures.h"
#include "own_set.h"
#include "times.h"
#include "value.h"

enum { MOST = 8 };
enum field { SURFACE, VALUE, BOUND, NOUN, MEASURE, SUBJECT, UNIT, PART, MODES, FIELDS };

/* What follows every sentence, so that it is read as part of a report. */
static const char filler[] = "\nThe village lies in a valley. Its people grow wheat. They have cows and many goats. "
			     "The road is bad, and the well is deep. A school stands near the river.";

struct expected {
	uint32_t start, end;
	struct str field[FIELDS]; /* .at NULL: not compared */
};

struct sentence_case {
	struct str text;
	struct expected at[MOST];
	size_t n;
};

/* P, R, F1 of one column: gold that are compared, found that are there, right ones. */
struct score {
	size_t gold, found, right;
};

struct row {
	struct str phenomenon;
	size_t sentences, negatives, false_readings;
	struct score score[FIELDS];
};

struct table_of_rows {
	struct row *at;
	size_t n, room;
};

static struct sentence_case case_read(struct str sentence, struct arena *arena)
{
	struct sentence_case c = {0};
	struct buf text = {.arena = arena};
	struct marked m;

	while (c.n < MOST && marked_next(&sentence, &text, &m)) {
		struct expected *e = &c.at[c.n++];

		*e = (struct expected){.start = m.start, .end = m.end, .field[SURFACE] = m.surface};
		for (size_t k = SURFACE + 1; k < FIELDS && m.expected.at; k++)
			e->field[k] = str_cut(&m.expected, '|');
	}
	buf_add(&text, str_of(filler));
	c.text = buf_str(&text);
	return c;
}

/* "12" or "12..40" */
static struct str value_text(const struct mention *m, struct arena *arena)
{
	struct value v = value_of(m);

	if (v.best.known)
		return decimal_format(arena, v.best);
	return str_printf(arena, "%.*s..%.*s", STR_ARG(decimal_format(arena, v.low)),
			  STR_ARG(decimal_format(arena, v.high)));
}

/* "flow possible": what is not as of a plain statement; empty of one that is. */
static struct str modes_text(const struct mention *m, struct arena *arena)
{
	return str_trim(str_printf(arena, "%s%s%s", m->aspect == ASPECT_FLOW ? "flow " : "",
				   m->polarity == POLARITY_DENIED ? "denied " : "",
				   m->modality == MODALITY_ACTUAL ? "" : modalities[m->modality]));
}

static struct str field_of(const struct mention *m, enum field k, struct arena *arena)
{
	switch (k) {
	case VALUE:
		return value_text(m, arena);
	case BOUND:
		return str_of(m->qualifier == QUALIFIER_EXACT ? "" : qualifiers[m->qualifier]);
	case NOUN:
		return m->noun;
	case MEASURE:
		return m->measure;
	case SUBJECT:
		return m->subject;
	case UNIT:
		return m->unit;
	case PART:
		return m->part_of; /* the words of the whole: see read_case */
	case MODES:
		return modes_text(m, arena);
	default:
		return m->surface;
	}
}

static bool is_same(struct str want, struct str got, enum field k)
{
	return k == NOUN ? str_eq_fold(want, got) : str_eq(want, got);
}

struct found {
	struct mention *at;
	size_t n;
};

static struct found read_case(const struct sentence_case *c, const struct knowledge *know, struct arena *arena)
{
	struct document doc = {.text = c->text};
	struct block body = {0, (uint32_t)c->text.n, BLOCK_BODY};
	struct time_mentions times;
	struct figures figures;
	struct reading r;
	struct found out = {0};

	LIST_ADD(arena, &doc.blocks, body);
	reading_open(&r, &doc, know, arena);
	times_find(&r, &times);
	figures_find(&r, &times, &figures);
	out.at = ARENA_ARRAY(arena, struct mention, figures.n + 1);
	for (size_t i = 0; i < figures.n; i++)
		if (r.tokens.at[figures.at[i].first].start < c->text.n - (sizeof filler - 1))
			figure_fill(&r, &figures.at[i], &out.at[out.n++]);
	for (size_t i = 0; i < out.n; i++)
		if (figures.at[i].part_of >= 0)
			out.at[i].part_of = out.at[figures.at[i].part_of].surface;
	return out;
}

static void tell(bool verbose, const struct sentence_case *c, const char *what, struct str want, struct str got)
{
	size_t end = (size_t)str_find(c->text, STR("\n"));

	if (verbose)
		printf("%-8s want '%.*s', got '%.*s' in: %.*s\n", what, STR_ARG(want), STR_ARG(got), (int)end,
		       c->text.at);
}

static const char *const names[FIELDS] = {"surface", "value", "bound", "noun", "measure",
					  "subject", "unit",  "part",  "modes"};

/* The figure of that value over the marked span, or over none where the span has no number's own ("-1"). */
static struct mention *match(const struct expected *e, const struct found *found, bool *used, struct arena *arena)
{
	for (size_t i = 0; i < found->n; i++) {
		struct mention *m = &found->at[i];

		if (!used[i] && m->start < e->end && e->start < m->end &&
		    is_same(e->field[VALUE], value_text(m, arena), VALUE)) {
			used[i] = true;
			return m;
		}
	}
	return NULL;
}

static void score_pair(bool verbose, const struct sentence_case *c, const struct expected *e, const struct mention *m,
		       struct row *row, struct arena *arena)
{
	for (enum field k = BOUND; k < FIELDS; k++) {
		struct str want = e->field[k], got = field_of(m, k, arena);
		bool exact = k == BOUND && str_eq(want, STR("exact"));

		if (!want.at && k != BOUND)
			continue;
		if (exact || !want.at)
			want = STR("");
		row->score[k].gold += k == BOUND || want.n > 0;
		row->score[k].found += k == BOUND || got.n > 0;
		row->score[k].right += is_same(want, got, k) && (k == BOUND || want.n > 0);
		if (!is_same(want, got, k))
			tell(verbose, c, names[k], want, got);
	}
}

static bool is_tempted(struct str tempting, const struct found *found, struct arena *arena)
{
	struct str value = str_cut(&tempting, ' ');

	for (size_t i = 0; value.n && i < found->n; i++)
		if (str_eq(value_text(&found->at[i], arena), value) && str_eq(found->at[i].measure, tempting))
			return true;
	return false;
}

static void score_case(bool verbose, const struct sentence_case *c, struct str tempting, const struct found *found,
		       struct row *row, struct arena *arena)
{
	bool *used = ARENA_ARRAY(arena, bool, found->n + 1);

	row->sentences++;
	row->negatives += c->n == 0 || tempting.n > 0;
	if ((c->n == 0 && found->n > 0) || is_tempted(tempting, found, arena)) {
		row->false_readings++;
		tell(verbose, c, "false", tempting, found->n ? found->at[0].surface : STR(""));
	}
	for (size_t i = 0; i < c->n; i++) {
		struct mention *m = match(&c->at[i], found, used, arena);

		row->score[VALUE].gold++;
		row->score[VALUE].right += m != NULL;
		if (m)
			score_pair(verbose, c, &c->at[i], m, row, arena);
		else
			tell(verbose, c, "missing", c->at[i].field[VALUE], STR(""));
	}
	row->score[VALUE].found += found->n;
	for (size_t i = 0; i < found->n; i++)
		if (!used[i] && c->n)
			tell(verbose, c, "extra", STR(""), found->at[i].surface);
}

static double f1(const struct score *s)
{
	return s->gold + s->found ? 200.0 * (double)s->right / (double)(s->gold + s->found) : 100.0;
}

static void print_row(const struct row *r)
{
	const struct score *v = &r->score[VALUE];

	printf("%-26.*s %4zu %4zu  %5.1f %5.1f %5.1f  %5.1f %5.1f %5.1f %5.1f %5.1f %5.1f %5.1f",
	       STR_ARG(r->phenomenon), r->sentences, v->gold,
	       v->found ? 100.0 * (double)v->right / (double)v->found : 100.0,
	       v->gold ? 100.0 * (double)v->right / (double)v->gold : 100.0, f1(v), f1(&r->score[BOUND]),
	       f1(&r->score[NOUN]), f1(&r->score[MEASURE]), f1(&r->score[SUBJECT]), f1(&r->score[UNIT]),
	       f1(&r->score[PART]), f1(&r->score[MODES]));
	if (r->negatives)
		printf("  %zu of %zu false", r->false_readings, r->negatives);
	printf("\n");
}

static struct row *row_of(struct table_of_rows *rows, struct str phenomenon, struct arena *arena)
{
	struct row new = {.phenomenon = phenomenon};

	for (size_t i = 0; i < rows->n; i++)
		if (str_eq(rows->at[i].phenomenon, phenomenon))
			return &rows->at[i];
	LIST_ADD(arena, rows, new);
	return &rows->at[rows->n - 1];
}

static struct row sum(const struct table_of_rows *rows)
{
	struct row all = {.phenomenon = STR("ALL")};

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *r = &rows->at[i];

		all.sentences += r->sentences;
		all.negatives += r->negatives;
		all.false_readings += r->false_readings;
		for (size_t k = 0; k < FIELDS; k++) {
			all.score[k].gold += r->score[k].gold;
			all.score[k].found += r->score[k].found;
			all.score[k].right += r->score[k].right;
		}
	}
	return all;
}

int main(int argc, char **argv)
{
	struct arena scratch = {0};
	struct table_of_rows rows = {0};
	struct own_set set;

	own_set_open(&set, argc, argv, "accuracy_figures", "tests/accuracy/figures.csv");
	for (size_t i = 0; i < set.sheet.n; i++) {
		struct sentence_case c = case_read(set.sheet.at[i].cells[1], &scratch);
		struct found found = read_case(&c, &set.know, &scratch);

		score_case(set.verbose, &c, set.sheet.at[i].cells[2], &found,
			   row_of(&rows, set.sheet.at[i].cells[0], &set.keep), &scratch);
		arena_reset(&scratch);
	}
	printf("figures                    sent gold  value P/R/F1       bound noun  meas  subj  unit  part modes\n");
	for (size_t i = 0; i < rows.n; i++)
		print_row(&rows.at[i]);
	struct row all = sum(&rows);

	print_row(&all);
	own_set_close(&set);
	arena_free(&scratch);
	return EXIT_DONE;
}
