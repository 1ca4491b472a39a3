"""The tests that reach a line, from a recorded run: which a change is shown to, and in which order."""

from pathlib import Path

import reaching
from coverage import CoverageData

PLAIN, OTHER, SLOW = (
    "tests/core/test_b.py::test_x",
    "tests/core/test_a.py::test_x",
    "tests/core/test_a.py::test_y",
)
SHARING = "tests/core/test_a.py::test_z"
SECONDS = {PLAIN: 0.01, OTHER: 0.5, SLOW: 2.0, SHARING: 0.0}
CONTEXTS = {
    PLAIN: [PLAIN],
    OTHER: [OTHER, "run book"],
    SLOW: [SLOW],
    SHARING: [SHARING, "shared covered"],
}
MODULE = Path("src/extradition/engine/plain.py")


def recorded(lines):
    """A record in which each context reaches its lines of one module, recorded in another folder."""
    data = CoverageData(no_disk=True)
    for context, reached in lines.items():
        data.set_context(context)
        data.add_lines({str("/elsewhere" / MODULE): reached})
    return reaching.Reach(SECONDS, CONTEXTS, data)


def test_the_tests_that_reach_a_line_come_quickest_first_and_those_that_share_something_last():
    reach = recorded({PLAIN: [1, 2], SLOW: [2], OTHER: [2], "shared covered": [3], "": [4]})
    assert reach.reaches(MODULE, range(1, 2)) == ([PLAIN], False)
    assert reach.reaches(MODULE, range(2, 4)) == ([PLAIN, OTHER, SLOW, SHARING], False)
    assert reach.reaches(MODULE, range(4, 5)) == ([], True)
    assert reach.reaches(Path("src/extradition/engine/durable.py"), range(1, 5)) == ([], False)


def test_a_few_tests_of_the_files_that_are_named_are_taken_and_none_that_shares_something():
    reach = recorded({})
    every = reach.in_order(list(SECONDS))
    assert reach.few_of(every, ["tests/core/test_a.py"], 1) == [OTHER]
    assert reach.few_of(every, ["tests/core/test_a.py"], 3) == [OTHER, SLOW]
