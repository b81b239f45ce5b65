/* generate N SEED [FIRST DAY DAYS] - N synthetic news articles as JSON Lines on standard output, for
 * measuring speed: 3 to 4 kB each, sentences from a small grammar with places, dates,
 * sources and figures, one article in ten an edited copy of an earlier one, one in
 * twenty without a date. The same N and SEED give the same bytes on any machine with the
 * same compiler (arguments are evaluated in an order of its own).
 *
 * With FIRST, DAY and DAYS they are those of a night: numbered from FIRST, published on DAYS
 * days from DAY, and told by people with names and in numbers of four digits and more, so that, as in
 * real news, no sentence or statement stands in two articles by chance (the grammar alone makes a few ten
 * thousand: an undated article would take its date from strangers, and every night from others).
 *
 * The mix of sentences is set so that a kB of text holds a little more than a kB of real
 * crisis news: 3.0 figures of which 1.1 are of a measure (killed, displaced …), 2.6 events
 * and 6.5 places; 2,000 articles on epidemics, wars, disasters and attacks have 2.7, 0.7,
 * 2.2 and 5.5, as Recount reads them. */
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "chance.h"
#include "generate_words.h"
#include "values/date.h"

enum {
	TEXT_BYTES = 3000,
	COPY_OF_TEN = 10,
	UNDATED_OF = 20,
	REMEMBERED = 512,
	FIRST_DAY = 16436 /* 2015-01-01 */,
	DAYS = 730
};

static bool names;

static void number(struct buf *b)
{
	static const char *const words[] = {"two",     "three",	 "four",      "five",	     "six",
					    "seven",   "eight",	 "nine",      "ten",	     "twelve",
					    "fifteen", "twenty", "dozens of", "hundreds of", "several"};
	uint32_t form = names ? 7 : below(10); /* in a night no two tolls are the same by chance, either */

	if (form < 3)
		buf_printf(b, "%s", PICK(words));
	else if (form < 7)
		buf_printf(b, "%u", 2 + below(120));
	else if (form < 9)
		buf_printf(b, "%u,%03u", 1 + below(60), below(1000));
	else
		buf_printf(b, "%u.%u million", 1 + below(5), below(10));
}

static void capital(struct buf *b, size_t at)
{
	if (ascii_is_lower((unsigned char)b->at[at]))
		b->at[at] = (char)(b->at[at] - 32);
}

static void sentence_figure(struct buf *b)
{
	size_t at = b->n;

	buf_printf(b, "%s", PICK(bounds));
	number(b);
	buf_printf(b, " %s %s %s %s %s", PICK(people), below(2) ? PICK(killed) : PICK(moved), PICK(causes), PICK(parts),
		   PICK(places));
	if (below(2))
		buf_printf(b, " on %s", PICK(weekdays));
	capital(b, at);
	if (below(3))
		buf_printf(b, ", %s said", PICK(sources));
	buf_printf(b, ".");
}

static void sentence_pair(struct buf *b)
{
	size_t at = b->n;

	buf_printf(b, "%s said %s", PICK(sources), PICK(bounds));
	capital(b, at);
	number(b);
	buf_printf(b, " %s %s and ", PICK(people), PICK(killed));
	number(b);
	buf_printf(b, " others %s %s %s.", PICK(hurt), PICK(parts), PICK(places));
}

/* Where it was, now and then. */
static void where(struct buf *b)
{
	if (below(3) == 0)
		buf_printf(b, " %s %s", PICK(parts), PICK(places));
}

/* "Toramek Valusin, " */
static void name(struct buf *b)
{
	static const char *const syllables[] = {"ba", "de", "fi", "go", "ha", "ji", "ka", "lu", "me",  "no",
						"pa", "ri", "sa", "ti", "va", "wo", "ya", "ze", "chi", "sho"};

	for (int word = 0; word < 2; word++) {
		size_t at = b->n;

		for (int i = 0; i < 3; i++)
			buf_printf(b, "%s", PICK(syllables));
		capital(b, at);
		buf_printf(b, word ? "n, " : "k ");
	}
}

static void sentence_quote(struct buf *b)
{
	buf_printf(b, "\"");
	if (names)
		name(b);
	buf_printf(b, "%s %s %s %s,\" %s told reporters in %s.", PICK(who), PICK(did), PICK(what), PICK(how),
		   PICK(sources), PICK(places));
}

static void sentence_event(struct buf *b)
{
	buf_printf(b, "%s %s %s on %s, %s, %s said.", PICK(attacks), PICK(parts), PICK(places), PICK(weekdays),
		   PICK(how), PICK(sources));
}

/* Numbers that are on no track: prices, shares, years, sums, ages. */
static void sentence_quantity(struct buf *b)
{
	switch (below(6)) {
	case 0:
		buf_printf(b, "The price of %s rose %u percent in %s last year, %s.", PICK(goods), 2 + below(60),
			   PICK(places), PICK(how));
		break;
	case 1:
		buf_printf(b, "%s %s plans to spend $%u million on %s %s %s.", PICK(who), PICK(did), 2 + below(900),
			   PICK(works), PICK(parts), PICK(places));
		break;
	case 2:
		buf_printf(b, "In %u, about %u percent of the budget of %u billion dollars went to %s, %s said.",
			   1980 + below(36), 2 + below(70), 1 + below(40), PICK(works), PICK(sources));
		break;
	case 3:
		buf_printf(b, "The talks, the %uth since %u, lasted %u hours and ended %s.", 4 + below(16),
			   1980 + below(36), 2 + below(20), PICK(how));
		break;
	case 4:
		buf_printf(b, "A %u-year-old teacher from %s said that %s %s %s.", 18 + below(60), PICK(places),
			   PICK(who), PICK(did), PICK(what));
		break;
	default:
		buf_printf(
			b,
			"The road to %s, %u kilometres long, has %u bridges and was built in %u for %u million euros.",
			PICK(places), 3 + below(400), 2 + below(30), 1950 + below(60), 1 + below(90));
	}
}

