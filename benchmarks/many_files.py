"""Many case files under several laws, in one process and in several: ``python benchmarks/many_files.py``.

The files are drawn by a seed from the worked examples, one offence each. The numbers of processes take turns,
each run in processes of its own, and the ratio is the median of the ratios within each round. Before anything
is timed, every number of processes must write the same bytes.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from cases import WholeHearings

from extradition import RuleBook

ROOT = Path(__file__).parents[1]
LAWS = ("before-merticariu", "today", "as-amended-2026")


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds on the wall, of processor time, and megabytes of its largest process."""

    wall: float
    processor: float
    memory: float


def write_cases(folder: Path, count: int) -> int:
    """The bytes of *count* case files that are written into *folder*, the Parts in turns."""
    drawing = WholeHearings(RuleBook.load())
    written = 0
    for number in range(count):
        case = drawing.from_example("12"[number % 2])
        content = case.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
        (folder / f"case-{number:06}.yaml").write_text(text, encoding="utf-8")
        written += len(text)
    return written


def run(folder: Path, out: Path, jobs: int) -> Run:
    """One comparison of every file in *folder*, written to *out*."""
    arguments = [sys.executable, "-m", "extradition", "compare", str(folder), "--laws", *LAWS]
    arguments += ["--format", "csv", "--out", str(out), "--jobs", str(jobs)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(arguments, env=environment, stderr=subprocess.DEVNULL, check=False)  # noqa: S603  our own command
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} ends with {done.returncode}")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, processor, after.ru_maxrss / 1024)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=5000, help="how many case files")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="the numbers of processes")
    parser.add_argument("--rounds", type=int, default=3, help="how often each number has its turn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "cases")
        folder.mkdir()
        written = write_cases(folder, options.files)
        outs = [Path(made, f"{jobs}.csv") for jobs in options.jobs]
        few = Path(made, "few")
        few.mkdir()
        for path in sorted(folder.iterdir())[:200]:
            (few / path.name).write_bytes(path.read_bytes())
        for out, jobs in zip(outs, options.jobs, strict=True):
            run(few, out, jobs)
        if len({out.read_bytes() for out in outs}) != 1:
            sys.exit("the numbers of processes write different tables")
        rounds = [
            {jobs: run(folder, out, jobs) for out, jobs in zip(outs, options.jobs, strict=True)}
            for _ in range(options.rounds)
        ]
        if len({out.read_bytes() for out in outs}) != 1:
            sys.exit("the numbers of processes write different tables")
    _print_table(options, written, rounds)


def _print_table(options: argparse.Namespace, written: int, rounds: Sequence[Mapping[int, Run]]) -> None:
    """Print the medians of the *rounds*, and the load of the machine."""
    size, load = written / options.files / 1024, os.getloadavg()[0]
    print(f"{options.files} files of {size:.1f} kB, {len(LAWS)} laws, load average {load:.1f}\n")
    print("| processes | wall, s | processor, s | files a second, wall | times as fast | most memory, MB |")
    print("|---:|---:|---:|---:|---:|---:|")
    for jobs in options.jobs:
        runs = [each[jobs] for each in rounds]
        wall = statistics.median(each.wall for each in runs)
        ratio = statistics.median(each[options.jobs[0]].wall / each[jobs].wall for each in rounds)
        cells = [f"{wall:.1f}", f"{statistics.median(each.processor for each in runs):.1f}"]
        cells += [f"{options.files / wall:.0f}", f"{ratio:.2f}", f"{max(each.memory for each in runs):.0f}"]
        print(f"| {jobs} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
