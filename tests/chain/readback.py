"""readback.py FOLDER - every CSV of a release read by SQLite, Miller and LibreOffice holds the
cells that Python's csv reads; "skip - …" for a tool that is not there."""
import csv, glob, json, os, shutil, subprocess, sys, tempfile

csv.field_size_limit(1 << 30)
folder = sys.argv[1]
work = tempfile.mkdtemp()


def read(path):
    with open(path, newline="", encoding="utf-8") as f:
        return list(csv.reader(f, strict=True))


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120).stdout


def sqlite(path, rows):
    columns = ",".join('"%s" TEXT' % c for c in rows[0])
    script = 'CREATE TABLE t (%s);\n.mode csv\n.import --skip 1 "%s" t\n.mode json\nSELECT * FROM t;\n' % (columns, path)
    out = subprocess.run(["sqlite3"], input=script.encode(), check=True, stdout=subprocess.PIPE, timeout=120).stdout
    return [[r[c] for c in rows[0]] for r in (json.loads(out) if out.strip() else [])]


def miller(path, rows):
    out = run("mlr", "--icsv", "--ojson", "-S", "cat", path)
    return [[str(v) for v in r.values()] for r in (json.loads(out) if out.strip() else [])]


converted = {}


def libreoffice(path, rows):
    """Every column as text in, text out; all files in one start of the program."""
    if not converted:
        text = "/".join("%d/2" % (i + 1) for i in range(80))
        paths = sorted(os.path.abspath(p) for p in glob.glob(folder + "/*.csv"))
        run("soffice", "--headless", "-env:UserInstallation=file://%s/profile" % work,
            "--infilter=CSV:44,34,76,1," + text, "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", work, *paths)
        for p in paths:
            converted[p] = read(os.path.join(work, os.path.basename(p)))[1:]
    return converted[path]


wrong = 0
for name, tool, reads in (("SQLite", "sqlite3", sqlite), ("Miller", "mlr", miller), ("LibreOffice", "soffice", libreoffice)):
    if not shutil.which(tool):
        print("skip - %s is not there: the CSV are not read by it" % name)
        continue
    for path in sorted(glob.glob(folder + "/*.csv")):
        rows = read(path)
        got = reads(os.path.abspath(path), rows)
        if got != rows[1:]:
            bad = [(i, rows[0][k], a[:60], b[:60]) for i, (x, y) in enumerate(zip(rows[1:], got)) for k, (a, b) in enumerate(zip(x, y)) if a != b]
            print("%s: %s: %d rows, want %d; %s" % (name, os.path.basename(path), len(got), len(rows) - 1, bad[:3]))
            wrong += 1
shutil.rmtree(work)
sys.exit(1 if wrong else 0)
