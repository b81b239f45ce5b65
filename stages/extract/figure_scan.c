#include "figure_scan.h"

#include <assert.h>

enum { MEASURES_MEASURE = 1, MEASURES_FORM, MEASURES_COUNTS, MEASURES_PARTICLE, MEASURES_NEEDS };

static const char *const kind_names[] = {
#define X(name, text) text,
	FUNCTION_KIND_LIST(X)
#undef X
		NULL};
static const char *const form_names[] = {"base", "s", "past", "participle", "ing", "noun", "adjective", "toll", NULL};
static const char *const counts_names[] = {"object", "subject", "both",	      "self", "of",
					   "on",     "killer",	"complement", NULL};

static_assert(FUNCTION_KINDS <= 32, "more kinds than bits");

static int index_of(const char *const *names, struct str name)
{
	int i = 0;

	while (names[i] && !str_is(name, names[i]))
		i++;
	return i;
}

static uint32_t kind_bit(const struct figure_scan *s, int64_t row, struct figure_kinds *kinds)
{
	uint8_t *kind = &kinds->kind[row];

	if (*kind == 0)
		*kind = (uint8_t)(1 + index_of(kind_names, lexicon_cell(s->r->know->lex, LEXICON_FUNCTION_WORDS,
									(uint32_t)row, FUNCTION_WORDS_KIND)));
	return *kind <= FUNCTION_KINDS ? 1u << (*kind - 1) : 0;
}

static void add_kinds(struct figure_scan *s, const struct hit *hit, struct figure_kinds *kinds)
{
	bool is_month = scan_text(s, hit->first, "may") && tag_is_proper(scan_tag(s, hit->first));
	int64_t row;

	for (size_t k = 0; (row = figure_row(s->r, hit->node, LEXICON_FUNCTION_WORDS, k)) >= 0; k++)
		s->kinds[hit->first - s->start] |= hit->n == 1 && !is_month ? kind_bit(s, row, kinds) : 0;
}

static struct str cell(const struct figure_scan *s, int64_t row, uint32_t column)
{
	return lexicon_cell(s->r->know->lex, LEXICON_MEASURES, (uint32_t)row, column);
}

struct triggers {
	struct trigger *at;
	size_t n, room;
};

static void add_triggers(struct figure_scan *s, const struct hit *hit, struct triggers *out)
{
	int64_t row;

	for (size_t k = 0; (row = figure_row(s->r, hit->node, LEXICON_MEASURES, k)) >= 0; k++) {
		struct trigger t = {.first = hit->first,
				    .n = hit->n,
				    .form = (uint8_t)index_of(form_names, cell(s, row, MEASURES_FORM)),
				    .counts = (uint8_t)index_of(counts_names, cell(s, row, MEASURES_COUNTS)),
				    .measure = cell(s, row, MEASURES_MEASURE),
				    .particle = cell(s, row, MEASURES_PARTICLE),
				    .needs = cell(s, row, MEASURES_NEEDS)};

		LIST_ADD(s->r->arena, out, t);
	}
}

/* The longest phrases win: what begins inside one is part of it. */
static void read_words(struct figure_scan *s, struct figure_kinds *kinds)
{
	struct triggers list = {0};
	uint32_t covered = s->start;

	for (uint32_t i = s->start; i < s->end; i++) {
		bool longest = true;

		s->first_trigger[i - s->start] = (uint32_t)list.n;
		for (uint32_t h = s->r->first_hit[i]; h < s->r->first_hit[i + 1]; h++) {
			const struct hit *hit = &s->r->hits.at[h];

			if (hit->node->tables & 1u << LEXICON_FUNCTION_WORDS)
				add_kinds(s, hit, kinds);
			if (hit->node->tables & 1u << LEXICON_MEASURES && longest && i >= covered) {
				add_triggers(s, hit, &list);
				covered = i + hit->n;
				longest = false;
			}
		}
	}
	s->first_trigger[s->end - s->start] = (uint32_t)list.n;
	s->triggers = list.at;
	s->triggers_n = list.n;
}

static bool is_upper(const struct reading *r, uint32_t start, uint32_t end)
{
	uint32_t upper = 0, words = 0;

	for (uint32_t i = start; i < end; i++) {
		words += r->tokens.at[i].kind == TOKEN_WORD;
		upper += r->tokens.at[i].kind == TOKEN_WORD && r->tokens.at[i].flags & TOKEN_UPPER;
	}
	return words >= 2 && 10 * upper >= 7 * words;
}

void figure_scan_open(struct figure_scan *s, struct reading *r, uint32_t sentence, struct figure_kinds *kinds)
{
	struct sentence at = r->sentences.at[sentence];

	if (!kinds->kind)
		kinds->kind = ARENA_ARRAY(r->arena, uint8_t, lexicon_rows(r->know->lex, LEXICON_FUNCTION_WORDS) + 1);
	*s = (struct figure_scan){.r = r, .sentence = sentence, .start = at.first, .end = at.first + at.n};
	s->upper = is_upper(r, s->start, s->end);
	s->kinds = ARENA_ARRAY(r->arena, uint32_t, at.n);
	s->first_trigger = ARENA_ARRAY(r->arena, uint32_t, at.n + 1);
	read_words(s, kinds);
	s->phrases = *reading_phrases(r, sentence);
}
