"""The faults of particulars that stand under the wrong name for the Part, or for several warrants."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile
from extradition.law import PART
from extradition.source import Fault

_PARTS: tuple[tuple[PART, str, str], ...] = (("1", "warrant", "request"), ("2", "request", "warrant"))
"""Each Part, with the name of its instrument and that of the other Part."""


def particulars_faults(case_file: CaseFile, part: PART | None) -> Iterator[Fault]:
    """A fault for particulars of a warrant in Part 2, of a request in Part 1, and of one instrument where
    there are several.

    Args:
        case_file: the whole case file.
        part: its Part; None if it is not known.
    """
    given = case_file.particulars
    for of, own, other in _PARTS:
        if given is None or getattr(given, own) is None:
            continue
        if case_file.warrants:
            message = "is for a case with one warrant or request; write it under its own warrant"
            yield Fault(("particulars", own), message)
        elif part not in (None, of):
            yield Fault(("particulars", own), f"is for Part {of}; in Part {part} it is called {other}")
