"""The whole hearing, both Parts: the worked examples and drawn cases, and how long the book takes to load."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cases import WHOLE, WholeHearings, worked_examples
from keeping import DURABLE, KEEPING, PLAIN, determining
from timing import Timed, say, timed

from extradition import CaseFile, Determination, RuleBook, determine

TARGET, LOADING = 2.0, 300.0
"""Milliseconds: the median of a determination with the whole book loaded, and loading the book."""
LOADS = 10
OVER = 5
"""Times that a round goes over the worked examples: they are few."""
MODES: tuple[tuple[str, KEEPING], ...] = (
    (DURABLE, "all"),
    (DURABLE, "none"),
    (PLAIN, "all"),
    (PLAIN, "none"),
)
NEW: tuple[tuple[str, KEEPING], ...] = ((DURABLE, "of other cases"), (PLAIN, "of other cases"))


@dataclass(frozen=True)
class Whole:
    """What was measured of the whole hearing, in milliseconds: by example and by drawn case, in each of
    the modes.
    """

    loads: tuple[float, ...]
    examples: dict[str, Determination]
    of_examples: dict[tuple[str, KEEPING], list[float]]
    drawn: dict[str, list[Determination]]
    of_drawn: dict[str, dict[tuple[str, KEEPING], list[float]]]
    timed: tuple[Timed, ...]


def loads() -> tuple[float, ...]:
    """Milliseconds of processor time that loading the book takes, again and again in this process."""
    took = []
    for _ in range(LOADS):
        gc.collect()
        began = time.process_time()
        RuleBook.load()
        took.append((time.process_time() - began) * 1000)
    return tuple(took)


BLINDLY, FROM_EXAMPLES = "drawn blindly", "drawn from the worked examples"


def drawn_hearings(book: RuleBook, count: int) -> dict[str, list[CaseFile]]:
    """*count* whole hearings of either kind, the Parts in turns."""
    hearings, parts = WholeHearings(book), [[*WHOLE][i % len(WHOLE)] for i in range(count)]
    return {
        BLINDLY: [hearings.blindly(part) for part in parts],
        FROM_EXAMPLES: [hearings.from_example(part) for part in parts],
    }


def measure_whole(book: RuleBook, rounds: int, count: int) -> Whole:
    """Load, check that both readings agree on every case, and time them, each row with a book of its own."""
    say("Loading the book")
    taken = loads()
    examples = worked_examples()
    found = {name: _agreed(file, book) for name, file in examples.items()}
    say("Timing the whole hearing: the worked examples")
    of_examples = timed(
        [determining(name, name, [*examples.values()] * OVER, keeping) for name, keeping in MODES], rounds
    )
    each = [
        [statistics.median(row.each[i :: len(examples)]) / 1000 for i in range(len(examples))]
        for row in of_examples
    ]
    rows, drawn, of_drawn = of_examples, {}, {}
    for kind, files in drawn_hearings(book, count).items():
        drawn[kind] = [_agreed(file, book) for file in files]
        say(f"Timing the whole hearing: cases {kind}")
        times = timed(
            [determining(f"{name}, {kind}", name, files, keeping) for name, keeping in (*MODES, *NEW)], rounds
        )
        of_drawn[kind] = {
            mode: [us / 1000 for us in row.each] for mode, row in zip((*MODES, *NEW), times, strict=True)
        }
        rows += times
    return Whole(taken, found, dict(zip(MODES, each, strict=True)), drawn, of_drawn, tuple(rows))


def _agreed(file: CaseFile, book: RuleBook) -> Determination:
    found = determine(file, book)
    if found.offences != determine(file, book, engine="plain").offences:
        sys.exit(f"the determinations differ with the engine: {file}")
    return found


def questions_asked(determination: Determination) -> int:
    """The number of questions asked, limbs left out, over all offences."""
    states = Counter(stage.state for offence in determination.offences for stage in offence.path)
    return sum(states[state] for state in ("answered", "open", "judgment", "makes no difference"))


def lines_of_examples(whole: Whole) -> list[tuple[str, ...]]:
    """A line for each worked example, and their median."""
    lines = [
        (
            name,
            str(len(found.offences)),
            str(questions_asked(found)),
            str(sum(len(offence.open_questions) for offence in found.offences)),
            *(f"{whole.of_examples[mode][i]:.2f}" for mode in MODES),
        )
        for i, (name, found) in enumerate(whole.examples.items())
    ]
    medians = [statistics.median(whole.of_examples[mode]) for mode in MODES]
    return [
        *lines,
        ("median of the examples", "", "", "", *(f"{median:.2f}" for median in medians)),
        ("target (2 ms)", "", "", "", *(_met(median, TARGET) for median in medians)),
    ]


def lines_of_drawn(whole: Whole, kind: str) -> list[tuple[str, ...]]:
    """A line for each mode: the median of each Part and of all, how far they spread, and how many are
    within the target.
    """
    return [_line(whole, kind, mode) for mode in (MODES[0], NEW[0], MODES[1], MODES[2], NEW[1], MODES[3])]


def _line(whole: Whole, kind: str, mode: tuple[str, KEEPING]) -> tuple[str, ...]:
    times = whole.of_drawn[kind][mode]
    by_part = [
        [took for took, found in zip(times, whole.drawn[kind], strict=True) if found.part == part]
        for part in WHOLE
    ]
    within = sum(took <= TARGET for took in times) / len(times)
    last = statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    medians = [f"{statistics.median(part):.2f}" if part else "" for part in by_part]
    shown = (
        f"{statistics.median(times):.2f}",
        f"{statistics.fmean(times):.2f}",
        f"{last:.2f}",
        f"{max(times):.2f}",
    )
    return *mode, *medians, *shown, f"{within:.0%}", _met(statistics.median(times), TARGET)


def _met(value: float, target: float) -> str:
    return "met" if value <= target else "NOT met"


def loads_sentence(taken: Sequence[float]) -> str:
    """How long the book takes to load, against its target."""
    best, middle = min(taken), statistics.median(taken)
    return (
        f"The book loads in {best:.0f} ms at best, {middle:.0f} ms in the median of {len(taken)}: "
        f"{_met(middle, LOADING)} ({LOADING:.0f} ms)."
    )


def drawn_sentence(drawn: Sequence[Determination]) -> str:
    """The outcomes of the drawn cases, in one paragraph."""
    outcomes = Counter(found.outcome for found in drawn)
    most = ", ".join(f"{outcome} {number}" for outcome, number in outcomes.most_common(8))
    asked = statistics.median(map(questions_asked, drawn))
    still = statistics.median(
        sum(len(offence.open_questions) for offence in found.offences) for found in drawn
    )
    return (
        f"{len(drawn)} cases; median of {asked:.0f} questions asked and {still:.0f} open, limbs among them. "
        f"Outcomes: {most}."
    )
