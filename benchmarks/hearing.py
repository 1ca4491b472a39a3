"""How long one hearing takes: durable rules, the plain reading and two peers, side by side in one run
(README.md says how to read it).
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil
from cases import CHAIN, DAY, SEED, WHOLE, Case, Drawing, WholeHearings, merticariu, write_longer_book
from keeping import DURABLE, FULL, PLAIN, determining, forget, kept
from peers import Chain, Clingo, Contender, Link, Zen, along
from timing import Row, Timed, say, table, timed
from whole import (
    MODES,
    Whole,
    drawn_sentence,
    lines_of_drawn,
    lines_of_examples,
    loads_sentence,
    measure_whole,
)

from extradition import RuleBook, determine
from extradition.engine import plain
from extradition.engine.durable import Engine
from extradition.hearing.applicable_versions import Chosen, choose_all

BARE = "readings alone"
BOTH = f"{DURABLE} and {PLAIN}"
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
VERSIONS = (1, 5, 20, 50)
FLAT = 2.0
"""Megabytes by which memory may grow over the whole run of determinations and still be called flat."""


def refuse_differences(
    cases: Iterable[Case], book: RuleBook, chain: Chain, contenders: dict[str, Contender]
) -> Counter[tuple[str, str]]:
    """The tally of answers, after every contender and both determinations are compared with the plain
    reading; exits if any differs.

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
                    wanted = replace(
                        wanted,
                        settled={
                            key: held for key, held in wanted.settled.items() if key in link.version.composed
                        },
                    )
                if own != wanted:
                    sys.exit(
                        f"{name} differs from the plain reading at {link.version.id}: {own}, not {wanted}; "
                        f"facts {case.facts}"
                    )
        if determine(case.file, book).offences != determine(case.file, book, engine="plain").offences:
            sys.exit(f"the determinations differ with the engine; facts {case.facts}")
    return tally


def by_facts(
    book: RuleBook, contenders: dict[str, Contender], rounds: int, count: int
) -> list[tuple[int, list[Timed]]]:
    """Time both readings, bare and full, on cases in which a growing share of the vocabulary is known."""
    drawing = Drawing(book)
    rows: list[Row] = []
    for share in SHARES:
        cases = [drawing.with_share(share) for _ in range(count)]
        rows += [
            Row(f"{name} {share}", BARE, contenders[name], [case.facts for case in cases])
            for name in (DURABLE, PLAIN)
        ]
        files = [case.file for case in cases]
        rows += [determining(f"{name} {share}", name, files, "none", book) for name in (DURABLE, PLAIN)]
        rows += [determining(f"{DURABLE} {share}", DURABLE, files, "all")]
    times, each = timed(rows, rounds), len(rows) // len(SHARES)
    return [
        (round(share * len(drawing.vocabulary)), times[each * i : each * (i + 1)])
        for i, share in enumerate(SHARES)
    ]


def by_versions(rounds: int, count: int) -> list[tuple[int, list[Timed]]]:
    """Time loading the book, and determining the Merticariu case, with a growing number of versions in the
    book.
    """
    rows: list[Row] = []
    totals: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in VERSIONS:
            path = Path(folder, str(number))
            write_longer_book(path, number)
            book = RuleBook.load(path)
            totals.append(len(book.versions))
            files = [merticariu(book).file] * count
            rows.append(Row(f"load {number}", "book", RuleBook.load, [path]))
            rows += [determining(f"{name} {number}", name, files, "none", book) for name in (DURABLE, PLAIN)]
            rows += [determining(f"{DURABLE} {number}", DURABLE, files, "all", RuleBook.load(path))]
        times, each = timed(rows, rounds), len(rows) // len(VERSIONS)
    return [(total, times[each * i : each * (i + 1)]) for i, total in enumerate(totals)]


