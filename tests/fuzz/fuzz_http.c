/* fuzz_http - answers of web servers: heads, chunked bodies, gzip and deflate.
 *   make fuzz-http FUZZ_SECONDS=300 */
#include "http.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { MAX_BODY = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str bytes = {(const char *)data, n}, body;
	struct arena arena = {0};
	struct http_message message;
	struct err err;

	if (http_parse(bytes, &message, &err) && http_body(&message, MAX_BODY, &arena, &body, &err) &&
	    body.n > (message.body.n > MAX_BODY ? message.body.n : MAX_BODY))
		abort();
	if (http_unchunk(bytes, &arena, &body, &err) && body.n >= n)
		abort(); /* chunks are shorter than what tells of them */
	arena_free(&arena);
	return 0;
}
