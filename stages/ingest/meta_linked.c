/* JSON-LD (Jansson): schema.org's NewsArticle and its kin, alone, in lists and in @graph. */
#include <jansson.h>

#include "meta.h"

enum { LINKED_TRUST = 90, MOST_ITEMS = 2000, MOST_UPDATES = 5000, MOST_NAMES = 20 };

/* Objects that may be the article or somebody that it names by @id. */
struct items {
	json_t *at[MOST_ITEMS];
	size_t n;
};

struct linked {
	struct html_page *page;
	struct meta *out;
	struct items items;
};

/* A text, references resolved, in the arena. */
static struct str text_of(struct linked *l, const json_t *value)
{
	if (!json_is_string(value))
		return STR_NULL;
	return html_text(l->page->arena, (struct str){json_string_value(value), json_string_length(value)});
}

static void collect(struct items *items, json_t *value)
{
	if (json_is_array(value)) {
		for (size_t i = 0; i < json_array_size(value); i++)
			collect(items, json_array_get(value, i));
		return;
	}
	if (!json_is_object(value) || items->n == MOST_ITEMS)
		return;
	items->at[items->n++] = value;
	if (json_is_array(json_object_get(value, "@graph")))
		collect(items, json_object_get(value, "@graph"));
	if (json_is_object(json_object_get(value, "mainEntity")))
		collect(items, json_object_get(value, "mainEntity"));
}

static bool type_ends(const json_t *type, struct str end)
{
	struct str s = {json_string_value(type), json_string_length(type)};

	return json_is_string(type) && str_ends(s, end);
}

static bool is_type(const json_t *object, struct str end)
{
	const json_t *type = json_object_get(object, "@type");

	for (size_t i = 0; i < json_array_size(type); i++)
		if (type_ends(json_array_get(type, i), end))
			return true;
	return type_ends(type, end);
}

static bool is_article(const json_t *object)
{
	return is_type(object, STR("Article")) || is_type(object, STR("Posting")) || is_type(object, STR("Report"));
}

/* The object that an @id stands for, or the value itself. */
static const json_t *resolve(const struct linked *l, const json_t *value)
{
	const char *id = json_string_value(json_object_get(value, "@id"));

	if (!id || json_object_get(value, "name"))
		return value;
	for (size_t i = 0; i < l->items.n; i++) {
		const char *other = json_string_value(json_object_get(l->items.at[i], "@id"));

		if (other && strcmp(id, other) == 0 && json_object_get(l->items.at[i], "name"))
			return l->items.at[i];
	}
	return value;
}

/* "Jane Doe", {"name": "Jane Doe"}, or a list of these: names joined with ", ". */
static struct str names_of(struct linked *l, const json_t *value)
{
	struct buf names = {.arena = l->page->arena};
	size_t n = json_is_array(value) ? json_array_size(value) : 1;

	for (size_t i = 0; i < n && i < MOST_NAMES; i++) {
		const json_t *one = resolve(l, json_is_array(value) ? json_array_get(value, i) : value);
		const json_t *name = json_is_object(one) ? json_object_get(one, "name") : one;
		struct str s = text_of(l, json_is_array(name) ? json_array_get(name, 0) : name);

		if (s.n && names.n)
			buf_add(&names, STR(", "));
		buf_add(&names, s);
	}
	return buf_str(&names);
}

static void offer(struct linked *l, enum meta_field field, struct str value)
{
	struct html_meta meta = {.name = {field, LINKED_TRUST}, .value = value};

	if (value.n)
		LIST_ADD(l->page->arena, &l->page->metas, meta);
}

static struct str address_of(struct linked *l, const json_t *article)
{
	const json_t *page = json_object_get(article, "mainEntityOfPage");
	struct str url = text_of(l, json_object_get(article, "url"));

	if (!url.n)
		url = text_of(l, json_is_object(page) ? json_object_get(page, "@id") : page);
	return url;
}

/* articleBody: white space is kept, for its lines are its paragraphs. */
static struct str body_of(struct linked *l, const json_t *article)
{
	const json_t *body = json_object_get(article, "articleBody");

	return json_is_string(body)
		       ? str_dup(l->page->arena, (struct str){json_string_value(body), json_string_length(body)})
		       : STR_NULL;
}

static void take_updates(struct linked *l, const json_t *updates)
{
	for (size_t i = 0; i < json_array_size(updates) && i < MOST_UPDATES; i++) {
		const json_t *one = json_array_get(updates, i);
		struct meta_update update = {.title = text_of(l, json_object_get(one, "headline")),
					     .text = body_of(l, one),
					     .published = text_of(l, json_object_get(one, "datePublished")),
					     .url = address_of(l, one)};

		if (update.text.n)
			LIST_ADD(l->page->arena, &l->out->updates, update);
	}
}

static void take_article(struct linked *l, const json_t *article)
{
	struct str title = text_of(l, json_object_get(article, "headline"));

	offer(l, META_TITLE, title.n ? title : text_of(l, json_object_get(article, "name")));
	offer(l, META_PUBLISHED, text_of(l, json_object_get(article, "datePublished")));
	offer(l, META_MODIFIED, text_of(l, json_object_get(article, "dateModified")));
	offer(l, META_BYLINE, names_of(l, json_object_get(article, "author")));
	offer(l, META_BYLINE, names_of(l, json_object_get(article, "creator")));
	offer(l, META_PUBLISHER, names_of(l, json_object_get(article, "publisher")));
	offer(l, META_AGENCY, names_of(l, json_object_get(article, "sourceOrganization")));
	offer(l, META_AGENCY, names_of(l, json_object_get(article, "creditText")));
	offer(l, META_LANGUAGE, names_of(l, json_object_get(article, "inLanguage")));
	offer(l, META_URL, address_of(l, article));
	l->out->body = body_of(l, article);
	if (is_type(article, STR("LiveBlogPosting"))) {
		l->out->is_live = true;
		take_updates(l, json_object_get(article, "liveBlogUpdate"));
	}
}

/* Line ends within texts, which JSON forbids and pages have; comment marks around it. */
static json_t *load(struct arena *arena, struct str script)
{
	static const struct str marks[] = {{"<!--", 4}, {"//<![CDATA[", 11}, {"<![CDATA[", 9}};
	char *at = arena_text(arena, script.n + 1);

	script = str_trim(script);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(script, marks[i]))
			script = str_slice(script, marks[i].n, script.n);
	for (size_t i = 0; i < script.n; i++)
		at[i] = (unsigned char)script.at[i] < ' ' ? ' ' : script.at[i];
	return json_loadb(at, script.n, JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL, NULL);
}

/* The article: the one whose headline begins as the page's title does, else the first. */
static const json_t *find_article(struct linked *l)
{
	const json_t *first = NULL;

	for (size_t i = 0; i < l->items.n; i++) {
		struct str title;

		if (!is_article(l->items.at[i]))
			continue;
		title = text_of(l, json_object_get(l->items.at[i], "headline"));
		if (title.n && str_starts(l->page->title, title))
			return l->items.at[i];
		if (!first)
			first = l->items.at[i];
	}
	return first;
}

void meta_read_linked(struct html_page *page, struct meta *out)
{
	struct linked *l = ARENA_NEW(page->arena, struct linked);
	json_t *roots = page->linked_data.n ? json_array() : NULL;

	l->page = page;
	l->out = out;
	for (size_t i = 0; i < page->linked_data.n; i++)
		json_array_append_new(roots, load(page->arena, page->linked_data.at[i]));
	collect(&l->items, roots);
	const json_t *article = find_article(l);

	if (article)
		take_article(l, article);
	json_decref(roots);
}
