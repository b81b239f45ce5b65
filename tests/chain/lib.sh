# What the scripts of tests/chain share. A script sources it, works in $work (removed at the
# end), and tells "ok - …", "not ok - …" or "skip - …", one line a check.
set -u
here=$(pwd)
bin=${RECOUNT_BIN:-$here/build/bin}
recount=$bin/recount
work=$(mktemp -d "${TMPDIR:-/tmp}/recount-chain-XXXXXX")
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# check NAME COMMAND…: ok when the command succeeds.
check() {
	name=$1
	shift
	if "$@" >"$work/.said" 2>&1; then
		echo "ok - $name"
	else
		echo "not ok - $name"
		sed 's/^/    /' "$work/.said" | tail -n 8
	fi
}

# ends NAME CODE COMMAND…: ok when the command ends with that code; what it said is in $work/.err and .out.
ends() {
	name=$1 want=$2
	shift 2
	"$@" >"$work/.out" 2>"$work/.err"
	got=$?
	if [ "$got" -eq "$want" ]; then
		echo "ok - $name"
	else
		echo "not ok - $name: ended with $got, want $want"
		tail -n 6 "$work/.err" | sed 's/^/    /'
	fi
}

skip() {
	echo "skip - $*"
}

# said NAME TEXT: ok when the last `ends` said it on standard error or output.
said() {
	if grep -qF -- "$2" "$work/.err" "$work/.out"; then
		echo "ok - $1"
	else
		echo "not ok - $1: nobody said '$2'"
		tail -n 4 "$work/.err" | sed 's/^/    /'
	fi
}

# same NAME A B: two folders or files hold the same bytes.
same() {
	check "$1" diff -rq "$2" "$3"
}

# articles FROM TO: JSON Lines of articles numbered so, dated by their number, with figures
# of several places and sources. Own words; the same for the same numbers.
articles() {
	awk -v from="$1" -v to="$2" 'BEGIN {
		split("Aleppo Homs Hama Idlib Raqqa Daraa", place, " ")
		split("The army|Red Crescent officials|The health ministry|The Syrian Observatory for Human Rights", who, "|")
		for (i = from; i <= to; i++) {
			p = place[i % 6 + 1]; s = who[i % 4 + 1]; n = 100 + (i * 37) % 900
			day = sprintf("2016-12-%02d", 1 + i % 9)
			printf "{\"id\":\"a%d\",\"published\":\"%s\",\"publisher\":\"Paper %d\",\"title\":\"Buses leave %s\",", i, day, i % 5, p
			printf "\"url\":\"https://example.org/%d\",\"text\":\"%s (Reuters) - %d people were evacuated from %s on %s, ", i, toupper(p), n, p, "Friday"
			printf "%s said. At least %d people were killed and %d wounded, it said. ", s, n % 17 + 2, n % 23 + 3
			printf "Article number %d of the day was written in the town. Officials put the number of those still inside at about %d.\"}\n", i, n * 10
		}
	}'
}
