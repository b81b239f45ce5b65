# make bench, make accuracy, make check, make format: how fast, how well, how clean.

.PHONY: bench bench-nights bench-copies accuracy check check-warnings check-format check-static check-includes check-sanitizers check-leak format
SOURCES := $(shell git ls-files '*.c' '*.h' 2>/dev/null)

# --- bench: tests/bench/bench.sh says what is measured -----------------------------------
BENCH_ARTICLES ?= 10000
BENCH_BIN := $(BUILD)/bin/generate $(BUILD)/bin/measure $(BUILD)/bin/crawl $(BUILD)/bin/generate_copies
$(BENCH_BIN): $(BUILD)/bin/%: tests/bench/%.c $(COMMON_LIB)
	@mkdir -p $(@D)
	$(SAY) "ld    $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/bin/tag_speed: tests/bench/tag_speed.c $(BUILD)/lib/libextract.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(SAY) "ld    $@"
	$(Q)$(CC) $(ALL_CFLAGS) -Istages/extract $(LDFLAGS) -o $@ $^ $(LIBS)

bench: all $(BENCH_BIN) $(BUILD)/bin/tag_speed
	@tests/bench/bench.sh $(abspath $(BUILD))/bin $(abspath $(BUILD))/bench $(BENCH_ARTICLES)

# --- bench-nights: tests/bench/nights.sh; a night in a full store against an empty one ------
BENCH_OLD ?= 20000
bench-nights: all $(BENCH_BIN)
	@tests/bench/nights.sh $(abspath $(BUILD))/bin $(abspath $(BUILD))/bench-nights $(BENCH_OLD)

# --- bench-copies: tests/bench/score_copies.sh; how well copies are told, on articles whose copies are known ------
BENCH_COPIES ?= 100000
bench-copies: all $(BENCH_BIN)
	@tests/bench/score_copies.sh $(abspath $(BUILD))/bin $(abspath $(BUILD))/bench-copies $(BENCH_COPIES)

# --- accuracy: own annotated sets, one program each ---------------------------------------
ACCURACY := $(sort $(wildcard tests/accuracy/accuracy_*.c))
ACCURACY_BIN := $(ACCURACY:tests/accuracy/%.c=$(BUILD)/tests/%)
$(ACCURACY_BIN): $(BUILD)/tests/%: tests/accuracy/%.c $(BUILD)/lib/libextract.a $(BUILD)/lib/libnormalise.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(SAY) "ld    $@"
	$(Q)$(CC) $(ALL_CFLAGS) -Istages -Istages/extract -Istages/normalise $(LDFLAGS) -o $@ $< \
		-Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LIBS)

accuracy: all $(ACCURACY_BIN)
	@for p in $(ACCURACY_BIN); do RECOUNT_DATA=$(abspath $(DATA)) $$p || exit 1; done

# --- check ----------------------------------------------------------------------------------
CHECKS := check-format check-includes check-warnings check-static check-sanitizers check-leak
$(CHECKS): deps-check
check: $(CHECKS)
	@echo "check: clean"

format:
	@clang-format -i $(SOURCES)

check-format:
	@clang-format --dry-run -Werror $(SOURCES)

check-includes:
	@tests/check/includes.sh

# Warnings are errors here, in both compilers.
check-warnings:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/check-gcc CC=gcc CFLAGS='-O2 -Werror' all >/dev/null
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/check-clang CC=clang CFLAGS='-O2 -Werror' all >/dev/null

check-static:
	@cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,portability --inline-suppr \
		--library=tests/check/recount.cfg --suppressions-list=tests/check/cppcheck.txt -DRECOUNT_VERSION='"0"' -Icommon -Istages/extract \
		$(filter stages/%.c common/%.c,$(SOURCES))

SANITIZE := -fsanitize=address,undefined
check-sanitizers:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/check-asan CC=clang LDFLAGS='$(SANITIZE)' \
		CFLAGS='-O1 -g $(SANITIZE) -fno-sanitize-recover=undefined -fno-omit-frame-pointer' test

# A leak must fail the run: plant one and see.
check-leak:
	@tests/check/leak.sh $(BUILD)/check-leak
