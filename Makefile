# The two commands that matter: `make run` and `make test`. Everything else is for those who work on it.
# On Windows and macOS see the README for the same steps without make.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
# Threads that wait for each other by spinning slow down whatever else runs on the machine.
export OMP_WAIT_POLICY ?= PASSIVE

.PHONY: setup setup-dev setup-bench run test test-long check bench screenshots package docs translations

setup:
	@$(PYTHON) packaging/set_up.py

setup-dev:
	@$(PYTHON) packaging/set_up.py --extra dev

setup-bench:
	@$(PYTHON) packaging/set_up.py --extra dev --extra bench

run: setup
	@$(VENV_PYTHON) -m desktop_app demo

test: setup-dev
	@$(VENV_PYTHON) -m pytest -m "not long"

test-long: setup-dev
	@$(VENV_PYTHON) -m pytest --timeout 7200

check: setup-dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@$(VENV_PYTHON) packaging/update_translations.py --check

bench: setup-bench
	@$(VENV_PYTHON) tests/benchmarks/run.py

screenshots: setup
	@$(VENV_PYTHON) packaging/screenshots.py

translations: setup-dev
	@$(VENV_PYTHON) packaging/update_translations.py
