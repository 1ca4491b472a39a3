"""A cohort, side by side in one run: Polars, DuckDB, Spark, NumPy by hand, and the looped determination.

Each row runs in a process of its own, so that its memory is its own. The tables are drawn by a seed from the
worked examples and written once, as Parquet of words. Every row of numbers is held against another first.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import polars as pl
from cases import ROOT, SEED, WholeHearings
from timing import say, table

from extradition import RuleBook
from extradition.hearing import Under, hear
from extradition.policy.cohort.answer_codes import codes_of
from extradition.policy.cohort.cohort import counted_cohort, decide_table
from extradition.policy.cohort.cohort_sql import CohortSql
from extradition.policy.cohort.columns import Column, coded_name
from extradition.policy.cohort.law_columns import CompiledLaws
from extradition.policy.cohort.sql_text import SqlColumns
from extradition.policy.cohort.tables.breakdown_counting import broken_down
from extradition.policy.cohort.tables.cases_as_table import table_of_cases
from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.partitions import PartitionPlan
from extradition.policy.cohort.tables.polars_columns import with_columns

LAWS = ("before-merticariu", "merticariu", "as-amended-2026")
LAW = "merticariu"
RETRIAL, RIGHTS = "EA 2003 s 20(5)", "EA 2003 s 20(8)"
MOST_DRAWN, ROW_GROUP = 1_000_000, 125_000
_BASE, _CHANGED, _OPEN = 400, 0.03, 0.3
_CONDITIONS = ("if_court_finds_no_deliberate_absence", "if_other_body_finds_no_deliberate_absence")
_NO_RIGHT = (*_CONDITIONS, "at_discretion", "other_condition", "none", "not_shown")
_RIGHT, _FULL = ("unconditional", "procedural_steps_only"), ("retrial", "full_review_on_appeal")
_DOUBTS = ("ambiguous", "options_inconsistent", "text_against_option", "further_information_against_it")
_SINGLE = ("own_defence", "legal_aid", "prosecution_witnesses", "defence_witnesses")
_SINGLES = tuple(f"retrial_{each}" for each in _SINGLE)
CHAIN = ("retrial_right", "rehearing", "doubt_about_retrial", "later_decision", *_SINGLES)


def draw(rule_book: RuleBook, rows: int, path: Path) -> None:
    """Write *rows* offences of Part 1 in words: each a worked example with some of its cells changed.

    More than ``MOST_DRAWN`` are the same offences several times.
    """
    hearings, chance = WholeHearings(rule_book, 0.93), np.random.default_rng(SEED)
    base = [hearings.from_example("1") for _ in range(_BASE)]
    known = table_of_cases([(ROOT, case) for case in base], rule_book, name="drawn")
    frame = (
        known.collected(known.frame.select(known.given))
        .head(_BASE)
        .drop("file", "reference", "title", "part")
    )
    asked = [name for name in rule_book.names_read["1"] if name != "convention_compatible_if_accused"]
    count = min(MOST_DRAWN, rows)
    picked = frame[chance.integers(0, frame.height, count)]
    columns = [_changed(rule_book, name, picked, count, chance) for name in asked]
    days = pl.Series("arrest", chance.integers(12_800, 19_700, count), dtype=pl.Int32).cast(pl.Date)
    places = np.array(("BE", "ES", "FR", "NL"))[chance.integers(0, 4, count)]
    territory = pl.Series("territory", places).cast(pl.Categorical)
    hearing = pl.repeat("2026-11-22", count, eager=True).alias("hearing").str.to_date()
    conduct = pl.repeat("2004-05-06", count, eager=True).alias("conduct_date").str.to_date()
    part = path.with_suffix(".part.parquet")
    pl.DataFrame([territory, days, hearing, conduct, *columns]).write_parquet(part, row_group_size=ROW_GROUP)
    pl.scan_parquet([part] * (rows // count)).sink_parquet(path, row_group_size=ROW_GROUP)
    part.unlink()


def _changed(
    rule_book: RuleBook, name: str, picked: pl.DataFrame, count: int, chance: np.random.Generator
) -> pl.Series:
    """The column *name* of the picked rows, with some cells changed or left open."""
    words = list(codes_of(rule_book, name))
    own = picked[name] if name in picked.columns else pl.repeat(None, count, dtype=pl.String, eager=True)
    other = pl.Series(np.array(words)[chance.integers(0, len(words), count)])
    changes = pl.Series(chance.random(count) < _CHANGED) & (name != "case_type")
    opened = pl.Series(chance.random(count) < _OPEN)
    made = pl.select(
        pl.when(changes & opened).then(None).when(changes).then(other).otherwise(own)
    ).to_series()
    is_number = name in rule_book.facts and rule_book.facts[name].unit
    return made.cast(pl.String if is_number else pl.Enum(words)).alias(name)


def whole_by_polars(path: Path, _: int) -> dict[str, Any]:
    """The outcomes of the whole Part under three laws, with the partings, counted."""
    rule_book = RuleBook.load()
    decided = DecidedTable(
        decide_table(path, rule_book, LAWS).table, rule_book, {n: Under(law=n) for n in LAWS}
    )
    return _clocked(lambda: _counted(decided))


def _counted(decided: DecidedTable) -> int:
    wanted = [name for name in decided.laws.decided if name.endswith((": outcome", ": part at"))]
    grouped = decided.numbers.group_by("#refused", *wanted).len()
    return int(decided.table.collected(grouped)["len"].sum())


def whole_command(path: Path, _: int) -> dict[str, Any]:
    """The whole cohort: every fault looked for, every column, the counts and the sample of 200 rows."""
    rule_book = RuleBook.load()
    return _clocked(lambda: counted_cohort(decide_table(path, rule_book, LAWS)).offences)


def whole_broken_down(path: Path, _: int) -> dict[str, Any]:
    """The counts by two columns and both crossed, each with the least and the most, under three laws."""
    rule_book = RuleBook.load()
    decided = DecidedTable(
        decide_table(path, rule_book, LAWS).table, rule_book, {n: Under(law=n) for n in LAWS}
    )
    by = ("territory", "case_type")
    return _clocked(lambda: broken_down(decided, by)[0].cells[0].rows)


def whole_by_duckdb(path: Path, threads: int) -> dict[str, Any]:
    """The same query in DuckDB, from words to words."""
    rule_book, names = RuleBook.load(), pl.scan_parquet(path).collect_schema().names()
    query = CohortSql(rule_book, "1", {name: Under(law=name) for name in LAWS}, names).query("cases")
    keys = ", ".join(f'"{name}: outcome"' for name in LAWS)
    database = _database(threads)
    database.execute(f"CREATE VIEW cases AS SELECT * FROM '{path}'")  # noqa: S608  our own
    counted = f"SELECT {keys}, count(*) FROM ({query}) GROUP BY ALL"  # noqa: S608  our own
    return _clocked(lambda: sum(row[-1] for row in database.execute(counted).fetchall()))


def _database(threads: int) -> duckdb.DuckDBPyConnection:
    """DuckDB without the optimizers that take minutes over a query of this depth."""
    database = duckdb.connect(config={"threads": threads})
    names = (name for (name,) in database.execute("SELECT name FROM duckdb_optimizers()").fetchall())
    disabled = ",".join(name for name in names if name != "unused_columns")
    database.execute(f"SET disabled_optimizers='{disabled}'")
    return database


def whole_by_spark(path: Path, threads: int) -> dict[str, Any]:
    """The same columns in Polars on each partition of Spark."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  one row needs it

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master(f"local[{threads}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "4g")
        .getOrCreate()
    )
    frame = session.read.parquet(str(path))
    outcomes = tuple(f"{name}: outcome" for name in LAWS)
    plan = PartitionPlan("1", LAWS, tuple(frame.columns), made=outcomes)
    keys = [f"`{name}`" for name in outcomes]
    try:
        grouped = frame.mapInArrow(plan.function(), plan.schema()).groupBy(*keys).count()
        return _clocked(lambda: sum(row["count"] for row in grouped.collect()))
    finally:
        session.stop()


