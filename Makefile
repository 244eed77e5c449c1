# What a person types. Every target sets up what it needs: `make demo` works on a fresh clone.
SHELL := /bin/sh
PY := .venv/bin/python
ONLY ?=
MINUTES ?= 60
DATABASE ?= sqlite
export QT_QUICK_CONTROLS_STYLE ?= Material

.PHONY: help setup demo test lint bench soak restless screenshots clean

help:         ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

setup:        ## system libraries, virtual environment, compiled translations
	@packaging/setup.sh
	@$(PY) packaging/translations.py >/dev/null

demo: setup   ## a hub and two tablets at work; plays the story when there is no display
	@$(PY) -m clienteling demo

test: setup lint ## every check and every test, on as many cores as there are
	@$(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder || { \
	    ended=$$?; [ $$ended -eq 1 ] || exit $$ended; \
	    echo "Whatever failed runs once more, alone. What passes now is unsteady: its name stands above as FAILED or ERROR."; \
	    $(PY) -m pytest --last-failed --last-failed-no-failures none; }

lint: setup   ## style, types, architecture, QML
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/pyrefly check --summary=none
	@$(PY) packaging/qmllint.py

bench: setup  ## figures against their limits, into build/bench.json (ONLY=name for one)
	@$(PY) -m tests.bench $(ONLY)

soak: setup   ## random histories of writes and faults against what sync promises, into build/soak.json (MINUTES=60, DATABASE=postgresql)
	@$(PY) -m tests.soak --minutes $(MINUTES) --database $(DATABASE)

restless: setup ## somebody who touches whatever there is, on a slow tablet (MINUTES=60; TOGETHER=1: two, and a hub)
	@$(PY) -m tests.restless --minutes $(MINUTES) $(if $(TOGETHER),--together)

screenshots: setup ## every screen × light, dark × Italian, English × three sizes, into build/screenshots
	@$(PY) -m tests.screens

clean:        ## remove what can be made again
	rm -rf build .venv .pytest_cache .ruff_cache .hypothesis
