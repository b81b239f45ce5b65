#!/bin/sh
# What a night costs: 1,000 new articles in a store that has OLD, against the same 1,000 in an
# empty one, from ingest to reconcile; the export, which writes all of the store, apart.
#
#   nights.sh BIN WORK [OLD [BY_DAY]]     BIN: folder of the programs and of generate, measure
#
# The old ones are OLD / 1,000 nights of 1,000, each of one day, one after the other (BY_DAY 1,
# the default), or all dated anywhere in two years (0). The processor's time is what counts;
# the last line is the ratio.
set -eu
bin=$1 work=$2 old=${3:-20000} by_day=${4:-1}
rm -rf "$work" && mkdir -p "$work/bin" "$work/old" "$work/new"

# The programs, with an export that is measured.
cp -R "$bin/../share" "$work/"
for program in recount ingest extract normalise deduplicate reconcile; do
	[ $program = recount ] || program=recount-$program
	cp "$bin/$program" "$work/bin/"
done
cat >"$work/bin/recount-export" <<END
#!/bin/sh
unset RECOUNT_PARENT # the program's is not the conductor
exec "$bin/measure" 1 "$bin/recount-export" "\$@" 2>"$work/exported"
END
chmod +x "$work/bin/recount-export"

# night NUMBER: its articles.
night() {
	if [ "$by_day" = 1 ]; then
		"$bin/generate" 1000 $(($1 + 100)) $(($1 * 1000)) "$(date -u -d "2015-01-01 +$1 days" +%F)" 1
	else
		"$bin/generate" 1000 $(($1 + 100)) $(($1 * 1000)) 2015-01-01 730
	fi
}

# run STORE INBOX: sets $seconds (of the processor), $peak, and $exporting (seconds).
run() {
	taskset -c 0 "$bin/measure" 1 "$work/bin/recount" run --quiet --jobs 1 --store "$1" --inbox "$2" \
		--out "$1.out" 2>"$work/stderr"
	set -- $(grep '^measured' "$work/stderr") $(grep '^measured' "$work/exported")
	peak=$3 exporting=$8 seconds=$(awk -v all="$4" -v export="$8" 'BEGIN { print all - export }')
}

row() {
	awk -v name="$1" -v s="$seconds" -v export="$exporting" -v mb="$peak" \
		'BEGIN { printf "%-34s %8.2f s %6d MB, then export %8.2f s\n", name, s, mb, export }'
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
