"""A table of cases in every matter of every rule book, decided in columns and case by case."""

import csv
import random

import polars as pl
import pytest
from strategies import ROOT
from test_cohort_partitions import decided_by
from test_cohort_sql import rows_of as rows_of_query
from test_every_book import BOOKS, cases_of

from extradition import CaseFile, OptionError, SourceError, determine, render
from extradition.cli import main
from extradition.hearing import Under, hear
from extradition.hearing.examination import examine
from extradition.policy.cohort.case_moments import date_columns
from extradition.policy.cohort.coded_case import CaseCoder
from extradition.policy.cohort.cohort import counted_cohort, decide_table, sql_of
from extradition.policy.cohort.designation_columns import required_columns
from extradition.policy.cohort.ends import CohortEnd
from extradition.policy.cohort.law_columns import CompiledLaws
from extradition.policy.cohort.row_case import case_of_row
from extradition.policy.cohort.tables.partitions import PartitionPlan
from extradition.policy.cohort.tables.polars_columns import with_columns

MATTERS = [
    pytest.param(name, part, id=f"{name}: {part}") for name, book in BOOKS.items() for part in book.matters
]
WITHOUT = [each for each in MATTERS if BOOKS[each.values[0]].matters[each.values[1]].category is None]
ROWS = 25
CHANGED = {
    "hearing": "2026-10-01",
    "taken_from": "UKBA 2007 s 45(2)",
    "searching_officer": "constable",
    "warrant_sought": "all_premises",
    "other_premises_necessary": "yes",
    "all_premises_can_be_specified": "no",
    "belief_about_nationality": "yes",
    "belief_about_documents": "yes",
    "belief_documents_not_exempt": "yes",
    "access_condition": "purpose_frustrated",
}
"""A row on which a law of the second rule book and its neighbour part."""


def a_row(book, part, chance):
    """A row with any answers and dates that a case of the matter can have."""
    row = {"offence": f"o{chance.random()}", "hearing": f"{chance.randint(2021, 2026)}-10-01"}
    for column, key in date_columns(book).items():
        if key in ("arrest", "certificate", "closure") and chance.random() < 0.6:
            row[column] = f"{chance.randint(2010, 2020)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
    for name in book.subjects[part]:
        fact = book.facts.get(name)
        if fact is not None and fact.from_territory is None and chance.random() < 0.8:
            row[name] = str(chance.randint(0, 40)) if fact.unit else chance.choice([*fact.answers])
    if "territory" in required_columns(book, part):
        row["territory"] = chance.choice([*book.territories])
    if "case_type" in required_columns(book, part):
        row["case_type"] = chance.choice([*book.facts["case_type"].answers])
    return row


def written(path, rows):
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def rows_of(name, part, count=ROWS):
    chance = random.Random(f"{name} {part}")
    return [a_row(BOOKS[name], part, chance) for _ in range(count)]


@pytest.mark.parametrize(("name", "part"), WITHOUT)
def test_a_table_of_any_matter_is_decided_as_each_of_its_cases(name, part, tmp_path):
    """Each row of the sample is determined too; a difference is an error."""
    path = written(tmp_path / "a.csv", rows_of(name, part))
    decided = decide_table(path, BOOKS[name], part=part)
    made = counted_cohort(decided, sample=ROWS, engine="plain")
    assert (made.offences, made.sample.rows) == (ROWS, ROWS)
    assert made.decided > ROWS / 2
    for form in ("md", "html", "json"):
        assert render(made, form)


