"""Many case files in several processes: the same reports, the same faults, and nothing left behind."""

import argparse
import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from strategies import BOOK, ROOT
from worker_tasks import Ending, Failing, Wrong

from extradition import CaseFile, EngineError, MissingExtraError, SourceError, cli
from extradition.cli import processes
from extradition.cli.argument_values import read_jobs

CASES = sorted((ROOT / "precedents").glob("*.yaml"))[:6]
QUICK = ["--engine", "plain"]


def run(capsys, *arguments):
    code = cli.main([str(each) for each in arguments])
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.fixture
def folder(tmp_path):
    """A folder with good case files, one of the wrong shape and one of an unknown territory."""
    made = tmp_path / "cases"
    made.mkdir()
    for path in CASES:
        (made / path.name).write_bytes(path.read_bytes())
    (made / "a-bad.yaml").write_text("case: X\n", encoding="utf-8")
    text = CASES[0].read_text(encoding="utf-8").replace("territory: ", "territory: XX # ", 1)
    (made / "n-unknown.yaml").write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    "command",
    [
        ("compare", "--laws", "merticariu", "as-amended-2026", "--format", "csv"),
        ("validate", "--format", "json"),
        ("determine", "--format", "json", "--no-sensitivity"),
    ],
    ids=lambda command: command[0],
)
def test_two_processes_make_what_one_makes_in_the_same_order(command, capsys, folder):
    one, two = (run(capsys, *command, folder, *QUICK, "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
    assert one[0] == 1
    assert {line.partition(":")[0] for line in one[2].splitlines()} == {
        f"{folder}/a-bad.yaml",
        f"{folder}/n-unknown.yaml",
    }


def test_reports_are_written_as_by_one_process(capsys, folder, tmp_path):
    for jobs in ("1", "2"):
        options = ("--no-sensitivity", *QUICK, "--jobs", jobs, "--out", tmp_path / jobs)
        assert run(capsys, "determine", folder, *options)[0] == 1
    names = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert len(names) == len(CASES)
    for name in names:
        assert (tmp_path / "2" / name).read_bytes() == (tmp_path / "1" / name).read_bytes()


def test_the_number_of_processes_is_a_number_or_auto():
    assert (read_jobs("3"), read_jobs("auto")) == (3, os.cpu_count())
    for text in ("0", "-1", "257", "9" * 5000, "two", "1.5", "\u0663", ""):
        with pytest.raises(argparse.ArgumentTypeError, match="a whole number from 1 to 256, or auto"):
            read_jobs(text)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (Ending, "a process ended before its work was done"),
        (Failing, "readings differ"),
        (Wrong, "an unforeseen error ended the work of a process: ZeroDivisionError"),
    ],
)
def test_a_process_that_fails_stops_the_command(kind, says):
    task, before = kind(argparse.Namespace(rules=None)), children_of(os.getpid())
    with pytest.raises(EngineError, match=says):
        list(processes.each_made(task, CASES[:2], 2))
    assert children_of(os.getpid()) == before


def test_a_reader_who_stops_early_leaves_no_process(folder):
    task, before = Failing(argparse.Namespace(rules=None)), children_of(os.getpid())
    every = processes.each_made(task, [folder / "a-bad.yaml"] * 8, 2)
    assert next(every).problems[0].message == "is required"
    every.close()
    assert children_of(os.getpid()) == before


def test_a_process_works_only_on_the_same_law():
    options = argparse.Namespace(rules=None)
    same = processes.SameTask(Failing, options, (BOOK.digest,))
    assert str(same(CASES[0])) == "the two readings differ"
    other = processes.SameTask(Failing, options, ("another",))
    assert "the rule files changed while the command ran" in str(other(CASES[0]))


def test_errors_go_from_one_process_to_another():
    with pytest.raises(SourceError) as raised:
        CaseFile.parse("x.yaml", "case: X")
    for error in (raised.value, MissingExtraError("the service", "web"), EngineError("differ")):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own
        assert (type(again), str(again)) == (type(error), str(error))
    assert pickle.loads(pickle.dumps(raised.value)).problems == raised.value.problems  # noqa: S301  our own


def children_of(process):
    """The processes that *process* has started, as the system lists them."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for thread in threads for child in thread.read_text(encoding="utf-8").split()]


def is_there(process):
    with contextlib.suppress(OSError):
        return "(zombie)" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return False


def until(holds, seconds=60):
    """Whether *holds* holds within that time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_a_command_that_is_stopped_leaves_no_process_and_no_file(number, code, tmp_path):
    cases = tmp_path / "cases"
    cases.mkdir()
    for i in range(1500):
        (cases / f"{i}.yaml").write_bytes(CASES[i % len(CASES)].read_bytes())
    command = [sys.executable, "-m", "extradition", "compare", str(cases), "--jobs", "2"]
    with subprocess.Popen(  # noqa: S603
        [*command, "--out", str(tmp_path / "out.md"), *QUICK],
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert until(lambda: len(children_of(process.pid)) >= 2)
        started = children_of(process.pid)
        time.sleep(0.5)
        if number == signal.SIGINT:
            os.killpg(process.pid, number)  # as a terminal does
        else:
            process.send_signal(number)
        assert process.wait(60) == code
        assert until(lambda: not any(map(is_there, started)))
        shown = process.stderr.read()
    assert number == signal.SIGKILL or shown == b""  # Python notes what a killed process could not clear up
    assert [path.name for path in tmp_path.iterdir()] == ["cases"]
