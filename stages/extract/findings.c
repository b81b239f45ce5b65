#include "findings.h"

#include "base/hash.h"
#include "happened.h"
#include "recalled.h"

struct mention findings_blank(const struct document *doc)
{
	return (struct mention){
		.document = doc->id,
		.published = doc->published,
		.published_basis = doc->published_basis,
		.publisher = doc->publisher,
		.agency = doc->agency,
		.dateline_place = doc->dateline_place,
		.sentence_start = COLUMN_NO_INT,
		.sentence_end = COLUMN_NO_INT,
		.place_start = COLUMN_NO_INT,
		.source_start = COLUMN_NO_INT,
	};
}

void findings_fill_sentence(struct findings *f, uint32_t sentence, struct mention *m)
{
	const struct reading *r = &f->r;
	struct sentence s = r->sentences.at[sentence];

	if (!f->folded.n || f->folded_of != sentence)
		f->folded = reading_folded(r, s.first, s.n);
	f->folded_of = sentence;
	m->block = r->block_of[sentence];
	m->sentence_start = r->tokens.at[s.first].start;
	m->sentence_end = r->tokens.at[s.first + s.n - 1].end;
	m->sentence = f->folded;
}

struct times_governing findings_times(const struct findings *f, uint32_t token)
{
	return occasions_times(&f->r, &f->times, &f->occasions, token);
}

void findings_fill_times(struct findings *f, struct times_governing t, uint32_t token, uint32_t last, struct mention *m)
{
	if (t.when != TIME_NONE && times_is_aside(&f->r, &f->times.at[t.when], last, m->measure))
		t.when = TIME_NONE;
	m->status = happened_status(&f->times, t.when, m->status);
	if (t.when != TIME_NONE)
		m->time = happened_time(&f->r, &f->times, &t, token, m);
	if (m->time.n)
		m->time_surface = reading_text(&f->r, f->times.at[t.when].first, f->times.at[t.when].n);
	if (t.said != TIME_NONE) {
		m->said = times_text(f->r.arena, &f->times, t.said);
		m->said_surface = reading_text(&f->r, f->times.at[t.said].first, f->times.at[t.said].n);
	}
}

void findings_fill_recalled(struct findings *f, uint32_t token, struct mention *m)
{
	if (m->time.n || m->modality != MODALITY_ACTUAL || !recalled_is(&f->r, token))
		return;
	m->time = recalled_time();
	strs_add(f->r.arena, &m->rules, STR("when.recalled"));
}

void findings_fill_circumstances(struct findings *f, const struct attribution *a, uint32_t k, uint32_t token,
				 uint32_t placed, struct mention *m)
{
	findings_fill_sentence(f, f->r.sentence_of[token], m);
	whereabouts_fill(&f->where, placed, m);
	speaker_fill(&f->r, &f->said, a, k, token, m);
}

void findings_add(struct findings *f, struct extracted *out, struct mention *m)
{
	m->id = mention_id(f->r.arena, m);
	LIST_ADD(f->r.arena, &out->mentions, *m);
}

void findings_add_for_another(struct findings *f, struct extracted *out, struct str id, struct mention *m)
{
	struct str parts[] = {id, m->source};

	m->id = hash_id(f->r.arena, 'm', parts, 2);
	strs_add(f->r.arena, &m->rules, STR("said.joint"));
	LIST_ADD(f->r.arena, &out->mentions, *m);
}

uint32_t findings_speakers(const struct attribution *a)
{
	return a && a->n_speakers ? a->n_speakers : 1;
}
