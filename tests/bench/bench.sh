#!/bin/sh
# Speed and memory of every stage and of the chain on a corpus of its own making.
#
#   bench.sh BIN WORK [ARTICLES]     BIN: folder of the programs and of generate, measure
#
# Each command runs on one core (taskset). Y, the yardstick, is the time that
# "LC_ALL=C wc -w" takes over the same articles as JSON Lines, on that core, in this
# run; only ratios to it compare between machines.
set -eu
bin=$1 work=$2 n=${3:-10000}
seed=20161216
rm -rf "$work" && mkdir -p "$work/inbox"
one="taskset -c 0"
"$bin/generate" "$n" $seed >"$work/inbox/articles.jsonl"
bytes=$(wc -c <"$work/inbox/articles.jsonl")

# time_of REPEATS COMMAND…: sets $seconds and $peak; the command's own output is dropped.
time_of() {
	repeats=$1
	shift
	$one "$bin/measure" "$repeats" "$@" >"$work/stdout" 2>"$work/stderr" || {
		code=$?
		[ $code -le 1 ] || { echo "bench: $* failed ($code):" && tail -5 "$work/stderr" && exit 1; }
	}
	set -- $(grep '^measured' "$work/stderr")
	seconds=$2 peak=$3
}

row() {
	awk -v name="$1" -v s="$seconds" -v mb="$peak" -v bytes="$bytes" -v y="$y" 'BEGIN {
		printf "%-14s %8.3f s %8.1f MB/s %7.1f Y %6d MB\n", name, s, bytes / 1e6 / s, s / y, mb }'
}

# The same articles as a crawler brings them. WET is measured in Y; WARC by what it takes to
# expand it, since most of a page is no article.
crawled() {
	"$bin/crawl" wet <"$work/inbox/articles.jsonl" >"$work/crawl.wet.gz"
	"$bin/crawl" warc <"$work/inbox/articles.jsonl" >"$work/crawl.warc.gz"
	time_of 1 "$bin/recount-ingest" $q -o "$work/w" "$work/crawl.wet.gz"
	row "ingest WET"
	time_of 3 sh -c "gzip -dc '$work/crawl.warc.gz' | wc -c"
	expand=$seconds
	time_of 1 "$bin/recount-ingest" $q -o "$work/w" "$work/crawl.warc.gz"
	row "ingest WARC"
	awk -v s="$seconds" -v g="$expand" 'BEGIN {
		printf "%-14s %8.1f times gzip -dc of it (%.3f s)\n", "", s / g, g }'
	rm -rf "$work/w" "$work"/crawl.*
}

time_of 5 env LC_ALL=C wc -w "$work/inbox/articles.jsonl"
y=$seconds
echo "$n articles, $((bytes / 1000000)) MB of JSON Lines, one core"
row "wc -w (Y)"
q="--quiet"
time_of 1 "$bin/recount-ingest" $q -o "$work/a" "$work/inbox"
row ingest
crawled
time_of 1 "$bin/recount-extract" $q -o "$work/a" "$work/a/documents"
row extract
$one "$bin/tag_speed" "$bin/../share/recount" "$work/inbox/articles.jsonl"
time_of 1 "$bin/recount-normalise" $q -o "$work/a" "$work/a/mentions"
row normalise
time_of 1 "$bin/recount-deduplicate" $q -o "$work/b" "$work/a"
row deduplicate
time_of 1 "$bin/recount-reconcile" $q --as-of 2017-01-01 -o "$work/b" "$work/b/assertions"
row reconcile
time_of 1 "$bin/recount" run --jobs 1 --as-of 2017-01-01 --inbox "$work/inbox" --store "$work/store" --out "$work/out"
row "chain (run)"
