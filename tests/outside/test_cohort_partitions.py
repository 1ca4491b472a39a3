"""A partition of a table, decided as a worker of Spark decides it: the function for mapInArrow."""

import dataclasses

import polars as pl
import pytest
from cohort_tables import ABSENT, EXAMPLE, HEAD, START, decided
from strategies import BOOK, ROOT

from extradition import OptionError, UnknownLawError
from extradition.policy.cohort.tables import partitions
from extradition.policy.cohort.tables.partitions import PartitionPlan

CASES = pl.read_csv(EXAMPLE, infer_schema=False).drop("taken_from")
PLAN = PartitionPlan("1", BOOK.side_by_side, tuple(CASES.columns), START, ("court",), ROOT / "rules")


def batches_of(frame):
    return iter(frame.to_arrow(compat_level=pl.CompatLevel.oldest()).to_batches())


def decided_by(plan, frame):
    return [row for batch in plan.function()(batches_of(frame)) for row in batch.to_pylist()]


def test_a_partition_is_decided_as_the_whole_table_is():
    usual = CASES.filter(pl.col("arrest").str.len_chars() == 10, pl.col("conduct_date").str.len_chars() == 10)
    made = decided(EXAMPLE, keep=["court"])
    offences = usual["offence"].to_list()
    whole = made.table.collected(made.frame.filter(pl.col("offence").is_in(offences)).drop("taken_from"))
    assert decided_by(PLAN, usual) == whole.cast(pl.String).to_dicts()


def test_a_partition_refuses_a_cell_that_is_not_written_as_usual_and_a_row_of_the_other_part():
    found = {row["offence"]: row["refused"] for row in decided_by(PLAN, CASES)}
    unread = "a cell that the columns do not read"
    assert (found["2"], found["4"], found["1"]) == (unread, unread, None)
    rows = pl.DataFrame([{**HEAD, **ABSENT, "territory": territory} for territory in ("RO", "IN")])
    plan = PartitionPlan("1", ("today",), tuple(rows.columns))
    other = "the territory is of another matter on the dates"
    assert [row["refused"] for row in decided_by(plan, rows)] == [None, other]


def test_the_schema_names_every_column_of_the_decided_table():
    names = [each.split("`")[1] for each in PLAN.schema().split(" STRING")[:-1]]
    assert names == list(decided_by(PLAN, CASES)[0])
    assert decided_by(PLAN, CASES.clear()) == []


def test_only_the_columns_that_are_asked_for_are_handed_back():
    few = dataclasses.replace(PLAN, made=("today: outcome", "offence"))
    assert few.schema() == "`today: outcome` STRING, `offence` STRING"
    assert decided_by(few, CASES) == [
        {name: row[name] for name in ("today: outcome", "offence")} for row in decided_by(PLAN, CASES)
    ]
    with pytest.raises(OptionError, match=r"'today: outcom' is not a column .*; did you mean today: outcome"):
        dataclasses.replace(PLAN, made=("today: outcom",)).schema()


@pytest.mark.parametrize(
    ("given", "fault"), [(["territory"], "case_type is required"), ([*HEAD, "x"], "x is not a")]
)
def test_a_plan_with_a_fault_in_its_columns_is_refused(given, fault):
    with pytest.raises(OptionError, match=fault):
        PartitionPlan("1", ("today",), tuple(given)).schema()


def test_a_decided_partition_is_handed_back_in_small_batches(monkeypatch):
    whole = decided_by(PLAN, CASES)
    monkeypatch.setattr(partitions, "_HANDED_OVER", 4)
    batches = list(PLAN.function()(batches_of(CASES)))
    assert max(batch.num_rows for batch in batches) == 4
    assert [row for batch in batches for row in batch.to_pylist()] == whole


def test_a_partition_of_many_rows_is_decided_in_parts(monkeypatch):
    whole = decided_by(PLAN, CASES)
    monkeypatch.setattr(partitions, "_AT_ONCE", 4)
    halves = [*batches_of(CASES.head(5)), *batches_of(CASES.tail(4))]
    assert [row for batch in PLAN.function()(iter(halves)) for row in batch.to_pylist()] == whole


def test_a_plan_taken_from_no_question_is_refused():
    with pytest.raises(UnknownLawError, match="'' is not a question of Part 1"):
        decided_by(dataclasses.replace(PLAN, taken_from=""), CASES)
