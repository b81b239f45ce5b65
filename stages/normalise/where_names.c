#include "base/hash.h"
#include "where_parts.h"

struct where_names *where_names_open(const struct gazetteer *g, struct arena *arena)
{
	struct where_names *names = ARENA_NEW(arena, struct where_names);

	names->g = g;
	return names;
}

const struct where_name *where_name_of(struct where_names *names, struct str name, struct arena *arena)
{
	uint64_t hash = hash64(name) | 1;
	struct where_name *of = &names->slots[(hash >> 1) % WHERE_NAMES];

	if (of->hash != hash) {
		of->hash = hash;
		of->n = (uint32_t)gazetteer_find(names->g, gazetteer_key(arena, name), &of->places);
		of->demonym = gazetteer_demonym(names->g, name);
	}
	return of;
}
