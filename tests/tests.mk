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

.PHONY: test unit deps deps-test deps-check run-tests
define UNIT_TEST
$(BUILD)/obj/tests/unit/$(1).o: ALL_CFLAGS += -Istages $(foreach s,$(call unit_stages,$(1)),-Istages/$(s)) -Wno-missing-prototypes
$(BUILD)/tests/$(1): $(BUILD)/obj/tests/unit/$(1).o $(foreach s,$(call unit_stages,$(1)),$(BUILD)/lib/lib$(s).a) $(COMMON_LIB)
	@mkdir -p $$(@D)
	$$(SAY) "ld    $$@"
	$$(Q)$$(CC) $$(ALL_CFLAGS) $$(LDFLAGS) -o $$@ $$(filter %.o,$$^) -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group -lcriterion $$(LIBS)
endef
$(foreach t,$(notdir $(UNIT:.c=)),$(eval $(call UNIT_TEST,$(t))))

$(CHAIN_BIN): $(BUILD)/tests/%: tests/chain/%.c $(COMMON_LIB)
	@mkdir -p $(@D)
	$(SAY) "ld    $@"
	$(Q)$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes $(LDFLAGS) -o $@ $^ -lcriterion $(LIBS)

unit: $(UNIT_BIN) $(CHAIN_BIN)

deps:
	@CC=$(CC) sh tests/deps.sh
deps-test deps-check: deps-%:
	@CC=$(CC) sh tests/deps.sh $*

test: deps-test
	@$(MAKE) --no-print-directory run-tests

run-tests: all unit $(BUILD)/tests/write-schemas $(BUILD)/bin/generate $(BUILD)/bin/generate_copies $(BUILD)/bin/measure
	@RECOUNT_BIN=$(abspath $(BUILD))/bin RECOUNT_TESTS=$(abspath $(BUILD))/tests sh tests/run.sh $(BUILD)/test-logs $(UNIT_BIN) $(CHAIN_BIN) $(CHAIN)

# --- the schemas, made from the tables of columns and committed ---------------------------
$(BUILD)/obj/tests/schemas/%.o: ALL_CFLAGS += -Istages/export
$(BUILD)/tests/write-schemas: $(BUILD)/obj/tests/schemas/write.o $(BUILD)/lib/libexport.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(SAY) "ld    $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

.PHONY: schemas
schemas: $(BUILD)/tests/write-schemas
	$< schemas
