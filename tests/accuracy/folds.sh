#!/bin/sh
# Which articles of annotated collections are told to be copies of each other, for a scorer
# of clusters: two articles that people call different stories must not have one origin.
#
#   folds.sh BIN BENCH SCORER [SET...]
#
# BIN: folder of the programs. BENCH: SET/dev/docs.jsonl.gz, lines with id, text, title,
# published, url. SCORER: a program that takes BENCH, a file of lines {"id","cluster"}, and
# --split dev --sets SET. Prints what it says, and which articles were folded.
set -eu
bin=$1 bench=$2 scorer=$3
shift 3
[ $# -gt 0 ] || set -- chains ecb
work=$(mktemp -d "${TMPDIR:-/tmp}/recount-folds-XXXXXX")
trap 'rm -rf "$work"' EXIT
for name; do
	echo "== $name"
	a=$work/$name
	"$bin/recount-ingest" --quiet -o "$a" "$bench/$name"/dev/docs.jsonl*
	"$bin/recount-extract" --quiet -o "$a" "$a/documents"
	"$bin/recount-normalise" --quiet -o "$a" "$a/mentions"
	"$bin/recount-deduplicate" --quiet -o "$a/merged" "$a"
	# The first cells of an outline are its document and the id that it was given; both are bare, as are copies.
	cat "$a"/outlines/*.csv | awk -F, -v out="$a/predicted.jsonl" '
	FILENAME == "-" { if ($1 != "document") { given[$1] = $2; origin[$2] = $2 }; next }
	FNR > 1 && $3 != "contains" && $3 != "contained" {
		origin[given[$1]] = given[$2]
		print "folded: " given[$1] " into " given[$2] " (" $3 ", " $4 ")"
	}
	END { for (id in origin) printf "{\"id\":\"%s\",\"cluster\":\"%s\"}\n", id, origin[id] > out }
	' - "$a/merged/copies/part-00000.csv" | sort
	"$scorer" "$bench" "$a/predicted.jsonl" --split dev --sets "$name"
done
