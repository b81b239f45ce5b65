/* gazetteer_file - how the compiled gazetteer lies in its file: shared by the compiler
 * and the reader alone. */
#ifndef RECOUNT_GAZETTEER_FILE_H
#define RECOUNT_GAZETTEER_FILE_H

#include <assert.h>

#include "files/mapped.h"
#include "records/gazetteer.h"

#define GAZETTEER_MAGIC "RCPLACE"
enum { GAZETTEER_VERSION = 5, GAZETTEER_FIRST_BITS = 21 };

/* The sections. */
enum {
	GAZETTEER_ITEMS,      /* struct gazetteer_item */
	GAZETTEER_TEXT,	      /* the bytes of ids and names; each ends in NUL */
	GAZETTEER_LISTS,      /* uint32_t: places */
	GAZETTEER_NODES,      /* struct gazetteer_node, a power of two of them: open addressing by key, 0 is free */
	GAZETTEER_COUNTRIES,  /* uint32_t [26 * 26]: place of the alpha-2 code */
	GAZETTEER_CAPITALS,   /* struct gazetteer_capital, by place */
	GAZETTEER_ADJECTIVES, /* uint32_t: into the text, for each place up to the last country */
	GAZETTEER_FIRSTS,     /* uint64_t: a bit for the upper bits of each word's hash that begins a name */
};

struct gazetteer_item {
	uint32_t id, name; /* [bytes] into the text */
	uint32_t admin1;   /* place, or PLACE_NONE */
	uint32_t parent;   /* place, or PLACE_NONE */
	int32_t lat, lon;  /* [1e-4 degree] */
	uint32_t population;
	char country[2]; /* alpha-2, or NUL */
	uint8_t kind;
	uint8_t respelled; /* its other names are of our own list, to the letter */
};

struct gazetteer_capital {
	uint32_t place, country;
	uint32_t speaks; /* 1: its name stands for the government */
};

struct gazetteer {
	struct mapped file;
};

/* Four nodes a cache line, none across two. */
static_assert(sizeof(struct gazetteer_node) == 16, "a node is a quarter of a cache line");
static_assert(sizeof(struct gazetteer_item) == 32, "two items a cache line");

/* Where the bit of a word that may begin a name is. */
static inline uint64_t gazetteer_first_bit(uint64_t word)
{
	return word >> (64 - GAZETTEER_FIRST_BITS);
}

/* Bit of a word among those that a name goes on with. */
static inline uint8_t gazetteer_next_bit(uint64_t word)
{
	return (uint8_t)(1u << word % 8);
}

/* Key of the name that goes on from `from` (0: the start) with that word. Never 0. */
static inline uint64_t gazetteer_key_of(uint64_t from, uint64_t word)
{
	uint64_t key = (from ^ word) * 0x9E3779B97F4A7C15u + from;

	key ^= key >> 32;
	return key ? key : 1;
}

/* Slot of a country's code; -1 when it is no code. */
static inline int gazetteer_code(const char *alpha2)
{
	unsigned a = (unsigned)(unsigned char)alpha2[0] - 'A', b = (unsigned)(unsigned char)alpha2[1] - 'A';

	return a < 26 && b < 26 ? (int)(26 * a + b) : -1;
}

#endif
