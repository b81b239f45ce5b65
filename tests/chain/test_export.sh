# The tables of a release: hostile texts, dialects, JSON twins, the data package.
. "$(dirname "$0")/lib.sh"

mkdir inbox
cat >inbox/a.jsonl <<'END'
{"id":"=1+1","published":"2016-12-09","publisher":"@SUM(A1)","title":"-2+3|cmd' /C calc'!A0","url":"javascript:alert(1)","text":"HOMS (Reuters) - At least 12 people were killed in Homs on Friday, police said."}
{"id":"'=twice","published":"2016-12-09","publisher":"\tTab","title":"<script>alert(1)</script> \u202Ereversed, \"quoted\"","url":"../../etc/passwd","text":"ALEPPO (AP) - More than 300 people were evacuated from Aleppo on Friday, the army said."}
{"id":"+49 30 1234","published":"2016-12-09","publisher":"Ünïcode 🚍 Daily","title":"＝1+1","text":"HAMA (AFP) - About 40 people were wounded in Hama on Thursday, doctors said.\r\n\r\nNothing else."}
END
ends "hostile texts in every field" 0 "$recount" run
check "no cell of any table begins as a formula" python3 -c '
import csv, glob, re, sys
number = re.compile(r"^[-+]?[0-9.]+$")
for path in glob.glob("out/latest/*.csv"):
    for row in csv.reader(open(path, newline="", encoding="utf-8"), strict=True):
        for cell in row:
            assert not cell or cell[0] not in "=+-@\t\r\uff1d\uff0b\uff0d\uff20" or number.match(cell), (path, cell)
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", cell), (path, cell)
'
check "and each can be undone: the CSV and the JSON hold the same texts" python3 -c '
import csv, glob, json, re
armed = re.compile("^\x27+[=+@\uff1d\uff0b\uff0d\uff20-]")
def undo(cell): return cell[1:] if armed.match(cell) else cell
def flat(o, p=""):
    for k, v in o.items():
        if isinstance(v, dict): yield from flat(v, p + k + "_")
        else: yield p + k, v
def text(v):
    if v is None: return ""
    if v is True: return "true"
    if v is False: return "false"
    if isinstance(v, str): return re.sub("[\x7f-\x9f\u202d\u202e]", " ", v)
    if isinstance(v, list): return "|".join(x.replace("\\", "\\\\").replace("|", "\\|") for x in v)
    return str(v)
for path in glob.glob("out/latest/*.csv"):
    rows = list(csv.DictReader(open(path, newline="", encoding="utf-8"), strict=True))
    objects = json.load(open(path[:-3] + "json", encoding="utf-8"))
    assert len(rows) == len(objects), path
    for row, o in zip(rows, objects):
        o = dict(flat(o))
        assert set(o) == set(row), (path, set(o) ^ set(row))
        for k in row:
            assert undo(row[k]) == " ".join(text(o[k]).split()), (path, k, row[k], o[k])
