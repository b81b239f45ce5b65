#include "records/gazetteer.h"

#include <math.h>

#include "base/hash.h"
#include "records/gazetteer_file.h"

const struct gazetteer *gazetteer_open(const char *path, struct err *err)
{
	return (const struct gazetteer *)mapped_open(path, GAZETTEER_MAGIC, GAZETTEER_VERSION, err);
}

void gazetteer_close(const struct gazetteer *g)
{
	mapped_close(g ? &g->file : NULL);
}

struct str gazetteer_digest(const struct gazetteer *g)
{
	return str_of(g->file.digest);
}

static const void *section(const struct gazetteer *g, size_t i)
{
	return (const char *)g + g->file.sections[i].at;
}

static struct str text(const struct gazetteer *g, uint32_t at)
{
	return str_of((const char *)section(g, GAZETTEER_TEXT) + at);
}

uint32_t gazetteer_places(const struct gazetteer *g)
{
	return (uint32_t)(g->file.sections[GAZETTEER_ITEMS].size / sizeof(struct gazetteer_item));
}

static const struct gazetteer_item *item(const struct gazetteer *g, uint32_t place)
{
	assert(place < gazetteer_places(g));
	return (const struct gazetteer_item *)section(g, GAZETTEER_ITEMS) + place;
}

uint32_t gazetteer_country(const struct gazetteer *g, struct str alpha2)
{
	int code = alpha2.n == 2 ? gazetteer_code(alpha2.at) : -1;

	return code < 0 ? PLACE_NONE : ((const uint32_t *)section(g, GAZETTEER_COUNTRIES))[code];
}

struct place_brief gazetteer_brief(const struct gazetteer *g, uint32_t place)
{
	const struct gazetteer_item *it = item(g, place);

	return (struct place_brief){it->lat,
				    it->lon,
				    it->population,
				    (enum place_kind)it->kind,
				    it->country[0] ? gazetteer_code(it->country) : -1,
				    it->respelled != 0};
}

struct str gazetteer_name(const struct gazetteer *g, uint32_t place)
{
	return text(g, item(g, place)->name);
}

enum place_kind gazetteer_kind(const struct gazetteer *g, uint32_t place)
{
	return (enum place_kind)item(g, place)->kind;
}

int64_t gazetteer_population(const struct gazetteer *g, uint32_t place)
{
	return item(g, place)->population;
}

int gazetteer_country_code(const struct gazetteer *g, uint32_t place)
{
	const char *alpha2 = item(g, place)->country;

	return alpha2[0] ? gazetteer_code(alpha2) : -1;
}

bool gazetteer_is_own(const struct gazetteer *g, uint32_t place)
{
	return memcmp((const char *)section(g, GAZETTEER_TEXT) + item(g, place)->id, "own:", 4) == 0;
}

struct place gazetteer_place(const struct gazetteer *g, uint32_t place)
{
	const struct gazetteer_item *it = item(g, place);
	struct place p = {.id = text(g, it->id), .name = text(g, it->name), .lat = it->lat, .lon = it->lon};

	p.population = it->population;
	p.kind = (enum place_kind)it->kind;
	p.parent = it->parent;
	p.admin1 = it->admin1 == PLACE_NONE ? STR("") : text(g, item(g, it->admin1)->name);
	p.country = (struct str){it->country, it->country[0] ? 2 : 0};
	uint32_t country = gazetteer_country(g, p.country);

	p.country_name = country == PLACE_NONE ? STR("") : text(g, item(g, country)->name);
	return p;
}

/* Is it the first word of a name? */
static bool may_begin(const struct gazetteer *g, uint64_t word)
{
	const uint64_t *firsts = section(g, GAZETTEER_FIRSTS);
	uint64_t bit = gazetteer_first_bit(word);

	return firsts[bit / 64] >> bit % 64 & 1;
}

void gazetteer_fetch(const struct gazetteer *g, uint64_t word)
{
	size_t n;
	const struct gazetteer_node *nodes = mapped_section(&g->file, GAZETTEER_NODES, sizeof *nodes, &n);

	if (may_begin(g, word))
		__builtin_prefetch(&nodes[gazetteer_key_of(0, word) & (n - 1)]);
}

const struct gazetteer_node *gazetteer_step(const struct gazetteer *g, const struct gazetteer_node *from, uint64_t word)
{
	size_t n;

	if (!word || (from ? !(from->next & gazetteer_next_bit(word)) : !may_begin(g, word)))
		return NULL;
	const struct gazetteer_node *nodes = mapped_section(&g->file, GAZETTEER_NODES, sizeof *nodes, &n);
	uint64_t key = gazetteer_key_of(from ? from->key : 0, word);

	for (size_t i = key & (n - 1); nodes[i].key; i = (i + 1) & (n - 1))
		if (nodes[i].key == key)
			return &nodes[i];
	return NULL;
}