static void sentence_plain(struct buf *b)
{
	const char *opening = PICK(openings);
	size_t at = b->n + strlen(opening);

	buf_printf(b, "%s%s %s %s", opening, PICK(who), PICK(did), PICK(what));
	where(b);
	buf_printf(b, " %s.", PICK(how));
	if (*opening)
		b->at[at] = ascii_to_lower(b->at[at]);
}

static void sentence(struct buf *b)
{
	uint32_t form = below(60);

	if (names && form >= 4 && (form < 19 || form >= 27)) /* within a quotation, not before it */
		name(b);

	if (form < 2)
		sentence_figure(b);
	else if (form < 4)
		sentence_pair(b);
	else if (form < 11)
		sentence_quantity(b);
	else if (form < 19)
		sentence_event(b);
	else if (form < 27)
		sentence_quote(b);
	else
		sentence_plain(b);
}

static struct str story(struct arena *arena)
{
	struct buf b = {.arena = arena};
	const char *place = PICK(places);
	uint32_t size = TEXT_BYTES + below(900);

	for (const char *p = place; *p; p++)
		buf_add_char(&b, ascii_is_lower((unsigned char)*p) ? (char)(*p - 32) : *p);
	buf_printf(&b, " (Agency) - ");
	for (uint32_t i = 0; b.n < size; i++) {
		if (i % 3 == 0 && i)
			buf_printf(&b, "\n\n");
		else if (i)
			buf_printf(&b, " ");
		sentence(&b);
	}
	return buf_str(&b);
}

/* An editor's hand: the last paragraphs go, a line comes on top. */
static struct str edited(struct arena *arena, struct str text)
{
	size_t keep = text.n * (70 + below(25)) / 100;

	while (keep > 0 && text.at[keep - 1] != '.')
		keep--;
	return str_printf(arena, "%s%.*s", below(2) ? "Our correspondent has more details of the events below. " : "",
			  (int)keep, text.at);
}

/* Where the articles are numbered and dated from. */
struct night {
	uint32_t first;
	int32_t day, days;
};

static void write_article(uint32_t i, const struct night *night, struct str text, struct arena *arena)
{
	struct date day = date_of_days(night->day + (int32_t)below((uint32_t)night->days));
	json_t *o = json_pack("{s:s, s:s%, s:s, s:s, s:s}", "id", str_printf(arena, "g%06u", i).at, "text", text.at,
			      text.n, "title", str_printf(arena, "%s %s %s", PICK(who), PICK(did), PICK(what)).at,
			      "publisher", PICK(publishers), "url", str_printf(arena, "https://news.example/%u", i).at);

	if (below(UNDATED_OF))
		json_object_set_new(o, "published", json_string(str_dup(arena, date_format(arena, day)).at));
	json_dumpf(o, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(o);
}

static bool read_night(char **argv, struct night *night)
{
	struct date day;
	int64_t first, days;

	if (!str_to_int(str_of(argv[0]), 0, 100000000, &first) || !date_parse(str_of(argv[1]), &day, NULL) ||
	    !str_to_int(str_of(argv[2]), 1, 10000, &days))
		return false;
	*night = (struct night){(uint32_t)first, date_first_day(day), (int32_t)days};
	names = true;
	return true;
}

int main(int argc, char **argv)
{
	struct night night = {0, FIRST_DAY, DAYS};
	int64_t n, seed;
	static struct arena memory[REMEMBERED];
	static struct str remembered[REMEMBERED];
	struct arena scratch = {0};

	if ((argc != 3 && argc != 6) || !str_to_int(str_of(argv[1]), 0, 100000000, &n) ||
	    !str_to_int(str_of(argv[2]), 1, INT64_MAX, &seed) || (argc == 6 && !read_night(argv + 3, &night))) {
		fprintf(stderr, "usage: generate N SEED [FIRST DAY DAYS]\n");
		return 2;
	}
	chance_state = (uint64_t)seed;
	for (uint32_t i = 0; i < (uint32_t)n; i++) {
		uint32_t slot = i % REMEMBERED, older = below(REMEMBERED);
		struct str text = below(COPY_OF_TEN) == 0 && remembered[older].n ? edited(&scratch, remembered[older])
										 : story(&scratch);

		arena_reset(&memory[slot]);
		remembered[slot] = str_dup(&memory[slot], text);
		write_article(night.first + i, &night, text, &scratch);
		arena_reset(&scratch);
	}
	for (size_t k = 0; k < REMEMBERED; k++)
		arena_free(&memory[k]);
	arena_free(&scratch);
	return fflush(stdout) == 0 ? 0 : 4;
}
