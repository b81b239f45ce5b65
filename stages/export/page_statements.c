/* page: who said what. Figures of one assertion are one statement with several reports. */
#include "page.h"
#include "page_rows.h"
#include "page_words.h"

static void want(struct page *p, struct page_statement *s, struct str id)
{
	uint32_t fresh = (uint32_t)p->statements.n;

	s->id = id;
	if (page_index_add(&p->wanted, id, fresh) == fresh)
		LIST_ADD(p->keep, &p->statements, s);
}

/* The latest statements of a track; one of a track that is a row. */
static void want_track(struct page *p, struct page_track *t)
{
	size_t all = t->track.assertions.n, most = t->plotted ? (size_t)p->ex->st->conf.page_statements : 1;

	t->n = all < most ? all : most;
	t->earlier = all - t->n;
	t->statements = ARENA_ARRAY(p->keep, struct page_statement, t->n + 1);
	for (size_t i = 0; i < t->n; i++)
		want(p, &t->statements[i], t->track.assertions.at[t->earlier + i]);
}

/* Sides of a contradiction that stand on no track shown. */
static void want_sides(struct page *p, const struct contradiction *x)
{
	uint32_t n;

	for (size_t i = 0; i < x->statements.n; i++) {
		struct str id = x->statements.at[i];

		if (str_starts(id, STR("e")))
			page_index_add(&p->told, id, (uint32_t)p->told.n);
		else if (!page_index_find(&p->wanted, id, &n))
			want(p, ARENA_NEW(p->keep, struct page_statement), id);
	}
}

static struct page_report report_of(struct page *p, const struct figure_row *f)
{
	struct arena *a = p->keep;

	return (struct page_report){.document = str_dup(a, f->claim.document),
				    .publisher = str_dup(a, f->article.publisher),
				    .title = str_dup(a, f->article.title),
				    .url = str_dup(a, f->article.url),
				    .published = str_dup(a, f->article.published)};
}

/* The statement is the organisation's where a person speaks for one; the publication's
 * where nobody is named. */
static void fill_source(struct page *p, struct page_statement *s, const struct figure_row *f)
{
	const struct claim *c = &f->claim;
	bool speaks = source_speaks_for(c->source.type) && c->source_org.id.n;

	if (c->source.id.n == 0) {
		s->source = str_dup(p->keep, c->chain.n ? c->chain.at[c->chain.n - 1] : f->article.publisher);
		s->who = str_dup(p->keep, f->article.publisher);
		return;
	}
	s->source = str_dup(p->keep, speaks ? c->source_org.id : c->source.id);
	s->who = str_dup(p->keep, c->source.name);
	if (speaks && !str_eq(c->source.name, c->source_org.name))
		s->who = str_printf(p->keep, "%.*s (%.*s)", STR_ARG(c->source.name), STR_ARG(c->source_org.name));
}

static void fill_values(struct page_statement *s, const struct claim *c)
{
	s->qualifier = c->qualifier;
	s->low = c->low;
	s->best = c->best;
	s->high = c->high;
}

static void begin(struct page *p, struct page_statement *s, const struct figure_row *f)
{
	const struct claim *c = &f->claim;

	s->found = true;
	fill_source(p, s, f);
	fill_values(s, c);
	s->polarity = c->polarity;
	s->modality = c->modality;
	s->sentence = str_dup(p->keep, c->sentence);
	s->stated = str_dup(p->keep, c->stated.n ? c->stated : str_slice(f->article.published, 0, 10));
	s->dated = page_first_day(s->stated, &s->day);
	s->count = f->reports == COLUMN_NO_INT ? 1 : f->reports;
	s->independent = f->independent == COLUMN_NO_INT ? 1 : f->independent;
}

static bool has_report(const struct page_statement *s, struct str document)
{
	for (size_t i = 0; i < s->n_reports; i++)
		if (str_eq(s->reports[i].document, document))
			return true;
	return false;
}

static void take_figure(const void *record, void *with)
{
	const struct figure_row *f = record;
	struct page *p = with;
	uint32_t n;

	if (f->claim.assertion.n == 0 || !page_index_find(&p->wanted, f->claim.assertion, &n))
		return;
	struct page_statement *s = p->statements.at[n];
	int q = f->claim.qualifier;

	if (!s->found)
		begin(p, s, f);
	else if (s->qualifier == QUALIFIER_EXACT && (q == QUALIFIER_MORE_THAN || q == QUALIFIER_AT_LEAST))
		fill_values(s, &f->claim);
	if (s->n_reports < PAGE_REPORTS && !has_report(s, f->claim.document))
		s->reports[s->n_reports++] = report_of(p, f);
}

