"""Requests a second of the service and the time that each takes, compared with the library called directly
in as many processes; then the memory it uses.

    python benchmarks/service.py [--seconds 10] [--soak 120] [--workers N] [--json FILE]

Starts ``extradition serve`` as a process on this machine and drives it with wrk, which must be installed. The
share says how much the service keeps of what the library alone makes on the same cores, in the same run.
Before anything is timed, each worked example is posted once and the answer compared with what the library
makes. Exits with 1 if any answer differs, or is not 200.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psutil
from cases import ROOT, WholeHearings
from timing import say, table

from extradition import CaseFile, RuleBook, analyse, analysed, determine, render

CONNECTIONS = (1, 8, 32)
DRAWN = 200
"""Cases drawn from the worked examples, for the soak."""
WARM_UP = 0.2
"""The share of the soak after which growth is counted."""
SAMPLES = 60
HEALTH, PLAIN, SENSITIVE = "GET /health", "POST /determinations", "POST /determinations, with sensitivity"
DONE = """
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('{"requests": %d, "us": %d, "p50": %f, "p99": %f, "wrong": %d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""
POST = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local turn = 0
request = function()
  turn = turn % #bodies + 1
  return wrk.format(nil, "/determinations", nil, bodies[turn])
end
"""


@dataclass(frozen=True)
class Rate:
    """What wrk measured of one row with so many *connections*; none for the library."""

    row: str
    connections: int | None
    per_second: float
    p50: float | None = None
    p99: float | None = None


@dataclass
class Soak:
    """Resident megabytes of the server, with the seconds after which they were read, and how much it
    answered.
    """

    seconds: float
    resident: list[tuple[float, float]] = field(default_factory=list)
    answered: int = 0

    @property
    def growth(self) -> float:
        """What was grown after the warm-up, in megabytes: from the median of the first fifth of the rest
        to that of the last.
        """
        after = [size for at, size in self.resident if at >= WARM_UP * self.seconds]
        fifth = max(1, len(after) // 5)
        return statistics.median(after[-fifth:]) - statistics.median(after[:fifth])


@contextmanager
def served(log: Path, workers: int) -> Iterator[tuple[str, psutil.Process]]:
    """The address of a server in a process of its own, and that process."""
    command = [sys.executable, "-m", "extradition", "serve", "--port", "0", "--workers", str(workers)]
    with (
        log.open("w") as err,
        subprocess.Popen(  # noqa: S603  our own command
            command,
            stdout=subprocess.PIPE,
            stderr=err,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[2], psutil.Process(process.pid)
        finally:
            process.terminate()


def posted(address: str, body: str) -> str:
    """What the service answers to *body*; an error if it is not 200."""
    request = urllib.request.Request(  # noqa: S310  our own address
        f"{address}/determinations",
        body.encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        text: str = answer.read().decode()
    return text


def script(folder: Path, name: str, bodies: Sequence[str]) -> Path:
    """A Lua script for wrk that posts *bodies* in turn; without any it asks for what its address says."""
    path = folder / f"{name}.lua"
    listed = ",\n".join(f"[==[{body}]==]" for body in bodies)
    path.write_text((f"local bodies = {{{listed}}}\n{POST}" if bodies else "") + DONE, encoding="utf-8")
    return path


def wrk(url: str, lua: Path, connections: int, seconds: float) -> dict[str, Any]:
    """The report of wrk, after it has driven *url*. Any answer but 200 ends the benchmark."""
    command = [
        "wrk",
        "-t1",
        f"-c{connections}",
        f"-d{round(seconds)}s",
        "--timeout",
        "60s",
        "-s",
        str(lua),
        url,
    ]
    out = subprocess.run(  # noqa: S603  our own command
        command,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    report: dict[str, Any] = json.loads(out.splitlines()[-1])
    if report["wrong"]:
        sys.exit(f"{report['wrong']} answers were wrong:\n{out}")
    return report


def made(shape: Mapping[str, Any], book: RuleBook, *, sensitivity: bool) -> str:
    """The JSON that the library makes of a case as the service gets it: read, determined, rendered."""
    case = CaseFile.model_validate(shape)
    determination = determine(case, book)
    return render(analysed(determination, analyse(case, book)) if sensitivity else determination, "json")


def directly(shapes: Sequence[Mapping[str, Any]], seconds: float, *, sensitivity: bool) -> float:
    """Determinations a second in this process, over *shapes* in turn."""
    book = RuleBook.load()
    for shape in shapes:
        made(shape, book, sensitivity=sensitivity)
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        made(shapes[done % len(shapes)], book, sensitivity=sensitivity)
        done += 1
    return done / (time.perf_counter() - start)


def on_every_core(
    shapes: Sequence[Mapping[str, Any]], seconds: float, processes: int, *, sensitivity: bool
) -> float:
    """Determinations a second of the library alone, in so many *processes* at once."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        each = [pool.submit(directly, shapes, seconds, sensitivity=sensitivity) for _ in range(processes)]
        return sum(one.result() for one in each)


def soak(address: str, lua: Path, process: psutil.Process, seconds: float) -> Soak:
    """The requests answered and the memory used while eight connections drive the server for *seconds*."""
    whole = Soak(seconds)
    report: dict[str, Any] = {}
    driving = threading.Thread(target=lambda: report.update(wrk(address, lua, 8, seconds)))
    start = time.perf_counter()
    driving.start()
    while driving.is_alive():
        whole.resident.append((time.perf_counter() - start, process.memory_info().rss / 2**20))
        driving.join(seconds / SAMPLES)
    if not report:
        sys.exit("the soak was broken off")
    whole.answered = report["requests"]
    return whole


def measure(seconds: float, soaking: float, workers: int) -> tuple[list[Rate], Soak | None]:
    """Every row, and the soak if there is to be one."""
    book = RuleBook.load()
    shapes = [dumped(CaseFile.load(path)) for path in sorted(ROOT.glob("examples/*/case.yaml"))]
    kinds = {PLAIN: False, SENSITIVE: True}
    rates = []
    with tempfile.TemporaryDirectory() as name, served(Path(name, "log"), workers) as (address, process):
        folder = Path(name)
        for row, sensitivity in kinds.items():
            for shape in shapes:
                if posted(address, asked(shape, sensitivity=sensitivity)) != made(
                    shape, book, sensitivity=sensitivity
                ):
                    sys.exit(f"{row}: the answer on {shape['case']} is not what the library makes")
        say(f"{len(shapes)} examples, each answer as the library makes it; {address}")
        scripts = {
            row: script(folder, f"{i}", [asked(shape, sensitivity=each) for shape in shapes])
            for i, (row, each) in enumerate(kinds.items())
        }
        scripts[HEALTH] = script(folder, "health", [])
        for row in (HEALTH, *kinds):
            if row in kinds:
                alone = on_every_core(shapes, seconds, workers, sensitivity=kinds[row])
                rates.append(Rate(row, None, alone))
                say(f"  {row}, the library alone: {alone:.1f}/s")
            for connections in CONNECTIONS:
                report = wrk(f"{address}/health", scripts[row], connections, seconds)
                rates.append(
                    Rate(
                        row,
                        connections,
                        report["requests"] / report["us"] * 1e6,
                        report["p50"] / 1000,
                        report["p99"] / 1000,
                    )
                )
                say(f"  {row}, {connections}: {rates[-1].per_second:.1f}/s")
        if not soaking:
            return rates, None
        drawing = WholeHearings(book)
        drawn = [dumped(drawing.from_example(part)) for part in ("1", "2") for _ in range(DRAWN // 2)]
        say(f"soak of {soaking:.0f} s")
        return rates, soak(
            address,
            script(folder, "soak", [asked(shape, sensitivity=False) for shape in (*shapes, *drawn)]),
            process,
            soaking,
        )


def dumped(case: CaseFile) -> dict[str, Any]:
    """*case* as it is sent."""
    return case.model_dump(mode="json", exclude_none=True)


def asked(shape: Mapping[str, Any], *, sensitivity: bool) -> str:
    """The body that asks for a determination."""
    return json.dumps({"case_file": shape, "sensitivity": sensitivity, "precedents": False})


def tables(
    rates: Sequence[Rate], soaked: Soak | None, load: Sequence[tuple[float, float, float]]
) -> Iterator[str]:
    """The tables, as Markdown."""
    yield (
        f"{os.cpu_count()} cores; load average (one minute) {load[0][0]:.1f} before, {load[1][0]:.1f} "
        "after. Wall clock."
    )
    alone = {rate.row: rate.per_second for rate in rates if rate.connections is None}
    yield table(
        ("row", "connections", "requests/s", "share", "p50, ms", "p99, ms"),
        (
            (
                f"{rate.row}: {'the service' if rate.connections else 'the library alone'}",
                str(rate.connections or ""),
                f"{rate.per_second:,.1f}",
                f"{rate.per_second / alone[rate.row]:.0%}" if rate.row in alone else "",
                *("" if each is None else f"{each:,.1f}" for each in (rate.p50, rate.p99)),
            )
            for rate in rates
        ),
    )
    if soaked is not None:
        sampled = soaked.resident[:: max(1, len(soaked.resident) // 12)]
        yield table(
            ("seconds of soak", "resident MB"), ((f"{at:,.0f}", f"{size:.1f}") for at, size in sampled)
        )
        yield (
            f"{soaked.answered:,} determinations in {soaked.seconds:,.0f} s, all answered 200; "
            f"grown by {soaked.growth:.1f} MB after the first {WARM_UP:.0%} of it."
        )


def main() -> None:
    """Read the options, measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=10, help="how long each row is driven")
    parser.add_argument(
        "--soak", type=float, default=120, help="how long the soak takes, in seconds; 0 for none"
    )
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="processes of the service and of the library"
    )
    parser.add_argument("--json", type=Path, help="write every number to this file as well")
    options = parser.parse_args()
    if options.seconds < 1 or options.soak < 0:
        parser.error("--seconds is at least 1, --soak at least 0")
    before = os.getloadavg()
    rates, soaked = measure(options.seconds, options.soak, options.workers)
    print("\n\n".join(tables(rates, soaked, (before, os.getloadavg()))))
    if options.json:
        record = {"rates": [vars(rate) for rate in rates], "resident_mb": soaked.resident if soaked else []}
        options.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
