"""A cohort in Spark, on this machine: each worker runs the same columns on its partition."""

import os
import sys

import polars as pl
import pyarrow as pa
import pytest
from cohort_tables import EXAMPLE, START
from strategies import BOOK, ROOT

from extradition.policy.cohort.tables.partitions import PartitionPlan

CASES = pl.read_csv(EXAMPLE, infer_schema=False).drop("taken_from")
PLAN = PartitionPlan("1", BOOK.side_by_side, tuple(CASES.columns), START, ("court",), ROOT / "rules")


def rows_decided(plan):
    """The plan over the rows of a partition: mapInArrow needs pandas, which is not installed here."""
    function, names = plan.function(), list(plan.given)

    def of(rows):
        cells = list(zip(*rows, strict=True))
        if cells:
            arrays = [pa.array(column, pa.string()) for column in cells]
            for batch in function(iter([pa.RecordBatch.from_arrays(arrays, names=names)])):
                yield from batch.to_pylist()

    return of


@pytest.mark.filterwarnings("ignore")
def test_spark_decides_each_partition_with_the_same_columns(monkeypatch):
    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "src"), *sys.path]))
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "1g").getOrCreate()
    try:
        frame = session.createDataFrame(CASES.to_arrow()).repartition(2)
        found = frame.rdd.mapPartitions(rows_decided(PLAN)).collect()
    finally:
        session.stop()
    assert sorted(found, key=lambda row: row["offence"]) == list(rows_decided(PLAN)(CASES.rows()))
