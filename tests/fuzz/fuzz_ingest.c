/* fuzz_ingest - the first byte chooses: the rest is a file for ingest (its kind told by
 * content), or an article's text for the blocks alone. Whatever comes in, documents come
 * out whose blocks are in order, cover all words and hold whole letters.
 *   make fuzz-ingest FUZZ_SECONDS=300 */
#include "kind_of_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	arena_reset(&scratch);
	if (n < 2)
		return 0;
	struct str text = {(const char *)data + 1, n - 1};

	if (data[0] & 1)
		read_file(text, 0);
	else if (utf8_invalid(text) < 0 && !memchr(text.at, '\0', text.n) && space_trim(text).n)
		check_given(&(struct given){.path = "fuzz", .text = text});
	return 0;
}
