#include "event_types.h"

#include "records/refs.h"

static const char *const process_names[] = {"", "no", "yes", "told", NULL};
static const char *const pos_names[] = {"",	  "verb", "noun",  "adjective", "own", "waiting",
					"demand", "plan", "doing", "failing",	NULL};

static bool is_operation(struct str type)
{
	static const char *const types[] = {"evacuation", "rescue", "offensive", "withdrawal",
					    "deployment", "aid",    "return"};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_is(type, types[i]))
			return true;
	return false;
}

static enum disaster_course course_of(struct str how)
{
	return !how.n ? COURSE_NONE : str_is(how, "stays") ? COURSE_STAYS : COURSE_MOVES;
}

/* Where the search for a name begins. */
static uint32_t slot_of(const struct event_types *types, struct str name)
{
	return ((uint32_t)name.n + 5 * (unsigned char)name.at[0] + 11 * (unsigned char)name.at[name.n - 1]) &
	       types->mask;
}

const struct event_type *event_type_named(const struct event_types *types, struct str name)
{
	if (!name.n)
		return NULL;
	for (uint32_t i = slot_of(types, name); types->slots[i]; i = (i + 1) & types->mask)
		if (str_eq(types->at[types->slots[i] - 1].name, name))
			return &types->at[types->slots[i] - 1];
	return NULL;
}

/* One whose name another folder has again is not the lexicon's any more, and not found. */
static void file(struct event_types *types, const struct lexicon *lex, uint32_t row)
{
	struct str name = types->at[row].name;

	if (!name.n || lexicon_row(lex, LEXICON_EVENT_TYPES, name) != row)
		return;
	uint32_t i = slot_of(types, name);

	while (types->slots[i])
		i = (i + 1) & types->mask;
	types->slots[i] = row + 1;
}

const struct event_types *event_types_read(const struct lexicon *lex, struct arena *arena)
{
	enum lexicon_table table = LEXICON_EVENT_TYPES;
	uint32_t process = lexicon_column(lex, table, "process"), kin = lexicon_column(lex, table, "kin"),
		 plover = lexicon_column(lex, table, "plover"), sudden = lexicon_column(lex, table, "sudden"),
		 disaster = lexicon_column(lex, table, "disaster"), n = lexicon_rows(lex, table);
	struct event_type *rows = ARENA_ARRAY(arena, struct event_type, n + 1);
	struct event_types *types = ARENA_NEW(arena, struct event_types);

	*types = (struct event_types){.at = rows, .mask = 127};
	while (types->mask < 2 * n)
		types->mask = 2 * types->mask + 1;
	types->slots = ARENA_ARRAY(arena, uint32_t, types->mask + 1);
	for (uint32_t row = 0; row < n; row++) {
		struct str name = lexicon_cell(lex, table, row, 0);

		rows[row] = (struct event_type){
			.name = name,
			.kin = lexicon_cell(lex, table, row, kin),
			.process = (uint8_t)word_index(process_names, lexicon_cell(lex, table, row, process)),
			.course = (uint8_t)course_of(lexicon_cell(lex, table, row, disaster)),
			.act = lexicon_cell(lex, table, row, plover).n,
			.sudden = lexicon_cell(lex, table, row, sudden).n,
			.is_operation = is_operation(name),
		};
		file(types, lex, row);
	}
	return types;
}

const struct event_trigger *event_triggers_read(const struct lexicon *lex, const struct event_types *types,
						struct arena *arena)
{
	enum lexicon_table table = LEXICON_TRIGGERS;
	uint32_t pos = lexicon_column(lex, table, "pos"), type = lexicon_column(lex, table, "type"),
		 n = lexicon_rows(lex, table);
	struct event_trigger *rows = ARENA_ARRAY(arena, struct event_trigger, n + 1);

	for (uint32_t row = 0; row < n; row++) {
		struct str name = lexicon_cell(lex, table, row, type);

		rows[row] = (struct event_trigger){
			.name = name,
			.type = event_type_named(types, name),
			.pos = (uint8_t)word_index(pos_names, lexicon_cell(lex, table, row, pos)),
		};
	}
	return rows;
}

const struct event_state *event_states_read(const struct lexicon *lex, struct arena *arena)
{
	enum lexicon_table table = LEXICON_STATUSES;
	uint32_t pos = lexicon_column(lex, table, "pos"), status = lexicon_column(lex, table, "status"),
		 negated = lexicon_column(lex, table, "negated"), n = lexicon_rows(lex, table);
	struct event_state *rows = ARENA_ARRAY(arena, struct event_state, n + 1);

	for (uint32_t row = 0; row < n; row++)
		rows[row] = (struct event_state){
			.pos = (uint8_t)word_index(pos_names, lexicon_cell(lex, table, row, pos)),
			.status = (uint8_t)word_index(statuses, lexicon_cell(lex, table, row, status)),
			.negated = (uint8_t)word_index(statuses, lexicon_cell(lex, table, row, negated)),
		};
	return rows;
}

const struct event_trigger *event_trigger_as(const struct reading *r, const struct hit *hit, enum event_pos pos)
{
	const struct lexicon_entry *entries = hit_entries(r, hit);

	for (size_t e = 0; e < hit->entries; e++)
		if (entries[e].table == LEXICON_TRIGGERS && r->know->triggers[entries[e].row].pos == pos)
			return &r->know->triggers[entries[e].row];
	return NULL;
}

const struct event_state *event_state_as(const struct reading *r, const struct hit *hit, enum event_pos pos)
{
	const struct lexicon_entry *entries = hit_entries(r, hit);

	for (size_t e = 0; e < hit->entries; e++)
		if (entries[e].table == LEXICON_STATUSES && r->know->states[entries[e].row].pos == pos)
			return &r->know->states[entries[e].row];
	return NULL;
}
