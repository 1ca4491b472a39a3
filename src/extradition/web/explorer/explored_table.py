"""The table of one user in a process of its own: read, decided, counted, checked, and then looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from extradition import source
from extradition.case_file import CaseFile
from extradition.case_file.editing import written
from extradition.engine.agreement import ENGINE
from extradition.hearing.hearing import determine
from extradition.policy.cohort.cohort import SAMPLE, counted_cohort, decide_table, write_table
from extradition.policy.cohort.decided_names import LABELS
from extradition.policy.cohort.results import Cohort, SampleChecked
from extradition.policy.region import Region, region
from extradition.report import render
from extradition.report.cohort_chart import chart_alone
from extradition.report.paper_length import ROWS_ONE_BY_ONE
from extradition.rule_book import RuleBook
from extradition.rule_book.draft import Draft
from extradition.source import Problem, SourceError, UnknownLawError
from extradition.web.explorer.explored import SAVED_AS, Explored, ExploredRow, Settings
from extradition.web.explorer.selection import Selection, written_filter
from extradition.web.explorer.sent_table import why_too_large
from extradition.web.form import leaves_of
from extradition.web.form.fields import written_leaves
from extradition.web.limits import (
    MOST_TABLE_COLUMNS,
    MOST_TABLE_ROWS,
    MOST_VALUES,
    ROWS_SHOWN,
)

if TYPE_CHECKING:
    from extradition.policy.cohort.tables.held_table import HeldTable

_SAMPLE_OF_FILE = 20
"""The rows of a saved report that are determined one by one too."""


@dataclass(frozen=True)
class _TableDecided:
    """The table under the laws; each part is made when it is first asked for, and kept."""

    plain_book: RuleBook
    settings: Settings

    @cached_property
    def book(self) -> RuleBook:
        """The law with the drafts of the user.

        Raises:
            SourceError: a draft has a fault.
        """
        book = self.plain_book
        for text in self.settings.drafts:
            book = book.with_draft(Draft.parse("draft.yaml", text))
        return book

    @cached_property
    def held(self) -> HeldTable:
        """The table, decided under every law.

        Raises:
            SourceError: the table has faults, or a draft has one.
        """
        settings = self.settings
        decided = decide_table(
            settings.path,
            self.book,
            settings.laws,
            part=settings.part,
            taken_from=settings.taken_from,
            keep=settings.keep,
        )
        held = import_module("extradition.policy.cohort.tables.held_table")
        whole: HeldTable = held.HeldTable(decided)
        return whole.named(settings.name)

    @cached_property
    def choices(self) -> dict[str, tuple[tuple[str | None, int], ...]]:
        """The values of each column by which rows can be chosen; no filter can hold a name with an equals
        sign.
        """
        values = self.held.values(MOST_VALUES)
        return {name: each for name, each in values.items() if "=" not in name and name not in LABELS}

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The patterns of facts on which each two neighbouring laws differ."""
        return tuple(region(one, other, self.book) for one, other in pairwise(self.settings.laws))

    def narrowed(self, selection: Selection) -> HeldTable:
        """The chosen rows."""
        if not selection.where:
            return self.held
        headings = self.held.dimensions
        filters = ((headings.get(column, column), value) for column, value in selection.where)
        named = ", ".join(written_filter(*each) for each in filters)
        return self.held.narrowed(selection.where, f"{self.settings.name} ({named})")

    def case_of(self, number: int) -> CaseFile:
        """The case file of the row with that *number*, from 1."""
        cases = self.held.table.cases_of([number - 1])
        return cases[number - 1][0]


