# What `make test` builds and runs: one Criterion program for each tests/unit/test_MODULE.c,
# linked with the library of the stage that MODULE lies in, and the scripts of tests/chain.
# A test that needs further stages says so in a line of its own: /* link: extract normalise */

UNIT      := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BIN  := $(UNIT:tests/unit/%.c=$(BUILD)/tests/%)
CHAIN     := $(sort $(wildcard tests/chain/test_*.sh))
# Programs that run the whole chain.
CHAIN_BIN := $(patsubst tests/chain/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/chain/test_*.c)))
# Stages that a test program is linked with.
unit_stages = $(sort $(patsubst stages/%/,%,$(dir $(wildcard stages/*/$(1:test_%=%).c))) \
	$(shell sed -n 's,^/\* link: \(.*\) \*/$$,\1,p' tests/unit/$(1).c))

.PHONY: test unit deps deps-test run-tests
define UNIT_TEST
$(BUILD)/obj/tests/unit/$(1).o: ALL_CFLAGS += -Istages $(foreach s,$(call unit_stages,$(1)),-Istages/$(s)) -Wno-missing-prototypes
$(BUILD)/tests/$(1): $(BUILD)/obj/tests/unit/$(1).o $(foreach s,$(call unit_stages,$(1)),$(BUILD)/lib/lib$(s).a) $(COMMON_LIB)
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_CFLAGS) $$(LDFLAGS) -o $$@ $$(filter %.o,$$^) -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group -lcriterion $$(LIBS)
endef
$(foreach t,$(notdir $(UNIT:.c=)),$(eval $(call UNIT_TEST,$(t))))

$(CHAIN_BIN): $(BUILD)/tests/%: tests/chain/%.c $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes $(LDFLAGS) -o $@ $^ -lcriterion $(LIBS)

unit: $(UNIT_BIN) $(CHAIN_BIN)

deps:
	@CC=$(CC) sh tests/deps.sh
deps-test:
	@CC=$(CC) sh tests/deps.sh test

test: deps-test
	@$(MAKE) --no-print-directory run-tests

run-tests: all unit $(BUILD)/tests/write-schemas $(BUILD)/bin/generate $(BUILD)/bin/generate_copies $(BUILD)/bin/measure
	@RECOUNT_BIN=$(abspath $(BUILD))/bin RECOUNT_TESTS=$(abspath $(BUILD))/tests sh tests/run.sh $(BUILD)/test-logs $(UNIT_BIN) $(CHAIN_BIN) $(CHAIN)

# --- the schemas, made from the tables of columns and committed ---------------------------
$(BUILD)/obj/tests/schemas/%.o: ALL_CFLAGS += -Istages/export
$(BUILD)/tests/write-schemas: $(BUILD)/obj/tests/schemas/write.o $(BUILD)/lib/libexport.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

.PHONY: schemas
schemas: $(BUILD)/tests/write-schemas
	$< schemas

# make fuzz-ingest FUZZ_SECONDS=300: files of any kind, texts of any layout (clang's libFuzzer).
.PHONY: fuzz-ingest fuzz-ingest-here
fuzz-ingest:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)' fuzz-ingest-here
fuzz-ingest-here: $(BUILD)/tests/fuzz_ingest $(DATA)/lexicon.bin
	RECOUNT_SHARE=$(abspath $(DATA)) $< -max_total_time=$(FUZZ_SECONDS) -max_len=8192 -timeout=10
$(BUILD)/tests/fuzz_ingest: $(BUILD)/obj/tests/fuzz/fuzz_ingest.o $(BUILD)/lib/libingest.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer,address,undefined -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LIBS)
$(BUILD)/obj/tests/fuzz/fuzz_ingest.o: ALL_CFLAGS += -Istages/ingest

# make fuzz-numbers FUZZ_SECONDS=300: any bytes as digits and as a text with figures.
.PHONY: fuzz-numbers fuzz-numbers-here
fuzz-numbers:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)' fuzz-numbers-here
fuzz-numbers-here: $(BUILD)/tests/fuzz_numbers data
	RECOUNT_DATA=$(abspath $(DATA)) $< -max_total_time=$(FUZZ_SECONDS) -max_len=2048 -timeout=10
