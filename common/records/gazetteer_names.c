#include <utf8proc.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "records/gazetteer_build.h"

/* Countries whose names reach us from Arabic, Persian, Cyrillic, Indic … letters. */
static const char transliterating[] =
	" SY IQ LB JO PS IL EG LY TN DZ MA SD SS YE SA AE OM QA BH KW MR SO DJ ER EH IR AF PK IN BD NP LK ET MM TH LA "
	"KH CN TW HK JP KR KP MN RU UA BY BG MK KZ KG TJ UZ TM AM GE AZ CY GR BT MV ";

/* Countries where al- and its kin are articles. */
static const char arabic[] = " SY IQ LB JO PS IL EG LY TN DZ MA SD SS YE SA AE OM QA BH KW MR SO DJ ER EH IR TR TD KM ";

/* Words that say what a division is; its name serves without them. */
static const char *const division_words[] = {
	"Governorate",
	"Province",
	"Region",
	"Oblast",
	"Krai",
	"Kray",
	"Respublika",
	"Republic",
	"State",
	"District",
	"Prefecture",
	"Department",
	"Municipality",
	"Regency",
	"Voivodeship",
	"Division",
	"Raion",
	"City",
	"Kabupaten",
	"Kota",
	"Parish",
	"Canton",
	"Autonomous Region",
	"Regional State",
	"Emirate",
	"Borough",
	"County",
};

static bool holds(const char *list, const char *country)
{
	char code[5] = {' ', country[0], country[1], ' ', 0};

	return country[0] && strstr(list, code);
}

bool gazetteer_transliterates(const char *country)
{
	return holds(transliterating, country);
}

static bool is_apostrophe(int32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0xB4 || cp == 0x2018 || cp == 0x2019 || cp == 0x2032 ||
	       (cp >= 0x02B9 && cp <= 0x02BF);
}

struct str gazetteer_plain(struct arena *arena, struct str name)
{
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < name.n;) {
		int32_t cp;
		utf8proc_int32_t parts[8];
		int unused = 0;

		i += utf8_at(name, i, &cp);
		if (is_apostrophe(cp))
			continue;
		utf8proc_ssize_t n = utf8proc_decompose_char(
			cp, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK, &unused);

		for (utf8proc_ssize_t k = 0; k < n && k < 8; k++) {
			utf8proc_uint8_t bytes[4];
			utf8proc_ssize_t m = utf8proc_encode_char(parts[k], bytes);

			buf_add(&out, (struct str){(const char *)bytes, (size_t)m});
		}
	}
	return buf_str(&out);
}

/* The words' hashes into words[], at most `most`; returns how many, 0 when there are more. */
static size_t words_of(struct arena *arena, struct str name, uint64_t *words, size_t most)
{
	struct str key = gazetteer_key(arena, name);
	size_t n = 0;

	while (key.n) {
		struct str word = str_cut(&key, ' ');

		if (n == most)
			return 0;
		words[n++] = hash64(word);
	}
	return n;
}

enum { MOST_WORDS = 10 };

uint64_t gazetteer_name_key(struct arena *arena, struct str name)
{
	uint64_t words[MOST_WORDS], key = 0;
	size_t n = words_of(arena, name, words, MOST_WORDS);

	for (size_t i = 0; i < n; i++)
		key = gazetteer_key_of(key, words[i]);
	return key;
}

static void file_exactly(struct gazetteer_building *b, uint32_t place, struct str name, bool demonym)
{
	uint64_t words[MOST_WORDS], from = 0;
	size_t n = words_of(b->arena, name, words, MOST_WORDS);

	for (size_t i = 0; i < n; i++) {
		struct gazetteer_word_step s = {gazetteer_key_of(from, words[i]), from, words[i],
						i + 1 < n ? gazetteer_next_bit(words[i + 1]) : 0};

		LIST_ADD(b->arena, &b->steps, s);
		from = s.key;
	}
	struct gazetteer_filing f = {from, place, demonym};

	if (n)
		LIST_ADD(b->arena, &b->filings, f);
}

