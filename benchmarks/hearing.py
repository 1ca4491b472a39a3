"""How long one hearing takes: durable rules, the plain reading and two peers, side by side in one run (README.md says how to read it)."""

from __future__ import annotations

import argparse
import gc
import json
import platform
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil
from cases import DAY, SEED, Case, Drawing, merticariu, write_longer_book
from peers import Chain, Clingo, Contender, Link, Zen, along
from timing import Row, Timed, say, timed

from extradition import RuleBook, determine, reading
from extradition.engine import Engine

CHAIN = ("EA 2003 s 20(1)", "EA 2003 s 20(3)", "EA 2003 s 20(8)", "EA 2003 s 20(5)")
"""The questions that are read, each after its limbs."""
FULL, BARE = "full determination", "readings alone"
DURABLE, PLAIN = "durable rules", "plain reading"
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
VERSIONS = (1, 5, 20, 50)
FLAT = 2.0
"""Megabytes by which memory may grow over the whole run of determinations and still be called flat."""


def refuse_differences(cases: Iterable[Case], book: RuleBook, chain: Chain, contenders: dict[str, Contender]) -> Counter[tuple[str, str]]:
    """Hold every contender, and both determinations, against the plain reading; exit if any differs. Returns the tally of answers.

    Peers must settle the same conditions as well; durable rules those that are made of others.
    """
    tally: Counter[tuple[str, str]] = Counter()
    for case in cases:
        plain = contenders[PLAIN](case.facts)
        tally.update((link.name, plain[link.name].answer) for link in chain)
        for name, contend in contenders.items():
            found = contend(case.facts)
            for link in chain:
                own, wanted = found[link.name], plain[link.name]
                if name == DURABLE:
                    wanted = replace(wanted, settled={key: held for key, held in wanted.settled.items() if key in link.version.composed})
                if own != wanted:
                    sys.exit(f"{name} differs from the plain reading at {link.version.id}: {own}, not {wanted}; facts {case.facts}")
        if determine(case.file, book).offences != determine(case.file, book, engine="plain").offences:
            sys.exit(f"the determinations differ with the engine; facts {case.facts}")
    return tally


def by_facts(book: RuleBook, contenders: dict[str, Contender], rounds: int, count: int) -> list[tuple[int, list[Timed]]]:
    """Time both readings, bare and full, on cases in which a growing share of the vocabulary is known."""
    drawing = Drawing(book)
    rows: list[Row] = []
    for share in SHARES:
        cases = [drawing.with_share(share) for _ in range(count)]
        rows += [Row(f"{name} {share}", BARE, contenders[name], [case.facts for case in cases]) for name in (DURABLE, PLAIN)]
        files = [case.file for case in cases]
        rows += [Row(f"{DURABLE} {share}", FULL, partial(determine, rule_book=book), files)]
        rows += [Row(f"{PLAIN} {share}", FULL, partial(determine, rule_book=book, engine="plain"), files)]
    times = timed(rows, rounds)
    return [(round(share * len(drawing.vocabulary)), times[4 * i : 4 * i + 4]) for i, share in enumerate(SHARES)]


def by_versions(rounds: int, count: int) -> list[tuple[int, list[Timed]]]:
    """Time loading the book, and determining the Merticariu case, with a growing number of versions in the book."""
    rows: list[Row] = []
    totals: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in VERSIONS:
            path = Path(folder, str(number))
            write_longer_book(path, number)
            book = RuleBook.load(path)
            totals.append(len(book.versions))
            files = [merticariu(book).file] * count
            determine(files[0], book)  # compiles the versions in force
            rows.append(Row(f"load {number}", "book", RuleBook.load, [path]))
            rows.append(Row(f"{DURABLE} {number}", FULL, partial(determine, rule_book=book), files))
            rows.append(Row(f"{PLAIN} {number}", FULL, partial(determine, rule_book=book, engine="plain"), files))
        times = timed(rows, rounds)
    return [(total, times[3 * i : 3 * i + 3]) for i, total in enumerate(totals)]


