/* tokens - text cut into words, numbers and marks, by the conventions of the
 * English UD treebanks where that matters (clitics, hyphens, abbreviations):
 * "don't" is "do" "n't", "Russia's" is "Russia" "'s", "rebel-held" is "rebel"
 * "-" "held", "U.S." and "Gen." are one token each, "4,500" and "0.2" are one.
 * One token too: 10:30  9/11  30/9/2012  1.2m  51.9kg  2½  21st  5G  USD34.6m  F-16
 * COVID-19  2016-12-15  713-853-3989  www.un.org  j.doe@un.org  @name  #tag  "..."  "--".
 * More than one: "10-15" (three), "$3.4bn" is "$" "3.4bn", "0.2%" is "0.2" "%", "500+" is
 * "500" "+", "mid-2012" is "mid" "-" "2012", "12 500" is "12" "500", "10p.m." is "10" "p.m.".
 * Every token keeps its byte offsets in the document's text. */
#ifndef RECOUNT_TOKENS_H
#define RECOUNT_TOKENS_H

#include "base/str.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

enum token_flag {
	TOKEN_CAPITAL = 1, /* begins with an upper-case letter */
	TOKEN_UPPER = 2,   /* two letters or more, all upper case */
	TOKEN_SPACE = 4,   /* white space (or the text's start) before it */
	TOKEN_BREAK = 8,   /* a line break before it */
	TOKEN_PARA = 16,   /* an empty line, or the block's start, before it */
	TOKEN_DIGIT = 32,  /* holds a digit */
};

struct token {
	uint32_t start, end; /* [bytes] into the text */
	struct str text;     /* as written */
	struct str lower;    /* ASCII lower case, curly quotes straightened */
	uint64_t hash;	     /* hash64(lower): the key of every word look-up */
	uint8_t kind;	     /* enum token_kind */
	uint8_t flags;	     /* enum token_flag */
	uint8_t tag;	     /* enum tag (tags.h); 0 until the sentence is tagged */
	uint8_t ud;	     /* enum ud_class (tags.h); 0 until the sentence is tagged */
	struct str lemma;    /* empty until the sentence is tagged */
};

struct tokens {
	struct token *at;
	size_t n, room;
};

/* Cut text[start, end) into tokens appended to *out; memory is the arena's.
 * Linear in the text, whatever it holds. */
void tokens_cut(struct str text, size_t start, size_t end, struct arena *arena, struct tokens *out);

/* The same for a phrase that stands alone: its last stop is not that of a sentence, so "gen." is one token, as within a
 * text. */
void tokens_cut_phrase(struct str phrase, struct arena *arena, struct tokens *out);

/* One token of a text that somebody else has cut, a treebank's: offsets and TOKEN_SPACE,
 * TOKEN_BREAK, TOKEN_PARA stay 0. */
struct token token_of(struct str word, struct arena *arena);

#endif
