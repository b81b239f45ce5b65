/* event_types - what the lexicon says of the types of events, and of the words that tell one or how one stands: its
 * tables event_types, triggers and statuses, read once when the program starts (struct knowledge). */
#ifndef RECOUNT_EVENT_TYPES_H
#define RECOUNT_EVENT_TYPES_H

#include "reading.h"

/* Column `process`: does it begin, stop and end? One may, and its noun alone tell it ("flooding"). */
enum event_process { PROCESS_UNKNOWN, PROCESS_NO, PROCESS_YES, PROCESS_TOLD };

/* What nature does to a place before it does it to anyone (column `disaster`). */
enum disaster_course {
	COURSE_NONE,
	COURSE_MOVES, /* from place to place: a storm */
	COURSE_STAYS  /* in one place: an earthquake */
};

struct event_type {
	struct str name, kin;
	uint8_t process;   /* enum event_process */
	uint8_t course;	   /* enum disaster_course */
	bool act, sudden;  /* somebody does it; it comes unforeseen */
	bool is_operation; /* "the operation" may stand for it; not for talks, a trial, a protest */
};

/* How a word tells an event or a state; the names are those of the columns `pos`. */
enum event_pos {
	POS_NONE,
	POS_VERB,
	POS_NOUN,
	POS_ADJECTIVE,
	POS_OWN,
	POS_WAITING,
	POS_DEMAND,
	POS_PLAN,
	POS_DOING,
	POS_FAILING
};

/* A row of the triggers, one of the statuses. */
struct event_trigger {
	struct str name;	       /* of the type */
	const struct event_type *type; /* NULL: none that event_types has */
	uint8_t pos;		       /* enum event_pos */
};
struct event_state {
	uint8_t pos;		 /* enum event_pos */
	uint8_t status, negated; /* of refs.h; STATUS_NONE for none */
};

/* The rows of event_types, and where each is found by its name. */
struct event_types {
	const struct event_type *at;
	uint32_t mask;
	uint32_t *slots; /* [mask + 1] 1 + a row, 0: none; two rows on one place take two that follow */
};

/* The tables read, in the arena. */
const struct event_types *event_types_read(const struct lexicon *lex, struct arena *arena);
const struct event_trigger *event_triggers_read(const struct lexicon *lex, const struct event_types *types,
						struct arena *arena);
const struct event_state *event_states_read(const struct lexicon *lex, struct arena *arena);

/* Is it a type that begins, stops and ends? NULL is none. */
static inline bool event_type_is_process(const struct event_type *type)
{
	return type && (type->process == PROCESS_YES || type->process == PROCESS_TOLD);
}
/* The type of that name; NULL: none, also for the empty one. */
const struct event_type *event_type_named(const struct event_types *types, struct str name);

/* The hit's first row that tells it so; NULL: none. */
const struct event_trigger *event_trigger_as(const struct reading *r, const struct hit *hit, enum event_pos pos);
const struct event_state *event_state_as(const struct reading *r, const struct hit *hit, enum event_pos pos);
/* The hit's first row of the triggers, which it has. */
static inline const struct event_trigger *event_trigger_of(const struct reading *r, const struct hit *hit)
{
	return &r->know->triggers[hit_row(r, hit, LEXICON_TRIGGERS)];
}

#endif
