"""The list of tests without coverage: what it names is there, and nothing is lost with what it leaves out."""

import ast
import sqlite3

import unmeasured
from strategies import ROOT

LINES = [(7, line, line + 1) for line in range(4)]


def test_each_name_on_the_list_is_a_test():
    functions = {
        f"{path.relative_to(ROOT).as_posix()}::{node.name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    assert sorted({unmeasured.function_of(name) for name in unmeasured.unmeasured()} - functions) == []


def test_the_slow_are_left_out_first_and_each_branch_keeps_a_test():
    reaches = {"": LINES[:1], "slow": LINES[:3], "quick": LINES[:2], "only": LINES[2:], "brief": LINES[:1]}
    taken = {"slow": 9.0, "quick": 1.0, "only": 99.0, "brief": 0.01}
    assert unmeasured.not_needed(reaches, taken) == ["slow"]
    assert unmeasured.not_needed({**reaches, "second": LINES[:2]}, {**taken, "second": 2.0}) == [
        "second",
        "slow",
    ]


def test_a_run_is_read_from_its_coverage_and_its_times(tmp_path):
    data, junit = tmp_path / "coverage", tmp_path / "times.xml"
    with sqlite3.connect(data) as database:
        database.executescript(
            "create table context (id, context); create table arc (file_id, context_id, fromno, tono);"
            "insert into context values (1, ''), (2, 'tests/a.py::test_x[1]|run'),"
            " (3, 'tests/a.py::test_x[2]|setup');"
            "insert into arc values (7, 1, 0, 1), (7, 2, 1, 2), (7, 3, 2, 3);"
        )
    database.close()
    junit.write_text(
        '<testsuites><testsuite><testcase classname="tests.a" name="test_x[1]" time="0.5"/>'
        '<testcase classname="tests.a" name="test_x[2]" time="0.25"/></testsuite></testsuites>',
        encoding="utf-8",
    )
    first, second = "tests/a.py::test_x[1]", "tests/a.py::test_x[2]"
    assert unmeasured.reached(data) == {"": {LINES[0]}, first: {LINES[1]}, second: {LINES[2]}}
    assert unmeasured.seconds(junit) == {first: 0.5, second: 0.25}


def test_a_function_of_which_a_test_is_needed_is_named_test_by_test():
    every = ["a::x[1]", "a::x[2]", "a::y[1]", "a::y[2]", "a::z"]
    chosen = unmeasured.by_function(["a::x[1]", "a::x[2]", "a::y[1]", "a::z"], every)
    assert chosen == ["a::x", "a::y[1]", "a::z"]
    among = {name for name in [*every, "a::y[3]"] if unmeasured.is_among(name, chosen)}
    assert among == {"a::x[1]", "a::x[2]", "a::y[1]", "a::z"}
