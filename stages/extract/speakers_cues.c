#include "figure_scan.h"
#include "figure_words.h"
#include "speakers_parts.h"

static bool has_cue(const struct hit *hit)
{
	return hit->tables & (1u << LEXICON_CUES);
}

/* "the fatalities | count", "the death | count": the last word of a toll, which counts nothing itself. */
static bool ends_toll(const struct reading *r, const struct hit *hit)
{
	enum { WORDS = 3 };

	for (uint32_t back = 1; back <= WORDS && back <= hit->first; back++) {
		const struct hit *toll = reading_hit(r, hit->first - back, LEXICON_MEASURES);

		if (toll && toll->n > back && measure_row_of(r, toll)->form == FORM_TOLL)
			return true;
	}
	return false;
}

static bool is_cue(const struct reading *r, const struct hit *hit)
{
	return has_cue(hit) && !ends_toll(r, hit);
}

/* The first row of the hit in one of the families; NULL when there is none. */
static const struct cue_row *row_of(const struct speech *s, const struct hit *hit, unsigned families)
{
	const struct lexicon_entry *e = hit_entries(s->r, hit);

	for (uint16_t k = 0; k < hit->entries; k++)
		if (e[k].table == LEXICON_CUES && s->r->know->cues[e[k].row].family & families)
			return &s->r->know->cues[e[k].row];
	return NULL;
}

/* The families of all rows of a hit. */
static unsigned families_of(const struct reading *r, const struct hit *hit)
{
	const struct lexicon_entry *e = hit_entries(r, hit);
	unsigned families = 0;

	for (uint16_t k = 0; k < hit->entries; k++)
		if (e[k].table == LEXICON_CUES)
			families |= r->know->cues[e[k].row].family;
	return families;
}

/* What begins at each token is told once: the rules ask at every one. */
static void note_families(struct speech *s)
{
	const struct reading *r = s->r;

	for (size_t h = 0; h < r->hits.n; h++) {
		const struct hit *hit = &r->hits.at[h];

		if (!is_cue(r, hit))
			continue;
		unsigned families = families_of(r, hit);
		uint32_t sentence = r->sentence_of[hit->first];

		s->families[hit->first] |= (uint16_t)families;
		s->cues_in[sentence] |= (uint16_t)(s->quote_of[hit->first] ? 0 : families);
		s->spoken[sentence] = true;
	}
}

void cues_open(struct speech *s)
{
	const struct lexicon *lex = s->r->know->lex;

	s->noun_type = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "type");
	s->noun_office = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "office");
	s->actor_type = lexicon_column(lex, LEXICON_ACTORS, "type");
	s->actor_id = lexicon_column(lex, LEXICON_ACTORS, "id");
	s->title_sex = lexicon_column(lex, LEXICON_TITLES, "sex");
	s->families = ARENA_ARRAY(s->r->arena, uint16_t, s->r->tokens.n + 1);
	s->cues_in = ARENA_ARRAY(s->r->arena, uint16_t, s->r->sentences.n + 1);
	note_families(s);
}

/* "its Telegram channel", "X", "social media": where something is posted. */
static bool is_platform(const struct speech *s, uint32_t i)
{
	static const struct str owners[] = {STR_WORD("its"), STR_WORD("his"), STR_WORD("her"), STR_WORD("their"),
					    STR_WORD("the")};
	enum { NAMED_WITHIN = 3 }; /* "its official Telegram channel" */

	if (!token_is_one_of(s, i, owners, sizeof owners / sizeof *owners))
		return figure_word(s->r, i, FUNCTION_PLATFORM) > 0;
	for (uint32_t k = i + 1; k <= i + NAMED_WITHIN && k < s->end && token_at(s, k)->tag != TAG_IN; k++)
		if (figure_word(s->r, k, FUNCTION_PLATFORM))
			return true;
	return false;
}

/* "reported on Monday", "reported on its Telegram channel" is "reported". */
static bool is_cut_short(const struct speech *s, const struct hit *hit)
{
	uint32_t end = hit->first + hit->n;

	return hit->n >= 2 && token_is(s, end - 1, "on") && (piece_is_day(s, end) || is_platform(s, end));
}

bool cue_begins(const struct speech *s, uint32_t token, unsigned families, struct cue *cue)
{
	const struct reading *r = s->r;

	for (uint32_t h = r->first_hit[token]; h < r->first_hit[token + 1]; h++) {
		const struct hit *hit = &r->hits.at[h];
		const struct cue_row *row = is_cue(r, hit) && !is_cut_short(s, hit) ? row_of(s, hit, families) : NULL;

		if (!row)
			continue;
		*cue = (struct cue){hit->first,	 hit->first + hit->n, row->kind,    row->takes,
				    row->states, row->polarity,	      row->modality};
		return true;
	}
	return false;
}
