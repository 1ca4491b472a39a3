# `make demo`, `make test` and `make check` set up everything they need in .venv, from Python 3.11 to 3.13 and a C compiler.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SUPPLY = $(VENV)/supply

# durable-rules is compiled on installation, alone and first (locks/compiled.txt). Python 3.13 no longer has PyEval_CallObject, and pip would reuse a wheel
# that was built without this, so it is never taken from pip's cache.
export CPPFLAGS += -DPyEval_CallObject=PyObject_CallObject

# Compiled modules are kept, even where the environment forbids it: each of the many processes that the tests start would compile all of them.
unexport PYTHONDONTWRITEBYTECODE

# What `make check` needs of the system, each with Debian's package: a browser to try the page in, pdftotext to read reports back as a
# person's reader does, the reverse proxy of the recipe, Node for the TypeScript client, a PostgreSQL server that a test starts for itself,
# and Java for Spark. Only what is missing is installed: a Node from elsewhere has npm within it, and Debian's npm would conflict with it.
INSTALL = apt-get install -y --no-install-recommends
NEEDED = chromium-headless-shell:chromium-headless-shell /usr/share/fonts/truetype/liberation:fonts-liberation pdftotext:poppler-utils /usr/sbin/nginx:nginx-light \
  node:nodejs npm:npm openssl:openssl /usr/lib/postgresql/*/bin/initdb:postgresql java:default-jre-headless

# The versions and hashes that everything is installed with: `make lock` makes them from pyproject.toml, for Python 3.11 to 3.13.
# It keeps the versions that are there; `make lock UPGRADE=--upgrade` takes the newest.
LOCKS = $(wildcard locks/*.txt)
LOCK = $(BIN)/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-header --no-config \
  --default-index https://pypi.org/simple --no-emit-index-url
INSTALL_LOCKED = $(BIN)/python -m pip install --quiet --require-hashes --no-deps --no-build-isolation

# The time that a wheel states, so that two wheels of one commit have the same bytes.
wheel image rehearsal: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)

# One process more than there are cores: the tests of the page and of the terminal wait for much of their time.
WORKERS = $$($(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)")

.PHONY: demo test check browser style types yaml format schema golden unmeasured lock wheel sbom audit tag image rehearsal mutation mutation-rules mutation-src properties campaign soak benchmark benchmark-peers benchmark-service clean

$(VENV)/.ready: pyproject.toml $(LOCKS)
	$(PYTHON) -m venv $(VENV)
	$(INSTALL_LOCKED) --requirement locks/build.txt
	$(INSTALL_LOCKED) --no-cache-dir --requirement locks/compiled.txt
	$(INSTALL_LOCKED) --requirement locks/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check --quiet
	touch $@

demo: $(VENV)/.ready  ## a real case under the law of its day, and under four laws
	$(BIN)/extradition determine examples/merticariu/case.yaml
	$(BIN)/extradition compare examples/merticariu/case.yaml
	$(BIN)/extradition determine examples/merticariu/case.yaml --format html --out merticariu.html
	$(BIN)/extradition determine examples/merticariu/case.yaml --format docx --out merticariu.docx
	$(BIN)/extradition determine examples/merticariu/case.yaml --format pdf --out merticariu.pdf
	@echo "The same determination as a page, for Word and as a PDF: merticariu.html, merticariu.docx, merticariu.pdf"
	@echo "In a browser: $(BIN)/extradition serve"

browser:
	@missing=$$(for each in $(NEEDED); do \
	  command -v $${each%:*} >/dev/null || ls $${each%:*} >/dev/null 2>&1 || printf '%s ' $${each#*:}; done); \
	  test -z "$$missing" || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && $(INSTALL) $$missing; \
	  else echo "the tests need more of the system: sudo $(INSTALL) $$missing" >&2; exit 1; fi; }

test: $(VENV)/.ready  ## the core, in one to two minutes on two cores: no process, no server, no paper, and a fifth of the examples of each property
	$(BIN)/pytest tests/core --numprocesses=auto --hypothesis-profile=quick

check: $(VENV)/.ready browser  ## every check and every test, which is what CI runs
	$(MAKE) --no-print-directory --jobs=2 types yaml style
	$(BIN)/pytest --numprocesses=$(WORKERS) --cov --cov-report=term-missing:skip-covered --cov-fail-under=100

style: $(VENV)/.ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports

types: $(VENV)/.ready
	$(BIN)/mypy

yaml: $(VENV)/.ready
	$(BIN)/yamllint --strict rules precedents examples tests

format: $(VENV)/.ready
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

schema: $(VENV)/.ready  ## after a change to a model or to the facts: the schemas, and the types of a case file
	$(BIN)/extradition schema --out schema
	$(BIN)/extradition schema case --full --as python --out src/extradition/facts
	$(BIN)/extradition schema case --full --as typescript --out clients/typescript/src

golden: $(VENV)/.ready  ## after a change that is meant to show; read the difference before you commit it
	$(BIN)/python tests/golden.py

unmeasured: $(VENV)/.ready browser  ## after many new tests: the list of those that need no coverage; takes as long as two runs of make check
	: > tests/unmeasured.txt
	$(BIN)/pytest --numprocesses=$(WORKERS) --cov --cov-context=test --cov-report= --junitxml=dist/times.xml
	$(BIN)/python tests/unmeasured.py .coverage dist/times.xml

lock:  ## after a change of the dependencies in pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet "uv==0.13.9"
	$(LOCK) locks/build.in --output-file locks/build.txt
	$(LOCK) pyproject.toml --extra dev --constraints locks/build.txt --output-file locks/dev.txt
	$(LOCK) pyproject.toml --extra web --extra postgresql --extra telemetry --constraints locks/dev.txt --output-file locks/service.txt
	$(LOCK) pyproject.toml --extra web --extra cohort --extra postgresql --extra telemetry --constraints locks/dev.txt --output-file locks/explorer.txt
	$(LOCK) locks/supply.in --constraints locks/dev.txt --output-file locks/supply.txt
	echo durable_rules | $(LOCK) - --no-deps --constraints locks/dev.txt --output-file locks/compiled.txt

wheel: $(VENV)/.ready  ## the same bytes from the same commit
	$(BIN)/python -m hatchling build --target wheel --directory dist

$(SUPPLY)/.ready: locks/supply.txt
	$(PYTHON) -m venv $(SUPPLY)
	$(SUPPLY)/bin/python -m pip install --quiet --require-hashes --no-deps --requirement locks/supply.txt
	touch $@

sbom: rehearsal $(SUPPLY)/.ready  ## the bill of materials of the service, in CycloneDX, with licences: sbom.json
	$(SUPPLY)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file sbom.json dist/rehearsal/service

audit: $(SUPPLY)/.ready  ## known vulnerabilities of the locked packages; asks PyPI, or with AUDIT="--vulnerability-service osv" OSV
	$(SUPPLY)/bin/pip-audit --strict --disable-pip --require-hashes --requirement locks/service.txt --requirement locks/explorer.txt --requirement locks/dev.txt $(AUDIT)

# With EXPLORER=yes the image has the packages of the explorer, and its tag says so.
EXPLORER ?= no
TAG = $(BIN)/python -c 'from extradition import RuleBook; print(f"law-{RuleBook.load().stated_as_at}" + "-explorer" * ("$(EXPLORER)" == "yes"))'

tag: $(VENV)/.ready  ## the tag of the image, which names the law
	@$(TAG)

image: $(VENV)/.ready  ## needs podman or docker
	$(or $(shell command -v podman || command -v docker),$(error the image needs podman or docker)) build \
	  --file Containerfile --build-arg SOURCE_DATE_EPOCH --build-arg EXPLORER=$(EXPLORER) --tag extradition:$$($(TAG)) .

rehearsal: $(VENV)/.ready  ## the commands of the Containerfile without a container: for machines that have no engine
	rm -rf dist/rehearsal
	$(BIN)/python tests/rehearsal.py dist/rehearsal

mutation: $(VENV)/.ready  ## after a change to the law: single changes to the question files that no test of law notices; takes half an hour
	$(BIN)/python tests/mutation.py

mutation-rules: $(VENV)/.ready  ## after a change to the law: flipped answers in every rule book that no test of law notices; takes a quarter of an hour
	$(BIN)/python tests/rule_flips.py

mutation-src: $(VENV)/.ready  ## after a change to the code that decides: single changes to it that no test notices; a sample takes an hour or two
	$(BIN)/python -m pip install --quiet --editable ".[mutation]"
	$(BIN)/python tests/code_mutation.py $(MUTATION)

properties: $(VENV)/.ready  ## every property with ten times the examples of make check, others in each run
	$(BIN)/pytest tests/core tests/outside -m hypothesis --numprocesses=auto --hypothesis-profile=many

N = 100000
campaign: $(VENV)/.ready  ## case files with changes made at random, each determined or refused: make campaign N=5000
	$(BIN)/python tests/campaign.py --number $(N)

soak: $(VENV)/.ready  ## determinations for an hour in one process, whose memory must not grow: make soak MINUTES=3
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python benchmarks/soak.py --minutes $(or $(MINUTES),60)

benchmark: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python benchmarks/hearing.py

benchmark-peers: $(VENV)/.ready  ## the section 20 chain by this package, zen-engine, clingo, OpenFisca, OPA and a function written by hand
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python -m pip install --quiet --no-deps --ignore-requires-python opa-golib-python-bindings
	$(BIN)/python benchmarks/peer_table.py

benchmark-service: $(VENV)/.ready  ## needs wrk: apt-get install wrk
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python benchmarks/service.py

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage merticariu.html merticariu.docx merticariu.pdf sbom.json dist
