# make install: the programs work from where they are installed; every program has its page.
. "$(dirname "$0")/lib.sh"

check "installs under DESTDIR and PREFIX" make -s -C "$here" BUILD="$(cd "$bin/.." && pwd)" install DESTDIR="$work/root" PREFIX=/opt/recount
articles 1 2 >a.jsonl
ends "works from there, alone" 0 env -i "$work/root/opt/recount/bin/recount" read a.jsonl
said "and finds its words" "people evacuated"
for program in recount recount-ingest recount-extract recount-normalise recount-deduplicate recount-reconcile recount-export; do
	check "$program is there" test -x root/opt/recount/bin/$program
	check "with its page" test -s root/opt/recount/share/man/man1/$program.1
	if command -v groff >/dev/null 2>&1; then
		check "which is formatted without a warning" sh -c "test -z \"\$(groff -man -Tutf8 -ww root/opt/recount/share/man/man1/$program.1 2>&1 >/dev/null)\""
	fi
done
