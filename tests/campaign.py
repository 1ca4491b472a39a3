"""A campaign of case files with changes made at random: each is determined or refused, and none fails.

`make campaign` tries 100,000, and `make campaign N=5000` so many. `python tests/campaign.py --only 4711`
tries one again and prints it. The same number is always the same case while the examples, the decided cases
and the rules are the same. Both readings derive each case, so a difference between them fails too.
"""

import argparse
import copy
import datetime as dt
import json
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extradition import (
    CaseFile,
    Determination,
    RuleBook,
    compare,
    determine,
    further_information,
    paper,
    render,
    source,
)
from extradition.casework.papers.kinds import named_papers
from extradition.source import Document
from extradition.source.errors import EngineError, ExtraditionError

ROOT = Path(__file__).parents[1]
SEED = 2003
SLOW = 2
"""The seconds of processor time after which a case is listed as slow."""
_FEW, _MANY = 4, 40
"""The most offences of most cases, and of one in five hundred."""
_ODD = (
    *(
        "",
        " ",
        "yes",
        "no",
        "null",
        "~",
        "0",
        "-1",
        "1e999",
        "9" * 400,
        "x" * 6000,
        "\u202e",
        "\x00",
        "é\u0301",
    ),
    *(
        "2024-02-30",
        "0001-01-01",
        "9999-12-31",
        "2015-06-01/2015-05-01",
        "between",
        "life",
        "2 years less one day",
    ),
    *([], {}, [[]], [{}], None, True, 7, 1.5, float("nan"), {"answer": "yes"}, {"": ""}, ["yes", "no"]),
)
_LINES = (
    "- x",
    "  y: z",
    "\t",
    "---",
    "...",
    "&a *a",
    "!!python/object x",
    "? [a]",
    "case: again",
    "#",
    "{",
    "]: [",
)
Content = Any
Place = tuple[str | int, ...]
Change = Callable[[random.Random, Content], None]
_AUTHORS = (
    *(
        ("judge", None),
        ("judge", "found"),
        ("parties", "agreed"),
        ("parties", None),
        ("requested person", None),
    ),
    *(
        (side, status)
        for side in ("requesting authority", "requested person")
        for status in ("asserted", "disputed")
    ),
    *(("requested person", "not in issue"), ("author of the case file", "assumed"), (None, None)),
)


