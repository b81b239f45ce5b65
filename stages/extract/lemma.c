#include "lemma.h"

#include "base/hash.h"

static uint64_t mix(uint64_t hash, uint64_t kind)
{
	hash = (hash ^ kind * UINT64_C(0xD6E8FEB86659FD93)) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

uint64_t lemma_key(uint64_t form_hash, enum tag tag)
{
	return mix(form_hash, tag == TAG_VBN ? TAG_VBD : tag);
}

bool lemmas_find(const struct lemmas *lemmas, uint64_t key, struct str *lemma)
{
	uint32_t high = (uint32_t)(key >> 32) | 1, mask = (1u << lemmas->bits) - 1;

	for (uint32_t i = (uint32_t)key & mask, left = mask; left && lemmas->at[i].key; i = (i + 1) & mask, left--) {
		if (lemmas->at[i].key != high)
			continue;
		size_t at = lemmas->at[i].text & 0xFFFFFF, n = lemmas->at[i].text >> 24;

		if (at + n > lemmas->text_bytes)
			return false;
		*lemma = (struct str){lemmas->text + at, n};
		return true;
	}
	return false;
}

/* A word being put back into its base form: the stem and what is added to it.
 */
struct base {
	const struct lemmas *lemmas;
	struct arena *arena;
	struct str word;   /* lower case, or as written for a name */
	unsigned readings; /* that the base may have */
};

static bool ends(struct str s, const char *suffix)
{
	return str_ends(s, (struct str){suffix, strlen(suffix)});
}

static bool is_vowel(char c)
{
	return c && strchr("aeiouAEIOU", c);
}

static bool has_vowel(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_vowel(s.at[i]) || s.at[i] == 'y')
			return true;
	return false;
}

static char last(struct str s, size_t back)
{
	return s.n > back ? s.at[s.n - 1 - back] : '\0';
}

/* The word less `cut` bytes, plus `add`: a view where the word goes on so. */
static struct str made(const struct base *b, size_t cut, const char *add)
{
	struct str stem = {b->word.at, b->word.n - cut};
	size_t n = strlen(add);

	if (n <= cut && memcmp(stem.at + stem.n, add, n) == 0) /* nothing, or "charg" with the e of "charged" */
		return (struct str){stem.at, stem.n + n};
	char *text = arena_text(b->arena, stem.n + n);

	memcpy(text, stem.at, stem.n);
	memcpy(text + stem.n, add, n);
	return (struct str){text, stem.n + n};
}

static bool is_base(const struct base *b, size_t cut, const char *add)
{
	return forms_has(&b->lemmas->forms, b->word, cut, add, b->readings);
}

/* Stems that English spells with a silent e: creat(e), charg(e), seiz(e),
 * handl(e), believ(e). */
static bool wants_e(struct str stem)
{
	static const char *const endings[] = {"at", "iz", "bl", "pl", "cl", "dl", "gl",	 "kl",	"tl",
					      "fl", "v",  "c",	"rg", "dg", "ag", "u",	 "s",	"z",
					      "ut", "ir", "ur", "or", "in", "id", "ik",	 "ok",	"ak",
					      "ar", "et", "ib", "ub", "od", "ud", "ing", "ang", "eng"};
	char c = last(stem, 0), d = last(stem, 1);

	if (stem.n < 2 || ends(stem, "ss") || (c == 's' && !is_vowel(d) && !strchr("nrlp", d)))
		return ends(stem, "ee");
	if (c == 'w' || c == 'x' || c == 'y' || c == 'h')
		return false;
	if (is_vowel(d) && is_vowel(last(stem, 2)) && !strchr("scvzg", c)) /* remain, appear, read */
		return false;
	for (size_t i = 0; i < 24 && c != 'n' && c != 'r' && c != 't'; i++)
		if (ends(stem, endings[i]))
			return true;
	if (ends(stem, "at") || ends(stem, "ut") || ends(stem, "ir") || ends(stem, "ur") || ends(stem, "in"))
		return true;
	return stem.n == 3 && is_vowel(d) && !is_vowel(last(stem, 2)); /* hop(e), bak(e) */
}

/* Verb, or adjective compared, without its -ing, -ed, -er or -est. */
static struct str without_ending(const struct base *b, size_t cut)
{
	struct str stem = {b->word.at, b->word.n - cut};
	bool doubled = stem.n > 2 && last(stem, 0) == last(stem, 1) && !is_vowel(last(stem, 0));

	if (!has_vowel(stem) || stem.n < 2)
		return b->word;
	if (is_base(b, cut, ""))
		return stem;
	if (is_base(b, cut, "e"))
		return made(b, cut, "e");
	if (doubled && is_base(b, cut + 1, ""))
		return made(b, cut + 1, "");
	if (doubled && !strchr("lsz", last(stem, 0)))
		return made(b, cut + 1, "");
	return wants_e(stem) ? made(b, cut, "e") : stem;
}

/* Plural noun, or verb of the third person, without its -s. */
static struct str without_s(const struct base *b)
{
	struct str w = b->word;

