"""The time of an analysis from every start of a hearing: nothing or everything known, all dates or none.

``python benchmarks/sensitivity.py [--rounds 3] [--every 1] [--baseline DIRECTORY]``. The directory is a
checkout of another commit of this project. The same cases are timed with its code, in a process of its own,
for the columns headed "before".
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cases import is_settled

from extradition import CaseFile, RuleBook, analyse
from extradition.sensitivity import function

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(ROOT.glob("examples/*/case.yaml"))
DATES = {"arrest": "2025-01-02", "certificate": "2025-01-02", "hearing": "2025-01-10"}
TERRITORIES = {"1": "FR", "2": "US"}
KINDS = ("accusation", "conviction")
CONDUCT = "2024-01-01"
STATES = ("nothing known", "everything known")
DATED = {"all dates": True, "no dates": False}
Times = dict[str, list[float]]
"""By the name of a row, the milliseconds of each of its cases."""


def answers(book: RuleBook, part: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """An answer by chance to every fact that the Part may ask for."""
    asked = [
        fact
        for _, question in book.questions_in(part)
        for version in question.versions
        for fact in version.facts
    ]
    for name in dict.fromkeys(asked):
        fact = book.facts.get(name)
        if fact is not None and not is_settled(name, book):
            yield name, chance.choice([*fact.answers, *(("5", "15", "40") if fact.unit else ())])


def case_of(
    book: RuleBook,
    part: str,
    kind: str,
    start: str,
    known: Mapping[str, str],
    offences: int = 1,
    *,
    dated: bool = True,
) -> CaseFile:
    """A case with so many offences, the hearing taken from *start*; with every date, or with none."""
    person = {name: answer for name, answer in known.items() if book.about(part, name) == "person"}
    own = {name: answer for name, answer in known.items() if name not in person}
    each = {"case_type": kind, "conduct_date": CONDUCT if dated else None, "findings": own}
    head = {
        "case": "A case",
        "part": part,
        "territory": TERRITORIES[part],
        "taken_from": start,
        "dates": DATES if dated else {},
        "findings": person,
    }
    return CaseFile.model_validate({**head, "offences": [{"id": f"o{i}", **each} for i in range(offences)]})


def rows(book: RuleBook, every: int = 1) -> Iterator[tuple[str, list[CaseFile]]]:
    """What is timed: a row of cases for each Part, type of case, state of what is known, and all dates or
    none, at each *every*-th start.
    """
    for part in ("1", "2"):
        starts = [provision for provision, question in book.questions_in(part) if not question.is_limb][
            ::every
        ]
        for kind in KINDS:
            for state, (of_dates, dated) in itertools.product(STATES, DATED.items()):
                chance = random.Random(7)
                known = [dict(answers(book, part, chance)) if state == STATES[1] else {} for _ in starts]
                cases = [
                    case_of(book, part, kind, start, each, dated=dated)
                    for start, each in zip(starts, known, strict=True)
                ]
                yield f"Part {part} {kind}, {state}, {of_dates}, the starts", cases
    for path in EXAMPLES:
        yield f"example {path.parent.name}", [CaseFile.load(path)]
    first = book.starts_at["1"]
    for count in (1, 40):
        yield (
            f"Part 1 conviction, nothing known, {count} offence(s)",
            [case_of(book, "1", "conviction", first, {}, count)],
        )


def forget() -> None:
    """Drop the diagrams that are kept, where the code keeps any."""
    getattr(function, "_kept", {}).clear()


def milliseconds(case: CaseFile, book: RuleBook, rounds: int, *, warm: bool) -> float:
    """The median over the rounds of the processor time of one analysis."""
    times = []
    forget()
    if warm:
        analyse(case, book, engine="plain")
    for _ in range(rounds):
        if not warm:
            forget()
        gc.collect()
        start = time.process_time()
        analyse(case, book, engine="plain")
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def measured(rounds: int, every: int, *, warm: bool) -> Times:
    """Every row timed; its diagrams made each time, or with *warm* found among those that are kept."""
    book = RuleBook.load(ROOT / "rules")
    timed = list(rows(book, every))
    gc.collect()
    gc.freeze()  # what was made before is not looked through again while a row is on the clock
    return {name: [milliseconds(case, book, rounds, warm=warm) for case in cases] for name, cases in timed}


def measured_in(directory: Path, rounds: int, every: int) -> Times:
    """The same rows with the code of another checkout."""
    environment = {**os.environ, "PYTHONPATH": str(directory / "src")}
    command = [sys.executable, __file__, "--json", "--rounds", str(rounds), "--every", str(every)]
    done: Any = json.loads(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)  # noqa: S603 -- this script
    return {name: list(times) for name, times in done.items()}


def shown(times: list[float]) -> str:
    """The median and the worst."""
    return f"{statistics.median(times):,.0f} | {max(times):,.0f}"


def main() -> None:
    """Print the table, or the bare times for another process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--every", type=int, default=1, help="take each n-th start alone")
    parser.add_argument("--baseline", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    cold = measured(chosen.rounds, chosen.every, warm=False)
    if chosen.json:
        print(json.dumps(cold))
        return
    before = measured_in(chosen.baseline, chosen.rounds, chosen.every) if chosen.baseline else None
    kept = measured(chosen.rounds, chosen.every, warm=True)
    print(
        f"Python {platform.python_version()} on {platform.platform()}, {os.cpu_count()} processors, load "
        f"average {os.getloadavg()[0]:.1f}; ms of processor time for one `analyse`"
    )
    print(
        "| row | cases |"
        + (" before, median | worst |" if before else "")
        + " median | worst | kept, median | worst |"
    )
    print("|---|" + "---:|" * (7 if before else 5))
    for name, times in cold.items():
        earlier = f" {shown(before[name])} |" if before else ""
        print(f"| {name} | {len(times)} |{earlier} {shown(times)} | {shown(kept[name])} |")


if __name__ == "__main__":
    main()
