"""The content of a form examined: the case file that it makes, what that comes out as, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extradition.case_file import CaseFile
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing import Under, hear
from extradition.hearing.examination import read_case
from extradition.policy.comparison import Comparison, compare
from extradition.rule_book import RuleBook
from extradition.sensitivity import with_sensitivity
from extradition.source import Document, Problem, SourceError, UnknownLawError, unwanted, written_place
from extradition.web.form.fields import leaves_of


@dataclass(frozen=True)
class Examined:
    """What the content of a form makes.

    *case_file* is None if its shape has a fault; *told*, with what each offence depends on, if anything has. *compared* are the laws that the
    rule book tells side by side, *not_compared* why they are not. *problems* have their places, and no positions.
    """

    case_file: CaseFile | None = None
    told: Determination | None = None
    compared: Comparison | None = None
    not_compared: str | None = None
    problems: tuple[Problem, ...] = ()


def examined(content: Mapping[str, Any], rule_book: RuleBook, engine: ENGINE) -> Examined:
    """Examine *content*, that of a case file, and determine it if nothing is wrong with it.

    Raises:
        EngineError: as for ``determine``.
    """
    texts = [(place, leaf) for place, leaf in leaves_of(content).items() if isinstance(leaf, str)]
    unseen = tuple(Problem(None, written_place(place), refused) for place, text in texts if (refused := unwanted(text)))
    try:
        case_file = read_case(Document("", content, problems=list(unseen)), rule_book)
    except SourceError as error:
        return Examined(problems=error.problems)
    try:
        told = with_sensitivity(hear(case_file, rule_book, Under(engine=engine)))
    except SourceError as error:
        return Examined(case_file=case_file, problems=error.problems)
    try:
        return Examined(case_file, told, compare(case_file, rule_book, rule_book.side_by_side, engine=engine))
    except (SourceError, UnknownLawError) as error:
        return Examined(case_file, told, not_compared=str(error))
