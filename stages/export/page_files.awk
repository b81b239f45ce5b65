# page.css and page.js as strings of C: #define PAGE_CSS "...", one literal a line.
function named(file) {
	sub(/.*\//, "", file)
	sub(/\./, "_", file)
	return toupper(file)
}
BEGIN {
	print "/* Made by page_files.awk. */"
}
FNR == 1 {
	printf "%s\n#define %s \\\n", (NR > 1 ? "\t\"\"" : ""), named(FILENAME)
}
{
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	gsub(/^\t+/, "")
	printf "\t\"%s\\n\" \\\n", $0
}
END {
	print "\t\"\""
}
