# Two commands matter: `make demo` and `make test`. Both set everything up themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup demo test serve lint report docs clean

setup: $(STAMP)

$(STAMP): requirements.txt requirements-dev.txt pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv -q --allow-existing $(VENV) && \
	  uv pip install -q --python $(BIN)/python --require-hashes -r requirements-dev.txt && \
	  uv pip install -q --python $(BIN)/python --no-deps -e . ; \
	else \
	  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")' && \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e . ; \
	fi
	@touch $(STAMP)

demo: setup
	$(BIN)/nghitruong demo

serve: setup
	$(BIN)/nghitruong serve

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

test: setup lint
	$(BIN)/python -m tests.run

# What has grown past its budget: alarms, not failures.
report: setup
	$(BIN)/python -m tests.report

# The pages of docs/modules, from the code.
docs: setup
	$(BIN)/nghitruong manage docs

clean:
	rm -rf $(VENV) var
