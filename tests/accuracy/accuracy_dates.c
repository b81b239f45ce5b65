/* accuracy-dates - how well time expressions are read: precision, recall and F1 of
 * finding them (any overlap), of their TIMEX3 value and of their EDTF, over
 * tests/accuracy/dates.csv. With -v every difference is printed.
 * usage: accuracy_dates [-v] [FILE] */
#include "own_set.h"
#include "times.h"

enum { MOST = 8 };

/* What follows every sentence, so that it is read as part of a report. */
static const char filler[] =
	"\nThe village lies in a valley. Its people grow wheat. They have few cows and many goats. "
	"The road is bad, and the well is deep. A school stands near the river.";

struct expected {
	uint32_t start, end;
	struct str value, edtf; /* empty: not compared */
};

struct counts {
	size_t gold, found, hit, gold_value, value, found_value, gold_edtf, edtf;
};

struct sentence_case {
	struct str text, published;
	struct expected at[MOST];
	size_t n;
};

/* "on {Friday|2013-03-22}" as text and spans. */
static struct sentence_case case_read(struct str sentence, struct str published, struct arena *arena)
{
	struct sentence_case c = {.published = published};
	struct buf text = {.arena = arena};
	struct marked m;

	while (c.n < MOST && marked_next(&sentence, &text, &m)) {
		struct str value = str_cut(&m.expected, '|');

		c.at[c.n++] = (struct expected){.start = m.start, .end = m.end, .value = value, .edtf = m.expected};
	}
	buf_add(&text, str_of(filler));
	c.text = buf_str(&text);
	return c;
}

static struct reading read_case(const struct sentence_case *c, const struct knowledge *know, struct document *doc,
				struct arena *arena)
{
	struct reading r;
	struct block body = {0, (uint32_t)c->text.n, BLOCK_BODY};

	*doc = (struct document){.text = c->text, .published = c->published};
	LIST_ADD(arena, &doc->blocks, body);
	reading_open(&r, doc, know, arena);
	return r;
}

static void tell(bool verbose, const struct sentence_case *c, const char *what, struct str surface, struct str want,
		 struct str got)
{
	size_t end = (size_t)str_find(c->text, STR("\n"));

	if (verbose && c->text.at && want.at && surface.at && c->published.at)
		printf("%s [%.*s] '%.*s': want '%.*s', got '%.*s' in: %.*s\n", what, STR_ARG(c->published),
		       STR_ARG(surface), STR_ARG(want), (int)got.n, got.n ? got.at : "", (int)end, c->text.at);
}

static void compare(const struct expected *e, const struct timex_value *v, const struct sentence_case *c, bool verbose,
		    struct counts *n, struct arena *arena)
{
	struct str value = str_of(v->timex3), edtf = interval_format(arena, &v->edtf);
	struct str surface = str_slice(c->text, e->start, e->end);

	n->hit++;
	n->found_value += e->value.n > 0;
	if (e->value.n && str_eq(e->value, value))
		n->value++;
	else if (e->value.n)
		tell(verbose, c, "VALUE", surface, e->value, value);
	if (e->edtf.n && str_eq(e->edtf, edtf))
		n->edtf++;
	else if (e->edtf.n)
		tell(verbose, c, "EDTF", surface, e->edtf, edtf);
}

static void case_score(const struct sentence_case *c, const struct knowledge *know, bool verbose, struct counts *n,
		       struct arena *arena)
{
	struct document doc;
	struct reading r = read_case(c, know, &doc, arena);
	struct time_mentions times;
	bool taken[MOST] = {false};
	struct moment published = {0};

	moment_parse(c->published, &published, NULL);
	times_find(&r, &times);
	for (uint32_t i = 0; i < times.n; i++) {
		const struct time_mention *m = &times.at[i];
		struct timex_value v;
		size_t k = 0;

		while (k < c->n && (taken[k] || m->start >= c->at[k].end || m->end <= c->at[k].start))
			k++;
		n->found++;
		if (k == c->n) {
			n->found_value++;
			tell(verbose, c, "EXTRA", str_slice(c->text, m->start, m->end), STR(""), STR(""));
			continue;
		}
		taken[k] = true;
		times_resolve(&times, i, published, &v);
		compare(&c->at[k], &v, c, verbose, n, arena);
	}
	for (size_t k = 0; k < c->n; k++) {
		n->gold++;
		n->gold_value += c->at[k].value.n > 0;
		n->gold_edtf += c->at[k].edtf.n > 0;
		if (!taken[k])
			tell(verbose, c, "MISS", str_slice(c->text, c->at[k].start, c->at[k].end), c->at[k].value,
			     STR(""));
	}
}

static void print_line(const char *what, size_t right, size_t found, size_t gold)
{
	double p = found ? 100.0 * (double)right / (double)found : 0,
	       r = gold ? 100.0 * (double)right / (double)gold : 0;

	printf("dates %-9s P %5.1f  R %5.1f  F1 %5.1f  (%zu of %zu)\n", what, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0,
	       right, gold);
}

int main(int argc, char **argv)
{
	struct arena scratch = {0};
	struct counts n = {0};
	struct own_set set;

	own_set_open(&set, argc, argv, "accuracy_dates", "tests/accuracy/dates.csv");
	for (size_t i = 0; i < set.sheet.n; i++) {
		struct sentence_case c = case_read(set.sheet.at[i].cells[1], set.sheet.at[i].cells[0], &scratch);

		case_score(&c, &set.know, set.verbose, &n, &scratch);
		arena_reset(&scratch);
	}
	print_line("found", n.hit, n.found, n.gold);
	print_line("value", n.value, n.found_value, n.gold_value);
	print_line("edtf", n.edtf, n.gold_edtf, n.gold_edtf);
	own_set_close(&set);
	arena_free(&scratch);
	return EXIT_DONE;
}
