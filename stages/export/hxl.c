#include "hxl.h"

static const struct {
	const char *column, *tag;
} tags[] = {
	{"published", "#date+published"},
	{"as_of", "#date+as_of"},
	{"stated", "#date+reported"},
	{"period", "#date+occurred"},
	{"when", "#date+occurred"},
	{"since", "#date+start"},
	{"until", "#date+end"},
	{"episode_from", "#date+start"},
	{"episode_to", "#date+end"},
	{"first_said", "#date+start"},
	{"last_said", "#date+end"},
	{"measure", "#indicator+name"},
	{"low", "#affected+min+num"},
	{"best", "#affected+num"},
	{"high", "#affected+max+num"},
	{"low_before", "#affected+min+num+previous"},
	{"best_before", "#affected+num+previous"},
	{"high_before", "#affected+max+num+previous"},
	{"expected", "#affected+expected+num"},
	{"found", "#affected+found+num"},
	{"unit", "#item+unit"},
	{"subject", "#subject+name"},
	{"type", "#event+type"},
	{"status", "#status"},
	{"status_before", "#status+previous"},
	{"place_name", "#loc+name"},
	{"place_id", "#loc+code"},
	{"place_admin1", "#adm1+name"},
	{"place_country", "#country+code+v_iso2"},
	{"place_lat", "#geo+lat"},
	{"place_lon", "#geo+lon"},
	{"agent_name", "#org+agent+name"},
	{"target_name", "#org+target+name"},
	{"source_name", "#meta+source+name"},
	{"source_id", "#meta+source+code"},
	{"source_type", "#meta+source+type"},
	{"publisher", "#meta+publisher"},
	{"url", "#meta+url"},
	{"title", "#meta+title"},
	{"sentence", "#description+sentence"},
	{"why", "#description+why"},
	{"id", "#meta+id"},
};

const char *hxl_tag(struct arena *arena, struct str column)
{
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (str_eq(column, str_of(tags[i].column)))
			return tags[i].tag;
	buf_add(&b, STR("#meta+"));
	buf_add(&b, column); /* letters, digits and underscores, as HXL wants */
	buf_add_char(&b, '\0');
	return b.at;
}
