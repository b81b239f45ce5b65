/* date_url - the publication date that many publishers put into the address of a page. */
#ifndef RECOUNT_DATE_URL_H
#define RECOUNT_DATE_URL_H

#include "values/date.h"

/* The date in the path of an address: /2016/12/16/, /2016/dec/16/, /2016-12-16-,
 * -20161216, /2016/12/ (to the month); years 1980 to 2100. The finest one, the
 * first of these; false when there is none. */
bool date_url_find(struct str url, struct date *out);

#endif
