#include "records/gazetteer_build.h"

enum { NAME, KIND, COUNTRY, IN, LAT, LON, POPULATION, NAMES, COLUMNS };
enum { SAME_KM = 30, SAME_DISTRICT_KM = 20 };

static const char *const columns[COLUMNS] = {"name", "kind", "country", "in", "lat", "lon", "population", "names"};

static const struct {
	const char *name;
	enum place_kind kind;
} kinds[] = {
	{"continent", PLACE_CONTINENT}, {"world", PLACE_REGION_WORLD},
	{"region", PLACE_REGION},	{"admin1", PLACE_ADMIN1},
	{"admin2", PLACE_ADMIN2},	{"city", PLACE_CITY},
	{"district", PLACE_DISTRICT},	{"village", PLACE_VILLAGE},
	{"camp", PLACE_OTHER},		{"crossing", PLACE_OTHER},
	{"airport", PLACE_OTHER},	{"site", PLACE_OTHER},
	{"island", PLACE_REGION},	{"sea", PLACE_SEA},
	{"line", PLACE_LINE},		{"country", PLACE_COUNTRY},
};

static int kind_named(struct str name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(name, kinds[i].name))
			return (int)kinds[i].kind;
	return -1;
}

static bool is_settlement(int kind)
{
	return kind == PLACE_CITY || kind == PLACE_VILLAGE || kind == PLACE_DISTRICT;
}

static bool agrees(const struct gazetteer_row *row, struct str country, int kind)
{
	if (country.n && memcmp(row->item.country, country.at, 2) != 0)
		return false;
	return kind < 0 || row->item.kind == kind || (is_settlement(kind) && is_settlement(row->item.kind));
}

/* The best known place of that name in the country (empty: any), of that kind (-1: any); rows of
 * our own that were read since the last sort are looked through one by one. */
static uint32_t find(struct gazetteer_building *b, struct str name, struct str country, int kind)
{
	uint64_t key = gazetteer_name_key(b->arena, name);
	size_t n = 0;
	const struct gazetteer_filing *f = gazetteer_filed(b, key, &n);

	for (size_t i = 0; i < n; i++)
		if (!f[i].demonym && agrees(&b->rows.at[f[i].place], country, kind))
			return f[i].place;
	for (size_t i = b->sorted; i < b->filings.n; i++)
		if (b->filings.at[i].key == key && agrees(&b->rows.at[b->filings.at[i].place], country, kind))
			return b->filings.at[i].place;
	return PLACE_NONE;
}

/* "Khan al-Aasal" gives "khan-al-aasal". */
static struct str slug(struct arena *arena, struct str name)
{
	struct str plain = gazetteer_plain(arena, name);
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < plain.n; i++) {
		char c = ascii_to_lower(plain.at[i]);

		if (ascii_is_lower((unsigned char)c) || ascii_is_digit((unsigned char)c))
			buf_add_char(&out, c);
		else if (out.n && out.at[out.n - 1] != '-')
			buf_add_char(&out, '-');
	}
	while (out.n && out.at[out.n - 1] == '-')
		out.n--;
	return buf_str(&out);
}

/* A row of GeoNames for the same place: then ours adds names to it instead. */
static uint32_t same_place(struct gazetteer_building *b, const struct gazetteer_row *row, struct str country)
{
	size_t n = 0;
	const struct gazetteer_filing *f = gazetteer_filed(b, gazetteer_name_key(b->arena, row->name), &n);
	double most = row->item.kind == PLACE_DISTRICT ? SAME_DISTRICT_KM : SAME_KM;

	for (size_t i = 0; is_settlement(row->item.kind) && i < n; i++) {
		const struct gazetteer_row *other = &b->rows.at[f[i].place];

		if (!f[i].demonym && is_settlement(other->item.kind) && agrees(other, country, -1) &&
		    gazetteer_near_km(&other->item, &row->item) <= most)
			return f[i].place;
	}
	return row->item.kind == PLACE_ADMIN1 ? find(b, row->name, country, PLACE_ADMIN1) : PLACE_NONE;
}

