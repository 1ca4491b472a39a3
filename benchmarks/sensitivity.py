"""How long it takes to say what the outcome of each example depends on: the diagrams, and for the smallest part brute force beside them."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from extradition import CaseFile, RuleBook, analyse, determine
from extradition.hearing import Under, hear
from extradition.sensitivity.function import HearingFunction

EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/*/case.yaml"))
ROUNDS = 5


def milliseconds(work: Callable[[], object]) -> float:
    """The median of ROUNDS, in processor time."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def brute_force(case: CaseFile, book: RuleBook, facts: tuple[str, ...]) -> int:
    """Determine *case* for every combination of answers to *facts*, as a search without diagrams would; how many there are."""
    offence = case.offences[0]
    count = 0
    for answers in itertools.product(*(book.facts[name].answers for name in facts)):
        said = {**offence.model_dump(by_alias=True, mode="json")["findings"], **dict(zip(facts, answers, strict=True))}
        head = case.model_dump(by_alias=True, mode="json", exclude_none=True)
        head["offences"] = [{**offence.model_dump(by_alias=True, mode="json", exclude_none=True), "findings": said}]
        determine(CaseFile.model_validate(head), book, engine="plain")
        count += 1
    return count


def main() -> None:
    """Print one row an example, and the brute force for a small one."""
    book = RuleBook.load()
    print("| example | what still matters, ms | nodes | flips and support too, ms |")
    print("|---|---:|---:|---:|")
    for path in EXAMPLES:
        case = CaseFile.load(path)
        heard = hear(case, book, Under(engine="plain")).offences[0]
        to_come = HearingFunction(heard, book, "variables")
        matters = milliseconds(partial(HearingFunction, heard, book, "variables"))
        whole = milliseconds(partial(analyse, case, book, engine="plain"))
        print(f"| {path.parent.name} | {matters:.1f} | {len(to_come.diagrams)} | {whole:.0f} |")
    case = CaseFile.load(EXAMPLES[0].parents[1] / "merticariu/case.yaml")
    every = ("rehearing", "retrial_legal_aid", "retrial_own_defence", "past_retrial_right")
    for facts in (every[:1], every[:2], every):
        start = time.process_time()
        count = brute_force(case, book, facts)
        print(f"brute force over {len(facts)} facts of merticariu: {count} determinations, {(time.process_time() - start) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
