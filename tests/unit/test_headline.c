/* link: extract */
#include "headline.h"

#include "reading_of_test.h"
#include "whereabouts.h"

TestSuite(headline, .init = begin, .fini = end);

/* The place of the text's first token, and the rule that gave it: "Leeds where.title". */
static struct str place_of(const char *title, const char *text)
{
	struct reading *r = reading_of(str_of(text));
	struct document *doc = ARENA_NEW(&arena, struct document);
	struct attributions said;
	struct time_mentions times;
	struct occasions occasions;
	struct names names;
	struct whereabouts where;
	struct mention m = {0};

	*doc = *r->doc;
	doc->title = str_of(title);
	r->doc = doc;
	times_find(r, &times);
	speakers_find(r, &said);
	occasions_find(r, &said, &times, &occasions);
	names_find(r, &names);
	whereabouts_find(r, &names, &occasions, &where);
	whereabouts_fill(&where, 0, &m);
	return str_printf(&arena, "%.*s %.*s", STR_ARG(m.place), STR_ARG(m.rules.n ? m.rules.at[0] : STR("-")));
}

static const struct {
	const char *title, *text, *place;
} cases[] = {
	{"Four dead in flat fire in Leeds", "The fire killed four people. Two are in hospital.", "Leeds where.title"},
	/* what an outlet adds is no place of the story */
	{"Four dead in flat fire - Leeds Evening Herald", "The fire killed four people.", " -"},
	{"Four dead in flat fire | Kenya", "The fire killed four people.", " -"},
	/* the sentence tells more */
	{"Leeds mourns its dead", "A fire killed four people in Bradford.", "Bradford where.sentence"},
	/* those who tell of a town speak of it */
	{"", "Two men died at the scene. Leeds police are looking for a driver.", "Leeds where.main"},
};

Test(headline, tells_where_a_story_is_whose_sentences_do_not)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str got = place_of(cases[i].title, cases[i].text);

		cr_expect(str_is(got, cases[i].place), "'%s': '%s' is at '%.*s'", cases[i].title, cases[i].text,
			  STR_ARG(got));
	}
}

Test(headline, of_a_text_that_holds_it_is_not_read_again)
{
	struct reading *r = reading_of(STR("Fire in Leeds\n\nFour people died."));
	struct document doc = *r->doc;
	struct headline headline;

	doc.title = STR("Fire in Leeds");
	doc.blocks.at[0].kind = BLOCK_TITLE;
	r->doc = &doc;
	cr_expect_not(headline_read(r, &headline));
	doc.blocks.at[0].kind = BLOCK_BODY;
	cr_expect(headline_read(r, &headline));
	cr_expect(headline.names.n > 0);
}
