#include "speakers_parts.h"

static const struct str kinds[] = {WORD("say"),	  WORD("deny"),	     WORD("show"),    WORD("think"),
				   WORD("ask"),	  WORD("order"),     WORD("promise"), WORD("stand"),
				   WORD("judge"), WORD("adjective"), WORD("noun"),    WORD("preposition")};
static const struct str takes[] = {WORD("that"),   WORD("quote"), WORD("np"),	    WORD("told"), WORD("to"),
				   WORD("ing"),	   WORD("as"),	  WORD("of"),	    WORD("for"),  WORD("rest"),
				   WORD("clause"), WORD("at"),	  WORD("explicit"), WORD("toll"), WORD("count")};

void cues_open(struct speech *s)
{
	const struct lexicon *lex = s->r->know->lex;

	s->columns.kind = lexicon_column(lex, LEXICON_CUES, "kind");
	s->columns.takes = lexicon_column(lex, LEXICON_CUES, "takes");
	s->columns.states = lexicon_column(lex, LEXICON_CUES, "states");
	s->columns.polarity = lexicon_column(lex, LEXICON_CUES, "polarity");
	s->columns.modality = lexicon_column(lex, LEXICON_CUES, "modality");
	s->columns.noun_kind = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "kind");
	s->columns.title_sex = lexicon_column(lex, LEXICON_TITLES, "sex");
}

static struct str cell(const struct speech *s, uint32_t row, uint32_t column)
{
	return lexicon_cell(s->r->know->lex, LEXICON_CUES, row, column);
}

/* Place of the word in the list; 0 for one that is not there. */
static unsigned bit_of(const struct str *words, size_t n, struct str word)
{
	for (unsigned i = 0; i < n; i++)
		if (words[i].n == word.n && memcmp(words[i].at, word.at, word.n) == 0)
			return i;
	return 0;
}
#define BIT_OF(words, word) bit_of(words, sizeof words / sizeof *words, word)

/* Verbs of every kind stand together; nouns, adjectives and prepositions each alone. */
static enum cue_kind family(enum cue_kind kind)
{
	return kind < CUE_ADJECTIVE ? CUE_SAY : kind;
}

static void fill(const struct speech *s, const struct hit *hit, uint32_t row, enum cue_kind kind, struct cue *cue)
{
	struct str rest = cell(s, row, s->columns.takes);

	*cue = (struct cue){.first = hit->first, .end = hit->first + hit->n, .kind = kind};
	while (rest.at)
		cue->takes |= 1u << BIT_OF(takes, str_cut(&rest, '|'));
	cue->states = str_eq(cell(s, row, s->columns.states), STR("yes"));
	cue->polarity = word_index(polarities, cell(s, row, s->columns.polarity));
	cue->modality = word_index(modalities, cell(s, row, s->columns.modality));
}

/* "reported on Monday" is "reported". */
static bool is_cut_by_day(const struct speech *s, const struct hit *hit)
{
	static const struct str days[] = {WORD("monday"), WORD("tuesday"),  WORD("wednesday"), WORD("thursday"),
					  WORD("friday"), WORD("saturday"), WORD("sunday")};
	uint32_t end = hit->first + hit->n;

	return hit->n >= 2 && token_is(s, end - 1, "on") && token_is_one_of(s, end, days, sizeof days / sizeof *days);
}

bool cue_at(const struct speech *s, uint32_t token, enum cue_kind kind, struct cue *cue)
{
	const struct reading *r = s->r;

	for (uint32_t h = r->first_hit[token]; h < r->first_hit[token + 1]; h++) {
		const struct hit *hit = &r->hits.at[h];
		const struct lexicon_entry *e = lexicon_entries(r->know->lex, hit->node);

		if (!(hit->node->tables & (1u << LEXICON_CUES)) || is_cut_by_day(s, hit))
			continue;
		for (uint16_t k = 0; k < hit->node->entries; k++) {
			if (e[k].table != LEXICON_CUES)
				continue;
			enum cue_kind has = (enum cue_kind)BIT_OF(kinds, cell(s, e[k].row, s->columns.kind));

			if (family(has) != family(kind))
				continue;
			fill(s, hit, e[k].row, has, cue);
			return true;
		}
	}
	return false;
}
