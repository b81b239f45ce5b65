#include "speakers_parts.h"

bool speakers_accuse(const struct attribution *a)
{
	return a && a->kind == CUE_JUDGE;
}

static struct str text_of(const struct reading *r, struct span span)
{
	return span.end > span.first ? reading_text(r, span.first, span.end - span.first) : STR_NULL;
}

enum { LAYERS_MAX = 8 };

/* Those who relay it, from the inside out. */
static void fill_chain(const struct reading *r, const struct attributions *all, const struct attribution *a,
		       struct strs *chain)
{
	const struct attribution *at = a;

	for (int layer = 0; layer < LAYERS_MAX && at->within != ATTRIBUTION_NONE; layer++) {
		at = &all->at[at->within];
		if (at->n_speakers && at->speakers[0].name.n) {
			struct str name = at->speakers[0].name;

			strs_add(r->arena, chain, name);
		}
	}
}

/* "As we reported in July": the narrator, who has no name. */
static bool is_writer(const struct reading *r, struct span words)
{
	struct str w = r->tokens.at[words.first].lower;

	return words.end - words.first == 1 && (str_is(w, "we") || str_is(w, "i"));
}

/* "Those who knew him said", "it said", of whom the article tells no name: of two articles they would be one source. */
static bool is_nobody(const struct reading *r, const struct speaker *speaker)
{
	static const struct str words[] = {STR_WORD("he"),    STR_WORD("she"),	 STR_WORD("it"),   STR_WORD("they"),
					   STR_WORD("who"),   STR_WORD("which"), STR_WORD("that"), STR_WORD("there"),
					   STR_WORD("these"), STR_WORD("those"), STR_WORD("this")};
	const struct token *t = &r->tokens.at[speaker->words.first];
	struct str w = t->lower;

	return speaker->words.end - speaker->words.first == 1 &&
	       !(str_is(w, "who") && t->flags & TOKEN_UPPER) /* the WHO */ &&
	       str_is_one_of(w, words, sizeof words / sizeof *words) &&
	       (!speaker->name.n || str_eq_fold(speaker->name, w));
}

static void fill_source(const struct reading *r, const struct attributions *all, const struct attribution *a,
			uint32_t k, struct mention *m)
{
	const struct speaker *speaker = k < a->n_speakers ? &a->speakers[k] : NULL;

	m->cue = text_of(r, a->cue);
	fill_chain(r, all, a, &m->chain);
	if (!speaker || is_writer(r, speaker->words) || is_nobody(r, speaker))
		return;
	m->source = speaker->name.n ? speaker->name : text_of(r, speaker->words);
	m->source_surface = text_of(r, speaker->words);
	m->source_role = speaker->role;
	m->source_org = speaker->org;
	m->source_start = r->tokens.at[speaker->words.first].start;
}

void speaker_fill(const struct reading *r, const struct attributions *all, const struct attribution *a, uint32_t k,
		  uint32_t token, struct mention *m)
{
	m->quoted = token < all->tokens && all->quoted[token];
	if (!a)
		return;
	fill_source(r, all, a, k, m);
	if (a->polarity == POLARITY_DENIED)
		m->polarity = POLARITY_DENIED;
}

static void add_span(const struct reading *r, struct span span, struct strs *out)
{
	if (span.end > span.first) {
		struct str text =
			str_printf(r->arena, "%u-%u", r->tokens.at[span.first].start, r->tokens.at[span.end - 1].end);

		strs_add(r->arena, out, text);
	}
}

void speaker_mention(const struct reading *r, const struct attributions *all, const struct attribution *a,
		     struct mention *m)
{
	struct span first = a->cue.end > a->cue.first ? a->cue : a->contents.at[0];

	m->kind = MENTION_ATTRIBUTION;
	m->block = r->block_of[a->sentence];
	m->start = r->tokens.at[first.first].start;
	m->end = r->tokens.at[first.end - 1].end;
	m->surface = text_of(r, first);
	m->quoted = a->quoted;
	m->polarity = a->polarity == POLARITY_DENIED ? POLARITY_DENIED : POLARITY_ASSERTED;
	m->modality = a->modality;
	fill_source(r, all, a, 0, m);
	add_span(r, a->source, &m->source_spans);
	add_span(r, a->cue, &m->cue_spans);
	for (size_t i = 0; i < a->contents.n; i++)
		add_span(r, a->contents.at[i], &m->content_spans);
	struct str rule = str_of(a->rule);

	strs_add(r->arena, &m->rules, rule);
}
