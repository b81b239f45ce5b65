/* speakers_parts - what the files of speakers share: the pieces of a sentence, its
 * quotations, a word of saying with its patterns, and the state of one document. */
#ifndef RECOUNT_SPEAKERS_PARTS_H
#define RECOUNT_SPEAKERS_PARTS_H

#include "cues.h"
#include "speakers.h"

enum piece_kind {
	PIECE_NONE,
	PIECE_NOUN,
	PIECE_VERB,
	PIECE_PREPOSITION,
	PIECE_ADJECTIVE,
	PIECE_ADVERB,
	PIECE_TIME,
	PIECE_THAT, /* subordinators: that, because, while, if */
	PIECE_WHO,  /* who, which, relative that */
	PIECE_AND,
	PIECE_COMMA,
	PIECE_STOP,
	PIECE_COLON,
	PIECE_DASH,
	PIECE_OPEN,
	PIECE_CLOSE,
	PIECE_LEFT,
	PIECE_RIGHT,
	PIECE_OTHER
};

enum piece_flag {
	PIECE_FINITE = 1,
	PIECE_PASSIVE = 2,
	PIECE_TO = 4,
	PIECE_ING = 8,
	PIECE_NOT = 16,
	PIECE_COPULA = 32,
	PIECE_PRONOUN = 64,
	PIECE_NAME = 128,
};

/* A part of a sentence in its order: a noun phrase with its possessors, a verb with its auxiliaries and
 * adverbs, a word that joins, a mark. Every token of the sentence is in one. */
struct piece {
	uint32_t first, end; /* [tokens] */
	uint32_t head;	     /* main verb, last noun */
	uint8_t kind, flags;
};

struct pieces {
	struct piece *at;
	size_t n, room;
};

/* A quotation with its marks. */
struct quote {
	uint32_t first, end; /* [tokens]: from the opening mark to behind the closing one */
	bool closed;	     /* it has a closing mark of its own */
	bool goes_on;	     /* the next paragraph opens again without a mark having closed this one */
	bool used;	     /* is (part of) the content of an attribution */
};

struct quotes {
	struct quote *at;
	size_t n, room;
};

struct speech;

/* What a phrase says of one speaker, before antecedents are filled in. */
struct person {
	struct span name; /* "Ali Omar", "Syrian Observatory for Human Rights"; empty for a pronoun */
	struct span role; /* "a doctor in the town" */
	struct span org;  /* "the Red Crescent" */
	bool pronoun;	  /* he, she, it, they, who */
	bool proper;	  /* the name is a proper name */
	bool given;	  /* the name is that of a document's giver: "the Russian statement" */
	bool document;	  /* a statement or report that names nobody */
	bool human;	  /* he or she: a title, a role or a personal name tells */
};

/* Read the phrase of one speaker. */
struct person person_read(const struct speech *s, struct span words);
/* The ends of the parts of "the army and the police": calls for each; returns how many (at most `most`). */
uint32_t persons_split(const struct speech *s, struct span words, struct span *out, uint32_t most);

/* The phrase before a relative pronoun: "residents of the town, who said". */
bool pronoun_relative(const struct speech *s, struct span words, struct person *p);
/* "Police ended the search. They said 65 …": the body that the sentence before is about, who has not spoken yet. */
bool pronoun_subject_before(const struct speech *s, uint32_t token, struct person *p);

/* Somebody whom the text has named so far. */
struct known {
	struct str name, role, org;
	bool human, plural;
	bool lone;	 /* one word with a capital, of which nothing tells whether it is somebody's name */
	char sex;	 /* 'm', 'f', or 0 */
	bool spoke;	 /* the role was told where it spoke, not in passing */
	bool sorted;	 /* sort has been read */
	struct str sort; /* type_of_known() */
};

struct knowns {
	struct known *at;
	size_t n, room;
	uint32_t *by_word; /* open addressing: 1 + index of the known that a word last stood for */
	uint64_t *words;   /* its hash */
	size_t slots, filled;
};

