#include "tag_features.h"

#include <assert.h>

#include "base/hash.h"

#define MIX	UINT64_C(0x9E3779B97F4A7C15)
#define UNKNOWN UINT64_C(0x8CB92BA72F3D8DD7) /* the word that all unknown words are */

static inline uint64_t two(uint64_t a, uint64_t b)
{
	return (a * UINT64_C(0xA0761D6478BD642F)) ^ (b << 17 | b >> 47);
}

static inline uint64_t three(uint64_t a, uint64_t b, uint64_t c)
{
	return two(two(a, b), c * UINT64_C(0xE7037ED1A0B428DB));
}

const struct feature_word *feature_word_find(const struct feature_words *words, uint64_t hash)
{
	uint32_t key = (uint32_t)(hash >> 32) | 1, mask = (1u << words->bits) - 1;

	for (uint32_t i = (uint32_t)hash & mask, left = mask; left && words->at[i].key; i = (i + 1) & mask, left--)
		if (words->at[i].key == key)
			return &words->at[i];
	return NULL;
}

static enum feature_mode mode_of(const struct token *tokens, size_t n)
{
	size_t words = 0, capital = 0, upper = 0, lower = 0, late = 0;

	for (size_t i = 0; i < n; i++) {
		if (tokens[i].kind != TOKEN_WORD || !ascii_is_alpha((unsigned char)tokens[i].lower.at[0]))
			continue;
		words++;
		capital += (tokens[i].flags & TOKEN_CAPITAL) != 0;
		late += (tokens[i].flags & TOKEN_CAPITAL) && words > 1;
		upper += (tokens[i].flags & TOKEN_UPPER) != 0;
		lower += !(tokens[i].flags & TOKEN_CAPITAL) && tokens[i].text.n > 4;
	}
	if (upper >= 2 && upper * 10 >= words * 6)
		return MODE_UPPER;
	if (late >= 3 && lower == 0)
		return MODE_TITLE;
	return capital == 0 ? MODE_LOWER : MODE_PLAIN;
}

static uint64_t key_of(const struct token *t, enum feature_mode mode, bool first)
{
	bool name = mode == MODE_PLAIN && !first && (t->flags & TOKEN_CAPITAL) && t->kind == TOKEN_WORD;

	return name ? t->hash ^ MIX : t->hash;
}

void features_keys(const struct token *tokens, size_t n, uint64_t *keys)
{
	enum feature_mode mode = mode_of(tokens, n);

	for (size_t i = 0; i < n; i++)
		keys[i] = key_of(&tokens[i], mode, i == 0);
}

static uint64_t mix(uint64_t a)
{
	a *= MIX;
	return a ^ a >> 29;
}

static uint64_t bytes_hash(const char *at, size_t n)
{
	uint64_t h = n;

	for (size_t i = 0; i < n; i++)
		h = h * 0x100 + (uint8_t)at[i] + 1;
	return mix(h);
}

static uint64_t prefix_of(struct str s, size_t n)
{
	return s.n >= n ? bytes_hash(s.at, n) : 0;
}

static uint64_t suffix_of(struct str s, size_t n)
{
	return s.n >= n ? bytes_hash(s.at + s.n - n, n) : 0;
}

/* Digits are all alike: 4,500 is 0,000. Long numbers share one form. */
static uint64_t number_hash(struct str s)
{
	char form[8];
	size_t n = s.n < sizeof form ? s.n : sizeof form;

	for (size_t i = 0; i < n; i++)
		form[i] = ascii_is_digit((unsigned char)s.at[i]) ? '0' : s.at[i];
	return hash64_seed((struct str){form, n}, s.n < sizeof form ? 1 : 2);
}

/* What a byte behind a word's first tells of its shape. */
enum { INNER_HYPHEN = 1, INNER_DOT = 2, INNER_ADDRESS = 4, INNER_CAPITAL = 8 };

static unsigned inner_of(unsigned char c)
{
	if (ascii_is_lower(c))
		return 0;
	if (ascii_is_upper(c))
		return INNER_CAPITAL;
	return c == '-'					      ? INNER_HYPHEN
	       : c == '.'				      ? INNER_DOT
	       : c == '@' || c == '/' || c == ':' || c == '_' ? INNER_ADDRESS
							      : 0;
}

