"""The time of an update of the page in a browser, its weight, and its height on a phone.

    python benchmarks/page.py [--updates 40] [--json FILE]

Starts ``extradition serve`` as a process on this machine and drives Chromium, which must be installed. An
update is timed in the page: from the click on an answer to the change of the page. The answers of one fact
are chosen in turn, so that each update is of another case.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright
from timing import say, table

CHROMIUM = "/usr/bin/chromium-headless-shell"
CASES = {
    "part_1_mixed_offences": "section-21",
    "part_1_conviction": "section-21",
    "half_complete": "section-20-5",
}
"""The examples, with the stage whose first answers are changed."""
WARM_UP = 4
PHONE: ViewportSize = {"width": 390, "height": 844}
UPDATED = """
(button) => new Promise((resolve) => {
  const began = performance.now();
  const observer = new MutationObserver(() => { observer.disconnect(); resolve(performance.now() - began); });
  observer.observe(document.getElementById("case-form"), { childList: true, subtree: true });
  button.click();
})
"""


@dataclass(frozen=True)
class Measured:
    """The page of one example: times in milliseconds, weight in bytes, heights in pixels."""

    example: str
    median: float
    p95: float
    longest: float
    bytes: int
    phone_height: int
    phone_brief: int
    phone_determination: int


@contextmanager
def served() -> Iterator[str]:
    """The address of a service of this rule book, which ends with the block."""
    command = [sys.executable, "-m", "extradition", "serve", "--port", "0"]
    with subprocess.Popen(  # noqa: S603  our own line
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            found = re.search(r"http://[\w.:]+", line)
            if found is None:
                raise RuntimeError(f"the service did not say its address: {line!r}")
            yield found[0]
        finally:
            process.terminate()


def measured(browser: Browser, address: str, example: str, updates: int) -> Measured:
    """The page of *example* after so many *updates*.

    Args:
        browser: a browser.
        address: the address of the service.
        example: the name of a worked example.
        updates: the number of updates that are timed.
    """
    stage, url = CASES[example], f"{address}/case?example={example}"
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    answer = page.goto(url)
    weight = len(answer.body()) if answer else 0
    page.goto(f"{url}&opened={stage}")
    page.evaluate("each => { each.open = true; }", page.query_selector(f"#{stage}"))
    entry = page.locator(f"#{stage} details.entry").first
    name = entry.locator("input[type=radio]").first.get_attribute("name")
    answers = [each.get_attribute("value") for each in page.locator(f"input[name='{name}']").all()][:3]
    times = []
    for number in range(WARM_UP + updates):
        button = page.query_selector(f"input[name='{name}'][value='{answers[(number + 1) % len(answers)]}']")
        times.append(page.evaluate(UPDATED, button))
    page.close()
    phone = browser.new_page(viewport=PHONE)
    phone.goto(url)
    height = phone.evaluate("document.documentElement.scrollHeight")
    tops = [
        round(phone.evaluate(f"document.getElementById('{part}').getBoundingClientRect().top"))
        for part in ("brief", "determination")
    ]
    phone.close()
    timed = sorted(times[WARM_UP:])
    p95 = timed[int(0.95 * (len(timed) - 1))]
    return Measured(example, statistics.median(timed), p95, timed[-1], weight, height, *tops)


def main() -> None:
    """Time the page of each example and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--updates", type=int, default=40, help="updates timed for each example")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
        each = [measured(browser, address, example, options.updates) for example in CASES]
        browser.close()
    say("One update in the browser (ms), weight (kB); on a phone: its height, and the way down (px)")
    rows = [
        [
            one.example,
            *(f"{time:.0f}" for time in (one.median, one.p95, one.longest)),
            f"{one.bytes / 1000:.0f}",
            f"{one.phone_height:,}",
            f"{one.phone_brief:,}",
            f"{one.phone_determination:,}",
        ]
        for one in each
    ]
    print(
        table(
            [
                "example",
                "median",
                "p95",
                "longest",
                "kB",
                "phone height",
                "to the outcome",
                "to the determination",
            ],
            rows,
        )
    )
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in each], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
