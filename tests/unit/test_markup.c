#include <criterion/criterion.h>

#include "data_of_test.h"
#include "markup.h"

static struct arena arena;
static const struct lexicon *lex;
static const struct markup *markup;

static void begin(void)
{
	struct err err;

	lex = lexicon_open(data_of_test("lexicon.bin"), &err);
	cr_assert(lex, "%s: %s", err.field, err.message);
	markup = markup_load(lex, &arena);
}

static void end(void)
{
	lexicon_close(lex);
	arena_free(&arena);
}

TestSuite(markup, .init = begin, .fini = end);

static const struct {
	const char *names;
	uint32_t roles;
} words[] = {
	{"c-newsletter__form js-sticky", ROLE_CHROME},
	{"relatedStories2", ROLE_TEASER | ROLE_NAMED},
	{"ad-slot ad-slot--mid", ROLE_CHROME | ROLE_NAMED},
	{"article-body", ROLE_BODY},
	{"ArticleBody", ROLE_BODY},
	{"entry-content", ROLE_BODY},
	{"wp-caption-text", ROLE_CAPTION},
	{"comment-list", ROLE_COMMENT},
	{"live-entry", ROLE_ENTRY},
	{"sr-only", ROLE_HIDDEN | ROLE_NAMED},
	/* what would mislead alone */
	{"comments-open has-sidebar overflow-hidden", 0},
	{"shareholder-meeting", 0},
	{"adelaide headlines-of-none1", ROLE_TEASER | ROLE_NAMED},
	{"download", 0},
	{"prose mt-7 md:hidden lg:block", 0},
	{"css-1a7k sc-77x", 0},
	{"", 0},
};

Test(markup, names_what_an_element_is_to_the_story)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		cr_expect_eq(markup_words(markup, str_of(words[i].names)), words[i].roles, "'%s' is %x, not %x",
			     words[i].names, markup_words(markup, str_of(words[i].names)), words[i].roles);
}

Test(markup, a_title_or_an_address_calls_a_page_live)
{
	static const char *const live[] = {"Storm in Lisbon: live updates", "The night as it happened",
					   "https://x.example/world/live-blog/storm"};
	static const char *const other[] = {"Where they live now", "https://x.example/how-people-live"};

	for (size_t i = 0; i < sizeof live / sizeof *live; i++)
		cr_expect(markup_phrases(markup, str_of(live[i])) & ROLE_LIVE, "%s", live[i]);
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		cr_expect_not(markup_phrases(markup, str_of(other[i])) & ROLE_LIVE, "%s", other[i]);
}

Test(markup, every_tag_is_found_in_either_case_and_no_other)
{
#define X(name, text, flags, roles)                                                                                    \
	cr_expect_eq(markup_tag(markup, STR(text)), TAG_##name, "%s", text);                                           \
	cr_expect_eq(markup_flags(TAG_##name), (unsigned)(flags), "%s", text);
	TAG_LIST(X)
#undef X
	cr_expect_eq(markup_tag(markup, STR("BLOCKQUOTE")), TAG_BLOCKQUOTE);
	cr_expect_eq(markup_tag(markup, STR("amp-img")), TAG_OTHER);
	cr_expect_eq(markup_tag(markup, STR("")), TAG_OTHER);
}

Test(markup, of_two_names_the_more_trusted_is_known)
{
	struct meta_name og = markup_meta(markup, STR("Article:Published_Time")),
			 date = markup_meta(markup, STR("date"));

	cr_expect_eq(og.field, META_PUBLISHED);
	cr_expect_eq(date.field, META_PUBLISHED);
	cr_expect_gt(og.trust, date.trust);
	cr_expect_eq(markup_meta(markup, STR("viewport")).field, META_NONE);
}
