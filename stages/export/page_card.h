/* page_card - a statement told: as the card beside its mark, as a row of a table. */
#ifndef RECOUNT_PAGE_CARD_H
#define RECOUNT_PAGE_CARD_H

#include "plot.h"

/* "about 8,500, planned": what it says. */
struct str page_card_value(struct arena *arena, const struct plot *plot, const struct page_statement *s);
/* Marks that can be pointed at and focused, each with its card. `first`: number of the
 * first card's id. Returns the number after the last. */
unsigned page_cards(struct page *p, const struct plot *plot, unsigned first);
/* Links to the articles that carry it, "and 3 more". */
void page_card_reports(struct page *p, const struct page_statement *s);
/* Tables of the statements and the estimates of a plot: all that it shows. */
void page_card_tables(struct page *p, const struct plot *plot);

#endif
