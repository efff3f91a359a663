# The one door to every task. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
# A devcontainer names its own: the folder is the host's, where `.venv` may belong to another Python.
VENV ?= .venv
BIN := $(VENV)/bin

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site test serve check lint fix fuzz docs bench-dates bench-site bench-draft lock clean browser
.PHONY: review comment links workflows template reproducible

help:  ## list what can be done
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# The stamp holds the name of the lock that was installed, so that a changed lock installs again.
$(VENV)/%.stamp: requirements/%.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing requirements/$*.txt into $(VENV)"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/$*.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

site: $(VENV)/site.stamp  ## read, check and build the site into site/
	$(BIN)/crisis-timeline check
	$(BIN)/crisis-timeline build

serve: $(VENV)/site.stamp  ## show the site at http://127.0.0.1:8000, rebuilt on each save
	$(BIN)/crisis-timeline serve

check: $(VENV)/site.stamp  ## check timeline.yml alone
	$(BIN)/crisis-timeline check

# The three that the workflows run beside `check`, `site` and `test`. CHANGE is the repository of a pull request, BASE
# what it is judged against; they reach the shell as variables, never as text.
CHANGE ?= .
BASE ?= main
REPORT ?= .cache/review/report
PREVIEW ?= .cache/review/preview
export CHANGE BASE REPORT PREVIEW

review: $(VENV)/site.stamp  ## say what the last commits change, as a pull request's check does (BASE=main)
	@$(BIN)/crisis-timeline --root "$$CHANGE" review --base "$$BASE" --report "$$REPORT" --preview "$$PREVIEW"

comment:  ## write a pull request's comment (in the workflow `comment` alone; needs Python and no package)
	@PYTHONPATH=. $(PYTHON) -P -m generator.pull_request

links: $(VENV)/site.stamp  ## ask whether the sources' addresses still answer (needs the network)
	@$(BIN)/crisis-timeline links

browser: $(VENV)/test.stamp  ## find a Chromium for the browser tests, or install one
	@$(BIN)/python -m tests.browser.find

lint: $(VENV)/test.stamp  ## lint and types alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint browser  ## lint, types, unit tests, doctests, a real build, a real browser
	$(BIN)/pytest -n auto

workflows: $(VENV)/test.stamp  ## the tests of the workflows alone: actionlint, zizmor, their schemas, our policy
	$(BIN)/pytest tests/workflows

fix: $(VENV)/test.stamp  ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Locked versions stay as they are, so that a second run changes nothing; `make lock NEWER=yes` takes the newest.
NEWER ?=
COMPILE = $(BIN)/uv pip compile -q $(if $(NEWER),--upgrade) --universal

lock: $(VENV)/test.stamp  ## renew the hash-locked requirements, the bill of materials, what a new crisis gets
	$(COMPILE) --generate-hashes --python-version 3.11 --no-header --extra build pyproject.toml -o requirements/site.txt
	$(COMPILE) --generate-hashes --python-version 3.11 --no-header --extra build --extra test pyproject.toml -o requirements/test.txt
	$(BIN)/python requirements/bill_of_materials.py > requirements/bill.new && mv requirements/bill.new requirements/bill-of-materials.json
	$(BIN)/python -m tests.init.shared

reproducible: $(VENV)/test.stamp  ## build in eight surroundings and with every Python at hand: one hash
	$(BIN)/pytest -m long tests/test_reproducible.py

template: $(VENV)/test.stamp  ## renew what a new crisis shares with this one, after a change to workflows or forms
	$(BIN)/python -m tests.init.shared

# How many damaged files; `make fuzz COUNT=1000` is soon done.
COUNT ?= 100000

fuzz: $(VENV)/test.stamp  ## damage the record in many ways and see that each is answered; the short form runs in `make test`
	$(BIN)/python -m tests.fuzz.timeline --count $(COUNT)
	$(BIN)/python -m tests.fuzz.planted
	$(BIN)/python -m tests.fuzz.shuffled
	HANGS=2 $(BIN)/pytest tests/timeline/test_traps.py

# SETS is a folder with development sets of annotated texts and their scorer; without it only speed is measured.
bench-dates: $(VENV)/test.stamp  ## measure the resolver beside its peers: accuracy (SETS=FOLDER) and speed
	@$(BIN)/python -m bench.dates $(if $(SETS),--sets $(SETS))

docs: $(VENV)/site.stamp  ## renew the pages that are made from code: the schema, the problems, how dates are read
	$(BIN)/python -m generator.timeline.generate
	$(BIN)/python -m generator.dates.manual > docs/dates.md

# `make bench-site SIZES=10000` takes minutes.
SIZES ?= 100 1000

bench-site: $(VENV)/test.stamp  ## measure a build of made-up timelines: time, memory, size (SIZES="100 1000")
	@$(BIN)/python -m bench.site $(SIZES)

bench-draft: $(VENV)/test.stamp  ## measure the drafting against the reading lists
	@$(BIN)/python -m tests.reading_lists.measure

clean:  ## remove what was made: the site, the environment, the caches
	rm -rf site .venv .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
