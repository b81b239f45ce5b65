#include "folder_of_test.h"

#include "hxl.h"
#include "released.h"

TestSuite(hxl, .init = folder_begin, .fini = folder_end);

/* Core hashtags of HXL 1.1 that we use. */
static const char *const core[] = {"#adm1",	 "#affected", "#country", "#date", "#description", "#event", "#geo",
				   "#indicator", "#item",     "#loc",	  "#meta", "#org",	   "#status"};

static bool is_core(struct str tag)
{
	struct str rest = tag, hashtag = str_cut(&rest, '+');

	for (size_t i = 0; i < sizeof core / sizeof *core; i++)
		if (str_eq(hashtag, str_of(core[i])))
			return true;
	return false;
}

/* #tag, then +attribute each: letters, digits and underscores, beginning with a letter. */
static bool is_formed(struct str tag)
{
	for (size_t i = 1; i < tag.n; i++) {
		unsigned char c = (unsigned char)tag.at[i], before = (unsigned char)tag.at[i - 1];

		if ((before == '#' || before == '+') ? !ascii_is_lower(c)
						     : !(ascii_is_alnum(c) || c == '_' || c == '+'))
			return false;
	}
	return tag.n > 1 && tag.at[0] == '#' && tag.at[tag.n - 1] != '+';
}

Test(hxl, every_released_column_has_a_well_formed_core_hashtag)
{
	const struct released *tables = released_tables(&arena);

	for (size_t t = 0; t < RELEASED_COUNT; t++)
		for (size_t i = 0; i < tables[t].table.n; i++) {
			struct str tag = str_of(tables[t].tags[i]);

			cr_expect(is_formed(tag) && is_core(tag), "%s: %s", tables[t].name, tag.at);
		}
}

Test(hxl, what_a_column_means_depends_on_its_table)
{
	static const struct {
		const char *table, *column, *tag;
	} cases[] = {
		{"figures", "place_lat", "#geo+lat"},
		{"tracks", "best", "#affected+num"},
		{"timeline", "type", "#event+type"},
		{"sources", "type", "#meta+source+type"},
		{"figures", "source_name", "#meta+source+name"},
		{"figures", "confidence", "#meta+confidence"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect_str_eq(hxl_tag(&arena, cases[i].table, str_of(cases[i].column)), cases[i].tag);
}
