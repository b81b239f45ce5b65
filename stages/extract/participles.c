#include "participles.h"

#include "tags.h"

enum { REACH = 40 }; /* [tokens] how far a clause is followed: what keeps the search linear */

static enum tag tag_at(const struct token *at, size_t n, size_t i)
{
	return i < n ? (enum tag)at[i].tag : TAG_NONE;
}

static bool is_adverb(enum tag t)
{
	return t == TAG_RB || t == TAG_RBR || t == TAG_RBS;
}

/* A mark or word behind which a clause of its own may begin. */
static bool is_boundary(const struct token *t)
{
	switch (t->tag) {
	case TAG_COMMA:
	case TAG_STOP:
	case TAG_COLON:
	case TAG_OPEN:
	case TAG_CLOSE:
	case TAG_LRB:
	case TAG_RRB:
	case TAG_WDT:
	case TAG_WP:
	case TAG_WPS:
	case TAG_WRB:
		return true;
	case TAG_IN:
		return t->ud == UD_SCONJ;
	default:
		return false;
	}
}

/* "On Tuesday" */
static bool is_day(const struct token *at, size_t end, size_t i)
{
	return i + 2 <= end && str_eq(at[i].lower, STR("on")) && at[i + 1].tag == TAG_NNP &&
	       str_ends(at[i + 1].lower, STR("day"));
}

/* The last token of the subject that stands before the verb at i, over adverbs and a day: "Peru | on Saturday |
 * revised". n when there is none. */
static size_t subject_end(const struct token *at, size_t n, size_t i)
{
	size_t k = i;

	while (k > 0 && is_adverb(tag_at(at, n, k - 1)))
		k--;
	if (k >= 3 && is_day(at, k, k - 2))
		k -= 2;
	if (k == 0 || !(tag_is_noun(tag_at(at, n, k - 1)) || at[k - 1].tag == TAG_PRP))
		return n;
	return k - 1;
}

/* "On Tuesday, | police arrested two men", "In the capital, …": what opens the sentence up to the comma. */
static bool is_opening(const struct token *at, size_t comma)
{
	size_t i = comma;

	for (size_t steps = 0; i > 0 && !is_boundary(&at[i - 1]); i--, steps++)
		if (steps == REACH || tag_is_verb((enum tag)at[i - 1].tag) || at[i - 1].tag == TAG_MD)
			return false;
	return i < comma && (i == 0 || at[i - 1].tag == TAG_STOP) && at[i].tag == TAG_IN;
}

/* "police said | troops shot dead four men": what is said begins there, without "that". */
static bool is_said(const struct token *t)
{
	static const struct str words[] = {STR_WORD("said"), STR_WORD("says"), STR_WORD("say")};

	return str_is_one_of(t->lower, words, sizeof words / sizeof *words);
}

/* Does a clause begin before the subject that ends there, with nothing but the subject in it: no verb, and no
 * preposition that the whole of it hangs on ("of those killed", "after a night of shots heard in town")? */
static bool opens_clause(const struct token *at, size_t end)
{
	size_t k = end + 1;

	for (size_t steps = 0; k > 0 && !is_boundary(&at[k - 1]) && !(k <= end && is_said(&at[k - 1])); k--, steps++)
		if (steps == REACH || tag_is_finite((enum tag)at[k - 1].tag) || at[k - 1].tag == TAG_VB ||
		    at[k - 1].tag == TAG_VBN || at[k - 1].tag == TAG_TO)
			return false;
	if (k > 0 && (at[k - 1].tag == TAG_LRB || (at[k - 1].tag == TAG_COMMA && !is_opening(at, k - 1))))
		return false; /* "the suspect, a man named Omar" */
	if (is_day(at, end, k))
		k += 2;
	while (k < end && (at[k].tag == TAG_CC || is_adverb((enum tag)at[k].tag)))
		k++;
	return at[k].tag != TAG_IN;
}

/* A verb behind it that has no other subject: "a man named Omar | was", "two men, both hurt, | were". */
static bool has_other_verb(const struct token *at, size_t n, size_t i)
{
	bool within = true;

	for (size_t k = i + 1; k < n && k < i + REACH; k++) {
		size_t before = k - 1;

		while (before > i && is_adverb((enum tag)at[before].tag))
			before--;
		if (tag_is_finite((enum tag)at[k].tag) &&
		    (within || at[before].tag == TAG_COMMA || at[before].tag == TAG_RRB))
			return true;
		within &= !is_boundary(&at[k]) && at[k].tag != TAG_CC;
	}
	return false;
}

