/* page_choices - what the page can be filtered by. */
#ifndef RECOUNT_PAGE_CHOICES_H
#define RECOUNT_PAGE_CHOICES_H

#include "page.h"
#include "page_text.h"

/* "Douma, Rif Dimashq (SY)". */
struct str page_place_name(struct arena *arena, const struct place_ref *place);
/* The attributes that the filter looks at: place, measure (none when empty), ids of
 * sources [n] (none when NULL). */
void page_filter_data(struct page *p, struct str place, struct str measure, const struct str *sources, size_t n);
/* The form; the script shows it. */
void page_filter(struct page *p);

#endif
