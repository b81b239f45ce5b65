/* "Posted: Friday, June 10, 2016", "(Published Friday, July 8)": when a page was put out, run together with its story.
 */
#include "times.h"
#include "times_grammar.h"

bool times_is_stamp(const struct scan *s, const struct time_mention *m)
{
	uint32_t i = m->first - m->lead;
	bool colon = i > s->start && scan_is(s, i - 1, ":");

	i -= colon ? 1 : 0;
	if (i == s->start || !scan_is_any(s, i - 1, "posted", "updated", "published", "modified"))
		return false;
	return colon || (s->tokens[i - 1].flags & TOKEN_CAPITAL && !(s->tokens[i - 1].flags & TOKEN_UPPER));
}
