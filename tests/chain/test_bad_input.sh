# Bad input: the message, the exit code and the outcome of each.
. "$(dirname "$0")/lib.sh"

# try NAME CODE: run over the inbox with one good article beside what is there; the good one is published.
try() {
	articles 1 1 >inbox/good.jsonl
	ends "$1" "$2" "$recount" run
	check "$1: the good article is published" grep -q ',a1,d' out/latest/documents.csv
	check "$1: and it alone" test "$(wc -l <out/latest/documents.csv)" -eq 2
}

again() {
	rm -rf inbox store out
	mkdir inbox
}

rejects() {
	cat store/nights/*/rejects/*.jsonl store/nights/*/rejects/*/*.jsonl 2>/dev/null
}

rejected() { # NAME TEXT
	check "$1" sh -c "cat store/nights/*/rejects/*.jsonl | grep -qF -- '$2'"
}

again && : >inbox/empty.txt
try "an empty file" 1
rejected "is told by its name" "empty.txt"
said "and counted" "1 rejected"

again && mkdir -p inbox/a/b/c && articles 1 1 >inbox/a/b/c/deep.jsonl
ends "folders in folders are looked through" 0 "$recount" run
again
ends "an inbox without a file" 2 "$recount" run
said "has no date" "--as-of"
ends "and makes an empty release with an as-of" 0 "$recount" run --as-of 2020-01-01
check "with headers alone" test "$(cat out/latest/figures.csv | wc -l)" -eq 1

again && printf 'Bro\377ken t\200ext \303( of a town where 12 people were killed on Friday, police said.\n' >inbox/bytes.txt
articles 1 1 >inbox/good.jsonl
ends "broken UTF-8 in a text file ends the run with 0 or 1" 0 sh -c "'$recount' run; code=\$?; test \$code -le 1"
check "and the release is UTF-8" sh -c 'iconv -f utf-8 -t utf-8 out/latest/documents.csv >/dev/null && iconv -f utf-8 -t utf-8 out/latest/figures.json >/dev/null'
again && printf '{"id":"x","text":"Bro\377ken"}\n' >inbox/bytes.jsonl
try "broken UTF-8 in JSON" 1

again && printf 'A town\000 with NULs where 12 people were killed on Friday.\000\000\n' >inbox/nul.txt
articles 1 1 >inbox/good.jsonl
ends "NULs in a text file end the run with 0 or 1" 0 sh -c "'$recount' run; code=\$?; test \$code -le 1"
check "and none reaches the release" sh -c '! grep -qP "\x00" out/latest/*.csv out/latest/*.json'

again && { head -c 50000000 /dev/zero | tr '\0' x && echo; } >inbox/line.jsonl
try "a line of 50 MB" 1
rejected "is above max_record" "max_record"

again && articles 2 60 | gzip | head -c 900 >inbox/cut.jsonl.gz
articles 1 1 >inbox/good.jsonl
ends "truncated gzip" 1 "$recount" run
rejected "is told" "ends too early"
check "what could be read of it is there" test "$(wc -l <out/latest/documents.csv)" -gt 2

again && head -c 100000000 /dev/zero | gzip >inbox/bomb.gz
try "a bomb" 1

again && printf '[1,2]\n' >inbox/list.jsonl && printf '{"id":1,"text":["no"]}\n{"text":12}\n{"title":"no text"}\n{"text":""}\n{"text":"cut\n{}\n' >inbox/shapes.jsonl
try "JSON of the wrong shape" 1

again && printf '{"text":"12 people were killed.","published":"2023-02-30"}\n' >inbox/date.jsonl
articles 1 1 >inbox/good.jsonl
ends "a date that does not exist" 1 "$recount" run
rejected "is told" "2023-02-30"

again && articles 1 1 >inbox/twice.jsonl && articles 1 1 >>inbox/twice.jsonl && articles 1 1 >inbox/good.jsonl
ends "the same article three times" 0 "$recount" run
check "is one document" test "$(wc -l <out/latest/documents.csv)" -eq 2

again && ln -s nowhere inbox/link && articles 1 1 >inbox/good.jsonl
ends "a link to nothing" 3 "$recount" run
said "is told" "inbox/link"

again && python3 -c 'print("[" * 100000)' >inbox/deep.jsonl 2>/dev/null || printf '[[[[[[[[[[[[[[[[[[[[' >inbox/deep.jsonl
try "JSON without a bottom" 1

# max_rejects
again && articles 1 1 >inbox/good.jsonl && printf 'max_rejects = 3\n' >conf
for i in 1 2 3 4; do echo "{\"text\":$i}"; done >inbox/bad.jsonl
ends "more bad records than max_rejects" 3 "$recount" run -c conf
said "is told with the first of them" "the first: inbox/bad.jsonl"
check "and nothing is published" test ! -e out/latest
check "nor kept" test ! -e store/nights/000001
sed -i 1d inbox/bad.jsonl
ends "with one less the run is done, with rejects" 1 "$recount" run -c conf
check "and published" test -e out/latest/figures.csv
ends "rejects of an earlier night are not counted again" 0 "$recount" run -c conf

# as an ordinary user
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null 2>&1; then
	again && articles 1 1 >inbox/good.jsonl && articles 2 2 >inbox/secret.jsonl && chmod 600 inbox/secret.jsonl
	chmod 777 .
	user="setpriv --reuid=65534 --regid=65534 --clear-groups"
	ends "an unreadable file" 3 $user "$recount" run
	said "is named" "inbox/secret.jsonl"
	check "and nothing is published" test ! -e out/latest
	chmod 644 inbox/secret.jsonl
	ends "once it can be read the run goes on" 0 $user "$recount" run
	cp -r out before
	articles 3 3 >inbox/third.jsonl
	chown -R root store && chmod -R a-w,a+rX store
	ends "a store that may not be written" 4 $user "$recount" run
	said "is told with the file" "store"
	chown -R 65534 store && chmod -R u+w store
	chown root out && chmod 755 out
	ends "an out that may not be written" 4 $user "$recount" run --as-of 2016-12-30
	said "is told with the folder" "out/"
	same "and what was published stays" before out
	chown 65534 out
	ends "and afterwards it is published" 0 $user "$recount" run --as-of 2016-12-30
else
	skip "permissions: root and setpriv are needed to become an ordinary user"
fi

# a full disk
mkdir disk
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=1500k tmpfs disk 2>/dev/null; then
	again && articles 1 1 >inbox/good.jsonl
	ends "a disk with room" 0 "$recount" run --store disk/store --out disk/out
	cp -r disk/out before-disk
	articles 2 3000 >inbox/many.jsonl
	ends "a full disk" 4 "$recount" run --store disk/store --out disk/out
	said "is told" "No space left on device"
	same "and what was published stays" before-disk disk/out
	mount -o remount,size=300m disk
	ends "with room again the run goes on" 0 "$recount" run --store disk/store --out disk/out
	ends "a store of its own for comparison" 0 "$recount" run --store s3 --out o3
	same "to the same figures" disk/out/latest/figures.csv o3/latest/figures.csv
	umount disk
else
	skip "a full disk: root is needed to mount a small one"
fi
ends "a full standard output" 4 sh -c "'$recount' read inbox/good.jsonl >/dev/full"

again && mkdir bad && for part in 0 1 2; do echo "no document: $part" >bad/part-$part.jsonl; done
: >bad/part-1.jsonl
ends "documents that are none" 1 "$bin/recount-extract" -o bad/out --rejects bad/rejects/ bad/part-*.jsonl
check "each input has its rejects in a file of its own" test "$(ls bad/rejects | tr '\n' ' ')" = "part-0.jsonl part-2.jsonl "
check "with what was wrong in it" grep -q 'bad/part-2.jsonl' bad/rejects/part-2.jsonl