@pytest.mark.parametrize(
    ("name", "part", "counted", "each"),
    [
        ("rules", "issue-of-warrant", "offences", "offence"),
        ("rules", "arrest-on-warrant", "cases", "row"),
        ("rules/international_policing", "letter-of-request", "cases", "row"),
    ],
)
def test_a_report_counts_offences_only_where_a_case_has_them(name, part, counted, each, tmp_path):
    book, path = BOOKS[name], written(tmp_path / "a.csv", rows_of(name, part))
    decided = decide_table(path, book, part=part)
    made = counted_cohort(decided, sample=0, by=["hearing"], sample_of="all of them", show=5)
    assert made.decided_for == ("offence" if counted == "offences" else "person")
    said = render(made, "md")
    assert f"The table a.csv has {ROWS} {counted}, all of {book.title_of(part)}." in said
    assert f"**{made.decided} of {ROWS} {counted} are decided.**" in said
    assert f"the least: the {counted} that can end in no other way" in said
    page = render(made, "html")
    assert f"Each {each} is decided under each law" in page
    assert f"Each percentage is a share of the decided {counted} in its row." in page
    assert f">{counted}</text>" in page
    other = "cases" if counted == "offences" else "offences"
    for count_of in (
        f"{ROWS} {other}",
        f"decided {other}",
        f"the {other} that",
        f"same {other}",
        f"<caption>{other}",
    ):
        assert count_of not in said.lower() + page.lower()


def test_what_changes_is_counted_in_cases_where_there_is_no_offence(tmp_path):
    name, part = "rules/international_policing", "search-for-nationality-documents"
    path = written(tmp_path / "a.csv", [CHANGED, CHANGED])
    made = counted_cohort(decide_table(path, BOOKS[name], part=part), sample=2, engine="plain")
    (shift,) = made.shifts
    assert (shift.changed, shift.partings[0].provision) == (2, "UKBA 2007 s 45(2)")
    said, page = render(made, "md"), render(made, "html")
    assert "2 of the 2 decided cases have another outcome." in said
    for head in ("| Before | After | Cases |", "| Question | Cases | With another outcome |"):
        assert head in said
    assert "<caption>Cases with another outcome</caption>" in page
    assert 'data-label="Cases"' in page


@pytest.mark.parametrize("name", [*BOOKS])
def test_a_column_gives_the_matter_of_the_rows(name, tmp_path):
    book = BOOKS[name]
    part = [*book.matters][-1]
    path = written(tmp_path / "a.csv", [{**row, "part": part} for row in rows_of(name, part, 5)])
    assert decide_table(path, book).table.part == part


def test_a_table_of_two_matters_or_of_none_is_refused(tmp_path):
    book = BOOKS["tests/books/third"]
    one, other = ({"part": part, "hearing": "2015-06-01"} for part in book.matters)
    path = written(tmp_path / "a.csv", [one, other])
    with pytest.raises(SourceError, match="is of Duty to notify, and the rows before are of Power to enter"):
        decide_table(path, book)
    path = written(tmp_path / "b.csv", [{"hearing": "2015-06-01"}])
    with pytest.raises(SourceError, match=r"part: is required: .* matter of the rows: power-to-enter, duty"):
        decide_table(path, book)
    path = written(tmp_path / "c.csv", [{"part": "duty", "hearing": "2015-06-01"}])
    with pytest.raises(SourceError, match="part: must be one of power-to-enter, duty-to-notify, not 'duty'"):
        decide_table(path, book)


def test_a_row_without_its_matter_needs_one(tmp_path):
    rows = [{"part": part, "hearing": "2015-06-01"} for part in ("duty-to-notify", "")]
    with pytest.raises(SourceError, match="name the matter of the row: power-to-enter, duty-to-notify"):
        decide_table(written(tmp_path / "a.csv", rows), BOOKS["tests/books/third"])


@pytest.mark.parametrize("name", [*BOOKS])
def test_the_case_files_of_a_book_are_a_table(name):
    book, path = BOOKS[name], cases_of(name)[-1]
    case = examine(CaseFile.load(path), book)
    made = counted_cohort(decide_table([(path, case)], book), sample=1, engine="plain")
    assert (made.offences, made.decided) == (1, 1)
    assert determine(case, book).part == made.part


