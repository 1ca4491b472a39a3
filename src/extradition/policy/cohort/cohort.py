"""A cohort: a table of offences decided under several laws at once, counted and checked by a sample."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from extradition.case_file import CaseFile
from extradition.engine.agreement import ENGINE
from extradition.hearing.hearing import made_by
from extradition.hearing.under import Under
from extradition.law import PART
from extradition.policy.cohort.cohort_sql import CohortSql
from extradition.policy.cohort.results import (
    Cohort,
    CohortGroup,
    CohortLaw,
    outcome_counts,
    shifts_in,
    transitions_in,
    under_in,
)
from extradition.policy.cohort.sql_text import DIALECT
from extradition.policy.cohort.table_names import refuse_other_tables
from extradition.policy.reported_law import reported_law
from extradition.rule_book import RuleBook
from extradition.rule_book.version import LEVEL
from extradition.source import MissingExtraError, OptionError, Problem, SourceError

if TYPE_CHECKING:
    from extradition.policy.cohort.tables.decided_table import DecidedTable

SAMPLE = 200
"""The number of rows that are determined one by one too, unless the user names another."""


def decide_table(
    table: str | Path | Sequence[tuple[Path, CaseFile]],
    rule_book: RuleBook,
    laws: Sequence[str] | None = None,
    *,
    part: PART | None = None,
    taken_from: str | None = None,
    keep: Iterable[str] = (),
    decisions: str | Path | None = None,
) -> DecidedTable:
    """The table decided under each law; nothing is computed before a frame of it is collected.

    Args:
        table: a file in Parquet, CSV or Excel, one row an offence; or case files with their paths, examined.
        rule_book: the law.
        laws: names from ``laws.yaml``; without them, the laws that it lists for comparison.
        part: the matter of every row of a file, if neither a column nor the territories say it.
        taken_from: the question from which the hearing of each row of a file is taken that names none.
        keep: the names of further columns of a file, which no rule reads.
        decisions: a file with the decisions on the offences of a file that have several.

    Raises:
        SourceError: every fault of the table at once.
        UnknownLawError: a law or a question that the rule book does not have.
        OptionError: one law twice; an option of a table for case files, which say it themselves.
        MissingExtraError: the packages for tables are not installed.

    Examples:
        >>> from extradition import RuleBook, decide_table
        >>> decided = decide_table("examples/cohort/offences.csv", RuleBook.load(), keep=["court"])
        >>> decided.table.part, "merticariu: outcome" in decided.frame.collect_schema()
        ('1', True)
    """
    under = _under(rule_book.side_by_side if laws is None else tuple(laws), rule_book)
    try:
        tables = import_module("extradition.policy.cohort.tables.decided_table")
        reading = import_module("extradition.policy.cohort.tables.table_reading")
        of_cases = import_module("extradition.policy.cohort.tables.cases_as_table")
    except ImportError as error:
        raise MissingExtraError("a cohort", "cohort") from error
    if isinstance(table, str | Path):
        listed = None if decisions is None else Path(decisions)
        coded = reading.read_table(
            Path(table), rule_book, part=part, taken_from=taken_from, keep=keep, decisions=listed
        )
    else:
        _refuse_options_of_a_table(part=part, taken_from=taken_from, keep=tuple(keep), decisions=decisions)
        coded = of_cases.table_of_cases(table, rule_book, name="case files")
    made: DecidedTable = tables.DecidedTable(coded, rule_book, under)
    _refuse_names_it_gets(made)
    return made


def _under(laws: Sequence[str], rule_book: RuleBook) -> dict[str, Under]:
    """The choice of each of *laws*, by its name.

    Raises:
        OptionError: one law twice, or none.
        UnknownLawError: a law that the rule book does not have.
    """
    if len(set(laws)) < max(len(laws), 1):
        raise OptionError("a cohort needs one or more different laws")
    under = {name: Under(law=name) for name in laws}
    for each in under.values():
        each.day(rule_book)
    return under


def _refuse_names_it_gets(decided: DecidedTable) -> None:
    """Refuse a table with a column whose name a column of the *decided* table gets.

    Raises:
        SourceError: it has such a column.
    """
    table = decided.table
    taken = next((name for name in decided.added if name in table.given), None)
    if taken is not None:
        message = f"{taken} is the name of a column that the decided table gets; give it another name"
        raise SourceError([Problem(None, table.name, message)])


def _refuse_options_of_a_table(**options: object) -> None:
    """Refuse the options of a table for case files.

    Raises:
        OptionError: *decisions* are given, or another option.
    """
    if options["decisions"] is not None:
        raise OptionError("a table of decisions goes with a table of offences; a case file lists its own")
    given = [name.replace("_", " ") for name, value in options.items() if value not in (None, ())]
    if given:
        raise OptionError(
            f"{' and '.join(given)} can be given for a table of offences; a case file says it itself"
        )


# Whole: the fields of a cohort, a row each.
def counted_cohort(
    decided: DecidedTable,
    *,
    sample: int = SAMPLE,
    engine: ENGINE = "durable",
    by: Sequence[str] | None = None,
    sample_of: str | None = None,
    show: int = 0,
) -> Cohort:
    """The counts of a decided table, after a sample of its rows was determined one by one.

    Args:
        decided: the table, decided under the laws.
        sample: the number of rows of the sample; 0 for none.
        engine: as for ``determine``, for the sample.
        by: up to two columns by which to break the table down; none for the bounds of the whole table.
        sample_of: the population of which the table is a sample, in words; reports then show shares.
        show: the most rows that a report shows one by one; 0 for none.

    Raises:
        EngineError: ``determine`` differs from the columns on a row of the sample.
        SourceError: the table has no such column, or the column has too many values.
        OptionError: there are more than two columns, or one is named twice.
    """
    breaking = import_module("extradition.policy.cohort.tables.breakdown_counting")
    showing = import_module("extradition.policy.cohort.tables.shown_rows")
    breakdowns = () if by is None else breaking.broken_down(decided, by)
    counting = import_module("extradition.policy.cohort.tables.counting")
    checking = import_module("extradition.policy.cohort.tables.sample_check")
    groups, refused = counting.counted(decided)
    laws, rule_book = tuple(decided.laws.laws), decided.laws.rule_book
    number = sum(group.count for group in groups)
    offences = number + sum(refused.values())
    checked = checking.sample_checked(decided, offences, sample, engine) if sample and offences else None
    return Cohort(
        table=decided.table.name,
        files=decided.table.files,
        part=decided.table.part,
        title=rule_book.title_of(decided.table.part),
        taken_from=tuple(decided.table.starts),
        rule_book=rule_book.digest,
        made_by=made_by(),
        stated_as_at=rule_book.stated_as_at,
        decided_for="person" if rule_book.is_on_the_person_alone(decided.table.part) else "offence",
        offences=offences,
        blank_rows=decided.table.blank,
        decided=number,
        refused=refused,
        laws=tuple(_law(place, name, groups, rule_book) for place, name in enumerate(laws)),
        outcomes=outcome_counts((group.count, group.ends) for group in groups),
        closings=outcome_counts((group.count, group.closings) for group in groups),
        shifts=shifts_in(groups, laws, rule_book),
        transitions=transitions_in(groups),
        sample=checked,
        drafts=rule_book.drafts,
        breakdowns=breakdowns,
        sample_of=sample_of,
        rows=showing.shown_rows(decided, show) if show else None,
    )


def sql_of(
    decided: DecidedTable, dialect: DIALECT, *, taken_from: str | None = None, keep: Iterable[str] = ()
) -> str:
    """The query that decides the same table in a database, which calls it ``cases``.

    Args:
        decided: the table, decided under the laws.
        dialect: the database.
        taken_from: the question from which every hearing is taken.
        keep: the names of the columns that no rule reads.

    Raises:
        OptionError: a query does not read a column of the table, nor a table of decisions.
    """
    laws, table = decided.laws, decided.table
    if table.lists:
        raise OptionError("a query reads no decisions; decide the offences that have several without --sql")
    made = CohortSql(
        laws.rule_book, table.part, laws.laws, table.given, dialect=dialect, taken_from=taken_from, keep=keep
    )
    return made.query("cases")


def write_table(decided: DecidedTable, path: Path) -> None:
    """Write a decided table: its own columns, and the outcome of each row under each law in words.

    Args:
        decided: the table, decided under the laws.
        path: the file to write; its name ends in ``.parquet``, ``.csv`` or ``.xlsx``.

    Raises:
        SourceError: the name of the file is another one, or a sheet has too few rows for the table.
    """
    refuse_other_tables(path)
    files = import_module("extradition.policy.cohort.tables.decided_file")
    files.write_decided(decided, path)


def cohort(
    table: str | Path,
    rule_book: RuleBook,
    laws: Sequence[str] | None = None,
    *,
    taken_from: str | None = None,
    keep: Iterable[str] = (),
    decisions: str | Path | None = None,
    sample: int = SAMPLE,
    by: Sequence[str] | None = None,
    sample_of: str | None = None,
) -> Cohort:
    """The outcomes of a table of offences under several laws, counted.

    Each row is decided as ``determine`` would decide its case, or refused with a reason; nothing is guessed.

    Args:
        table: a file in Parquet, CSV or Excel, one row an offence; its columns are the keys of a case file.
        rule_book: the law.
        laws: names from ``laws.yaml``; without them, the laws that it lists for comparison.
        taken_from: the question from which the hearing of each row is taken that names none.
        keep: the names of further columns, which no rule reads.
        decisions: a file with the decisions on offences that have several.
        sample: the number of rows that are determined one by one too; a difference stops the run.
        by: up to two columns by which to break the table down; none for the bounds of the whole table.
        sample_of: the population of which the table is a sample, in words; reports then show shares.

    Raises:
        SourceError: every fault of the table at once; a column by which it cannot be broken down.
        UnknownLawError: a law or a question that the rule book does not have.
        OptionError: one law twice; more than two columns to break it down by.
        EngineError: ``determine`` differs from the columns on a row of the sample.
        MissingExtraError: the packages for tables are not installed.

    Examples:
        >>> from extradition import RuleBook, cohort
        >>> made = cohort("examples/cohort/offences.csv", RuleBook.load(), keep=["court"])
        >>> made.offences, made.decided, [shift.changed for shift in made.shifts]
        (9, 8, [2, 0, 2])
    """
    decided = decide_table(table, rule_book, laws, taken_from=taken_from, keep=keep, decisions=decisions)
    return counted_cohort(decided, sample=sample, by=by, sample_of=sample_of)


def _law(place: int, name: str, groups: Sequence[CohortGroup], rule_book: RuleBook) -> CohortLaw:
    sure: dict[LEVEL, int] = {}
    for group in groups:
        sure[group.least_sure[place]] = sure.get(group.least_sure[place], 0) + group.count
    return CohortLaw(
        **dict(reported_law(name, rule_book)),
        turns_on_commencement=sum(group.count for group in groups if group.commencement[place]),
        least_sure=sure,
        unstated=sum(group.count for group in groups if group.is_unstated(place)),
        under=under_in(groups, place),
    )
