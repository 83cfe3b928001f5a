# AskFirst. `make run` serves it; `make check` and `make test` are what CI runs.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PEERS := .venv-bench/.ready
WORKERS ?= 2
PIP := -m pip --disable-pip-version-check --quiet

.PHONY: help setup run check test prove bench pins docs format chromium

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

setup: $(READY)  ## everything AskFirst needs, in .venv; a second run does nothing

run: setup  ## serve it at http://localhost:8000 (PORT= chooses another)
	@exec $(BIN)/askfirst serve

check: setup  ## every gate, one line each (make check GATE=name for one alone)
	@$(BIN)/python -m gates $(GATE)

test: setup chromium  ## the tests
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

prove: setup chromium  ## the longer runs
	@PROFILE=prove $(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -o faulthandler_timeout=0 -m "prove or not prove"

# A benchmark that imports a peer runs where the peers are; the others run where AskFirst runs.
bench: setup $(PEERS)  ## the benchmarks, each a ratio against a peer or itself
	@failed=0; for one in $$(grep -l '^def main' bench/*.py); do \
	  echo "== $$one"; \
	  if grep -qE '^(import|from) (presidio|profanity_check)' $$one; then PYTHONPATH=. .venv-bench/bin/python $$one; else PYTHONPATH=. $(BIN)/python $$one; fi || failed=1; done; exit $$failed

format: setup  ## let ruff set the layout
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --quiet --fix .

docs: setup  ## write the generated documents again
	@$(BIN)/python -m gates.generated

pins: setup  ## compile requirements/*.txt again from *.in, on the index pip is set to
	@$(BIN)/python requirements/pins.py

# The interpreter's own venv; a bare Debian splits it off into python3-venv.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "AskFirst needs Python 3.11 or later. Do: make setup PYTHON=python3.11"; exit 1; }
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing python3-venv ..."; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null; \
	  else echo "This Python has no venv. Do: sudo apt-get install python3-venv"; exit 1; fi; fi
	@$(PYTHON) -m venv .venv

$(READY): requirements/dev.txt pyproject.toml | .venv/bin/python
	@echo "Setting up .venv ..."
	@$(BIN)/python $(PIP) install --require-hashes -r requirements/dev.txt
	@$(BIN)/python $(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# Peers are measured against, never shipped: they live apart, so that nothing of ours can come to need them.
$(PEERS): requirements/dev.txt requirements/bench.txt pyproject.toml | $(READY)
	@echo "Setting up .venv-bench (peers) ..."
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python $(PIP) install --require-hashes -r requirements/dev.txt -r requirements/bench.txt
	@.venv-bench/bin/python $(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# Browser tests drive the system's own Chromium: its shell without a window where the system has one, since it is the quicker.
chromium:
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing chromium ..."; apt-get update -qq && { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell >/dev/null 2>&1 || \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; }; \
	  else echo "The browser tests need Chromium. Do: sudo apt-get install chromium"; exit 1; fi; }