/* Case, kind and what else the letters look like. */
static uint64_t shape_of(const struct token *t, enum feature_mode mode, bool first)
{
	unsigned flags = t->flags & (TOKEN_CAPITAL | TOKEN_UPPER), inner = 0;
	size_t look = t->text.n < 32 ? t->text.n : 32;

	for (size_t i = 1; i + 1 < look; i++)
		inner |= inner_of((unsigned char)t->text.at[i]);
	if (flags & TOKEN_UPPER)
		inner &= ~(unsigned)INNER_CAPITAL;
	if (look > 1)
		inner |= inner_of((unsigned char)t->text.at[look - 1]) & ~(unsigned)INNER_CAPITAL;
	if (mode != MODE_PLAIN)
		flags = mode == MODE_TITLE ? flags & TOKEN_CAPITAL : 0;
	unsigned length = t->text.n < 4 ? (unsigned)t->text.n : 4;

	return mix(((((((uint64_t)mode * 2 + first) * 4 + flags) * 16 + inner) * 4 + t->kind) * 2 +
		    !!(t->flags & TOKEN_DIGIT)) *
			   8 +
		   length + 1);
}

/* White space before and behind. */
static uint64_t glue_of(const struct token *t, bool last)
{
	return ((t->flags & TOKEN_SPACE) != 0) * 2u + (last || (t[1].flags & TOKEN_SPACE)) + 1;
}

/* All that the slot of the token hangs on, hashed. */
static uint64_t form_of(const struct token *t, enum feature_mode mode, bool first, bool last)
{
	uint64_t text = t->text.at == t->lower.at ? 0 : hash64(t->text);
	uint64_t set = ((uint64_t)mode * 2 + first) * 8 + glue_of(t, last);
	uint64_t kind = t->kind * 256u + (t->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_DIGIT));

	return mix(three(t->hash, text, set << 16 | kind)) | 1;
}

enum feature_mode features_begin(const struct token *tokens, size_t n, struct feature_slot *slots)
{
	memset(slots, 0, FEATURE_BORDER * sizeof *slots);
	memset(slots + FEATURE_BORDER + n, 0, FEATURE_BORDER * sizeof *slots);
	return mode_of(tokens, n);
}

uint64_t features_form(const struct token *tokens, size_t n, size_t i, enum feature_mode mode)
{
	return form_of(&tokens[i], mode, i == 0, i + 1 == n);
}

void features_fill(const struct feature_words *words, const struct token *tokens, size_t n, size_t i,
		   enum feature_mode mode, struct feature_slot *s)
{
	const struct token *t = &tokens[i];

	s->lower = t->lower;
	s->key = key_of(t, mode, i == 0);
	const struct feature_word *known = feature_word_find(words, s->key);

	s->word = t->flags & TOKEN_DIGIT ? number_hash(t->lower) : known ? s->key : UNKNOWN;
	s->shape = shape_of(t, mode, i == 0);
	s->glue = glue_of(t, i + 1 == n);
	if (t->kind == TOKEN_MARK)
		s->word = two(s->word, s->glue);
	s->labels = known ? mix(known->labels + 1) : 0;
	s->readings = mix((known ? known->readings : lemma_readings(words->lemmas, t)) + 1000);
	s->only = known ? known->only : 0;
	s->suffix = suffix_of(t->lower, 3);
	s->label = s->before = 0;
}

void features_prepare(const struct feature_words *words, const struct token *tokens, size_t n,
		      struct feature_slot *slots)
{
	enum feature_mode mode = features_begin(tokens, n, slots);

	for (size_t i = 0; i < n; i++) {
		slots[i + FEATURE_BORDER].form = features_form(tokens, n, i, mode);
		features_fill(words, tokens, n, i, mode, &slots[i + FEATURE_BORDER]);
	}
}

void features_forget(struct feature_slot *slot)
{
	slot->word = UNKNOWN;
	slot->labels = 0;
}

enum { OWN_IDS = 15 }; /* kinds of features in add_form */

struct list {
	uint32_t *hash;
	size_t n;
	uint64_t id;
};

static inline void add(struct list *l, uint64_t a)
{
	uint64_t h = (a + ++l->id * UINT64_C(0xD6E8FEB86659FD93)) * MIX;

	h ^= h >> 32;
	h *= UINT64_C(0xD6E8FEB86659FD93);
	l->hash[l->n++] = (uint32_t)(h >> 32);
}

