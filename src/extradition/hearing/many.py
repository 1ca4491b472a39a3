"""The determinations of many cases: in the order of the cases, by several processes; a fault in one case does
not stop the others.
"""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, overload

from extradition.case_file import CaseFile
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing.argument_types import examine_case
from extradition.hearing.hearing import hear
from extradition.hearing.then_function import Raised, Sent, examine_then, value_in_worker
from extradition.hearing.under import Under
from extradition.rule_book import RuleBook
from extradition.rule_book.assumed import version_named
from extradition.source import EngineError, OptionError, Problem, SourceError, UnknownLawError
from extradition.worker_process import Lost
from extradition.workers import Workers

R = TypeVar("R")
WHY = Literal["faults", "unknown law", "unmet option", "no determination", "worker ended"]


@dataclass(frozen=True)
class Undetermined:
    """A case among many that has no determination, and the reason.

    Attributes:
        number: the place of the case in the input, from 0.
        case: the name of the case.
        why: the kind of reason, one of five. The case file has faults. An assumed version is of another
            matter, or two assumed versions are of one question. The engine gave no determination, or the
            process that heard the case ended.
        message: the reason in words.
        problems: each fault of the case file, with its position if it came from a file.

    Examples:
        >>> from extradition import CaseFile, RuleBook, determine_many
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> wrong = case.model_copy(update={"territory": "Utopia"})
        >>> made = list(determine_many([wrong, case], RuleBook.load()))
        >>> made[0].number, made[0].why, made[0].problems[0].where, made[1].outcome
        (0, 'faults', 'territory', 'order')
    """

    number: int
    case: str
    why: WHY
    message: str
    problems: tuple[Problem, ...] = ()


@overload
def determine_many(
    cases: Iterable[CaseFile],
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
    jobs: int = 1,
) -> Iterator[Determination | Undetermined]: ...


@overload
def determine_many(
    cases: Iterable[CaseFile],
    rule_book: RuleBook,
    *,
    then: Callable[[Determination], R],
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
    jobs: int = 1,
) -> Iterator[R | Undetermined]: ...


def determine_many(
    cases: Iterable[CaseFile],
    rule_book: RuleBook,
    *,
    then: Callable[[Determination], Any] | None = None,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
    jobs: int = 1,
) -> Iterator[Any]:
    """The determination (support) of each of many cases, in their order; or the reason why a case has none.

    The cases are read as they are needed, so they may be more than memory holds. To stop early, close the
    iterator.

    With several processes, name a function *then* that takes from the determination what you need. A whole
    determination takes as long to carry from one process to another as to make. An error that *then* raises
    ends the work, and is raised here.

    Args:
        cases: the case files.
        rule_book: the law.
        then: a function that is called with each determination, in the process that made it; its value takes
            the place of the determination. With several processes, it must be a function that a module
            defines, and ``pickle`` must be able to carry its value.
        law: as for ``determine``.
        as_at: as for ``determine``.
        assuming: as for ``determine``.
        engine: as for ``determine``.
        jobs: the number of processes; with 1, this process does the work.

    Raises:
        UnknownLawError: a law, version or day that the rule book does not have.
        OptionError: both a law and a day are given.
        TypeError: an argument is of the wrong type, or one of the cases is no ``CaseFile``.
        ValueError: *jobs* is less than 1, there is no such engine, or another process cannot have *then*.

    Examples:
        >>> from operator import attrgetter
        >>> from extradition import CaseFile, RuleBook, determine_many
        >>> names = ("part_1_conviction", "part_1_accusation_barred")
        >>> cases = [CaseFile.load(f"examples/{name}/case.yaml") for name in names]
        >>> list(determine_many(cases, RuleBook.load(), then=attrgetter("outcome")))
        ['order', 'discharge']
    """
    under = Under.of(law, as_at, assuming, engine)
    under.day(rule_book)
    for name in under.assuming:
        version_named(name, rule_book.versions)
    if not isinstance(jobs, int):
        raise TypeError(f"jobs is a whole number of processes, not {jobs!r}")
    if jobs < 1:
        raise ValueError(f"jobs is at least 1, not {jobs}")
    if isinstance(cases, CaseFile):
        raise TypeError("cases must be a list of case files; determine takes one")
    if then is not None and jobs > 1:
        examine_then(then)
    return _determined(_numbered(cases), _Heard(rule_book, under, then, carried=jobs > 1), jobs)


def _numbered(cases: Iterable[CaseFile]) -> Iterator[tuple[int, CaseFile]]:
    for number, case in enumerate(cases):
        examine_case(case, f"cases[{number}]")
        yield number, case


def _determined(cases: Iterator[tuple[int, CaseFile]], heard: _Heard, count: int) -> Iterator[Any]:
    if count == 1:
        yield from map(heard, cases)
        return
    given: list[tuple[int, str]] = []
    with Workers(heard, count) as workers:
        for made in workers.each(_noted(cases, given)):
            number, case = given.pop(0)
            if isinstance(made, Lost):
                yield Undetermined(number, case, "worker ended", _why(made))
            elif isinstance(made, Raised):
                raise made.error
            else:
                yield _received(made)


def _received(made: Undetermined | _Carried | Sent) -> Any:
    """The value that a worker made, in the process of the caller."""
    if isinstance(made, _Carried):
        return Determination.model_validate_json(made.json)
    return pickle.loads(made.value) if isinstance(made, Sent) else made  # noqa: S301  our own worker wrote it


def _noted(
    cases: Iterator[tuple[int, CaseFile]], given: list[tuple[int, str]]
) -> Iterator[tuple[int, CaseFile]]:
    """The *cases*, each with its number and name noted in *given* as it is taken."""
    for number, case in cases:
        given.append((number, case.case))
        yield number, case


def _why(lost: Lost) -> str:
    if lost.error is None:
        return "the process that heard this case ended before it answered; determine the case again"
    return f"an unforeseen error ended the hearing of this case: {lost.error}"


@dataclass(frozen=True)
class _Carried:
    """A determination on its way between processes: its JSON is read faster than a pickle."""

    json: bytes


class _Heard:
    """The function of a worker: what is made of one case under one rule book and law."""

    def __init__(
        self, rule_book: RuleBook, under: Under, then: Callable[[Determination], Any] | None, *, carried: bool
    ) -> None:
        self._book = rule_book
        self._under = under
        self._then = then
        self._is_carried = carried

    def __call__(self, numbered: tuple[int, CaseFile]) -> Any:
        """The value of *then*, the determination, or the reason why there is none."""
        made = self._determined(*numbered)
        if isinstance(made, Undetermined):
            return made
        if self._then is not None:
            return value_in_worker(self._then, made) if self._is_carried else self._then(made)
        return _Carried(made.model_dump_json().encode()) if self._is_carried else made

    def _determined(self, number: int, case: CaseFile) -> Determination | Undetermined:
        try:
            return hear(case, self._book, self._under).determination
        except SourceError as error:
            return Undetermined(number, case.case, "faults", str(error), error.problems)
        except UnknownLawError as error:
            return Undetermined(number, case.case, "unknown law", str(error))
        except OptionError as error:
            return Undetermined(number, case.case, "unmet option", str(error))
        except EngineError as error:
            return Undetermined(number, case.case, "no determination", str(error))
