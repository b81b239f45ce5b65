# Releases side by side, parts of a release, old releases that go.
. "$(dirname "$0")/lib.sh"
export RECOUNT_SYNC=0
mkdir inbox
cat >inbox/a.jsonl <<'END'
{"id":"a","published":"2016-12-09","publisher":"Daily","url":"https://example.org/a","text":"HOMS (Reuters) - Police said 12 people were killed in Homs on Friday."}
{"id":"b","published":"2016-12-09","publisher":"Daily","text":"ALEPPO (AP) - The Red Cross said 300 people were evacuated from Aleppo on Friday."}
END
"$recount" run --quiet 2>/dev/null
cat >inbox/b.jsonl <<'END'
{"id":"c","published":"2016-12-10","publisher":"=Herald","url":"https://example.org/c","text":"HOMS (Reuters) - Police said on Saturday that 20 people were killed in Homs."}
{"id":"d","published":"2016-12-10","text":"HAMA (AFP) - The army said 40 people were wounded in Hama on Saturday."}
END
"$recount" run --quiet 2>/dev/null
ends "diff of the two newest releases" 0 "$recount" diff
said "it tells what moved" "Homs, people killed"
said "from what" "was      12"
said "who says so, and in which words" 'olice: 20 - "Police said on Saturday that 20 people were killed in Homs." (=Herald, https://example.org/c)'
said "what is new" "Hama, people injured"
check "what stayed is not told" sh -c '! grep -q Aleppo .out'
ends "releases by name, and as rows" 0 "$recount" diff --csv 2016-12-09 out/2016-12-10
check "one row a track" python3 -c '
import csv
rows = {r["place"]: r for r in csv.DictReader(open(".out", newline=""), strict=True)}
assert set(rows) == {"Homs", "Hama"}, rows
assert rows["Homs"]["kind"] == "revised" and (rows["Homs"]["best_before"], rows["Homs"]["best"]) == ("12", "20")
assert rows["Hama"]["kind"] == "new" and not rows["Hama"]["best_before"]'
ends "a release against itself" 0 "$recount" diff out/latest out/latest
said "nothing moved" "tracks: 0 new, 0 revised, 0 newly contested, 0 settled, 0 gone"
ends "what is no release" 3 "$recount" diff inbox out/latest
ends "one release is not enough" 2 "$recount" diff out/latest

ends "a part of the release" 0 "$recount" export --select 'place=homs' -o homs
check "has its rows alone" python3 -c '
import csv
def rows(name): return list(csv.DictReader(open("homs/" + name + ".csv", newline="")))
assert {r["place_name"] for r in rows("tracks")} == {"Homs"}
assert {r["place_name"] for r in rows("figures")} == {"Homs"} and len(rows("figures")) == 2
assert len(rows("documents")) == 2 and len(rows("sources")) == 1, (rows("documents"), rows("sources"))'
check "its checksums hold" sh -c 'cd homs && sha256sum -c --quiet SHA256SUMS'
ends "and it is proved" 0 "$recount" verify homs
ends "the whole of it again" 0 "$recount" export -o again
same "has the tables of the release" again/figures.csv out/latest/figures.csv
ends "a folder that is there is left alone" 4 "$recount" export -o homs
ends "a column that nobody has" 2 "$recount" export --select 'plaec=Homs' -o other
check "and nothing is left of it" sh -c '! ls -d other* 2>/dev/null'

ends "two nights proved from the inputs alone" 0 "$recount" verify out/latest inbox
said "as far as they tell the same nights" "the data came out the same again"

sed -i 's/300/301/' out/latest/figures.json
ends "an altered release" 3 "$recount" verify out/latest
said "verify names the file" "figures.json is not what SHA256SUMS says"
(cd out/latest && sha256sum $(ls | grep -v SHA256SUMS) >sums && mv sums SHA256SUMS)
ends "one altered with its sums" 3 "$recount" verify out/latest
said "verify names the line and what differs" "figures.json:"
said "with both texts" "against"

printf 'keep_releases = 2\n' >conf
for day in 2016-12-11 2016-12-12 2016-12-13; do
	"$recount" run -c conf --as-of $day --quiet 2>>log
done
check "keep_releases leaves the newest" test "$(ls out | tr '\n' ' ')" = "2016-12-12 2016-12-13 latest "
ends "one whose release before is gone" 0 "$recount" verify -c conf out/2016-12-12
said "is proved but for its changes" "changes are told against the release 2016-12-11, which is gone"
check "a log has one line a stage" test "$(grep -c '^recount: \(reading\|merging\|reconciling\|exporting\)' log)" -ge 3