@dataclass
class Result:
    """What came of a campaign: how many cases of each outcome, each failure, and each slow case."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slow: list[tuple[float, int]] = field(default_factory=list)


class Campaign:
    """Case files with changes, by their number.

    Args:
        rule_book: the law.
        seed: chooses the changes.
    """

    def __init__(self, rule_book: RuleBook, seed: int = SEED) -> None:
        self._book = rule_book
        self._seed = seed
        paths = [*ROOT.glob("examples/*/case.yaml"), *ROOT.glob("precedents/*.yaml")]
        self._texts = [path.read_text(encoding="utf-8") for path in sorted(paths)]
        self._contents = [source.parse("case.yaml", text).content for text in self._texts]
        self._facts = sorted(rule_book.facts)
        self._questions = sorted(rule_book.questions)
        self._names = [*self._facts, *sorted({each.name for each in rule_book.questions.values()})]
        self._fitting: tuple[Change, ...] = (*((self._answered,) * 3), self._found, self._found, self._dated)
        """Changes that mostly leave a case that is determined."""
        self._changes: tuple[Change, ...] = (
            *self._fitting,
            *(self._headed, self._odd, self._without, self._swapped, self._repeated, self._renamed),
        )

    def document(self, number: int) -> Document | str:
        """The content of case *number*, or its text if the text was changed."""
        draw = random.Random(f"{self._seed}:{number}")
        which = draw.randrange(len(self._texts))
        if draw.random() < 1 / 8:
            return self._garbled(draw, self._texts[which])
        content = copy.deepcopy(self._contents[which])
        changes = self._fitting if draw.random() < 2 / 3 else self._changes
        for _ in range(draw.choice((1, 1, 2, 3, 5, 8))):
            draw.choice(changes)(draw, content)
        _bound(content, _MANY if draw.random() < 1 / 500 else _FEW)
        return Document("case.yaml", content)

    def run(self, numbers: Iterator[int] | range) -> Result:
        """What comes of the cases with these *numbers*."""
        result = Result()
        for number in numbers:
            began = time.process_time()
            try:
                result.outcomes[self.outcome(number)] += 1
            except Exception:  # noqa: BLE001  what the campaign looks for
                result.failures.append(f"case {number}: {traceback.format_exc()}")
            took = time.process_time() - began
            if took > SLOW:
                result.slow.append((took, number))
        return result

    def outcome(self, number: int) -> str:
        """The outcome of case *number*, or ``refused``.

        Raises:
            Exception: any but the documented refusals, and an ``EngineError``, is a failure.
        """
        document = self.document(number)
        try:
            if isinstance(document, str):
                case = CaseFile.parse("case.yaml", document)
            else:
                made, problems = CaseFile.examined(document)
                if made is None or problems:
                    raise source.SourceError(problems)
                case = made
            determination = determine(case, self._book)
        except EngineError:
            raise
        except ExtraditionError as refused:
            str(refused)
            return "refused"
        self._reported(case, determination, number)
        return determination.outcome

    def _reported(self, case: CaseFile, determination: Determination, number: int) -> None:
        """Make one more report on every fiftieth case, each kind in turn."""
        turn, rest = divmod(number, 50)
        if rest:
            return
        reports: tuple[Callable[[], object], ...] = (
            lambda: render(determination, "md", depth="full"),
            lambda: render(determination, "html"),
            lambda: Determination.model_validate_json(render(determination, "json")),
            lambda: render(compare([case], self._book, sorted(self._book.laws)[:3]), "csv"),
            lambda: further_information(case, self._book),
            *(
                lambda kind=kind: render(paper(case, self._book, *kind), "html")
                for kind in named_papers(self._book.parties).values()
            ),
        )
        try:
            reports[turn % len(reports)]()
        except EngineError:
            raise
        except ExtraditionError:  # such as a law that the Part does not have
            return

    def _garbled(self, draw: random.Random, text: str) -> str:
        """*text* with a few changes to its lines and letters."""
        lines = text.split("\n")
        for _ in range(draw.choice((1, 1, 2, 4))):
            at = draw.randrange(len(lines))
            line = lines[at]
            letter = draw.randrange(len(line) + 1)
            lines[at : at + 1] = draw.choice(
                (
                    [],
                    [line, line],
                    [f"  {line}"],
                    [line[2:]],
                    [line[:letter] + draw.choice(":{}[]'\"#&*!|>%@`,-?\t\x07\u2028é") + line[letter:]],
                    [line[:letter] + line[letter + 1 :]],
                    [line, draw.choice(_LINES)],
                    [line[:letter]],
                )
            ) or [""]
        return "\n".join(lines[: draw.randrange(len(lines))] if draw.random() < 1 / 20 else lines)

    def _answered(self, draw: random.Random, content: Content) -> None:
        """Another answer to a finding that is there: one that the fact has."""
        holders = [each for each in _mappings(content, "findings") if each]
        if holders:
            holder = draw.choice(holders)
            name = draw.choice(list(holder))
            holder[name] = self._finding(draw, name)

    def _found(self, draw: random.Random, content: Content) -> None:
        """A finding on any fact or question, on the person or on an offence."""
        part = str(content.get("part", 1))
        of_matter = sorted(self._book.subjects.get(part, ()))
        name = draw.choice(of_matter if of_matter and draw.random() < 1 / 2 else self._names)
        offences = [*_mappings(content, "offences")]
        is_on_person = part in self._book.starts_at and self._book.about(part, name) == "person"
        holder = content if is_on_person or not offences else draw.choice(offences)
        if isinstance(holder.setdefault("findings", {}), dict):
            holder["findings"][name] = self._finding(draw, name)

    def _finding(self, draw: random.Random, name: str) -> Content:
        fact = self._book.facts.get(name)
        answers = [*fact.answers] if fact else ["yes", "no"]
        if fact and fact.unit:
            answers += [str(draw.randrange(40)), "2 years less one day", "18 months"]
        answer = draw.choice(answers)
        by, status = draw.choice(_AUTHORS)
        long = {
            "answer": answer,
            "by": by,
            "status": status,
            "reasons": "A reason" if status == "assumed" else None,
        }
        finding = {key: value for key, value in long.items() if value is not None}
        return draw.choice((answer, finding, finding, [finding, self._other(draw, answers)]))

    @staticmethod
    def _other(draw: random.Random, answers: list[str]) -> Content:
        return {
            "answer": draw.choice(answers),
            "by": draw.choice(("requesting authority", "requested person")),
        }

    @staticmethod
    def _dated(draw: random.Random, content: Content) -> None:
        """Another day, a span of days, or none."""
        day = dt.date(2003, 6, 1) + dt.timedelta(days=draw.randrange(9_000))
        later = day + dt.timedelta(days=draw.randrange(2_000))
        said = draw.choice(
            (day.isoformat(), day.isoformat(), f"{day}/{later}", {"from": str(day), "until": str(later)})
        )
        places = [place for place in _places(content) if "date" in str(place[-1]) or "dates" in place]
        if places:
            _put(content, draw.choice(places), said)

    def _headed(self, draw: random.Random, content: Content) -> None:
        """Another Part, territory, start or type of case."""
        name, values = draw.choice(
            (
                ("part", ["1", "2", "3"]),
                ("territory", ["RO", "IN", "US", "GB", "IT", "HK", "XX"]),
                ("taken_from", self._questions),
                ("case_type", ["accusation", "conviction", "other"]),
            )
        )
        holders = [content] if name != "case_type" else [*_mappings(content, "offences")]
        if holders and isinstance(holder := draw.choice(holders), dict):
            holder[name] = draw.choice(values)

    @staticmethod
    def _odd(draw: random.Random, content: Content) -> None:
        _put(content, draw.choice(_places(content)), copy.deepcopy(draw.choice(_ODD)))

    @staticmethod
    def _without(draw: random.Random, content: Content) -> None:
        *way, last = draw.choice(_places(content))
        holder = _at(content, tuple(way))
        del holder[last]

    @staticmethod
    def _swapped(draw: random.Random, content: Content) -> None:
        places = _places(content)
        one, other = draw.choice(places), draw.choice(places)
        if one[: len(other)] != other and other[: len(one)] != one:
            first, second = _at(content, one), _at(content, other)
            _put(content, one, second)
            _put(content, other, first)

    @staticmethod
    def _repeated(draw: random.Random, content: Content) -> None:
        lists = [
            found for place in _places(content) if isinstance(found := _at(content, place), list) and found
        ]
        if lists:
            chosen = draw.choice(lists)
            again = copy.deepcopy(draw.choice(chosen))
            if isinstance(again, dict) and "id" in again and draw.random() < 2 / 3:
                again["id"] = f"again-{draw.randrange(100)}"
            chosen.append(again)

    def _renamed(self, draw: random.Random, content: Content) -> None:
        *way, last = draw.choice(_places(content))
        holder = _at(content, tuple(way))
        if isinstance(holder, dict):
            holder[draw.choice((*self._names, f"{last}s", "offences", "warrants", "by"))] = holder.pop(last)


def _places(content: Content, place: Place = ()) -> list[Place]:
    """Every place in *content* but its root; the root's first key if there is no other."""
    found: list[Place] = []
    inner = (
        content.items()
        if isinstance(content, dict)
        else enumerate(content)
        if isinstance(content, list)
        else ()
    )
    for key, value in inner:
        found += [(*place, key), *_places(value, (*place, key))]
    if not place and not found:
        content["case"] = "x"
        return [("case",)]
    return found


