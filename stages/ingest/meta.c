#include "meta.h"

#include "html_story.h"
#include "stamp.h"
#include "values/date_text.h"

enum { PAGE_LANGUAGE_TRUST = 75, CANONICAL_TRUST = 95, NAME_BYTES = 200 };

bool meta_is_date(struct str text)
{
	struct moment at;

	return text.n && date_text_parse(text, &at, NULL);
}

static bool is_address(struct str s)
{
	return str_eq_fold(str_slice(s, 0, 7), STR("http://")) || str_eq_fold(str_slice(s, 0, 8), STR("https://"));
}

/* More than the address of a front page. */
static bool is_article_address(struct str s)
{
	size_t slashes = 0;

	if (!is_address(s))
		return false;
	for (size_t i = 0; i + 1 < s.n; i++)
		slashes += s.at[i] == '/' && s.at[i + 1] != '/' && s.at[i + 1] != '?' && s.at[i + 1] != '#';
	return slashes > 1;
}

static bool is_name(struct str s)
{
	return s.n <= NAME_BYTES && !is_address(s) && s.at[0] != '@' && !str_starts(s, STR("/"));
}

static bool is_language(struct str s)
{
	size_t n = 0;

	while (n < s.n && ascii_is_alpha((unsigned char)s.at[n]))
		n++;
	return (n == 2 || n == 3) && (n == s.n || s.at[n] == '-' || s.at[n] == '_');
}

static bool is_any(struct str s)
{
	return s.n > 0;
}

/* What a value of each field must be, or it is not believed. */
static bool (*const wanted[META_FIELDS])(struct str) = {
	[META_TITLE] = is_any,	       [META_PUBLISHED] = meta_is_date, [META_MODIFIED] = meta_is_date,
	[META_BYLINE] = is_name,       [META_PUBLISHER] = is_name,	[META_AGENCY] = is_name,
	[META_LANGUAGE] = is_language, [META_URL] = is_article_address, [META_KIND] = is_any,
};

/* The most trusted value of the field, the first of equals; beyond `above`. */
static const struct html_meta *best(const struct html_page *page, const uint32_t *roles, enum meta_field field,
				    int above)
{
	const struct html_meta *found = NULL;

	for (size_t i = 0; i < page->metas.n; i++) {
		const struct html_meta *m = &page->metas.at[i];

		if (m->name.field == field && m->name.trust > (found ? found->name.trust : above) &&
		    !html_is_outside(roles[m->node]) && !(roles[m->node] & (ROLE_CAPTION | ROLE_ENTRY)) &&
		    wanted[field](m->value))
			found = m;
	}
	return found;
}

static struct str value_of(const struct html_page *page, const uint32_t *roles, enum meta_field field)
{
	const struct html_meta *m = best(page, roles, field, 0);

	return m ? m->value : STR_NULL;
}

/* A date of the same day that also has the clock time: of two that agree the finer. */
static struct str finer(const struct html_page *page, const uint32_t *roles, enum meta_field field, struct str date)
{
	struct moment at, other;

	if (!date.n || !date_text_parse(date, &at, NULL) || at.clock)
		return date;
	for (size_t i = 0; i < page->metas.n; i++) {
		const struct html_meta *m = &page->metas.at[i];

		if (m->name.field == field && !html_is_outside(roles[m->node]) &&
		    date_text_parse(m->value, &other, NULL) && other.date.grain >= at.date.grain && other.clock &&
		    date_cmp(date_at(other.date, at.date.grain), at.date) == 0)
			return m->value;
	}
	return date;
}

/* "en_GB" is "en-GB". */
static struct str language_of(struct arena *arena, struct str s)
{
	char *at = arena_text(arena, s.n + 1);
	size_t n = 0;

	for (; n < s.n && s.at[n] != ',' && s.at[n] != ';' && !ascii_is_space((unsigned char)s.at[n]); n++)
		at[n] = s.at[n] == '_' ? '-' : n < 2 ? ascii_to_lower(s.at[n]) : s.at[n];
	return (struct str){at, n};
}

static struct str choose_language(const struct html_page *page, const uint32_t *roles)
{
	const struct html_meta *m = best(page, roles, META_LANGUAGE, PAGE_LANGUAGE_TRUST);

	if (!m && is_language(page->language))
		return language_of(page->arena, page->language);
	if (!m)
		m = best(page, roles, META_LANGUAGE, 0);
	return m ? language_of(page->arena, m->value) : STR_NULL;
}

/* Scheme and host of an address, without its path. */
static struct str site_of(struct str url)
{
	ptrdiff_t at = str_find(url, STR("://"));

	if (at < 0)
		return STR_NULL;
	const char *slash = memchr(url.at + at + 3, '/', url.n - (size_t)at - 3);

	return slash ? str_slice(url, 0, (size_t)(slash - url.at)) : url;
}

static struct str choose_url(const struct html_page *page, const uint32_t *roles, struct str url)
{
	struct str canonical = page->canonical, said = value_of(page, roles, META_URL);

	if (str_starts(canonical, STR("//")) && url.n)
		canonical = str_printf(page->arena, "%.*s%.*s",
				       (int)(str_find(url, STR("/")) > 0 ? str_find(url, STR("/")) : 0), url.at,
				       STR_ARG(canonical));
	else if (str_starts(canonical, STR("/")) && site_of(url).n)
		canonical = str_printf(page->arena, "%.*s%.*s", STR_ARG(site_of(url)), STR_ARG(canonical));
	if (is_article_address(canonical))
		return canonical;
	return said.n ? said : url;
}

/* Without " | The Daily" at its end, where that is the publisher or comes behind a bar. */
static struct str without_site(struct str title, struct str publisher)
{
	static const struct str marks[] = {{" | ", 3}, {" - ", 3}, {" \u2013 ", 5}, {" \u2014 ", 5}, {" :: ", 4}};

	for (size_t i = title.n; i-- > 1;)
		for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
			struct str rest;

			if (!str_starts(str_slice(title, i, title.n), marks[k]))
				continue;
			rest = str_slice(title, i + marks[k].n, title.n);
			if (k == 0 && rest.n > i)
				return str_trim(rest); /* the site's name stands in front */
			if (k == 0 || str_eq_fold(rest, publisher))
				return str_trim(str_slice(title, 0, i));
		}
	return title;
}

void meta_choose(const struct html_page *page, const uint32_t *roles, struct str url, struct str shown,
		 struct meta *out)
{
	out->published = finer(page, roles, META_PUBLISHED, value_of(page, roles, META_PUBLISHED));
	out->modified = finer(page, roles, META_MODIFIED, value_of(page, roles, META_MODIFIED));
	out->byline = value_of(page, roles, META_BYLINE);
	out->publisher = value_of(page, roles, META_PUBLISHER);
	out->agency = value_of(page, roles, META_AGENCY);
	out->language = choose_language(page, roles);
	out->url = choose_url(page, roles, url);
	out->title = value_of(page, roles, META_TITLE);
	if (!out->title.n)
		out->title = shown.n ? shown : page->title;
	out->title = without_site(out->title, out->publisher);
	if (shown.n && 2 * shown.n >= out->title.n && str_find(out->title, shown) >= 0)
		out->title = shown; /* "The Daily: ..." */
	if (byline_find(out->byline).n)
		out->byline = byline_find(out->byline);
	if (str_eq_fold(out->byline, out->publisher))
		out->byline = STR_NULL;
}
