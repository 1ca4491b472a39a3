"""The time of a case with many offences, against the same case with one.

``python benchmarks/offences.py [--offences 40] [--undated 100]``. The garbage collector runs as Python sets
it, as in a program that uses the library. Times are processor time. The undated case has assertions and no
date, so that every law that may apply is heard.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from extradition import CaseFile, RuleBook, analyse, determine
from extradition.case_file.finding import Finding, Findings

ROOT = Path(__file__).parents[1]
EXAMPLES = (
    "half_complete",
    "list_offence_2020",
    "merticariu",
    "part_1_conviction",
    "part_2_accusation_sent",
    "part_2_in_absence",
)


def repeated(case: CaseFile, count: int) -> CaseFile:
    """*case* with its first offence *count* times."""
    first = case.offences[0]
    return case.model_copy(
        update={"offences": tuple(first.model_copy(update={"id": f"o{i}"}) for i in range(count))}
    )


def undated(case: CaseFile, count: int) -> CaseFile:
    """The same without dates; of each offence, other findings are asserted."""
    chance = random.Random(3)

    def asserted(findings: Findings) -> Findings:
        said = {
            name: (Finding(answer=each[0].answer, by="requesting authority"),)
            for name, each in findings.items()
        }
        return {name: said[name] if chance.random() < 0.5 else each for name, each in findings.items()}

    many = repeated(case, count)
    offences = tuple(
        each.model_copy(update={"conduct_date": None, "findings": asserted(each.findings)})
        for each in many.offences
    )
    return many.model_copy(
        update={"dates": type(case.dates)(), "findings": asserted(case.findings), "offences": offences}
    )


def milliseconds(run: Callable[[], Any], rounds: int) -> float:
    """The median processor time of *run*; once before, to keep what is kept."""
    run()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offences", type=int, default=40)
    parser.add_argument("--undated", type=int, default=100)
    chosen = parser.parse_args()
    book = RuleBook.load(ROOT / "rules")
    print(f"| example | work | 1 offence, ms | {chosen.offences} offences, ms | times |")
    print("|---|---|---:|---:|---:|")
    for name in EXAMPLES:
        case = CaseFile.load(ROOT / "examples" / name / "case.yaml")
        for work in (determine, analyse):
            run = partial(work, rule_book=book)
            one = milliseconds(partial(run, case), 21)
            many = milliseconds(partial(run, repeated(case, chosen.offences)), 3)
            print(f"| {name} | {work.__name__} | {one:.2f} | {many:.1f} | {many / one:.1f} |")
    case = CaseFile.load(ROOT / "examples" / "part_1_conviction" / "case.yaml")
    one, many = (
        milliseconds(partial(determine, undated(case, count), book), 1) for count in (1, chosen.undated)
    )
    times = f"{one:.2f} | {many:.1f} | {many / one:.1f}"
    print(f"| undated, {chosen.undated} offences | determine | {times} |")


if __name__ == "__main__":
    main()
