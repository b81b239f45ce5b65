#include "pins.h"

#include "words.h"

static bool fits(const struct override *o, const struct track *t, int32_t day)
{
	struct override_case c = {.measure = t->measure, .subject = t->subject, .place = &t->place, .day = day};

	return o->action == OVERRIDE_PIN && override_fits(o, &c);
}

static struct str why(const struct override *o, struct str before, struct arena *arena)
{
	return str_printf(arena, "set by the analyst (overrides, line %zu)%s%.*s; the sources: %.*s", o->line,
			  o->note.n ? ": " : "", STR_ARG(o->note), STR_ARG(before));
}

static void pin(struct estimate *e, const struct override *o, struct arena *arena)
{
	e->best = o->number;
	e->low = o->low.known ? o->low : o->number.known ? o->number : e->low;
	e->high = o->high.known ? o->high : o->number.known ? o->number : e->high;
	e->open_low = e->open_high = false;
	e->status = ESTIMATE_PINNED;
	e->rule = STR("override.pin");
	e->why = why(o, e->why, arena);
	e->overridden = true;
}

static int32_t day_of(struct str text)
{
	struct date d;

	return date_parse(text, &d, NULL) ? date_first_day(d) : NO_DAY;
}

void pins_apply(struct tracks *tracks, const struct terms *terms, struct arena *arena)
{
	for (size_t o = 0; o < terms->overrides->n; o++)
		for (size_t i = 0; i < tracks->n; i++) {
			struct line *l = &tracks->at[i];

			for (size_t k = 0; k < l->estimates.n; k++) {
				struct estimate *e = &l->estimates.at[k];

				if (!fits(&terms->overrides->at[o], &l->track, day_of(e->as_of)))
					continue;
				pin(e, &terms->overrides->at[o], arena);
				if (k + 1 == l->estimates.n)
					track_take(&l->track, e);
			}
		}
}
