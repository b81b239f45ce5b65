#include "blame.h"

#include "agents.h"
#include "words.h"

/* Acts that somebody is to blame for: assault, fighting, mass violence (CAMEO root codes). */
static bool is_hostile(const struct event *e)
{
	return e->status == STATUS_NONE && e->cameo.n == 2 && str_cmp(e->cameo, STR("18")) >= 0 &&
	       str_cmp(e->cameo, STR("20")) <= 0;
}

static struct str agent_of(const struct event *e)
{
	return e->agent_id.n ? e->agent_id : e->agent_name;
}

static bool blames(const struct tale *t)
{
	return is_hostile(t->e) && agent_of(t->e).n && !t->denied && !str_eq(t->e->source.type, STR("none"));
}

void blame_find(const struct tale *at, size_t n, const struct bodies *bodies, struct contradictions *out,
		struct arena *arena)
{
	struct contradiction c = {.kind = CONTRADICTION_BLAME};
	const struct tale *of = NULL;
	struct agents agents = {0};

	for (size_t i = 0; i < n; i++) {
		const struct tale *t = &at[i];

		struct agent agent = {t->e->agent_id, t->e->agent_name, t->body};

		if (!blames(t) || !agents_is_side(&agent))
			continue;
		of = of ? of : t;
		LIST_ADD(arena, &agents, agent);
		tale_add_side(&c, t, t->e->agent_name.n ? t->e->agent_name : t->e->agent_id, arena);
	}
	if (!agents_differ(&agents, bodies))
		return;
	c.type = of->e->type;
	c.place = of->e->place;
	c.since = c.until = track_day(arena, of->day);
	struct str target = of->e->target_name.n ? of->e->target_name : of->e->target_id;

	c.subject = words_happening(arena, of->e,
				    target.n ? str_concat(arena, (struct str[]){STR("on "), target}, 2) : STR_NULL);
	c.why = STR("the sources blame different sides for one happening");
	contradiction_finish(&c, STR_NULL, arena);
	LIST_ADD(arena, out, c);
}