/* Add somebody who is named by the tokens; returns the index in knowns. */
uint32_t knowns_add(struct speech *s, struct span name, struct known known);
/* Whom a word (its hash) of a name stood for last; NULL: nobody. */
struct known *knowns_by(const struct speech *s, uint64_t word);
/* A body that was told by what it is, "X, a rescue group", goes by that from now on; so does a person by a post. */
void knowns_call(struct speech *s, const struct person *p, uint32_t at);
/* "Rapid Support Forces (RSF)", its bracket at the token: RSF stands for the known `at` from now on; for NULL, for the
 * name before the bracket that the letters spell, which is remembered. */
void knowns_abbreviate(struct speech *s, uint32_t open, const uint32_t *at);

/* Whom a phrase takes up again: a name that is the tail of one told before ("Mardini"), a thing of it ("the
 * Observatory"), a post ("the mayor"); NULL: nobody. */
struct known *earlier_name(struct speech *s, const struct person *p, struct span words);
/* "The Russian statement": of the one who gave a statement before, where the word is in that name. */
struct known *earlier_giver(struct speech *s, const struct person *p, struct span words);
/* The body that words about a person take up by its noun alone: "the ministry's director", "head of the mission". */
struct known *earlier_body(struct speech *s, struct span words);
/* AFP, Al Jazeera: who passes on what others say. */
bool known_is_medium(const struct speech *s, const struct known *known);
/* "The armed group": is the one known a body of the sort that the phrase tells? */
bool is_of_sort(const struct speech *s, const struct person *p, struct span words, struct known *known);

/* "The charity": 1 + the number of the only one that the text has named, which is now known; 0: there is none. */
uint32_t bodies_named(struct speech *s, const struct person *p, struct span words);

/* The state of one document. */
struct speech {
	struct reading *r;
	const struct token *tokens; /* of it */
	struct attributions *out;
	uint32_t noun_type, noun_office;	  /* columns of source_nouns */
	uint32_t title_sex, actor_type, actor_id; /* of titles, actors */
	uint16_t *families;			  /* [tokens] cue_family() of every cue that begins at the token */
	uint16_t *cues_in;			  /* [sentences] those of its tokens outside of quotations */
	bool *spoken;				  /* [sentences] a cue or a mark of a quotation stands in it */
	uint8_t *mark;				  /* [tokens] 1 opens, 2 closes a quotation */
	uint32_t *quote_of;			  /* [tokens] 1 + index of the quotation; 0: none */
	struct quotes quotes;
	struct pieces pieces;	       /* of the sentence being read */
	uint32_t *piece_of;	       /* [tokens] index into pieces, for the tokens of the sentence being read */
	uint32_t sentence, first, end; /* it, and its tokens */
	const uint8_t *tags;	       /* those of its phrases; while it is cut into pieces */
	size_t sentence_began;	       /* attributions found before this sentence */
	struct knowns knowns;
};

static inline const struct token *token_at(const struct speech *s, uint32_t i)
{
	return &s->tokens[i];
}

/* Is the token that word (lower case)? */
static inline bool token_is(const struct speech *s, uint32_t i, const char *word)
{
	return i < s->r->tokens.n && str_is(token_at(s, i)->lower, word);
}

/* Is it one of the n words? */
static inline bool token_is_one_of(const struct speech *s, uint32_t i, const struct str *words, size_t n)
{
	return i < s->r->tokens.n && str_is_one_of(token_at(s, i)->lower, words, n);
}

/* Are the words of the tokens [first, end) the name of a place of the gazetteer? */
bool words_on_map(const struct speech *s, uint32_t first, uint32_t end);

/* The piece at index i of the sentence; one of kind PIECE_NONE where there is none. i may be -1. */
extern const struct piece no_piece;
static inline const struct piece *piece_at(const struct speech *s, int64_t i)
{
	return (uint64_t)i >= s->pieces.n ? &no_piece : &s->pieces.at[i];
}
static inline enum piece_kind piece_kind(const struct speech *s, int64_t i)
{
	return (enum piece_kind)piece_at(s, i)->kind;
}
static inline bool is_kind(const struct speech *s, int64_t i, enum piece_kind kind)
{
	return piece_kind(s, i) == kind;
}
static inline bool is_empty(struct span span)
{
	return span.end <= span.first;
}
/* Is it a verb with one of these flags? */
static inline bool piece_is_verb(const struct speech *s, int64_t i, unsigned flags)
{
	return piece_kind(s, i) == PIECE_VERB && (piece_at(s, i)->flags & flags);
}

