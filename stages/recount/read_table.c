#include "read_table.h"

#include <stdio.h>
#include <stdlib.h>

#include "files/folder.h"
#include "records/claim.h"
#include "records/event.h"
#include "records/expressions.h"
#include "records/outline.h"
#include "records/quantity_words.h"
#include "wording.h"

/* All rows of one kind of one part; those of one document are consecutive. */
struct rows {
	char *at; /* [n * size] */
	size_t n, next;
	const struct table *table;
};

static struct rows load(struct arena *arena, const char *path, const struct table *table)
{
	struct rows rows = {.table = table};
	size_t room = 0;
	struct err err;

	if (!path_exists(path))
		return rows;
	struct table_reader *in = table_open(table, path);
	char *record = arena_alloc(arena, table->size);

	while (table_read(in, record, arena, &err) == TABLE_RECORD) {
		if (rows.n == room) {
			room = room ? 2 * room : 64;
			rows.at = arena_grow(arena, rows.at, rows.n, room, table->size);
		}
		memcpy(rows.at + rows.n++ * table->size, record, table->size);
	}
	table_close(in);
	return rows;
}

struct printer {
	struct arena *arena;
	size_t width; /* [columns] of the terminal; 0: none, nothing is cut */
	bool all, colour;
};

static const char *dim(const struct printer *p, bool on)
{
	return !p->colour ? "" : on ? "\033[2m" : "\033[0m";
}

static void print_sentence(const struct printer *p, struct str sentence)
{
	printf("      %s", dim(p, true));
	printf("%.*s%s\n", STR_ARG(wording_cut(p->arena, sentence, p->width > 8 ? p->width - 7 : sentence.n + 1)),
	       dim(p, false));
}

struct cells {
	struct str what, about, who, when, where;
};

/* Widths of the columns: figure, what, who, when, where. */
static void print_cells(const struct printer *p, const struct cells *c)
{
	const struct str at[] = {c->what, c->about, c->who, c->when, c->where};
	static const size_t width[] = {26, 24, 28, 12, 20};

	const size_t last = sizeof at / sizeof *at - 1;

	for (size_t i = 0; i < last; i++) {
		printf("  ");
		wording_cell(stdout, p->arena, at[i], width[i]);
	}
	printf("  %.*s\n", STR_ARG(wording_cut(p->arena, at[last], width[last])));
}

static struct str who_of(struct source_ref source, struct source_ref org)
{
	return source.name.n ? source.name : org.name.n ? org.name : STR("(the narrator)");
}

static void print_claim(const struct printer *p, const struct claim *c)
{
	struct arena *a = p->arena;
	struct str figure = wording_figure(a, c->qualifier, c->low, c->best, c->high, c->unit);
	struct str what = quantity_words(a, c->measure, c->subject, STR_NULL);
	const char *mark = c->polarity == POLARITY_DENIED     ? "denied: "
			   : c->modality == MODALITY_PLANNED  ? "planned: "
			   : c->modality == MODALITY_POSSIBLE ? "possible: "
			   : c->modality == MODALITY_DEMANDED ? "demanded: "
							      : "";

	print_cells(p, &(struct cells){
			       str_printf(a, "%.*s %.*s", STR_ARG(figure), STR_ARG(c->noun.n ? c->noun : c->subject)),
			       c->measure.n ? str_printf(a, "%s%.*s", mark, STR_ARG(what)) : STR("(plain quantity)"),
			       who_of(c->source, c->source_org), c->period.n ? c->period : c->stated, c->place.name});
	print_sentence(p, c->sentence);
}

static void print_event(const struct printer *p, const struct event *e)
{
	struct arena *a = p->arena;
	struct str actors = e->agent_name.n && e->target_name.n
				    ? str_printf(a, "%.*s > %.*s", STR_ARG(e->agent_name), STR_ARG(e->target_name))
			    : e->agent_name.n ? e->agent_name
					      : e->target_name;

	print_cells(p, &(struct cells){str_printf(a, "%.*s %s", STR_ARG(e->type), statuses[e->status]), actors,
				       who_of(e->source, e->source_org), e->when, e->place.name});
	print_sentence(p, e->sentence);
}

static void heading(const struct cells *names, const struct printer *p, size_t *printed)
{
	if ((*printed)++ == 0)
		print_cells(p, names);
}