/* What can only be an object follows: "killed | at least 38 people", "revised | the toll". */
static bool has_object(const struct token *at, size_t n, size_t i)
{
	static const char *const amounts[] = {"at least", "more than", "up to",	 "as many",
					      "some",	  "about",     "around", "nearly"};
	enum tag next = tag_at(at, n, i + 1);

	for (size_t a = 0; i + 1 < n && a < sizeof amounts / sizeof *amounts; a++) {
		struct str rest = str_of(amounts[a]), word = str_cut(&rest, ' ');

		if (str_eq(at[i + 1].lower, word) && (!rest.at || (i + 2 < n && str_eq(at[i + 2].lower, rest))))
			return true;
	}
	if (str_is(at[i].lower, "opened") && i + 1 < n && str_is(at[i + 1].lower, "fire"))
		return true;
	return next == TAG_DT || next == TAG_CD || next == TAG_PRP || next == TAG_PRPS;
}

/* "The bus | crashed": verbs that take no object have no passive either. */
static bool has_no_passive(const struct token *t)
{
	static const struct str words[] = {
		STR_WORD("appeared"),	STR_WORD("arrived"),   STR_WORD("clashed"),  STR_WORD("collapsed"),
		STR_WORD("collided"),	STR_WORD("continued"), STR_WORD("crashed"),  STR_WORD("departed"),
		STR_WORD("died"),	STR_WORD("emerged"),   STR_WORD("erupted"),  STR_WORD("escaped"),
		STR_WORD("exploded"),	STR_WORD("fell"),      STR_WORD("fled"),     STR_WORD("gathered"),
		STR_WORD("happened"),	STR_WORD("marched"),   STR_WORD("occurred"), STR_WORD("protested"),
		STR_WORD("rallied"),	STR_WORD("remained"),  STR_WORD("resigned"), STR_WORD("returned"),
		STR_WORD("succumbed"),	STR_WORD("survived"),  STR_WORD("swerved"),  STR_WORD("vanished"),
		STR_WORD("disappeared")};

	return str_is_one_of(t->lower, words, sizeof words / sizeof *words);
}

static bool is_past(const struct forms *forms, const struct token *at, size_t n, size_t i)
{
	unsigned readings = forms_listed(forms, at[i].hash);

	if (readings && !(readings & FORM_VBD))
		return false; /* "given" is never a past tense */
	bool sure = has_no_passive(&at[i]);
	size_t end = sure && at[i - 1].tag == TAG_CD ? i - 1 : subject_end(at, n, i); /* "a crew of three crashed" */

	if (end == n || !opens_clause(at, end) || has_other_verb(at, n, i))
		return false;
	return (readings && !(readings & FORM_VBN)) || sure || has_object(at, n, i);
}

/* "four | detained Boko Haram leaders | were released": behind a number, before a plural that has another verb. */
static bool is_attribute(const struct token *at, size_t n, size_t i)
{
	size_t k = i + 1;

	if (at[i - 1].tag != TAG_CD)
		return false;
	while (k < n && k < i + REACH / 4 && (tag_is_noun((enum tag)at[k].tag) || at[k].tag == TAG_JJ))
		k++;
	return k > i + 1 && at[k - 1].tag == TAG_NNS && k < n &&
	       (at[k].tag == TAG_MD || tag_is_finite((enum tag)at[k].tag));
}

/* The tag of the last verb, or of what makes the next one an infinitive, before i. */
static enum tag verb_before(const struct token *at, size_t i)
{
	for (size_t steps = 0; i-- > 0 && steps < REACH; steps++)
		if (tag_is_verb((enum tag)at[i].tag) || at[i].tag == TAG_MD || at[i].tag == TAG_TO)
			return (enum tag)at[i].tag;
	return TAG_NONE;
}

/* "the bomber | set | off his explosives"; "a tea set" has none. */
static bool has_particle(const struct token *at, size_t n, size_t i)
{
	static const struct str words[] = {STR_WORD("off"), STR_WORD("up"), STR_WORD("out"), STR_WORD("down")};

	return i + 1 < n && str_is_one_of(at[i + 1].lower, words, sizeof words / sizeof *words);
}

/* "Militants set off a bomb", "shut the gates and set fire to it": a verb whose past is its present, told of
 * others. News tells what happened; what is so again and again says that itself. */