def _at(content: Content, place: Place) -> Content:
    for key in place:
        content = content[key]
    return content


def _put(content: Content, place: Place, value: Content) -> None:
    _at(content, place[:-1])[place[-1]] = value


def _mappings(content: Content, name: str) -> Iterator[Content]:
    """Every mapping under the key *name*, or in a list under it."""
    for place in _places(content):
        found = _at(content, place)
        in_list = len(place) > 1 and place[-2] == name and isinstance(place[-1], int)
        if isinstance(found, dict) and (place[-1] == name or in_list):
            yield found


def _bound(content: Content, most: int) -> None:
    """Leave at most so many offences, and repeat the first up to so many where many are tried."""
    for place in _places(content):
        if place[-1] == "offences" and isinstance(listed := _at(content, place), list):
            if most == _MANY and listed and isinstance(listed[0], dict):
                listed += [{**copy.deepcopy(listed[0]), "id": f"more-{i}"} for i in range(most)]
            del listed[most:]


def main() -> int:
    """Run a campaign and print what came of it; 1 if a case failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--number", type=int, default=100_000, help="the number of cases (default: 100,000)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--seed", type=int, default=SEED, help=f"chooses the changes (default: {SEED})")
    parser.add_argument("--only", type=int, help="print this case, and try it alone")
    options = parser.parse_args()
    campaign = Campaign(RuleBook.load(), options.seed)
    numbers = range(options.first, options.first + options.number)
    if options.only is not None:
        document = campaign.document(options.only)
        numbers = range(options.only, options.only + 1)
        sys.stdout.write(
            document if isinstance(document, str) else json.dumps(document.content, indent=1, default=str)
        )
    began = time.process_time()
    result = campaign.run(numbers)
    for failure in result.failures:
        sys.stdout.write(f"{failure}\n")
    for took, number in sorted(result.slow, reverse=True)[:20]:
        sys.stdout.write(f"case {number} took {took:.1f} s\n")
    counted = ", ".join(f"{outcome} {count:,}" for outcome, count in result.outcomes.most_common())
    spent = time.process_time() - began
    sys.stdout.write(
        f"{len(numbers):,} cases in {spent:.0f} s: {counted}; {len(result.failures)} failed, "
        f"{len(result.slow)} took more than {SLOW} s\n"
    )
    return 1 if result.failures else 0


if __name__ == "__main__":
    sys.exit(main())