const uint32_t *gazetteer_list(const struct gazetteer *g, const struct gazetteer_node *node)
{
	return (const uint32_t *)section(g, GAZETTEER_LISTS) + node->first;
}

static const struct gazetteer_node *node_of(const struct gazetteer *g, struct str key)
{
	const struct gazetteer_node *node = NULL;

	for (bool first = true; key.at && (first || node); first = false)
		node = gazetteer_step(g, node, hash64(str_cut(&key, ' ')));
	return node;
}

uint32_t gazetteer_suffix(const struct gazetteer *g, struct str word)
{
	const struct gazetteer_node *comma = gazetteer_step(g, NULL, hash64(STR(","))), *node = NULL;
	uint64_t abbreviation = gazetteer_abbreviation(word);

	if (comma)
		node = gazetteer_step(g, comma, abbreviation ? abbreviation : gazetteer_word(word));
	return node && node->places ? *gazetteer_list(g, node) : PLACE_NONE;
}

/* "IRAN", "ACCRA" are no abbreviations, though they look like ones: the node of their key's letters as a word. */
static const struct gazetteer_node *node_of_letters(const struct gazetteer *g, struct str key)
{
	return gazetteer_step(g, NULL, gazetteer_word(str_slice(key, 1, key.n)));
}

size_t gazetteer_find(const struct gazetteer *g, struct str key, const uint32_t **places)
{
	const struct gazetteer_node *node = node_of(g, key);

	if ((!node || !node->places) && str_starts(key, STR("^")))
		node = node_of_letters(g, key);
	*places = node ? gazetteer_list(g, node) : NULL;
	return node ? node->places : 0;
}

uint32_t gazetteer_demonym(const struct gazetteer *g, struct str word)
{
	struct arena scratch = {0};
	struct str key = gazetteer_key(&scratch, word);
	const struct gazetteer_node *node = node_of(g, key);

	if ((!node || !node->demonyms) && str_starts(key, STR("^")))
		node = node_of_letters(g, key);
	arena_free(&scratch);
	return node && node->demonyms ? gazetteer_list(g, node)[node->places] : PLACE_NONE;
}

struct str gazetteer_adjective(const struct gazetteer *g, uint32_t country)
{
	size_t n;
	const uint32_t *at = mapped_section(&g->file, GAZETTEER_ADJECTIVES, sizeof *at, &n);

	return country < n ? text(g, at[country]) : STR("");
}

/* NULL: it is the capital of no country. */
static const struct gazetteer_capital *capital_at(const struct gazetteer *g, uint32_t place)
{
	size_t n, low = 0;
	const struct gazetteer_capital *capitals = mapped_section(&g->file, GAZETTEER_CAPITALS, sizeof *capitals, &n);

	for (size_t high = n; low < high;) {
		size_t mid = low + (high - low) / 2;

		if (capitals[mid].place < place)
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && capitals[low].place == place ? &capitals[low] : NULL;
}

uint32_t gazetteer_capital_of(const struct gazetteer *g, uint32_t place)
{
	const struct gazetteer_capital *capital = capital_at(g, place);

	return capital ? capital->country : PLACE_NONE;
}

uint32_t gazetteer_speaks_for(const struct gazetteer *g, uint32_t place)
{
	const struct gazetteer_capital *capital = capital_at(g, place);

	return capital && capital->speaks ? capital->country : PLACE_NONE;
}

size_t gazetteer_wholes(const struct gazetteer *g, uint32_t place, uint32_t out[GAZETTEER_WHOLES])
{
	size_t n = 0;

	for (; place != PLACE_NONE && n < GAZETTEER_WHOLES; place = item(g, place)->parent)
		out[n++] = place;
	return n;
}

bool gazetteer_within(const struct gazetteer *g, uint32_t part, uint32_t whole)
{
	for (int i = 0; part != PLACE_NONE && i < GAZETTEER_WHOLES; i++) {
		if (part == whole)
			return true;
		part = item(g, part)->parent;
	}
	return false;
}

uint32_t gazetteer_rolled_up(const struct gazetteer *g, uint32_t place)
{
	uint32_t up = place;

	if (item(g, place)->kind != PLACE_DISTRICT)
		return place;
	for (int i = 0; up != PLACE_NONE && i < GAZETTEER_WHOLES; i++) {
		if (item(g, up)->kind == PLACE_CITY)
			return up;
		up = item(g, up)->parent;
	}
	return place;
}

int32_t gazetteer_distance_km(const struct gazetteer *g, uint32_t a, uint32_t b)
{
	const double radian = 3.14159265358979323846 / 180 * 1e-4, diameter_km = 12742;
	const struct gazetteer_item *p = item(g, a), *q = item(g, b);
	double down = sin((q->lat - p->lat) * radian / 2), along = sin((q->lon - p->lon) * radian / 2);
	double h = down * down + cos(p->lat * radian) * cos(q->lat * radian) * along * along;

	return (int32_t)(diameter_km * asin(sqrt(h < 1 ? h : 1)) + 0.5);
}