def looped(path: Path, _: int) -> dict[str, Any]:
    """The determination of 200 rows, one by one, under three laws."""
    rule_book = RuleBook.load()
    decided = decide_table(path, rule_book, LAWS)
    cases = [case for case, _ in decided.table.cases_of(range(200)).values()]

    def run() -> int:
        return (
            len([hear(case, rule_book, Under(law=law)).determination for case in cases for law in LAWS]) // 3
        )

    return _clocked(run)


def chain_table(path: Path, rows: int) -> pl.DataFrame:
    """The coded facts of the section 20 chain, in memory."""
    rule_book = RuleBook.load()
    table_ = decide_table(path, rule_book, [LAW]).table
    wanted = [coded_name(name) for name in (*CHAIN, "minimum_retrial_rights", "entitled_to_retrial")]
    return table_.collected(table_.frame.select(wanted).head(rows)).with_columns(pl.all().cast(pl.Int32))


def chain_columns(rule_book: RuleBook) -> dict[str, Column]:
    """The generated columns of the chain: the minimum rights, and the entitlement to a retrial."""
    laws = CompiledLaws(rule_book, "1", {LAW: Under(law=LAW)})
    return {"rights": laws.answer(LAW, RIGHTS), "retrial": laws.answer(LAW, RETRIAL)}


