"""A cohort as one SQL query: the same outcomes as the columns in Polars, and nothing guessed."""

import duckdb
import polars as pl
import pytest
from cohort_tables import ABSENT, EXAMPLE, HEAD, START, csv_of, decided, write_csv
from strategies import BOOK

from extradition import OptionError, UnknownLawError
from extradition.hearing import Under
from extradition.policy.cohort.cohort_sql import CohortSql

LAWS = {name: Under(law=name) for name in BOOK.side_by_side}


def rows_of(query, cases):
    with duckdb.connect() as database:
        optimizers = database.execute("SELECT name FROM duckdb_optimizers()").fetchall()
        disabled = ",".join(name for (name,) in optimizers if name != "unused_columns")
        database.execute(f"SET disabled_optimizers='{disabled}'")
        database.register("cases", cases)
        found = database.execute(query)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def as_in_polars(path, **more):
    made = decided(path, **more)
    return made.table.collected(made.frame).to_dicts()


def test_the_query_gives_the_table_that_the_command_writes(tmp_path):
    path = tmp_path / "cases.csv"
    cases = (
        pl.read_csv(EXAMPLE, infer_schema=False)
        .drop("taken_from")
        .filter(pl.col("arrest").str.len_chars() == 10)
    )
    cases = cases.filter(pl.col("conduct_date").str.len_chars() == 10)
    cases.write_csv(path)
    query = CohortSql(BOOK, "1", LAWS, cases.columns, taken_from=START, keep=["court"]).query("cases")
    assert rows_of(query, cases) == as_in_polars(path, keep=["court"])


def test_numbers_and_typed_dates_are_read_too(tmp_path):
    found = {**HEAD, **ABSENT, "minimum_retrial_rights": "yes", "retrial_right": "none"}
    path = tmp_path / "cases.parquet"
    cases = pl.DataFrame([{**found, "foreign_maximum": months} for months in (11, 12)]).with_columns(
        pl.col("arrest").str.to_date(), pl.col("hearing").str.to_date()
    )
    cases.write_parquet(path)
    query = CohortSql(BOOK, "1", {"merticariu": LAWS["merticariu"]}, cases.columns).query("cases")
    assert rows_of(query, cases) == as_in_polars(path, laws=["merticariu"], taken_from=None)


def test_a_cell_that_is_no_answer_refuses_its_row(tmp_path):
    rows = [
        {"retrial_right": "non"},
        {"sentence_imposed": "2.5"},
        {"arrest": "25/9/2019"},
        {"hearing": "6100-01-01"},
        {"hearing": "9999-12-31"},
        {"arrest": "1899-12-31"},
        {"territory": ""},
        {"territory": "IN"},
        {"arrest": "2025-01-01"},
        {"arrest": "2020-12-31"},
        {},
    ]
    cases = pl.read_csv(write_csv(tmp_path / "a.csv", *rows), infer_schema=False)
    laws = {"merticariu": LAWS["merticariu"]}
    found = rows_of(CohortSql(BOOK, "1", laws, cases.columns).query("cases"), cases)
    assert [row["refused"] for row in found] == [
        *["a cell that the columns do not read"] * 7,
        "the territory is of another matter on the dates",
        "the dates contradict one another",
        "a date that chooses the law is missing or not precise enough",
        None,
    ]
    assert [row["merticariu: outcome"] for row in found] == [*[None] * 10, "open"]


def test_a_query_of_part_2_allows_a_territory_of_no_category():
    cases = pl.DataFrame([{**HEAD, "territory": "TW", "certificate": "2019-01-01"}])
    found = rows_of(CohortSql(BOOK, "2", {"today": LAWS["today"]}, cases.columns).query("cases"), cases)
    assert found[0]["refused"] is None


@pytest.mark.parametrize(
    ("more", "fault"), [({"arest": "x"}, "arest is not a column .*; did you mean arrest?")]
)
def test_a_column_without_a_meaning_is_refused(more, fault):
    with pytest.raises(OptionError, match=fault):
        CohortSql(BOOK, "1", LAWS, [*HEAD, *more])


@pytest.mark.parametrize("words", ["", "s 20"])
def test_a_hearing_taken_from_no_question_is_refused(words):
    with pytest.raises(UnknownLawError, match="is not a question of Part 1 from which the hearing goes on"):
        CohortSql(BOOK, "1", LAWS, list(HEAD), taken_from=words)


def test_the_words_of_spark_have_their_own_marks():
    query = CohortSql(BOOK, "1", {"today": LAWS["today"]}, list(HEAD), dialect="spark").query("cases")
    assert "`today: outcome`" in query
    assert "datediff(" in query
    assert csv_of([HEAD]).startswith("territory,")
