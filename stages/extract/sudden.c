#include "sudden.h"

/* Empty for no type. */
static struct str cell_of(const struct reading *r, struct str type, const char *column)
{
	const struct lexicon *lex = r->know->lex;
	int64_t row = type.n ? lexicon_row(lex, LEXICON_EVENT_TYPES, type) : -1;

	return row < 0 ? STR_NULL
		       : lexicon_cell(lex, LEXICON_EVENT_TYPES, (uint32_t)row,
				      lexicon_column(lex, LEXICON_EVENT_TYPES, column));
}

bool sudden_type(const struct reading *r, struct str type)
{
	return cell_of(r, type, "sudden").n;
}

enum disaster_course sudden_course(const struct reading *r, struct str type)
{
	struct str how = cell_of(r, type, "disaster");

	return !how.n ? COURSE_NONE : str_is(how, "stays") ? COURSE_STAYS : COURSE_MOVES;
}

struct str sudden_noun(const struct reading *r, uint32_t token)
{
	const struct hit *hit =
		tag_is_noun((enum tag)r->tokens.at[token].tag) ? reading_hit(r, token, LEXICON_TRIGGERS) : NULL;
	struct str type =
		hit ? hit_cell(r, hit, LEXICON_TRIGGERS, lexicon_column(r->know->lex, LEXICON_TRIGGERS, "type"))
		    : STR_NULL;

	return sudden_type(r, type) ? type : STR_NULL;
}
