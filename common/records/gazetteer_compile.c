#include <stdlib.h>

#include "records/gazetteer_build.h"

enum { CODE, CAPITAL, SPEAKS, COLUMNS };

static int by_place(const void *a, const void *b)
{
	const struct gazetteer_capital *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

/* The best known place of that name in the country: the capital's own row, however it is spelled there. */
static uint32_t capital_of(struct gazetteer_building *b, struct str name, struct str code)
{
	size_t n = 0;
	const struct gazetteer_filing *f = gazetteer_filed(b, gazetteer_name_key(b->arena, name), &n);

	for (size_t i = 0; i < n; i++) {
		const struct gazetteer_item *it = &b->rows.at[f[i].place].item;

		if (!f[i].demonym && it->kind == PLACE_CITY && memcmp(it->country, code.at, 2) == 0)
			return f[i].place;
	}
	return PLACE_NONE;
}

static bool read_capitals(struct gazetteer_building *b, struct err *err)
{
	static const char *const columns[COLUMNS] = {"code", "capital", "speaks"};
	struct sheet sheet;
	int at[COLUMNS];

	if (!gazetteer_read_sheet(b, "countries.csv", columns, COLUMNS, at, &sheet, err))
		return false;
	for (size_t i = 0; i < sheet.n; i++) {
		const struct str *cell = sheet.at[i].cells;
		struct str code = cell[at[CODE]];

		bool speaks = str_eq(cell[at[SPEAKS]], STR("yes"));
		struct gazetteer_capital c = {capital_of(b, cell[at[CAPITAL]], code),
					      b->countries[gazetteer_code(code.at)], speaks};

		if (c.place == PLACE_NONE && !speaks) /* of a small territory */
			continue;
		if (c.place == PLACE_NONE)
			return sheet_err(err, &sheet, sheet.at[i].line, "capital: no such city: '%.*s'",
					 STR_ARG(cell[at[CAPITAL]]));
		LIST_ADD(b->arena, &b->capitals, c);
	}
	qsort(b->capitals.at, b->capitals.n, sizeof *b->capitals.at, by_place);
	return true;
}

bool gazetteer_compile(const char *folder, const char *out, struct err *err)
{
	struct arena arena = {0};
	struct gazetteer_building *b = ARENA_NEW(&arena, struct gazetteer_building);

	b->arena = &arena;
	b->folder = folder;
	textpool_start(&b->text, &arena);
	bool done = gazetteer_read_countries(b, err) && gazetteer_read_geonames(b, err) && gazetteer_read_own(b, err);

	if (done) {
		gazetteer_fit_sections(b);
		gazetteer_fit_divisions(b);
		gazetteer_sort(b);
	}
	done = done && read_capitals(b, err) && gazetteer_lay(b, out, err);
	arena_free(&arena);
	return done;
}
