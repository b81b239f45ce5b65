#include "whose.h"

#include "base/utf8.h"

/* Who fights is told apart. */
static bool is_of_a_side(struct str subject)
{
	return str_is(subject, "soldiers") || str_is(subject, "fighters");
}

static struct str next_word(struct str *text)
{
	struct str word = str_cut(text, ' ');

	while (word.n && !ascii_is_alnum((unsigned char)word.at[word.n - 1]) &&
	       (unsigned char)word.at[word.n - 1] < 0x80)
		word.n--;
	return word;
}

/* The one country whose adjective is among the words; PLACE_NONE where there is none, or two. */
static uint32_t country_in(struct str words, const struct gazetteer *places)
{
	uint32_t country = PLACE_NONE;

	while (words.n) {
		struct str word = next_word(&words);
		uint32_t one = word.n && ascii_is_upper((unsigned char)word.at[0]) ? gazetteer_demonym(places, word)
										   : PLACE_NONE;

		if (one == PLACE_NONE)
			continue;
		if (country != PLACE_NONE && country != one)
			return PLACE_NONE;
		country = one;
	}
	return country;
}

/* "50 of its soldiers": the words point at whose they are. */
static bool are_own(struct str words)
{
	while (words.n) {
		struct str word = next_word(&words);

		if (str_is(word, "its") || str_is(word, "our") || str_is(word, "Our") || str_is(word, "their"))
			return true;
	}
	return false;
}

/* "Ukrainian military": the body of a country begins with its adjective. */
static uint32_t country_of(const struct source_ref *body, const struct gazetteer *places)
{
	struct str name = body->name;

	if (!str_is(body->type, "government") && !str_is(body->type, "military"))
		return PLACE_NONE;
	return gazetteer_demonym(places, next_word(&name));
}

/* The same people, whose noun stands with the number before? */
static bool goes_on(const struct claim *c, const struct claim *before)
{
	return before && str_eq(before->document, c->document) && before->sentence_start == c->sentence_start &&
	       str_find(c->surface, c->noun.n ? c->noun : c->subject) < 0 && str_eq(before->subject, c->subject);
}

/* Of all whom it happened to, those of one country are but a part. Who fled to a country is told by whence he came. */
static bool happens_to_all(struct str measure)
{
	static const struct str measures[] = {STR_WORD("killed"),   STR_WORD("injured"),  STR_WORD("casualties"),
					      STR_WORD("missing"),  STR_WORD("rescued"),  STR_WORD("evacuated"),
					      STR_WORD("detained"), STR_WORD("abducted"), STR_WORD("released"),
					      STR_WORD("infected")};

	return str_is_one_of(measure, measures, sizeof measures / sizeof *measures);
}

/* "1,415 Canadians", "no British casualties", where it happened abroad. */
static struct str people_abroad(const struct claim *c, const struct gazetteer *places)
{
	if (!happens_to_all(c->measure) || !c->place.country.n)
		return STR_NULL;
	uint32_t country = country_in(c->surface, places);

	return country == PLACE_NONE || country == gazetteer_country(places, c->place.country)
		       ? STR_NULL
		       : gazetteer_adjective(places, country);
}

struct str whose_side(const struct claim *c, const struct claim *before, const struct gazetteer *places)
{
	if (!is_of_a_side(c->subject))
		return people_abroad(c, places);
	uint32_t country = country_in(c->surface, places);

	if (country == PLACE_NONE && are_own(c->surface))
		country = country_of(c->source_org.id.n ? &c->source_org : &c->source, places);
	if (country == PLACE_NONE)
		return goes_on(c, before) ? before->side : STR_NULL;
	return gazetteer_adjective(places, country);
}
