#!/bin/sh
# Runs test programs (Criterion) and chain scripts (lines "ok - …", "not ok - …",
# "skip - …") and adds them up; the last line is "N passed, N failed".
# usage: run.sh LOG_FOLDER PROGRAM_OR_SCRIPT...
# Under Criterion a leak is only printed, so the sanitizers write to LOG_FOLDER/san.*:
# any such file is a failure.
set -u
logs=$1
shift
mkdir -p "$logs"
rm -f "$logs"/*
logs=$(cd "$logs" && pwd)
passed=0 failed=0 skipped=0
# The tests of a killed or leaking child must not stop the parent's count.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:log_path=$logs/san:detect_leaks=1:exitcode=99"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-}:log_path=$logs/san:print_stacktrace=1:halt_on_error=1"
export LSAN_OPTIONS="${LSAN_OPTIONS:-}:exitcode=0"
export LC_ALL=C

unit() { # PROGRAM
	name=$(basename "$1")
	"$1" --color=never >"$logs/$name.log" 2>&1
	code=$?
	sums=$(sed -n 's/.*Tested: \([0-9]*\) | Passing: \([0-9]*\) | Failing: \([0-9]*\) | Crashing: \([0-9]*\).*/\2 \3 \4/p' \
		"$logs/$name.log" | tail -n 1)
	if [ -z "$sums" ]; then
		echo "FAILED $name: ended with $code before it said what it did"
		tail -n 20 "$logs/$name.log"
		failed=$((failed + 1))
		return
	fi
	set -- $sums
	passed=$((passed + $1)) failed=$((failed + $2 + $3))
	if [ $(($2 + $3)) -ne 0 ]; then
		echo "FAILED $name: $2 failing, $3 crashing"
		grep -v '^\[====\]' "$logs/$name.log" | head -n 60
	fi
}

chain() { # SCRIPT
	name=$(basename "$1" .sh)
	sh "$1" >"$logs/$name.log" 2>"$logs/$name.err"
	code=$?
	good=$(grep -c '^ok ' "$logs/$name.log")
	bad=$(grep -c '^not ok ' "$logs/$name.log")
	passed=$((passed + good)) failed=$((failed + bad))
	skipped=$((skipped + $(grep -c '^skip ' "$logs/$name.log")))
	grep '^skip ' "$logs/$name.log" | sed "s/^/$name: /"
	if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
		failed=$((failed + 1)) bad=1
		echo "FAILED $name: ended with $code"
	fi
	if [ "$bad" -ne 0 ]; then
		echo "FAILED $name:"
		grep -A 12 '^not ok ' "$logs/$name.log" | head -n 60
		tail -n 20 "$logs/$name.err"
	fi
}

for one; do
	case $one in
	*.sh) chain "$one" ;;
	*) unit "$one" ;;
	esac
done
for log in "$logs"/san*; do
	# A thread of Criterion that ran on while leaks were looked for is only remarked on.
	grep -q 'ERROR: \|runtime error' "$log" 2>/dev/null || continue
	# What the test library leaves behind for itself is no leak of ours: no frame of it is.
	grep -q 'LeakSanitizer' "$log" && ! grep -q '#[0-9]* 0x[0-9a-f]* in [^_]' "$log" && continue
	echo "FAILED sanitizer report $log:"
	head -n 40 "$log"
	failed=$((failed + 1))
done
[ "$skipped" -eq 0 ] || echo "$skipped skipped, as said above"
echo "$passed passed, $failed failed" | tee "$logs/summary"
[ "$failed" -eq 0 ]
