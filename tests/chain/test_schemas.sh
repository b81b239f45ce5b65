# schemas/ is what the tables of columns say, and everything that is written is valid against it.
. "$(dirname "$0")/lib.sh"

tests=${RECOUNT_TESTS:-$here/build/tests}
mkdir made
check "the schemas can be made" "$tests/write-schemas" made
for schema in made/*; do
	same "committed as made: $(basename "$schema")" "$schema" "$here/schemas/$(basename "$schema")"
done

if ! python3 -c 'import jsonschema' 2>/dev/null; then
	skip "validation: python3-jsonschema is not there"
	exit 0
fi
mkdir inbox
articles 1 30 >inbox/a.jsonl
ls -d "$here"/fixtures/*/articles >/dev/null 2>&1 && cp -r "$here"/fixtures/*/articles inbox/ 2>/dev/null
"$recount" run --as-of 2016-12-20 >/dev/null 2>&1
"$recount" read --json --all inbox >records 2>/dev/null
cat >validate.py <<'END'
import json, os, sys
import jsonschema
schemas, kind = sys.argv[1], sys.argv[2]
def validator(name):
    schema = json.load(open(os.path.join(schemas, name + ".json"), encoding="utf-8"))
    cls = getattr(jsonschema, "Draft202012Validator", jsonschema.Draft7Validator)
    cls.check_schema(schema)
    return cls(schema)
if kind == "check":
    for f in os.listdir(schemas):
        if not f.endswith(".table.json"):
            validator(f[:-5])
elif kind == "records":
    known = {}
    for line in open("records", encoding="utf-8"):
        r = json.loads(line)
        if r["record"] not in known:
            known[r["record"]] = validator(r["record"])
        known[r["record"]].validate(r)
    assert {"document", "claim", "event", "time", "attribution"} <= set(known), set(known)
else:
    v, rows = validator(kind), json.load(open(f"out/latest/{kind}.json", encoding="utf-8"))
    for row in rows:
        v.validate(row)
END
check "every schema is itself valid" python3 validate.py "$here/schemas" check
check "every record that is read is valid" python3 validate.py "$here/schemas" records
for table in figures timeline tracks estimates contradictions checks sources documents changes; do
	check "every object of $table.json is valid" python3 validate.py "$here/schemas" $table
done
