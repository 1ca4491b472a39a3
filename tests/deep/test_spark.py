"""A cohort in Spark, on this machine: each worker runs the same columns on its partition."""

import os
import sys
from collections import Counter

import polars as pl
import pytest
from cohort_tables import EXAMPLE, START
from strategies import BOOK, ROOT

from extradition.policy.cohort.tables.partitions import PartitionPlan

CASES = pl.read_csv(EXAMPLE, infer_schema=False).drop("taken_from")
PLAN = PartitionPlan("1", BOOK.side_by_side, tuple(CASES.columns), START, ("court",), ROOT / "rules")


@pytest.mark.filterwarnings("ignore")
def test_spark_decides_each_partition_with_the_same_columns(monkeypatch):
    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "src"), *sys.path]))
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "1g").getOrCreate()
    try:
        frame = session.createDataFrame(CASES.to_arrow()).repartition(2)
        found = [row.asDict() for row in frame.mapInArrow(PLAN.function(), PLAN.schema()).collect()]
    finally:
        session.stop()
    (batch,) = CASES.to_arrow().combine_chunks().to_batches()
    alone = [row for made in PLAN.function()(iter([batch])) for row in made.to_pylist()]
    assert sorted(found, key=lambda row: row["offence"]) == alone
    assert Counter(row["refused"] for row in found) == {
        None: 6,
        "a cell that the columns do not read": 2,
        "the dates contradict one another": 1,
    }
