/* names_parts - what the files of names share: the state of one document, the words
 * that stand with places, and the gazetteer's names in the text. */
#ifndef RECOUNT_NAMES_PARTS_H
#define RECOUNT_NAMES_PARTS_H

#include "names.h"
#include "place_words.h"
#include "tags.h"

struct place_word {
	enum place_word_kind kind;
	uint32_t first, n; /* [tokens] */
	struct str part, hint;
};

/* A name of the gazetteer in the text. */
struct match {
	const struct gazetteer_node *node; /* NULL: none */
	uint32_t n;			   /* [tokens] */
	bool abbreviation;
	uint32_t first;
};

/* How well known the best candidate of a name is. */
enum level { LEVEL_NONE, LEVEL_WEAK, LEVEL_MEDIUM, LEVEL_STRONG };

struct naming {
	struct reading *r;
	const struct token *tokens; /* of it */
	struct names *out;
	const struct gazetteer *g;
	uint32_t sentence, first, end; /* the sentence being read, its tokens */
	uint32_t *place_rows;	       /* as in out */
	uint32_t *word_ending;	       /* [tokens + 1] 1 + the longest place word's hit that ends before it */
	struct match matched;	       /* what match_at has found */
	uint32_t matched_at;	       /* there; UINT32_MAX: in this sentence nothing */
	bool upper;		       /* its capitals tell nothing: all are, or all words begin with one */
	bool countries[26 * 26];       /* named so far */
	uint64_t *people;	       /* [slots] hashes of the last words of persons' names; 0 is free */
	size_t slots;		       /* a power of two, at least twice the words that may be added */
	uint32_t last[3];	       /* index + 1 of the settlement, area, country named last */
	uint32_t last_part;	       /* index + 1 of the part of a settlement named last */
};

static inline const struct token *name_token(const struct naming *s, uint32_t i)
{
	return &s->tokens[i];
}

static inline bool name_token_eq(const struct naming *s, uint32_t i, const char *lower, size_t n)
{
	return i >= s->first && i < s->end && name_token(s, i)->lower.n == n &&
	       memcmp(name_token(s, i)->lower.at, lower, n) == 0;
}

/* Is the token of this sentence that word (a literal in lower case)? */
#define name_token_is(s, i, literal) name_token_eq((s), (i), "" literal, sizeof(literal) - 1)

/* Is it one of the n words? */
static inline bool name_token_among(const struct naming *s, uint32_t i, const struct str *words, size_t n)
{
	return i >= s->first && i < s->end && str_is_one_of(name_token(s, i)->lower, words, n);
}

/* Does the token begin with a capital letter? */
static inline bool is_capital(const struct naming *s, uint32_t i)
{
	return i < s->end && name_token(s, i)->flags & TOKEN_CAPITAL && name_token(s, i)->kind == TOKEN_WORD;
}

/* Small words that stand within names: "de", "al", "van". */
bool is_particle(const struct naming *s, uint32_t i);

/* names_capitals.c: where capitals tell nothing because all words have them. */
bool capitals_tell_nothing(const struct naming *s);
/* The end of an unknown name that begins at i: one word, and what such words lead to ("LOS", "SANTA"). */
uint32_t unknown_end(const struct naming *s, uint32_t i);
/* The end of an unknown name at i whose surroundings tell a place; 0: none. */
uint32_t told_end(const struct naming *s, uint32_t i);
/* Does a longer name go on at i: "SANTA ROSA" | "DE LAS FLORES"? */
bool name_goes_on(const struct naming *s, uint32_t i);
/* The end of a person's name behind a title; first: none. */
uint32_t person_end(const struct naming *s, uint32_t first);

/* A hyphen between two tokens without space: "Port-au-Prince". */
static inline bool is_joint(const struct naming *s, uint32_t i)
{
	return i > s->first && i + 1 < s->end && name_token(s, i)->lower.n == 1 &&
	       name_token(s, i)->lower.at[0] == '-' && !(name_token(s, i)->flags & TOKEN_SPACE) &&
	       !(name_token(s, i + 1)->flags & TOKEN_SPACE);
}

/* names_words.c: note the rows of the place words and where they end; once for the document. */
void note_place_words(struct naming *s);
/* The longest place word that begins at the token; kind WORD_NONE when there is none. */
struct place_word place_word_at(const struct naming *s, uint32_t i);
/* The longest of that kind. */
struct place_word place_word_of(const struct naming *s, uint32_t i, enum place_word_kind kind);
/* The longest place word that ends right before the token. */
struct place_word place_word_before(const struct naming *s, uint32_t i);