$(BUILD)/tests/fuzz_numbers: $(BUILD)/obj/tests/fuzz/fuzz_numbers.o $(BUILD)/lib/libextract.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer,address,undefined -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LIBS)
$(BUILD)/obj/tests/fuzz/fuzz_numbers.o: ALL_CFLAGS += -Istages/extract

# make fuzz-html FUZZ_SECONDS=300: any bytes as a web page; the pages of the fixtures are the seeds.
.PHONY: fuzz-html fuzz-html-here
fuzz-html:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)' fuzz-html-here
fuzz-html-here: $(BUILD)/tests/fuzz_html $(DATA)/lexicon.bin
	@mkdir -p $(BUILD)/corpus-html
	RECOUNT_SHARE=$(abspath $(DATA)) $< -max_total_time=$(FUZZ_SECONDS) -max_len=16384 -timeout=10 -artifact_prefix=$(BUILD)/ $(BUILD)/corpus-html fixtures/web-pages/articles
$(BUILD)/tests/fuzz_html: $(BUILD)/obj/tests/fuzz/fuzz_html.o $(BUILD)/lib/libingest.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer,address,undefined -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LIBS)
$(BUILD)/obj/tests/fuzz/fuzz_html.o: ALL_CFLAGS += -Istages/ingest

# make fuzz-warc, fuzz-http, fuzz-feed, fuzz-rows, fuzz-jsonl FUZZ_SECONDS=300: the kinds of input,
# from the seeds in tests/fuzz/seeds. What is found beyond them stays in build/fuzz.
FUZZ_KINDS := warc http feed rows jsonl
.PHONY: $(FUZZ_KINDS:%=fuzz-%) $(FUZZ_KINDS:%=fuzz-%-here)
$(FUZZ_KINDS:%=fuzz-%): fuzz-%:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)' fuzz-$*-here
$(FUZZ_KINDS:%=fuzz-%-here): fuzz-%-here: $(BUILD)/tests/fuzz_% $(DATA)/lexicon.bin
	@mkdir -p $(BUILD)/corpus/$*
	RECOUNT_SHARE=$(abspath $(DATA)) $< -max_total_time=$(FUZZ_SECONDS) -max_len=16384 -timeout=10 -rss_limit_mb=1024 \
		$(BUILD)/corpus/$* tests/fuzz/seeds/$*
$(FUZZ_KINDS:%=$(BUILD)/tests/fuzz_%): $(BUILD)/tests/fuzz_%: $(BUILD)/obj/tests/fuzz/fuzz_%.o $(BUILD)/lib/libingest.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer,address,undefined -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LIBS)
$(FUZZ_KINDS:%=$(BUILD)/obj/tests/fuzz/fuzz_%.o): ALL_CFLAGS += -Istages/ingest

# make fuzz-dates, fuzz-speakers FUZZ_SECONDS=300: any bytes as dates and as a text in which somebody speaks.
FUZZ_READING := dates speakers
.PHONY: $(FUZZ_READING:%=fuzz-%) $(FUZZ_READING:%=fuzz-%-here)
$(FUZZ_READING:%=fuzz-%): fuzz-%:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)' fuzz-$*-here
$(FUZZ_READING:%=fuzz-%-here): fuzz-%-here: $(BUILD)/tests/fuzz_% data
	RECOUNT_DATA=$(abspath $(DATA)) $< -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10
$(FUZZ_READING:%=$(BUILD)/tests/fuzz_%): $(BUILD)/tests/fuzz_%: $(BUILD)/obj/tests/fuzz/fuzz_%.o $(BUILD)/lib/libextract.a $(BUILD)/lib/libnormalise.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer,address,undefined -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LIBS)
$(FUZZ_READING:%=$(BUILD)/obj/tests/fuzz/fuzz_%.o): ALL_CFLAGS += -Istages/extract -Istages/normalise
