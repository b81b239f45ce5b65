# recount verify: a release is proved, or the first difference is named. recount explain:
# from an id down to the sentence.
. "$(dirname "$0")/lib.sh"

mkdir inbox
articles 1 30 >inbox/one.jsonl
"$recount" run >/dev/null 2>&1
printf '{"id":"n","published":"2016-12-11","text":"HOMS (Reuters) - At least 777 people were killed in Homs on Sunday, the army said."}\n' >inbox/two.jsonl
"$recount" run >/dev/null 2>&1
ends "a release is proved" 0 "$recount" verify out/2016-12-11
said "with all its files" " files agree"
ends "an earlier one too, though the store has grown" 0 "$recount" verify out/2016-12-09
ends "from its inputs alone" 0 "$recount" verify --store nowhere out/2016-12-11 inbox
ends "with other settings at hand" 0 sh -c "printf 'tolerance_percent = 50\nbuckets = 3\n' >conf && '$recount' verify -c conf out/latest/"

cp -r out copy
sed -i '2s/[0-9]/7/' copy/2016-12-11/figures.csv
ends "an altered file" 3 "$recount" verify copy/2016-12-11
said "is named" "copy/2016-12-11/figures.csv is not what SHA256SUMS says"
(cd copy/2016-12-11 && rm SHA256SUMS && sha256sum * >../sums && mv ../sums SHA256SUMS)
ends "altered with its checksums" 3 "$recount" verify copy/2016-12-11
said "the first difference is named" "copy/2016-12-11/figures.csv:2:"
rm -rf copy && cp -r out copy && echo x >copy/2016-12-11/extra.csv
ends "a file too many" 3 "$recount" verify copy/2016-12-11
said "is named" "extra.csv"
rm -rf copy && cp -r out copy && rm copy/2016-12-11/tracks.json
ends "a file too few" 3 "$recount" verify copy/2016-12-11
said "is named" "tracks.json"
rm -rf copy && cp -r out copy && rm -r copy/2016-12-09
ends "without the release that changes are told against the data is proved" 0 "$recount" verify copy/2016-12-11
said "that is said" "2016-12-09"
ends "without the store" 3 "$recount" verify --store nowhere out/2016-12-11
ends "what is no release" 3 "$recount" verify inbox

# ids of the first row of each table
id_of() { # TABLE: id of its second row's last cell
	sed -n 2p out/latest/"$1".csv | sed 's/.*,//'
}
for table in figures timeline tracks estimates; do
	id=$(id_of $table)
	ends "explain an id of $table" 0 "$recount" explain "$id"
	said "its name" "$id"
	said "the sentence of $table" "people were"
	said "the bytes of $table" "-"
	said "the article of $table" "published 2016-12-"
	said "the rules of $table" "rules: "
done
id=$(id_of tracks)
ends "a part of an id is enough" 0 "$recount" explain "$(echo "$id" | cut -c1-12)"
ends "two characters are not" 2 "$recount" explain t1
ends "what has no kind" 2 "$recount" explain zzzz
ends "what is not there" 3 "$recount" explain cffffffffffffffffffffffffffffffff
if [ "$(wc -l <out/latest/contradictions.csv)" -gt 1 ]; then
	id=$(sed -n 2p out/latest/contradictions.csv | cut -d, -f1)
	ends "explain a contradiction" 0 "$recount" explain "$id"
	said "with its sides" "side 1: "
fi
