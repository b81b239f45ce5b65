#include <math.h>
#include <stdlib.h>

#include "records/gazetteer_build.h"

enum { CITY_PEOPLE = 50000, CITY_KM = 20, MOST_NAMESAKES = 64 };

double gazetteer_near_km(const struct gazetteer_item *a, const struct gazetteer_item *b)
{
	const double km = 0.0111195; /* for 1e-4 degree of latitude */
	double middle = (a->lat + b->lat) / 2 * 1e-4 * 3.14159265358979323846 / 180;
	double down = (a->lat - b->lat) * km, along = (a->lon - b->lon) * km * cos(middle);

	return sqrt(down * down + along * along);
}

struct sums {
	int64_t people, lat, lon, places;
};

static void add_to(struct sums *s, const struct gazetteer_item *city)
{
	int64_t weight = city->population / 100 + 1;

	s->people += city->population;
	s->lat += city->lat * weight;
	s->lon += city->lon * weight;
	s->places += weight;
}

/* A division without numbers of its own lies where its people are; its seat counts with them. */
static void fit_admin1(struct gazetteer_building *b)
{
	struct sums *sums = ARENA_ARRAY(b->arena, struct sums, b->rows.n);

	for (size_t i = 0; i < b->rows.n; i++) {
		const struct gazetteer_item *it = &b->rows.at[i].item;

		if ((it->kind == PLACE_CITY || it->kind == PLACE_VILLAGE) && it->admin1 != PLACE_NONE)
			add_to(&sums[it->admin1], it);
	}
	for (size_t i = 0; i < b->rows.n; i++) {
		struct gazetteer_item *it = &b->rows.at[i].item;

		if (it->kind != PLACE_ADMIN1)
			continue;
		if (!it->population)
			it->population = (uint32_t)(sums[i].people < UINT32_MAX ? sums[i].people : UINT32_MAX);
		if ((it->lat || it->lon) || (!sums[i].places && it->parent == PLACE_NONE))
			continue;
		it->lat = sums[i].places ? (int32_t)(sums[i].lat / sums[i].places) : b->rows.at[it->parent].item.lat;
		it->lon = sums[i].places ? (int32_t)(sums[i].lon / sums[i].places) : b->rows.at[it->parent].item.lon;
	}
}

static bool is_seat(const struct gazetteer_item *city, const struct gazetteer_item *division)
{
	return (city->kind == PLACE_CITY || city->kind == PLACE_VILLAGE) && city->admin1 == division->admin1 &&
	       memcmp(city->country, division->country, 2) == 0;
}

/* A second-order division lies at the place it is named after, or else in the middle of the first. */
static void fit_namesakes(struct gazetteer_building *b, const struct gazetteer_filing *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct gazetteer_item *division = &b->rows.at[f[i].place].item;

		for (size_t k = 0; division->kind == PLACE_ADMIN2 && k < n && k < MOST_NAMESAKES; k++) {
			const struct gazetteer_item *city = &b->rows.at[f[k].place].item;

			if (!is_seat(city, division))
				continue;
			division->lat = city->lat;
			division->lon = city->lon;
			break;
		}
	}
}

void gazetteer_fit_divisions(struct gazetteer_building *b)
{
	fit_admin1(b);
	for (size_t i = 0; i < b->rows.n; i++) {
		struct gazetteer_item *it = &b->rows.at[i].item;

		if (it->kind != PLACE_ADMIN2 || it->parent == PLACE_NONE)
			continue;
		it->lat = b->rows.at[it->parent].item.lat;
		it->lon = b->rows.at[it->parent].item.lon;
	}
	for (size_t i = 0, next; i < b->sorted; i = next) {
		next = i + 1;
		while (next < b->sorted && b->filings.at[next].key == b->filings.at[i].key)
			next++;
		fit_namesakes(b, b->filings.at + i, next - i);
	}
}

struct city {
	const struct gazetteer_item *item;
	uint32_t place;
};

static int by_lat(const void *a, const void *b)
{
	const struct city *x = a, *y = b;

	if (x->item->lat != y->item->lat)
		return (x->item->lat > y->item->lat) - (x->item->lat < y->item->lat);
	return (x->place > y->place) - (x->place < y->place);
}

static struct city *cities_of(struct gazetteer_building *b, size_t *n)
{
	struct city *cities = ARENA_ARRAY(b->arena, struct city, b->rows.n);

	*n = 0;
	for (size_t i = 0; i < b->rows.n; i++) {
		const struct gazetteer_item *it = &b->rows.at[i].item;

		if (it->kind == PLACE_CITY && it->population >= CITY_PEOPLE)
			cities[(*n)++] = (struct city){it, (uint32_t)i};
	}
	qsort(cities, *n, sizeof *cities, by_lat);
	return cities;
}

/* The largest city of its country around it, or PLACE_NONE. */
static uint32_t city_around(const struct city *cities, size_t n, const struct gazetteer_item *section)
{
	const int32_t reach = 1800; /* [1e-4 degree] 20 km */
	size_t low = 0;
	uint32_t best = PLACE_NONE, people = section->population;

	for (size_t high = n; low < high;) {
		size_t mid = low + (high - low) / 2;

		if (cities[mid].item->lat < section->lat - reach)
			low = mid + 1;
		else
			high = mid;
	}
	for (size_t i = low; i < n && cities[i].item->lat <= section->lat + reach; i++) {
		const struct gazetteer_item *city = cities[i].item;

		if (city->population > people && memcmp(city->country, section->country, 2) == 0 &&
		    gazetteer_near_km(city, section) <= CITY_KM) {
			best = cities[i].place;
			people = city->population;
		}
	}
	return best;
}

void gazetteer_fit_sections(struct gazetteer_building *b)
{
	size_t n;
	struct city *cities = cities_of(b, &n);

	for (size_t i = 0; i < b->rows.n; i++) {
		struct gazetteer_item *it = &b->rows.at[i].item;

		if (!b->rows.at[i].section)
			continue;
		uint32_t city = city_around(cities, n, it);

		if (city == PLACE_NONE)
			it->kind = it->population >= CITY_PEOPLE / 10 ? PLACE_CITY : PLACE_VILLAGE;
		else
			it->parent = city;
	}
}
