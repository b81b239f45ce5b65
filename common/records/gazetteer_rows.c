#include <stdio.h>

#include "base/hash.h"
#include "records/gazetteer_build.h"

uint32_t gazetteer_add(struct gazetteer_building *b, const struct gazetteer_row *row, struct str id)
{
	struct gazetteer_row r = *row;

	r.item.id = textpool_add(&b->text, id);
	r.item.name = textpool_add(&b->text, r.name);
	LIST_ADD(b->arena, &b->rows, r);
	return (uint32_t)b->rows.n - 1;
}

/* "36.2012" as 1e-4 degrees. */
static bool degrees(struct str s, int limit, int32_t *out)
{
	struct str rest = s, whole = str_cut(&rest, '.');
	int64_t value = 0, part = 0;
	bool negative = str_starts(whole, STR("-"));

	if (negative)
		whole = str_slice(whole, 1, whole.n);
	if (!str_to_int(whole, 0, limit, &value) || (rest.n && !str_to_int(rest, 0, 999999999, &part)))
		return false;
	for (size_t i = rest.n; i < 4; i++)
		part *= 10;
	for (size_t i = rest.n; i > 4; i--)
		part /= 10;
	value = 10000 * value + part;
	*out = (int32_t)(negative ? -value : value);
	return value <= 10000 * (int64_t)limit;
}

bool gazetteer_take_point(struct gazetteer_row *row, struct str lat, struct str lon, struct str population)
{
	int64_t people = 0;

	if (!degrees(lat, 90, &row->item.lat) || !degrees(lon, 180, &row->item.lon))
		return false;
	if (population.n && !str_to_int(population, 0, UINT32_MAX, &people))
		return false;
	row->item.population = (uint32_t)people;
	return true;
}

bool gazetteer_read_sheet(struct gazetteer_building *b, const char *name, const char *const *columns, size_t n, int *at,
			  struct sheet *sheet, struct err *err)
{
	struct str path = str_printf(b->arena, "%s/%s", b->folder, name);

