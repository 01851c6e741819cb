# Two commands matter: `make demo` shows what drafter does, `make test` checks everything.
# Both set themselves up in .venv; nothing but Python >= 3.11 with venv, and make, is needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
NPM_STAMP := node_modules/.ready
# Two workers at least, four at most: beyond that LibreOffice and Chromium only wait for each other.
PYTEST_FLAGS ?= -n auto --maxprocesses=4 --dist=worksteal

MAKEFLAGS += --no-print-directory
.PHONY: help setup demo test lint types format bench clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null \
	  || grep -h ' ## ' $(MAKEFILE_LIST)

setup: $(STAMP) ## a virtual environment with drafter and what its tests use

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "drafter needs Python 3.11 or later: make PYTHON=python3.11 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { echo "no virtual environments here; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "setting up $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

# No lock file: it would hold the packages of the one platform that it was made on; package.json
# names exact versions instead.
NPM_INSTALL := npm install --no-package-lock --no-fund --no-audit --loglevel=error >/dev/null

# The Open XML validator comes from npm. Where there is no npm, or no network, the tests that need
# it are skipped by name.
$(NPM_STAMP): package.json
	@if ! command -v npm >/dev/null; then echo "no npm: tests of Word files skip the validator"; \
	elif $(NPM_INSTALL); then touch $@; \
	else echo "npm install failed: tests of Word files skip the validator"; fi

demo: $(STAMP) ## export and compare the example pair; everything lands in build/demo
	@examples/demo.sh $(BIN)/drafter build/demo

test: $(STAMP) $(NPM_STAMP) lint types ## lint, types, all tests
	@$(BIN)/python -m pytest $(PYTEST_FLAGS)

lint: $(STAMP) ## ruff: all rules, and the format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(STAMP) ## mypy, strict
	@$(BIN)/mypy

format: $(STAMP) ## lay the code out and mend what ruff can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(STAMP) ## the benchmarks, each printing its figures
	@for file in benchmarks/*.py benchmarks/*/__main__.py; do \
	  module=$$(echo "$${file%.py}" | sed 's|/__main__$$||; s|/|.|g'); \
	  echo "== $$module"; $(BIN)/python -m $$module || exit 1; done

clean: ## remove everything that make has made
	rm -rf $(VENV) build dist node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
