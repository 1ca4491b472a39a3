"""The text of one cell as the numbers that stand for it; its fault, or why its row is refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from extradition.days import When
from extradition.hearing.unknown_words import UnknownWords
from extradition.length import Length
from extradition.policy.cohort.answer_codes import code_of
from extradition.policy.cohort.coded_case import moments_of
from extradition.policy.cohort.refusals import REFUSAL
from extradition.rule_book import RuleBook
from extradition.typed_date import iso_text

_SERIAL = re.compile(r"(?P<days>[1-9]\d{4})(\.\d+)?")
_FIRST_OF_A_SPREADSHEET = dt.date(1899, 12, 30)
_WHEN: TypeAdapter[object] = TypeAdapter(When)


@dataclass(frozen=True)
class CellReading:
    """What one cell says.

    Attributes:
        numbers: the number for each column that the cell fills; none if it has a fault or is refused.
        fault: what is wrong with it.
        refused: the reason why its row is refused.
    """

    numbers: tuple[int | None, ...] = ()
    fault: str | None = None
    refused: REFUSAL | None = None


ReadCell = Callable[[str], CellReading]


def read_date(text: str) -> CellReading:
    """The first and the last moment of the date in a cell.

    Args:
        text: the text of the cell.

    >>> read_date("6/3/2024") == read_date("2024-03-06"), read_date("45357").fault
    (True, '45357 is a number; if it counts days as a spreadsheet does, write 2024-03-06')
    """
    serial = _SERIAL.fullmatch(text)
    if serial:
        day = _FIRST_OF_A_SPREADSHEET + dt.timedelta(days=int(serial["days"]))
        return CellReading(fault=f"{text} is a number; if it counts days as a spreadsheet does, write {day}")
    try:
        when = _WHEN.validate_python(iso_text(text) or text)
    except ValidationError as error:
        return CellReading(fault=error.errors()[0]["msg"].removeprefix("Value error, "))
    except ValueError as error:
        return CellReading(fault=f"{text} is no date: {error}")
    return CellReading(moments_of(when, None))  # type: ignore[arg-type]


class AnswerReading:
    """The reading of cells that hold answers to one fact or question.

    Args:
        rule_book: the law.
        name: the fact or question.
        words: the messages for unknown words.
        edges: the numbers with which conditions compare the fact.
    """

    def __init__(
        self, rule_book: RuleBook, name: str, words: UnknownWords, edges: Mapping[str, frozenset[int]]
    ) -> None:
        self._book = rule_book
        self._name = name
        self._words = words
        self._edges = edges.get(name, frozenset())

    def __call__(self, text: str) -> CellReading:
        """What the cell with *text* says."""
        fact = self._book.facts.get(self._name)
        answer = self._book.answer(self._name, text)
        if not (fact.allows(answer) if fact else answer in ("yes", "no")):
            return CellReading(fault=self._words.answer(text, fact))
        if isinstance(answer, Length):
            months = answer.in_months(self._edges)
            if months is None:
                return CellReading(refused="a length that no number of whole months stands for")
            answer = months
        return CellReading((code_of(self._book, self._name, answer),))
