#include "where_parts.h"

/* How the part of a place is called: with an adjective before its name, or a noun and "of". */
static const struct {
	const char *part, *before, *after;
} parts[] = {
	{"north", "Northern ", ""},
	{"northeast", "Northeastern ", ""},
	{"east", "Eastern ", ""},
	{"southeast", "Southeastern ", ""},
	{"south", "Southern ", ""},
	{"southwest", "Southwestern ", ""},
	{"west", "Western ", ""},
	{"northwest", "Northwestern ", ""},
	{"centre", "Central ", ""},
	{"upper", "Upper ", ""},
	{"lower", "Lower ", ""},
	{"outskirts", "Outskirts of ", ""},
	{"suburbs", "Suburbs of ", ""},
	{"old_city", "Old City of ", ""},
	{"countryside", "", " countryside"},
};

static struct str part_name(const struct where *w, struct str part, struct str of)
{
	struct str other[] = {of, STR(" ("), part, STR(")")};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (str_is(part, parts[i].part)) {
			struct str name[] = {str_of(parts[i].before), of, str_of(parts[i].after)};

			return str_concat(w->arena, name, 3);
		}
	return str_concat(w->arena, other, 4);
}

static bool is_vague(struct str hint)
{
	static const char *const hints[] = {"border", "coast", "river", "mountains", "road"};

	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
		if (str_is(hint, hints[i]))
			return true;
	return false;
}

static int64_t precision_of(const struct expression *e, enum place_kind kind)
{
	if (kind == PLACE_CONTINENT || kind == PLACE_REGION_WORLD || kind == PLACE_SEA)
		return 7;
	if (kind == PLACE_LINE || is_vague(e->hint))
		return 5;
	if (kind == PLACE_COUNTRY)
		return e->part.n ? 5 : 6;
	if (kind == PLACE_REGION)
		return 5;
	if (kind == PLACE_ADMIN1)
		return e->part.n ? 5 : 4;
	/* "the Nduga regency", "Camana province": the division called after its town */
	if (kind == PLACE_CITY || kind == PLACE_VILLAGE) {
		if (str_eq(e->hint, STR("province")))
			return 4;
		if (str_eq(e->hint, STR("district")))
			return 3;
	}
	if (e->near)
		return 2;
	return kind == PLACE_ADMIN2 ? 3 : 1;
}

static void fill_point(struct place_ref *out, const struct place *p)
{
	out->lat = decimal_make(p->lat, 4);
	out->lon = decimal_make(p->lon, 4);
	out->country = p->country;
}

/* "Kafr Ayn" gives "kafr-ayn": letters of any script stay. */
static struct str slug(struct arena *arena, struct str name)
{
	struct str key = gazetteer_key(arena, name);
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < key.n; i++)
		buf_add_char(&out, key.at[i] == ' ' ? '-' : key.at[i]);
	return buf_str(&out);
}

/* Where nearly all that the document names lies in one country, an unknown place does too; where in it, nobody knows.
 */
static void lie_in_main_country(const struct where *w, struct place_ref *out)
{
	char code[] = {(char)('A' + w->most_named / 26), (char)('A' + w->most_named % 26)};

	out->country = str_printf(w->arena, "%.2s", code);
	out->id = str_printf(w->arena, "%.*s-%.*s", STR_ARG(out->id), STR_ARG(str_lower(w->arena, out->country)));
}

/* "Homewood, a neighborhood in Pittsburgh": its figures are Pittsburgh's. */
static void lie_in_city(const struct where *w, uint32_t holder, struct place_ref *out)
{
	struct place up = gazetteer_place(w->g, gazetteer_rolled_up(w->g, holder));

	if (up.kind != PLACE_CITY && up.kind != PLACE_VILLAGE)
		return;
	out->parent_id = up.id;
	out->parent_name = up.name;
	struct str name[] = {out->name, STR(", "), up.name};

	out->name = str_concat(w->arena, name, 3);
}

/* Where its holder lies, or the town that it is beside, known as exactly. */
static void lie_in(const struct where *w, uint32_t holder, bool beside, struct place_ref *out)
{
	struct place p = gazetteer_place(w->g, holder);

	fill_point(out, &p);
	out->admin1 = p.kind == PLACE_ADMIN1 ? p.name : p.admin1;
	out->precision = p.kind == PLACE_COUNTRY ? 6 : p.kind == PLACE_ADMIN1 ? 4 : beside ? 2 : 3;
	if (p.country.n)
		out->id = str_printf(w->arena, "%.*s-%.*s", STR_ARG(out->id), STR_ARG(str_lower(w->arena, p.country)));
}

/* "shot in Homewood, Pittsburgh police said": nothing else says where that is, and it is called no town. */
static bool is_quarter_of_seat(const struct where *w, const struct expression *e, uint32_t holder, uint32_t beside)
{
	bool called = e->hint.n && !str_eq(e->hint, STR("quarter")) && !str_eq(e->hint, STR("named"));

	return w->seat != PLACE_NONE && holder == PLACE_NONE && beside == PLACE_NONE && !called && !e->near &&
	       !e->n_in && !str_ends(e->name, STR("."));
}

static void fill_unknown(const struct where *w, const struct expression *e, uint32_t holder, struct place_ref *out)
{
	uint32_t beside = holder == PLACE_NONE ? where_beside(w, e) : PLACE_NONE;
	bool quarter = is_quarter_of_seat(w, e, holder, beside);

	out->name = e->name;
	out->id = str_printf(w->arena, "name:%.*s", STR_ARG(slug(w->arena, e->name)));
	out->precision = 5;
	if (quarter)
		lie_in(w, w->seat, false, out);
	else if (holder != PLACE_NONE || beside != PLACE_NONE)
		lie_in(w, holder != PLACE_NONE ? holder : beside, holder == PLACE_NONE, out);
	else if (w->most_votes && 3 * w->most_votes >= 2 * w->all_votes)
		lie_in_main_country(w, out);
	out->parent_id = out->id;
	out->parent_name = out->name;
	if (quarter || (str_eq(e->hint, STR("quarter")) && holder != PLACE_NONE))
		lie_in_city(w, quarter ? w->seat : holder, out);
}

void place_fill(const struct where *w, const struct expression *e, uint32_t place, uint32_t holder,
		struct place_ref *out)
{
	*out = (struct place_ref){0};
	if (place == PLACE_NONE) {
		fill_unknown(w, e, holder, out);
		return;
	}
	struct place p = gazetteer_place(w->g, place), up = gazetteer_place(w->g, gazetteer_rolled_up(w->g, place));

	out->id = p.id;
	out->name = p.name;
	out->admin1 = p.admin1;
	fill_point(out, &p);
	out->precision = precision_of(e, p.kind);
	out->parent_id = up.id;
	out->parent_name = up.name;
	if (e->part.n) {
		struct str id[] = {p.id, STR("/"), e->part};

		out->id = str_concat(w->arena, id, 3);
		out->name = part_name(w, e->part, p.name);
	}
}
