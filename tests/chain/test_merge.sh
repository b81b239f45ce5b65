# The laws of deduplicate and reconcile: any order, any division into parts and nights, and
# anything given twice lead to the same bytes; an exact copy changes reports, no estimate.
. "$(dirname "$0")/lib.sh"

# read_into FOLDER FILE…: outlines, claims and events of the articles.
read_into() {
	folder=$1
	shift
	"$bin/recount-ingest" --quiet -o "$folder.in" "$@" &&
		"$bin/recount-extract" --quiet -o "$folder" "$folder.in" &&
		"$bin/recount-normalise" --quiet -o "$folder" "$folder"
}

# settle FOLDER NIGHT…: merged and reconciled, in FOLDER/merged and FOLDER/settled.
settle() {
	folder=$1
	shift
	"$bin/recount-deduplicate" --quiet -o "$folder/merged" "$@" &&
		"$bin/recount-reconcile" --quiet --as-of 2016-12-20 -o "$folder/settled" "$folder/merged" &&
		"$bin/recount-reconcile" --across --quiet -o "$folder/settled" "$folder/settled/tolls"
}

articles 1 60 >all.jsonl
# Undated ones (their Friday is the day before or the day), dated by what they share; a copy in another paper; an edited one.
sed -n '10p;20p' all.jsonl | sed 's/"published":"[^"]*",//; s/"id":"a/"id":"u/' >>all.jsonl
sed -n '5p' all.jsonl | sed 's/"id":"a/"id":"k/; s/Paper [0-9]/Another/' >>all.jsonl
# And one of the first night alone, of a place that no other one tells of.
text='LIMA (Reuters) - A mine collapsed near Lima on Friday, killing 12 people, police said. Rescuers searched for two more miners.'
echo '{"id":"lone","publisher":"Paper 1","published":"2016-12-03","text":"'"$text"'"}' | sed '30r /dev/stdin' all.jsonl >with && mv with all.jsonl
sed -n '1,32p' all.jsonl >one.jsonl
sed -n '33,$p' all.jsonl >two.jsonl
sort -r all.jsonl >turned.jsonl

check "a night is read" read_into all all.jsonl
read_into one one.jsonl && read_into two two.jsonl && read_into turned turned.jsonl
settle whole all
check "there are tracks" sh -c 'cat whole/settled/tracks/*.csv | grep -q evacuated'
check "what had no date got one" sh -c 'test "$(cat whole/merged/datings/*.csv | wc -l)" -eq 3'
check "the copy is told" sh -c 'grep -q same_text whole/merged/copies/*.csv || grep -q same_bytes whole/merged/copies/*.csv'

settle nights one two && same "two nights, the same bytes" whole/settled nights/settled
settle swapped two one && same "in any order" whole/settled swapped/settled
same "merged, too" nights/merged swapped/merged
settle again all all && same "everything twice" whole/merged again/merged
settle turned.out turned && same "articles turned round" whole/settled turned.out/settled

# One more print of an article that is there, of its day.
sed -n '20p' all.jsonl | sed 's/"id":"a/"id":"z/; s/Paper [0-9]/A third/' >print.jsonl
read_into print print.jsonl && settle more all print
same "a copy changes no estimate" whole/settled/estimates more/settled/estimates
same "and no contradiction but its documents" whole/settled/checks more/settled/checks
check "but the reports" sh -c '! diff -rq whole/merged/assertions more/merged/assertions'

# As of an earlier day nothing later is known.
"$bin/recount-deduplicate" --quiet --as-of 2016-12-03 -o early all &&
	check "later articles wait" sh -c '! cut -d, -f1-60 early/claims/*.csv | grep -q 2016-12-04'

# What was read is kept; what is given again, and nothing else, is taken from there.
# made FOLDER: its records, without the notes of what they were made of.
made() { rm -rf "$1/made.json" "$1/quantities"; echo "$1"; }

