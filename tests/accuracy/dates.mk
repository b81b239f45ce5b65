# How well dates are read: tests/accuracy/dates.csv (-v as ARGS shows every difference).
ACCURACY_DATES := $(BUILD)/tests/accuracy-dates
$(BUILD)/obj/tests/accuracy/accuracy_dates.o: ALL_CFLAGS += -Istages/extract
$(ACCURACY_DATES): $(BUILD)/obj/tests/accuracy/accuracy_dates.o $(BUILD)/lib/libextract.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

.PHONY: accuracy accuracy-dates
accuracy: accuracy-dates
accuracy-dates: $(ACCURACY_DATES) data
	@$(ACCURACY_DATES) $(ARGS) $(DATA) tests/accuracy/dates.csv
