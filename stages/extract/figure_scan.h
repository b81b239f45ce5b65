/* figure_scan - one sentence with figures in it, as the rules of nouns.h and measures.h
 * see it: its phrases, the function words by kind, and the words that state a measure. */
#ifndef RECOUNT_FIGURE_SCAN_H
#define RECOUNT_FIGURE_SCAN_H

#include "figures.h"
#include "phrases.h"

/* How a measure's word is built and what it counts; the names are those of measures.csv. */
enum trigger_form { FORM_BASE, FORM_S, FORM_PAST, FORM_PARTICIPLE, FORM_ING, FORM_NOUN, FORM_ADJECTIVE, FORM_TOLL };
enum trigger_counts {
	COUNTS_OBJECT,
	COUNTS_SUBJECT,
	COUNTS_BOTH,
	COUNTS_SELF,
	COUNTS_OF,
	COUNTS_ON,
	COUNTS_KILLER,
	COUNTS_COMPLEMENT
};

/* A word of the lexicon's measures in the sentence; one for each of its rows. */
struct trigger {
	uint32_t first, n; /* [tokens] */
	uint8_t form, counts;
	struct str measure, particle, needs;
};

struct figure_scan {
	struct reading *r;
	uint32_t sentence, start, end; /* [tokens] */
	bool upper;		       /* written in capitals */
	struct phrases phrases;
	uint32_t *kinds;	  /* [end - start] 1u << kind of the one-word function words, below FUNCTION_SCANNED */
	struct trigger *triggers; /* by first token, then as the lexicon orders */
	size_t triggers_n;
	uint32_t *first_trigger; /* [end - start + 1] */
	struct figure *figures;	 /* those of the sentence */
	size_t figures_n;
	struct measure_context *context; /* what the document tells; measures.h */
};

/* Rows of the lexicon's measures, read once when the program starts (struct knowledge), in the arena: triggers, still
 * without tokens. */
const struct trigger *measure_rows_read(const struct lexicon *lex, struct arena *arena);

/* The hit's first row of the measures, which it has. */
static inline const struct trigger *measure_row_of(const struct reading *r, const struct hit *hit)
{
	return &r->know->measures[hit_row(r, hit, LEXICON_MEASURES)];
}

void figure_scan_open(struct figure_scan *s, struct reading *r, uint32_t sentence);

static inline bool scan_has(const struct figure_scan *s, uint32_t token, enum function_kind kind)
{
	return token >= s->start && token < s->end && s->kinds[token - s->start] & 1u << kind;
}
/* The tag of the token, TAG_NONE outside of the sentence. "human rights activists": a word
 * for people right behind a plural is no verb, though taggers take it for one. */
static inline enum tag scan_tag(const struct figure_scan *s, uint32_t token)
{
	if (token < s->start || token >= s->end)
		return TAG_NONE;
	enum tag tag = (enum tag)s->r->tokens.at[token].tag;
	bool slip = tag == TAG_VBZ && token > s->start && s->r->tokens.at[token - 1].tag == TAG_NNS;

	return slip && reading_hit(s->r, token, LEXICON_SUBJECTS) ? TAG_NNS : tag;
}
static inline bool scan_text(const struct figure_scan *s, uint32_t token, const char *lower)
{
	return token >= s->start && token < s->end && figure_token_is(s->r, token, lower);
}
static inline bool scan_is_one_of(const struct figure_scan *s, uint32_t token, const char *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (scan_text(s, token, words[k]))
			return true;
	return false;
}
/* The index of the first trigger that begins at the token, and of the first behind it. */
static inline size_t scan_triggers(const struct figure_scan *s, uint32_t token, size_t *end)
{
	if (token < s->start || token >= s->end)
		return *end = 0;
	*end = s->first_trigger[token - s->start + 1];
	return s->first_trigger[token - s->start];
}
static inline bool scan_triggers_any(const struct figure_scan *s, uint32_t token)
{
	size_t end;

	return scan_triggers(s, token, &end) < end;
}
/* Does a word before what begins at the token take it for known: "the | six priests", "those 12", "her two sons"? */
static inline bool scan_is_definite(const struct figure_scan *s, uint32_t token)
{
	return token > s->start && (scan_text(s, token - 1, "the") || scan_text(s, token - 1, "these") ||
				    scan_text(s, token - 1, "those") || scan_tag(s, token - 1) == TAG_PRPS);
}
/* A verb form: base, s, past, participle, ing. */
static inline bool trigger_is_verb(const struct trigger *t)
{
	return t->form <= FORM_ING;
}

#endif
