#include "numeral.h"

/* dozens, tens of thousands, several hundred, a few thousand. */
static bool vague_at(const struct reading *r, uint32_t i, uint32_t end, struct numeral *out)
{
	const struct hit *hit = reading_hit(r, i, LEXICON_VAGUE);
	struct decimal factor = decimal_of(1);

	if (!hit || i + hit->n > end)
		return false;
	int64_t row = figure_row(r, hit, LEXICON_VAGUE, 0);
	uint32_t n = numeral_magnitude(r, i + hit->n, end, &factor);

	*out = (struct numeral){.first = i, .n = hit->n + n, .factor = factor, .form = NUMERAL_VAGUE};
	out->value = decimal_mul(figure_cell_number(r, LEXICON_VAGUE, row, VAGUE_LOW), factor);
	out->value_to = decimal_mul(figure_cell_number(r, LEXICON_VAGUE, row, VAGUE_HIGH), factor);
	out->weak = decimal_cmp(out->value, decimal_of(10)) < 0;
	return out->value.known && out->value_to.known;
}

/* Words that are a number by themselves: zero, no, nobody, both, twin, threefold. */
static bool single_at(const struct reading *r, uint32_t i, uint32_t end, struct numeral *out)
{
	static const struct {
		enum number_word_kind kind;
		enum numeral_form form;
		bool weak;
	} singles[] = {
		{NUMBER_WORD_ZERO, NUMERAL_SPELLED, false}, {NUMBER_WORD_NO, NUMERAL_ZERO, true},
		{NUMBER_WORD_NOBODY, NUMERAL_ZERO, true},   {NUMBER_WORD_BOTH, NUMERAL_BOTH, true},
		{NUMBER_WORD_MULTIPLE, NUMERAL_FOLD, true},
	};
	struct number_word w = number_word_at(r, i);

	for (size_t k = 0; k < sizeof singles / sizeof *singles; k++)
		if (w.kind == singles[k].kind) {
			*out = (struct numeral){.first = i,
						.n = w.n,
						.value = w.value,
						.factor = decimal_of(1),
						.form = (uint8_t)singles[k].form,
						.weak = singles[k].weak};
			if (w.kind == NUMBER_WORD_ZERO)
				numeral_point(r, end, out);
			return true;
		}
	return false;
}

/* "minus 5", "-5" where no word or number stands right before the sign. */
static uint32_t sign_at(const struct reading *r, uint32_t i, uint32_t end)
{
	uint32_t n = number_word_at(r, i).kind == NUMBER_WORD_MINUS;

	if (n) {
		n += i + 1 < end && figure_is_dash(r, i + 1);
		return i + n < end ? n : 0;
	}
	if (!figure_is_dash(r, i) || figure_token_is(r, i, "~") || i + 1 >= end ||
	    r->tokens.at[i + 1].flags & TOKEN_SPACE || !(r->tokens.at[i + 1].flags & TOKEN_DIGIT))
		return 0;
	return (r->tokens.at[i].flags & TOKEN_SPACE || i == 0) &&
	       (i == 0 || !(r->tokens.at[i - 1].flags & TOKEN_DIGIT));
}

static bool has_digits(const struct token *t)
{
	return t->kind == TOKEN_NUMBER || t->flags & TOKEN_DIGIT;
}

bool numeral_at(const struct reading *r, uint32_t token, uint32_t end, struct numeral *out)
{
	uint32_t sign = sign_at(r, token, end), i = token + sign;

	if (!(vague_at(r, i, end, out) || (has_digits(&r->tokens.at[i]) && numeral_digits(r, i, end, out)) ||
	      numeral_words(r, i, end, out) || (!sign && single_at(r, i, end, out))))
		return false;
	if (sign && out->form != NUMERAL_VAGUE) {
		out->value = decimal_mul(out->value, decimal_of(-1));
		out->first = token;
		out->n += sign;
		out->bare = false;
	}
	return true;
}
