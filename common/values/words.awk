# Turns common/lexicon/abbreviations.csv and splits.csv (plain cells, no quotes) into
# the sorted tables that words.c holds: awk -f words.awk abbreviations.csv splits.csv
function fail(what) {
	printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"
	failed = 1
	exit 2
}
BEGIN {
	FS = ","
	print "/* Made by words.awk from the lexicon; do not edit. */"
}
/"/ { fail("quoted cells are not for this table") }
FNR == 1 { file++; next }
/^[ \t\r]*$/ { next }
file == 1 {
	if ($1 !~ /^[a-z.]+$/ || $2 !~ /^[a-z]+$/)
		fail("want a phrase in lower case, without its dot, and a kind")
	kinds[$1] = kinds[$1] " | ABBREVIATION_" toupper($2)
}
file == 2 {
	if ($1 !~ /^[a-z]+ [a-z]+$/)
		fail("want a word in lower case with a space where it is cut")
	split($1, part, " ")
	cut[part[1] part[2]] = length(part[1])
}
# Insertion sort: the tables are short and POSIX awk has no sort.
function sorted(table, order,    n, word, i) {
	n = 0
	for (word in table) {
		for (i = n++; i > 0 && order[i] > word; i--)
			order[i + 1] = order[i]
		order[i + 1] = word
	}
	return n
}
# For each first letter the last letters and the sizes of its words, as bits; bit 26: one has no letter there.
function initials(name, order, n, letters,    i, c, bit, last, sizes, seen) {
	for (i = 1; i <= n; i++) {
		c = substr(order[i], 1, 1)
		bit = index(letters, substr(order[i], length(order[i])))
		bit = bit ? bit - 1 : 26
		if (!seen["last", c, bit]++)
			last[c] += 2 ^ bit
		if (!seen["size", c, length(order[i])]++)
			sizes[c] += 2 ^ length(order[i])
	}
	printf "const struct word_initial %s_initials[26] = {", name
	for (i = 1; i <= 26; i++) {
		c = substr(letters, i, 1)
		printf "{%d, %d}, ", last[c], sizes[c]
	}
	print "};"
}
# The words and, for each first letter, where those that begin with it begin.
function table(name, order, n, values,    i, c, letters) {
	printf "static const struct word %s[] = {\n", name
	for (i = 1; i <= n; i++)
		printf "\t{\"%s\", %d, %s},\n", order[i], length(order[i]), values[order[i]]
	print "};"
	letters = "abcdefghijklmnopqrstuvwxyz"
	initials(name, order, n, letters)
	printf "static const uint16_t %s_from[27] = {", name
	for (i = c = 1; c <= 26; c++) {
		while (i <= n && substr(order[i], 1, 1) < substr(letters, c, 1))
			i++
		printf "%d, ", i - 1
	}
	printf "%d};\n", n
}
END {
	if (failed)
		exit 2
	for (word in kinds)
		kinds[word] = substr(kinds[word], 4)
	n = sorted(kinds, order)
	table("abbreviations", order, n, kinds)
	n = sorted(cut, order)
	table("splits", order, n, cut)
}
