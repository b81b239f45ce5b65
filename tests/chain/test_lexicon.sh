# Own words: checked, compiled, used by a run; a change of words reads earlier nights again.
. "$(dirname "$0")/lib.sh"

mkdir words wrong inbox
data=${RECOUNT_DATA:-$bin/../share/recount}
header=$(grep -v '^#' "$data/lexicon/subjects.csv" | head -n 1)
echo "$header" >words/subjects.csv
ends "a folder of words is checked" 0 "$recount" lexicon words
cp "$data/lexicon/subjects.csv" wrong/subjects.csv
echo 'one cell alone' >>wrong/subjects.csv
lines=$(wc -l <wrong/subjects.csv)
ends "a wrong row is a configuration error" 2 "$recount" lexicon wrong
said "with file and line" "wrong/subjects.csv:$lines:"
ends "a folder that is not there" 2 "$recount" lexicon nowhere
ends "words are compiled to a folder" 0 "$recount" lexicon -o compiled words
check "that stages can use" test -e compiled/lexicon.bin -a -e compiled/gazetteer.bin -a -e compiled/tagger.model
articles 1 3 >inbox/a.jsonl
ends "by --data" 0 "$recount" read --data compiled inbox/a.jsonl

echo 'jobs = 1' >conf
ends "a run without own words" 0 "$recount" run -c conf
echo 'lexicon = {"words"}' >>conf
ends "a run with them" 0 "$recount" run -c conf
echo '# a comment that changes the folder' >>words/subjects.csv
ends "and again when they changed" 0 "$recount" run -c conf
check "only the words in use are kept" test "$(ls store/words | wc -l)" -eq 1
echo 'lexicon = {"wrong"}' >wrong.conf
ends "wrong words fail the run" 2 "$recount" run -c wrong.conf
said "with file and line" "wrong/subjects.csv:$lines:"
ends "and verify takes the words from the configuration" 0 "$recount" verify -c conf out/latest

# another subject: what was read before is read again
{
	echo "$header"
	grep -v '^#' "$data/lexicon/subjects.csv" | sed -n 2p | sed 's/^[^,]*/zorgles/'
} >words/subjects.csv
ends "new words read earlier nights again" 0 "$recount" run -c conf
said "and the summary says so" "read again"
