# README: the quantities that it shows of `make run` are those of the fixtures, and the files and commands that it names are there.
. "$(dirname "$0")/lib.sh"

readme=$here/README.md
mkdir inbox
for case in "$here"/fixtures/*/articles; do
	name=${case%/articles}
	cp -r "$case" "inbox/${name##*/}"
done
ends "the fixtures are read" 0 "$recount" run -c "$here/pipeline.conf" --inbox inbox --table
said "and shown under the same heading" "$(grep -m 1 '^    PLACE  ' "$readme" | sed 's/^ *//')"

# Each row of the table is a track: by place, what is counted, its numbers, how it stands and its sources.
sed -n '/^    PLACE  /,/^$/p' "$readme" | sed '1d; s/^ *//' | grep . >shown
check "shows a table" test "$(wc -l <shown)" -gt 4
check "each row of which is so" python3 -c '
import csv, re
tracks = set()
for t in csv.DictReader(open("out/latest/tracks.csv", encoding="utf-8")):
    what = t["subject"] + " " + t["measure"] + (" (" + t["unit"] + ")" if t["unit"] else "")
    numbers = tuple(dict.fromkeys(n for n in (t["low"], t["best"], t["high"]) if n))
    ends = ("<" if t["open_low"] == "true" else "", "+" if t["open_high"] == "true" else "")
    tracks.add((t["place_name"], what.replace("_", " "), numbers, ends, t["status"].replace("_", " "), t["sources"]))
for row in open("shown", encoding="utf-8"):
    place, what, figure, status, sources = re.split("  +", row.strip())
    numbers = tuple(re.findall("[0-9.]+", figure.replace(",", "")))
    ends = (figure[:1].strip("0123456789"), figure[-1:].strip("0123456789"))
    assert (place, what, numbers, ends, status, sources) in tracks, row'

# | `changes.csv` | … |: every file that the table of a release names.
sed -n '/^| file | holds |/,/^$/p' "$readme" | cut -d'|' -f2 | grep -o '`[a-zA-Z0-9._]*`' | tr -d '`' | grep '\..*[a-z]$\|SHA' | grep -v '^\.' >files
check "names files of a release" test "$(wc -l <files)" -gt 10
while read -r file; do
	check "of which $file is there" test -s "out/latest/$file"
done <files

grep -o '^    recount [a-z]*\|`recount [a-z]*' "$readme" | sed 's/.*recount //' | sort -u >commands
check "names commands" test "$(wc -l <commands)" -gt 5
while read -r command; do
	ends "of which $command knows --help" 0 "$recount" "$command" --help
done <commands
