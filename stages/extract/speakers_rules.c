#include "figure_words.h"
#include "speakers_parts.h"

/* Nothing but "But," stands before the token. */
static bool opens_sentence(const struct speech *s, uint32_t start)
{
	while (start > s->first && (token_is(s, start - 1, ",") || is_kind(s, s->piece_of[start - 1], PIECE_AND) ||
				    is_kind(s, s->piece_of[start - 1], PIECE_OTHER)))
		start--;
	return start == s->first;
}

/* "12 died and (,) | according to X (,) 3 …", "said that | according to X, 3 …": it leads the clause behind the
 * conjunction. */
static bool opens_joined(const struct speech *s, uint32_t start)
{
	start -= start > s->first && token_is(s, start - 1, ",");
	return start > s->first && (is_kind(s, s->piece_of[start - 1], PIECE_AND) ||
				    is_kind(s, s->piece_of[start - 1], PIECE_THAT) || token_is(s, start - 1, "that"));
}

/* "He calls it proof of a lead, | which stood at 263 on Monday, according to AFP", "(it was 15, according to AFP)":
 * only what stands behind the bracket, or behind "which" where somebody else tells the rest, is theirs. */
static void narrow(const struct speech *s, struct span *content)
{
	bool other = s->out->n > s->sentence_began, closed = false;

	for (uint32_t t = content->end; t-- > content->first;) {
		bool which = other && token_is(s, t, ",") && token_is(s, t + 1, "which");

		closed |= token_is(s, t, ")");
		if (which || (!closed && token_is(s, t, "("))) {
			content->first = t + 1 < content->end ? t + 1 : content->first;
			return;
		}
	}
}

/* "According to police, | an argument escalated into …", "…, | two men, both in their 20s, were shot": what looks like
 * an apposition is the subject of what they say where no other is left. */
static void cut_subject(const struct speech *s, struct span *source)
{
	uint32_t comma = source->first;
	int64_t i = source->end < s->end ? (int64_t)s->piece_of[source->end] : (int64_t)s->pieces.n, v;

	while (comma < source->end && !token_is(s, comma, ","))
		comma++;
	if (comma >= source->end)
		return;
	for (v = i; !is_kind(s, v, PIECE_NONE) && !piece_is_verb(s, v, PIECE_FINITE); v++)
		;
	if (is_kind(s, v, PIECE_NONE) || is_kind(s, skip_back(s, v - 1), PIECE_COMMA))
		source->end = comma;
}

/* "According to X, 12 died." / "12 died, according to X." / "12 died, according to X, and 3 …" / "12 died and according
 * to X 3 …" */
static void read_according(struct speech *s, const struct cue *cue, struct span source)
{
	struct spans contents = {0};
	struct span words = {cue->first, cue->end};
	uint32_t start = cue->first;

	if (is_empty(source))
		return;
	if (opens_sentence(s, start))
		cut_subject(s, &source);
	while (start > s->first && (is_kind(s, s->piece_of[start - 1], PIECE_ADVERB)))
		start--;
	if (!opens_sentence(s, start) && !opens_joined(s, start)) {
		uint32_t end = start;

		if (s->mark[end - 1] != 2 && !token_is(s, end - 1, ",")) { /* no comma: "12 died according to X" */
			struct span all = {s->first, end};

			LIST_ADD(s->r->arena, &contents, all);
		} else {
			content_before(s, end, &contents);
		}
		if (contents.n) {
			narrow(s, &contents.at[0]);
			content_split(s, source, source.end, &contents);
			content_goes_on(s, source.end, &contents);
		}
	} else {
		struct cue rest = *cue;

		rest.takes = TAKES_REST;
		content_after(s, &rest, source.end + (source.end < s->end && token_is(s, source.end, ",")), &contents);
	}
	if (contents.n)
		attribution_add(s, source, words, cue->first, &contents, cue, "according.to");
}

/* "a poll | released | Sunday": a participle and its day. */
static bool tells_when_published(const struct speech *s, int64_t i)
{
	return is_kind(s, i, PIECE_TIME) || (is_kind(s, i, PIECE_PREPOSITION) && is_kind(s, i + 1, PIECE_TIME)) ||
	       (is_kind(s, i, PIECE_VERB) && !piece_is_verb(s, i, PIECE_FINITE | PIECE_TO));
}

