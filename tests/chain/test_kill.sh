# A run that is killed at any instant resumes and ends with the same bytes; one run at a
# time per store.
. "$(dirname "$0")/lib.sh"

mkdir inbox
articles 1 400 >inbox/one.jsonl
articles 401 600 | gzip >inbox/two.jsonl.gz
printf 'part_documents = 40\njobs = 2\n' >conf
begin=$(date +%s%N)
"$recount" run -c conf --store s0 --out o0 >/dev/null 2>&1
took=$((($(date +%s%N) - begin) / 1000)) # [microseconds]

# killed PAUSE_MICROSECONDS SIGNAL: start a run, kill it after the pause.
killed() {
	"$recount" run -c conf --store s1 --out o1 >/dev/null 2>&1 &
	pid=$!
	sleep "$(awk -v n="$1" 'BEGIN { printf "%.6f", n / 1e6 }')"
	kill -"$2" $pid 2>/dev/null
	wait $pid 2>/dev/null
}

tries=24
bad=0 half=0
i=1
while [ $i -le $tries ]; do
	[ $((i % 8)) -ne 1 ] || rm -rf s1 o1
	killed $((took * (i * 7 % tries + 1) / tries)) KILL
	[ ! -e o1 ] || [ -z "$(ls o1 | grep -v -e '^latest$' -e '^2016-12-09$')" ] || half=$((half + 1))
	[ ! -d o1/2016-12-09 ] || (cd o1/2016-12-09 && sha256sum -c --quiet SHA256SUMS) >/dev/null 2>&1 || half=$((half + 1))
	if [ $((i % 4)) -eq 0 ]; then
		"$recount" run -c conf --store s1 --out o1 >.log 2>&1 || { bad=$((bad + 1)) && cat .log; }
		diff -r o0/2016-12-09 o1/2016-12-09 >/dev/null || bad=$((bad + 1))
	fi
	i=$((i + 1))
done
check "killed $tries times, nothing half-written was ever seen" test $half -eq 0
check "every run after a kill ended with the same bytes" test $bad -eq 0
"$recount" run -c conf --store s1 --out o1 >.log 2>&1
check "no temporary file stays in the store" test -z "$(find s1 -name '.*.tmp*' -o -name '*.new')"

rm -rf s1 o1
killed $((took / 3)) TERM
behind=0
for cwd in /proc/[0-9]*/cwd; do
	[ "$(readlink "$cwd" 2>/dev/null)" = "$work" ] || continue
	case $(cat "${cwd%cwd}comm" 2>/dev/null) in recount*) behind=$((behind + 1)) ;; esac
done
check "a run that is asked to end leaves no stage behind" test $behind -eq 0
ends "and goes on afterwards" 0 "$recount" run -c conf --store s1 --out o1
same "to the same bytes" o0/2016-12-09 o1/2016-12-09

# the lock
exec 9>>s0/lock
flock 9
ends "a second run at the same time" 4 "$recount" run -c conf --store s0 --out o0
said "says which store, and who holds it" "the store s0 is in use by process"
ends "status tells it too" 0 "$recount" status --store s0 --out o0
said "in use" "in use by       process"
flock -u 9
exec 9>&-
ends "and when it is free the run goes on" 0 "$recount" run -c conf --store s0 --out o0
ends "an interrupted run is told by status" 0 sh -c "sed -i 's/\"done\"/\"running\"/' s0/last.json && '$recount' status --store s0 --out o0"
said "as interrupted" "was interrupted"

# Killed between results and the stamp that says what they were made from: the stamp of the
# results before must not stand for them.
mkdir halting
cp "$bin/recount" halting/
ln -s "$bin"/recount-* halting/
rm halting/recount-reconcile
printf '#!/bin/sh\nunset RECOUNT_PARENT\n"%s" "$@"\nkill -9 $PPID\n' "$bin/recount-reconcile" >halting/recount-reconcile
chmod +x halting/recount-reconcile
"$recount" run -c conf --store s2 --out o2 >/dev/null 2>&1
RECOUNT_DATA=$bin/../share/recount halting/recount run -c conf --store s2 --out o2 --as-of 2016-12-05 >/dev/null 2>&1
check "a run killed before its stamps published nothing" test ! -e o2/2016-12-05
rm -rf o2
"$recount" run -c conf --store s2 --out o2 >.log 2>&1
same "what it left is not taken for an earlier day's" o0/2016-12-09 o2/2016-12-09