def chain_generated(path: Path, rows: int) -> dict[str, Any]:
    """The section 20 chain by the generated columns, in Polars."""
    frame, columns = chain_table(path, rows), chain_columns(RuleBook.load())
    return _clocked(lambda: with_columns(frame.lazy(), columns).select(*columns).collect(), _check_of(frame))


def chain_by_hand(path: Path, rows: int) -> dict[str, Any]:
    """The section 20 chain as a person would write it in Polars."""
    frame = chain_table(path, rows)
    hand = _by_hand(RuleBook.load())
    return _clocked(lambda: frame.lazy().select(**hand).collect(), _check_of(frame))


def chain_generated_sql(path: Path, rows: int) -> dict[str, Any]:
    """The section 20 chain by the generated SQL, in DuckDB."""
    frame, columns = chain_table(path, rows), chain_columns(RuleBook.load())
    database = _database(2)
    database.register("arrow_cases", frame)
    database.execute("CREATE TABLE cases AS SELECT * FROM arrow_cases")
    query = f"SELECT rights, retrial FROM ({SqlColumns('duckdb').levels(columns, 'cases')})"  # noqa: S608
    return _clocked(lambda: pl.DataFrame(database.sql(query).to_arrow_table()), _check_of(frame))


def chain_by_numpy(path: Path, rows: int) -> dict[str, Any]:
    """The section 20 chain in NumPy, three values as -1, 0 and 1."""
    frame = chain_table(path, rows)
    code = {name: codes_of(RuleBook.load(), name) for name in CHAIN}
    cells = {name: frame[coded_name(name)].fill_null(-1).to_numpy() for name in CHAIN}
    found = {
        name: frame[coded_name(name)].fill_null(-1).to_numpy()
        for name in ("minimum_retrial_rights", "entitled_to_retrial")
    }

    def among(name: str, *words: str) -> np.ndarray[Any, Any]:
        held = np.isin(cells[name], [code[name][word] for word in words]).astype(np.int8)
        return np.where(cells[name] < 0, -1, held)

    def every(*parts: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.where((np.stack(parts) == 0).any(0), 0, np.where((np.stack(parts) < 0).any(0), -1, 1))

    def some(*parts: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.where((np.stack(parts) == 1).any(0), 1, np.where((np.stack(parts) < 0).any(0), -1, 0))

    def run() -> pl.DataFrame:
        single = every(*(among(f"retrial_{each}", "yes") for each in _SINGLE))
        rights = np.where(found["minimum_retrial_rights"] >= 0, found["minimum_retrial_rights"], single)
        doubt = among("doubt_about_retrial", *_DOUBTS)
        sound = np.where(doubt < 0, 1, 1 - doubt)  # silence is presumed
        yes = every(among("retrial_right", *_RIGHT), among("rehearing", *_FULL), rights, sound)
        limited = every(
            among("retrial_right", *_RIGHT, *_NO_RIGHT), among("rehearing", "limited_review", "not_shown")
        )
        used = every(among("retrial_right", "already_used"), among("later_decision", "none_shown"), sound)
        no = some(np.where(rights < 0, -1, 1 - rights), limited, among("retrial_right", *_NO_RIGHT), used)
        derived = np.where(yes == 1, 1, np.where(no == 1, 0, -1))
        answer = np.where(found["entitled_to_retrial"] >= 0, found["entitled_to_retrial"], derived)
        return pl.DataFrame({"rights": rights, "retrial": answer}).with_columns(pl.all().replace(-1, None))

    return _clocked(run, _check_of(frame))


def _by_hand(rule_book: RuleBook) -> Mapping[str, pl.Expr]:
    def among(name: str, *words: str) -> pl.Expr:
        return pl.col(coded_name(name)).is_in([codes_of(rule_book, name)[word] for word in words])

    single = pl.all_horizontal(among(f"retrial_{each}", "yes") for each in _SINGLE)
    rights = pl.coalesce(coded_name("minimum_retrial_rights"), single.cast(pl.Int32))
    sound = ~among("doubt_about_retrial", *_DOUBTS).fill_null(value=False)
    yes = among("retrial_right", *_RIGHT) & among("rehearing", *_FULL) & (rights == 1) & sound
    limited = among("retrial_right", *_RIGHT, *_NO_RIGHT) & among("rehearing", "limited_review", "not_shown")
    used = among("retrial_right", "already_used") & among("later_decision", "none_shown") & sound
    no = (rights == 0) | limited | among("retrial_right", *_NO_RIGHT) | used
    derived = pl.when(yes).then(1).when(no).then(0)
    return {"rights": rights, "retrial": pl.coalesce(coded_name("entitled_to_retrial"), derived)}


def _check_of(frame: pl.DataFrame) -> Callable[[pl.DataFrame], int]:
    """A check that a row has the answers of the generated columns."""
    columns = chain_columns(RuleBook.load())
    expected = with_columns(frame.lazy(), columns).select(*columns).collect().cast(pl.Int8)

    def check(made: pl.DataFrame) -> int:
        if not made.cast(pl.Int8).equals(expected):
            raise SystemExit("a row of the section 20 chain has other answers than the generated columns")
        return made.height

    return check


def _clocked(run: Callable[[], Any], check: Callable[[Any], int] = int) -> dict[str, Any]:
    """The time and the memory of *run*; what it gives is checked off the clock."""
    wall, processor = time.perf_counter(), time.process_time()
    made = run()
    taken = time.perf_counter() - wall, time.process_time() - processor
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage would have that of the parent
    peak = int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) // 1024
    return {"rows": check(made), "wall": taken[0], "processor": taken[1], "peak": peak}


ROWS: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    each.__name__: each
    for each in (
        *(whole_by_polars, whole_broken_down, whole_command, whole_by_duckdb, whole_by_spark, looped),
        *(chain_generated, chain_by_hand, chain_generated_sql, chain_by_numpy),
    )
}


