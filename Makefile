# `make demo`, `make test` and `make check` set up everything they need in .venv, from Python 3.11 to 3.13 and a C compiler.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

# durable-rules is compiled on installation. Python 3.13 no longer has PyEval_CallObject, and pip would reuse a wheel
# that was built without this, so it is never taken from pip's cache.
export CPPFLAGS += -DPyEval_CallObject=PyObject_CallObject

# What `make check` needs of the system: a browser to try the page in, and pdftotext to read reports back as a person's reader does.
INSTALL = apt-get install -y --no-install-recommends chromium poppler-utils fonts-liberation

# One process more than there are cores: the tests of the page and of the terminal wait for much of their time.
WORKERS = $$($(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)")

.PHONY: demo test check browser format schema golden mutation benchmark benchmark-service clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-cache-dir "durable_rules==2.0.28"
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
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
	@command -v chromium >/dev/null && command -v pdftotext >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && $(INSTALL); \
	  else echo "the tests need chromium and pdftotext: sudo $(INSTALL)" >&2; exit 1; fi; }

test: $(VENV)/.ready  ## the core, in less than a minute: no process, no server, no paper, and a fifth of the examples of each property
	$(BIN)/pytest tests/core --numprocesses=auto --hypothesis-profile=quick

check: $(VENV)/.ready browser  ## every check and every test, which is what CI runs
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/yamllint --strict rules precedents examples tests
	$(BIN)/pytest --numprocesses=$(WORKERS) --cov --cov-report=term-missing:skip-covered --cov-fail-under=100

format: $(VENV)/.ready
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

schema: $(VENV)/.ready  ## after a change to a model or to the facts: the schemas, and the types of a case file
	$(BIN)/extradition schema --out schema
	$(BIN)/extradition schema case --full --as python --out src/extradition/facts
	$(BIN)/extradition schema case --full --as typescript --out clients/typescript/src

golden: $(VENV)/.ready  ## after a change that is meant to show; read the difference before you commit it
	$(BIN)/python tests/golden.py

mutation: $(VENV)/.ready  ## after a change to the law: single changes to the question files that no test of law notices; takes half an hour
	$(BIN)/python tests/mutation.py

benchmark: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python benchmarks/hearing.py

benchmark-service: $(VENV)/.ready  ## needs wrk: apt-get install wrk
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python benchmarks/service.py

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage merticariu.html merticariu.docx merticariu.pdf
