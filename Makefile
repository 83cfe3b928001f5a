SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
export ASKFIRST_DATA ?= var

.PHONY: run setup check test prove bench pins

run: setup
	@$(BIN)/askfirst serve

setup: .venv/ready

.venv/ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c "import venv, ensurepip" 2>/dev/null || { echo "Installing python3-venv from the system's packages."; apt-get update -qq && apt-get install -y -qq python3-venv; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

check: setup
	@$(BIN)/python -m gates

test: setup
	@command -v chromium >/dev/null || { echo "Installing Chromium from the system's packages for the browser tests."; apt-get update -qq && apt-get install -y -qq chromium; }
	@$(BIN)/python -m pytest -n 2 --dist loadfile

prove: setup
	@$(BIN)/python -m pytest -m prove

bench: setup
	@for bench in bench/*.py; do case $$bench in bench/__init__.py) ;; *) $(BIN)/python $$bench || exit 1 ;; esac; done

pins:
	@$(BIN)/python -m pip install --quiet uv
	@cd requirements && for name in base dev bench; do ../$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url --universal --python-version 3.11 $$name.in -o $$name.txt; done
