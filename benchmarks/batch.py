"""The time that the service takes for a batch: seconds, and processor time of the server and its workers.

    python benchmarks/batch.py [--cases 5000] [--jobs 2] [--detail note]

Starts ``extradition serve`` as a process on this machine and sends it cases drawn from the worked examples,
one line each. Exits with 1 if a line has no determination. It reads /proc, so it needs Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from cases import WholeHearings
from timing import say

from extradition import CaseFile, RuleBook

TICKS = os.sysconf("SC_CLK_TCK")


def drawn(number: int, book: RuleBook) -> Iterator[CaseFile]:
    """Cases drawn from the worked examples, the Parts in turns."""
    drawing = WholeHearings(book)
    for i in range(number):
        yield drawing.from_example("12"[i % 2])


def line(name: str, case: CaseFile) -> bytes:
    """One line of the batch."""
    shape = case.model_dump(mode="json", exclude_none=True)
    kept = {key: value for key, value in shape.items() if value or key not in ("warrants", "offences")}
    return json.dumps({"id": name, "case_file": kept}).encode() + b"\n"


def processor_seconds(pid: int) -> float:
    """The processor time of a process and of its children."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    children = {
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text(encoding="utf-8").split()
    }
    return (int(fields[11]) + int(fields[12])) / TICKS + sum(map(processor_seconds, children))


def main() -> None:
    """Read the options, measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--detail", default="note", choices=["note", "hearing", "full"])
    options = parser.parse_args()
    body = b"".join(line(str(i), case) for i, case in enumerate(drawn(options.cases, RuleBook.load())))
    say(f"{options.cases:,} cases, {len(body):,} bytes")
    command = [sys.executable, "-m", "extradition", "serve", "--port", "0", "--jobs", options.jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:  # noqa: S603  our own command
        assert server.stdout is not None
        address = server.stdout.readline().split()[2]
        request = urllib.request.Request(  # noqa: S310  our own address
            f"{address}/v1/batch?detail={options.detail}", body, {"Content-Type": "application/x-ndjson"}
        )
        before, start = os.getloadavg()[0], time.perf_counter()
        with urllib.request.urlopen(request) as answers:  # noqa: S310
            lines = [answer for answer in answers if b'"status":200' in answer[:200]]
        seconds, used = time.perf_counter() - start, processor_seconds(server.pid)
        server.terminate()
    print(
        f"{len(lines):,} determinations ({sum(map(len, lines)) / max(1, len(lines)):,.0f} bytes each) in "
        f"{seconds:.1f} s, {used:.1f} s of processor time; {options.jobs} workers, load average {before:.1f}"
    )
    sys.exit(len(lines) != options.cases)


if __name__ == "__main__":
    main()
