#include "sudden.h"

bool sudden_type(const struct reading *r, struct str type)
{
	const struct event_type *t = event_type_named(r->know->event_types, type);

	return t && t->sudden;
}

const struct event_type *sudden_noun(const struct reading *r, uint32_t token)
{
	const struct hit *hit =
		tag_is_noun((enum tag)r->tokens.at[token].tag) ? reading_hit(r, token, LEXICON_TRIGGERS) : NULL;
	const struct event_type *type = hit ? event_trigger_of(r, hit)->type : NULL;

	return type && type->sudden ? type : NULL;
}