	if (!sheet_read(path.at, b->arena, sheet, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		at[i] = sheet_column(sheet, str_of(columns[i]));
		if (at[i] < 0)
			return sheet_err(err, sheet, 1, "the column '%s' is missing", columns[i]);
	}
	return true;
}

static void file_demonyms(struct gazetteer_building *b, uint32_t country, struct str adjectives, struct str people)
{
	while (adjectives.n) {
		struct str word = str_cut(&adjectives, '|');

		gazetteer_file_demonym(b, country, word);
		/* Not the plural of "U.S.". */
		if (ascii_is_lower((unsigned char)word.at[word.n - 1]))
			gazetteer_file_demonym(b, country, str_printf(b->arena, "%.*ss", STR_ARG(word)));
	}
	while (people.n)
		gazetteer_file_demonym(b, country, str_cut(&people, '|'));
}

enum { CODE, CODE3, NAME, NAMES, ABBREVIATIONS, ADJECTIVES, PEOPLE, LAT, LON, POPULATION, COUNTRY_COLUMNS };

static bool take_country(struct gazetteer_building *b, const struct sheet *sheet, const struct sheet_row *from,
			 const int *at, struct err *err)
{
	const struct str *cell = from->cells;
	struct gazetteer_row row = {.name = cell[at[NAME]]};
	struct str code = cell[at[CODE]], adjectives = cell[at[ADJECTIVES]];
	int slot = code.n == 2 ? gazetteer_code(code.at) : -1;

	if (slot < 0 || b->countries[slot] != PLACE_NONE)
		return sheet_err(err, sheet, from->line, "code: '%.*s': want two letters, each code once",
				 STR_ARG(code));
	if (!row.name.n || !gazetteer_take_point(&row, cell[at[LAT]], cell[at[LON]], cell[at[POPULATION]]))
		return sheet_err(err, sheet, from->line, "want a name, lat, lon and population");
	row.item.kind = PLACE_COUNTRY;
	row.item.parent = row.item.admin1 = PLACE_NONE;
	memcpy(row.item.country, code.at, 2);
	uint32_t place = gazetteer_add(b, &row, str_printf(b->arena, "country:%.*s", STR_ARG(code)));

	b->countries[slot] = place;
	gazetteer_file(b, place, row.name);
	gazetteer_file_list(b, place, cell[at[NAMES]]);
	gazetteer_file_list(b, place, cell[at[ABBREVIATIONS]]);
	file_demonyms(b, place, adjectives, cell[at[PEOPLE]]);
	LIST_ADD(b->arena, &b->adjectives, textpool_add(&b->text, str_cut(&adjectives, '|')));
	return true;
}

bool gazetteer_read_countries(struct gazetteer_building *b, struct err *err)
{
	static const char *const columns[COUNTRY_COLUMNS] = {"code",	   "code3",  "name", "names", "abbreviations",
							     "adjectives", "people", "lat",  "lon",   "population"};
	int at[COUNTRY_COLUMNS];
	struct sheet sheet;

	for (size_t i = 0; i < sizeof b->countries / sizeof *b->countries; i++)
		b->countries[i] = PLACE_NONE;
	if (!gazetteer_read_sheet(b, "countries.csv", columns, COUNTRY_COLUMNS, at, &sheet, err))
		return false;
	for (size_t i = 0; i < sheet.n; i++)
		if (!take_country(b, &sheet, &sheet.at[i], at, err))
			return false;
	return true;
}

/* The place of a country's code, or an error of that row. */
static bool country_of(const struct gazetteer_building *b, struct str code, struct gazetteer_row *row)
{
	int slot = code.n == 2 ? gazetteer_code(code.at) : -1;

	row->item.parent = slot < 0 ? PLACE_NONE : b->countries[slot];
	row->item.admin1 = PLACE_NONE;
	if (row->item.parent == PLACE_NONE)
		return false;
	memcpy(row->item.country, code.at, 2);
	return true;
}

static struct str shown(struct gazetteer_building *b, const struct gazetteer_row *row, struct str name)
{
	return gazetteer_transliterates(row->item.country) ? gazetteer_plain(b->arena, name) : name;
}

static uint32_t admin1_code(struct gazetteer_building *b, struct str country, struct str code)
{
	return (uint32_t)hash64(str_printf(b->arena, "%.*s.%.*s", STR_ARG(country), STR_ARG(code)));
}

/* Slots by admin1_code: which place that division is. A power of two, mostly empty. */
struct divisions {
	uint32_t code[1 << 14], place[1 << 14];
};

static size_t division_slot(const struct divisions *d, uint32_t code)
{
	size_t mask = sizeof d->code / sizeof *d->code - 1, i = code & mask;

	while (d->place[i] && d->code[i] != code)
		i = (i + 1) & mask;
	return i;
}

static uint32_t division_of(const struct divisions *d, uint32_t code)
{
	size_t i = division_slot(d, code);

	return d->place[i] ? d->place[i] - 1 : PLACE_NONE;
}

static bool read_divisions(struct gazetteer_building *b, struct divisions *d, bool second, struct err *err)
{
	static const char *const columns[] = {"country", "admin1", "name", "admin2"};
	int at[4];
	struct sheet sheet;

	if (!gazetteer_read_sheet(b, second ? "admin2.csv.gz" : "admin1.csv.gz", columns, second ? 4 : 3, at, &sheet,
				  err))
		return false;
	for (size_t i = 0; i < sheet.n; i++) {
		const struct str *cell = sheet.at[i].cells;
		struct gazetteer_row row = {.item.kind = second ? PLACE_ADMIN2 : PLACE_ADMIN1};
		struct str country = cell[at[0]], code = cell[at[1]];

		if (!country_of(b, country, &row))
			return sheet_err(err, &sheet, sheet.at[i].line, "no such country: '%.*s'", STR_ARG(country));
		row.name = shown(b, &row, cell[at[2]]);
		row.admin1_code = admin1_code(b, country, code);
		if (second && division_of(d, row.admin1_code) != PLACE_NONE)
			row.item.parent = row.item.admin1 = division_of(d, row.admin1_code);
		struct str id = second ? str_printf(b->arena, "admin2:%.*s.%.*s.%.*s", STR_ARG(country), STR_ARG(code),
						    STR_ARG(cell[at[3]]))
				       : str_printf(b->arena, "admin1:%.*s.%.*s", STR_ARG(country), STR_ARG(code));
		uint32_t place = gazetteer_add(b, &row, id);

		if (!second) {
			size_t slot = division_slot(d, row.admin1_code);

			d->code[slot] = row.admin1_code;
			d->place[slot] = place + 1;
			b->rows.at[place].item.admin1 = place;
		}
		gazetteer_file(b, place, cell[at[2]]);
	}
	return true;
}

/* Kinds of GeoNames' feature codes: seats of divisions are cities however small. */
static enum place_kind kind_of(struct str feature, uint32_t population)
{
	static const char seats[] = " PPLC PPLA PPLA2 PPLG ";
	char code[16];

