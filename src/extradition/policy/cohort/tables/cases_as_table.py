"""Case files as a table of offences: one row for each offence of each warrant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from extradition.case_file import CaseFile, Offence, each_warrant
from extradition.days import text_of_days
from extradition.hearing.known import known_of
from extradition.law import PART
from extradition.policy.cohort.case_moments import date_columns
from extradition.policy.cohort.coded_case import CaseCoder
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decided_names import REFUSED
from extradition.policy.cohort.decision_lists import MOST_LISTS, list_of
from extradition.policy.cohort.designation_columns import TERRITORY
from extradition.policy.cohort.files_read import FileRead
from extradition.policy.cohort.law_columns import START
from extradition.policy.cohort.refusals import refusal_number
from extradition.policy.cohort.tables.coded_table import CodedTable
from extradition.policy.cohort.tables.table_files import ROW
from extradition.rule_book import RuleBook
from extradition.source import Fault, Problem, SourceError

_HEAD = ("file", "case", "reference", "offence", "title", "part", "territory", "case_type")


def table_of_cases(cases: Sequence[tuple[Path, CaseFile]], rule_book: RuleBook, *, name: str) -> CodedTable:
    """The table of the offences of *cases*.

    Args:
        cases: case files with their paths, examined against the rule book.
        rule_book: the law.
        name: the name of the table.

    Raises:
        SourceError: there is no case, or the cases are of several matters.
    """
    if not cases:
        raise SourceError([Problem(None, name, "has no case file without a fault")])
    part: PART = cases[0][1].part or next(iter(rule_book.matters))
    others = [case for _, case in cases if case.part != part]
    if others:
        message = (
            f"is of {rule_book.title_of(others[0].part or part)}, and the cases before are of "
            f"{rule_book.title_of(part)}; a cohort has one matter"
        )
        raise SourceError(others[0].problems([Fault(("part",), message)]))
    rows = tuple(_rows(cases))
    return _Table(rows, rule_book, part).coded(name)


@dataclass(frozen=True)
class _Row:
    """One offence on one warrant, with the path of its file."""

    path: Path
    case_file: CaseFile
    offence: Offence


def _rows(cases: Iterable[tuple[Path, CaseFile]]) -> Iterator[_Row]:
    for path, case_file in cases:
        for alone in each_warrant(case_file):
            for offence in alone.offences:
                yield _Row(path, alone, offence)


class _Table:
    """The rows of case files, in words and in numbers."""

    def __init__(self, rows: Sequence[_Row], rule_book: RuleBook, part: PART) -> None:
        self._rows = rows
        self._book = rule_book
        self._part = part
        first = rule_book.starts_at[part]
        taken_from = dict.fromkeys((first, *(row.case_file.taken_from or first for row in rows)))
        self._starts = {start: number for number, start in enumerate(taken_from)}
        listed = Counter(listed for row in rows if (listed := list_of(row.offence)))
        self._lists = tuple(listed for listed, _ in listed.most_common(MOST_LISTS))
        self._coder = CaseCoder(rule_book, part, self._lists)
        self._territories = {code: number for number, code in enumerate(rule_book.territories)}

    def coded(self, name: str) -> CodedTable:
        words = [self._in_words(row) for row in self._rows]
        given = tuple(dict.fromkeys(each for row in words for each in row))
        numbers = [self._in_numbers(row) for row in self._rows]
        frame = pl.DataFrame(
            {
                **{each: pl.Series([row.get(each) for row in words], dtype=pl.String) for each in given},
                **{each: pl.Series([row[each] for row in numbers], dtype=pl.Int32) for each in numbers[0]},
            }
        ).with_row_index(ROW)
        return CodedTable(
            name=name,
            part=self._part,
            starts=self._starts,
            frame=frame.lazy(),
            given=given,
            is_examined=True,
            cases_of=lambda rows: {row: _case_of(self._rows[row]) for row in rows},
            collected=lambda frame: frame.collect(engine="streaming"),
            lists=self._lists,
            files=(FileRead(holds="case files", name=name, sha256=None),),
        )

    def _in_numbers(self, row: _Row) -> dict[str, int | None]:
        coded, refused = self._coder.row(row.case_file, row.offence)
        return {
            **coded,
            coded_name(TERRITORY): self._territories.get(row.case_file.territory or ""),
            coded_name(START): self._starts.get(row.case_file.taken_from or ""),
            coded_name(REFUSED): None if refused is None else refusal_number(refused),
        }

    def _in_words(self, row: _Row) -> dict[str, str | None]:
        """The head, the dates and the known answers, as a table in a file has them."""
        case_file, offence = row.case_file, row.offence
        known = known_of(case_file, offence, self._book)
        dates = {
            column: text_of_days(day)
            for column, date in date_columns(self._book).items()
            if (day := offence.conduct_date if date == "conduct" else case_file.dates.of(date))
        }
        hour = case_file.dates.arrest_hour
        head = (str(row.path), case_file.case, case_file.reference, offence.id, offence.title)
        return {
            **dict(zip(_HEAD, (*head, self._part, case_file.territory, offence.case_type), strict=True)),
            **dates,
            **({START: case_file.taken_from} if case_file.taken_from else {}),
            **({"arrest_hour": f"{hour:%H:%M}"} if hour else {}),
            **{name: each.answer for name, each in known.items() if each.answer and name not in _HEAD},
        }


def _case_of(row: _Row) -> tuple[CaseFile, int]:
    """The case on the warrant of *row*, and the place of its offence."""
    place = next(i for i, offence in enumerate(row.case_file.offences) if offence is row.offence)
    return row.case_file, place