/* "In a survey of 500 people, 12 …" / "In its report, …": where nobody else is named, the document speaks. */
static void read_document(struct speech *s)
{
	struct spans contents = {0};
	struct cue how = {.kind = CUE_PREPOSITION, .takes = TAKES_REST, .states = true};

	if (!(token_is(s, s->first, "in") || token_is(s, s->first, "on") || token_is(s, s->first, "based")) ||
	    s->out->n > s->sentence_began)
		return;
	int64_t noun = token_is(s, s->first + 1, "on") ? 2 : 1;
	struct span source = phrase_from(s, noun);

	while (source.end < s->end && tells_when_published(s, s->piece_of[source.end]))
		source.end = piece_at(s, s->piece_of[source.end])->end;
	if (is_empty(source) || !token_is(s, source.end, ",") ||
	    source_kind(s, reading_hit(s->r, piece_at(s, noun)->head, LEXICON_SOURCE_NOUNS)) != 'd')
		return;
	struct span words = {s->first, source.first};

	if (content_after(s, &how, source.end + 1, &contents))
		attribution_add(s, source, words, words.first, &contents, &how, "in.document");
}

/* The possessor in the noun phrase [first, noun): "the army's", "his". */
static struct span owner_of(const struct speech *s, uint32_t first, uint32_t noun)
{
	struct span none = {0, 0};

	for (uint32_t i = noun; i-- > first;)
		if (token_at(s, i)->tag == TAG_POS)
			return (struct span){first, i + 1};
	return token_at(s, first)->tag == TAG_PRPS ? (struct span){first, first + 1} : none;
}

/* "By the ministry's count, 12 died": the words of who counts; empty where nobody does. */
static struct span counter_of(const struct speech *s, int64_t i)
{
	static const struct str counts[] = {STR_WORD("count"), STR_WORD("tally"), STR_WORD("estimate"),
					    STR_WORD("estimates"), STR_WORD("reckoning")};
	const struct piece *by = piece_at(s, i), *noun = piece_at(s, i + 1);
	struct span none = {0, 0};

	if (by->kind != PIECE_PREPOSITION || !token_is(s, by->first, "by") || noun->kind != PIECE_NOUN ||
	    noun->head + 1 != noun->end || !token_is_one_of(s, noun->head, counts, sizeof counts / sizeof *counts) ||
	    !(token_is(s, noun->end, ",") || token_is(s, noun->end, ".")))
		return none;
	return owner_of(s, noun->first, noun->head);
}

static void read_counts(struct speech *s)
{
	for (int64_t i = 0; (size_t)i < s->pieces.n; i++) {
		const struct piece *p = piece_at(s, i);

		if (p->kind != PIECE_PREPOSITION || s->quote_of[p->first])
			continue;
		struct span source = counter_of(s, i);
		struct cue how = {.kind = CUE_PREPOSITION, .takes = TAKES_REST, .states = true};
		size_t had = s->out->n;

		if (is_empty(source))
			continue;
		how.first = p->first;
		how.end = p->end;
		read_according(s, &how, (struct span){source.first, piece_at(s, i + 1)->end});
		if (s->out->n > had)
			s->out->at[had].source = source;
	}
}

void rules_according(struct speech *s, bool any)
{
	struct cue cue;

	for (uint32_t i = s->first; any && i < s->end; i++)
		if (!s->quote_of[i] && cue_at(s, i, CUE_PREPOSITION, &cue) && cue.end < s->end)
			read_according(s, &cue, phrase_from(s, s->piece_of[cue.end]));
	read_counts(s);
	if (s->pieces.n && !s->quote_of[s->first])
		read_document(s);
}

/* The sentence begins a paragraph. */
static bool opens_paragraph(const struct speech *s)
{
	return s->first == 0 || (token_at(s, s->first)->flags & (TOKEN_PARA | TOKEN_BREAK));
}

/* A name of at most four words, or the Q and A of an interview. */
static bool is_label(const struct speech *s, uint32_t end)
{
	bool name = end > s->first && end - s->first <= 4;

	for (uint32_t i = s->first; i < end; i++)
		name &= token_at(s, i)->kind == TOKEN_WORD && (token_at(s, i)->flags & TOKEN_CAPITAL) != 0;
	return name && (tag_is_proper((enum tag)token_at(s, end - 1)->tag) || token_is(s, s->first, "q") ||
			token_is(s, s->first, "a"));
}

/* The end of the paragraph that the sentence begins. */
static uint32_t paragraph_end(const struct speech *s)
{
	enum { SENTENCES_MAX = 40 };
	uint32_t last = s->sentence;

	for (int n = 0; n < SENTENCES_MAX && last + 1 < s->r->sentences.n; n++, last++)
		if (token_at(s, s->r->sentences.at[last + 1].first)->flags & (TOKEN_PARA | TOKEN_BREAK))
			break;
	return s->r->sentences.at[last].first + s->r->sentences.at[last].n;
}