'
check "the data package is as the CSV are" python3 -c '
import csv, hashlib, json, os
p = json.load(open("out/latest/datapackage.json", encoding="utf-8"))
tables = {r["name"]: r for r in p["resources"]}
assert p["profile"] == "data-package"
rows = {}
for r in p["resources"]:
    data = open("out/latest/" + r["path"], "rb").read()
    assert r["bytes"] == len(data) and r["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
    if r["format"] != "csv": continue
    table = list(csv.reader(open("out/latest/" + r["path"], newline="", encoding="utf-8")))
    assert [f["name"] for f in r["schema"]["fields"]] == table[0], r["name"]
    rows[r["name"]] = [dict(zip(table[0], x)) for x in table[1:]]
    for f in r["schema"]["fields"]:
        for row in rows[r["name"]]:
            v = row[f["name"]]
            if v == "": continue
            if f["type"] == "integer": int(v)
            if f["type"] == "number": float(v)
            if f["type"] == "boolean": assert v in ("true", "false")
            if "enum" in f.get("constraints", {}): assert v in f["constraints"]["enum"], (r["name"], f["name"], v)
for name, r in tables.items():
    if r["format"] != "csv": continue
    key = r["schema"]["primaryKey"]
    key = [key] if isinstance(key, str) else key
    seen = [tuple(row[k] for k in key) for row in rows[name]]
    assert len(seen) == len(set(seen)), name
    for fk in r["schema"].get("foreignKeys", []):
        to = fk["reference"]
        known = {row[to["fields"]] for row in rows[to["resource"] or name]}
        assert all(row[fk["fields"]] in known or row[fk["fields"]] == "" for row in rows[name]), (name, fk)
assert len(rows["figures"]) >= 3 and len(rows["documents"]) == 3
'
check "the maps hold the located rows, longitude first" python3 -c '
import csv, json
for name in ("timeline", "tracks"):
    g = json.load(open("out/latest/" + name + ".geojson", encoding="utf-8"))
    rows = {r["id"]: r for r in csv.DictReader(open("out/latest/" + name + ".csv", newline="", encoding="utf-8")) if r["place_lat"]}
    assert g["type"] == "FeatureCollection" and rows and len(g["features"]) == len(rows)
    for f in g["features"]:
        r = rows[f["properties"]["id"]]
        assert f["type"] == "Feature" and f["geometry"]["type"] == "Point"
        assert f["geometry"]["coordinates"] == [float(r["place_lon"]), float(r["place_lat"])]
'
printf 'csv {\n bom = true\n hxl = true\n semicolon = true\n}\n' >conf
ends "byte order mark, HXL row and semicolons" 0 "$recount" run -c conf --store s2 --out o2 --table
said "do not disturb the summary" "LOW - BEST - HIGH"
check "the mark comes first" sh -c 'head -c 3 o2/latest/figures.csv | od -An -tx1 | grep -q "ef bb bf"'
check "a row of hashtags is the second" sh -c 'sed -n 2p o2/latest/tracks.csv | grep -q "^#loc+name;#indicator+name;"'
check "the same rows otherwise" python3 -c '
import csv
for name in ("figures", "tracks", "documents"):
    a = list(csv.reader(open(f"out/latest/{name}.csv", newline="", encoding="utf-8")))
    b = list(csv.reader(open(f"o2/latest/{name}.csv", newline="", encoding="utf-8-sig"), delimiter=";"))
    assert a == b[:1] + b[2:], name
'
ends "and it is proved as well" 0 "$recount" verify -c conf --store s2 o2/latest
printf 'plain_quantities = false\n' >conf
ends "without plain quantities" 0 "$recount" run -c conf --store s3 --out o3
check "every figure has a measure" python3 -c '
import csv
assert all(r["measure"] for r in csv.DictReader(open("o3/latest/figures.csv", encoding="utf-8")))'

# what changed, against the release before
cat >inbox/b.jsonl <<'END'
{"id":"n1","published":"2016-12-10","text":"HOMS (Reuters) - At least 20 people were killed in Homs on Friday, police said on Saturday. Two bodies had been found in Homs, police said."}
END
ends "a night that raises a count" 0 "$recount" run
check "tells who raised it, in words" grep -q 'raised its count of people killed from at least 12 to at least 20' out/latest/changes.csv
check "and not the lesser number of the same day" sh -c '! grep -q "count of people killed from at least 12 to 2[^0-9]" out/latest/changes.csv'
check "with the numbers before and after" python3 -c '
import csv
rows = [r for r in csv.DictReader(open("out/latest/changes.csv", encoding="utf-8")) if r["measure"] == "killed"]
assert rows and rows[0]["kind"] == "revised" and rows[0]["what"] == "track", rows'
ends "export alone wants a day" 2 "$bin/recount-export" -o x store/merged
ends "and a folder" 2 "$bin/recount-export" --as-of 2016-12-09 store/merged
