/* workbook_map - a number for each text (an id's row in its sheet, a track's rank), by the
 * text's fingerprint: 16 bytes an id, whatever its length. */
#ifndef RECOUNT_WORKBOOK_MAP_H
#define RECOUNT_WORKBOOK_MAP_H

#include "base/hash.h"

#define WORKBOOK_NOWHERE UINT64_MAX

/* Zero-initialised is an empty map. */
struct workbook_map {
	struct workbook_entry {
		uint64_t key, value; /* key: hash64, 0 for a free slot */
	} * at;			     /* [room] */
	size_t n, room;		     /* room: a power of two, or 0 */
};

/* The first number given for a text stays. */
void workbook_map_add(struct arena *arena, struct workbook_map *map, uint64_t key, uint64_t value);
/* WORKBOOK_NOWHERE when it is not there. */
uint64_t workbook_map_find(const struct workbook_map *map, uint64_t key);

static inline uint64_t workbook_key(struct str text)
{
	uint64_t key = hash64(text);

	return key ? key : 1;
}

#endif