class ExploredTable:
    """A table of offences that is decided step by step, and then looked at.

    Args:
        rule_book: the law.
        engine: as for ``determine``, for the rows that are determined one by one.
        settings: the table, and how it is to be decided.
    """

    def __init__(self, rule_book: RuleBook, engine: ENGINE, settings: Settings) -> None:
        self._plain_book = rule_book
        self._engine: ENGINE = engine
        self._settings = settings
        self._decided = _TableDecided(rule_book, settings)
        self._sample: SampleChecked | None = None

    def read(self) -> int:
        """The number of rows of the table.

        Raises:
            SourceError: the table cannot be read, or is larger than a limit.
        """
        path, files = self._settings.path, import_module("extradition.policy.cohort.tables.table_files")
        problem = why_too_large(path)
        if problem is not None:
            raise SourceError([Problem(None, "", problem)])
        file = files.TableFile.load(path)
        rows: int = file.row_count()
        columns = len(file.schema)
        for what, count, most in (("rows", rows, MOST_TABLE_ROWS), ("columns", columns, MOST_TABLE_COLUMNS)):
            if count > most:
                raise SourceError([Problem(None, "", f"has {count:,} {what}; the limit is {most:,}")])
        return rows

    def decide(self) -> None:
        """Decide the table under every law.

        Raises:
            SourceError: every fault of the table at once, or of a draft.
        """
        self._decided.held  # noqa: B018  it is made now, and kept

    def count(self) -> None:
        """Count the values of its columns, and the patterns of facts on which the laws differ."""
        self._decided.choices, self._decided.regions  # noqa: B018  as above

    def check(self) -> None:
        """Determine a sample of the rows one by one.

        Raises:
            EngineError: ``determine`` differs from the columns on a row.
        """
        self._sample = counted_cohort(self._decided.held, sample=SAMPLE, engine=self._engine).sample

    def explored(self, selection: Selection) -> Explored:
        """The chosen rows, counted, with a page of them; the whole table, if they cannot be chosen.

        Args:
            selection: the rows to choose.
        """
        fault, shown = "", selection
        try:
            cohort = self._counted(shown)
        except SourceError as error:
            fault = "; ".join(f"The table {each.message}." for each in error.problems)
            shown = Selection()
            cohort = self._counted(shown)
        dimensions = self._decided.held.dimensions
        own = {name: dimensions[name] for name, values in self._decided.choices.items()}
        return Explored(
            selection=shown,
            cohort=cohort,
            whole=len(self._decided.held),
            sample=self._sample,
            columns={
                name: heading for name, heading in own.items() if name not in self._decided.held.decided_names
            },
            choices=tuple((name, dimensions[name], values) for name, values in self._decided.choices.items()),
            regions=self._decided.regions,
            fault=fault,
        )

    def saved(self, selection: Selection, form: SAVED_AS) -> bytes:
        """The chosen rows as a file.

        Args:
            selection: the rows.
            form: the format.

        Raises:
            SourceError: the table has no such column, or too many rows for a sheet.
            OptionError: there is nothing to draw.
        """
        table = self._decided.narrowed(selection)
        if form in ("csv", "parquet"):
            path = self._settings.folder / f"saved.{form}"
            try:
                write_table(table, path)
                return path.read_bytes()
            finally:
                path.unlink(missing_ok=True)
        shown, sample = ROWS_ONE_BY_ONE.get(form, 0), _SAMPLE_OF_FILE if form in ROWS_ONE_BY_ONE else 0
        cohort = counted_cohort(table, sample=sample, engine=self._engine, by=selection.by, show=shown)
        if form in ("svg", "png"):
            return chart_alone(cohort, "svg" if form == "svg" else "png")
        return render(cohort, "html").encode() if form == "html" else render(cohort, "xlsx")

    def row(self, number: int) -> ExploredRow | None:
        """One row, as a case file too; None if the table does not have it.

        Args:
            number: its number, from 1.
        """
        if not self._decided.held.has_row(number - 1):
            return None
        text, leaves = "", ""
        faults: tuple[str, ...] = ()
        try:
            case_file = self._decided.case_of(number)
            text = written(case_file)
            content = source.parse("case.yaml", text).content
            leaves = written_leaves(leaves_of(content))
        except SourceError as error:
            faults = tuple(f"{each.where}: {each.message}" for each in error.problems)
        shown = self._decided.held.shown(number - 1, 1, 0).rows[0]
        cells = self._decided.held.cells(number - 1)
        return ExploredRow(row=shown, cells=cells, case_file=text, leaves=leaves, faults=faults)

    def note(self, number: int, law: str) -> str | None:
        """The page with the determination of one row under a law; None if the table does not have the row.

        Args:
            number: the number of the row, from 1.
            law: the name of the law.

        Raises:
            SourceError: ``determine`` refuses the row.
            UnknownLawError: the table is not decided under that law.
        """
        if not self._decided.held.has_row(number - 1):
            return None
        if law not in self._settings.laws:
            raise UnknownLawError(f"{law!r} is not a law of this table")
        made = determine(self._decided.case_of(number), self._decided.book, law=law, engine=self._engine)
        return render(made, "html")

    def where_laws_part(self, place: int) -> str | None:
        """The page on where two neighbouring laws part; None if there are none in that place.

        Args:
            place: the place of the pair.
        """
        return render(self._decided.regions[place], "html") if place < len(self._decided.regions) else None

    def without_meaning(self) -> tuple[str, ...]:
        """The columns of the table that no rule reads and the user did not ask to keep."""
        files = import_module("extradition.policy.cohort.tables.table_files")
        kinds = import_module("extradition.policy.cohort.tables.column_kinds").ColumnKinds(self._plain_book)
        schema = files.TableFile.load(self._settings.path).schema
        keep = self._settings.keep
        return tuple(
            name
            for name in schema
            if kinds.of(name, is_kept=name in keep)[1] is not None and not name.startswith("#")
        )

    def _counted(self, selection: Selection) -> Cohort:
        table = self._decided.narrowed(selection)
        cohort = counted_cohort(table, sample=0, by=selection.by)
        first = (selection.page - 1) * ROWS_SHOWN
        return cohort.model_copy(update={"rows": table.shown(first, ROWS_SHOWN, ROWS_SHOWN)})