static bool is_past_like_present(const struct forms *forms, const struct token *at, size_t n, size_t i)
{
	static const char *const habits[] = {"always", "often", "usually", "rarely", "never", "regularly", "sometimes"};
	const unsigned both = FORM_VB | FORM_VBD;
	const struct token *before = &at[i - 1];

	if ((forms_listed(forms, at[i].hash) & both) != both)
		return false;
	for (size_t h = 0; h < sizeof habits / sizeof *habits; h++)
		if (str_is(before->lower, habits[h]))
			return false;
	if (before->tag == TAG_PRP && !str_eq(before->lower, STR("they")))
		return false;
	if (at[i].tag == TAG_VBP)
		return true;
	if (before->tag == TAG_CC)
		return verb_before(at, i - 1) == TAG_VBD;

	size_t end = subject_end(at, n, i);

	return end < n && opens_clause(at, end);
}

/* "Soldiers | shot dead four men": no noun. */
static bool is_shot_dead(const struct forms *forms, const struct token *at, size_t n, size_t i)
{
	const unsigned past = FORM_VBD | FORM_VBN;

	if (i + 1 == n || !str_is(at[i + 1].lower, "dead") || (forms_listed(forms, at[i].hash) & past) != past)
		return false;
	size_t end = subject_end(at, n, i);

	return end < n && at[end].tag == TAG_NNS && opens_clause(at, end) && !has_other_verb(at, n, i);
}

/* "The boy | shot himself", "found a gun and | shot himself": no noun, and nothing that was done to the boy. */
static bool is_done_to_oneself(const struct forms *forms, const struct token *at, size_t n, size_t i)
{
	return tag_at(at, n, i + 1) == TAG_PRP && str_ends(at[i + 1].lower, STR("self")) &&
	       forms_listed(forms, at[i].hash) & FORM_VBD;
}

/* "mug shot", "warning shot": a noun before it that it makes one word with. */
static bool is_kind_of_shot(const struct token *at, size_t i)
{
	static const char *const kinds[] = {"mug", "gun", "warning", "jump", "flu", "head", "slap", "bank", "screen"};

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (str_is(at[i - 1].lower, kinds[k]))
			return true;
	return false;
}

/* "A man | shot his wife" tells what he did, "a man | shot in the leg" what was done to him: no noun, which the tagger
 * takes it for. The tag that it should have. */
static enum tag tag_of_shot(const struct token *at, size_t n, size_t i)
{
	enum tag behind = tag_at(at, n, i + 1);
	bool object = behind == TAG_DT || behind == TAG_PRPS || behind == TAG_CD ||
		      (i + 1 < n && str_is(at[i + 1].lower, "both"));

	if (!str_is(at[i].lower, "shot"))
		return TAG_NN;
	if (str_is(at[i - 1].lower, "found"))
		return TAG_VBN; /* "was found shot to death" */
	if (at[i - 1].tag == TAG_WP && (object || behind == TAG_CC))
		return TAG_VBD; /* "a man who shot and wounded five people" */
	if (!tag_is_noun(tag_at(at, n, i - 1)) || is_kind_of_shot(at, i) || !opens_clause(at, i - 1))
		return TAG_NN;
	if (object)
		return has_other_verb(at, n, i) ? TAG_NN : TAG_VBD;
	return behind == TAG_IN && !str_is(at[i + 1].lower, "of") && !str_is(at[i + 1].lower, "at") ? TAG_VBN : TAG_NN;
}

/* "KING|-|TV", taken for a dash */
static bool is_within_word(const struct token *at, size_t n, size_t i)
{
	return i + 1 < n && str_is(at[i].lower, "-") && !(at[i].flags & TOKEN_SPACE) &&
	       !(at[i + 1].flags & TOKEN_SPACE);
}

void participles_mend(const struct forms *forms, struct token *at, size_t n)
{
	static const bool asks[TAG_COUNT] = {
		[TAG_NN] = true, [TAG_VBN] = true, [TAG_VBP] = true, [TAG_VB] = true, [TAG_COMMA] = true};

	for (size_t i = 1; i < n; i++) {
		enum tag t = (enum tag)at[i].tag;

		if (t == TAG_VBD && is_attribute(at, n, i))
			at[i].tag = TAG_VBN;
		if (!asks[t])
			continue;
		if (t == TAG_COMMA && is_within_word(at, n, i))
			at[i].tag = TAG_HYPH; /* "the blast, KING-TV reported, killed" */
		if (t == TAG_NN)
			at[i].tag = (uint8_t)tag_of_shot(at, n, i);
		bool bare = t == TAG_VBP || t == TAG_VB || (t == TAG_NN && has_particle(at, n, i));

		if ((t == TAG_VBN && is_past(forms, at, n, i)) || (t == TAG_NN && is_shot_dead(forms, at, n, i)) ||
		    ((t == TAG_NN || t == TAG_VBN) && is_done_to_oneself(forms, at, n, i)) ||
		    (bare && is_past_like_present(forms, at, n, i)))
			at[i].tag = TAG_VBD;
	}
}