/* A part of the world of that name: Asia, of which towns have the name, too. */
static uint32_t find_wide(struct gazetteer_building *b, struct str name)
{
	static const enum place_kind wide[] = {PLACE_CONTINENT, PLACE_REGION_WORLD, PLACE_REGION};
	uint32_t place = PLACE_NONE;

	for (size_t i = 0; place == PLACE_NONE && i < sizeof wide / sizeof *wide; i++)
		place = find(b, name, STR(""), wide[i]);
	return place;
}

/* Parent and division, from the name in the column `in` and the country. */
static bool place_in(struct gazetteer_building *b, struct gazetteer_row *row, struct str country, struct str in)
{
	int slot = country.n == 2 ? gazetteer_code(country.at) : -1;

	row->item.parent = row->item.admin1 = PLACE_NONE;
	if (country.n) {
		if (slot < 0 || b->countries[slot] == PLACE_NONE)
			return false;
		memcpy(row->item.country, country.at, 2);
		row->item.parent = b->countries[slot];
	}
	if (!in.n)
		return true;
	bool of_city = row->item.kind == PLACE_DISTRICT;
	uint32_t parent = country.n ? PLACE_NONE : find_wide(b, in); /* no town of that name */

	if (parent == PLACE_NONE)
		parent = find(b, in, country, of_city ? PLACE_CITY : PLACE_ADMIN1);
	if (parent == PLACE_NONE)
		parent = find(b, in, country, -1);
	if (parent == PLACE_NONE)
		return false;
	row->item.parent = parent;
	row->item.admin1 = b->rows.at[parent].item.admin1;
	return true;
}

static void join(struct gazetteer_building *b, uint32_t same, const struct gazetteer_row *row)
{
	struct gazetteer_row *to = &b->rows.at[same];

	to->name = row->name;
	to->item.name = textpool_add(&b->text, row->name);
	to->section = false;
	if (row->item.kind == PLACE_DISTRICT) {
		to->item.kind = PLACE_DISTRICT;
		to->item.parent = row->item.parent;
	}
	to->known = row->item.kind == PLACE_ADMIN1;
	if (row->item.population && (to->known || !to->item.population))
		to->item.population = row->item.population;
}

static bool take_own(struct gazetteer_building *b, const struct sheet *sheet, const struct sheet_row *from,
		     const int *at, struct err *err)
{
	const struct str *cell = from->cells;
	struct gazetteer_row row = {.name = cell[at[NAME]]};
	struct str country = cell[at[COUNTRY]], in = cell[at[IN]];
	int kind = kind_named(cell[at[KIND]]);

	if (kind < 0 || kind == PLACE_COUNTRY)
		return sheet_err(err, sheet, from->line, "kind: no such kind: '%.*s'", STR_ARG(cell[at[KIND]]));
	row.item.kind = (uint8_t)kind;
	if (!row.name.n || !gazetteer_take_point(&row, cell[at[LAT]], cell[at[LON]], cell[at[POPULATION]]))
		return sheet_err(err, sheet, from->line, "want a name, lat, lon and population");
	if (!place_in(b, &row, country, in))
		return sheet_err(err, sheet, from->line, "in: no such place in '%.*s': '%.*s'", STR_ARG(country),
				 STR_ARG(in));
	row.known = kind == PLACE_ADMIN1;
	uint32_t place = same_place(b, &row, country);

	if (place != PLACE_NONE)
		join(b, place, &row);
	else
		place = gazetteer_add(b, &row,
				      str_printf(b->arena, "own:%.*s%s%.*s", STR_ARG(slug(b->arena, row.name)),
						 country.n ? "-" : "", STR_ARG(str_lower(b->arena, country))));
	if (kind == PLACE_ADMIN1)
		b->rows.at[place].item.admin1 = place;
	b->rows.at[place].item.respelled = true;
	gazetteer_file(b, place, row.name);
	gazetteer_file_list(b, place, cell[at[NAMES]]);
	return true;
}

