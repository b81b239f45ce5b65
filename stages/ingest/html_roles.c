/* What an element is to the story, by its own attributes. */
#include "base/hash.h"
#include "html_page.h"

enum { CACHE_SLOTS = 256, SURE = ROLE_BODY | ROLE_ENTRY | ROLE_COMMENT };

/* The templates of a page repeat the same classes over and over. */
struct html_roles_cache {
	struct {
		uint64_t hash;
		uint32_t roles;
	} slots[CACHE_SLOTS];
};

struct html_roles_cache *html_roles_cache_new(struct arena *arena)
{
	return ARENA_NEW(arena, struct html_roles_cache);
}

struct named_role {
	struct str name;
	uint32_t roles;
};

static const struct named_role aria[] = {
	{{"navigation", 10}, ROLE_CHROME},   {{"banner", 6}, ROLE_HEADER},  {{"contentinfo", 11}, ROLE_FOOTER},
	{{"complementary", 13}, ROLE_ASIDE}, {{"search", 6}, ROLE_CHROME},  {{"dialog", 6}, ROLE_CHROME},
	{{"alertdialog", 11}, ROLE_CHROME},  {{"menu", 4}, ROLE_CHROME},    {{"menubar", 7}, ROLE_CHROME},
	{{"tablist", 7}, ROLE_CHROME},	     {{"tooltip", 7}, ROLE_CHROME}, {{"main", 4}, ROLE_MAIN},
	{{"article", 7}, ROLE_ARTICLE},
};

static const struct named_role properties[] = {
	{{"articlebody", 11}, ROLE_BODY},
	{{"headline", 8}, ROLE_TITLE},
	{{"author", 6}, ROLE_BYLINE},
	{{"datepublished", 13}, ROLE_TIME},
	{{"datemodified", 12}, ROLE_TIME | ROLE_CHANGED},
	{{"caption", 7}, ROLE_CAPTION},
	{{"comment", 7}, ROLE_COMMENT},
	{{"description", 11}, ROLE_LEAD},
	{{"alternativeheadline", 19}, ROLE_LEAD},
	{{"liveblogupdate", 14}, ROLE_ENTRY},
	{{"copyrightholder", 15}, ROLE_CAPTION},
};

/* Ends of schema.org types. */
static const struct named_role types[] = {
	{{"/Comment", 8}, ROLE_COMMENT},
	{{"/UserComments", 13}, ROLE_COMMENT},
	{{"/SiteNavigationElement", 22}, ROLE_CHROME},
	{{"/WPHeader", 9}, ROLE_HEADER},
	{{"/WPFooter", 9}, ROLE_FOOTER},
	{{"/WPSideBar", 10}, ROLE_ASIDE},
	{{"/WPAdBlock", 10}, ROLE_CHROME},
	{{"/NewsArticle", 12}, ROLE_ARTICLE},
	{{"/ReportageNewsArticle", 21}, ROLE_ARTICLE},
	{{"/LiveBlogPosting", 16}, ROLE_ARTICLE},
};

static uint32_t roles_named(const struct named_role *table, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq_fold(table[i].name, name))
			return table[i].roles;
	return 0;
}

#define ROLES_NAMED(table, name) roles_named(table, sizeof table / sizeof *table, name)

static uint32_t roles_of_type(struct str type)
{
	type = str_trim(type);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_ends(type, types[i].name))
			return types[i].roles;
	return 0;
}

static uint32_t roles_of_words(const struct markup *markup, struct html_roles_cache *cache, struct str names)
{
	if (!names.n)
		return 0;
	uint64_t h = hash64(names);
	size_t slot = h & (CACHE_SLOTS - 1);

	if (cache->slots[slot].hash != h) {
		cache->slots[slot].hash = h;
		cache->slots[slot].roles = markup_words(markup, names);
	}
	return cache->slots[slot].roles;
}

/* "display:none", with spaces anywhere. */
static bool is_not_shown(struct str style)
{
	ptrdiff_t at = str_find(style, STR("display"));

	if (at < 0)
		return false;
	struct str rest = str_trim(str_slice(style, (size_t)at + 7, style.n));

	return str_starts(rest, STR(":")) && str_starts(str_trim(str_slice(rest, 1, rest.n)), STR("none"));
}

static bool is_hidden(const struct html_token *t)
{
	return t->has >> ATTRIBUTE_HIDDEN & 1 || str_eq(html_attribute(t, ATTRIBUTE_ARIA_HIDDEN), STR("true")) ||
	       is_not_shown(html_attribute(t, ATTRIBUTE_STYLE));
}

/* Publishing systems put the words of everything that a page has on its outer elements
 * ("post tag-related comments-open"): there only what is sure counts. */
static uint32_t words_that_count(enum tag tag, uint32_t roles)
{
	switch (tag) {
	case TAG_HTML:
	case TAG_BODY:
		return 0;
	case TAG_ARTICLE:
	case TAG_MAIN:
		return roles & (SURE | ROLE_TEASER | ROLE_NAMED);
	default:
		return roles;
	}
}

uint32_t html_roles(const struct markup *markup, struct html_roles_cache *cache, const struct html_token *t)
{
	uint32_t roles = markup_roles(t->tag);

	if (t->tag == TAG_OTHER && memchr(t->name.at, '-', t->name.n))
		roles |= roles_of_words(markup, cache, t->name);
	if (!t->has)
		return roles;
	roles |= words_that_count(t->tag, roles_of_words(markup, cache, html_attribute(t, ATTRIBUTE_CLASS)) |
						  roles_of_words(markup, cache, html_attribute(t, ATTRIBUTE_ID)));
	if (t->has >> ATTRIBUTE_ROLE & 1)
		roles |= ROLES_NAMED(aria, str_trim(html_attribute(t, ATTRIBUTE_ROLE)));
	if (t->has >> ATTRIBUTE_ITEMPROP & 1)
		roles |= ROLES_NAMED(properties, str_trim(html_attribute(t, ATTRIBUTE_ITEMPROP)));
	if (t->has >> ATTRIBUTE_ITEMTYPE & 1)
		roles |= roles_of_type(html_attribute(t, ATTRIBUTE_ITEMTYPE));
	return is_hidden(t) ? roles | ROLE_HIDDEN | ROLE_NAMED : roles;
}
