/* The passes over a sentence, once for any machine and once for those with AVX2. A label hangs on those to its left,
 * and what is known of it lies far apart in memory: waiting for the one and then for the other took most of the time.
 * So all words of a sentence are looked at together, with the labels that their forms had last, and then gone
 * through from left to right: where the labels to the left came out otherwise, the word is looked at once more. */
#include "tagger_parts.h"

#include "tag_look.h"

#define FAST __attribute__((target_clones("avx2", "default")))

/* [weights] A lead of so much is not looked at again: at a glance (a participle needs more: "12 are missing"), in
 * the first pass. */
enum { SURE = 100, VERY_SURE = 150, DOUBT = 80 };

/* The words whose labels are open, and those of them that are looked at by all features. */
struct looks {
	struct sight *sights;
	struct doubt *doubts, **asked, **again; /* asked: each of them; again: in doubt after the first pass */
	size_t sights_n, doubts_n, again_n;
};

static inline bool is_sure(const struct tagger *t, const struct sight *sight)
{
	enum tag tag = (enum tag)t->labels[sight->label - 1].tag;

	return sight->lead >= (tag == TAG_VBG || tag == TAG_VBN ? VERY_SURE : SURE);
}

/* Were the labels to the left foreseen? */
static inline bool is_foreseen(const struct feature_slot *s)
{
	return s[-1].label == s[-1].before && s[-2].label == s[-2].before;
}

/* Token i is of a form that is not remembered. */
SCORE_INLINE void learn(const struct tagger *t, const struct token *at, size_t n, size_t i, enum feature_mode mode,
			uint64_t form, struct seen *seen)
{
	struct feature_slot *slot = &seen->slot;

	features_fill(&t->words, at, n, i, mode, slot);
	slot->form = form;
	seen->glance = (struct score){0};
	slot->label = slot->only ? slot->only : sight_own(t, slot, &seen->glance);
	seen->lemma_tag = 0;
	seen->scored = false;
}

/* The slots of the words, with their only label or the one that their form had last, and what the forms of the open
 * ones tell at a glance. What is remembered is on its way before it is needed. */
FAST static void recall(const struct tagger *t, const struct token *at, size_t n, struct feature_slot *slots,
			struct looks *l)
{
	enum feature_mode mode = features_begin(at, n, slots);
	struct feature_slot *s = slots + FEATURE_BORDER;

	for (size_t i = 0; i < n; i++) {
		s[i].form = features_form(at, n, i, mode);
		for (size_t k = 0; k < offsetof(struct seen, own); k += CACHE_LINE)
			__builtin_prefetch((const char *)tagger_seen(t, s[i].form) + k);
	}
	for (size_t i = 0; i < n; i++) {
		struct seen *seen = tagger_seen(t, s[i].form);

		if (seen->slot.form != s[i].form)
			learn(t, at, n, i, mode, s[i].form, seen);
		s[i] = seen->slot;
		s[i].lower = at[i].lower; /* this document's */
		s[i].before = s[i].label;
		l->sights[l->sights_n].score = seen->glance;
		l->sights[l->sights_n].word = i;
		l->sights_n += !s[i].only;
	}
}

/* The open words at a glance. */
FAST static void look_all(const struct tagger *t, const struct feature_slot *s, struct looks *l)
{
	for (size_t k = 0; k < l->sights_n; k++)
		sight_hash(t, &s[l->sights[k].word], &l->sights[k]);
	for (size_t k = 0; k < l->sights_n; k++)
		sight_rows(t, &l->sights[k]);
	for (size_t k = 0; k < l->sights_n; k++) {
		score_add(&l->sights[k].score, l->sights[k].around, GLANCE_AROUND);
		sight_label(&l->sights[k]);
	}
}

/* n words by all features: `anew`, or by those alone that hang on labels. */
FAST static void ask_all(const struct tagger *t, const struct feature_slot *s, struct doubt *const *d, size_t n,
			 int pass, bool anew)
{
	for (size_t k = 0; k < n; k++)
		doubt_hash(t, &s[d[k]->word], pass, anew, d[k]);
	for (size_t k = 0; k < n; k++)
		doubt_rows(t, d[k]);
	for (size_t k = 0; k < n; k++)
		doubt_label(t, d[k]);
}

static struct doubt *add_doubt(struct looks *l, const struct sight *sight)
{
	struct doubt *d = &l->doubts[l->doubts_n];

	d->word = sight->word;
	l->asked[l->doubts_n++] = d;
	return d;
}

/* The label of a word, now that those to its left are known. */
SCORE_INLINE void settle(const struct tagger *t, struct feature_slot *slots, struct looks *l, struct sight *sight)
{
	struct feature_slot *s = &slots[sight->word];
	bool foreseen = is_foreseen(s);

	if (!foreseen) {
		glance_left(s, sight->left_hash);
		glance_rows(t, sight->left_hash, GLANCE_LEFT, sight->left);
		sight_label(sight);
	}
	s->label = sight->label;
	if (is_sure(t, sight))
		return;
	bool anew = !sight->doubt;
	struct doubt *d = anew ? add_doubt(l, sight) : sight->doubt;

	if (anew || !foreseen)
		ask_all(t, slots, &d, 1, 0, anew);
	s->label = d->label;
	if (d->lead < DOUBT)
		l->again[l->again_n++] = d;
}

/* The open words from left to right: sets .label, and .before to the same. */
FAST static void first_pass(const struct tagger *t, struct feature_slot *slots, struct looks *l)
{
	look_all(t, slots, l);
	for (size_t k = 0; k < l->sights_n; k++)
		l->sights[k].doubt = is_sure(t, &l->sights[k]) ? NULL : add_doubt(l, &l->sights[k]);
	ask_all(t, slots, l->asked, l->doubts_n, 0, true);
	for (size_t k = 0; k < l->sights_n; k++)
		settle(t, slots, l, &l->sights[k]);
	for (size_t k = 0; k < l->sights_n; k++)
		slots[l->sights[k].word].before = slots[l->sights[k].word].label;
}

/* Those in doubt again, now that the labels to their right are known. */
FAST static void second_pass(const struct tagger *t, struct feature_slot *s, struct looks *l)
{
	ask_all(t, s, l->again, l->again_n, 1, false);
	for (size_t k = 0; k < l->again_n; k++) {
		struct doubt *d = l->again[k];

		if (!is_foreseen(&s[d->word]))
			ask_all(t, s, &d, 1, 1, false);
		s[d->word].label = d->label;
	}
}

/* What the next sentence foresees. */
static void remember(const struct tagger *t, const struct feature_slot *s, const struct looks *l)
{
	for (size_t k = 0; k < l->sights_n; k++) {
		struct seen *seen = tagger_seen(t, s[l->sights[k].word].form);

		if (seen->slot.form == s[l->sights[k].word].form)
			seen->slot.label = s[l->sights[k].word].label;
	}
}

#define ROOM(n, list) ((list) = arena_more(t->work, NULL, 0, (n), sizeof *(list)))

void tag_passes(const struct tagger *t, const struct token *at, size_t n, struct feature_slot *slots)
{
	struct looks l = {0};

	ROOM(n, l.sights);
	ROOM(n, l.doubts);
	ROOM(n, l.asked);
	ROOM(n, l.again);
	recall(t, at, n, slots, &l);
	first_pass(t, slots + FEATURE_BORDER, &l);
	second_pass(t, slots + FEATURE_BORDER, &l);
	remember(t, slots + FEATURE_BORDER, &l);
}
