"""Requests a second of the service and the time that each takes, compared with the library called directly
in as many processes; then the memory it uses.

    python benchmarks/service.py [--seconds 10] [--rounds 3] [--soak 120] [--workers N] [--before TREE]
        [--json FILE]

Starts ``extradition serve`` as a process on this machine and drives it with wrk, which must be installed. The
share says how much the service keeps of what the library alone makes on the same cores, in the same run. The
processor time of the service is that of its processes together, without wrk; on a machine that has other work
its share says more than that of the requests. With ``--before`` the service of another tree is measured in
turn with this one. Before anything is timed, each worked example is posted once and the answer compared with
what the library makes. Exits with 1 if any answer differs, or is not 200.
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
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cases import ROOT, WholeHearings
from timing import say, table

from extradition import CaseFile, RuleBook, analyse, analysed, determine, render

if TYPE_CHECKING:
    import psutil

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
    """What one round measured of one row: of the library, or of a service with so many *connections*.

    ``processor`` is the processor time of each determination, in milliseconds.
    """

    row: str
    of: str
    connections: int | None
    per_second: float
    processor: float
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


@dataclass(frozen=True)
class Service:
    """A server in a process of its own: what the table calls it, its address and its process."""

    of: str
    address: str
    process: psutil.Process

    def processor(self) -> float:
        """The seconds of processor time of the server and of its workers, also of those that ended."""
        own = self.process.cpu_times()
        live = [each.cpu_times() for each in self.process.children()]
        spent = sum(each.user + each.system for each in (own, *live))
        return float(own.children_user + own.children_system + spent)


@contextmanager
def served(of: str, tree: Path, log: Path, workers: int) -> Iterator[Service]:
    """The service of the package in *tree*."""
    import psutil  # noqa: PLC0415  the examples and the drawing need none

    command = [sys.executable, "-m", "extradition", "serve", "--port", "0", "--workers", str(workers)]
    with (
        log.open("w") as err,
        subprocess.Popen(  # noqa: S603  our own command
            command,
            stdout=subprocess.PIPE,
            stderr=err,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tree / "src"), *sys.path[1:]])},
        ) as process,
    ):
        assert process.stdout is not None
        try:
            yield Service(of, process.stdout.readline().split()[2], psutil.Process(process.pid))
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


def warm(address: str, bodies: Sequence[str], workers: int) -> None:
    """Have every worker at work once. A connection that the row before broke off may have cost one."""
    with ThreadPoolExecutor(2 * workers) as threads:
        for _ in threads.map(lambda body: posted(address, body), 2 * [*bodies]):
            pass


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


def directly(
    shapes: Sequence[Mapping[str, Any]], seconds: float, *, sensitivity: bool
) -> tuple[float, float]:
    """Determinations a second in this process over *shapes* in turn, and the processor time of each."""
    book = RuleBook.load()
    for shape in shapes:
        made(shape, book, sensitivity=sensitivity)
    done, start, used = 0, time.perf_counter(), time.process_time()
    while time.perf_counter() - start < seconds:
        made(shapes[done % len(shapes)], book, sensitivity=sensitivity)
        done += 1
    return done / (time.perf_counter() - start), (time.process_time() - used) / done


def alone(row: str, shapes: Sequence[Mapping[str, Any]], seconds: float, processes: int) -> Rate:
    """What the library alone makes in so many *processes* at once."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        asked = [
            pool.submit(directly, shapes, seconds, sensitivity=row == SENSITIVE) for _ in range(processes)
        ]
        each = [one.result() for one in asked]
    processor = statistics.mean(used for _, used in each) * 1000
    return Rate(row, "the library alone", None, sum(rate for rate, _ in each), processor)


def driven(row: str, service: Service, lua: Path, connections: int, seconds: float) -> Rate:
    """What wrk makes of one *service*."""
    used = service.processor()
    report = wrk(f"{service.address}/health", lua, connections, seconds)
    return Rate(
        row,
        service.of,
        connections,
        report["requests"] / report["us"] * 1e6,
        (service.processor() - used) / report["requests"] * 1000,
        report["p50"] / 1000,
        report["p99"] / 1000,
    )


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


@dataclass(frozen=True)
class Options:
    """What is measured, and for how long."""

    seconds: float
    rounds: int
    soak: float
    workers: int
    before: Path | None


def examples() -> list[dict[str, Any]]:
    """The worked examples, as they are sent."""
    return [dumped(CaseFile.load(path)) for path in sorted(ROOT.glob("examples/*/case.yaml"))]


def compare_answers(service: Service, shapes: Sequence[Mapping[str, Any]], book: RuleBook) -> None:
    """End the benchmark if the *service* answers anything but what the library makes."""
    for sensitivity in (False, True):
        for shape in shapes:
            answer = posted(service.address, asked(shape, sensitivity=sensitivity))
            if answer != made(shape, book, sensitivity=sensitivity):
                sys.exit(f"{service.of}: the answer on {shape['case']} is not what the library makes")


