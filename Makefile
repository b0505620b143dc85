# make run    set up, read the corpus, serve the room (HOST and PORT say where)
# make test   set up, run all tests
# make check  what every commit must pass: lint, types, tests
# make import-tools   install what reads web pages, feeds, archives, books and PDF for “flask import”
# make clean  remove what can be made again; the corpus and its versions stay

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint check import-tools clean

run: .venv/run
	@$(BIN)/python app.py

# Processes that the tests start find modules compiled, whatever the machine is set to. Files go in order: the others start with
# those of many tests, and a long file of few tests is left to one core at the end.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/test
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test

import-tools: .venv/import

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find index -mindepth 1 ! -name README.md -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/import: .venv/run reading_room/importing/requirements.txt
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r reading_room/importing/requirements.txt
	@touch $@

.venv/test: .venv/import tests/requirements.txt
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r tests/requirements.txt
	@touch $@
