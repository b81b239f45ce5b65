# Night by night as all at once: whatever comes when, the store holds the same records, and a
# night works on what it touches.
. "$(dirname "$0")/lib.sh"
export RECOUNT_SYNC=0

# night STORE FILE… [-- OPTION…]: the files come into STORE's inbox, and a run goes over it.
night() {
	store=$1
	shift
	mkdir -p "$store.in"
	while [ $# -gt 0 ] && [ "$1" != -- ]; do
		cp "$1" "$store.in/" && shift
	done
	[ $# -eq 0 ] || shift
	"$recount" run --inbox "$store.in" --store "$store" --out "$store.out" --as-of 2017-01-31 "$@" >"$store.said" 2>&1
}

# alike NAME A B: two stores hold the same records.
alike() {
	for records in merged/claims merged/assertions merged/events merged/copies merged/datings reconciled; do
		same "$1: $records" "$2/$records" "$3/$records"
	done
}

# without STAMPS: what reconcile works from is told in its stamps, which are not compared.
bare() {
	for store in "$@"; do rm -rf "$store/reconciled/stamps"; done
}

# A process that some call complete and others suspended, for days on end: over several files.
dispute() {
	awk 'BEGIN {
		split("complete|suspended|complete|suspended", state, "|")
		for (i = 0; i < 12; i++)
			printf "{\"id\":\"p%d\",\"published\":\"2016-12-%02d\",\"publisher\":\"Gazette %d\",\"text\":\"HOMS (Reuters) - The evacuation of Homs was %s on 2016-12-%02d, %s said. Number %d of the reports says no more.\"}\n", i, 5 + i, i % 3, i % 2 ? "suspended" : "completed", 5 + i, i % 2 ? "the army" : "the Red Crescent", i
	}'
}

"$bin/generate" 120 7 100 2016-12-01 12 >g1.jsonl
"$bin/generate" 60 8 300 2016-12-13 2 >g2.jsonl
"$bin/generate" 60 9 500 2016-12-15 1 >g3.jsonl
dispute >dispute.jsonl
articles 1 30 >a1.jsonl
articles 31 60 >a2.jsonl
# Undated ones, that a later night dates; and copies: of an earlier night, and one that came before its original.
{ sed -n '10p;20p' a1.jsonl; sed -n '5,6p' a2.jsonl; } | sed 's/"published":"[^"]*",//; s/"id":"a/"id":"u/; s,org/,org/u,; s/Paper/Journal/' >undated.jsonl
sed -n '3p' a1.jsonl | sed 's/"id":"a/"id":"k/; s,org/,org/k,; s/Paper [0-9]/Another/; s/Buses/Coaches/' >copy.jsonl
sed -n '7p' a2.jsonl | sed 's/"id":"a/"id":"e/; s,org/,org/e,; s/Paper [0-9]/The Early Bird/; s/2016-12-0./2016-12-12/' >before.jsonl
# A newer version of a page, of a later day.
sed -n '4p' a1.jsonl | sed 's/"id":"a/"id":"v/; s/"publisher"/"modified":"2016-12-14T10:00:00Z",&/; s/ was written / was written again /' >version.jsonl
head -n 6 dispute.jsonl >d1.jsonl
tail -n 6 dispute.jsonl >d2.jsonl
cat g1.jsonl d1.jsonl a1.jsonl undated.jsonl before.jsonl >n1.jsonl
cat g2.jsonl a2.jsonl copy.jsonl >n2.jsonl
cat g3.jsonl d2.jsonl version.jsonl >n3.jsonl

night once n1.jsonl n2.jsonl n3.jsonl
check "all at once" test -d once.out/latest
check "there is a contradiction of many days" sh -c 'grep -h ",statuses,\|^x[^,]*,statuses" once/reconciled/contradictions/*.csv | grep -q "2016-12-0.*2016-12-1"'
night by n1.jsonl
cp -r by first
night by n2.jsonl && night by n3.jsonl
check "the third night" test -d by.out/latest
check "reconciled only some" sh -c 'grep -q "buckets had changed" by.said && ! grep -q "(0 of" by.said'
cp -r by kept
bare once by
alike "night by night" once by
night back n3.jsonl && night back n2.jsonl && night back n1.jsonl
bare back
alike "the last night first" once back
for table in figures timeline tracks estimates contradictions checks documents sources; do
	same "the release: $table" "once.out/latest/$table.csv" "by.out/latest/$table.csv"
done
ends "explain finds all sides of a contradiction" 0 "$recount" explain --store by \
	"$(grep -h '^x[^,]*,statuses' by/reconciled/contradictions/*.csv | head -n 1 | cut -d, -f1)"

# Without what deduplicate kept, with a part of what it made, with other settings: as from scratch.
cp -r kept lost && rm -rf lost/rows lost/merged/made.json lost/reconciled/stamps
printf 'tolerance_percent = 25\nstock_window_days = 3\n' >other.conf
cp -r once.in lost.in && night lost -- -c other.conf
cp -r once.in anew.in && night anew -- -c other.conf
bare lost anew
alike "other settings" anew lost
cp -r kept decided && cp -r once.in decided.in && cp -r once.in scratch.in
printf 'action,measure,subject,place,from,to,source,url,value,low,high,note\nfix_date,,,,,,,https://example.org/12,2016-12-03,,,\ndrop_document,,,,,,,https://example.org/14,,,,\n' >decisions.csv
printf 'overrides = "decisions.csv"\n' >decided.conf
night decided -- -c decided.conf
night scratch -- -c decided.conf
bare decided scratch
alike "an analyst's decisions" scratch decided
night decided -- && night once && bare decided once
alike "and back again" once decided

# Killed at some moment of a night, and run again.
for i in 1 2 3 4 5 6; do
	rm -rf killed killed.in killed.out && cp -r first killed
	cp -r by.in killed.in
	timeout -s KILL "0.$((i * 3))" "$recount" run --inbox killed.in --store killed --out killed.out --as-of 2017-01-31 >/dev/null 2>&1
	night killed
	while [ $? -eq 4 ]; do # programs of the killed run end when they are told, on a busy machine later
		sleep 0.2
		night killed
	done
	bare killed
	check "killed, then run: $i" sh -c 'for k in merged/claims merged/assertions merged/events merged/copies merged/datings reconciled; do diff -rq once/$k killed/$k || exit 1; done'
done
