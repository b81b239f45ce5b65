#include "hxl.h"

/* Of one table (first), or of any. */
static const struct {
	const char *table, *column, *tag;
} tags[] = {
	{"sources", "name", "#meta+source+name"},
	{"sources", "type", "#meta+source+type"},
	{"sources", "id", "#meta+source+code"},
	{"sources", "claims", "#indicator+claims+num"},
	{"sources", "events", "#indicator+events+num"},
	{"contradictions", "subject", "#description+subject"},
	{"contradictions", "status", "#meta+status"},
	{"checks", "kind", "#meta+kind"},
	{NULL, "published", "#date+published"},
	{NULL, "as_of", "#date+as_of"},
	{NULL, "stated", "#date+reported"},
	{NULL, "period", "#date+occurred"},
	{NULL, "when", "#date+occurred"},
	{NULL, "since", "#date+start"},
	{NULL, "until", "#date+end"},
	{NULL, "episode_from", "#date+start"},
	{NULL, "episode_to", "#date+end"},
	{NULL, "first_said", "#date+start"},
	{NULL, "last_said", "#date+end"},
	{NULL, "measure", "#indicator+name"},
	{NULL, "low", "#affected+min+num"},
	{NULL, "best", "#affected+num"},
	{NULL, "high", "#affected+max+num"},
	{NULL, "low_before", "#affected+min+num+previous"},
	{NULL, "best_before", "#affected+num+previous"},
	{NULL, "high_before", "#affected+max+num+previous"},
	{NULL, "expected", "#affected+expected+num"},
	{NULL, "found", "#affected+found+num"},
	{NULL, "unit", "#item+unit"},
	{NULL, "subject", "#indicator+subject"},
	{NULL, "side", "#indicator+side"},
	{NULL, "type", "#event+type"},
	{NULL, "status", "#status"},
	{NULL, "status_before", "#status+previous"},
	{NULL, "place_name", "#loc+name"},
	{NULL, "place_id", "#loc+code"},
	{NULL, "place_admin1", "#adm1+name"},
	{NULL, "place_country", "#country+code+v_iso2"},
	{NULL, "place_lat", "#geo+lat"},
	{NULL, "place_lon", "#geo+lon"},
	{NULL, "agent_name", "#org+agent+name"},
	{NULL, "target_name", "#org+target+name"},
	{NULL, "source_name", "#meta+source+name"},
	{NULL, "source_id", "#meta+source+code"},
	{NULL, "source_type", "#meta+source+type"},
	{NULL, "publisher", "#meta+publisher"},
	{NULL, "url", "#meta+url"},
	{NULL, "title", "#meta+title"},
	{NULL, "documents", "#meta+documents"},
	{NULL, "reports", "#indicator+reports+num"},
	{NULL, "independent", "#indicator+independent+num"},
	{NULL, "source_org_name", "#meta+source+org+name"},
	{NULL, "source_org_id", "#meta+source+org+code"},
	{NULL, "source_org_type", "#meta+source+org+type"},
	{NULL, "sentence", "#description+sentence"},
	{NULL, "why", "#description+why"},
	{NULL, "id", "#meta+id"},
};

const char *hxl_tag(struct arena *arena, const char *table, struct str column)
{
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (str_eq(column, str_of(tags[i].column)) && (!tags[i].table || strcmp(tags[i].table, table) == 0))
			return tags[i].tag;
	buf_add(&b, STR("#meta+"));
	buf_add(&b, column); /* letters, digits and underscores, as HXL wants */
	buf_add_char(&b, '\0');
	return b.at;
}
