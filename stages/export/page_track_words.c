/* page_tracks: the words. */
#include "page_text.h"
#include "page_tracks.h"

struct page_values page_track_values(const struct track *t)
{
	return (struct page_values){t->low, t->best, t->high, t->open_low, t->open_high};
}

static void add_name(struct arena *arena, struct strs *names, struct str who)
{
	if (who.n && !strs_has(*names, who))
		strs_add(arena, names, who);
}

/* Who stands behind the latest estimate or against it; vague statements only where there
 * are no others. */
static struct strs names_of(struct arena *arena, const struct page_track *t)
{
	struct strs names = {0};
	const struct estimate *e = t->steps.n ? &t->steps.at[t->steps.n - 1].estimate : NULL;

	for (int vague = 0; vague < 2 && names.n == 0; vague++)
		for (size_t i = 0; i < t->n; i++) {
			const struct page_statement *s = &t->statements[i];
			bool against = e && strs_has(e->contested_by, s->source);

			if (s->found && (s->current || against || !t->plotted) &&
			    (vague || s->qualifier != QUALIFIER_ORDER))
				add_name(arena, &names, s->who);
		}
	return names;
}

/* One number that the headline gives already? */
static bool is_plain(const struct page_values *v)
{
	return v->best.known && decimal_eq(v->low, v->best) && decimal_eq(v->high, v->best) && !v->open_low &&
	       !v->open_high;
}

static void add_ending(struct buf *b, int status, struct strs names)
{
	static const char *const ends[] = {
		[ESTIMATE_AGREED] = "agree", [ESTIMATE_CONTESTED] = "disagree", [ESTIMATE_PINNED] = ""};
	struct str all = page_names(b->arena, names);
	bool ends_in = status == ESTIMATE_AGREED || status == ESTIMATE_CONTESTED;

	if (status == ESTIMATE_PINNED)
		buf_add(b, b->n ? STR(", set by an analyst.") : STR("Set by an analyst."));
	else if (status == ESTIMATE_VAGUE)
		buf_add(b, b->n ? STR("; nobody gives a number.") : STR("Nobody gives a number."));
	else if (names.n > 1 && ends_in)
		buf_printf(b, "%s%.*s %s.", b->n ? ". " : "", STR_ARG(page_capital(b->arena, all)), ends[status]);
	else if (names.n)
		buf_printf(b, "%s %.*s.", b->n ? ", according to" : "According to", STR_ARG(all));
	else
		buf_add(b, b->n ? STR(".") : STR(""));
}

/* " Lowered from 52 on 27 November 2021." when the latest statement revises one. */
static void add_revision(struct buf *b, struct page_quantity q, const struct page_track *t)
{
	const struct page_statement *s = t->n ? &t->statements[t->n - 1] : NULL, *o = s ? s->before : NULL;

	if (!o || !s->current || t->track.status == ESTIMATE_CONTESTED || !s->best.known || !o->best.known ||
	    decimal_eq(s->best, o->best))
		return;
	buf_printf(b, "%s%s from %.*s", b->n ? " " : "", decimal_cmp(s->best, o->best) > 0 ? "Raised" : "Lowered",
		   STR_ARG(page_number(b->arena, q, o->best)));
	if (s->stated.n)
		buf_printf(b, ", %.*s", STR_ARG(page_date(b->arena, s->stated)));
	buf_add_char(b, '.');
}

struct str page_track_words(struct arena *arena, const struct page_track *t)
{
	struct page_quantity q = {t->track.measure, t->track.subject, t->track.unit};
	struct page_values v = page_track_values(&t->track);
	bool best = v.best.known && v.low.known && v.high.known && !decimal_eq(v.low, v.high);
	struct buf b = {.arena = arena};

	if (!is_plain(&v))
		buf_add(&b, page_capital(arena, page_span_words(arena, q, &v)));
	if (best)
		buf_printf(&b, "; best %.*s", STR_ARG(page_number(arena, q, v.best)));
	add_ending(&b, t->track.status, names_of(arena, t));
	add_revision(&b, q, t);
	return buf_str(&b);
}

void page_badge(struct buf *html, int status)
{
	static const char *const words[] = {"", "one source", "agreed", "contested", "vague", "set by an analyst"};

	if (status > ESTIMATE_NONE && status <= ESTIMATE_PINNED)
		buf_printf(html, " <span class=\"badge %s\">%s</span>", estimate_statuses[status], words[status]);
}
