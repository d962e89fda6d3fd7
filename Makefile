# Needs Python (3.11 or later) and make; everything else is installed below, into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
# Folders of real recordings with references, not ours to give away: without them the accuracy floors hold on the fixtures
# alone.
SPEECH ?= $(wildcard ../shared/speech ../shared/spontaneous)
export SPEECH
PAGES ?= ../shared/pages
CASE := fixtures/lbc
SECONDS ?= 60
WORKERS ?= 2
FAST := 'not model and not gate and not browser and not hostile'

.DEFAULT_GOAL := help
.PHONY: help demo test fast fuzz coverage lint accuracy voices pages bench bench-everyday bench-gpu many screenshots clean

help:  ## what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# The pip that comes with Python 3.11 knows no dependency groups.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) 'pip>=25.1'
	$(PIP) -e '.[offline,editors,fast,cluster]' --group dev
	@touch $@

demo: $(READY)  ## check the LBC article against its recordings, and say where the reports are
	@mkdir -p demo
	-$(BIN)/align check $(CASE)/naseem.mp3 $(CASE)/smallman.mp3 $(CASE)/javid.mp3 $(CASE)/article.txt \
		-o demo/report.html -o demo/report.txt -o demo/report.json -o demo/report.srt -o demo/report.vtt -o demo/report.diff
	@cat demo/report.txt
	@echo
	@echo "The same report as files:" demo/*

# Files in order, for the accuracy floors, of which there are few, take longest and come first.
test: $(READY)  ## the whole suite, with the accuracy floors on real speech if SPEECH names folders; WORKERS files at once
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder
	@test -n "$(SPEECH)" || echo "The accuracy floors of real speech were not measured: SPEECH names no folder."

fast: $(READY)  ## the tests that need no model, no browser and about a minute
	$(BIN)/python -m pytest -m $(FAST)

fuzz: $(READY)  ## mutated files for every reader, for SECONDS in all, or for READERS="pdf docx" alone, with counts
	$(BIN)/python -m tests.hostile.fuzz $(SECONDS) $(READERS)

coverage: $(READY)  ## which lines those tests leave out
	$(BIN)/coverage run -m pytest -m $(FAST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: $(READY)  ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

accuracy: $(READY)  ## the accuracy tables on folders of recordings with references: make accuracy SPEECH="folder …"
	$(BIN)/python -m tests.accuracy $(SPEECH)

voices: $(READY)  ## how well voices are told apart, and quotes under wrong names found: make voices SPEECH=folder
	$(BIN)/python -m tests.voices $(SPEECH)

pages: $(READY)  ## how well saved web pages are read, on a folder of pages with gold: make pages PAGES=folder
	$(BIN)/python -m tests.webpages $(PAGES)

bench: $(READY)  ## the speed table: ratios against whisper and faster-whisper, on an idle machine
	$(PIP) --group bench
	$(BIN)/python -m tests.speed $(firstword $(SPEECH))

bench-everyday: $(READY)  ## the rows of short recordings and a busy machine alone
	$(PIP) --group bench
	$(BIN)/python -m tests.speed $(firstword $(SPEECH)) --everyday

bench-gpu: $(READY)  ## how fast a GPU hears, against transformers with the same weights, on a machine that has one
	$(PIP) --group bench
	$(BIN)/python -m tests.speed.gpu

many: $(READY)  ## a batch of 200 articles on 40 clips of SPEECH: processes, Dask, kills; fewer with CLIPS=8
	$(BIN)/python -m tests.batches.many $(SPEECH) many $(CLIPS)

screenshots: $(READY)  ## make the README's pictures anew (needs a Chromium)
	$(BIN)/python -m tests.browser.screenshots

clean:  ## forget what was installed and made
	rm -rf $(VENV) demo many dist build .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
