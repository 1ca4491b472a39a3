"""The command that decides a table of offences: what it prints, what it writes, and how it stops."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest
from cohort_tables import ABSENT, EXAMPLE, HEAD, START, write_csv
from strategies import ROOT

from extradition import EngineError, cli
from extradition.cli import output
from extradition.policy.cohort import cohort, ends
from extradition.policy.cohort.cohort import decide_table
from extradition.policy.cohort.tables import decided_file, sample_check

KEEP = ("--keep", "court")
REFUSED = (
    "1 offence is refused, because the table does not hold what its outcome needs, or `determine` would "
    "refuse it too:"
)


def run(capsys, *arguments):
    code = cli.main(["cohort", *map(str, arguments)])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_summary_counts_the_outcomes_the_changes_and_the_rows_refused(capsys):
    code, out, err = run(capsys, EXAMPLE, *KEEP)
    assert (code, err) == (0, "")
    for line in (
        "# Cohort (support)",
        "**8 of 9 offences are decided.**",
        REFUSED,
        "- the dates contradict one another: 1",
        "| discharge | 2 | 3 | 3 | 1 |",
        "## From “Before Merticariu and Bertino” to “After Merticariu and Bertino”",
        "| proceed to s 21 | discharge | 1 |",
        "| EA 2003 s 20(5), Entitlement to a retrial | 1 | 1 |",
        "0 of the 8 decided offences have another outcome.",
    ):
        assert f"\n{line}\n" in f"\n{out}"
    assert (
        f"\nTaken from {START}; no earlier question is examined. The rule book states the law as at 22" in out
    )
    assert "\n8 rows were also determined one by one, by durable rules and plain reading. All agree" in out
    assert "The outcome of 2 offences turns on their commencement." in out


def test_the_summary_as_json_has_the_laws_that_the_user_names(capsys):
    code, out, _ = run(capsys, EXAMPLE, *KEEP, "--laws", "merticariu", "--format", "json", "--sample", "0")
    made = json.loads(out)
    assert (code, [law["name"] for law in made["laws"]], made["shifts"]) == (0, ["merticariu"], [])
    assert made["sample"] is None
    assert "No row was determined one by one" in run(capsys, EXAMPLE, *KEEP, "--sample", "0")[1]


@pytest.mark.parametrize("suffix", [".parquet", ".csv", ".xlsx"])
def test_the_table_is_written_with_its_own_columns_and_the_outcomes_in_words(capsys, tmp_path, suffix):
    out = tmp_path / f"decided{suffix}"
    out.write_bytes(b"what was here before")
    out.chmod(0o640)
    assert run(capsys, EXAMPLE, *KEEP, "--out", out)[0] == 0
    read = {".parquet": pl.read_parquet, ".csv": pl.read_csv, ".xlsx": pl.read_excel}[suffix]
    made = read(out, **({"infer_schema_length": None} if suffix != ".parquet" else {}))
    assert made.columns[:5] == ["offence", "case", "territory", "taken_from", "court"]
    row = made.cast(pl.String).row(0, named=True)
    assert (row["refused"], row["court"]) == (None, "Arad")
    assert [row[f"merticariu: {what}"] for what in ("outcome", "under", "decided at", "least sure")] == [
        "discharge",
        "EA 2003 s 20(7)",
        "EA 2003 s 20(5)",
        "secondary",
    ]
    assert row["before-merticariu / merticariu: part at"] == "EA 2003 s 20(5)"
    assert row["as-amended-2026: turns on commencement"] in ("true", "TRUE")
    assert out.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_sheet_has_no_formulas_and_keeps_its_dates(capsys, tmp_path):
    found = {**HEAD, "case": "=1+1"}
    path = tmp_path / "a.parquet"
    pl.DataFrame([found]).with_columns(pl.col("arrest").str.to_date()).write_parquet(path)
    out = tmp_path / "out.xlsx"
    assert run(capsys, path, "--out", out)[0] == 0
    made = pl.read_excel(out)
    assert made.schema["arrest"] == pl.Date
    assert made["case"][0] == "=1+1"
    again = {name: f"my {name}" for name in made.columns if name not in found}
    made.rename(again).write_csv(tmp_path / "again.csv")
    assert run(capsys, tmp_path / "again.csv", "--keep", *again.values())[0] == 0


def test_a_csv_has_no_formulas_either(capsys, tmp_path):
    path, out = tmp_path / "a.parquet", tmp_path / "out.csv"
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\uff1dA1"]
    pl.DataFrame([{**HEAD, "case": text, "desk": "7"} for text in texts]).write_parquet(path)
    assert run(capsys, path, "--keep", "desk", "--out", out)[0] == 0
    made = [(row["case"], row["desk"]) for row in pl.read_csv(out).to_dicts()]
    assert made == [(f"'{text}", 7) for text in texts]


def test_the_faults_of_case_files_are_printed_also_if_the_run_is_stopped(capsys, tmp_path, monkeypatch):
    def stopped(*_, **__):
        raise EngineError("the two readings differ")

    monkeypatch.setattr(cohort, "counted_cohort", stopped)
    bad = tmp_path / "bad.yaml"
    bad.write_text("case: X\n", encoding="utf-8")
    code, out, err = run(capsys, ROOT / "examples/part_1_conviction/case.yaml", bad)
    assert (code, out) == (3, "")
    assert f"{bad}:1:1: part" in err or f"{bad}:1:1: territory" in err
    assert "the two readings differ" in err


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (
            ["--out", "a.docx"],
            "a.docx:1:1: is not the name of a table that is written; it must end in .parquet",
        ),
        (["--laws", "tomorrow"], "extradition: 'tomorrow' is not a law in laws.yaml"),
        (["--taken-from", "EA 2003 s 20(9)"], "extradition: EA 2003 s 20(9) is not a question of Part 1"),
        (["--taken-from", "s 20"], f"from which the hearing goes on; did you mean {START}?\n"),
        (["--taken-from", "s 20", "--sql", "duckdb"], "extradition: s 20 is not a question of Part 1"),
        (["--taken-from", ""], "extradition: '' is not a question of Part 1"),
        (["--taken-from", "", "--sql", "duckdb"], "extradition: '' is not a question of Part 1"),
        (
            [
                "--sql",
                "duckdb",
                "--out",
                "s.csv",
                "--report",
                "s.md",
                "--chart",
                "s.svg",
                "--by",
                "territory",
            ],
            "extradition: --sql prints the query alone; leave out --out, --by, --chart, --report\n",
        ),
        (["--sql", "spark", "--sample-of", "all warrants"], "the query alone; leave out --sample-of\n"),
        (["--out", "none/a.csv"], "a.csv:1:1: cannot be written: no such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(capsys, tmp_path, monkeypatch, arguments, fault):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, EXAMPLE, *KEEP, *arguments)
    assert (code, out) == (2, "")
    assert fault in err
    assert list(tmp_path.iterdir()) == []


def test_the_table_that_is_read_is_not_written_over(capsys, tmp_path):
    path = write_csv(tmp_path / "a.csv", {})
    before = path.read_bytes()
    assert run(capsys, path, "--out", path)[0] == 2
    assert path.read_bytes() == before
    assert run(capsys, path, "--out", tmp_path / "x.csv" / "..")[0] == 2


def test_a_folder_is_no_file_to_write(capsys, tmp_path):
    folder = tmp_path / "a.csv"
    folder.mkdir()
    code, _, err = run(capsys, EXAMPLE, *KEEP, "--out", folder)
    assert (code, list(tmp_path.iterdir())) == (2, [folder])
    assert "is a folder" in err


KILLED = """
import os, signal, sys
from pathlib import Path
from extradition import cli
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
sys.exit(cli.main(sys.argv[1:]))
"""


def test_the_next_write_removes_the_table_that_a_killed_command_left(tmp_path):
    out = tmp_path / "decided.parquet"
    command = [sys.executable, "-c", KILLED, "cohort", EXAMPLE, *KEEP, "--sample", "0", "--out", out]
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False)  # noqa: S603  our own program
    assert done.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert pl.read_parquet(left).height == 9
    output.write(tmp_path / "next.md", "next")
    assert [path.name for path in tmp_path.iterdir()] == ["next.md"]


@pytest.mark.parametrize("suffix", [".parquet", ".csv", ".xlsx"])
def test_no_other_command_removes_a_table_that_is_still_written(capsys, tmp_path, monkeypatch, suffix):
    replace = Path.replace

    def replaced_late(half, target):
        if target.suffix == suffix:
            output.write(tmp_path / "next.md", "next")
        return replace(half, target)

    monkeypatch.setattr(Path, "replace", replaced_late)
    out = tmp_path / f"decided{suffix}"
    assert run(capsys, EXAMPLE, *KEEP, "--sample", "0", "--out", out)[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [out.name, "next.md"]


def test_the_table_and_then_its_name_are_on_disk(capsys, tmp_path, monkeypatch):
    synced, fsync = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(os.fstat(handle).st_ino), fsync(handle)))
    out = tmp_path / "decided.parquet"
    assert run(capsys, EXAMPLE, *KEEP, "--sample", "0", "--out", out)[0] == 0
    assert synced[-2:] == [out.stat().st_ino, tmp_path.stat().st_ino]


def test_a_device_stays_a_device(tmp_path):
    out = tmp_path / "decided.csv"
    out.symlink_to(os.devnull)
    with output.written_by_another(out) as path:
        path.write_text("a\n1\n", encoding="utf-8")
    assert out.is_char_device()


def test_a_sheet_that_is_too_short_is_refused(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(decided_file, "MOST_ROWS", 8)
    code, _, err = run(capsys, EXAMPLE, *KEEP, "--out", tmp_path / "a.xlsx")
    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert "a sheet has room for 8 rows, and the table has 9; write .parquet or .csv" in err


def test_case_files_and_folders_are_a_table_too(capsys, tmp_path):
    example = ROOT / "examples/part_1_conviction/case.yaml"
    (tmp_path / "note.txt").write_text("not a case", encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("case: x", encoding="utf-8")
    code, out, err = run(capsys, example, tmp_path)
    assert code == 1
    assert "note.txt: not read" in err
    assert "bad.yaml:1:1: dates: is required" in err
    assert "**1 of 1 offences are decided.**" in out
    assert run(capsys, example)[0] == 0
    assert run(capsys, tmp_path / "bad.yaml")[0] == 2


def test_a_difference_from_determine_stops_the_run(capsys, tmp_path, monkeypatch):
    path = write_csv(tmp_path / "a.csv", {**ABSENT, "retrial_right": "none", "taken_from": START})
    monkeypatch.setattr(
        sample_check.CohortEnd,
        "of",
        classmethod(lambda cls, _: ends.CohortEnd(kind="open", at="x")),
    )
    code, out, err = run(capsys, path, "--out", tmp_path / "out.csv")
    assert (code, out) == (3, "")
    assert err.startswith(
        "extradition: a.csv, row 1: before-merticariu: outcome: the columns have CohortEnd("
    )
    assert err.endswith("No outcome is given.\n")
    assert not (tmp_path / "out.csv").exists()


def test_a_row_that_determine_refuses_stops_the_run(capsys, tmp_path, monkeypatch):
    path = write_csv(tmp_path / "a.csv", {})
    monkeypatch.setattr(sample_check, "hear", lambda case, book, under: book.law("tomorrow"))
    code, _, err = run(capsys, path)
    assert code == 3
    assert "a.csv, row 1: determine refuses what the columns decide: 'tomorrow' is not a law" in err


def test_a_plain_install_says_which_extra_is_missing(capsys, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("extradition.policy.cohort.tables")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "polars", None)
    code, _, err = run(capsys, EXAMPLE)
    assert (code, err) == (
        2,
        "extradition: a cohort needs more than the plain install: pip install 'extradition[cohort]'\n",
    )


def test_a_sheet_needs_its_reader(tmp_path, monkeypatch, capsys):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"")
    monkeypatch.setitem(sys.modules, "fastexcel", None)
    assert "a table in Excel needs more than the plain install" in run(capsys, path)[2]


def test_other_commands_do_not_load_what_only_tables_need():
    program = (
        "import sys; from extradition import cli; cli.main(['schema']); "
        "print([name for name in ('polars', 'numpy', 'pyarrow', 'xlsxwriter') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_nothing_is_computed_before_a_frame_is_collected(tmp_path, book):
    decided = decide_table(write_csv(tmp_path / "a.csv", {}), book, ["today"])
    assert isinstance(decided.frame, pl.LazyFrame)


def test_the_query_is_printed_for_a_database(capsys, tmp_path):
    path = write_csv(tmp_path / "a.csv", {"court": "Arad", "retrial_right": "none"})
    code, out, _ = run(capsys, path, *KEEP, "--sql", "duckdb", "--laws", "today")
    assert code == 0
    with duckdb.connect() as database:
        names = (name for (name,) in database.execute("SELECT name FROM duckdb_optimizers()").fetchall())
        disabled = ",".join(name for name in names if name != "unused_columns")
        database.execute(f"SET disabled_optimizers='{disabled}'")
        database.register("cases", pl.read_csv(path, infer_schema=False))
        found = database.execute(out)
        names = [column[0] for column in found.description]
        row = dict(zip(names, found.fetchone(), strict=True))
    assert (row["court"], row["today: outcome"]) == ("Arad", "open")
    assert "`today: outcome`" in run(capsys, path, *KEEP, "--sql", "spark", "--laws", "today")[1]
    code, _, err = run(capsys, EXAMPLE, *KEEP, "--sql", "duckdb", "--laws", "today")
    assert (code, "taken_from is not a column that a query over a table of cases reads" in err) == (2, True)


@pytest.mark.parametrize("number", ["-1", "many", "\u0662"])
def test_a_sample_is_a_number_of_rows(capsys, number):
    with pytest.raises(SystemExit) as stopped:
        run(capsys, EXAMPLE, "--sample", number)
    assert stopped.value.code == 2


def test_a_column_does_not_take_the_name_of_a_decided_one(capsys, tmp_path):
    path = write_csv(tmp_path / "a.csv", {"refused": "by whom"})
    code, _, err = run(capsys, path, "--keep", "refused")
    assert (code, err) == (
        2,
        "a.csv: refused is the name of a column that the decided table gets; give it another name\n",
    )
    path = write_csv(tmp_path / "b.csv", {"#territory": "RO"})
    assert "b.csv:1:5: #territory: begins with the mark" in run(capsys, path, "--keep", "#territory")[2]


def test_a_draft_is_one_more_law_of_a_cohort(capsys):
    draft = ROOT / "docs/tasks/draft-a-law.yaml"
    code, out, _ = run(capsys, EXAMPLE, *KEEP, "--with", draft)
    assert code == 0
    assert (
        "## From “Today” to “Draft, not law: A retrial that depends on a finding of a court is enough”\n"
        in out
    )
    assert "\n  **Draft: not law on any day.**\n" in out
    assert "\nDraft added to the rule book: " in out
    assert re.search(r"Offences by the weakest source of the law applied: .*draft \d", out)
    assert "All agree with the table." in out
    laws = ("--laws", "merticariu", "--format", "json", "--sample", "0")
    _, out, _ = run(capsys, EXAMPLE, *KEEP, "--with", draft, *laws)
    named = [each["name"] for each in json.loads(out)["laws"]]
    assert named == ["merticariu", "finding-of-a-court-is-enough"]
    _, out, _ = run(capsys, EXAMPLE, *KEEP, "--with", draft, *laws[:2], named[1], *laws[2:])
    assert [each["name"] for each in json.loads(out)["laws"]] == named