/* A feature that is absent (0) is no feature. */
static inline void add_if(struct list *l, uint64_t a)
{
	if (a)
		add(l, a);
	else
		l->id++;
}

static void add_form(struct list *l, const struct feature_slot *s)
{
	add(l, s->word);
	add(l, s->shape);
	add(l, two(s->shape, s->suffix));
	add_if(l, s->labels);
	for (size_t n = 2; n < 6; n++)
		add_if(l, suffix_of(s->lower, n));
	for (size_t n = 2; n < 5; n++)
		add_if(l, prefix_of(s->lower, n));
	add(l, s->readings);
	add(l, two(s->readings, s->shape));
	add(l, two(s->word, s->glue));
	add(l, two(s->shape, s->glue));
}

static void add_around(struct list *l, const struct feature_slot *s)
{
	add(l, s[-1].word);
	add(l, s[1].word);
	add(l, s[-2].word);
	add(l, s[2].word);
	add(l, two(s[-1].word, s->word));
	add(l, two(s->word, s[1].word));
	add(l, two(s[-1].word, s[1].word));
	add(l, two(s[1].word, s[2].word));
	add(l, two(s[1].labels, s[2].labels));
	add(l, two(s->labels, s[1].labels));
	add(l, three(s->labels, s[1].labels, s[2].labels));
	add(l, two(s[1].suffix, s[1].shape));
	add(l, two(s[-1].suffix, s[-1].shape));
	add(l, two(s->shape, s[1].shape));
	add(l, s[1].readings);
	add(l, two(s[-1].readings, s->readings));
	add(l, two(s->readings, s[1].readings));
	add(l, three(s->readings, s[1].readings, s[2].readings));
	add(l, two(s->readings, s[1].word));
	add(l, two(s->readings, s[-1].word));
	add(l, three(s[-1].readings, s->readings, s[1].readings));
	add(l, three(s[-2].readings, s[-1].readings, s->readings));
	add(l, two(s->suffix, s[1].word));
	add(l, two(s->suffix, s[-1].word));
	add(l, s[2].readings);
	add(l, s[-1].readings);
}

static void add_left(struct list *l, const struct feature_slot *s)
{
	uint64_t t1 = s[-1].label, t2 = s[-2].label;

	add(l, t1);
	add(l, two(t1, t2));
	add(l, two(t1, s->word));
	add(l, three(t1, t2, s->word));
	add(l, two(t1, s->suffix));
	add(l, two(t1, s->shape));
	add(l, three(t1, t2, s->labels));
	add(l, three(t1, s->labels, s[1].labels));
	add(l, two(t1, s[1].word));
	add(l, two(t1, s[-1].word));
	add(l, two(t1, s->readings));
	add(l, three(t1, s->readings, s[1].readings));
	add(l, three(t1, t2, s->readings));
	add(l, two(t2, s[-1].word));
}

static void add_right(struct list *l, const struct feature_slot *s)
{
	uint64_t r1 = s[1].before, r2 = s[2].before, t1 = s[-1].label;

	add(l, s->before);
	add(l, two(s->before, s->word));
	add(l, r1);
	add(l, two(r1, r2));
	add(l, two(r1, s->word));
	add(l, two(r1, t1));
	add(l, three(r1, t1, s->word));
	add(l, three(r1, r2, s->labels));
	add(l, three(r1, t1, s->labels));
	add(l, three(r1, t1, s[-2].label));
	add(l, two(r1, s->suffix));
	add(l, three(r1, t1, s->readings));
}

size_t features_own(const struct feature_slot *slot, uint32_t hash[FEATURE_MAX])
{
	struct list l = {hash, 0, 0};

	add_form(&l, slot);
	assert(l.id == OWN_IDS);
	return l.n;
}

size_t features_around(const struct feature_slot *slot, uint32_t hash[FEATURE_MAX])
{
	struct list l = {hash, 0, OWN_IDS};

	add_around(&l, slot);
	return l.n;
}

size_t features_beside(const struct feature_slot *slot, int pass, uint32_t hash[FEATURE_MAX])
{
	if (!pass) {
		struct list l = {hash, 0, 1000};

		add_left(&l, slot);
		return l.n;
	}
	struct list l = {hash, 0, 2000};

	add_left(&l, slot);
	add_right(&l, slot);
	return l.n;
}
