"""The decisions on each offence of a table, as further columns of its row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import polars as pl

from extradition.case_file import CaseFile
from extradition.hearing.decision_faults import decision_faults
from extradition.law import PART
from extradition.policy.cohort.case_moments import CONDUCT, first_name, last_name
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decided_names import REFUSED
from extradition.policy.cohort.decision_lists import (
    LISTED,
    MOST_LISTS,
    DecisionList,
    ListedDecision,
    book_of_list,
    name_at,
    own_facts,
)
from extradition.policy.cohort.refusals import refusal_number
from extradition.policy.cohort.tables.cell_faults import MOST_FAULTS, in_rows
from extradition.policy.cohort.tables.cells import cell_of
from extradition.policy.cohort.tables.coded_columns import completed
from extradition.policy.cohort.tables.decision_columns import (
    CASE,
    DECISION,
    DECISION_KIND,
    FIRST_DAY,
    LAST_DAY,
    OFFENCE,
    REASON,
    DecisionColumns,
)
from extradition.policy.cohort.tables.decision_reading import FOLLOWED, DecisionReading
from extradition.policy.cohort.tables.table_files import ROW, TableFile
from extradition.rule_book import RuleBook
from extradition.source import Problem, SourceError, nearest

_KEY, _KINDS = coded_name("key "), coded_name("kinds")
_DAY, _EARLIEST = coded_name("latest decision"), coded_name("earliest decision")
_REASON, _RARE, _FOUND = (coded_name(name) for name in ("reason of a decision", "rare", "found"))
_MOST_NAMES = 5_000
"""The most names of offences among which the nearest one is looked for."""
_ID = re.compile(r"\bd(\d+)\b")


class DecisionsJoined:
    """The decisions of a file, joined to the offences of another.

    Args:
        reading: the file of decisions.
        offences: the file of offences.
        rule_book: the law.
        part: the matter of the offences.

    Attributes:
        lists: the lists of decisions that the offences have, the most frequent first.

    Raises:
        SourceError: every fault at once: a decision of no offence, an offence with decisions in both tables,
            and a list of decisions that ``determine`` refuses.
    """

    def __init__(
        self, reading: DecisionReading, offences: TableFile, rule_book: RuleBook, part: PART
    ) -> None:
        self._reading, self._offences, self._book, self._part = reading, offences, rule_book, part
        self._keys = reading.keys
        _refuse(_of_keys(reading, offences))
        self._rows = reading.rows()
        self._listed = self._of_offences()
        _refuse([*self._of_no_offence(), *self._in_both_tables(), *self._of_lists()])
        counted = self._listed.group_by(_KINDS, FOLLOWED).len().sort("len", _KINDS, FOLLOWED, descending=True)
        self.lists: tuple[DecisionList, ...] = tuple(
            _list(self._reading.kinds, kinds, follows)
            for kinds, follows in counted.head(MOST_LISTS).select(_KINDS, FOLLOWED).iter_rows()
        )

    def _of_offences(self) -> pl.DataFrame:
        """One row for each offence: its decisions as lists, in their order."""
        found = pl.concat_list(
            pl.col(coded_name(name)).is_not_null() for name in self._reading.kinds.questions
        )
        return (
            self._rows.with_columns(found.alias(_FOUND))
            .group_by(self._keys, maintain_order=True)
            .agg(
                pl.col(coded_name(DECISION_KIND)).alias(_KINDS),
                pl.col(FOLLOWED),
                pl.col(REASON).is_not_null(),
                pl.col(_FOUND),
                pl.col(ROW),
                pl.col(DECISION),
            )
        )

    def _key(self) -> list[pl.Expr]:
        """The columns of the table of offences that name an offence, as text."""
        return [cell_of(name, self._offences.schema[name]).cast(pl.String).alias(name) for name in self._keys]

    def _of_no_offence(self) -> Iterator[Problem]:
        known = self._offences.collected(self._offences.given.select(*self._key()))
        lost = self._rows.join(known, on=self._keys, how="anti", maintain_order="left")
        names = known[OFFENCE].drop_nulls().unique(maintain_order=True).head(_MOST_NAMES)
        for said, row, count in (
            lost.group_by(self._keys, maintain_order=True)
            .agg(pl.col(ROW).first(), pl.len())
            .select(OFFENCE, ROW, "len")
            .head(MOST_FAULTS)
            .iter_rows()
        ):
            message = (
                f"{said!r} is no offence of {self._offences.path.name}{nearest(said, names)}{in_rows(count)}"
            )
            yield self._reading.problem(row, OFFENCE, message)

    def _in_both_tables(self) -> Iterator[Problem]:
        """A problem for each column of offences that says something on a decision of the other table."""
        schema = self._offences.schema
        for place, name in enumerate(schema):
            why = self._reading.kinds.in_both(name, self._reading.name)
            if why is None:
                continue
            said = self._offences.rows.filter(cell_of(name, schema[name]).is_not_null()).select(
                ROW, *self._key()
            )
            both = said.join(self._listed.lazy().select(self._keys), on=self._keys, how="semi")
            count, first = self._offences.collected(both.select(pl.len(), pl.col(ROW).min())).row(0)
            if count:
                yield self._offences.problem(first, place, name, f"{why}{in_rows(count)}")

    def _of_lists(self) -> Iterator[Problem]:
        """The problems that ``determine`` has with a list of decisions; once for all offences alike."""
        alike = self._listed.group_by(_KINDS, FOLLOWED, REASON, _FOUND, maintain_order=True).agg(
            pl.col(ROW).first(), pl.col(DECISION).first(), pl.len()
        )
        for kinds, follows, reasons, found, rows, ids, count in alike.iter_rows():
            listed = _list(self._reading.kinds, kinds, follows)
            for fault in decision_faults(self._sketch(listed, reasons, found), self._book, self._part):
                place, *more = fault.place[3:] or (0,)
                message = _ID.sub(lambda said, ids=ids: ids[int(said[1]) - 1], fault.message)  # type: ignore[misc]
                name = str(more[-1]) if more else DECISION_KIND
                yield self._reading.problem(rows[int(place)], name, f"{message}{_in_offences(count)}")

    def _sketch(
        self, listed: DecisionList, reasons: Sequence[bool], found: Sequence[Sequence[bool]]
    ) -> CaseFile:
        """A case file with a list of decisions, and what its faults depend on."""
        questions = self._reading.kinds.questions
        decisions = [
            {
                "id": f"d{place + 1}",
                "kind": each.kind,
                **({} if each.follows is None else {"follows": f"d{each.follows + 1}"}),
                **({"reason": "given"} if reason else {}),
                "findings": {
                    name: "yes" for name, is_found in zip(questions, findings, strict=True) if is_found
                },
            }
            for place, (each, reason, findings) in enumerate(zip(listed, reasons, found, strict=True))
        ]
        offence = {"id": "offence", "case_type": "conviction", "decisions": decisions}
        head: dict[str, object] = {
            "case": "a list of decisions",
            "part": self._part,
            "territory": "-",
            "dates": {},
        }
        return CaseFile.model_validate({**head, "offences": [offence]})

    def frame(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The *frame* of offences in numbers, with the columns of the decisions on each.

        Args:
            frame: the table of offences with its coded columns.
        """
        keys = [each.alias(f"{_KEY}{name}") for name, each in zip(self._keys, self._key(), strict=True)]
        wide = self._wide().rename({name: f"{_KEY}{name}" for name in self._keys})
        names = [f"{_KEY}{name}" for name in self._keys]
        joined = frame.with_columns(keys).join(wide.lazy(), on=names, how="left", maintain_order="left")
        for each in self.lists:
            joined = completed(joined, book_of_list(self._book, each), self._part)
        return joined.with_columns(*self._own(), _refused()).drop(*names, _DAY, _EARLIEST, _REASON)

    def _wide(self) -> pl.DataFrame:
        """One row for each offence: the number of its list, and each fact of each of its decisions."""
        most = max(map(len, self.lists))
        numbers = self._numbers()
        numbered = self._listed.join(numbers, on=[_KINDS, FOLLOWED], how="left", nulls_equal=True)
        rare = refusal_number("several decisions on the offence")
        reason = pl.when(pl.col(coded_name(LISTED)).is_null()).then(rare)
        cells = self._rows.group_by(self._keys, maintain_order=True).agg(
            *(
                pl.col(coded_name(name)).get(place, null_on_oob=True).alias(coded_name(name_at(name, place)))
                for name in self._reading.kinds.facts
                for place in range(most)
            ),
            pl.col(FIRST_DAY).max().alias(_DAY),
            pl.col(LAST_DAY).min().alias(_EARLIEST),
            pl.col(coded_name(REFUSED)).max().alias(_REASON),
        )
        listed = numbered.select(*self._keys, coded_name(LISTED), reason.alias(_RARE))
        return cells.join(listed, on=self._keys).with_columns(pl.coalesce(_REASON, _RARE)).drop(_RARE)

    def _numbers(self) -> pl.DataFrame:
        """One row for each of the lists: its kinds, what its decisions follow, and its number."""
        schema, kinds = self._listed.schema, self._reading.kinds.kinds
        return pl.DataFrame(
            [
                {
                    _KINDS: [kinds.index(each.kind) for each in listed],
                    FOLLOWED: [each.follows for each in listed],
                    coded_name(LISTED): number,
                }
                for number, listed in enumerate(self.lists)
            ],
            schema={_KINDS: schema[_KINDS], FOLLOWED: schema[FOLLOWED], coded_name(LISTED): pl.Int32},
        )

    def _own(self) -> Iterator[pl.Expr]:
        """Each fact that is about the offence unless a decision has an answer of its own."""
        for name in own_facts(self._book):
            for place in range(max(map(len, self.lists))):
                own = coded_name(name_at(name, place))
                yield pl.coalesce(own, coded_name(name)).alias(own)

    def on(self, rows: Sequence[Mapping[str, object]]) -> list[list[Mapping[str, str | None]]]:
        """The decisions on each of *rows*, in words.

        Args:
            rows: the text of the cells of some offences, by the name of the column.
        """
        wanted = [tuple(cast("str | None", row[name]) for name in self._keys) for row in rows]
        keys = pl.DataFrame(wanted, schema=dict.fromkeys(self._keys, pl.String), orient="row")
        found = defaultdict(list)
        for decision in self._reading.texts(keys.unique()):
            found[tuple(decision[name] for name in self._keys)].append(decision)
        return [found[key] for key in wanted]


