"""The tiers of the tests keep what CONTRIBUTING.md promises of them."""

import ast
import sys

import pytest
from hypothesis import settings
from profiles import FULL, examples
from strategies import ROOT
from workers import FIRST, unit_of

CORE = sorted((ROOT / "tests/core").glob("*.py"))
NOT_IN_CORE = (
    *("subprocess", "pexpect", "pty", "socket"),
    *("asked", "served", "httpx", "fastapi", "starlette", "uvicorn", "playwright", "schemathesis"),
    *("docx", "docxtpl", "typst", "pikepdf", "pdfua"),
    *(
        "golden",
        "extradition.cli",
        "extradition.web.app",
        "extradition.web.exchange",
        "extradition.web.pages",
        "extradition.web.server",
        "extradition.web.service",
    ),
)


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_the_core_starts_no_process_and_no_server_and_makes_no_paper(path):
    assert [
        name for name in imported(path) if f"{name}.".startswith(tuple(f"{each}." for each in NOT_IN_CORE))
    ] == []


def test_every_test_file_stands_in_a_tier():
    assert {path.parent.name for path in (ROOT / "tests").rglob("test_*.py")} == {"core", "outside", "deep"}
    assert set(FIRST) <= {path.stem for path in (ROOT / "tests").rglob("test_*.py")}


@pytest.mark.parametrize(
    ("nodeid", "unit"),
    [
        ("tests/core/test_cases.py::test_law[s4: It holds]", "tests/core/test_cases.py"),
        (
            "tests/core/test_x.py::test_one[a/test_cases.py]",
            "tests/core/test_x.py::test_one[a/test_cases.py]",
        ),
        ("tests/deep/test_mutation.py::test_one", "tests/deep/test_mutation.py"),
        ("tests/deep/test_paper.py::test_a_pdf_is_marked_up[examples-bertino]", "[examples-bertino]"),
        ("tests/deep/test_paper.py::test_one", "tests/deep/test_paper.py::test_one"),
        ("tests/core/test_law.py::test_one", "tests/core/test_law.py::test_one"),
    ],
)
def test_tests_that_share_something_costly_are_one_unit(nodeid, unit):
    assert unit_of(nodeid) == unit


def test_a_property_tries_all_its_examples_or_a_fifth_of_them():
    quick, full = settings.get_profile("quick"), settings.get_profile("full")
    assert (full.max_examples, quick.max_examples) == (FULL, 60) == (300, 60)
    assert settings.get_profile("many").max_examples == 3000
    number = settings().max_examples
    assert examples(25).max_examples == {FULL: 25, 60: 5, 3000: 250}[number]
    assert examples(1).max_examples == max(1, number // FULL)


@pytest.mark.no_cover
def test_a_test_without_coverage_is_not_traced():
    assert type(sys.gettrace()).__name__ != "CTracer"
