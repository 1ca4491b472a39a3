"""Cases heard one by one: a case that cannot be determined stops the work, or is left out and reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from extradition.case_file import CaseFile
from extradition.source import OptionError, SourceError

H = TypeVar("H")
OnFault = Callable[[CaseFile, SourceError | OptionError], object]


def each_heard(
    cases: Iterable[CaseFile], hear: Callable[[CaseFile], H], on_fault: OnFault | None
) -> Iterator[H]:
    """What *hear* returns for each case, except for the cases that go to *on_fault*.

    Args:
        cases: the case files.
        hear: the function that hears a case.
        on_fault: called with each case that cannot be determined, and the error; None to raise the error.

    Raises:
        SourceError, OptionError: a case cannot be determined, and *on_fault* is None.

    >>> list(each_heard([], str, None))
    []
    """
    for case in cases:
        try:
            heard = hear(case)
        except (SourceError, OptionError) as error:
            if on_fault is None:
                raise
            on_fault(case, error)
        else:
            yield heard
