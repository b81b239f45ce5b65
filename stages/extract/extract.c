#include "extract.h"

#include "findings.h"
#include "outlining.h"

static void add_times(struct findings *f, struct extracted *out)
{
	for (uint32_t i = 0; i < f->times.n; i++) {
		const struct time_mention *t = &f->times.at[i];
		struct mention m = findings_blank(f->r.doc);

		m.kind = MENTION_TIME;
		findings_fill_sentence(f, t->sentence, &m);
		m.start = t->start;
		m.end = t->end;
		m.surface = str_slice(f->r.doc->text, t->start, t->end);
		m.time = times_own_text(f->r.arena, &f->times, i);
		m.time_surface = m.surface;
		findings_add(f, out, &m);
	}
}

static void add_attributions(struct findings *f, struct extracted *out)
{
	for (size_t i = 0; i < f->said.n; i++) {
		struct mention m = findings_blank(f->r.doc);

		findings_fill_sentence(f, f->said.at[i].sentence, &m);
		speaker_mention(&f->r, &f->said, &f->said.at[i], &m);
		findings_add(f, out, &m);
	}
}

/* Normalise tells places apart by the document's others. */
static void note_places(struct findings *f, struct extracted *out)
{
	if (out->mentions.n)
		whereabouts_places(&f->where, &out->mentions.at[0].places);
}

/* Room for nearly all at once: a mention is large, and a list that grows copies each again. */
static void reserve(const struct findings *f, struct extracted *out)
{
	enum { OTHERS = 8 }; /* statements, and what a further speaker states */

	out->mentions.room = f->figures.n + f->events.n + OTHERS;
	out->mentions.at = arena_more(f->r.arena, NULL, 0, out->mentions.room, sizeof *out->mentions.at);
}

struct extracted extract(const struct document *doc, const struct knowledge *know, bool all, struct arena *arena)
{
	struct findings f = {0};
	struct extracted out = {0};

	reading_open(&f.r, doc, know, arena);
	times_find(&f.r, &f.times);
	speakers_find(&f.r, &f.said);
	occasions_tell_apart(&f.r, &f.said, &f.times);
	occasions_find(&f.r, &f.said, &f.times, &f.occasions);
	names_find(&f.r, &f.names);
	whereabouts_find(&f.r, &f.names, &f.occasions, &f.where);
	figures_find(&f.r, &f.times, &f.figures);
	events_find(&f.r, &f.events);

	reserve(&f, &out);
	found_figures_add(&f, &out);
	found_events_add(&f, &out);
	found_statements_add(&f, &out);
	if (all) {
		add_times(&f, &out);
		add_attributions(&f, &out);
	}
	note_places(&f, &out);
	out.outline = outline_of(&f.r, &f.times);
	return out;
}