static size_t print_claims(const struct printer *p, struct rows *rows, struct str document)
{
	size_t printed = 0, plain = 0;

	for (; rows->n > rows->next; rows->next++) {
		const struct claim *c = (const struct claim *)rows->at + rows->next;

		if (!str_eq(c->document, document))
			break;
		if (c->measure.n == 0 && !p->all) {
			plain++;
			continue;
		}
		heading(&(struct cells){STR("FIGURE"), STR("WHAT"), STR("WHO SAYS SO"), STR("WHEN"), STR("WHERE")}, p,
			&printed);
		print_claim(p, c);
	}
	if (plain)
		printf("  and %zu other quantit%s (--all shows them)\n", plain, plain == 1 ? "y" : "ies");
	return printed;
}

static size_t print_events(const struct printer *p, struct rows *rows, struct str document)
{
	size_t printed = 0;

	for (; rows->n > rows->next; rows->next++) {
		const struct event *e = (const struct event *)rows->at + rows->next;

		if (e->documents.n == 0 || !str_eq(e->documents.at[0], document))
			break;
		heading(&(struct cells){STR("EVENT"), STR("WHO DID"), STR("WHO SAYS SO"), STR("WHEN"), STR("WHERE")}, p,
			&printed);
		print_event(p, e);
	}
	return printed;
}

static void print_times(const struct printer *p, struct rows *rows, struct str document)
{
	size_t printed = 0;

	for (; rows->n > rows->next; rows->next++) {
		const struct time_record *t = (const struct time_record *)rows->at + rows->next;

		if (!str_eq(t->document, document))
			return;
		heading(&(struct cells){STR("TIME"), STR("TYPE"), STR("TIMEX3"), STR("EDTF"), STR("RULE")}, p,
			&printed);
		print_cells(p, &(struct cells){t->surface, t->type, t->value, t->edtf, t->rule});
	}
}

static void print_attributions(const struct printer *p, struct rows *rows, struct str document)
{
	size_t printed = 0;

	for (; rows->n > rows->next; rows->next++) {
		const struct attribution_record *t = (const struct attribution_record *)rows->at + rows->next;

		if (!str_eq(t->document, document))
			return;
		heading(&(struct cells){STR("SPEAKER"), STR("SPEAKS FOR"), STR("SOURCE AT"), STR("CUE AT"),
					STR("CONTENT AT")},
			p, &printed);
		print_cells(p, &(struct cells){t->speaker.name, t->organisation.name, strs_join(p->arena, t->source),
					       strs_join(p->arena, t->cue), strs_join(p->arena, t->content)});
	}
}

static void print_title(const struct printer *p, const struct outline *o)
{
	struct str name = o->title.n ? o->title : o->ref.n ? o->ref : o->input_path;
	const char *bold = p->colour ? "\033[1m" : "", *plain = p->colour ? "\033[0m" : "";

	printf("%s%.*s%s\n", bold, STR_ARG(wording_cut(p->arena, name, p->width ? p->width - 1 : name.n + 1)), plain);
	printf("  %s%.*s%s", dim(p, true), STR_ARG(wording_cut(p->arena, o->publisher, 60)),
	       o->publisher.n ? ", " : "");
	if (o->published.n)
		printf("published %.*s (by its %s)%s\n", STR_ARG(o->published), published_bases[o->published_basis],
		       dim(p, false));
	else
		printf("not dated%s\n", dim(p, false));
}

static void print_part(const struct reading *r, struct str part, const struct printer *p)
{
	struct arena *a = p->arena;
	struct rows outlines = load(a, reading_file(a, r, "outlines", part), &outline_table);
	struct rows claims = load(a, reading_file(a, r, "claims", part), &claim_table);
	struct rows events = load(a, reading_file(a, r, "events", part), &event_table);
	struct rows times = load(a, reading_file(a, r, "times", part), &time_table);
	struct rows attributions = load(a, reading_file(a, r, "attributions", part), &attribution_table);

	for (size_t i = 0; i < outlines.n; i++) {
		const struct outline *o = (const struct outline *)outlines.at + i;

		print_title(p, o);
		size_t found = print_claims(p, &claims, o->document);

		found += print_events(p, &events, o->document);
		if (found == 0)
			printf("  no figure and no event\n");
		if (p->all) {
			print_times(p, &times, o->document);
			print_attributions(p, &attributions, o->document);
		}
		printf("\n");
	}
}

void read_table(const struct reading *r, bool all)
{
	struct arena scratch = {0};
	struct printer p = {.arena = &scratch, .all = all, .width = wording_terminal(stdout)};

	p.colour = p.width && !getenv("NO_COLOR");
	for (size_t i = 0; i < r->parts.n; i++) {
		print_part(r, r->parts.at[i], &p);
		arena_reset(&scratch);
	}
	if (fflush(stdout) != 0)
		die(EXIT_OUTPUT, "cannot write to standard output");
	arena_free(&scratch);
}
