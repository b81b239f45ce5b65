/* select - a release of some rows only: --select 'place=Aleppo measure=evacuated|killed'.
 *
 * A condition is COLUMN=VALUE, values apart by |, conditions by blanks; a value with blanks
 * stands in double quotes. Letters' case does not count. `place`, `country` and `source`
 * stand for name, parent's name or id in whichever column has them; any other name is that
 * of a column. A row is in when every condition holds for it; a condition on what its table
 * has no column for does not hold it back. */
#ifndef RECOUNT_EXPORT_SELECT_H
#define RECOUNT_EXPORT_SELECT_H

#include "base/err.h"
#include "released.h"

struct select;

/* False and err for a text that is no selection, or names what no table has. */
bool select_parse(const char *text, const struct released *tables, struct arena *arena, struct select **out,
		  struct err *err);
/* NULL selects everything. */
bool select_has(const struct select *select, enum released_name which, const void *record, struct arena *scratch);

#endif