def memory(book: RuleBook, count: int) -> list[tuple[int, float]]:
    """Resident megabytes before, during and after *count* durable determinations of the Merticariu case."""
    case_file, process = merticariu(book).file, psutil.Process()
    every = min(20_000, max(1, count // 5))
    seen: list[tuple[int, float]] = []
    for done in range(count + 1):
        if done % every == 0 or done == count:
            gc.collect()
            seen.append((done, process.memory_info().rss / 2**20))
            say(f"  {done:,} determinations: {seen[-1][1]:.1f} MB")
        if done < count:
            determine(case_file, book)
    return seen


@dataclass(frozen=True)
class Measured:
    """Everything that was measured in one run."""

    about: dict[str, Any]
    hearing: list[Timed]
    base: Timed
    facts: list[tuple[int, list[Timed]]]
    versions: list[tuple[int, list[Timed]]]
    resident: list[tuple[int, float]]


def measure(rounds: int, count: int, determinations: int) -> Measured:
    """Check, then time and watch: *rounds* over *count* drawn cases, memory over as many *determinations*."""
    book = RuleBook.load()
    example, drawing = merticariu(book), Drawing(book)
    cases = [example, *(drawing.with_chance(0.8) for _ in range(count))]
    chosen = book.choose(example.file, DAY, ())
    chain = [Link(book.questions[provision].name, chosen[provision].version) for provision in CHAIN]
    contenders: dict[str, Contender] = {
        DURABLE: along(chain, Engine(book.facts).read),
        PLAIN: along(chain, reading.read),
        f"zen-engine {version('zen-engine')}, trace on": Zen(chain),
        f"clingo {version('clingo')}, grounded once": Clingo(chain, book),
    }
    say("Checking that all give the same answers for the same reasons")
    checked = [*cases, *(drawing.favouring_yes() for _ in range(count))]
    tally = refuse_differences(checked, book, chain, contenders)
    say("Watching memory")
    resident = memory(book, determinations) if determinations else []
    say("Timing the hearing")
    files, facts = [case.file for case in cases], [case.facts for case in cases]
    hearing = timed(
        [
            Row(f"{DURABLE} and {PLAIN}", FULL, partial(determine, rule_book=book), files),
            Row(PLAIN, FULL, partial(determine, rule_book=book, engine="plain"), files),
            *(Row(name, BARE, contend, facts) for name, contend in contenders.items()),
        ],
        rounds,
    )
    few = max(1, count // 4)
    say("Timing against the number of known facts")
    facts_grow = by_facts(book, contenders, rounds, few)
    say("Timing against the number of versions")
    versions_grow = by_versions(rounds, few)
    about = {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": {name: version(name) for name in ("extradition", "durable_rules", "pydantic", "zen-engine", "clingo")},
        "rule_book": book.digest,
        "day": DAY.isoformat(),
        "seed": SEED,
        "cases": len(cases),
        "rounds": rounds,
        "checked": len(checked),
        "answers": {link.name: {answer: tally[link.name, answer] for answer in ("yes", "no", "open")} for link in chain},
    }
    base = next(each for each in hearing if (each.row.name, each.row.scope) == (PLAIN, BARE))
    return Measured(about, hearing, base, facts_grow, versions_grow, resident)


def told(measured: Measured) -> Iterator[str]:
    """What was measured, in paragraphs of Markdown."""
    about = measured.about
    packages = ", ".join(f"{name} {number}" for name, number in about["packages"].items())
    answers = "; ".join(f"{name} {'/'.join(map(str, counts.values()))}" for name, counts in about["answers"].items())
    yield f"Python {about['python']}, {packages}; {about['platform']}."
    yield (
        f"Rule book {about['rule_book'][:12]} on {about['day']}. {about['cases']} cases (seed {about['seed']}), {about['rounds']} rounds. "
        f"All equal on {about['checked']:,} cases (yes/no/open: {answers})."
    )
    yield table(
        ("one case", "what is made", "µs (median)", "fastest to slowest round", "page faults", "cases/s", "times the plain reading alone"),
        (
            (
                each.row.name,
                each.row.scope,
                f"{each.median:,.1f}",
                each.span,
                f"{each.faults:,.0f}",
                f"{1e6 / each.median:,.0f}",
                f"{each.ratio(measured.base):.2f}",
            )
            for each in measured.hearing
        ),
    )
    yield table(
        ("known facts", *(f"{name}, {scope}, µs" for scope in (BARE, FULL) for name in (DURABLE, PLAIN))),
        ((str(count), *(each.shown for each in group)) for count, group in measured.facts),
    )
    yield table(
        ("versions in the book", "loading it, ms", f"{DURABLE}, {FULL}, µs", f"{PLAIN}, {FULL}, µs"),
        ((str(n), f"{load.median / 1000:,.0f}", *(each.shown for each in readings)) for n, (load, *readings) in measured.versions),
    )
    yield "A star marks a time with page faults (README.md)."
    if measured.resident:
        grown = measured.resident[-1][1] - measured.resident[0][1]
        yield table(("durable determinations", "resident MB"), ((f"{done:,}", f"{size:.1f}") for done, size in measured.resident))
        yield f"Grown by {grown:.2f} MB: {'flat' if grown <= FLAT else 'NOT FLAT'}."


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first to the right."""
    rows = ("| " + " | ".join(line) + " |" for line in (heads, *lines))
    return "\n".join((next(rows), "|---|" + "---:|" * (len(heads) - 1), *rows))


def record(measured: Measured) -> dict[str, Any]:
    """What was measured, with every round, in the form of JSON."""
    return {
        **measured.about,
        "hearing": [
            {
                "row": each.row.name,
                "scope": each.row.scope,
                "us": each.rounds,
                "median_us": each.median,
                "faults": each.faults,
                "ratio": each.ratio(measured.base),
            }
            for each in measured.hearing
        ],
        "by_facts": [{"known": count, **_rounds(group)} for count, group in measured.facts],
        "by_versions": [{"versions": count, **_rounds(group)} for count, group in measured.versions],
        "memory_mb": measured.resident,
    }


def _rounds(group: list[Timed]) -> dict[str, tuple[float, ...]]:
    return {f"{each.row.name}, {each.row.scope}, us": each.rounds for each in group}


def main() -> None:
    """Read the options, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="rounds; the medians are over them")
    parser.add_argument("--cases", type=int, default=300, help="cases drawn, beside the Merticariu case")
    parser.add_argument("--memory", type=int, default=100_000, help="durable determinations over which memory is watched; 0 for none")
    parser.add_argument("--json", type=Path, help="write every number to this file as well")
    options = parser.parse_args()
    if min(options.rounds, options.cases) < 1 or options.memory < 0:
        parser.error("--rounds and --cases are at least 1, --memory at least 0")
    measured = measure(options.rounds, options.cases, options.memory)
    print("\n\n".join(told(measured)))
    if options.json:
        options.json.write_text(json.dumps(record(measured), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