def _of_keys(reading: DecisionReading, offences: TableFile) -> Iterator[Problem]:
    """A problem for each column by which only one of the tables names an offence."""
    for name in (CASE, OFFENCE):
        if name in reading.keys and name not in offences.schema:
            message = f"is required: {reading.name} names an offence by it"
            yield offences.problem_of_head(0, name, message)
        if name in offences.schema and name not in reading.keys:
            message = f"is required: {offences.path.name} names an offence by it"
            yield reading.file.problem_of_head(0, name, message)


def _list(of: DecisionColumns, kinds: Sequence[int], follows: Sequence[int | None]) -> DecisionList:
    """The list of decisions of those *kinds*, which are numbers of the kinds in the columns *of* a file."""
    return tuple(ListedDecision(of.kinds[kind], place) for kind, place in zip(kinds, follows, strict=True))


def _refused() -> pl.Expr:
    """The reason why a row is refused: that of its cells, or of its decisions."""
    after = pl.col(_DAY) > pl.col(coded_name(last_name("hearing")))
    before = pl.col(_EARLIEST) < pl.col(coded_name(first_name(CONDUCT)))
    late = pl.when(after | before).then(refusal_number("the dates contradict one another"))
    refused = coded_name(REFUSED)
    return pl.coalesce(refused, _REASON, late).cast(pl.Int32).alias(refused)


def _in_offences(count: int) -> str:
    return f" (on {count:,} offences)" if count > 1 else ""


def _refuse(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise SourceError(found)
