/* page_policy - what the page may do: nothing but its own style and its own script, each
 * named by the digest of its very bytes. */
#ifndef RECOUNT_PAGE_POLICY_H
#define RECOUNT_PAGE_POLICY_H

#include "base/str.h"

/* "sha256-…" with the digest in base64, as a source expression wants it.
 * Source: W3C Content Security Policy Level 3, 2.3.1; RFC 4648, 4. */
struct str page_policy_hash(struct arena *arena, struct str bytes);

/* The content of the Content-Security-Policy meta element. */
struct str page_policy(struct arena *arena, struct str style, struct str script);

#endif
