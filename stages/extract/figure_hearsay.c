/* "Reports that 12 died", which nobody confirms. */
#include "figure_scan.h"
#include "figure_words.h"
#include "measures.h"

/* Where the word of hearsay begins whose clause the figure stands in: "claims | that 12 died", "reports | of 12
 * deaths"; PHRASE_NONE: in none's. */
static uint32_t hearsay_before(const struct figure_scan *s, const struct figure *f)
{
	for (uint32_t i = f->first; i > s->start + 1 && s->r->tokens.at[i - 1].kind != TOKEN_MARK; i--) {
		bool leads = scan_text(s, i - 1, "that") || (i == f->first && scan_text(s, i - 1, "of"));
		uint32_t n = leads ? figure_word_before(s->r, s->start, i - 1, FUNCTION_HEARSAY) : 0;

		if (leads)
			return n ? i - 1 - n : PHRASE_NONE;
	}
	return PHRASE_NONE;
}

/* "could not immediately confirm", "had no information on", "was checking", "unconfirmed": what leads to the word. */
static bool is_weighed_before(const struct figure_scan *s, uint32_t hearsay)
{
	enum { REACH = 5 }; /* [tokens] */
	bool unproven = false;

	for (uint32_t i = hearsay; i > s->start && hearsay - i < REACH; i--) {
		if (figure_word(s->r, i - 1, FUNCTION_WEIGHED))
			return true;
		if (unproven && (scan_has(s, i - 1, FUNCTION_NEGATOR) || scan_text(s, i - 1, "no") ||
				 scan_text(s, i - 1, "unable") || scan_text(s, i - 1, "declined")))
			return true;
		unproven |= figure_word(s->r, i - 1, FUNCTION_UNPROVEN) > 0;
		if (scan_text(s, i - 1, ",") || scan_text(s, i - 1, ";"))
			return false;
	}
	return false;
}

/* "reports that 12 died | could not be independently verified", "have not been confirmed" */
static bool is_unproven_behind(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 12, WORDS = 3 }; /* [tokens] */
	uint32_t trigger = f->trigger_first + f->trigger_n, end = f->first + f->n;

	for (uint32_t i = trigger > end ? trigger : end; i + 1 < s->end && i < end + REACH; i++) {
		if (scan_text(s, i, ",") || scan_text(s, i, ";"))
			return false;
		for (uint32_t k = i + 1; scan_has(s, i, FUNCTION_NEGATOR) && k <= i + WORDS && k < s->end; k++)
			if (figure_word(s->r, k, FUNCTION_UNPROVEN))
				return true;
	}
	return false;
}

/* "unconfirmed reports say", "12 died, according to unverified claims": they are all that tells of it. */
static bool is_all_told(const struct figure_scan *s, const struct figure *f)
{
	for (uint32_t i = s->start; i + 1 < s->end; i++) {
		uint32_t weighed = figure_word(s->r, i, FUNCTION_WEIGHED);
		uint32_t hearsay = weighed ? figure_word(s->r, i + weighed, FUNCTION_HEARSAY) : 0;
		enum tag behind = scan_tag(s, i + weighed + hearsay);

		if (!hearsay)
			continue;
		if (i > s->start + 1 && scan_text(s, i - 1, "to") && scan_text(s, i - 2, "according"))
			return true;
		if (i < f->first && tag_is_finite(behind))
			return true;
	}
	return false;
}

bool figure_is_hearsay(const struct figure_scan *s, const struct figure *f)
{
	if (!f->trigger_n)
		return false;
	uint32_t hearsay = hearsay_before(s, f);
	bool clause = hearsay != PHRASE_NONE && (is_weighed_before(s, hearsay) || is_unproven_behind(s, f));

	return clause || is_all_told(s, f);
}
