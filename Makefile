# Everything runs in .venv of this checkout; each target makes it first when it is missing or out of date.
SHELL := /bin/bash
unexport PYTHONDONTWRITEBYTECODE  # each start would compile anew all that it imports
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
INSTALLER ?= $(BIN)/python -m pip install -qq --disable-pip-version-check
WAREHOUSE ?= warehouse/yanshu.duckdb

COMPILED := build/compiled

.PHONY: help setup run test lint format compiled bench score clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP)  ## make .venv and install Yanshu into it, at the versions of constraints.txt

$(STAMP): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Yanshu needs Python 3.11 or later: make setup PYTHON=/path/to/python3.11"; exit 1; }
	$(INSTALLER) --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: setup  ## read the sample articles, then show which city raised how much in the first half of 2024
	$(BIN)/yanshu refresh seeds/articles --warehouse $(WAREHOUSE)
	@$(BIN)/yanshu show financing_by_city --where "period = '2024H1'" --warehouse $(WAREHOUSE)

test: setup  ## run the tests
	$(BIN)/python -m pytest -q -n auto

lint: setup  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

format: setup  ## mend what the linter can mend
	$(BIN)/ruff check --fix .

compiled: $(COMPILED)/yanshu  ## make build/compiled/yanshu, a copy whose reading is compiled (needs a C compiler)

$(COMPILED)/yanshu: $(STAMP) hatch_build.py $(shell find flows sql seeds -type f -not -name '*.pyc')
	@rm -rf $(COMPILED)
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m pip wheel -qq --no-deps --wheel-dir $(COMPILED) .
	@$(BIN)/python -m pip install -qq --no-deps --target $(COMPILED)/site $(COMPILED)/*.whl
	@ls $(COMPILED)/site/*__mypyc* >/dev/null 2>&1 || \
		echo "$(COMPILED)/yanshu is not compiled (is there a C compiler, and Python.h?): it reads the same, at the usual speed"
	@printf '#!/bin/sh\nPYTHONPATH="%s" exec "%s" "$$@"\n' '$(CURDIR)/$(COMPILED)/site' '$(CURDIR)/$(BIN)/yanshu' >$@
	@chmod +x $@

bench: setup compiled  ## measure speed beside the peers (installs them), compiled and not
	$(INSTALLER) --constraint constraints.txt --editable '.[dev,bench]'
	$(BIN)/python -m tests.benchmarks

score: setup  ## figures on the annotated articles, and their errors by cause
	@$(BIN)/python -m tests.score_report

clean:  ## remove what can be made again
	rm -rf $(VENV) build dist warehouse/lake warehouse/*.duckdb
