"""The times of rows side by side: in turns, over several rounds, with the page faults of each.

A time is processor time of the process (all its threads), in which other jobs on the machine do not count as
they would on the wall clock. The wall clock is read as well, to show how disturbed a run was.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

CHUNK = 20
"""Inputs that one row runs before it is the next row's turn."""


@dataclass(frozen=True)
class Row:
    """Something to time: *run* is called once with each of the *inputs*.

    ``forget`` is called before each ``every``-th input, off the clock; ``kept`` says what it leaves of
    earlier inputs.
    """

    name: str
    scope: str
    run: Callable[[Any], object]
    inputs: Sequence[Any]
    kept: str = "not used"
    forget: Callable[[], object] | None = None
    every: int = 1


@dataclass(frozen=True)
class Timed:
    """The microseconds of processor time that one call of a row took, as a mean over its inputs, in each
    round; and its page faults.
    """

    row: Row
    rounds: tuple[float, ...]
    faults: float
    """Pages of memory that the system had to give the process again, a call, over all rounds."""
    each: tuple[float, ...]
    """The microseconds that each input took: the median over the rounds."""
    wall: float
    """How many times as long it was on the wall clock: 1 on a machine with nothing else to do."""

    @property
    def median(self) -> float:
        """The median over the rounds."""
        return statistics.median(self.rounds)

    @property
    def span(self) -> str:
        """The fastest round and the slowest."""
        return f"{min(self.rounds):,.1f} to {max(self.rounds):,.1f}"

    @property
    def shown(self) -> str:
        """The median, with a star if it was taken with page faults."""
        return f"{self.median:,.1f}{'*' if self.faults >= 1 else ''}"

    def ratio(self, base: Timed) -> float:
        """How many times as long as *base* it takes: the median of the ratios within each round."""
        return statistics.median(own / other for own, other in zip(self.rounds, base.rounds, strict=True))


def say(message: str) -> None:
    """Show the progress to the user, on standard error."""
    print(message, file=sys.stderr, flush=True)


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first to the right."""
    rows = ("| " + " | ".join(line) + " |" for line in (heads, *lines))
    return "\n".join((next(rows), "|---|" + "---:|" * (len(heads) - 1), *rows))


def timed(rows: Sequence[Row], rounds: int) -> list[Timed]:
    """Time *rows* interleaved: in every round they take turns after each ``CHUNK`` inputs, a different one
    first each time.
    """
    means: list[list[float]] = [[] for _ in rows]
    each: list[list[list[float]]] = [[[] for _ in row.inputs] for row in rows]
    faults, walls = [0] * len(rows), [0] * len(rows)
    order = list(range(len(rows)))
    gc.collect()
    gc.freeze()  # what was made before is not looked through again while a row is on the clock
    for number in range(rounds):
        spent = [0] * len(rows)
        for turn, start in enumerate(range(0, max(len(row.inputs) for row in rows), CHUNK)):
            first = (number + turn) % len(rows)
            for i in (*order[first:], *order[:first]):
                row = rows[i]
                for j in range(start, min(start + CHUNK, len(row.inputs))):
                    given, run = row.inputs[j], row.run
                    if row.forget is not None and j % row.every == 0:
                        row.forget()
                    before = _faults()
                    wall, began = time.perf_counter_ns(), time.process_time_ns()
                    run(given)
                    took = time.process_time_ns() - began
                    walls[i] += time.perf_counter_ns() - wall
                    faults[i] += _faults() - before
                    spent[i] += took
                    each[i][j].append(took / 1000)
        for i in order:
            means[i].append(spent[i] / len(rows[i].inputs) / 1000)
        say(f"  round {number + 1} of {rounds}")
    gc.unfreeze()
    medians = [tuple(map(statistics.median, of_row)) for of_row in each]
    return [
        Timed(
            row=rows[i],
            rounds=tuple(means[i]),
            faults=faults[i] / len(rows[i].inputs) / rounds,
            each=medians[i],
            wall=walls[i] / 1000 / (sum(means[i]) * len(rows[i].inputs)),
        )
        for i in order
    ]


def _faults() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
