/* fuzz_feed - RSS and Atom.
 *   make fuzz-feed FUZZ_SECONDS=300 */
#include "feed.h"

#include "kind_of_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct input_kind kind = {.next = feed_next, .end = feed_end};

	return fuzz_kind(&kind, data, n);
}
