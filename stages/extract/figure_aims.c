/* What a deal, an order or a journey is to bring about, and what a verb behind puts ahead: no fact yet. */
#include "measure_verb.h"
#include "measures.h"

/* What people go, agree and wait for: no deaths, which a deal is not made of. */
static bool is_aimed_at(const struct figure *f)
{
	static const struct str measures[] = {STR_WORD("released"), STR_WORD("evacuated"), STR_WORD("rescued"),
					      STR_WORD("returned"), STR_WORD("relocated")};

	return str_is_one_of(f->measure, measures, sizeof measures / sizeof *measures);
}

/* "a deal | to free 12", "the decision | to release": a noun that has its aim behind it. */
static bool is_plan(const struct figure_scan *s, uint32_t noun)
{
	static const char *const nouns[] = {"deal",	 "agreement", "accord",	   "pact",   "decision", "decisions",
					    "order",	 "orders",    "effort",	   "bid",    "proposal", "proposals",
					    "intention", "mission",   "operation", "raid",   "request",	 "requests",
					    "vote",	 "efforts",   "offer",	   "offers", "campaign", "move"};

	return scan_is_one_of(s, noun, nouns, sizeof nouns / sizeof *nouns);
}

/* "entered the town | to evacuate": whoever goes somewhere for it has not done it yet. */
static bool is_journey(const struct figure_scan *s, uint32_t verb)
{
	static const char *const verbs[] = {"entered",	"enter",   "entering", "arrived",    "arrive", "arriving",
					    "sent",	"send",	   "sending",  "deployed",   "headed", "heading",
					    "went",	"going",   "came",     "dispatched", "flew",   "sailed",
					    "returned", "waiting", "waited",   "gathered"};

	return scan_is_one_of(s, verb, verbs, sizeof verbs / sizeof *verbs);
}

/* What governs the infinitive behind the "to": a plan right before it, or a journey that is the nearest verb. */
static bool is_ahead(const struct figure_scan *s, uint32_t to)
{
	enum { REACH = 14 }; /* [tokens] */

	if (to == s->start)
		return false;
	if (is_plan(s, to - 1) || (scan_has(s, to - 1, FUNCTION_PLANNED) && tag_is_verb(scan_tag(s, to - 1))))
		return true;
	for (uint32_t i = to; i > s->start && to - i < REACH; i--) {
		if (scan_text(s, i - 1, "and") || scan_tag(s, i - 1) == TAG_COMMA)
			return false;
		if (tag_is_verb(scan_tag(s, i - 1)))
			return is_journey(s, i - 1);
	}
	return false;
}

/* The "to" before the verb that starts at i; 0: none. */
static uint32_t infinitive(const struct figure_scan *s, uint32_t i)
{
	while (i > s->start && scan_tag(s, i - 1) == TAG_RB)
		i--;
	return i > s->start && scan_text(s, i - 1, "to") ? i - 1 : 0;
}

/* "to allow | 300 people | to leave": the "to" of the verb that lets them; 0: none does. */
static uint32_t permission(const struct figure_scan *s, const struct figure *f)
{
	static const char *const verbs[] = {"allow", "let", "permit", "enable", "help"};

	if (f->first <= s->start + 1 || f->trigger_first < f->first ||
	    !scan_is_one_of(s, f->first - 1, verbs, sizeof verbs / sizeof *verbs))
		return 0;
	return infinitive(s, f->first - 1);
}

/* "The evacuation of 4,000 people | is due to begin", "has been postponed", "was to resume". */
static bool is_put_ahead(const struct figure_scan *s, const struct figure *f)
{
	static const char *const ends[] = {"postponed", "delayed",  "cancelled", "canceled",
					   "blocked",	"rejected", "refused"};
	static const char *const begins[] = {"begin", "start", "resume", "take", "happen", "occur", "proceed"};
	enum { REACH = 14, GROUP = 6 }; /* [tokens] */
	uint32_t i = f->first + f->n, from = i;

	while (i < s->end && i - from < REACH && !tag_is_finite(scan_tag(s, i)) && scan_tag(s, i) != TAG_MD &&
	       scan_tag(s, i) != TAG_COMMA && !scan_has(s, i, FUNCTION_RELATIVE))
		i++;
	if (scan_tag(s, i) == TAG_MD)
		return scan_has(s, i, FUNCTION_PLANNED) &&
		       scan_is_one_of(s, i + 1, begins, sizeof begins / sizeof *begins);
	if (!verb_is_aux(s, i))
		return false;
	for (uint32_t k = i + 1; k < s->end && k - i < GROUP; k++) {
		if (scan_text(s, k, "to"))
			return scan_has(s, k - 1, FUNCTION_PLANNED) || scan_has(s, k - 1, FUNCTION_BE);
		if (scan_is_one_of(s, k, ends, sizeof ends / sizeof *ends))
			return true;
		if (!verb_is_aux(s, k) && !verb_is_adverb(s, k) && !scan_has(s, k, FUNCTION_PLANNED))
			return false;
	}
	return false;
}

bool figure_is_aim(const struct figure_scan *s, const struct figure *f)
{
	uint32_t to;

	if (!f->trigger_n || !is_aimed_at(f))
		return false;
	if (f->rules & RULE_BIT(NOMINAL))
		return is_put_ahead(s, f);
	if ((to = permission(s, f)) > 0)
		return is_ahead(s, to);
	to = infinitive(s, f->trigger_first);
	return to > 0 && f->first > f->trigger_first && is_ahead(s, to);
}
