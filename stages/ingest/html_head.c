/* What a page says about itself in its tags. */
#include "html_builder.h"

/* What a page says beyond that is not read. */
enum { MOST_TITLE = 1000, MOST_METAS = 2000, MOST_TIMES = 20000, MOST_SCRIPTS = 200 };

static void take_time(struct builder *b, const struct html_token *t)
{
	struct str value = html_attribute(t, ATTRIBUTE_DATETIME);

	if (!value.n && t->tag == TAG_TIME)
		value = html_attribute(t, ATTRIBUTE_CONTENT);
	if (!value.n)
		value = html_attribute(t, ATTRIBUTE_TIMESTAMP);
	struct html_time time = {.node = html_top(b) ? html_top(b)->node : 0,
				 .piece = (uint32_t)b->page->pieces.n,
				 .value = html_text(b->page->arena, value)};
	uint32_t roles =
		html_roles(b->page->markup, b->cache, t) | (b->open.n ? b->page->nodes.at[time.node].roles : 0);

	time.changed = roles & ROLE_CHANGED;
	if (time.value.n && b->page->times.n < MOST_TIMES)
		LIST_ADD(b->page->arena, &b->page->times, time);
}

static void add_meta(struct builder *b, struct str name, struct str value)
{
	struct html_meta meta = {.name = markup_meta(b->page->markup, str_trim(name)),
				 .node = html_top(b) ? html_top(b)->node : 0};

	if (meta.name.field && value.n && b->page->metas.n < MOST_METAS &&
	    (meta.value = html_text(b->page->arena, value)).n)
		LIST_ADD(b->page->arena, &b->page->metas, meta);
}

/* <meta name= property= itemprop= http-equiv= content=>, and itemprops with a value of their own. */
static void take_meta(struct builder *b, const struct html_token *t)
{
	static const enum attribute keys[] = {ATTRIBUTE_PROPERTY, ATTRIBUTE_NAME, ATTRIBUTE_ITEMPROP,
					      ATTRIBUTE_HTTP_EQUIV};
	struct str value = html_attribute(t, ATTRIBUTE_CONTENT);

	if (!value.n)
		value = html_attribute(t, ATTRIBUTE_DATETIME);
	for (size_t i = 0; value.n && i < sizeof keys / sizeof *keys; i++) {
		if (t->tag != TAG_META && keys[i] != ATTRIBUTE_ITEMPROP)
			continue;
		struct str key = html_attribute(t, keys[i]);

		if (key.n) {
			add_meta(b, key, value);
			break;
		}
	}
}

static bool has_word(struct str list, struct str word)
{
	list = str_trim(list);
	while (list.at)
		if (str_eq_fold(str_cut(&list, ' '), word))
			return true;
	return false;
}

static void take_link(struct builder *b, const struct html_token *t)
{
	if (!b->page->canonical.n && has_word(html_attribute(t, ATTRIBUTE_REL), STR("canonical")))
		b->page->canonical = html_text(b->page->arena, html_attribute(t, ATTRIBUTE_HREF));
}

/* No more than that many bytes, and whole letters. */
static struct str cut_short(struct str s, size_t most)
{
	size_t n = s.n < most ? s.n : most;

	while (n < s.n && n > 0 && ((unsigned char)s.at[n] & 0xC0) == 0x80)
		n--;
	return str_slice(s, 0, n);
}

static void take_raw(struct builder *b, const struct html_token *t)
{
	struct html_page *page = b->page;

	if (t->tag == TAG_TITLE && !page->title.n)
		page->title = html_text(page->arena, cut_short(t->text, MOST_TITLE));
	if (t->tag == TAG_SCRIPT && page->linked_data.n < MOST_SCRIPTS &&
	    str_eq_fold(str_trim(html_attribute(t, ATTRIBUTE_TYPE)), STR("application/ld+json")))
		LIST_ADD(page->arena, &page->linked_data, t->text);
}

void html_take_facts(struct builder *b, const struct html_token *t)
{
	if (t->tag == TAG_META || t->has >> ATTRIBUTE_ITEMPROP & 1)
		take_meta(b, t);
	if (t->tag == TAG_LINK)
		take_link(b, t);
	if (markup_flags(t->tag) & TAG_RAW)
		take_raw(b, t);
	if (t->tag == TAG_TIME || t->has >> ATTRIBUTE_TIMESTAMP & 1)
		take_time(b, t);
}
