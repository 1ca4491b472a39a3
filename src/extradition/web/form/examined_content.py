"""The content of a form, examined: its case file, its determination and its faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extradition.case_file import CaseFile
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing import Under, hear
from extradition.hearing.examination import examine, read_case
from extradition.policy.comparison import Comparison, compare
from extradition.precedents import with_precedents
from extradition.rule_book import RuleBook
from extradition.sensitivity import with_sensitivity
from extradition.source import Document, OptionError, Problem, SourceError, unwanted, written_place
from extradition.web.form.fields import leaves_of


@dataclass(frozen=True)
class Examined:
    """The case file, the determination and the faults of the content of a form.

    Attributes:
        case_file: the case file; None if its shape has a fault.
        determination: the determination, with what each offence depends on; None if there is any fault.
        compared: the case under the laws that the rule book lists side by side.
        not_compared: the reason why there is no comparison.
        problems: the faults, with their places and without positions.
    """

    case_file: CaseFile | None = None
    determination: Determination | None = None
    compared: Comparison | None = None
    not_compared: str | None = None
    problems: tuple[Problem, ...] = ()


def examined(
    content: Mapping[str, Any], rule_book: RuleBook, engine: ENGINE, *, by_law: bool = True
) -> Examined:
    """The case file that *content* makes, with its determination if it has no fault.

    Args:
        content: the content of a case file.
        rule_book: the law.
        engine: as for ``determine``.
        by_law: whether to determine it under the laws side by side too.

    Raises:
        EngineError: as for ``determine``.
    """
    try:
        case_file = case_of(content, rule_book)
    except SourceError as error:
        return Examined(problems=error.problems)
    return examined_case(case_file, rule_book, engine, by_law=by_law)


def case_of(content: Mapping[str, Any], rule_book: RuleBook) -> CaseFile:
    """The case file that *content* makes.

    Args:
        content: the content of a case file.
        rule_book: the law.

    Raises:
        SourceError: its shape has a fault, or a text in it has a character that no one sees.
    """
    texts = [(place, leaf) for place, leaf in leaves_of(content).items() if isinstance(leaf, str)]
    unseen = [
        Problem(None, written_place(place), refused) for place, text in texts if (refused := unwanted(text))
    ]
    return read_case(Document("", content, problems=unseen), rule_book)


def faults_in(case_file: CaseFile, rule_book: RuleBook) -> tuple[Problem, ...]:
    """What is missing or wrong in *case_file*, whose shape is right.

    Args:
        case_file: the case file.
        rule_book: the law.
    """
    try:
        examine(case_file, rule_book)
    except SourceError as error:
        return error.problems
    return ()


def examined_case(
    case_file: CaseFile, rule_book: RuleBook, engine: ENGINE, *, by_law: bool = True
) -> Examined:
    """The *case_file* with its determination and its comparison if it has no fault.

    Args:
        case_file: the case file.
        rule_book: the law.
        engine: as for ``determine``.
        by_law: as for ``examined``.

    Raises:
        EngineError: as for ``determine``.
    """
    try:
        hearing = hear(case_file, rule_book, Under(engine=engine))
        determination = with_precedents(with_sensitivity(hearing), hearing)
    except SourceError as error:
        return Examined(case_file=case_file, problems=error.problems)
    if not by_law:
        return Examined(case_file, determination)
    try:
        return Examined(
            case_file, determination, compare(case_file, rule_book, rule_book.side_by_side, engine=engine)
        )
    except (SourceError, OptionError) as error:
        return Examined(case_file, determination, not_compared=str(error))
