# Two commands on a fresh machine with Python 3.11 or later, git and make: `make build` and `make test`.
# Each sets up .venv from the lock file first. PYTHON chooses the interpreter.

PYTHON ?= python3
BASE ?=
VENV := .venv
BIN := $(VENV)/bin
SITE_INPUTS = $(shell find site/docs site/overrides site/mkdocs.yml)

export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH := 0

.PHONY: build test serve check diff hooks lock clean

build: $(VENV)/.installed ## check the catalog, regenerate generated/, build the site to site/public/
	$(BIN)/python -m generator build
	@$(MAKE) --no-print-directory site/public/.built

test: $(VENV)/.installed ## everything that guards the project
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/python -m generator check --strict
	$(BIN)/zizmor --offline --no-progress --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*.yml
	$(BIN)/python -m generator build --check $(if $(BASE),--base $(BASE))
	$(BIN)/python -m generator build
	$(BIN)/mkdocs build --strict --config-file site/mkdocs.yml
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/python tests/try_wheel.py dist
	$(BIN)/pytest -n auto
	PYTHONPATH=generated $(BIN)/python -m tests.corpus

serve: build ## show the site on this machine
	$(BIN)/mkdocs serve --config-file site/mkdocs.yml

diff: $(VENV)/.installed ## say what the working tree changes for users; BASE is the revision to compare with
	$(BIN)/python -m generator diff $(if $(BASE),--base $(BASE))

hooks: ## check the catalog before each commit, and keep generated/ out of merges
	git config core.hooksPath .githooks
	git config merge.regenerate.name "keep the present one; make build makes it anew"
	git config merge.regenerate.driver true

check: $(VENV)/.installed ## check the catalog only
	$(BIN)/python -m generator check

lock: $(VENV)/.installed ## resolve requirements.lock anew from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --all-extras --no-header pyproject.toml -o requirements.lock

clean: ## remove everything that is not committed
	rm -rf $(VENV) site/docs site/public dist

site/public/.built: $(SITE_INPUTS)
	$(BIN)/mkdocs build --strict --config-file site/mkdocs.yml
	@touch $@

$(VENV)/.installed: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@
