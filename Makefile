# The two commands that matter: `make run` and `make test`. Everything else is for those who work on it.
# On Windows and macOS see the README for the same steps without make.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
# Threads that wait for each other by spinning slow down whatever else runs on the machine.
export OMP_WAIT_POLICY ?= PASSIVE
# Python keeps what it compiled: every test that starts the program would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE
# All tests run side by side; a part, as in `make test ARGS="tests/core/search -k barcode"`, in one process.
ARGS ?= --numprocesses auto --maxprocesses 8 --dist worksteal --quiet
# Many tests wait for processes and for clocks: one worker more than there are cores.
export PYTEST_XDIST_AUTO_NUM_WORKERS ?= $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")

.PHONY: run test test-long check bench screenshots translations package docs help setup setup-dev setup-bench setup-package
.DEFAULT_GOAL := run

run: setup  ## open the window on the demo shop
	@$(VENV_PYTHON) -m desktop_app demo

test: setup-dev  ## the tests; a part by ARGS="tests/core/search -k barcode"
	@$(VENV_PYTHON) -m pytest -m "not long" $(ARGS)

test-long: setup-dev  ## all tests, the ones that take minutes too
	@$(VENV_PYTHON) -m pytest --timeout 7200 $(ARGS)

check: setup-dev  ## style, types, import contracts, translations
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@$(VENV_PYTHON) tools/update_translations.py --check

bench: setup-bench  ## our times beside those of rivals, and beside the log that is kept (benchmarks)
	@$(VENV_PYTHON) -m benchmarks.speed_log

screenshots: setup  ## pictures of every page in both languages and themes
	@$(VENV_PYTHON) tools/screenshots
	@$(VENV_PYTHON) tools/phone_pictures.py

translations: setup-dev  ## bring the translation source up to date with the code
	@$(VENV_PYTHON) tools/update_translations.py

package: setup-package  ## build the program that is handed out, start it, use it (dist/)
	@$(VENV_PYTHON) packaging/build_package.py --archives

docs: setup-dev  ## the pages in docs/ as a site, in build/docs
	@$(VENV_PYTHON) tools/build_docs.py

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup:
	@$(PYTHON) tools/set_up.py

setup-dev:
	@$(PYTHON) tools/set_up.py --extra dev --extra compare

setup-bench:
	@$(PYTHON) tools/set_up.py --extra dev --extra compare --extra bench

setup-package:
	@$(PYTHON) tools/set_up.py --extra package
