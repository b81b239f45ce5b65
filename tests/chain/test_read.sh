# recount read: articles without a store, as a table and as records; and the stages by name.
. "$(dirname "$0")/lib.sh"

mkdir tmp
export TMPDIR="$work/tmp"
articles 1 3 >a.jsonl
ends "a table" 0 "$recount" read a.jsonl
said "with the figures" "WHO SAYS SO"
said "and the sentence" "were evacuated from Homs on Friday"
said "and where the date is from" "published 2016-12-02 (by its metadata)"
ends "records" 0 "$recount" read --json --all a.jsonl
cp .out records
check "one JSON object a line, keys as the scorers read them" python3 -c '
import json, sys
seen, kinds, texts = set(), {}, {}
for line in open("records", encoding="utf-8"):
    r = json.loads(line)
    kinds[r["record"]] = kinds.get(r["record"], 0) + 1
    if r["record"] == "document":
        seen.add(r["id"]); texts[r["id"]] = r["text"].encode()
        assert r["ref"] in ("a1", "a2", "a3")
        continue
    named = r.get("document") or (r.get("documents") or [None])[0]
    assert named in seen, "a record before its document"
    if r["record"] == "claim":
        for key in "start end qualifier low best high unit noun measure subject polarity modality stated period place source source_org block sentence rules".split():
            assert key in r, key
        assert isinstance(r["place"], dict) and {"name", "admin1", "country"} <= set(r["place"])
        assert {"id", "name", "type"} <= set(r["source"])
        assert r["best"] is None or isinstance(r["best"], (int, float))
        assert texts[named][r["start"]:r["end"]].decode() == r["surface"], (r["surface"], texts[named][r["start"]:r["end"]])
    if r["record"] == "time":
        assert {"start", "end", "type", "value", "edtf"} <= set(r)
    if r["record"] == "attribution":
        for key in ("source", "cue", "content"):
            assert all(len(span) == 2 for span in r[key])
assert kinds["document"] == 3 and kinds["claim"] >= 9 and kinds["time"] >= 3 and kinds["attribution"] >= 3, kinds
'
articles 1 700 >many.jsonl
ends "one job" 0 "$recount" read --json --jobs 1 many.jsonl
cp .out one
ends "two jobs" 0 "$recount" read --json --jobs 2 many.jsonl
same "the same records from both" one .out
ends "standard input" 0 sh -c "cat a.jsonl | '$recount' read --json -"
said "is read" '"record":"document"'
echo '{"text":7}' >>a.jsonl
ends "a bad record" 1 "$recount" read a.jsonl
said "is told with its line" "a.jsonl:4:"
ends "no file" 2 "$recount" read
ends "a missing file" 3 "$recount" read nowhere.txt
said "is told" "nowhere.txt"
ends "an unknown option" 2 "$recount" read --jason a.jsonl
sh -c "'$recount' read --json many.jsonl | head -n 1 >/dev/null"
"$recount" read --json many.jsonl >/dev/null 2>&1 &
pid=$!
sleep 0.05
kill -TERM $pid
wait $pid 2>/dev/null
check "no temporary folder stays, however it ends" test -z "$(ls -A tmp)"
check "nothing is stored" test ! -e store

ends "recount STAGE runs the stage" 0 "$recount" ingest --version
said "by its own name" "recount-ingest"
for stage in ingest extract normalise deduplicate reconcile export; do
	ends "recount-$stage tells how it is used" 0 "$bin/recount-$stage" --help
	ends "recount-$stage without an input" 2 "$bin/recount-$stage"
done
ends "help" 0 "$recount" help
ends "version" 0 "$recount" version
