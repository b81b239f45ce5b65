# recount.xlsx: well-formed, the same bytes anywhere, the values of the CSV, nothing live in
# it; where LibreOffice is there, it opens it, gives the same values back and draws the charts.
. "$(dirname "$0")/lib.sh"
book() {
	check=$1 name=$2
	shift 2
	check "$name" python3 "$here/tests/chain/workbook.py" "$check" "$@"
}

mkdir inbox
articles 1 48 >inbox/a.jsonl
python3 - <<'END' >inbox/b.jsonl
import json
def article(**fields): print(json.dumps(fields))
text = "HOMS (Reuters) - At least 12 people were killed in Homs on Friday, police said. "
article(id="=1+1", published="2016-12-09", publisher="@SUM(A1)", title="-2+3|cmd' /C calc'!A0", url="javascript:alert(1)", text=text)
article(id="'=twice", published="2016-12-09T10:00:05Z", publisher="\tTab", title="<script>alert(1)</script> \u202e\"quoted\"", url="https://example.org/a?b=1&c='d'#e", text=text + "And 3 more.")
article(id="+49 30 1234", published="2016-12-09T23:30+05:45", publisher="Ünïcode \U0001F68D Daily", title="\uff1d1+1 _x0041_ \ufffe \u0001\u001b bell", url="HTTPS://EXAMPLE.org/B", text=text + "Forty were wounded, doctors said.")
article(id="=HYPERLINK(\"https://example.org\")", published="2016-12-08", publisher="https://autolink.example/", title="long " + "x\U0001F68D" * 20000, url="file:///etc/passwd", text=text + "About 900 fled to Hama.")
article(id="000123", published="2016-12-08", publisher="1e5", title="2016-12-16", url="https://example.org/" + "u" * 3000, text=text + "A dozen were hurt.")
article(id="old", published="1899-12-31", publisher="עברית العربية", title="true", url="https://example.org/ space", text="HOMS - Nine people died in Homs on Friday, police said.")
END
ends "a release with hostile texts in every field" 0 "$recount" run --jobs 1
check "the workbook is in the lists of files" sh -c 'grep -q "  recount.xlsx$" out/latest/SHA256SUMS && grep -q "\"recount.xlsx\"" out/latest/datapackage.json &&
	grep -q "\"workbook_rows\"" out/latest/manifest.json && cd out/latest && sha256sum -c --quiet SHA256SUMS'
book wellformed "every part is well-formed XML, without a clock" out/latest
book sheets "every sheet is there, with frozen header, filter and widths, and README explains each column" out/latest
book values "typed cells hold what the CSV holds" out/latest
book live "nothing is live but web addresses and links within" out/latest
book leads "an estimate leads to its figure, a figure to its article and track" out/latest
book charts "a chart for each track, of low, high and best over days" out/latest
TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 "$recount" run --jobs 2 --store s2 --out o2 >/dev/null 2>&1
same "another store, jobs, time zone and locale give the same bytes" out/latest/recount.xlsx o2/latest/recount.xlsx

printf 'csv {\n bom = true\n hxl = true\n semicolon = true\n}\nworkbook_whole = 8\nworkbook_rows = 7\nworkbook_charts = 2\n' >few
ends "few rows and charts, from another dialect of CSV" 0 "$recount" run -c few --store s3 --out o3
book few "the contested and the newest are in, and the workbook says so" o3/latest
ends "and it is proved as well" 0 "$recount" verify -c few --store s3 o3/latest
printf 'workbook_rows = 7\n' >whole
ends "a release of few rows" 0 "$recount" run -c whole --store s6 --out o6
book values "has all of them, however few are taken of longer tables" o6/latest
printf 'workbook = false\n' >none
ends "no workbook" 0 "$recount" run -c none --store s4 --out o4
check "leaves none" sh -c '! test -e o4/latest/recount.xlsx && ! grep -q xlsx o4/latest/SHA256SUMS o4/latest/datapackage.json'
check "nothing unfinished is left in the folders" sh -c '! ls -A out/latest/ o4/latest/ | grep "^\."'
printf 'workbook_rows = 1048576\n' >many
ends "more rows than a sheet holds are refused" 2 "$recount" run -c many --store s5 --out o5
# A disk that is full while the library writes a sheet: it does not tell, we do.
cat >narrow.py <<'END'
import os, resource, signal, sys, zipfile
room = zipfile.ZipFile("out/latest/recount.xlsx").getinfo("xl/worksheets/sheet1.xml").file_size - 4096
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
os.execv(sys.argv[1], sys.argv[1:])
END
ends "a sheet that finds no room" 4 python3 narrow.py "$bin/recount-export" -o narrow --as-of 2016-12-09 store/nights/* store/merged store/reconciled
said "is told" "recount.xlsx"
check "and leaves no workbook, nor half of one" sh -c '! ls -A narrow | grep xlsx'

if ! command -v soffice >/dev/null 2>&1; then
	skip "LibreOffice is not here (apt-get install libreoffice-calc): nothing opened the workbook"
	exit 0
fi
export HOME="$work/home"
mkdir -p "$HOME" lo
soffice_missing=0
office() {
	timeout 120 soffice --headless --convert-to "$@" --outdir lo >"$work/.office" 2>&1
}
# All sheets; commas, quotes, UTF-8; values as they are, not as they look.
csv='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false'
check "LibreOffice opens the workbook" office "$csv,false,false,false,false,-1" out/latest/recount.xlsx
book office "and gives back the values of every CSV" out/latest lo
# Each column a text (2): nothing is made of it.
columns=$(seq 60 | sed 's,$,/2,' | paste -sd/)
check "LibreOffice reads the CSV" office "$csv,true,false" --infilter="Text - txt - csv (StarCalc):44,34,76,1,$columns" out/latest/*.csv
book texts "and has the same texts" out/latest lo
if ! command -v pdftotext >/dev/null 2>&1; then
	skip "poppler-utils is not here: the charts are not looked for in print"
	exit 0
fi
check "the workbook prints" office pdf o3/latest/recount.xlsx
check "with its charts" sh -c 'pdftotext lo/recount.pdf lo/recount.txt && grep -q "2 of .* tracks are charted" lo/recount.txt && test "$(grep -c "^best$" lo/recount.txt)" -ge 2'
