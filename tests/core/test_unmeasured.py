"""The list of tests without coverage: what it names is there, and nothing is lost with what it leaves out."""

import ast

import unmeasured
from coverage import CoverageData
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


def test_a_test_that_races_with_processes_stays_measured():
    names = ["tests/outside/test_jobs.py::test_a", "tests/outside/test_cli.py::test_a"]
    reaches = dict.fromkeys(["", *names], LINES)
    assert unmeasured.not_needed(reaches, dict.fromkeys(names, 9.0)) == names[1:]


SOURCE = """\
def one(a, b):
    if (
        a
        and b
    ):
        return [
            each
            for each in a
        ]
    return b
"""


def test_a_run_is_read_from_its_coverage_and_its_times(tmp_path):
    source, data, junit = tmp_path / "one.py", tmp_path / "coverage", tmp_path / "times.xml"
    source.write_text(SOURCE, encoding="utf-8")
    measured = CoverageData(basename=str(data))
    for context, arcs in {
        "": [(-1, 1), (1, -1)],
        "tests/a.py::test_x[a|b]|setup": [(-1, 2), (2, 3), (3, 4), (4, 6), (6, -6), (6, -1)],
        "tests/a.py::test_x[2]|run": [(-1, 2), (2, 3), (3, 10), (10, -1)],
    }.items():
        measured.set_context(context)
        measured.add_arcs({str(source): arcs})
    measured.write()
    measured.close()
    junit.write_text(
        '<testsuites><testsuite><testcase classname="tests.a" name="test_x[a|b]" time="0.5"/>'
        '<testcase classname="tests.a" name="test_x[2]" time="0.25"/></testsuite></testsuites>',
        encoding="utf-8",
    )
    first, second = "tests/a.py::test_x[a|b]", "tests/a.py::test_x[2]"
    assert unmeasured.reached(data) == {
        "": {(1, 1, 1)},
        first: {(1, 2, 2), (1, 2, 6), (1, 6, 6)},
        second: {(1, 2, 2), (1, 2, 10), (1, 10, 10)},
    }
    assert unmeasured.seconds(junit) == {first: 0.5, second: 0.25}


def test_a_function_of_which_a_test_is_needed_is_named_test_by_test():
    every = ["a::x[1]", "a::x[2]", "a::y[1]", "a::y[2]", "a::z"]
    chosen = unmeasured.by_function(["a::x[1]", "a::x[2]", "a::y[1]", "a::z"], every)
    assert chosen == ["a::x", "a::y[1]", "a::z"]
    among = {name for name in [*every, "a::y[3]"] if unmeasured.is_among(name, chosen)}
    assert among == {"a::x[1]", "a::x[2]", "a::y[1]", "a::z"}
