/* hxl - the hashtag of a column in the Humanitarian Exchange Language.
 * Source: HXL 1.1 standard, core hashtags and attributes (hxlstandard.org). */
#ifndef RECOUNT_HXL_H
#define RECOUNT_HXL_H

#include "base/str.h"

/* "#geo+lat" for "place_lat" of any table; a column that HXL has no word for is "#meta+NAME". */
const char *hxl_tag(struct arena *arena, const char *table, struct str column);

#endif