/* --- names of publications, and which articles are copies --- */

struct names {
	struct page *p;
	struct page_index ids;
	struct strs names;
	struct page_index copies;
};

static void take_name(const void *record, void *with)
{
	const struct source_row *s = record;
	struct names *all = with;

	if (page_index_add(&all->ids, str_dup(all->p->keep, s->id), (uint32_t)all->names.n) == all->names.n)
		strs_add(all->p->keep, &all->names, str_dup(all->p->keep, s->name));
}

static void want_documents(struct names *all)
{
	for (size_t i = 0; i < all->p->statements.n; i++) {
		const struct page_statement *s = all->p->statements.at[i];

		for (size_t r = 0; r < s->n_reports; r++)
			page_index_add(&all->copies, s->reports[r].document, (uint32_t)all->copies.n);
	}
}

struct copies {
	const struct names *names;
	bool *is;
};

static void take_document(const void *record, void *with)
{
	const struct document_row *d = record;
	struct copies *c = with;
	uint32_t n;

	if (d->copy_of.n && page_index_find(&c->names->copies, d->document, &n))
		c->is[n] = true;
}

static void finish(struct page_statement *s, const struct names *all, const bool *copies)
{
	uint32_t n;

	for (size_t r = 0; r < s->n_reports; r++)
		if (page_index_find(&all->copies, s->reports[r].document, &n))
			s->reports[r].copy = copies[n];
	if (s->who.n == 0 && page_index_find(&all->ids, s->source, &n))
		s->who = all->names.at[n];
	if (s->who.n == 0)
		s->who = s->source.n ? s->source : STR("a publication without a name");
}

/* --- what became of it in its track --- */

static bool is_alike(const struct page_statement *a, const struct page_statement *b)
{
	bool vague = a->qualifier == QUALIFIER_ORDER || b->qualifier == QUALIFIER_ORDER;

	return a->found && b->found && !vague && a->dated && b->dated && a->day < b->day &&
	       str_eq(a->source, b->source) && a->polarity == b->polarity && a->modality == b->modality;
}

/* A source's number of a later day revises its earlier one of the same kind. Numbers of one
 * day may be parts of each other, and vague words revise nothing. */
static void link_revisions(struct page_track *t)
{
	for (size_t i = 1; i < t->n; i++) {
		struct page_statement *s = &t->statements[i];

		for (size_t k = i; k-- > 0 && !s->before;) {
			const struct page_statement *o = &t->statements[k];

			if (is_alike(o, s))
				s->before = o;
		}
	}
}

static void mark_current(struct page *p, const struct page_track *t)
{
	uint32_t n;

	if (t->steps.n == 0)
		return;
	const struct strs *basis = &t->steps.at[t->steps.n - 1].estimate.basis;

	for (size_t i = 0; i < basis->n; i++)
		if (page_index_find(&p->wanted, basis->at[i], &n))
			p->statements.at[n]->current = true;
}

void page_load_statements(struct page *p)
{
	const struct export *ex = p->ex;
	struct names all = {.p = p, .ids = {.arena = p->keep}, .copies = {.arena = p->keep}};
	struct copies copies = {.names = &all};
	const struct page_wanted figures = {.ids = &p->wanted};

	p->wanted.arena = p->told.arena = p->keep;
	for (size_t i = 0; i < p->n_tracks; i++)
		want_track(p, &p->tracks[i]);
	for (size_t i = 0; i < p->contradictions.n; i++)
		want_sides(p, &p->contradictions.at[i]);
	page_rows(ex, RELEASED_FIGURES,
		  "published qualifier low best high source_name source_type source_org_name stated polarity modality "
		  "sentence reports independent publisher title url chain assertion document source_id source_org_id",
		  &figures, take_figure, p);
	page_rows(ex, RELEASED_SOURCES, "id name", NULL, take_name, &all);
	want_documents(&all);
	copies.is = ARENA_ARRAY(p->keep, bool, all.copies.n + 1);
	page_rows(ex, RELEASED_DOCUMENTS, "document copy_of", NULL, take_document, &copies);
	for (size_t i = 0; i < p->statements.n; i++)
		finish(p->statements.at[i], &all, copies.is);
	for (size_t i = 0; i < p->n_tracks; i++) {
		link_revisions(&p->tracks[i]);
		mark_current(p, &p->tracks[i]);
	}
}
