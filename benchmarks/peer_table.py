"""The section 20 chain, by this package and by its peers, side by side in one run.

    python benchmarks/peer_table.py [--cases 200] [--rounds 5] [--rows 100000]

It needs OpenFisca-core and OPA's library: ``pip install ".[bench]"``, and ``pip install --no-deps
--ignore-requires-python opa-golib-python-bindings`` (its metadata ask for Python 3.14; it runs on 3.11).
Before anything is timed, each peer is held against the plain reading on every case: the answers and, but for
the function written by hand, each settled condition. One difference ends the run.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from by_hand import by_hand
from cases import CHAIN, DAY, Case, Drawing, merticariu
from cohort import chain_generated, draw
from further_peers import Opa, OpenFisca
from keeping import forget
from peers import Clingo, Contender, Link, Zen, along
from timing import Row, say, table, timed

from extradition import RuleBook, determine, determine_many
from extradition.engine import plain
from extradition.engine.durable import Engine
from extradition.hearing.applicable_versions import Chosen, choose_all

PLAIN, DURABLE = "this, plain reading", "this, durable rules"
READINGS, ANSWERS = "answers and conditions", "answers alone"


def chain_of(example: Case, book: RuleBook) -> list[Link]:
    """The four questions, each in its version of the day."""
    chosen = choose_all(example.file, example.file.offences[0], book, DAY, ())
    links = [(provision, chosen[provision]) for provision in CHAIN]
    return [Link(book.questions[name].name, each.version) for name, each in links if isinstance(each, Chosen)]


def refuse_differences(cases: Sequence[Case], chain: Sequence[Link], peers: dict[str, Contender]) -> None:
    """Exit if a peer gives another answer than the plain reading, or another condition."""
    composed = {link.name: link.version.composed for link in chain}
    for case in cases:
        wanted = peers[PLAIN](case.facts)
        for name, peer in peers.items():
            for question, found in peer(case.facts).items():
                own = wanted[question]
                if name == DURABLE:
                    held = {key: each for key, each in own.settled.items() if key in composed[question]}
                    own = replace(own, settled=held)
                if found != own:
                    sys.exit(f"{name} differs at {question}: {found}, not {own}; facts {case.facts}")
        if by_hand(case.facts) != {question: each.answer for question, each in wanted.items()}:
            sys.exit(f"the function written by hand differs; facts {case.facts}")


def a_case(run: Callable[[], object], rows: int) -> float:
    """The microseconds of processor time that *run* takes for each of *rows* cases: the best of three."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return min(taken) / rows * 1e6


def of_many(cases: Sequence[Case], book: RuleBook, fisca: OpenFisca, rows: int) -> list[tuple[str, ...]]:
    """The rows of batches and cohorts."""
    files = [case.file for case in cases]

    def batch() -> None:
        forget(book)
        for _ in determine_many(files, book):
            pass

    codes = fisca.coded([case.facts for case in cases] * (rows // len(cases)))
    count = rows // len(cases) * len(cases)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "offences.parquet")
        draw(book, rows, path)
        cohort: dict[str, Any] = min(
            (chain_generated(path, rows) for _ in range(3)), key=lambda each: each["processor"]
        )
    made = (
        (f"this, a batch of {len(cases)}", "full determinations", a_case(batch, len(cases))),
        (
            f"this, a cohort of {rows:,} (Polars)",
            "answers to two questions",
            cohort["processor"] / rows * 1e6,
        ),
        (
            f"OpenFisca-core, {count:,} cases at once",
            READINGS,
            a_case(lambda: fisca.calculated(codes, count), count),
        ),
    )
    return [(name, scope, f"{each:,.2f}", f"{1e6 / each:,.0f}", "") for name, scope, each in made]


def main() -> int:
    """Check the peers, time them and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=200, help="the cases that are drawn (default: 200)")
    parser.add_argument("--rounds", type=int, default=5, help="the rounds (default: 5)")
    parser.add_argument("--rows", type=int, default=100_000, help="the rows of a cohort (default: 100,000)")
    options = parser.parse_args()
    book = RuleBook.load()
    example, drawing = merticariu(book), Drawing(book)
    cases = [example, *(drawing.with_chance(0.8) for _ in range(options.cases))]
    chain = chain_of(example, book)
    fisca = OpenFisca(chain, book)
    peers: dict[str, Contender] = {
        PLAIN: along(chain, plain.read_plainly),
        DURABLE: along(chain, Engine(book.facts).read),
        f"zen-engine {version('zen-engine')}": Zen(chain),
        f"clingo {version('clingo')}, grounded once": Clingo(chain, book),
        "OPA 1.20.2, its Go library, prepared": Opa(chain),
        f"OpenFisca-core {version('openfisca-core')}, one case": fisca,
    }
    refuse_differences(cases, chain, peers)
    facts, files = [case.facts for case in cases], [case.file for case in cases]
    full = partial(determine, rule_book=book)
    rows = [
        Row("this, one case", "full determination", full, files, "none", partial(forget, book)),
        *(Row(name, READINGS, peer, facts) for name, peer in peers.items()),
        Row("written by hand", ANSWERS, by_hand, facts),
    ]
    times = timed(rows, options.rounds)
    base = next(each for each in times if each.row.name == PLAIN)
    lines: list[tuple[str, ...]] = [
        (
            each.row.name,
            each.row.scope,
            f"{each.median:,.1f}",
            f"{1e6 / each.median:,.0f}",
            f"{each.ratio(base):.2f}",
        )
        for each in times
    ]
    lines += of_many(cases, book, fisca, options.rows)
    say(f"{len(cases)} cases, {options.rounds} rounds, load average {os.getloadavg()[0]:.1f}\n")
    heads = ("row", "what is made", "µs a case", "cases a second", "times the plain reading")
    sys.stdout.write(table(heads, lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