/* "Baton Rouge: The toll went up to eight": a dateline, and not one who speaks again and again. */
static bool is_dateline(const struct speech *s, struct span label)
{
	struct str words = reading_text(s->r, label.first, label.end - label.first);

	if (!words_on_map(s, label.first, label.end))
		return false;
	for (size_t i = s->sentence + 1; i < s->r->sentences.n; i++) {
		struct sentence other = s->r->sentences.at[i];

		if (other.n > label.end - label.first &&
		    str_eq(reading_text(s->r, other.first, label.end - label.first), words) &&
		    token_is(s, other.first + label.end - label.first, ":"))
			return false;
	}
	return true;
}

/* `Omar: "We saw it."` - a name or short phrase at the sentence's start, a colon, and what it says;
 * `OMAR: We saw it. It fell.` - a label before the words of a paragraph. */
void rules_colon(struct speech *s)
{
	struct spans contents = {0};
	struct cue how = {.kind = CUE_SAY, .states = true};
	int64_t k = 0;

	while (k < 8 && !is_kind(s, k, PIECE_COLON) && !is_kind(s, k, PIECE_NONE) && !is_kind(s, k, PIECE_VERB) &&
	       !is_kind(s, k, PIECE_OPEN))
		k++;
	if (k == 0 || !is_kind(s, k, PIECE_COLON) || is_kind(s, k + 1, PIECE_NONE))
		return;
	struct span source = {s->first, piece_at(s, k)->first};
	struct span words = {piece_at(s, k)->first, piece_at(s, k)->end};

	if (is_kind(s, k + 1, PIECE_OPEN) && is_kind(s, k - 1, PIECE_NOUN)) {
		content_goes_on(s, words.first, &contents);
	} else if (opens_paragraph(s) && is_label(s, source.end) && !is_dateline(s, source)) {
		struct span rest = {words.end, paragraph_end(s)};

		LIST_ADD(s->r->arena, &contents, rest);
	}
	if (contents.n)
		attribution_add(s, source, words, words.first, &contents, &how, "colon");
}

/* "a statement by the army", "claims from residents". */
static struct span giver_of(const struct speech *s, int64_t *after)
{
	struct span none = {0, 0};
	uint32_t t = piece_at(s, *after)->first;

	if (!is_kind(s, *after, PIECE_PREPOSITION) || !is_kind(s, *after + 1, PIECE_NOUN) ||
	    !(token_is(s, t, "by") || token_is(s, t, "from") || token_is(s, t, "among")))
		return none;
	const struct piece *noun = piece_at(s, *after + 1);
	struct span giver = phrase_from(s, *after + 1);

	if (token_is(s, noun->end, "that")) /* "claims by residents | that 40 people were killed": it tells the claim */
		giver.end = noun->end;
	*after = giver.end < s->end ? (int64_t)s->piece_of[giver.end] : (int64_t)s->pieces.n;
	return giver;
}

/* "police estimates", "a Reuters report": the words before the noun. */
static struct span modifier_of(const struct speech *s, uint32_t first, uint32_t noun)
{
	struct span words = {first, noun};

	for (uint32_t i = first; i < noun; i++)
		if (tag_is_noun((enum tag)token_at(s, i)->tag))
			return words;
	return (struct span){0, 0};
}

/* "followed a police | announcement that": a body stands right before the noun, whoever the subject is. */
static bool told_by_modifier(const struct speech *s, uint32_t first, uint32_t noun)
{
	return noun > first && source_kind(s, reading_hit(s->r, noun - 1, LEXICON_SOURCE_NOUNS)) == 'g' &&
	       reading_hit(s->r, noun - 1, LEXICON_SOURCE_NOUNS)->n == 1;
}

/* The subject of the verb whose object the noun is: "issued a statement saying", "has expressed fears that". */
static struct span subject_of_object(const struct speech *s, int64_t piece)
{
	struct span none = {0, 0};

	return piece_is_verb(s, piece - 1, PIECE_FINITE) ? subject_before(s, piece - 1) : none;
}

static bool take_noun_content(struct speech *s, const struct cue *cue, int64_t i, struct spans *out)
{
	struct cue how = *cue;

	if (is_kind(s, i, PIECE_THAT) || (is_kind(s, i, PIECE_WHO) && token_is(s, piece_at(s, i)->first, "that"))) {
		how.takes = TAKES_THAT;
		return (cue->takes & TAKES_THAT) && content_after(s, &how, piece_at(s, i)->first, out);
	}
	if (is_kind(s, i, PIECE_PREPOSITION) && is_kind(s, i + 1, PIECE_NOUN)) {
		uint32_t t = piece_at(s, i)->first;

		if (!token_is(s, t, "of") && !token_is(s, t, "about") && !token_is(s, t, "over") &&
		    !(token_is(s, t, "for") && cue->takes & (TAKES_FOR | TAKES_TO)))
			return false; /* "Guinea accounts | for 40 deaths" */
		how.takes = TAKES_NP;
		return content_after(s, &how, piece_at(s, i + 1)->first, out);
	}
	if (piece_is_verb(s, i, PIECE_TO) && (cue->takes & TAKES_TO)) {
		how.takes = TAKES_TO;
		return content_after(s, &how, piece_at(s, i)->first, out);
	}
	return false;
}