static bool read_places(struct gazetteer_building *b, const char *name, struct err *err)
{
	struct sheet sheet;
	int at[COLUMNS];

	if (!gazetteer_read_sheet(b, name, columns, COLUMNS, at, &sheet, err))
		return false;
	for (size_t i = 0; i < sheet.n; i++)
		if (!take_own(b, &sheet, &sheet.at[i], at, err))
			return false;
	gazetteer_sort(b);
	return true;
}

enum { SPELLING_NAME, SPELLING_COUNTRY, SPELLING_KIND, SPELLING_OF, SPELLINGS, SPELLING_COLUMNS };

/* The English newspaper's name and other spellings of a place that GeoNames calls otherwise. */
static bool take_spelling(struct gazetteer_building *b, const struct sheet *sheet, const struct sheet_row *from,
			  const int *at, struct err *err)
{
	const struct str *cell = from->cells;
	struct str name = cell[at[SPELLING_NAME]], of = cell[at[SPELLING_OF]];
	int kind = cell[at[SPELLING_KIND]].n ? kind_named(cell[at[SPELLING_KIND]]) : PLACE_CITY;

	if (!name.n || kind < 0)
		return sheet_err(err, sheet, from->line, "want a name, and a kind or none");
	uint32_t place = find(b, of.n ? of : name, cell[at[SPELLING_COUNTRY]], kind);

	if (place == PLACE_NONE)
		return sheet_err(err, sheet, from->line, "no such place: '%.*s'", STR_ARG(of.n ? of : name));
	b->rows.at[place].name = name;
	b->rows.at[place].item.name = textpool_add(&b->text, name);
	b->rows.at[place].item.respelled = true;
	gazetteer_file(b, place, name);
	gazetteer_file_list(b, place, cell[at[SPELLINGS]]);
	return true;
}

static bool read_spellings(struct gazetteer_building *b, struct err *err)
{
	static const char *const names[SPELLING_COLUMNS] = {"name", "country", "kind", "geonames", "names"};
	struct sheet sheet;
	int at[SPELLING_COLUMNS];

	if (!gazetteer_read_sheet(b, "spellings.csv", names, SPELLING_COLUMNS, at, &sheet, err))
		return false;
	for (size_t i = 0; i < sheet.n; i++)
		if (!take_spelling(b, &sheet, &sheet.at[i], at, err))
			return false;
	gazetteer_sort(b);
	return true;
}

static bool read_suffixes(struct gazetteer_building *b, struct err *err)
{
	static const char *const names[] = {"name", "country", "abbreviations"};
	struct sheet sheet;
	int at[3];

	if (!gazetteer_read_sheet(b, "suffixes.csv", names, 3, at, &sheet, err))
		return false;
	for (size_t i = 0; i < sheet.n; i++) {
		const struct str *cell = sheet.at[i].cells;
		struct str words = cell[at[2]];
		uint32_t place = find(b, cell[at[0]], cell[at[1]], PLACE_ADMIN1);

		if (place == PLACE_NONE || !words.n)
			return sheet_err(err, &sheet, sheet.at[i].line, "no such division: '%.*s'",
					 STR_ARG(cell[at[0]]));
		while (words.n)
			gazetteer_file_suffix(b, place, str_cut(&words, '|'));
	}
	return true;
}

bool gazetteer_read_own(struct gazetteer_building *b, struct err *err)
{
	gazetteer_sort(b);
	return read_spellings(b, err) && read_places(b, "regions.csv", err) && read_places(b, "divisions.csv", err) &&
	       read_places(b, "villages.csv", err) && read_places(b, "districts.csv", err) &&
	       read_places(b, "other.csv", err) && read_suffixes(b, err);
}
