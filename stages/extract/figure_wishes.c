/* What is sought, failed, foreseen or supposed: no fact yet. */
#include "measures.h"

uint32_t figure_obtained(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->trigger_first;

	if (!(f->rules & RULE_BIT(NOMINAL)))
		return f->trigger_first;
	while (i > s->start && (scan_tag(s, i - 1) == TAG_DT || tag_is_adjective(scan_tag(s, i - 1))))
		i--;
	if (i <= s->start + 1 || scan_tag(s, i - 1) != TAG_VB)
		return f->trigger_first;
	uint32_t to = i - 2;

	while (to > s->start && scan_tag(s, to) == TAG_RB) /* "to soon complete the release" */
		to--;
	return scan_text(s, to, "to") ? to + 1 : f->trigger_first;
}

bool figure_has_failed(const struct figure_scan *s, const struct figure *f)
{
	uint32_t verb = figure_obtained(s, f);

	while (verb > s->start && scan_tag(s, verb - 1) == TAG_RB)
		verb--;
	return verb > s->start + 1 && scan_text(s, verb - 1, "to") && figure_word(s->r, verb - 2, FUNCTION_FAILING);
}

/* What people talk and work for: no deaths that they discuss. */
static bool is_striven_for(const struct figure *f)
{
	return str_eq(f->measure, STR("released")) || str_eq(f->measure, STR("evacuated")) ||
	       str_eq(f->measure, STR("rescued")) || str_eq(f->measure, STR("returned"));
}

/* "evacuation orders for 200": what those who have them are told to do. */
static bool is_order(const struct figure_scan *s, const struct figure *f)
{
	static const char *const words[] = {"order", "orders", "notice", "notices", "advisory", "advisories"};

	return scan_is_one_of(s, f->trigger_first + f->trigger_n - 1, words, sizeof words / sizeof *words);
}

bool figure_is_foreseen(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 16 }; /* [tokens] */
	uint32_t i = f->trigger_first;

	if (!(f->rules & RULE_BIT(NOMINAL)))
		return false;
	if (is_order(s, f))
		return true;
	for (uint32_t k = 0; i > s->start && k < REACH; i--, k++) {
		if (scan_has(s, i - 1, FUNCTION_FORESEEN) ||
		    (figure_word(s->r, i - 1, FUNCTION_STRIVING) && is_striven_for(f)))
			return true;
		if (tag_is_verb(scan_tag(s, i - 1)) || scan_text(s, i - 1, ",") || scan_text(s, i - 1, "that"))
			return false;
	}
	return false;
}

/* "once nobody has been found for a day", "until no one is left": what has yet to come. */
static bool awaits_none(const struct figure_scan *s, const struct figure *f)
{
	static const char *const words[] = {"once", "until", "when", "unless"};
	uint32_t end = f->first + f->n;

	if (f->number.form != NUMERAL_ZERO || (scan_tag(s, end) != TAG_VBZ && scan_tag(s, end) != TAG_VBP))
		return false;
	return scan_is_one_of(s, f->first - 1, words, sizeof words / sizeof *words);
}

bool figure_is_supposed(const struct figure_scan *s, const struct figure *f)
{
	uint32_t from = figure_clause_start(s, f->first);

	if (awaits_none(s, f))
		return true;
	for (uint32_t i = f->first; i-- > from;) {
		if ((scan_text(s, i, "after") && !scan_text(s, i - 1, ",")) || scan_text(s, i, "information"))
			return false;
		if (scan_text(s, i, "if") || scan_text(s, i, "whether") || scan_text(s, i, "unless") ||
		    ((scan_text(s, i, "fears") || scan_text(s, i, "feared") || scan_text(s, i, "fear")) &&
		     scan_text(s, i + 1, "that")))
			return true;
	}
	return false;
}
