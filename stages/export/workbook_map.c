#include "workbook_map.h"

static struct workbook_entry *slot(const struct workbook_map *map, uint64_t key)
{
	size_t i = key & (map->room - 1);

	while (map->at[i].key && map->at[i].key != key)
		i = (i + 1) & (map->room - 1);
	return &map->at[i];
}

static void grow(struct arena *arena, struct workbook_map *map)
{
	struct workbook_map more = {.n = map->n, .room = map->room ? 2 * map->room : 64};

	more.at = ARENA_ARRAY(arena, struct workbook_entry, more.room);
	for (size_t i = 0; i < map->room; i++)
		if (map->at[i].key)
			*slot(&more, map->at[i].key) = map->at[i];
	*map = more;
}

void workbook_map_add(struct arena *arena, struct workbook_map *map, uint64_t key, uint64_t value)
{
	if (2 * (map->n + 1) > map->room)
		grow(arena, map);
	struct workbook_entry *e = slot(map, key);

	if (e->key)
		return;
	*e = (struct workbook_entry){key, value};
	map->n++;
}

uint64_t workbook_map_find(const struct workbook_map *map, uint64_t key)
{
	return map->room && slot(map, key)->key ? slot(map, key)->value : WORKBOOK_NOWHERE;
}
