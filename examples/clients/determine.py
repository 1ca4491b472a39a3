"""Determines one case and then a batch, and prints each outcome.

    python determine.py http://127.0.0.1:8000

It needs nothing but Python. With the package installed, mypy knows each fact and its answers from
extradition.facts.
"""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extradition.facts import Part1CaseFile

CASE: Part1CaseFile = {
    "case": "A conviction in absence",
    "part": 1,
    "territory": "RO",
    "taken_from": "EA 2003 s 20(1)",
    "dates": {"arrest": "2023-02-01", "hearing": "2024-06-03"},
    "offences": [
        {
            "id": "burglary",
            "case_type": "conviction",
            "findings": {
                "convicted_in_presence": {"answer": "no", "by": "judge"},
                "deliberately_absent": {"answer": "no", "by": "judge"},
                "retrial_right": "if_court_finds_no_deliberate_absence",
                "rehearing": "retrial",
                "minimum_retrial_rights": "yes",
            },
        }
    ],
}
UNCHANGED = 412


def determine(address: str, asked: dict[str, Any], tag: str = "") -> tuple[dict[str, Any] | None, str]:
    """The note on one case and its entity tag; no note if *tag* says that nothing is new."""
    headers = {"Content-Type": "application/json", **({"If-None-Match": tag} if tag else {})}
    request = urllib.request.Request(
        f"{address.rstrip('/')}/v1/determinations?detail=note", json.dumps(asked).encode(), headers
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer), answer.headers["ETag"]
    except urllib.error.HTTPError as error:
        if error.code == UNCHANGED:
            return None, tag
        raise refusal(error) from None


def refusal(error: urllib.error.HTTPError) -> SystemExit:
    """The exit that says why a request was refused: by the service, or by a server before it."""
    text = error.read().decode(errors="replace")
    if error.headers.get_content_type() == "application/problem+json":
        return SystemExit(json.loads(text)["detail"])
    return SystemExit(f"{error.code} {error.reason}: {text[:1000].strip()}")


def batch(address: str, lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The answer to each line, in order, each as soon as it is there."""
    body = "".join(json.dumps(line) + "\n" for line in lines).encode()
    request = urllib.request.Request(
        f"{address.rstrip('/')}/v1/batch?detail=note", body, {"Content-Type": "application/x-ndjson"}
    )
    try:
        with urllib.request.urlopen(request) as answers:
            yield from map(json.loads, answers)
    except urllib.error.HTTPError as error:
        raise refusal(error) from None


def main(address: str) -> None:
    """Print the outcomes."""
    asked = {"case_file": CASE, "metadata": {"desk": "7"}}
    note, tag = determine(address, asked)
    if note is not None:
        print(f"{note['outcome']} (desk {note['metadata']['desk']})")
    again, _ = determine(address, asked, tag)
    print("nothing new" if again is None else again["outcome"])
    for answer in batch(
        address, ({"id": law, "case_file": CASE, "law": law} for law in ("merticariu", "before-merticariu"))
    ):
        made = answer.get("determination")
        print(f"{answer['id']}: {made['outcome'] if made else answer['problem']['detail']}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
