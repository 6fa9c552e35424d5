# Everything is installed into .venv; stamp files in it say what is done already.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# pip reports the sha256 of each archive that it unpacks, for `make audit`.
INSTALL = $(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check \
	-c constraints.txt --report $(VENV)/installed$(@F)-$$(date +%s).json
ARGS ?=
CHROMIUM ?= $(firstword $(wildcard /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome))
export CHROMIUM

.DEFAULT_GOAL := help
.PHONY: help chat test lint format docs eval bench lock audit clean

help: ## show what can be made
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

chat: $(VENV)/.weights ## install, index the five articles, open the web chat (ARGS="--port 8000")
	@$(BIN)/pincite chat $(ARGS)

test: $(VENV)/.test $(VENV)/.weights ## install what the tests need and run all of them (ARGS="-k cite")
	@test -n "$(CHROMIUM)" || echo "No chromium found: tests in a real browser are skipped" \
		"(install chromium, or name one: make test CHROMIUM=/path/to/it)."
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(VENV)/.lint ## check format, style, types, layers and dependencies
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry .

format: $(VENV)/.lint ## put the code into its format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: $(VENV)/.weights ## write docs/cli.md and the outputs in README.md anew
	@$(BIN)/python -m ui.docs

eval: $(VENV)/.weights ## score the fixed question set
	@$(BIN)/pincite eval $(ARGS)

bench: $(VENV)/.weights ## measure speed and memory
	@test -e var/index/manifest.json || $(BIN)/pincite index
	@$(BIN)/pincite bench $(ARGS)

lock: $(VENV)/.python ## resolve all dependencies anew: constraints.txt, and requirements.lock with hashes
	@$(PYTHON) -m venv --clear var/lock
	@var/lock/bin/python -m pip install --quiet --disable-pip-version-check '.[test,lint,train,bench,milvus,ray]'
	@{ echo '# The whole environment as resolved by "make lock"; two installs a month apart are the same.'; \
		var/lock/bin/python -m pip freeze --exclude pincite | sed -E 's/^([^@ ]+==[^+]+)\+.*/\1/'; \
		} > var/constraints.txt
	@var/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@var/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
		--no-header --no-annotate -c var/constraints.txt -o var/requirements.lock pyproject.toml
	@mv var/constraints.txt var/requirements.lock . && rm -r var/lock

audit: $(VENV)/.chat ## hold what is installed against requirements.lock, and look for known faults
	@$(BIN)/python -m ui.locked $(VENV)
	@$(PYTHON) -m venv --clear var/audit
	@var/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	@var/audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock
	@rm -r var/audit

clean: ## remove the environment and the index; conversations, judgements, weights stay
	rm -rf $(VENV) var/index

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "Pincite needs Python 3.11 or newer, and none is on the path;" \
		"install one, or name it: make chat PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Pincite needs Python 3.11 or newer, $(PYTHON) is $$($(PYTHON) -V 2>&1);" \
		"name another: make chat PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "Making $(VENV) with $$($(PYTHON) -V) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) cannot make a virtual environment;" \
		"on Debian and Ubuntu: apt install python3-venv" >&2; rm -rf $(VENV); exit 2; }
	@touch $@

$(VENV)/.chat: $(VENV)/.python pyproject.toml constraints.txt
	@echo "Installing pincite and what it needs (some minutes the first time) ..."
	@$(INSTALL) -e .
	@touch $@

$(VENV)/.test: $(VENV)/.chat
	@echo "Installing what the tests need ..."
	@$(INSTALL) -e '.[test]'
	@touch $@

$(VENV)/.lint: $(VENV)/.chat
	@echo "Installing what checks the code ..."
	@$(INSTALL) -e '.[test,lint,train]'
	@touch $@

$(VENV)/.weights: $(VENV)/.chat index/weights.py
	@$(BIN)/python -m index.weights
	@touch $@