	if (w.n > 3 && (ends(w, "'s") || ends(w, "'S")))
		return made(b, 2, "");
	if (w.n < 3 || (last(w, 0) | 32) != 's' || ends(w, "ss") || ends(w, "us"))
		return w;
	if (ends(w, "ies") && w.n > 4)
		return is_base(b, 1, "") ? made(b, 1, "") : made(b, 3, "y");
	if (ends(w, "sses") || ends(w, "shes") || ends(w, "xes") || ends(w, "zzes"))
		return is_base(b, 1, "") ? made(b, 1, "") : made(b, 2, "");
	if (ends(w, "ches") || ends(w, "oes") || ends(w, "uses"))
		return is_base(b, 1, "") && !is_base(b, 2, "") ? made(b, 1, "") : made(b, 2, "");
	return made(b, 1, "");
}

static struct str plural(const struct base *b)
{
	struct str w = b->word;

	if (w.n > 4 && ends(w, "men"))
		return made(b, 2, "an");
	if (w.n > 6 && ends(w, "people"))
		return made(b, 6, "person");
	return without_s(b);
}

static struct str past(const struct base *b)
{
	struct str w = b->word;

	if (w.n < 4 || !ends(w, "ed"))
		return w;
	if (ends(w, "ied"))
		return w.n > 4 ? made(b, 3, "y") : made(b, 1, "");
	return ends(w, "eed") ? made(b, 1, "") : without_ending(b, 2); /* freed, agreed */
}

static struct str gerund(const struct base *b)
{
	struct str w = b->word;

	if (w.n < 5 || !ends(w, "ing"))
		return w;
	if (w.n == 5 && w.at[1] == 'y') /* dying, lying */
		return made(b, 4, "ie");
	return without_ending(b, 3);
}

static struct str compared(const struct base *b)
{
	struct str w = b->word;
	size_t cut = ends(w, "est") ? 3 : ends(w, "er") ? 2 : 0;

	if (cut == 0 || w.n < cut + 3)
		return w;
	if (w.at[w.n - cut - 1] == 'i')
		return made(b, cut + 1, "y");
	return without_ending(b, cut);
}

static struct str by_rule(struct base *b, enum tag tag)
{
	switch (tag) {
	case TAG_NNS:
	case TAG_NNPS:
		return plural(b);
	case TAG_VBZ:
		return without_s(b);
	case TAG_VBD:
	case TAG_VBN:
		return past(b);
	case TAG_VBG:
		return gerund(b);
	case TAG_JJR:
	case TAG_JJS:
	case TAG_RBR:
	case TAG_RBS:
		return compared(b);
	default:
		return b->word;
	}
}

/* Names, foreign words, addresses and what nobody can read stay as written. */
static bool keeps_case(enum tag tag)
{
	return tag_is_proper(tag) || tag == TAG_FW || tag == TAG_ADD || tag == TAG_LS || tag == TAG_GW ||
	       tag == TAG_NFP || tag == TAG_XX || tag == TAG_SYM;
}

/* 200,000 is 200000. */
static struct str without_commas(struct str word, struct arena *arena)
{
	if (!memchr(word.at, ',', word.n))
		return word;
	char *text = arena_text(arena, word.n);
	size_t n = 0;

	for (size_t i = 0; i < word.n; i++)
		if (word.at[i] != ',')
			text[n++] = word.at[i];
	return (struct str){text, n};
}

static unsigned base_reading(enum tag tag)
{
	if (tag_is_verb(tag))
		return FORM_VB;
	return tag_is_noun(tag) ? FORM_NN : FORM_JJ | FORM_RB;
}

unsigned lemma_readings(const struct lemmas *lemmas, const struct token *t)
{
	unsigned readings;
	struct str unused;

	if (t->kind != TOKEN_WORD)
		return 0;
	readings = forms_readings(&lemmas->forms, t->lower, t->hash);
	readings |= lemmas_find(lemmas, lemma_key(t->hash, TAG_VBD), &unused) ? FORM_VBD | FORM_VBN : 0;
	readings |= lemmas_find(lemmas, lemma_key(t->hash, TAG_NNS), &unused) ? FORM_NNS : 0;
	return readings;
}

struct str lemma_word(const struct token *t, enum tag tag)
{
	return keeps_case(tag) ? t->text : t->lower;
}

bool lemma_is_listed(const struct lemmas *lemmas, struct str lemma)
{
	return lemma.at >= lemmas->text && lemma.at < lemmas->text + lemmas->text_bytes;
}

struct str lemma_of(const struct lemmas *lemmas, const struct token *t, enum tag tag, struct arena *arena)
{
	struct base b = {lemmas, arena, lemma_word(t, tag), base_reading(tag)};
	struct str lemma;

	if (t->kind != TOKEN_MARK && lemmas_find(lemmas, lemma_key(t->hash, tag), &lemma))
		return lemma;
	if (tag == TAG_CD)
		return without_commas(t->lower, arena);
	return by_rule(&b, tag);
}