/* Without an article at its head: "Ar Raqqah" is "Raqqah" too. */
static void file_without_article(struct gazetteer_building *b, uint32_t place, struct str name)
{
	struct str rest = name, first = str_cut(&rest, ' ');

	if (rest.n > 2 && gazetteer_is_article(first) && holds(arabic, b->rows.at[place].item.country))
		file_exactly(b, place, rest, false);
}

static void file_without_division_word(struct gazetteer_building *b, uint32_t place, struct str name)
{
	const struct gazetteer_item *it = &b->rows.at[place].item;

	/* "Orange County" is never Orange. */
	if ((it->kind != PLACE_ADMIN1 && it->kind != PLACE_ADMIN2) || memcmp(it->country, "US", 2) == 0)
		return;
	if (str_starts(name, STR("Muhafazat ")))
		gazetteer_file(b, place, str_slice(name, 10, name.n));
	for (size_t i = 0; i < sizeof division_words / sizeof *division_words; i++) {
		struct str word = str_of(division_words[i]);

		if (name.n < word.n + 3)
			continue;
		if (str_ends(name, word) && name.at[name.n - word.n - 1] == ' ')
			gazetteer_file(b, place, str_slice(name, 0, name.n - word.n - 1));
	}
}

/* What GeoNames adds to tell places apart, and endings that only its names carry. */
static void file_trimmed(struct gazetteer_building *b, uint32_t place, struct str name)
{
	static const char *const endings[] = {" City", "-si", "-shi", "-gun", "-ku"};
	const struct gazetteer_item *it = &b->rows.at[place].item;
	ptrdiff_t at = str_find(name, STR(" ("));
	bool eastern = holds(" PH KR JP KP ID ", it->country);

	if (at > 0)
		gazetteer_file(b, place, str_slice(name, 0, (size_t)at));
	at = str_find(name, STR(" / "));
	if (at > 0) {
		gazetteer_file(b, place, str_slice(name, 0, (size_t)at));
		gazetteer_file(b, place, str_slice(name, (size_t)at + 3, name.n));
	}
	for (size_t i = 0; eastern && i < sizeof endings / sizeof *endings; i++)
		if (str_ends(name, str_of(endings[i])) && name.n > strlen(endings[i]) + 2)
			file_exactly(b, place, str_slice(name, 0, name.n - strlen(endings[i])), false);
}

void gazetteer_file(struct gazetteer_building *b, uint32_t place, struct str name)
{
	struct str plain = gazetteer_plain(b->arena, name);

	if (name.n < 2)
		return;
	file_exactly(b, place, name, false);
	if (!str_eq(plain, name))
		file_exactly(b, place, plain, false);
	file_without_article(b, place, plain);
	file_without_division_word(b, place, plain);
	file_trimmed(b, place, name);
}

void gazetteer_file_list(struct gazetteer_building *b, uint32_t place, struct str names)
{
	while (names.n)
		gazetteer_file(b, place, str_trim(str_cut(&names, '|')));
}

void gazetteer_file_suffix(struct gazetteer_building *b, uint32_t place, struct str word)
{
	uint64_t comma = hash64(STR(",")), from = gazetteer_key_of(0, comma), short_form = gazetteer_abbreviation(word);
	uint64_t end = short_form ? short_form : gazetteer_word(word), key = gazetteer_key_of(from, end);
	struct gazetteer_word_step steps[] = {{from, 0, comma, gazetteer_next_bit(end)}, {key, from, end, 0}};
	struct gazetteer_filing f = {key, place, 0};

	LIST_ADD(b->arena, &b->steps, steps[0]);
	LIST_ADD(b->arena, &b->steps, steps[1]);
	LIST_ADD(b->arena, &b->filings, f);
}

void gazetteer_file_demonym(struct gazetteer_building *b, uint32_t country, struct str word)
{
	if (word.n)
		file_exactly(b, country, word, true);
}