def measure(options: Options) -> tuple[list[Rate], Soak | None]:
    """Every row of every round, and the soak if there is to be one."""
    book, shapes = RuleBook.load(), examples()
    trees = {"the service": ROOT} | ({"the service before": options.before} if options.before else {})
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        services = [
            running.enter_context(served(of, tree, folder / f"{i}.log", options.workers))
            for i, (of, tree) in enumerate(trees.items())
        ]
        compare_answers(services[0], shapes, book)
        say(f"{len(shapes)} examples, each answer as the library makes it; {services[0].address}")
        rates = [*rows(options, services, shapes, folder)]
        return rates, soaked(options.soak, services[0], shapes, folder) if options.soak else None


def rows(
    options: Options, services: Sequence[Service], shapes: Sequence[Mapping[str, Any]], folder: Path
) -> Iterator[Rate]:
    """Each row, in rounds: the library, then each service with each number of connections."""
    for row, sensitivity in ((HEALTH, None), (PLAIN, False), (SENSITIVE, True)):
        bodies = [] if sensitivity is None else [asked(shape, sensitivity=sensitivity) for shape in shapes]
        lua = script(folder, row.partition("/")[2].replace("/", " "), bodies)
        for i in range(options.rounds):
            if bodies:
                yield alone(row, shapes, options.seconds, options.workers)
            for connections in CONNECTIONS:
                for service in services:
                    warm(service.address, bodies, options.workers)
                    yield driven(row, service, lua, connections, options.seconds)
            say(f"  {row}: round {i + 1}; load average {os.getloadavg()[0]:.1f}")


def soaked(seconds: float, service: Service, shapes: Sequence[Mapping[str, Any]], folder: Path) -> Soak:
    """The soak of *service*, over the examples and over cases drawn from them."""
    drawing = WholeHearings(RuleBook.load())
    drawn = [dumped(drawing.from_example(part)) for part in ("1", "2") for _ in range(DRAWN // 2)]
    say(f"soak of {seconds:.0f} s")
    bodies = [asked(shape, sensitivity=False) for shape in (*shapes, *drawn)]
    return soak(service.address, script(folder, "soak", bodies), service.process, seconds)


def dumped(case: CaseFile) -> dict[str, Any]:
    """*case* as it is sent."""
    return case.model_dump(mode="json", exclude_none=True)


def asked(shape: Mapping[str, Any], *, sensitivity: bool) -> str:
    """The body that asks for a determination."""
    return json.dumps({"case_file": shape, "sensitivity": sensitivity, "precedents": False})


def cells(rates: Sequence[Rate], library: Sequence[Rate] | None) -> tuple[str, ...]:
    """The cells of one row. A share is the median of those of the rounds, each against the library in the
    same round.
    """
    first = rates[0]
    pairs = [*zip(rates, library or (), strict=False)] if first.connections else []
    shares = (
        [one.per_second / other.per_second for one, other in pairs],
        [other.processor / one.processor for one, other in pairs],
    )
    kept = [f"{statistics.median(share):.0%}" if share else "" for share in shares]

    def median(name: str, places: int = 1) -> str:
        values = [getattr(rate, name) for rate in rates]
        return "" if None in values else f"{statistics.median(values):,.{places}f}"

    return (
        f"{first.row}: {first.of}",
        str(first.connections or ""),
        *(median("per_second"), kept[0], median("processor", 2), kept[1], median("p50"), median("p99")),
    )


def tables(
    rates: Sequence[Rate], soaked: Soak | None, load: Sequence[tuple[float, float, float]]
) -> Iterator[str]:
    """The tables, as Markdown: the median of the rounds."""
    yield f"{os.cpu_count()} cores; load average {load[0][0]:.1f} before, {load[1][0]:.1f} after."
    rounds: dict[tuple[str, str, int | None], list[Rate]] = {}
    for rate in rates:
        rounds.setdefault((rate.row, rate.of, rate.connections), []).append(rate)
    heads = ("row", "connections", "requests/s", "share", "processor, ms", "share", "p50, ms", "p99, ms")
    yield table(
        heads, (cells(each, rounds.get((each[0].row, "the library alone", None))) for each in rounds.values())
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
    parser.add_argument("--rounds", type=int, default=3, help="how often; the table has the medians")
    parser.add_argument("--before", type=Path, help="a tree whose service is measured in turn with this one")
    parser.add_argument(
        "--soak", type=float, default=120, help="how long the soak takes, in seconds; 0 for none"
    )
    parser.add_argument(
        "--workers",
        type=int,
        default=os.cpu_count() or 1,
        help="processes of the service, and of the library",
    )
    parser.add_argument("--json", type=Path, help="write every number to this file as well")
    options = parser.parse_args()
    if options.seconds < 1 or options.soak < 0 or options.rounds < 1:
        parser.error("--seconds and --rounds are at least 1, --soak at least 0")
    before = os.getloadavg()
    wanted = Options(options.seconds, options.rounds, options.soak, options.workers, options.before)
    rates, soaked = measure(wanted)
    print("\n\n".join(tables(rates, soaked, (before, os.getloadavg()))))
    if options.json:
        record = {"rates": [vars(rate) for rate in rates], "resident_mb": soaked.resident if soaked else []}
        options.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
