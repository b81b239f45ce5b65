#include "variants.h"

static bool is_word(const struct token *t)
{
	return t->kind == TOKEN_WORD && t->lower.n && (ascii_is_alpha((unsigned char)t->lower.at[0]) || t->lower.n > 1);
}

/* Headlines leave short words small. */
static bool is_small(const struct gold *g)
{
	return (g->tag == TAG_IN && g->token.lower.n < 5) || g->tag == TAG_DT || g->tag == TAG_CC || g->tag == TAG_TO ||
	       g->token.lower.n < 3;
}

void variant_make(const struct gold_sentence *s, enum variant variant, struct token *out)
{
	for (size_t i = 0; i < s->n; i++) {
		out[i] = s->at[i].token;
		if (variant == VARIANT_PLAIN || !is_word(&out[i]))
			continue;
		out[i].flags &= (uint8_t) ~(TOKEN_CAPITAL | TOKEN_UPPER);
		if (variant == VARIANT_UPPER)
			out[i].flags |= out[i].lower.n > 1 ? TOKEN_CAPITAL | TOKEN_UPPER : TOKEN_CAPITAL;
		if (variant == VARIANT_TITLE)
			out[i].flags |= i && is_small(&s->at[i]) ? 0 : s->at[i].token.flags | TOKEN_CAPITAL;
	}
}
