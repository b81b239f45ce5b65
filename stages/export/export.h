/* export - the release: every table of it made from the records of the store. */
#ifndef RECOUNT_EXPORT_H
#define RECOUNT_EXPORT_H

#include "files/stage.h"
#include "released.h"

struct articles;
struct select;
struct row_notes;

/* A finished file and its SHA-256. */
struct file_sum {
	const char *name, *hex;
	uint64_t bytes;
};

struct export
{
	struct stage *st;
	const struct released *tables;
	struct str as_of;      /* day */
	int32_t as_of_day;     /* [days since 1970-01-01] */
	const char *before;    /* path of the release before; NULL: none */
	const char *selection; /* as given; NULL: all rows */
	struct select *select;
	struct strs buckets;	  /* "bucket-07.csv": names that occur in any input folder, sorted */
	struct strs bucket_files; /* their paths in all inputs, sorted */
	struct articles *articles;
	struct sources *sources;
	uint64_t rows[RELEASED_COUNT];
	struct row_notes *notes; /* taken of each row, for workbook and page */
	struct {
		struct file_sum *at;
		size_t n, room;
	} sums; /* files whose digest is known already */
};

/* Inputs are folders that hold folders of records: outlines/ (any names), copies/,
 * datings/, and of the rest the buckets that deduplicate and reconcile wrote
 * (claims/bucket-07.csv); claims/part-00000.csv, as normalise wrote it, is not taken. */
void export_open(struct export *ex, struct stage *st);

/* Path of KIND/NAME in input folder i; NULL when it is not there. */
const char *export_file(struct export *ex, size_t i, const char *kind, struct str name);

/* A finished file of the release, whose digest need not be taken again. */
void export_sum(struct export *ex, const char *name, const char *sha256, uint64_t bytes);

/* The table with these columns alone (names apart by blanks, in the arena): of long rows
 * what is needed is read, the other members stay null. */
struct table export_part(struct arena *arena, const struct table *whole, const char *names);

/* Call `take` for each record of that file; a bad row goes to the rejects. What `arena`
 * holds afterwards stays (NULL: the stage's scratch, emptied after each record). */
void export_each(struct export *ex, const char *path, const struct table *table, struct arena *arena,
		 void (*take)(struct export *ex, const void *record, void *with), void *with);

/* The tables, in this order: figures and timeline count what documents and sources tell. */
void export_figures(struct export *ex);
void export_timeline(struct export *ex);
void export_tracks(struct export *ex);
void export_estimates(struct export *ex);
void export_contradictions(struct export *ex);
void export_checks(struct export *ex);
void export_sources(struct export *ex);
void export_documents(struct export *ex);
/* Needs the tables above in the output folder. */
void export_changes(struct export *ex);

/* Rows of a sorter, packed, to the table's files. */
struct sorter;
struct sorter *export_sorter(struct export *ex);
/* Is the record of the selection? */
bool export_has(struct export *ex, enum released_name which, const void *record);
/* Leaves out what is not. */
void export_add(struct export *ex, struct sorter *rows, enum released_name which, struct str key, const void *record);
void export_write(struct export *ex, enum released_name which, struct sorter *rows);

/* A key that sorts as its parts do, one after the other; an empty part comes last where
 * its flag is set. */
struct key_part {
	struct str text;
	bool empty_last;
};
struct str export_key(struct arena *arena, const struct key_part *parts, size_t n);

#endif
