#include "records/quantity_words.h"

struct str quantity_words(struct arena *arena, struct str measure, struct str subject, struct str unit)
{
	bool has_unit = unit.n && !str_starts(subject, STR("share_of"));
	bool same = measure.n && str_eq(subject, measure); /* those who are counted as cases of it are people */
	struct str parts[] = {same ? STR("people") : subject,
			      subject.n && measure.n ? STR(" ") : STR_NULL,
			      measure,
			      has_unit && (subject.n || measure.n) ? STR(" ") : STR_NULL,
			      has_unit ? STR("(") : STR_NULL,
			      has_unit ? unit : STR_NULL,
			      has_unit ? STR(")") : STR_NULL};

	return str_spaced(arena, str_concat(arena, parts, sizeof parts / sizeof *parts));
}
