/* recount-export - the dated release: tables as CSV and JSON, a data package, a manifest
 * and checksums, from the records of the store.
 * Reads: folders that hold outlines/, copies/, datings/ and the buckets of claims/,
 * events/, assertions/, tracks/, estimates/, contradictions/, checks/. Writes: -o DIR.
 * Rejects: rows that are not of their table. */
#include <stddef.h>

#include "export.h"
#include "manifest.h"
#include "package.h"
#include "page.h"
#include "workbook.h"

static const struct stage_option options[] = {
	{"as-of", "DAY", "the day of the release; later articles are left out"},
	{"before", "RELEASE", "the release that changes are told against"},
	{"select", "CONDITIONS", "only rows such as place=Aleppo measure=evacuated|killed"},
	{"nights", "FILE", "inputs and counts for the manifest, as JSON"},
	{"words", "DIGEST", "digest of the compiled words, for the manifest"},
	{NULL, NULL, NULL},
};
static const struct stage_about about = {
	.name = "export",
	.about = "Makes the dated release of CSV and JSON.",
	.inputs = "a folder of records, as the stages before wrote them",
	.options = options,
	.whole_folders = true,
};

int main(int argc, char **argv)
{
	struct stage st;
	struct export ex;

	stage_open(&st, argc, argv, &about);
	export_open(&ex, &st);
	ex.notes = row_notes_open(ex.tables);
	export_figures(&ex);
	export_timeline(&ex);
	export_tracks(&ex);
	export_estimates(&ex);
	export_contradictions(&ex);
	export_checks(&ex);
	export_sources(&ex);
	export_documents(&ex);
	export_changes(&ex);
	workbook_write(&ex);
	page_write(&ex);
	row_notes_close(ex.notes);
	package_write(&ex);
	manifest_write(&ex, stage_value(&st, "nights"), stage_value(&st, "words"));
	sums_write(&ex);
	return stage_close(&st);
}
