# The laws of the story, on generated articles and the fixtures: whatever the order, the
# division into parts and nights, and however often an article comes, the same bytes.
. "$(dirname "$0")/lib.sh"
export RECOUNT_SYNC=0 # nothing here need survive a power cut

# read_night FOLDER SIZE FILE…: outlines, claims and events of the articles, in parts of SIZE.
read_night() {
	folder=$1 size=$2
	shift 2
	"$bin/recount-ingest" --quiet --part-documents "$size" -o "$folder" "$@" &&
		"$bin/recount-extract" --quiet -o "$folder" "$folder/documents" &&
		"$bin/recount-normalise" --quiet -o "$folder" "$folder/mentions"
}

# settle FOLDER NIGHT…: merged and reconciled, in FOLDER/merged and FOLDER/settled.
settle() {
	folder=$1
	shift
	"$bin/recount-deduplicate" --quiet -o "$folder/merged" "$@" &&
		"$bin/recount-reconcile" --quiet --as-of 2017-01-31 -o "$folder/settled" "$folder/merged" &&
		"$bin/recount-reconcile" --across --quiet -o "$folder/settled" "$folder/settled/tolls"
}

# turn SEED: the lines of standard input in an order of chance, the same for the same seed.
turn() {
	awk -v seed="$1" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' | sort | cut -f2-
}

# Generated articles, those of the fixtures, and some of them once more without their date.
"$bin/generate" 150 7 >all.jsonl
articles 1 40 >>all.jsonl
cat "$here"/fixtures/*/articles/*.jsonl >>all.jsonl
# (Their Friday is the day before, or the day.)
{ articles 10 11; articles 19 20; } | sed 's/"published":"[^"]*",//; s/"id":"/&u/; s/Paper/Journal/' >>all.jsonl
read_night whole 1000 all.jsonl && settle whole whole
check "there is something to settle" sh -c 'test "$(cat whole/settled/estimates/*.csv | wc -l)" -gt 200'
check "copies are told" sh -c 'test "$(cat whole/merged/copies/*.csv | wc -l)" -gt 3'
check "dates are inferred" sh -c 'test "$(cat whole/merged/datings/*.csv | wc -l)" -gt 1'

for seed in 1 2 3; do
	mkdir "chance$seed"
	{ cat all.jsonl; turn "$((seed + 100))" <all.jsonl | head -n 30; } | turn "$seed" |
		awk -v seed="$seed" 'BEGIN { srand(seed) } { print >("chance" seed "/night" int(rand() * 3) ".jsonl") }'
	for night in 0 1 2; do
		read_night "chance$seed/$night" $((3 + seed * 8 + night)) "chance$seed/night$night.jsonl"
	done
	settle "chance$seed" "chance$seed/2" "chance$seed/0" "chance$seed/1"
	same "any order, any parts and nights, some articles twice: merged ($seed)" whole/merged "chance$seed/merged"
	same "and settled ($seed)" whole/settled "chance$seed/settled"
done

# What was merged is merged once more: its claims and events beside the outlines.
mkdir again again/in
ln -s "$work/whole/outlines" again/in/outlines
ln -s "$work/whole/merged/claims" again/in/claims
ln -s "$work/whole/merged/events" again/in/events
settle again again/in
same "merging twice changes nothing: claims" whole/merged/claims again/merged/claims
same "nor assertions" whole/merged/assertions again/merged/assertions
same "nor estimates" whole/settled/estimates again/settled/estimates
same "nor contradictions" whole/settled/contradictions again/settled/contradictions

# Ten articles once more, under another address. (Who wrote it of two papers that print a story on
# one day, without a time or a wire's name, nobody can tell: then the narrator may change.)
grep '"published"' all.jsonl | turn 5 | head -n 10 | sed 's/"id": *"/&again-/; s,"url": *"[^"]*,&/again,' >prints.jsonl
read_night prints 100 prints.jsonl && settle more whole prints
same "exact copies change no estimate" whole/settled/estimates more/settled/estimates
same "no track" whole/settled/tracks more/settled/tracks
same "no check" whole/settled/checks more/settled/checks
check "but the reports" sh -c '! diff -rq whole/merged/assertions more/merged/assertions'

# An article that nothing rests on: it is in documents and sources alone.
mkdir with without with/inbox without/inbox
head -n 60 all.jsonl | tee with/inbox/a.jsonl >without/inbox/a.jsonl
printf '{"id":"idle","published":"2015-06-01","publisher":"The Idle Hour","text":"The garden was open. It was a quiet and pleasant day for everybody who came."}\n' >with/inbox/b.jsonl
ends "a run with it" 0 env -C with "$recount" run --quiet --as-of 2017-01-31
ends "a run without it" 0 env -C without "$recount" run --quiet --as-of 2017-01-31
for name in figures timeline tracks estimates contradictions checks; do
	same "what nothing rests on changes nothing: $name" "with/out/latest/$name.csv" "without/out/latest/$name.csv"
done
check "it is a document" grep -q idle with/out/latest/documents.csv

# Undated today, dated by what comes tomorrow.
articles 10 10 >dated.jsonl
articles 10 10 | sed 's/"published":"[^"]*",//; s/"id":"a/"id":"u/; s/Paper [0-9]/Another/' >undated.jsonl
articles 10 10 | sed 's/"id":"a/"id":"u/; s/Paper [0-9]/Another/' >known.jsonl
articles 21 40 >others.jsonl
for name in dated undated known others; do read_night "$name" 100 "$name.jsonl"; done
cat undated.jsonl others.jsonl dated.jsonl >at_once.jsonl
read_night at_once 100 at_once.jsonl
settle first undated others
check "without a date it waits" sh -c 'test "$(cat first/merged/datings/*.csv | wc -l)" -eq 1'
settle later undated others dated
check "then it has one" sh -c 'test "$(cat later/merged/datings/*.csv | wc -l)" -eq 2'
settle once at_once && settle never known others dated
same "dated a night later, as if at once" later/merged once/merged
same "and as if the date had been given" later/settled/estimates never/settled/estimates
same "its tracks, too" later/settled/tracks never/settled/tracks
