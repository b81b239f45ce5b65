#include "figure_parts.h"
#include "measures.h"
#include "nouns.h"
#include "victims.h"

static struct figure figure_of(const struct number *n, uint32_t sentence)
{
	return (struct figure){.first = n->first,
			       .n = n->n,
			       .number = *n,
			       .sentence = sentence,
			       .part_of = -1,
			       .aspect = ASPECT_NONE,
			       .polarity = POLARITY_ASSERTED,
			       .modality = MODALITY_ACTUAL,
			       .rules = n->rules};
}

/* "six-speed", "two-vehicle": a compound that counts nothing by itself. */
static bool is_compound(const struct figure *f)
{
	return f->number.hyphened && f->number.form == NUMERAL_SPELLED && f->number.kind == AMOUNT_COUNT &&
	       !f->measure.n;
}

/* Leave out what is a figure only with a measure, and close the links over the gaps. */
static void drop_weak(struct figures *all, struct reading *r)
{
	int32_t *to = ARENA_ARRAY(r->arena, int32_t, all->n + 1);
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++) {
		bool drop = (all->at[i].number.weak && !all->at[i].measure.n) || is_compound(&all->at[i]);

		to[i] = drop ? -1 : (int32_t)kept++;
	}
	for (size_t i = 0; i < all->n; i++) {
		if (to[i] < 0)
			continue;
		struct figure f = all->at[i];

		f.part_of = f.part_of >= 0 ? to[f.part_of] : -1;
		all->at[to[i]] = f;
	}
	all->n = kept;
}

/* Classes of people that are told by a measure, which says the same of any of them. */
static const struct {
	const char *subject, *measure;
} states[] = {
	{"wounded", "injured"},	  {"missing", "missing"},    {"displaced", "displaced"},
	{"homeless", "homeless"}, {"evacuees", "evacuated"}, {"returnees", "returned"},
};

/* "the number of evacuees": people evacuated. */
static bool says_the_same(const struct figure *f)
{
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (str_is(f->subject, states[i].subject) && str_is(f->measure, states[i].measure))
			return true;
	return false;
}

static bool is_harm(struct str measure)
{
	return str_is(measure, "damaged") || str_is(measure, "destroyed") || str_is(measure, "confiscated");
}

/* What the last thing before it in the sentence was, where a number without a noun counts things. */
static struct str thing_before(const struct figure_scan *s, const struct figures *all, size_t at)
{
	struct str kind;

	for (size_t i = at; i-- > 0 && all->at[i].sentence == all->at[at].sentence;) {
		noun_kind_of(s, &all->at[i], &kind);
		if (str_eq(kind, STR("thing")))
			return all->at[i].subject;
	}
	struct str told = measure_thing_before(s, &all->at[at]);

	return told.n ? told : STR("objects");
}

/* People are what a measure of people counts where no noun tells it, things what one of things does. */
static void default_subject(const struct figure_scan *s, const struct figures *all, size_t at)
{
	struct figure *f = &all->at[at];

	if (!f->measure.n)
		return;
	if (f->number.kind == AMOUNT_COUNT && str_eq(f->subject, STR("share_of_population")))
		f->subject = STR("people"); /* "82,000 of the city's population" */
	if (says_the_same(f))
		f->subject = STR("people");
	bool no_noun = !f->noun_n || f->noun_first == f->trigger_first; /* "six shot dead" */

	if (f->subject.n || !no_noun)
		return;
	if (is_harm(f->measure))
		f->subject = thing_before(s, all, at);
	else
		f->subject = f->number.kind == AMOUNT_COUNT ? STR("people") : STR("share_of_population");
}

/* "29 civilians and soldiers", "13 peacekeepers and other soldiers": the number counts people of both sorts; not in
 * "killed 12 soldiers and civilians were hurt". */
