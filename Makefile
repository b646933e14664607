# Sidelong: one target for each habit. `make` alone lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Each kind of build has its own directory, so that none undoes another's work.
RELEASE := .build-release
SIDELONG := $(RELEASE)/release/sidelong
ROWS ?= 19150868
HISTORY := .build-run/listens-$(ROWS).tsv

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: release $(HISTORY) ## Build, make up a history of Last.fm-1K's size (ROWS=...), and analyse it
	$(SIDELONG) analyze $(HISTORY) --output sidelong-out

$(HISTORY): | release
	mkdir -p $(@D)
	$(SIDELONG) generate --rows $(ROWS) --seed 1 --output $@

.PHONY: libraries
libraries:
	@Scripts/install-libraries

.PHONY: release
release: libraries ## Build the program for use: .build-release/release/sidelong
	@# Without debug information, and a module by two threads: a sixth of the time of a first build.
	swift build -c release --static-swift-stdlib --product sidelong --scratch-path $(RELEASE) \
	  -debug-info-format none -Xswiftc -num-threads -Xswiftc 2

.PHONY: test
test: libraries ## Run every test
	@Scripts/install-libraries zstd curl
	@# The servers of NotificationsTests live for some minutes; beside all other tests that may be too short.
	python3 Tests/Fixtures/test_oracle.py
	python3 Tests/Fixtures/oracle.py check
	swift build --build-tests
	swift test --skip-build --filter NotificationsTests
	swift test --skip-build --skip NotificationsTests

# The engine for Spark brings gRPC along and is built apart, with the trait Spark.
SPARK_BUILD := swift build --traits Spark --scratch-path .build-spark
SPARK_RELEASE := .build-spark-release

.PHONY: release-spark
release-spark: libraries ## Build the program with the engine for Spark: .build-spark-release/release/sidelong
	@Scripts/install-libraries libcurl
	swift build -c release --static-swift-stdlib --product sidelong --traits Spark \
	  --scratch-path $(SPARK_RELEASE) -debug-info-format none -Xswiftc -num-threads -Xswiftc 2

.PHONY: test-spark
test-spark: libraries ## Run the tests of the engine for Spark, on a cluster of their own
	@Scripts/install-libraries libcurl openssl curl
	Scripts/object-stores setup
	$(SPARK_BUILD) --build-tests
	Scripts/test-spark

.PHONY: spark-demo
spark-demo: release-spark ## Analyse a history on a real cluster on this machine, and compare with the native answer
	Scripts/spark-demo $(SPARK_RELEASE)/release/sidelong

.PHONY: bench
bench: release ## Measure against DuckDB, Polars and ClickHouse, and hold the bars (ARGS=--quick)
	Benchmarks/run --sidelong $(SIDELONG) $(ARGS)

.PHONY: bench-faults
bench-faults: release ## Measure what becomes of faulty rows in six tools (needs Java for Spark)
	Benchmarks/run faults --sidelong $(SIDELONG) $(ARGS)

.PHONY: bench-spark
bench-spark: release-spark ## Measure a Spark cluster on this machine against the same job in PySpark (ARGS=--quick)
	Benchmarks/run spark --sidelong $(SPARK_RELEASE)/release/sidelong $(ARGS)

.PHONY: bench-peers
bench-peers: ## Hold the benchmark's checked peers to the golden fixtures
	Benchmarks/run verify

.PHONY: format
format: ## Format the Swift sources
	swift format --in-place --recursive Package.swift Sources Tests

.PHONY: check
check: ## Hold the gates: format, complexity, sizes, scripts
	Scripts/check

.PHONY: monitoring
monitoring: release ## Check the metrics and the alert rules with promtool
	Scripts/check-monitoring $(SIDELONG)

.PHONY: coverage
coverage: libraries ## Run the tests with line coverage; the domain must have 100 %
	Scripts/check-coverage

.PHONY: docs
docs: release ## Write docs/cli.md from the program's own help
	Scripts/write-cli-reference $(SIDELONG)

.PHONY: clean
clean: ## Remove everything that was built or made up
	rm -rf .build .build-* sidelong-out
