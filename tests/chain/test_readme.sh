# README: what it shows of `make run` is what the fixtures give, and the files and commands that it names are there.
. "$(dirname "$0")/lib.sh"

readme=$here/README.md
mkdir inbox
for case in "$here"/fixtures/*/articles; do
	name=${case%/articles}
	cp -r "$case" "inbox/${name##*/}"
done
"$recount" run -c "$here/pipeline.conf" --inbox inbox --table >printed 2>run.err

# Rows with their columns one blank apart.
squeezed() {
	sed 's/^ *//; s/  */ /g; s/ $//' "$1"
}
squeezed printed >rows
sed -n '/^    PLACE  /,/^$/p' "$readme" >table
squeezed table | grep . >shown
check "shows a table" test "$(wc -l <shown)" -gt 4
check "each row of which is printed" sh -c 'grep -vxFf rows shown; test $? -eq 1'

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
