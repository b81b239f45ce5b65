/* gazetteer_build - the gazetteer while it is being compiled. */
#ifndef RECOUNT_GAZETTEER_BUILD_H
#define RECOUNT_GAZETTEER_BUILD_H

#include "files/sheet.h"
#include "files/textpool.h"
#include "records/gazetteer_file.h"

/* A place with what the file does not keep. */
struct gazetteer_row {
	struct gazetteer_item item;
	struct str name;
	uint32_t admin1_code; /* hash of country and GeoNames' code, for the rows of GeoNames */
	bool capital;	      /* of a country, by GeoNames' feature code */
	bool known;	      /* a division of our own layer: its name means it, not the city within */
	bool section;	      /* part of a populated place (PPLX): its city is looked for */
};

/* One name of one place, under its key. */
struct gazetteer_filing {
	uint64_t key;
	uint32_t place;
	uint32_t demonym; /* 1: a demonym of the country, not a name */
};

/* One word of one name: a node of the trie, told once for each name that passes it. */
struct gazetteer_word_step {
	uint64_t key, from, word;
	uint8_t next; /* the bit of the name's next word; 0: it ends here */
};

struct gazetteer_building {
	struct arena *arena;
	struct textpool text;
	struct {
		struct gazetteer_row *at;
		size_t n, room;
	} rows;
	struct {
		struct gazetteer_filing *at;
		size_t n, room;
	} filings;
	size_t sorted; /* filings, from the first */
	struct {
		struct gazetteer_word_step *at;
		size_t n, room;
	} steps;
	struct {
		struct gazetteer_capital *at;
		size_t n, room;
	} capitals;
	struct {
		uint32_t *at;
		size_t n, room;
	} adjectives;
	uint32_t countries[26 * 26];
	const char *folder;
};

/* gazetteer_rows.c: GeoNames' tables and countries.csv, as rows and filings. */
bool gazetteer_read_countries(struct gazetteer_building *b, struct err *err);
bool gazetteer_read_geonames(struct gazetteer_building *b, struct err *err);
/* gazetteer_own.c: our own places and spellings. They find what they are part of among the rows read before. */
bool gazetteer_read_own(struct gazetteer_building *b, struct err *err);
/* gazetteer_fit.c: what can be told only once all rows are read: where divisions lie, whose part a section is. */
void gazetteer_fit_divisions(struct gazetteer_building *b);
void gazetteer_fit_sections(struct gazetteer_building *b);

/* Sort the filings by key, then best known first; gazetteer_filed() looks only among those sorted. */
void gazetteer_sort(struct gazetteer_building *b);
/* First of the filings [*n] with that key. */
const struct gazetteer_filing *gazetteer_filed(const struct gazetteer_building *b, uint64_t key, size_t *n);
/* Distance on the ground [km], good for short ones. */
double gazetteer_near_km(const struct gazetteer_item *a, const struct gazetteer_item *b);

/* Read FOLDER/NAME; at[n] are the columns' numbers. */
bool gazetteer_read_sheet(struct gazetteer_building *b, const char *name, const char *const *columns, size_t n, int *at,
			  struct sheet *sheet, struct err *err);
/* lat and lon as decimal degrees, population as digits or empty. */
bool gazetteer_take_point(struct gazetteer_row *row, struct str lat, struct str lon, struct str population);

/* Add a row; its id is taken as text. Returns the place. */
uint32_t gazetteer_add(struct gazetteer_building *b, const struct gazetteer_row *row, struct str id);
/* File the place under a name and its usual variants. */
void gazetteer_file(struct gazetteer_building *b, uint32_t place, struct str name);
/* File a country under a demonym. */
void gazetteer_file_demonym(struct gazetteer_building *b, uint32_t country, struct str word);
/* File a division under an abbreviation that follows a comma. */
void gazetteer_file_suffix(struct gazetteer_building *b, uint32_t place, struct str word);
/* File it under each item of "a|b|c". */
void gazetteer_file_list(struct gazetteer_building *b, uint32_t place, struct str names);
/* The key of a whole name as filed, 0 when it holds no word. */
uint64_t gazetteer_name_key(struct arena *arena, struct str name);
/* Letters of Latin script without marks, apostrophes gone: "Ḩamāh" gives "Hamah". */
struct str gazetteer_plain(struct arena *arena, struct str name);
/* Does the country's own script differ from ours, so that its names here are transliterations? */
bool gazetteer_transliterates(const char *country);

/* gazetteer_lay.c: sort the filings and write the file. */
bool gazetteer_lay(struct gazetteer_building *b, const char *out, struct err *err);

#endif
