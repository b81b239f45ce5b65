# Web pages through the programs: the same articles as HTML, JSON Lines and plain text give the
# same claims; numbers of teasers, comments and advertisements, which have 77 in them in these
# fixtures, are in no claim.
. "$(dirname "$0")/lib.sh"

pages="$here/fixtures/web-pages"
mkdir text
python3 - "$pages" <<'PY'
import csv, json, os, sys
pages = sys.argv[1]
with open("articles.jsonl", "w", encoding="utf-8") as out:
    for row in csv.DictReader(open(pages + "/text/metadata.csv", encoding="utf-8")):
        story = open(f"{pages}/text/{row['page']}.txt", encoding="utf-8").read()
        text = row["title"] + "\n\n" + story
        open(f"text/{row['page']}.txt", "w", encoding="utf-8").write(text)
        given = {key: row[key] for key in ("title", "published", "byline", "publisher", "agency", "url") if row[key]}
        out.write(json.dumps(dict(given, id=row["page"], text=text)) + "\n")
PY
ends "pages are read" 0 "$recount" read --json "$pages/articles"
mv .out html
ends "the same as JSON Lines" 0 "$recount" read --json articles.jsonl
mv .out jsonl
ends "the same as plain text" 0 "$recount" read --json text
mv .out txt

cat >compare.py <<'PY'
import json, sys

def claims(path, keys):
    """Of each article, by its headline: the claims of the story."""
    articles, found = {}, {}
    for line in open(path, encoding="utf-8"):
        r = json.loads(line)
        if r["record"] == "document":
            articles[r["id"]] = r["title"]
            found.setdefault(r["title"], [])
        elif r["record"] == "claim" and r["block"] in ("body", "quote", "dateline"):
            found[articles[r["document"]]].append(json.dumps([r[k] if k != "source" else r[k]["name"] for k in keys]))
    return {k: sorted(v) for k, v in found.items()}

a, b, keys = sys.argv[1], sys.argv[2], sys.argv[3].split(",")
one, other = claims(a, keys), claims(b, keys)
assert set(one) == set(other), set(one) ^ set(other)
assert sum(map(len, one.values())) > 300
for article in one:
    only = set(one[article]) ^ set(other[article])
    assert not only, (article, sorted(only))
PY
said_of="surface,measure,subject,noun,unit,qualifier,low,best,high,aspect,polarity,modality,source,sentence"
check "HTML and JSON Lines: the same claims with the same days" python3 compare.py html jsonl "$said_of,period,stated"
check "HTML and plain text: the same claims" python3 compare.py html txt "$said_of"

check "no number of a teaser, a comment or an advertisement is in a claim" python3 -c '
import json
for line in open("html", encoding="utf-8"):
    r = json.loads(line)
    assert r["record"] != "claim" or r["block"] == "caption" or "77" not in r["surface"], r
'