	snprintf(code, sizeof code, " %.*s ", STR_ARG(feature));
	if (str_eq(feature, STR("PPLX")))
		return PLACE_DISTRICT;
	return strstr(seats, code) || population >= 5000 ? PLACE_CITY : PLACE_VILLAGE;
}

enum { ID, PLACE_NAME, ALT_NAME, COUNTRY, ADMIN1, FEATURE, PEOPLE_THERE, PLACE_LAT, PLACE_LON, PLACE_COLUMNS };

/* [countries] How many places of each say a division, and how many one that is in no table. */
struct strangers {
	uint32_t of[26 * 26], unknown[26 * 26];
};

/* Where most of a country's places say divisions that are in no table, theirs are others (of before a reform, say), and
 * the rest agree by chance alone: none is believed. */
static void count_strangers(struct gazetteer_building *b, const struct divisions *d, const struct sheet *sheet,
			    const int *at, struct strangers *out)
{
	for (size_t i = 0; i < sheet->n; i++) {
		const struct str *cell = sheet->at[i].cells;
		int slot = cell[at[COUNTRY]].n == 2 ? gazetteer_code(cell[at[COUNTRY]].at) : -1;

		if (slot < 0)
			continue;
		out->of[slot]++;
		out->unknown[slot] += division_of(d, admin1_code(b, cell[at[COUNTRY]], cell[at[ADMIN1]])) == PLACE_NONE;
	}
}

static bool is_believed(const struct strangers *s, struct str country)
{
	int slot = gazetteer_code(country.at);

	return slot >= 0 && 2 * s->unknown[slot] <= s->of[slot];
}

static bool take_place(struct gazetteer_building *b, const struct divisions *d, const struct strangers *strangers,
		       const struct str *cell, const int *at)
{
	struct gazetteer_row row = {0};
	struct str feature = cell[at[FEATURE]];

	if (!country_of(b, cell[at[COUNTRY]], &row) ||
	    !gazetteer_take_point(&row, cell[at[PLACE_LAT]], cell[at[PLACE_LON]], cell[at[PEOPLE_THERE]]))
		return false;
	row.item.kind = (uint8_t)kind_of(feature, row.item.population);
	row.section = row.item.kind == PLACE_DISTRICT;
	row.capital = str_eq(feature, STR("PPLC"));
	row.name = shown(b, &row, cell[at[PLACE_NAME]]);
	uint32_t division = division_of(d, admin1_code(b, cell[at[COUNTRY]], cell[at[ADMIN1]]));

	if (division != PLACE_NONE && is_believed(strangers, cell[at[COUNTRY]]))
		row.item.admin1 = row.item.parent = division;
	uint32_t place = gazetteer_add(b, &row, str_printf(b->arena, "geonames:%.*s", STR_ARG(cell[at[ID]])));

	gazetteer_file(b, place, cell[at[PLACE_NAME]]);
	return true;
}

bool gazetteer_read_geonames(struct gazetteer_building *b, struct err *err)
{
	static const char *const columns[PLACE_COLUMNS] = {"geonames_id", "name",	"alt_name", "country", "admin1",
							   "feature",	  "population", "lat",	    "lon"};
	struct divisions *d = ARENA_NEW(b->arena, struct divisions);
	struct strangers *strangers = ARENA_NEW(b->arena, struct strangers);
	int at[PLACE_COLUMNS];
	struct sheet sheet;

	if (!read_divisions(b, d, false, err) || !read_divisions(b, d, true, err) ||
	    !gazetteer_read_sheet(b, "places.csv.gz", columns, PLACE_COLUMNS, at, &sheet, err))
		return false;
	count_strangers(b, d, &sheet, at, strangers);
	for (size_t i = 0; i < sheet.n; i++)
		if (!take_place(b, d, strangers, sheet.at[i].cells, at))
			return sheet_err(err, &sheet, sheet.at[i].line, "want a country, lat, lon and population");
	return true;
}