/* Of a hit of source_nouns, which may be NULL: p a person, g a group, d a document, m media; 0: none is told. */
static inline char source_kind(const struct speech *s, const struct hit *noun)
{
	return noun ? s->r->know->source_kinds[hit_row(s->r, noun, LEXICON_SOURCE_NOUNS)] : 0;
}

/* Tag of a token while its sentence is cut into pieces, or of one close by; TAG_NONE outside of the sentence. */
static inline enum tag piece_tag(const struct speech *s, uint32_t i)
{
	return (enum tag)s->tags[(int32_t)(i - s->first)];
}

/* May the word say when? Most don't, which one bit says. */
static inline bool piece_tells_time(const struct speech *s, uint32_t i)
{
	return i < s->end && reading_begins(s->r, i, LEXICON_TIMES);
}

/* A weekday, today …; a part of the day behind one: "Tuesday | night". */
bool piece_is_day(const struct speech *s, uint32_t i);
bool piece_is_part_of_day(const struct speech *s, uint32_t i);
/* "last week", "this month", "Tuesday night", "in the past": do the tokens [first, end) say when, whatever verb is
 * near? */
bool piece_is_when(const struct speech *s, uint32_t first, uint32_t end, uint32_t head);
/* "earlier in | the day | police (said)": one past the words of time that begin at `first` and that other words of the
 * phrase, which ends at `end`, follow; `first`: there are none. */
uint32_t piece_past_later(const struct speech *s, uint32_t first, uint32_t end);
/* "two days earlier", "a week ago" */
bool piece_is_offset(const struct speech *s, const struct piece *p);
/* Cut the sentence into pieces. */
void pieces_cut(struct speech *s);
/* Add the piece behind those that were cut before it; there is room for as many pieces as tokens. */
static inline void pieces_put(struct speech *s, struct piece p)
{
	s->pieces.at[s->pieces.n++] = p;
}
/* The same, and put right what the tagger often takes for something else where somebody speaks, as far as it and those
 * before it tell. */
void pieces_add(struct speech *s, const struct piece *p);
/* The same as far as what follows tells; fills piece_of. */
void pieces_mend(struct speech *s);
/* Of the verb at piece i: is it a past tense, whatever its tag? Its flags are set. */
void pieces_tense(struct speech *s, size_t i);
/* Is the token a past form of a word of saying: "ruled", "recalled"? */
bool cue_is_past(const struct speech *s, uint32_t token);
/* Is it a form of a word that counts: "recorded", "reports"? */
bool cue_counts(const struct speech *s, uint32_t token);

/* "said in a video | posted | on the site that": does piece i tell of the paper that stands behind the saying? */
bool piece_is_of_paper(const struct speech *s, int64_t i);

/* Find all quotations of the document, and the marks that open and close them. */
void quotes_find(struct speech *s);

/* Tell what of them stands in each sentence; behind quotes_find(). */
void cues_open(struct speech *s);
/* The longest phrase of the cues in one of the families that begins at the token. */
bool cue_begins(const struct speech *s, uint32_t token, unsigned families, struct cue *cue);
/* The same for a verb or, by `kind`, a noun, an adjective, a preposition; false when there is none. Most tokens
 * begin none. */
static inline bool cue_at(const struct speech *s, uint32_t token, enum cue_kind kind, struct cue *cue)
{
	unsigned family = cue_family(kind);

	return s->families[token] & family && cue_begins(s, token, family, cue);
}

/* speakers_unsaid.c: does the verb tell no words ("claimed 40 lives", "a virus suspected of killing 100")? Is the cue
 * one of going on ("As the search continues, 12 are missing")? Cut what the source gives out from its words: "The
 * ministry | released a statement Thursday | stating". */
bool verb_tells_no_words(const struct speech *s, int64_t v);
bool verb_gives_paper(const struct speech *s, int64_t v);
bool verb_goes_on(const struct speech *s, const struct cue *cue);
void teller_cut_release(const struct speech *s, struct span *source);

/* From piece i to the left over days and adverbs. */
int64_t skip_back(const struct speech *s, int64_t i);
/* Who is told to do what the verb piece v says; empty when nobody is. */
struct span subject_before(const struct speech *s, int64_t v);
/* Of a participle or infinitive: the subject of the clause that it belongs to. */
struct span subject_of_clause(const struct speech *s, int64_t v);
/* Of a verb of saying: the first piece of its chain ("appeared to suggest"), and who tells. */
int64_t teller_chain(const struct speech *s, int64_t v);
struct span teller_of(const struct speech *s, int64_t v);
/* May they be who says it, as the cue tells? A thing says and shows, but wants nothing; a land that counts is counted.
 */
