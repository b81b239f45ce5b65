/* digest - what a file holds, in one line: SHA-256 (libcrypto, which uses the processor's
 * own instructions for it) where others must be able to check it, XXH3-128 (xxHash) where
 * only we compare. */
#ifndef RECOUNT_DIGEST_H
#define RECOUNT_DIGEST_H

#include "base/err.h"
#include "base/str.h"

enum { DIGEST_SHA256_HEX = 65, DIGEST_QUICK_HEX = 33 };

/* Hex digits and a NUL. False and err when the file cannot be read. */
bool digest_sha256(const char *path, char out[DIGEST_SHA256_HEX], uint64_t *bytes, struct err *err);

/* A running SHA-256: sha256_take fits outfile_watch. sha256_end frees it. */
struct sha256;
struct sha256 *sha256_begin(void);
void sha256_take(void *sum, const char *at, size_t n);
void sha256_end(struct sha256 *sum, char out[DIGEST_SHA256_HEX]);

/* A running XXH3-128 over texts and files, each with its length before it. */
struct digest;
struct digest *digest_begin(void);
void digest_text(struct digest *d, struct str text);
bool digest_file(struct digest *d, const char *path, struct err *err);
/* And counts its line ends. */
bool digest_lines(struct digest *d, const char *path, uint64_t *lines, struct err *err);
/* 32 hex digits and a NUL; frees d. */
void digest_end(struct digest *d, char out[DIGEST_QUICK_HEX]);

#endif