/* The longest name of the gazetteer that begins at the token. */
struct match match_at(struct naming *s, uint32_t i);
enum level match_level(const struct naming *s, const struct match *m);

/* Is the single word one of the lexicon's that are mostly no places? */
enum not_place not_place_at(const struct naming *s, uint32_t i);

/* What bounds the reading of one expression. */
enum { MOST_CONTAINERS = 3, MOST_CANDIDATES = 64, MOST_HOLDERS = 16 };

/* A place expression while it is being read. */
struct place_words {
	uint32_t first, end; /* [tokens] so far */
	struct match head;
	uint32_t head_first;
	struct str part, hint;
	struct str in[MOST_CONTAINERS];
	struct str beside; /* a place near it */
	uint32_t n_in;
	uint32_t preposition;
	uint32_t owner; /* first token of its owner, "Syria" in "Syria's Homs"; UINT32_MAX: none */
	bool near;
	bool inner;    /* in, at, inside: not only from, to, of */
	bool verb;     /* what stands for a preposition is a verb: "retook X" */
	bool of;       /* "the village of X" */
	uint32_t noun; /* last token of the noun behind it, "X province", "X area"; 0: none */
	bool apposed;  /* ", a village" stands behind it */
	bool settled;  /* its words leave no doubt that it is a place: "the city of X", "X province", "X, Syria" */
};

/* names_left.c: what stands before the proper name ("the northern city of", "Syria's", "near"). */
void read_left(struct naming *s, struct place_words *e);
/* "Tulkarm's Nur Shams camp": the noun tells a part of its owner, though another place of that name is better known. */
void read_owner_of_division(struct naming *s, struct place_words *e);
void read_preposition(struct naming *s, struct place_words *e);
/* Does nothing stand before the token that they would read? */
bool is_bare_left(const struct naming *s, uint32_t first);
/* names_right.c: what stands behind it ("province", ", a village", ", near Gusau"). */
void read_nouns(struct naming *s, struct place_words *e);
/* ", near the town of Gusau", ", 30 km north of Mosul": told, but no part of the expression. */
void read_beside(struct naming *s, struct place_words *e);
void read_apposition(struct naming *s, struct place_words *e);
/* Does nothing stand at the token, behind a name, that they or read_containers would read? */
bool is_bare_right(const struct naming *s, uint32_t end);
/* names_holders.c: what holds it: ", Illinois", "in Idlib province". */
void read_containers(struct naming *s, struct place_words *e);
/* Can the one lie in the other? Unknown names can lie anywhere. */
bool can_hold(const struct naming *s, const struct match *inner, const struct match *outer);
/* An adjective that tells only that something else is near: "neighbouring", "nearby". */
bool is_neighbouring(const struct naming *s, uint32_t i);
/* The name `in` holds the expression; m (may be NULL) is what it matched. */
void add_container(struct naming *s, struct place_words *e, struct str name, const struct match *m);
/* The country of a name that was taken for a place is named from here on. */
void see_country(struct naming *s, const struct match *m);
void take_part(struct place_words *e, const struct place_word *w);
bool is_plural(const struct naming *s, uint32_t i);

/* names_evidence.c: is the expression, as it was read, taken for a place? */
bool is_place_told(const struct naming *s, const struct place_words *e);
/* Does the name only qualify a noun in small letters right behind it? */
bool is_followed_by_noun(const struct naming *s, const struct place_words *e);

/* Read the place expression whose proper name is tokens [head, head + n), matched as m (node NULL:
 * a name that the gazetteer does not know). True when it is taken for a place and added to the
 * names; *next is the first token behind it. */
bool place_read(struct naming *s, uint32_t head, const struct match *m, uint32_t *next);
/* "the city", "the rebel-held east", "that part of the city": a place named before. i: the, that or this. */
bool place_back(struct naming *s, uint32_t i, uint32_t *next);

/* names_demonyms.c: is the word, matched as m, the adjective of a people, whatever place bears it too? Add it. */
bool demonym_is(const struct naming *s, uint32_t i, const struct match *m);
void demonym_add(struct naming *s, uint32_t i, const struct match *m);

void name_add(struct naming *s, const struct name *name);
/* A hash set of the last words of persons' names. */
void person_remember(struct naming *s, uint32_t token);
bool person_is_known(const struct naming *s, uint32_t token);

#endif
