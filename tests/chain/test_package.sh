# The data package and the JSON of a release, read by implementations that are not ours
# (npm: datapackage, tableschema, ajv), which lie under the build folder.
. "$(dirname "$0")/lib.sh"

npm=${RECOUNT_TESTS:-$here/build/tests}/npm
if ! command -v npm >/dev/null 2>&1; then
	skip "npm is not there: data package and JSON are not read by other implementations"
	exit 0
fi
mkdir -p "$npm"
if [ ! -d "$npm/node_modules/datapackage" ] || [ ! -d "$npm/node_modules/ajv" ]; then
	timeout 120 npm install --prefix "$npm" --no-audit --no-fund --silent datapackage@1.1.10 ajv@8 >/dev/null 2>&1 || {
		skip "npm cannot install datapackage and ajv here"
		exit 0
	}
fi
export RECOUNT_SYNC=0
mkdir inbox
articles 1 40 >inbox/a.jsonl
ls -d "$here"/fixtures/*/articles >/dev/null 2>&1 && cp -r "$here"/fixtures/*/articles inbox/ 2>/dev/null
"$recount" run --as-of 2016-12-05 --quiet 2>/dev/null
"$recount" run --as-of 2023-12-31 --quiet 2>/dev/null
export NODE_PATH="$npm/node_modules"
check "every row and object of a release is valid, keys included" node "$here/tests/chain/validate.js" out/latest "$here/schemas"
check "changes are told against the release before" test "$(wc -l <out/latest/changes.csv)" -gt 3
printf 'csv {\n semicolon = true\n}\n' >conf
"$recount" run -c conf --out o2 --as-of 2023-12-31 --quiet 2>/dev/null
check "so is one with semicolons" node "$here/tests/chain/validate.js" o2/latest "$here/schemas"
sed -i '2s/^[^,]*,/yesterday,/' out/latest/documents.csv
sed -i '3s/"sources":[0-9]*/"sources":"two"/' out/latest/tracks.json
check "what is not valid is told" sh -c '! node "$1" out/latest "$2" >told && grep -q documents told && grep -q tracks.json told' sh "$here/tests/chain/validate.js" "$here/schemas"