def measured(name: str, path: Path, number: int) -> dict[str, Any] | None:
    """The measurement of one row, made in a process of its own."""
    say(f"  {name} on {path.stem}")
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, __file__, "--one", name, "--path", path, "--number", str(number)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        say(done.stderr.strip().splitlines()[-1])
        return None
    made: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return made


def main() -> None:
    """Draw the tables, run every row, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--chain", type=int, default=5_000_000, help="rows of the section 20 chain")
    parser.add_argument("--spark", action="store_true", help="with Spark, which needs Java and pandas")
    for name in ("one", "path", "number"):
        parser.add_argument(f"--{name}", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(ROWS[options.one](Path(options.path), int(options.number))))
        return
    rule_book = RuleBook.load()
    with tempfile.TemporaryDirectory() as folder:
        lines: list[list[str]] = []
        for size in options.sizes:
            path = Path(folder, f"{size}.parquet")
            say(f"drawing {size:,} offences")
            draw(rule_book, size, path)
            names = ["whole_by_polars", "whole_broken_down", "whole_command"]
            names += ["whole_by_duckdb"] if size <= 1_000_000 else []
            names += ["whole_by_spark"] if options.spark and size <= 1_000_000 else []
            lines += [_line(name, size, measured(name, path, 2)) for name in names]
        path = Path(folder, f"{options.sizes[0]}.parquet")
        lines.append(_line("looped", 200, measured("looped", path, 0)))
        heads = ("row", "offences", "wall, s", "processor, s", "offences/s (wall)", "peak, MB")
        print(table(heads, lines))
        chain = Path(folder, "chain.parquet")
        draw(rule_book, options.chain, chain)
        print()
        chains = [name for name in ROWS if name.startswith("chain_")]
        rounds = {name: [measured(name, chain, options.chain) for _ in range(3)] for name in chains}
        print(table(("row", "rows", "processor, s, best of 3", "against by hand"), _chain_lines(rounds)))


def _line(name: str, size: int, made: dict[str, Any] | None) -> list[str]:
    if made is None:
        return [name, f"{size:,}", "failed", "", "", ""]
    rate = f"{made['rows'] / made['wall']:,.0f}"
    return [
        name,
        f"{made['rows']:,}",
        f"{made['wall']:.2f}",
        f"{made['processor']:.2f}",
        rate,
        f"{made['peak']:,}",
    ]


def _chain_lines(rounds: dict[str, list[dict[str, Any] | None]]) -> list[list[str]]:
    best = {name: min(each["processor"] for each in made if each) for name, made in rounds.items()}
    count = next(each["rows"] for each in rounds["chain_by_hand"] if each)
    hand = best["chain_by_hand"]
    return [[name, f"{count:,}", f"{taken:.3f}", f"{taken / hand:.2f}"] for name, taken in best.items()]


if __name__ == "__main__":
    main()