static void mix_subject(const struct figure_scan *s, struct figure *f)
{
	struct str kind, other = STR_NULL;
	uint32_t i = f->first + f->n, end;

	noun_kind_of(s, f, &kind);
	if (!f->measure.n || f->number.kind != AMOUNT_COUNT || !f->noun_n || !str_eq(kind, STR("person")) ||
	    !scan_text(s, i, "and") || scan_triggers_any(s, i + 1) ||
	    scan_tag(s, f->noun_first + f->noun_n - 1) != TAG_NNS)
		return;
	for (end = i + 1; tag_is_adjective(scan_tag(s, end)) || scan_tag(s, end) == TAG_NN; end++)
		;
	struct str class = scan_tag(s, end) == TAG_NNS ? noun_class(s, end, end, &other) : STR_NULL;
	enum tag behind = scan_tag(s, end + 1);
	bool clause = f->trigger_first < f->first && (tag_is_finite(behind) || behind == TAG_MD);

	if (str_eq(other, STR("person")) && class.n && !str_eq(class, f->subject) && !clause)
		f->subject = STR("people");
}

/* "were abducted and killed": the same count once more, of what else is stated of it. */
static void add_also(const struct figure_scan *s, struct figures *all, size_t at)
{
	struct figure f = all->at[at];

	f.measure = f.also->measure;
	f.trigger_first = f.also->first;
	f.trigger_n = f.also->n;
	f.rules |= RULE_BIT(ALSO);
	f.also = NULL;
	measure_modes(s, &f);
	figure_insert(s->r, all, at + 1, f);
}

static void read_sentence(struct figure_scan *s, struct figures *all, size_t from)
{
	for (size_t i = from; i < all->n; i++)
		noun_find(s, &all->at[i]);
	s->figures = all->n > from ? &all->at[from] : NULL;
	s->figures_n = all->n - from;
	for (size_t i = from; i < all->n; i++) {
		measure_find(s, &all->at[i]);
		measure_toll_noun(s, &all->at[i]);
		measure_modes(s, &all->at[i]);
	}
	for (size_t i = from; i < all->n; i++)
		figure_link(s, all, (uint32_t)i);
	for (size_t i = from; i < all->n; i++)
		figure_share_noun(s, all, (uint32_t)i);
	for (size_t i = from; i < all->n; i++) {
		default_subject(s, all, i);
		mix_subject(s, &all->at[i]);
	}
	figure_find_missing(s, all, from);
	figure_forget_known(s, all, from);
	for (size_t i = all->n; i-- > from;)
		if (all->at[i].also && all->at[i].measure.n)
			add_also(s, all, i);
}

void figures_find(struct reading *r, const struct time_mentions *times, struct figures *out)
{
	struct measure_context context = {0};
	struct victims_told told = {0};
	struct numbers numbers;
	size_t i = 0;

	*out = (struct figures){0};
	numbers_find(r, times, &numbers);
	for (uint32_t k = 0; k < r->sentences.n; k++) {
		bool counts = i < numbers.n && r->sentence_of[numbers.at[i].first] == k, victims;
		struct figure_scan scan;
		size_t from = out->n;

		if (reading_is_stamp(r, k)) { /* "2245" counts nothing */
			while (i < numbers.n && r->sentence_of[numbers.at[i].first] == k)
				i++;
			continue;
		}
		victims = victims_are_told(r, k);
		if (!counts && !victims)
			continue;
		figure_scan_open(&scan, r, k);
		scan.context = &context;
		for (; i < numbers.n && numbers.at[i].first < scan.end; i++) {
			struct figure f = figure_of(&numbers.at[i], k);

			LIST_ADD(r->arena, out, f);
		}
		read_sentence(&scan, out, from);
		if (victims)
			victims_find(&scan, out, from, &told);
		figure_add_sums(&scan, out, from);
	}
	figure_link_all(r, out);
	figure_count_fatal(r, out);
	figure_mark_severity(r, out);
	figure_mark_own(r, out);
	drop_weak(out, r);
}
