"""How the tests are shared out: those with coverage first, and of these the longest; tests that share what
is costly to make run on one worker.
"""

import re

import pytest
from xdist.scheduler import LoadScopeScheduling

FIRST = (
    "test_browser",
    "test_service_fuzz",
    "test_golden_files",
    "test_paper",
    "test_mutation",
    "test_interview",
    "test_cases",
    "test_sensitivity",
    "test_party_cases",
)
"""The files that take longest, so that no worker is left alone with one of them at the end."""
TOGETHER = tuple(
    re.compile(rf"[\w/]*{pattern}")  # of the path of the test: its parameters may name another file
    for pattern in (
        r"/test_cases\.py",  # every test of law is determined once
        r"/test_mutation\.py",  # the run is prepared once
        r"/test_paper\.py::.*(\[.+\])",  # the papers of a page are made once
        r"/test_killed_ask\.py",  # each interview is killed once
        r"/test_(wheel|clients|own_template|campaign|batch)\.py",  # what is built, or started, is so once
        r"/test_service_load\.py",  # most of its tests share a service
        r"/test_proxy\.py",  # the proxy and the service behind it start once for each kind of authentication
        r"/test_report\.py::test_the_golden_reports_are_current",  # those on one example share its hearing
    )
)


def unit_of(nodeid: str) -> str:
    """What a worker takes at a time: the tests that share something, or one test."""
    return next(
        ("".join(found.groups() or [found[0]]) for pattern in TOGETHER if (found := pattern.match(nodeid))),
        nodeid,
    )


def put_in_order(items: list[pytest.Item]) -> None:
    """Put the tests in the order in which the workers take them.

    A function that keeps its answers runs once in a process. Had a test without coverage called it first, its
    lines would never be seen, so each worker has to do with its tests with coverage before the others.
    """
    place = {name: number for number, name in enumerate(FIRST)}
    measured: dict[str, set[bool]] = {}
    for item in items:
        measured.setdefault(unit_of(item.nodeid), set()).add(_is_measured(item))
    rank = {unit: (False in kinds) + (True not in kinds) for unit, kinds in measured.items()}
    items.sort(
        key=lambda item: (
            rank[unit_of(item.nodeid)],
            not _is_measured(item),
            place.get(item.path.stem, len(place)),
        )
    )


def _is_measured(item: pytest.Item) -> bool:
    return not item.get_closest_marker("no_cover")


class Scheduling(LoadScopeScheduling):
    """Units in the order of collection.

    It replaces ``--dist=loadgroup``, which pytest 9.2 and xdist 3.8 ignore without a word.
    """

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)
