# Needs only Python 3.11 or newer and make; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

# Two processes, a file of tests in one of them, so that the files share their fixtures.
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: setup check demo test lint browser figures pictures fuzz constraints sbom audit coverage clean

setup: $(STAMP)

$(STAMP): constraints.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

demo: setup
	$(BIN)/framing compare seeds

browser: setup
	$(BIN)/python tests/browser/install.py

test: setup browser
	$(PYTEST)

# What to run after every change: two to three minutes on two cores, without browser, app, whole gold sets and slow tests.
check: lint
	$(PYTEST) -m "not (browser or app or gold or slow)"

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

figures: setup
	$(BIN)/framing evaluate all tests/gold/seeds --texts seeds --name "seed articles, used in development" --record
	$(BIN)/framing evaluate naming tests/gold/naming/sentences.jsonl --name "short texts with contested names, used in development" --record
	$(BIN)/framing evaluate attribution tests/gold/attribution/sentences.jsonl --name "sentences written for this project, used in development" --record
	$(BIN)/framing evaluate reuse tests/gold/reuse --texts tests/gold/reuse/texts --name "constructed rewrites, used in development" --record
	$(BIN)/framing evaluate numbers tests/gold/numbers/unseen.jsonl --name "written sentences on quantities, not used in development" --record
	$(BIN)/framing evaluate roles tests/gold/roles --name "sentences written for this project, used in development" --record
	$(BIN)/framing evaluate casualty tests/gold/casualty/sentences.jsonl --name "sentences written for this project, used in development" --record
	$(BIN)/framing evaluate casualty tests/gold/casualty/unseen.jsonl --name "written sentences on casualties, not used in development" --record
	$(BIN)/framing evaluate claims tests/gold/claims --texts tests/gold/claims/texts --name "constructed events, 12 articles, used in development" --record
	$(BIN)/python -m docs.generate

# Damaged inputs at random, read and compared; what fails is kept in outputs/fuzz.
SECONDS ?= 600
SEED ?= 1
fuzz: setup
	$(BIN)/python -m tests.fuzz $(SECONDS) $(SEED)

# All versions with their hashes, from pyproject.toml; uv comes from the package index into a place of its own.
constraints:
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	build/uv/bin/uv pip compile --quiet --universal --all-extras --generate-hashes --no-header --no-annotate \
	  --python-version 3.11 --constraint constraints.txt --output-file constraints.txt pyproject.toml

# How much of the code the tests run, the processes that they start included.
coverage: setup browser
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder; code=$$?; \
	  $(BIN)/coverage combine --quiet; $(BIN)/coverage report; exit $$code

# What is installed and what is known against it; the tools come from the package index into a place of their own.
sbom:
	$(PYTHON) -m venv build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check "cyclonedx-bom>=7" \
	  || { echo "cyclonedx-bom cannot be fetched: the package index is out of reach"; exit 1; }
	build/audit/bin/cyclonedx-py requirements --output-format JSON --output-file build/sbom.json constraints.txt
	@echo "Written: build/sbom.json"

audit:
	$(PYTHON) -m venv build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check "pip-audit>=2.9" \
	  || { echo "pip-audit cannot be fetched: the package index is out of reach"; exit 1; }
	@build/audit/bin/pip-audit --requirement constraints.txt --require-hashes --disable-pip --progress-spinner off \
	  >build/audit.txt 2>&1; code=$$?; cat build/audit.txt; \
	  if [ $$code -gt 1 ] || grep -qE "could not be audited|Traceback|Error" build/audit.txt; then \
	  echo "the list of known vulnerabilities was out of reach for some or all packages: these were not checked"; exit 2; fi; \
	  exit $$code

pictures: setup browser
	$(BIN)/python -m docs.pictures

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache
