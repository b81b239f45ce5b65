# Four episodes among 200 unrelated articles that carry numbers too: no number of these comes
# onto the episodes' tracks; nor does it matter that they come on three nights.
. "$(dirname "$0")/lib.sh"

case_of=$here/fixtures/four-episodes-in-one-inbox
places='Marawi|Tultepec|Mwanza|Iran|Iraq|Kermanshah Province|Ilam Province'

# estimates RELEASE: those of the episodes' places, without ids, sorted.
estimates() {
	python3 - "$1/estimates.csv" "$places" <<'END'
import csv, sys
places = sys.argv[2].split("|")
columns = "place_name measure subject aspect as_of low best high open_low open_high status".split()
rows = [r for r in csv.DictReader(open(sys.argv[1], newline="")) if r["place_name"] in places]
print("\n".join(sorted(",".join(r[c] for c in columns) for r in rows)))
END
}

# night STORE INBOX: a run; the release is in STORE.out/latest.
night() {
	"$recount" run --quiet --as-of 2018-06-09 --inbox "$2" --store "$1" --out "$1.out"
}

mkdir alone mixed
cp "$case_of"/articles/*.jsonl alone
cp "$case_of"/articles/*.jsonl mixed
"$bin/generate" 200 7 >noise.jsonl
cp noise.jsonl mixed
check "the episodes alone" night one alone
check "the episodes among others" night two mixed
estimates one.out/latest >one.txt
estimates two.out/latest >two.txt
sed 1d "$case_of/expected/estimates.csv" | sort >expected.txt
check "every estimate of every day is as reckoned by hand" diff expected.txt one.txt
check "no number of the others is on these tracks" diff one.txt two.txt
check "the others have tracks of their own" \
	sh -c 'test "$(wc -l <two.out/latest/tracks.csv)" -gt $(($(wc -l <one.out/latest/tracks.csv) + 50))'

# The data package promises a key of each table.
twice() {
	python3 - "$1" <<'END'
import collections, csv, glob, os, sys
for path in sorted(glob.glob(sys.argv[1] + "/*.csv")):
    rows = list(csv.DictReader(open(path, newline="")))
    n = collections.Counter(r["id"] for r in rows if r.get("id"))
    print("\n".join("%s: %s" % (os.path.basename(path), i) for i, k in n.items() if k > 1), end="")
END
}
check "no id stands twice in a table" sh -c 'test -z "$1"' sh "$(twice two.out/latest)"

# Three nights: the late article comes last.
mkdir inbox
cp "$case_of"/articles/explosion.jsonl "$case_of"/articles/ferry.jsonl noise.jsonl inbox
night three inbox >first.log 2>&1
cp "$case_of"/articles/evacuation.jsonl "$case_of"/articles/earthquake.jsonl inbox
night three inbox >second.log 2>&1
cp "$case_of"/articles/late.jsonl inbox
check "three nights" night three inbox
estimates three.out/latest >three.txt
check "what came late lies where it belongs" diff two.txt three.txt

# Two stories that name no place are two stories.
mkdir nowhere
cat >nowhere/two.jsonl <<'END'
{"id":"1","published":"2018-06-07","publisher":"Harbour Times","text":"Twelve people were killed when a bus overturned, police said on Thursday. The driver was among them."}
{"id":"2","published":"2018-06-07","publisher":"City Dispatch","text":"At least 90 people were killed in a fire at a market, police said on Thursday. Traders had locked the gates."}
END
check "articles without a place" night four nowhere
check "their dead are not those of one blow" \
	sh -c 'test "$(grep -c killed four.out/latest/tracks.csv)" -eq 2 && ! grep -q ,contested, four.out/latest/estimates.csv'
