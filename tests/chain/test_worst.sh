# Cost where it could run away: four times the articles take about four times as long when all
# are copies of one, when one episode has them all, when one place has an episode for each,
# and when one paragraph stands in every article.
. "$(dirname "$0")/lib.sh"
export RECOUNT_SYNC=0

# night KIND ARTICLES: outlines, claims and events as the stages before write them, in KIND-ARTICLES.
night() {
	mkdir -p "$1-$2/outlines" "$1-$2/claims" "$1-$2/events"
	awk -v kind="$1" -v n="$2" 'function hex(digits,  s) { for (s = ""; length(s) < digits;) s = s sprintf("%04x", int(rand() * 65536)); return substr(s, 1, digits) }
	function wordings(k,  s, i) { s = hex(16); for (i = 1; i < k; i++) s = s "|" hex(16); return s }
	function sketch(  s, i) { s = hex(12); for (i = 1; i < 32; i++) s = s "|" hex(12); return s }
	function day(d) { return sprintf("%04d-%02d-%02d", 1700 + int(d / 336), int(d / 28) % 12 + 1, d % 28 + 1) }
	BEGIN {
		srand(3)
		split("killed injured missing evacuated displaced rescued", measure, " ")
		outlines = kind "-" n "/outlines/part-00000.csv"; claims = kind "-" n "/claims/part-00000.csv"; events = kind "-" n "/events/part-00000.csv"
		print "document,publisher,published,words,bytes_hash,text_hash,sentences,sketch" >outlines
		print "id,document,start,end,block,sentence,measure,subject,qualifier,low,best,high,aspect,stated,place_id,place_name,place_parent_id,place_parent_name,source_id,source_name,source_type,polarity,modality,confidence" >claims
		print "id,documents,spans,block,type,status,agent_id,agent_name,place_id,place_name,place_parent_id,place_parent_name,when,stated,source_id,source_name,source_type,polarity,modality,sentence,plover,cameo,reports,independent,confidence" >events
		w0 = wordings(20); s0 = sketch(); t0 = hex(16); para = wordings(3)
		for (i = 0; i < n; i++) {
			d = "d" hex(32); w = wordings(15); s = sketch(); t = hex(16); on = day(100000 + i % 300); m = "killed"; sub_ = "people"; of = i % 50
			if (kind == "copies") { w = w0; s = s0; t = t0; on = day(100000) }
			if (kind == "paragraph") w = w "|" para
			if (kind == "episodes") { on = day(i % 3500 * 33); m = measure[int(i / 3500) % 6 + 1]; sub_ = "people" int(i / 21000) }
			if (kind == "reports") of = i % 700
			print d ",Paper " i % 7 "," on ",300," hex(16) "," t "," w "," s >outlines
			for (c = 0; c < 4; c++) {
				about = kind == "copies" ? c : c " of " i; number = kind == "copies" ? 100 + c : 100 + i * 37 % 900
				print "c" hex(32) "," d "," c * 100 "," c * 100 + 9 ",body,At least " number " people were killed there on that day " about "," m "," sub_ "," (c % 2 ? "exact" : "at_least") "," number "," number "," number ",cumulative," on ",p1,Homs,p1,Homs,s" of ",Source " of "," (c ? "military" : "none") ",asserted,actual,0.9" >claims
				print "m" hex(32) "," d "," d ":" c * 100 "-" c * 100 + 90 ",body," (c % 2 ? "evacuation" : "bombing") "," (c == 1 ? "complete" : c == 3 ? "suspended" : "") ",a" i % 90 ",Agent " i % 90 ",p1,Homs,p1,Homs," on "," on ",s" of ",Source " of ",military," ((i + c) % 11 ? "asserted" : "denied") ",actual,Sentence number " about " tells something of the town,ASSAULT,18,1,1,0.7" >events
			}
		}
	}'
}

# spend: sets $spent, milliseconds of processor time of all commands so far.
spend() {
	times >.times
	spent=$(awk 'NR == 2 { gsub(/s/, ""); split($1, u, "m"); split($2, s, "m"); print int(60000 * (u[1] + s[1]) + 1000 * (u[2] + s[2])) }' .times)
}

# cost NIGHT: sets $cost to what it takes to merge and reconcile it.
cost() {
	spend && cost=$spent
	"$bin/recount-deduplicate" --quiet -o "$1/out" "$1" &&
		"$bin/recount-reconcile" --quiet --as-of 2016-12-31 -o "$1/out" "$1/out/assertions" || echo "not ok - $1 is merged"
	spend && cost=$((spent - cost))
}

# peak COMMAND…: sets $peak, the most memory that it held [MB].
peak() {
	"$bin/measure" 1 "$@" 2>.peak
	peak=$(awk '/^measured/ { print $3 }' .peak)
}

for kind in copies reports episodes paragraph; do
	night $kind 500
	night $kind 2000
	cost $kind-500 # the first time files are cold
	cost $kind-500 && few=$cost
	cost $kind-2000
	echo "# $kind: 500 in $few ms, 2000 in $cost ms"
	check "$kind: four times as many in about four times as long" test $cost -le $((7 * few + 300))
done

# A hundred thousand episodes at one place fit in 512 MB: here a tenth of them, with what
# 2,000 take beside them.
night episodes 10000
for n in 2000 10000; do
	peak "$bin/recount-deduplicate" --quiet -o "episodes-$n/out" "episodes-$n" && eval "merged_$n=$peak"
	peak "$bin/recount-reconcile" --quiet --as-of 2040-12-31 -o "episodes-$n/out" "episodes-$n/out/assertions" && eval "reconciled_$n=$peak"
done
echo "# episodes: 2000 in $merged_2000 and $reconciled_2000 MB, 10000 in $merged_10000 and $reconciled_10000 MB"
# AddressSanitizer has memory of its own beside each piece.
if grep -q __asan_init "$bin/recount-deduplicate"; then
	skip "memory is not measured under the sanitizers"
else
	check "8,000 more episodes at a place take at most 50 MB more to merge" \
		test $((merged_10000 - merged_2000)) -le 50
	check "and to reconcile" test $((reconciled_10000 - reconciled_2000)) -le 40
fi
