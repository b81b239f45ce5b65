/* accuracy-places - how well places are read: precision, recall and F1 of finding them (any
 * overlap), and how many resolve to the right name and country, over tests/accuracy/places.csv.
 * With -v every difference is printed.
 * usage: accuracy_places [-v] [FILE] */
#include "names.h"
#include "own_set.h"
#include "where.h"

enum { MOST = 8 };

struct expected {
	uint32_t start, end;
	struct str name, country;
	bool taken;
};

struct counts {
	size_t gold, found, hit, right, texts, none, none_right;
};

struct sentence_case {
	struct str text;
	struct expected at[MOST];
	size_t n;
};

/* "in {Homs|Homs|SY}" as text and spans. */
static struct sentence_case case_read(struct str sentence, struct arena *arena)
{
	struct sentence_case c = {0};
	struct buf text = {.arena = arena};
	struct marked m;

	while (c.n < MOST && marked_next(&sentence, &text, &m)) {
		struct str name = str_cut(&m.expected, '|');

		c.at[c.n++] = (struct expected){.start = m.start, .end = m.end, .name = name, .country = m.expected};
	}
	c.text = buf_str(&text);
	return c;
}

static struct names names_of(const struct sentence_case *c, const struct knowledge *know, struct reading *r,
			     struct arena *arena)
{
	struct document *doc = ARENA_NEW(arena, struct document);
	struct block body = {0, (uint32_t)c->text.n, BLOCK_BODY};
	struct names names;

	doc->text = c->text;
	LIST_ADD(arena, &doc->blocks, body);
	reading_open(r, doc, know, arena);
	for (uint32_t s = 0; s < r->sentences.n; s++)
		reading_tag(r, s);
	names_find(r, &names);
	return names;
}

static struct expected *expected_at(struct sentence_case *c, uint32_t start, uint32_t end)
{
	for (size_t k = 0; k < c->n; k++)
		if (!c->at[k].taken && start < c->at[k].end && end > c->at[k].start)
			return &c->at[k];
	return NULL;
}

static void tell(bool verbose, const char *what, struct str want, struct str got, struct str country, struct str text)
{
	if (verbose)
		printf("%s: want '%.*s', got '%.*s' (%.*s) in: %.*s\n", what, STR_ARG(want), STR_ARG(got),
		       STR_ARG(country), STR_ARG(text));
}

static void compare(struct sentence_case *c, const struct reading *r, const struct name *name,
		    const struct place_ref *ref, bool verbose, struct counts *n)
{
	const struct token *at = r->tokens.at;
	uint32_t start = at[name->first].start, end = at[name->first + name->n - 1].end;
	struct expected *e = expected_at(c, start, end);

	n->found++;
	if (!e) {
		tell(verbose, "EXTRA", STR(""), str_slice(c->text, start, end), ref->country, c->text);
		return;
	}
	e->taken = true;
	n->hit++;
	if (str_eq(e->name, ref->name) && str_eq(e->country, ref->country))
		n->right++;
	else
		tell(verbose, "PLACE", e->name, ref->name, ref->country, c->text);
}

static void case_score(struct sentence_case *c, const struct knowledge *know, bool verbose, struct counts *n,
		       struct arena *arena)
{
	struct reading r;
	struct names names = names_of(c, know, &r, arena);
	struct mention *mentions = ARENA_ARRAY(arena, struct mention, names.n + 1);
	struct where *where;
	size_t found = n->found;

	for (size_t i = 0; i < names.n; i++)
		if (names.at[i].kind == NAME_PLACE || names.at[i].kind == NAME_DEMONYM) {
			mentions[i].place = names.at[i].where;
			strs_add(arena, &mentions[0].places, names.at[i].where);
		}
	where = where_document(where_names_open(know->places, arena), mentions, names.n, arena);
	for (size_t i = 0; i < names.n; i++) {
		struct place_ref ref;

		if (names.at[i].kind != NAME_PLACE || names.at[i].stance == NAME_ACTS)
			continue;
		where_resolve(where, &mentions[i], &ref);
		compare(c, &r, &names.at[i], &ref, verbose, n);
	}
	for (size_t k = 0; k < c->n; k++)
		if (!c->at[k].taken)
			tell(verbose, "MISS", c->at[k].name, STR(""), STR(""), c->text);
	n->gold += c->n;
	n->texts++;
	n->none += c->n == 0;
	n->none_right += c->n == 0 && n->found == found;
}

int main(int argc, char **argv)
{
	struct arena scratch = {0};
	struct counts n = {0};
	struct own_set set;

	own_set_open(&set, argc, argv, "accuracy_places", "tests/accuracy/places.csv");
	for (size_t i = 0; i < set.sheet.n; i++) {
		struct sentence_case c = case_read(set.sheet.at[i].cells[0], &scratch);

		case_score(&c, &set.know, set.verbose, &n, &scratch);
		arena_reset(&scratch);
	}
	double p = n.found ? 100.0 * (double)n.hit / (double)n.found : 0;
	double r = n.gold ? 100.0 * (double)n.hit / (double)n.gold : 0;

	printf("places: %zu in %zu texts; found P %.1f R %.1f, the right place %.1f (%zu of %zu); "
	       "texts without any left alone %zu of %zu\n",
	       n.gold, n.texts, p, r, n.gold ? 100.0 * (double)n.right / (double)n.gold : 0, n.right, n.gold,
	       n.none_right, n.none);
	own_set_close(&set);
	arena_free(&scratch);
	return EXIT_DONE;
}
