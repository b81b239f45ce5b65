/* page_tracks - what a track says, in words. */
#ifndef RECOUNT_PAGE_TRACKS_H
#define RECOUNT_PAGE_TRACKS_H

#include "page.h"
#include "page_words.h"

struct page_values page_track_values(const struct track *t);
/* "Between 8,500 and 9,500. Red Cross and army disagree." */
struct str page_track_words(struct arena *arena, const struct page_track *t);
/* The status as a badge. */
void page_badge(struct buf *html, int status);

#endif