bool teller_may_say(const struct speech *s, struct span source, const struct cue *cue);
/* The noun phrase that begins at piece i with what belongs to it. */
struct span phrase_from(const struct speech *s, int64_t i);

/* Do the words from piece i on hold a finite verb before the clause breaks off? */
bool content_is_clause(const struct speech *s, int64_t i);
/* Is piece i "but", "while", "as" …, behind which another may speak? */
bool content_is_contrast(const struct speech *s, int64_t i);
/* ", | killing 12", ", | bringing the total to 40": does the participle at piece i tell what that before it did? */
bool content_does_harm(const struct speech *s, int64_t i);
/* Does the main clause stand behind the comma that ends one that is led: "After doctors said 12 died, | the town …"? */
bool content_main_clause(const struct speech *s, int64_t comma);
/* The token behind the content that begins at piece i. object: a noun phrase, not a clause. */
uint32_t content_end(const struct speech *s, int64_t i, bool object);

/* From piece i over what may stand between the word of saying and what is said: adverbs, days, "in a statement", "to
 * reporters in Geneva"; stops at "that", a quotation, a colon, a comma, or the end. */
int64_t content_asides(const struct speech *s, int64_t i);

/* What is said, to the right of the token `from` (which begins a piece): clause, object or quotation, as
 * the cue takes it. Appends to out; false when nothing there can be it. */
bool content_after(struct speech *s, const struct cue *cue, uint32_t from, struct spans *out);
/* What is said, to the left of the token `end`: a quotation that closes there or a clause and its comma. */
bool content_before(struct speech *s, uint32_t end, struct spans *out);
/* `Twelve died, Omar said on Friday, a rise from nine`: a whole clause before the source tells what is said, and the
 * saying ends with the asides behind the cue (`end`: its end). What follows, whatever verbs it holds, is no clause
 * that is said. */
bool content_precedes(const struct speech *s, struct span source, const struct cue *cue, uint32_t end);
/* "Twelve died, Omar said on Friday, a rise from the nine reported earlier": does the phrase stand right behind another
 * saying and its asides? It adds to what was said and speaks to nothing before it. */
bool follows_saying(const struct speech *s, struct span source);
/* `Survival, Omar says, depends on it` / `Nine died, Omar said, and ten were hurt`: append what goes on at the comma
 * `behind` the saying, where it belongs to what stands before it (the first of `out`). */
void content_split(struct speech *s, struct span source, uint32_t behind, struct spans *out);
/* A quotation that goes on behind the token (", she said, "and ..."). */
void content_goes_on(struct speech *s, uint32_t from, struct spans *out);

/* Is piece i a form of "quote" or "cite"? */
bool piece_cites(const struct speech *s, int64_t i);
/* Is it "quoting" right behind who relays, without a comma: "AP reported quoting police"? */
bool piece_cites_for(const struct speech *s, int64_t v);
/* From the comma at piece i over "citing the governor,": the piece behind its second comma; i when nothing is cited. */
int64_t skip_cited(const struct speech *s, int64_t i);

/* Attributions of the sentence being read, by each family of rules. */
void rules_verbs(struct speech *s);
void rules_cited(struct speech *s);		  /* behind all others: who is cited states what the others tell */
void rules_according(struct speech *s, bool any); /* any: such a word stands in it outside of quotations */
void rules_nouns(struct speech *s);
void rules_colon(struct speech *s);
/* Quotations that no rule has used: they go on from, or lead to, a speaker. */
void rules_quotes_left(struct speech *s);

struct attribution *attribution_add(struct speech *s, struct span source, struct span cue, uint32_t verb,
				    const struct spans *contents, const struct cue *how, const char *rule);

/* Which attribution lies within which; leaves out those in what another says, but for statements of
 * somebody who is named; then tells who holds each token. */
void layers_find(struct speech *s);

/* Names, roles, organisations and antecedents of all sources, in text order. */
void people_resolve(struct speech *s);

#endif
