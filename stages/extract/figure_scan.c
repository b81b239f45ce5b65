#include "figure_scan.h"

#include <assert.h>

enum { MEASURES_MEASURE = 1, MEASURES_FORM, MEASURES_COUNTS, MEASURES_PARTICLE, MEASURES_NEEDS };

static const char *const form_names[] = {"base", "s", "past", "participle", "ing", "noun", "adjective", "toll", NULL};
static const char *const counts_names[] = {"object", "subject", "both",	      "self", "of",
					   "on",     "killer",	"complement", NULL};

static_assert(FUNCTION_SCANNED <= 32, "more kinds than bits");

static int index_of(const char *const *names, struct str name)
{
	int i = 0;

	while (names[i] && !str_is(name, names[i]))
		i++;
	return i;
}

const struct trigger *measure_rows_read(const struct lexicon *lex, struct arena *arena)
{
	uint32_t n = lexicon_rows(lex, LEXICON_MEASURES);
	struct trigger *rows = ARENA_ARRAY(arena, struct trigger, n + 1);

	for (uint32_t row = 0; row < n; row++)
		rows[row] = (struct trigger){
			.form = (uint8_t)index_of(form_names, lexicon_cell(lex, LEXICON_MEASURES, row, MEASURES_FORM)),
			.counts = (uint8_t)index_of(counts_names,
						    lexicon_cell(lex, LEXICON_MEASURES, row, MEASURES_COUNTS)),
			.measure = lexicon_cell(lex, LEXICON_MEASURES, row, MEASURES_MEASURE),
			.particle = lexicon_cell(lex, LEXICON_MEASURES, row, MEASURES_PARTICLE),
			.needs = lexicon_cell(lex, LEXICON_MEASURES, row, MEASURES_NEEDS)};
	return rows;
}

static void add_kinds(struct figure_scan *s, const struct hit *hit)
{
	const struct lexicon_entry *e = hit_entries(s->r, hit);
	bool is_month = scan_text(s, hit->first, "may") && tag_is_proper(scan_tag(s, hit->first));

	for (uint16_t k = 0; k < hit->entries && hit->n == 1 && !is_month; k++) {
		uint8_t kind = e[k].table == LEXICON_FUNCTION_WORDS ? s->r->know->functions[e[k].row] : FUNCTION_KINDS;

		if (kind < FUNCTION_SCANNED)
			s->kinds[hit->first - s->start] |= 1u << kind;
	}
}

struct triggers {
	struct trigger *at;
	size_t n, room;
};

static void add_triggers(struct figure_scan *s, const struct hit *hit, struct triggers *out)
{
	const struct lexicon_entry *e = hit_entries(s->r, hit);

	for (uint16_t k = 0; k < hit->entries; k++) {
		if (e[k].table != LEXICON_MEASURES)
			continue;
		struct trigger t = s->r->know->measures[e[k].row];

		t.first = hit->first;
		t.n = hit->n;
		LIST_ADD(s->r->arena, out, t);
	}
}

/* The longest phrases win: what begins inside one is part of it. */
static void read_words(struct figure_scan *s)
{
	struct triggers list = {0};
	uint32_t covered = s->start;

	for (uint32_t i = s->start; i < s->end; i++) {
		bool longest = true;

		s->first_trigger[i - s->start] = (uint32_t)list.n;
		if (!(s->r->begins[i] & (1u << LEXICON_FUNCTION_WORDS | 1u << LEXICON_MEASURES)))
			continue;
		for (uint32_t h = s->r->first_hit[i]; h < s->r->first_hit[i + 1]; h++) {
			const struct hit *hit = &s->r->hits.at[h];

			if (hit->tables & 1u << LEXICON_FUNCTION_WORDS)
				add_kinds(s, hit);
			if (hit->tables & 1u << LEXICON_MEASURES && longest && i >= covered) {
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

void figure_scan_open(struct figure_scan *s, struct reading *r, uint32_t sentence)
{
	struct sentence at = r->sentences.at[sentence];

	*s = (struct figure_scan){.r = r, .sentence = sentence, .start = at.first, .end = at.first + at.n};
	s->upper = is_upper(r, s->start, s->end);
	s->kinds = ARENA_ARRAY(r->arena, uint32_t, at.n);
	s->first_trigger = ARENA_ARRAY(r->arena, uint32_t, at.n + 1);
	read_words(s);
	s->phrases = *reading_phrases(r, sentence);
}
