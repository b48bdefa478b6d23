# Thin: what to run, and when it must be run again. The work itself is in `sop` (buku_sop/) and in
# the tools of pyproject.toml. Needs python3 (3.11 or newer, with venv), make and git.
#
#   make site      set everything up and build the handbook into site/
#   make serve     the same, live in the browser, while you edit   (ARGS=--buka opens one)
#   make luring    the same as one zip in .build/luring/, to open from a folder without a network
#   make wheel     make the program as a wheel, with all that offices need, in dist/   (same sources, same bytes)
#   make test      set everything up and run the tests      (ARGS="-k waktu -n 0" goes to pytest)
#   make test-semua  the same with all made-up flows and eight times the examples, before a release
#   make bench     measure the speed of everything (ARGS="periksa penuh" takes parts)
#   make check     format, lint, types, import contract, form of the data, tests, strict build
#   make audit     look all packages up in the lists of known weaknesses
#   make sbom      list all packages and their licences (.build/sbom.json, docs/dev/licences.md)
#   make lock      write the lock files again               (UV_FLAGS=--upgrade for new versions)
#   make clean     remove what was built; `distclean` also what was installed

PYTHON ?= python3
ARGS ?=
UV_FLAGS ?=

VENV := .venv
BIN := $(VENV)/bin
# Packages come by pip, which knows the settings of its machine; by uv where it is named (.ci/run), in a tenth of the time.
UV_OWN := .build/uv/bin/uv
UV ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
PIP_INSTALL := $(if $(UV),$(UV) pip install --quiet --no-config --python $(BIN)/python,$(PIP))
NODE_MIN := 18
# A process more than cores, since tests wait a third of their time for browsers and servers; each file of tests in one of
# them, since its tests share what they set up; in the order of tests/conftest.py, the long ones first.
PROCESSES := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
PYTEST := $(BIN)/pytest -n $(PROCESSES) --dist loadfile --no-loadscope-reorder

# A node installed through pip (below) lies in .venv and is found by everything that is run here.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Compiled modules are kept, also where the machine says otherwise: hundreds of processes start.
unexport PYTHONDONTWRITEBYTECODE
# Material's advertisement for its successor; versions are pinned here.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve luring wheel test test-semua bench check audit sbom lock clean distclean setup dev browser
.DELETE_ON_ERROR:

help:
	@sed -n 's/^#   //p' Makefile

# --- What people type -----------------------------------------------------------------

site: setup
	$(BIN)/sop situs

serve: setup
	$(BIN)/sop sajikan $(ARGS)

luring: setup
	$(BIN)/sop luring

wheel: setup
	$(BIN)/python .ci/roda.py

test: dev browser
	$(PYTEST) $(ARGS)

test-semua: dev browser
	$(PYTEST) --semua $(ARGS)

bench: dev
	$(BIN)/python -m benchmarks.bench $(ARGS)

check: dev browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/sop rapikan --periksa
	$(PYTEST) $(ARGS)
	$(BIN)/sop situs

clean:
	rm -rf site .build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . \( -path ./.git -o -path ./$(VENV) -o -path ./node_modules \) -prune \
		-o -type d -name __pycache__ -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV) node_modules *.egg-info

# --- Setting up: each step leaves a stamp and is repeated only when its list changes ----

# What the editor of the site needs of PyPI, so that building asks no network; a site is built without it, too.
ENGINE = $(BIN)/python -m buku_sop.adapters.peramban.roda .build/mesin/roda

setup: $(VENV)/.stamp-site node_modules/.stamp
dev: $(VENV)/.stamp-dev node_modules/.stamp

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Perlu Python 3.11 atau lebih baru, sedangkan '$(PYTHON)' adalah: $$($(PYTHON) --version 2>&1)." >&2; \
		echo "Pasang Python yang lebih baru, atau sebutkan: make site PYTHON=python3.12" >&2; \
		echo "(Python 3.11 or newer is needed; name one with PYTHON=...)" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.stamp-site: requirements/site.txt pyproject.toml | $(BIN)/python $(UV)
	@echo "Memasang paket Python untuk situs (installing Python packages for the site)"
	$(PIP_INSTALL) --require-hashes -r requirements/site.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@$(ENGINE)
	@touch $@

# dev.txt contains all of site.txt.
$(VENV)/.stamp-dev: requirements/dev.txt requirements/site.txt pyproject.toml | $(BIN)/python $(UV)
	@echo "Memasang paket Python untuk pengujian (installing Python packages for the tests)"
	$(PIP_INSTALL) $(if $(UV),--compile-bytecode) --require-hashes -r requirements/dev.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@$(ENGINE)
	@touch $@ $(VENV)/.stamp-site

node_modules/.stamp: package.json package-lock.json .npmrc requirements/node.txt | $(BIN)/python
	@echo "Mengambil aset peramban (fetching browser assets)"
	@if ! command -v npm >/dev/null \
		|| ! node -e 'process.exit(+(parseInt(process.versions.node) < $(NODE_MIN)))'; \
	then $(PIP) --require-hashes -r requirements/node.txt || exit 1; fi; \
	npm ci --loglevel=error
	@touch $@

# The browser of the tests: SOP_CHROMIUM, a Chromium on PATH, or Playwright's own.
export SOP_CHROMIUM ?= $(shell command -v chromium-headless-shell || command -v chromium \
	|| command -v chromium-browser || command -v google-chrome)

browser: dev
	@[ -n "$$SOP_CHROMIUM" ] || $(BIN)/playwright install chromium || { \
		echo "No Chromium for the browser tests: install one (Debian: apt-get install chromium-headless-shell)" >&2; \
		echo "or set SOP_CHROMIUM. Without them: $(BIN)/pytest -m 'not browser'" >&2; exit 1; }

# --- What a release stands on --------------------------------------------------------------

audit: .build/audit/.stamp node_modules/.stamp
	.build/audit/bin/python .ci/audit.py

sbom: setup .build/audit/.stamp
	.build/audit/bin/python .ci/sbom.py .build/sbom.json --licences docs/dev/licences.md

.build/audit/.stamp: requirements/audit.txt
	$(PYTHON) -m venv --clear .build/audit
	.build/audit/bin/pip install --quiet --require-hashes -r requirements/audit.txt
	@touch $@

# --- Lock files -------------------------------------------------------------------------

# One lock holds for Python 3.11 and newer and for Linux, macOS and Windows, with the hash of every
# file, and names no registry. The versions already locked are kept, unless UV_FLAGS says otherwise.
UV_COMPILE = $(UV_OWN) pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(UV_FLAGS)

$(UV_OWN): requirements/lock.txt | $(BIN)/python
	$(PIP) --upgrade --target .build/uv --require-hashes -r requirements/lock.txt
	@touch $@

lock: $(UV_OWN) node_modules/.stamp
	for name in lock node site dev audit; do \
		$(UV_COMPILE) requirements/$$name.in --output-file requirements/$$name.txt || exit 1; done
	npm install --package-lock-only --loglevel=error || exit 1; \
	! grep -nE '//|"resolved"' requirements/*.txt && ! grep -n '"resolved"' package-lock.json
