/* fuzz_rows - CSV of articles.
 *   make fuzz-rows FUZZ_SECONDS=300 */
#include "rows.h"

#include "kind_of_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct input_kind kind = {.next = rows_next, .end = rows_end};

	return fuzz_kind(&kind, data, n);
}
