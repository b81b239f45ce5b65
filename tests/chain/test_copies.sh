# Copies, told on articles of which it is known who copied whom. (make bench-copies has many
# more of them, and wants more: of so few, one article more or less is a third of a percent.)
. "$(dirname "$0")/lib.sh"
export RECOUNT_SYNC=0

ends "copies over nights and parts are told" 0 "$here/tests/bench/score_copies.sh" "$bin" "$work/copies" 1500 97 98
sed 's/^/# /' .out
