"""The time of whole commands as a user runs them, in this tree and in another: ``python
benchmarks/commands.py --before FOLDER``.

The two run in turn, each in a process of its own. The table shows the median of the runs and of the ratios
pair by pair.
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
from pathlib import Path

ROOT = Path(__file__).parents[1]
DECIDED = "precedents"
COMMANDS = (
    ("--help",),
    ("determine", "examples/merticariu/case.yaml"),
    ("compare", DECIDED, "--laws", "before-merticariu", "merticariu", "as-amended-2026", "--format", "json"),
    ("validate", DECIDED, "--format", "json"),
    ("check", "--cases", "tests/cases", "--format", "json"),
)


def measured(tree: Path, command: tuple[str, ...], compiled: str) -> tuple[float, float]:
    """Seconds of processor time and on the wall that *command* takes in *tree*."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(tree / "src"), "PYTHONPYCACHEPREFIX": compiled}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    arguments = [sys.executable, "-m", "extradition", *command]
    done = subprocess.run(arguments, cwd=tree, env=environment, stdout=subprocess.DEVNULL, check=False)  # noqa: S603  our own command
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(command)} in {tree} ends with {done.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def line(
    command: tuple[str, ...], before: list[tuple[float, float]], after: list[tuple[float, float]]
) -> str:
    """A row of the table: medians of both trees, and of the ratio of each pair."""
    cells = [f"`{' '.join(command[:2])}`"]
    for i in (0, 1):
        ratio = statistics.median(one[i] / other[i] for one, other in zip(before, after, strict=True))
        cells += [
            f"{statistics.median(each[i] for each in before):.2f}",
            f"{statistics.median(each[i] for each in after):.2f}",
            f"{ratio:.2f}",
        ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--before", type=Path, required=True, help="the other tree: a git worktree of an earlier commit"
    )
    parser.add_argument(
        "--runs",
        type=int,
        default=5,
        help="how often each command runs in each tree, after one run that is not counted",
    )
    options = parser.parse_args()
    print(
        "| command | processor, before, s | after, s | times faster | wall, before, s | after, s | times "
        "faster |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|")
    trees = (options.before.resolve(), ROOT)
    with tempfile.TemporaryDirectory() as compiled:
        for command in COMMANDS:
            runs = [[measured(tree, command, compiled) for tree in trees] for _ in range(options.runs + 1)][
                1:
            ]
            print(line(command, [run[0] for run in runs], [run[1] for run in runs]), flush=True)


if __name__ == "__main__":
    main()
