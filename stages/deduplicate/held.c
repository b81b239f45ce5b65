#include "held.h"

#include "record.h"

/* The dead of two articles that name no place are not those of one blow. A copy lies in its original's story. */
static void place_in_story(struct place_ref *place, const struct articles *all, uint32_t article, struct arena *arena)
{
	if (str_is_empty(place->id) && str_is_empty(place->parent_id))
		place->parent_id = str_printf(arena, "story:%.*s", STR_ARG(all->at[all->at[article].origin].id));
}

void held_claim(const struct held *held, size_t i, struct claim *out, struct arena *arena)
{
	const struct article *article = &held->all->at[held->article[i]];
	struct packed row;

	packed_take(&claim_table, held->at[i], &row, out, arena);
	out->document = article->id;
	out->assertion = STR_NULL; /* an earlier merge set it */
	place_in_story(&out->place, held->all, held->article[i], arena);
	if (str_is_empty(row.line))
		record_date_claim(out, article, arena);
}

void held_event(const struct held *held, size_t i, struct event *out, struct arena *arena)
{
	struct packed row;

	packed_take(&event_table, held->at[i], &row, out, arena);
	place_in_story(&out->place, held->all, held->article[i], arena);
	record_date_event(out, &held->all->at[held->article[i]], arena);
}

uint64_t held_wording(const struct held *held, size_t i)
{
	return packed_wording(held->at[i]);
}

struct str held_claim_line(const struct held *held, size_t i)
{
	return packed_line(&claim_table, held->at[i]);
}
