/* token_parts - how far a word, a number, a mark or an address reaches: the parts
 * that tokens.c puts together. Text ends where the cutting ends; every function takes
 * and gives byte offsets into it and looks no further than the part it measures. */
#ifndef RECOUNT_TOKEN_PARTS_H
#define RECOUNT_TOKEN_PARTS_H

#include "base/str.h"

/* End of the letters, digits and inner apostrophes from `start` (a letter). ORs the glyphs seen
 * into *mask, GLYPH_HIGH when some are not ASCII. */
size_t part_word(struct str text, size_t start, unsigned *mask);

/* End of what goes on beyond the word [start, end): "U.S.", "Gen.", "Inc.", "AT&T", "F-16",
 * "USD34.6m", "www.un.org/en", "bbc.co.uk"; `end` when nothing does. after_number: the token before is one. */
size_t part_after_word(struct str text, size_t start, size_t end, unsigned mask, bool after_number);

/* End of the number from `start` (a digit, or a dot before one) with its groups, decimals, clock
 * and date marks and the letters glued to it: 4,500  0.2  10:30  9/11  2016-12-15  1.2m  21st.
 * One hyphen does not join: 10-15 are two numbers. */
size_t part_number(struct str text, size_t start, unsigned *mask);

/* Bytes of the clitic at the end of [start, end) ('s 're 've 'll 'd 'm n't); 0: none, or nothing before it. */
size_t part_clitic(struct str text, size_t start, size_t end);
/* End of the clitic that stands alone from `at`; 0: none. */
size_t part_lone_clitic(struct str text, size_t at);
/* Where the ASCII letters [start, end) are cut in two [bytes from start]; 0: nowhere. */
size_t part_split(struct str text, size_t start, size_t end);

/* End of letters, digits and inner dots and hyphens from `at`: an account's or machine's name. */
size_t part_address(struct str text, size_t at);
bool part_is_account(struct str token);

/* End of the mark at `at`: one character, or a run such as "..." "--" "?!". */
size_t part_mark(struct str text, size_t at);

#endif