def memory(book: RuleBook, count: int) -> list[tuple[int, float]]:
    """Resident megabytes before, during and after *count* durable determinations of the Merticariu case,
    nothing kept.
    """
    case_file, process = merticariu(book).file, psutil.Process()
    every = min(20_000, max(1, count // 5))
    seen: list[tuple[int, float]] = []
    for done in range(count + 1):
        if done % every == 0 or done == count:
            gc.collect()
            seen.append((done, process.memory_info().rss / 2**20))
            say(f"  {done:,} determinations: {seen[-1][1]:.1f} MB")
        if done < count:
            forget(book)
            determine(case_file, book)
    return seen


def memory_kept(count: int) -> list[tuple[int, int, float]]:
    """How much is kept, and resident megabytes, over *count* durable determinations of cases drawn from
    the worked examples, each new.
    """
    book, process = RuleBook.load(), psutil.Process()
    hearings, parts = WholeHearings(book), tuple(WHOLE)
    every = max(1, count // 10)
    for i in range(200):  # compiles the versions in force
        determine(hearings.from_example(parts[i % 2]), book)
    forget(book)
    seen: list[tuple[int, int, float]] = []
    for done in range(count + 1):
        if done % every == 0 or done == count:
            gc.collect()
            seen.append((done, kept(book), process.memory_info().rss / 2**20))
            say(f"  {done:,} determinations: {seen[-1][1]:,} kept, {seen[-1][2]:.1f} MB")
        if done < count:
            determine(hearings.from_example(parts[done % 2]), book)
    return seen


@dataclass(frozen=True)
class Measured:
    """All measurements of one run."""

    about: dict[str, Any]
    hearing: list[Timed]
    base: Timed
    facts: list[tuple[int, list[Timed]]]
    versions: list[tuple[int, list[Timed]]]
    resident: list[tuple[int, float]]
    resident_kept: list[tuple[int, int, float]]
    whole: Whole


def measure(rounds: int, count: int, determinations: int) -> Measured:
    """Check, then time and watch: *rounds* over *count* drawn cases, memory over as many *determinations*."""
    book = RuleBook.load()
    example, drawing = merticariu(book), Drawing(book)
    cases = [example, *(drawing.with_chance(0.8) for _ in range(count))]
    chosen = choose_all(example.file, example.file.offences[0], book, DAY, ())
    chain = [
        Link(book.questions[provision].name, each.version)
        for provision in CHAIN
        if isinstance(each := chosen[provision], Chosen)
    ]
    contenders: dict[str, Contender] = {
        DURABLE: along(chain, Engine(book.facts).read),
        PLAIN: along(chain, plain.read_plainly),
        f"zen-engine {version('zen-engine')}, trace on": Zen(chain),
        f"clingo {version('clingo')}, grounded once": Clingo(chain, book),
    }
    say("Checking that all give the same answers for the same reasons")
    checked = [*cases, *(drawing.favouring_yes() for _ in range(count))]
    tally = refuse_differences(checked, book, chain, contenders)
    say("Watching memory")
    resident = memory(book, determinations) if determinations else []
    resident_kept = memory_kept(determinations // 10) if determinations else []
    whole = measure_whole(book, rounds, count)
    say("Timing the hearing")
    files, facts = [case.file for case in cases], [case.facts for case in cases]
    hearing = timed(
        [
            determining(BOTH, DURABLE, files, "all"),
            determining(BOTH, DURABLE, files, "of other cases"),
            determining(BOTH, DURABLE, files, "none"),
            determining(PLAIN, PLAIN, files, "all"),
            determining(PLAIN, PLAIN, files, "of other cases"),
            determining(PLAIN, PLAIN, files, "none"),
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
        "packages": {
            name: version(name)
            for name in ("extradition", "durable_rules", "pydantic", "zen-engine", "clingo")
        },
        "rule_book": book.digest,
        "day": DAY.isoformat(),
        "seed": SEED,
        "cases": len(cases),
        "rounds": rounds,
        "checked": len(checked),
        "answers": {
            link.name: {answer: tally[link.name, answer] for answer in ("yes", "no", "open")}
            for link in chain
        },
    }
    base = next(each for each in hearing if (each.row.name, each.row.scope) == (PLAIN, BARE))
    return Measured(about, hearing, base, facts_grow, versions_grow, resident, resident_kept, whole)


def paragraphs(measured: Measured) -> Iterator[str]:
    """The measurements, in paragraphs of Markdown."""
    about = measured.about
    packages = ", ".join(f"{name} {number}" for name, number in about["packages"].items())
    answers = "; ".join(
        f"{name} {'/'.join(map(str, counts.values()))}" for name, counts in about["answers"].items()
    )
    yield f"Python {about['python']}, {packages}; {about['platform']}."
    yield (
        f"Rule book {about['rule_book'][:12]} on {about['day']}. {about['cases']} cases (seed "
        f"{about['seed']}), {about['rounds']} rounds. "
        f"All equal on {about['checked']:,} cases (yes/no/open: {answers})."
    )
    everything = [
        *measured.hearing,
        *measured.whole.timed,
        *(each for _, group in (*measured.facts, *measured.versions) for each in group),
    ]
    waited = sorted(each.wall for each in everything)
    yield (
        f"All times are processor time. On the wall clock a row took {statistics.median(waited):.2f} times "
        "as long (median of the rows, "
        f"{waited[0]:.2f} to {waited[-1]:.2f}), since other jobs ran: 1.00 is a machine with nothing else "
        "to do."
    )
    yield table(
        (
            "one case",
            "what is made",
            "kept readings",
            "µs (median)",
            "fastest to slowest round",
            "page faults",
            "cases/s",
            "times the plain reading alone",
        ),
        (
            (
                each.row.name,
                each.row.scope,
                each.row.kept,
                f"{each.median:,.1f}",
                each.span,
                f"{each.faults:,.0f}",
                f"{1e6 / each.median:,.0f}",
                f"{each.ratio(measured.base):.2f}",
            )
            for each in measured.hearing
        ),
    )
    by_reading = (
        f"{DURABLE}, {FULL}, nothing kept, µs",
        f"{PLAIN}, {FULL}, nothing kept, µs",
        f"{DURABLE}, {FULL}, all kept, µs",
    )
    yield table(
        ("known facts", *(f"{name}, {BARE}, µs" for name in (DURABLE, PLAIN)), *by_reading),
        ((str(count), *(each.shown for each in group)) for count, group in measured.facts),
    )
    yield table(
        ("versions in the book", "loading it, ms", *by_reading),
        (
            (f"{n:,}", f"{load.median / 1000:,.0f}", *(each.shown for each in readings))
            for n, (load, *readings) in measured.versions
        ),
    )
    yield "The whole hearing. " + loads_sentence(measured.whole.loads)
    modes = (f"{name}, {'all' if keeping == 'all' else 'nothing'} kept, ms" for name, keeping in MODES)
    yield table(
        ("worked example", "offences", "questions asked", "open", *modes), lines_of_examples(measured.whole)
    )
    for kind, drawn in measured.whole.drawn.items():
        yield f"Cases {kind}: {drawn_sentence(drawn)}"
        parts = (f"Part {part}, ms" for part in WHOLE)
        yield table(
            (
                f"cases {kind}",
                "kept readings",
                *parts,
                "all (median)",
                "mean",
                "95 % below",
                "slowest",
                "within 2 ms",
                "target",
            ),
            lines_of_drawn(measured.whole, kind),
        )
    yield "A star marks a time with page faults (README.md)."
    if measured.resident:
        grown = measured.resident[-1][1] - measured.resident[0][1]
        yield table(
            ("durable determinations", "resident MB"),
            ((f"{done:,}", f"{size:.1f}") for done, size in measured.resident),
        )
        yield f"Grown by {grown:.2f} MB: {'flat' if grown <= FLAT else 'NOT FLAT'}."
        heads = ("durable determinations of whole hearings, each new", "kept", "resident MB")
        yield table(
            heads,
            ((f"{done:,}", f"{number:,}", f"{size:.1f}") for done, number, size in measured.resident_kept),
        )


def record(measured: Measured) -> dict[str, Any]:
    """The measurements, with every round, in the form of JSON."""
    return {
        **measured.about,
        "hearing": [
            {
                "row": each.row.name,
                "scope": each.row.scope,
                "kept": each.row.kept,
                "us": each.rounds,
                "median_us": each.median,
                "faults": each.faults,
                "ratio": each.ratio(measured.base),
                "wall": each.wall,
            }
            for each in measured.hearing
        ],
        "by_facts": [{"known": count, **_rounds(group)} for count, group in measured.facts],
        "by_versions": [{"versions": count, **_rounds(group)} for count, group in measured.versions],
        "memory_mb": measured.resident,
        "memory_kept": measured.resident_kept,
        "loads_ms": measured.whole.loads,
        "examples_ms": {
            ", ".join(mode): dict(zip(measured.whole.examples, each, strict=True))
            for mode, each in measured.whole.of_examples.items()
        },
        "drawn_ms": {
            kind: {", ".join(mode): each for mode, each in by_mode.items()}
            for kind, by_mode in measured.whole.of_drawn.items()
        },
        "whole_rounds": [
            {
                "row": each.row.name,
                "kept": each.row.kept,
                "us": each.rounds,
                "faults": each.faults,
                "wall": each.wall,
            }
            for each in measured.whole.timed
        ],
    }


def _rounds(group: list[Timed]) -> dict[str, tuple[float, ...]]:
    return {
        f"{each.row.name}, {each.row.scope}, kept readings {each.row.kept}, us": each.rounds for each in group
    }


def main() -> None:
    """Read the options, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="rounds; the medians are over them")
    parser.add_argument(
        "--cases", type=int, default=300, help="cases drawn, in addition to the Merticariu case"
    )
    parser.add_argument(
        "--memory",
        type=int,
        default=100_000,
        help="durable determinations over which memory is watched; 0 for none",
    )
    parser.add_argument("--json", type=Path, help="write every number to this file as well")
    options = parser.parse_args()
    if min(options.rounds, options.cases) < 1 or options.memory < 0:
        parser.error("--rounds and --cases are at least 1, --memory at least 0")
    measured = measure(options.rounds, options.cases, options.memory)
    print("\n\n".join(paragraphs(measured)))
    if options.json:
        options.json.write_text(
            json.dumps(record(measured), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