@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "part"), MATTERS)
def test_the_columns_of_any_matter_have_the_outcomes_of_determine(name, part):
    """Under the dates of the case too, those that the book declares for itself among them."""
    book, chance = BOOKS[name], random.Random(f"{name} {part}")
    laws = {
        **{each: Under(law=each, engine="plain") for each in book.side_by_side},
        "dates": Under(engine="plain"),
    }
    compiled, coder = CompiledLaws(book, part, laws), CaseCoder(book, part)
    cases = [case_of_row(a_row(book, part, chance), row, book, part, None) for row in range(ROWS)]
    kept = [case for case in map(examined_in(book), cases) if case is not None]
    coded = [coder.row(case, case.offences[0]) for case in kept]
    pairs = [(case, row) for case, (row, refused) in zip(kept, coded, strict=True) if refused is None]
    columns = {
        f"{law.name} {what}": column
        for law in compiled.each
        for what, column in (("outcome", law.outcome), ("closing", law.closing), ("undated", law.undated))
    }
    rows = [row for _, row in pairs]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.Int32), strict=True).lazy()
    said = with_columns(frame, columns).select(*columns).collect().to_dicts()
    compared = 0
    for (case, _), row in zip(pairs, said, strict=True):
        for law, under in laws.items():
            if not row[f"{law} undated"]:
                heard = hear(case, book, under).offences[0]
                ends = (CohortEnd.of(heard.outcome), CohortEnd.of(heard.closed.path.outcome))
                assert ends == tuple(
                    compiled.ends.end(row[f"{law} {what}"]) for what in ("outcome", "closing")
                )
                compared += 1
    assert compared > 2


def examined_in(book):
    """The examination of a case; None for one that *book* refuses."""

    def made(case):
        try:
            return examine(case, book)
        except SourceError:
            return None

    return made


def test_a_table_of_a_matter_is_counted_on_the_command_line(tmp_path, capsys):
    name, part = "rules/international_policing", "letter-of-request"
    path = written(tmp_path / "a.csv", rows_of(name, part))
    options = ["--part", part, "--rules", str(ROOT / name), "--by", "assistance_wanted", "--engine", "plain"]
    assert main(["cohort", str(path), *options]) == 0
    assert "may not request assistance" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("rules", "provisional-warrant"),
        ("rules/international_policing", "letter-of-request"),
        ("tests/books/third", "duty-to-notify"),
    ],
)
def test_a_query_decides_a_table_of_any_matter(name, part, tmp_path):
    book, path = BOOKS[name], written(tmp_path / "a.csv", rows_of(name, part))
    made = decide_table(path, book, part=part)
    cases = pl.read_csv(path, infer_schema=False)
    query = sql_of(made, "duckdb")
    assert rows_of_query(query, cases) == made.table.collected(made.frame).to_dicts()


def test_a_table_of_decisions_needs_a_book_with_kinds_of_decision(tmp_path):
    name, part = "tests/books/third", "duty-to-notify"
    path = written(tmp_path / "a.csv", rows_of(name, part))
    with pytest.raises(OptionError, match="reads no table of decisions"):
        decide_table(path, BOOKS[name], part=part, decisions=path)


def test_a_table_of_decisions_needs_a_matter_with_questions_on_them(tmp_path):
    path = written(tmp_path / "a.csv", [{"case": "X", "offence": "one", "hearing": "2024-01-01"}])
    of_one = {"case": "X", "offence": "one", "decision": "d1", "kind": "first_instance"}
    decisions = written(tmp_path / "d.csv", [of_one])
    with pytest.raises(
        OptionError, match="decisions are listed in Part 1 and Part 2; this is a table of Sur"
    ):
        decide_table(path, BOOKS["rules"], part="own-nationals", decisions=decisions)


@pytest.mark.parametrize("part", ["letter-of-request", "custody-fingerprints"])
def test_a_partition_of_any_matter_is_decided_as_the_whole_table(part, tmp_path):
    name = "rules/international_policing"
    path = written(tmp_path / "a.csv", rows_of(name, part))
    made, cases = decide_table(path, BOOKS[name], part=part), pl.read_csv(path, infer_schema=False)
    plan = PartitionPlan(part, BOOKS[name].side_by_side, tuple(cases.columns), rules=ROOT / name)
    whole = made.table.collected(made.frame).cast(pl.String).to_dicts()
    assert decided_by(plan, cases) == whole