/* "the claim that 30 fell | could not be checked": two verbs side by side are of two clauses. */
static void end_at_main_verb(const struct speech *s, struct span *content)
{
	for (uint32_t t = content->first + 1; t < content->end && t < s->end; t++) {
		int64_t i = s->piece_of[t];

		if (piece_at(s, i)->first == t && piece_is_verb(s, i, PIECE_FINITE) &&
		    piece_is_verb(s, i - 1, PIECE_FINITE)) {
			content->end = t;
			return;
		}
	}
}

/* "The UN agency's earlier estimate | was | 670", "the ministry's toll stood at 40": what the owner counts. */
static bool read_owned_toll(struct speech *s, int64_t i)
{
	static const struct str tolls[] = {STR_WORD("toll"), STR_WORD("estimate"), STR_WORD("tally"), STR_WORD("count"),
					   STR_WORD("figure")};
	static const struct str verbs[] = {STR_WORD("is"), STR_WORD("was"), STR_WORD("stands"), STR_WORD("stood")};
	const struct piece *p = piece_at(s, i), *verb = piece_at(s, i + 1);
	struct span source = owner_of(s, p->first, p->head), words = {p->head, verb->end};
	struct cue how = {.kind = CUE_NOUN, .takes = TAKES_REST, .states = true};
	struct spans contents = {0};
	uint32_t number = verb->end + token_is(s, verb->end, "at");

	if (is_empty(source) || token_at(s, source.first)->tag == TAG_PRPS || !piece_is_verb(s, i + 1, PIECE_FINITE) ||
	    !token_is_one_of(s, p->head, tolls, sizeof tolls / sizeof *tolls) ||
	    !token_is_one_of(s, verb->head, verbs, sizeof verbs / sizeof *verbs) || number >= s->end ||
	    token_at(s, number)->tag != TAG_CD || !content_after(s, &how, verb->end, &contents))
		return false;
	attribution_add(s, source, words, p->head, &contents, &how, "noun.toll");
	return true;
}

/* "an announcement | earlier in the day | that", "a claim | on Friday | that": the piece behind the days, where "that"
 * stands there; else i. */
static int64_t over_days(const struct speech *s, int64_t i)
{
	int64_t at = i;

	while (is_kind(s, at, PIECE_TIME) || is_kind(s, at, PIECE_ADVERB) ||
	       (is_kind(s, at, PIECE_PREPOSITION) && is_kind(s, at + 1, PIECE_TIME)))
		at++;
	return token_is(s, piece_at(s, at)->first, "that") ? at : i;
}

static void read_noun(struct speech *s, int64_t i, const struct cue *cue)
{
	const struct piece *p = piece_at(s, i);
	int64_t after = i + 1;
	struct span source = owner_of(s, p->first, cue->first), words = {cue->first, cue->end};
	struct spans contents = {0};

	if (is_empty(source))
		source = giver_of(s, &after);
	after = over_days(s, after);
	bool that = is_kind(s, after, PIECE_THAT) || is_kind(s, after, PIECE_WHO);

	if (is_empty(source) && that && !(cue->states && told_by_modifier(s, p->first, cue->first)))
		source = subject_of_object(s, i);
	if (is_empty(source) && cue->states)
		source = modifier_of(s, p->first, cue->first);
	if (token_is(s, source.first, "we") && source.end == source.first + 1)
		return; /* "we have received reports that": the writer tells of somebody's */
	if (token_is(s, source.first, "there") && source.end == source.first + 1) {
		if (!figure_word(s->r, p->head, FUNCTION_HEARSAY))
			return; /* "there were fears that" */
		words = (struct span){piece_at(s, i - 1)->first, piece_at(s, i - 1)->end};
		source = (struct span){p->first, p->end}; /* "there | were | reports that": they tell of it */
	}
	if (is_empty(source) || !take_noun_content(s, cue, after, &contents))
		return;
	end_at_main_verb(s, &contents.at[0]);
	attribution_add(s, source, words, cue->first, &contents, cue, "noun");
}

void rules_nouns(struct speech *s)
{
	struct cue cue;

	for (size_t i = 0; i < s->pieces.n; i++) {
		const struct piece *p = &s->pieces.at[i];

		if (p->kind == PIECE_NOUN && !s->quote_of[p->head] && read_owned_toll(s, (int64_t)i))
			continue;
		if (p->kind == PIECE_NOUN && !s->quote_of[p->head] && p->head < p->end &&
		    cue_at(s, p->head, CUE_NOUN, &cue) && cue.end == p->end)
			read_noun(s, (int64_t)i, &cue);
	}
}
