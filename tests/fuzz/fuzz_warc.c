/* fuzz_warc - a web archive: heads, lengths that lie, gzip members, HTTP, pages.
 *   make fuzz-warc FUZZ_SECONDS=300 */
#include "warc.h"

#include "kind_of_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct input_kind kind = {.next = warc_next};

	return fuzz_kind(&kind, data, n);
}
