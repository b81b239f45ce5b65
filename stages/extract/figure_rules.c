#include "figure_rules.h"

#include <assert.h>

static const char *const names[] = {
#define X(name, text) text,
	FIGURE_RULE_LIST(X)
#undef X
};

static_assert(RULE_COUNT <= 64, "more rules than bits in number.rules");

const char *figure_rule_name(enum figure_rule rule)
{
	return names[rule];
}
