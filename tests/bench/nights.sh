#!/bin/sh
# What a night costs: 1,000 new articles in a store that has OLD, against the same 1,000 in an
# empty one, from ingest to reconcile (the export is left out).
#
#   nights.sh BIN WORK [OLD [BY_DAY]]     BIN: folder of the programs and of generate, measure
#
# The old ones are OLD / 1,000 nights of 1,000, each of one day, one after the other (BY_DAY 1,
# the default), or all dated anywhere in two years (0). The processor's time is what counts;
# the last line is the ratio.
set -eu
bin=$1 work=$2 old=${3:-20000} by_day=${4:-1}
rm -rf "$work" && mkdir -p "$work/bin" "$work/old" "$work/new"

# The programs, with an export that ends the run: what was made before is kept.
cp -R "$bin/../share" "$work/"
for program in recount ingest extract normalise deduplicate reconcile; do
	[ $program = recount ] || program=recount-$program
	cp "$bin/$program" "$work/bin/"
done
printf '#!/bin/sh\nexit 3\n' >"$work/bin/recount-export" && chmod +x "$work/bin/recount-export"

# night NUMBER: its articles.
night() {
	if [ "$by_day" = 1 ]; then
		"$bin/generate" 1000 $(($1 + 100)) $(($1 * 1000)) "$(date -u -d "2015-01-01 +$1 days" +%F)" 1
	else
		"$bin/generate" 1000 $(($1 + 100)) $(($1 * 1000)) 2015-01-01 730
	fi
}

# run STORE INBOX: sets $seconds (of the processor) and $peak.
run() {
	taskset -c 0 "$bin/measure" 1 "$work/bin/recount" run --quiet --jobs 1 --store "$1" --inbox "$2" \
		--out "$work/out" 2>"$work/stderr" || [ $? -eq 3 ]
	set -- $(grep '^measured' "$work/stderr")
	peak=$3 seconds=$4
}

row() {
	awk -v name="$1" -v s="$seconds" -v mb="$peak" 'BEGIN { printf "%-34s %8.2f s %6d MB\n", name, s, mb }'
}

n=0
while [ $n -lt $((old / 1000)) ]; do
	n=$((n + 1))
	night $n >"$work/old/$n.jsonl"
done
night $((n + 1)) >"$work/new/new.jsonl"
run "$work/store" "$work/old"
row "$old articles at once"
run "$work/empty" "$work/new"
row "1,000 in an empty store"
alone=$seconds
run "$work/store" "$work/new"
row "1,000 in the store of $old"
awk -v s="$seconds" -v alone="$alone" 'BEGIN { printf "%.1f times\n", s / alone }'
