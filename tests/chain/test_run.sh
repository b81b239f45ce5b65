# recount run: nights, as-of, releases, the same bytes whatever the order and the machine.
. "$(dirname "$0")/lib.sh"

mkdir inbox
articles 1 40 >inbox/one.jsonl
ends "a first run publishes" 0 "$recount" run
check "under the day of the latest article" test -d out/2016-12-09
check "with latest pointing at it" test "$(readlink out/latest)" = 2016-12-09
said "the summary counts the articles" "40 new"
check "every file is in SHA256SUMS and as it says" sh -c 'cd out/latest && sha256sum -c --quiet SHA256SUMS && test $(ls | wc -l) -eq $(($(wc -l <SHA256SUMS) + 1))'
check "figures carry publisher, title and url" grep -q 'Paper 1,Buses leave [A-Z][a-z]*,https://example.org/' out/latest/figures.csv
check "nothing unfinished stays in out" test "$(ls -A out | wc -l)" -eq 2
cp -r out/2016-12-09 first

ends "a second run over the same inbox adds nothing" 0 "$recount" run
said "and says so" "nothing new"
said "and knows the input" "1 input known from earlier runs"
same "and leaves the release" first out/2016-12-09
check "and makes no other" test "$(ls out | wc -l)" -eq 2

# jobs, order of articles, files and parts, another folder, locale and time zone
mkdir other other/inbox
awk '{ line[NR] = $0 } END { for (i = NR; i > 0; i--) print line[i] }' inbox/one.jsonl | split -l 7 - other/inbox/x
ends "one job, other order, other files, other locale and zone" 0 env -C other LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu \
	"$recount" run --jobs 1
for file in out/latest/*; do
	case $file in
	*/manifest.json | */SHA256SUMS) ;; # name the inputs
	*) same "the same bytes: $(basename "$file")" "$file" "other/out/latest/$(basename "$file")" ;;
	esac
done
printf 'part_documents = 3\n' >small.conf
ends "two jobs and small parts" 0 "$recount" run -c small.conf --jobs 2 --store store2 --out out2
for name in figures timeline tracks estimates contradictions checks sources documents; do
	same "the same bytes from small parts: $name" out/latest/$name.csv out2/latest/$name.csv
done

# a second night
printf '{"id":"a41","published":"2016-12-10","text":"HOMS (Reuters) - At least 777 people were killed in Homs on Saturday, the army said."}\n' >inbox/two.jsonl
ends "a night with one new article" 0 "$recount" run --as-of 2016-12-10
said "is one more" "1 new"
check "has a release of its own" test -d out/2016-12-10
check "touches only some buckets" sh -c 'grep -q "buckets had changed" .out && ! grep -q "(0 of" .out'
check "tells what changed" sh -c 'test $(wc -l <out/2016-12-10/changes.csv) -gt 1'
same "and leaves the release before" first out/2016-12-09
mkdir both both/inbox
cat inbox/one.jsonl inbox/two.jsonl >both/inbox/all.jsonl
ends "all articles in one night" 0 env -C both "$recount" run --as-of 2016-12-10
for name in figures timeline tracks estimates contradictions checks sources documents; do
	same "one night or two, the same bytes: $name" out/latest/$name.csv both/out/latest/$name.csv
done

# later articles wait
printf '{"id":"late","published":"2016-12-20","text":"HOMS (AP) - 12 people were killed on Monday, police said."}\n' >inbox/late.jsonl
ends "an article of a later day waits" 0 "$recount" run --as-of 2016-12-10
said "and is counted" "1 later than the as-of and waiting"
check "nothing of it is in the release" sh -c '! grep -q late out/2016-12-10/documents.csv'
check "and the day has no second release" test ! -e out/2016-12-10.2
ends "until its day has come" 0 "$recount" run --as-of 2016-12-20
check "then it is there" grep -q late out/2016-12-20/documents.csv

# the same day with other bytes
printf '{"id":"more","published":"2016-12-09","text":"HOMS (AP) - 14 people were killed on Friday, police said."}\n' >inbox/more.jsonl
ends "a release of a day that exists, with other bytes" 0 "$recount" run --as-of 2016-12-20
check "is numbered" test -d out/2016-12-20.2
check "and is the latest" test "$(readlink out/latest)" = 2016-12-20.2

# as-of
mkdir undated undated/inbox
printf 'A bridge fell in the town. At least 3 people died, officials said.\n' >undated/inbox/a.txt
ends "without any date the run says what to give" 2 env -C undated "$recount" run
said "an as-of" "--as-of YYYY-MM-DD"
ends "and works with one" 0 env -C undated "$recount" run --as-of 2020-02-29
ends "a day that does not exist is refused" 2 "$recount" run --as-of 2020-02-30
mkdir lone lone/inbox
cp inbox/one.jsonl lone/inbox
printf '{"id":"x","published":"2031-01-01","text":"HOMS (AP) - 12 people were killed, police said."}\n' >lone/inbox/x.jsonl
ends "one article far beyond all others" 0 env -C lone "$recount" run
said "is warned of" "one article alone is dated 2031-01-01"

# options and settings
ends "an unknown option" 2 "$recount" run --fast
said "is told" "no option --fast"
ends "an unknown command" 2 "$recount" walk
printf 'jobs = 1\nstore_ = "x"\n' >wrong.conf
ends "a wrong key in pipeline.conf" 2 "$recount" run -c wrong.conf
said "is told with its line" "wrong.conf:2:"
ends "a missing inbox" 3 "$recount" run --inbox nowhere
printf 'keep_releases = 1\n' >keep.conf
ends "old releases go when keep_releases says so" 0 "$recount" run -c keep.conf --as-of 2016-12-20
check "only the newest stays" test "$(ls out | tr '\n' ' ')" = "2016-12-20.2 latest "

# status
ends "status tells what the store holds" 0 "$recount" status
said "its articles" "43 articles"
said "its last run" "exit code 0"
