#include "figure_formerly.h"

#include "figure_words.h"
#include "measures.h"

/* Numbers that the text tells as past: of what was said before, what a count has been lowered by, what it is not. */

/* "the previous toll of 359", "an earlier total of 359" */
static bool is_of_former_toll(const struct figure_scan *s, const struct figure *f)
{
	static const char *const words[] = {"previous", "earlier", "former", "initial", "original", "prior"};
	enum { REACH = 5 }; /* [tokens] "previous official death toll of" */

	for (uint32_t i = f->first; f->rules & RULE_BIT(TOLL) && i > s->start && f->first - i < REACH; i--)
		if (scan_is_one_of(s, i - 1, words, sizeof words / sizeof *words))
			return true;
	return false;
}

/* "had previously put the toll at 12", "had earlier said nine died": at the token, the "had" or the adverb. */
static bool is_former_saying(const struct figure_scan *s, uint32_t i)
{
	uint32_t verb = i + 2;
	bool former = scan_text(s, i, "previously") || scan_text(s, i, "earlier");
	bool had = scan_text(s, i + 1, "had");

	if (scan_text(s, i, "had")) {
		former = scan_text(s, i + 1, "previously") || scan_text(s, i + 1, "earlier");
		had = true;
	}
	return former && had && (figure_word(s->r, verb, FUNCTION_SAID) || scan_text(s, verb, "put"));
}

/* "initially announced that", "was originally put at": at the adverb. */
static bool is_first_saying(const struct figure_scan *s, uint32_t i)
{
	static const char *const adverbs[] = {"initially", "originally"};
	static const char *const verbs[] = {"said",	"announced", "reported", "put",	   "estimated", "counted",
					    "believed", "thought",   "stated",	 "listed", "given",	"told"};

	return scan_is_one_of(s, i, adverbs, sizeof adverbs / sizeof *adverbs) &&
	       scan_is_one_of(s, i + 1, verbs, sizeof verbs / sizeof *verbs);
}

/* "an earlier toll put", "earlier reports had said": at the adjective, before what the number was told in. */
static bool is_former_report(const struct figure_scan *s, uint32_t i)
{
	static const char *const nouns[] = {"toll",   "tolls",	"report",    "reports",	 "count",
					    "counts", "figure", "figures",   "estimate", "estimates",
					    "total",  "totals", "statement", "tally"};
	enum { REACH = 4 }; /* [tokens] "earlier official death toll" */

	bool initial = scan_text(s, i, "initial") && scan_text(s, i - 1, "in"); /* "in initial reports" */

	if (!initial && !scan_text(s, i, "earlier") && !scan_text(s, i, "previous"))
		return false;
	for (uint32_t noun = i + 1; noun <= i + REACH; noun++) {
		if (scan_is_one_of(s, noun, nouns, sizeof nouns / sizeof *nouns))
			return initial || tag_is_verb(scan_tag(s, noun + 1));
		if (!tag_is_adjective(scan_tag(s, noun)) && !tag_is_noun(scan_tag(s, noun)))
			return false;
	}
	return false;
}

static bool was_said_formerly(const struct figure_scan *s, const struct figure *f)
{
	for (uint32_t i = figure_clause_start(s, f->first); i + 2 < f->first; i++)
		if (is_former_saying(s, i) || is_first_saying(s, i) || is_former_report(s, i))
			return true;
	return false;
}

uint64_t figure_formerly(const struct figure_scan *s, const struct figure *f)
{
	return f->aspect == ASPECT_CUMULATIVE && (is_of_former_toll(s, f) || was_said_formerly(s, f))
		       ? RULE_BIT(OLD_VALUE)
		       : 0;
}

bool figure_is_decrease(const struct figure_scan *s, const struct figure *f)
{
	if (!scan_text(s, f->first - 1, "by"))
		return false;
	for (uint32_t i = f->first - 1; i-- > s->start && s->r->tokens.at[i].kind != TOKEN_MARK;)
		if (figure_word(s->r, i, FUNCTION_CHANGE_DOWN) || scan_text(s, i, "less") || scan_text(s, i, "fewer"))
			return true;
	return false;
}

bool figure_is_not_it(const struct figure_scan *s, const struct figure *f)
{
	return scan_text(s, f->first - 1, "not") &&
	       (scan_text(s, f->first - 2, "and") || scan_text(s, f->first - 2, ","));
}
