"""A hundred thousand determinations on eight threads, each compared with the plain reading made beforehand.

Before each, what is kept of earlier ones is forgotten: durable rules fires every time, and keeping and
forgetting meet.

    python benchmarks/threads.py [--determinations 100000] [--threads 8]

Prints how many differed (there must be none) and exits with 1 if any did.
"""

from __future__ import annotations

import argparse
import random
import sys
import threading
import time
from itertools import count

from cases import Drawing
from keeping import forget

from extradition import RuleBook, determine

CASES = 400


def main() -> int:
    """The exit code: 1 if any determination differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--determinations", type=int, default=100_000)
    parser.add_argument("--threads", type=int, default=8)
    options = parser.parse_args()
    book = RuleBook.load()
    drawing = Drawing(book)
    cases = [drawing.with_chance(0.8).file for _ in range(CASES)]
    expected = [determine(case, book, engine="plain").offences for case in cases]
    turn, differences = count(), []

    def work(seed: int) -> None:
        chance = random.Random(seed)
        while next(turn) < options.determinations:
            i = chance.randrange(CASES)
            forget(book)
            if determine(cases[i], book).offences != expected[i]:
                differences.append(i)

    start = time.perf_counter()
    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(options.threads)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - start
    print(
        f"{options.determinations:,} determinations on {options.threads} threads in {seconds:.0f} s: "
        f"{len(differences)} differences"
    )
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