"$bin/recount-deduplicate" --quiet --cache kept -o kept1 one
"$bin/recount-deduplicate" --quiet --cache kept --before kept1 -o kept2 one two
# Of a quantity that the second night does not tell of the rows of the first are copied, whatever they are.
cp -r kept1 marked && sed -i 's/,asserted,/,ASSERTED,/' marked/assertions/*.csv
"$bin/recount-deduplicate" --quiet --cache kept --before marked -o kept2m one two
check "what is still the same is copied" grep -q ASSERTED -r kept2m/assertions
check "what is told again is made anew" grep -q asserted -r kept2m/assertions
same "and nothing else" kept2/assertions "$(sed -i 's/ASSERTED/asserted/' kept2m/assertions/*.csv; echo kept2m/assertions)"
check "a file a folder is kept" sh -c 'test "$(ls kept | wc -l)" -eq 2'
"$bin/recount-deduplicate" --quiet --cache kept --before kept2 --counts counts.json -o kept3 one two
check "nothing was read, and nothing written again" grep -q '"read":0,"written":'"$(cat kept3/copies/*.csv kept3/datings/*.csv | grep -vc ^document)," counts.json
same "with a cache, night by night, the same bytes" nights/merged "$(made kept2)"
same "and all from the cache" nights/merged "$(made kept3)"
"$bin/recount-deduplicate" --quiet --cache kept --as-of 2016-12-03 -o kept.early one two &&
	same "with articles that wait" early "$(made kept.early)"
cp -r two changed && sed '2d' two/claims/part-00000.csv >changed/claims/part-00000.csv
"$bin/recount-deduplicate" --quiet --cache kept --before kept3 -o kept4 one changed &&
	"$bin/recount-deduplicate" --quiet -o fresh4 one changed &&
	same "a folder with other rows is read again" fresh4 "$(made kept4)"
check "what is of no folder any more is gone" sh -c 'test "$(ls kept | wc -l)" -eq 2'
sed 's/^\([^,]*\),[^,]*/\1,nobody/' two/claims/part-00000.csv | tail -n 1 >>changed/claims/part-00000.csv
ends "a row that is rejected" 1 "$bin/recount-deduplicate" --quiet --cache kept -o kept5 one changed
ends "is rejected each time" 1 "$bin/recount-deduplicate" --quiet --cache kept -o kept5 one changed

# What reconcile read of statements it keeps, too.
"$bin/recount-reconcile" --quiet --as-of 2016-12-20 -o plain nights/merged
"$bin/recount-reconcile" --quiet --as-of 2016-12-20 --cache seen -o seen1 fresh4
check "a file a bucket is kept" sh -c 'ls seen | grep -q "^bucket-[0-9]*.rows$"'
"$bin/recount-reconcile" --quiet --as-of 2016-12-20 --cache seen -o seen2 nights/merged
same "rows that come again say the same" plain seen2
"$bin/recount-reconcile" --quiet --as-of 2016-12-20 --cache seen -o seen3 nights/merged && same "and again" plain seen3
for f in seen/*.rows; do head -c -100 "$f" | sed 's/asserted/as\x01erted/' >damaged && mv damaged "$f"; done
"$bin/recount-reconcile" --quiet --as-of 2016-12-20 --cache seen -o seen4 nights/merged && same "what is damaged is read anew" plain seen4
mkdir odd && for f in nights/merged/assertions/*.csv; do
	sed '3s/,[0-9]*,/,many,x,/; 4s/^/"two\nlines/; 4s/,/",/' "$f" >"odd/${f##*/}"
done
ends "bad rows, without what was kept" 1 "$bin/recount-reconcile" --quiet --as-of 2016-12-20 -o odd1 odd
ends "and with it" 1 "$bin/recount-reconcile" --quiet --as-of 2016-12-20 --cache seen -o odd2 odd
same "are rejected alike" odd1 odd2
mkdir odd.cr && for f in nights/merged/assertions/*.csv; do sed 's/$/\r/; 3s/,/\r/' "$f" >"odd.cr/${f##*/}"; done
ends "lines that end in CR" 1 "$bin/recount-reconcile" --quiet --as-of 2016-12-20 -o odd3 odd.cr
ends "with what was kept" 1 "$bin/recount-reconcile" --quiet --as-of 2016-12-20 --cache seen -o odd4 odd.cr
same "say the same, too" odd3/tracks odd4/tracks
