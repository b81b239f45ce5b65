#!/bin/sh
# How well copies are told, on articles of which it is known who copied whom.
#
#   score_copies.sh BIN WORK [ARTICLES [LEAST_RECALL LEAST_PRECISION]]
#
# BIN: folder of the programs and of generate_copies. The articles come in four nights of
# many parts. A pair of articles is a copy pair when both are the same story (exact or
# edited prints of one article); found, when they have one origin. Containment is scored
# apart. With limits [%] given, falling below either ends with 1.
set -eu
bin=$1 work=$2 n=${3:-100000} least_recall=${4:-0} least_precision=${5:-0}
rm -rf "$work" && mkdir -p "$work"
"$bin/generate_copies" "$n" 20161217 "$work"
for night in 1 2 3 4; do
	"$bin/recount-ingest" --quiet --part-documents 2000 -o "$work/$night" "$work/night-$night.jsonl"
	"$bin/recount-extract" --quiet -o "$work/$night" "$work/$night/documents"
	mkdir -p "$work/$night/claims" "$work/$night/events"
done
"$bin/recount-deduplicate" --quiet -o "$work/merged" "$work/1" "$work/2" "$work/3" "$work/4"

# document id, id given (both are bare, and the first cells of their row)
cat "$work"/[1-4]/outlines/*.csv | awk -F, '$1 != "document" { print $1 "," $2 }' >"$work/ids.csv"
awk -F, -v least_recall="$least_recall" -v least_precision="$least_precision" '
function pairs(n) { return n * (n - 1) / 2 }
function ratio(part, whole) { return whole ? 100 * part / whole : 100 }
FILENAME ~ /\/truth\.csv$/ && FNR > 1 {
	if ($3 == "own" || $3 == "exact" || $3 == "edited") story[$1] = $2
	else { part[$1 " " $2] = 1; within[$3 == "contains" ? $2 " " $1 : $1 " " $2] = 1; parts++ }
}
FILENAME ~ /\/ids\.csv$/ { given[$1] = $2; origin[$2] = $2 }
FILENAME ~ /\/part-00000\.csv$/ && FNR > 1 {
	if ($3 == "contains" || $3 == "contained") linked[given[$1] " " given[$2]] = 1
	else origin[given[$1]] = given[$2]
}
END {
	for (id in story) {
		told++
		of_story[story[id]]++
		of_origin[origin[id]]++
		of_both[story[id] " " origin[id]]++
	}
	for (k in of_story) want += pairs(of_story[k])
	for (k in of_origin) found += pairs(of_origin[k])
	for (k in of_both) right += pairs(of_both[k])
	printf "%d articles, %d copy pairs: recall %.2f %%, precision %.2f %%\n", told, want, ratio(right, want), ratio(right, found)
	for (k in linked) {
		split(k, d, " ")
		a = story[d[1]]; b = story[d[2]]
		if (((a " " b) in part) || ((b " " a) in part)) { sure++; hit[(a " " b) in part ? a " " b : b " " a] = 1 }
		else {
			good = 0
			for (w in within) { split(w, x, " "); if ((x[1] == a && within[x[2] " " b]) || (x[1] == b && within[x[2] " " a])) good = 1 }
			sure += good
		}
		links++
	}
	for (k in hit) hits++
	printf "%d parts of others: recall %.2f %%, precision %.2f %%\n", parts, ratio(hits, parts), ratio(sure, links)
	exit ratio(right, want) < least_recall || ratio(right, found) < least_precision
}' "$work/truth.csv" "$work/ids.csv" "$work/merged/copies/part-00000.csv"
