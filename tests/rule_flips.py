"""Flipped answers in the question files of every rule book, each of which the tests of law must notice.

`make mutation-rules` tries every flip and lists those that nothing notices. `python tests/rule_flips.py
--only section_44` tries the flips of some files. The flips are: the answer of a version turned round; the
consequences of yes and no swapped; one answer of one fact moved from the side of yes to that of no, or back.

`mutation.py` says what notices a flip. A flip that changes no answer on any set of facts makes no difference.
A flip that nothing notices is explained in `rule_flips_explained.yaml`.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mutation import CASES, RULES, Mutant, Mutants, Run, judged, reported

from extradition import source

EXPLAINED: dict[str, dict[str, str]] = source.read(
    Path(__file__).with_name("rule_flips_explained.yaml")
).content
"""By the name of the file and the flip, the reason why no test of law notices it."""
TURNED, SWAPPED, MOVED = "condition: turned round", "yes and no swapped", "condition: answer moved"
_Answers = dict[str, tuple[str, ...]]


def flips(path: Path, content: Any, answers: _Answers) -> Iterator[Mutant]:
    """Every flip of one question file.

    Args:
        path: the file.
        content: its content.
        answers: the closed list of each fact; a name without one is a question.
    """
    yield from (mutant for mutant in Mutants(path, content, answers) if mutant.kind == SWAPPED)
    for i, version in enumerate(content["versions"]):
        sides = _sides(version, answers)
        if sides["yes_if"] is None:
            continue
        place = ("versions", i)
        for kind, says, flipped in (
            (TURNED, "yes for no", _turned(sides, answers)),
            *((MOVED, *move) for move in _moves(sides, answers)),
        ):
            rest = {key: value for key, value in version.items() if key not in ("by_fact", "yes_if", "no_if")}
            written = {key: side for key, side in flipped.items() if side is not None}
            yield Mutant(path, kind, place, says, content, ((place, {**rest, **written}),))


def _sides(version: Any, answers: _Answers) -> dict[str, Any]:
    """The conditions of yes and of no of *version*; None for no if it is no wherever it is not yes."""
    if "by_fact" not in version:
        return {"yes_if": version.get("yes_if"), "no_if": version.get("no_if")}
    yes: list[Any] = []
    no: list[Any] = []
    open_too = False
    for fact, written in version["by_fact"].items():
        listed = {answer for side in written.values() if side != "rest" for answer in side}
        rest = [answer for answer in answers.get(fact, ("yes", "no")) if answer not in listed]
        division = {key: rest if side == "rest" else side for key, side in written.items()}
        yes.append({fact: division["yes"]})
        no += [{fact: division["no"]}] if division.get("no") else []
        open_too |= bool(division.get("decider"))
    return {"yes_if": {"all": yes}, "no_if": {"any": no} if open_too else None}


def _turned(sides: dict[str, Any], answers: _Answers) -> dict[str, Any]:
    if sides["no_if"] is not None:
        return {"yes_if": sides["no_if"], "no_if": sides["yes_if"]}
    return {"yes_if": _opposite(sides["yes_if"], answers), "no_if": None}


def _opposite(condition: Any, answers: _Answers) -> Any:
    """The condition that holds where *condition* fails."""
    ((key, value),) = condition.items()
    if key in ("all", "any"):
        return {"any" if key == "all" else "all": [_opposite(inner, answers) for inner in value]}
    every = answers.get(key, ("yes", "no"))
    if isinstance(value, list):
        others = [answer for answer in every if answer not in value]
        return {key: others}
    if "unless" in value:
        return {key: value["unless"]}
    ((bound, number),) = value.items()
    other = {key: {"below" if bound == "at_least" else "at_least": number}}
    return {"any": [other, {key: list(every)}]} if every else other


def _moves(sides: dict[str, Any], answers: _Answers) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each answer of each fact, moved from the side of yes to that of no, and back."""
    names = dict.fromkeys(name for side in sides.values() if side is not None for name in _names(side))
    for fact in names:
        for answer in answers.get(fact, ("yes", "no")):
            for to, side, other in (("no", "yes_if", "no_if"), ("yes", "no_if", "yes_if")):
                flipped = {
                    side: _without(sides[side], fact, answer) if sides[side] is not None else None,
                    other: _with(sides[other], fact, answer) if sides[other] is not None else None,
                }
                if flipped != sides and flipped["yes_if"] and (flipped["no_if"] or not sides["no_if"]):
                    yield f"{fact}: {answer} under {to}", flipped


def _names(condition: Any) -> Iterator[str]:
    for key, value in condition.items():
        if key in ("all", "any"):
            for inner in value:
                yield from _names(inner)
        else:
            yield key


def _without(condition: Any, fact: str, answer: str) -> Any:
    """*condition* where *answer* to *fact* no longer meets it; None if nothing does."""
    ((key, value),) = condition.items()
    if key in ("all", "any"):
        inner = [_without(each, fact, answer) for each in value]
        left = [each for each in inner if each is not None]
        return {key: left} if left and (key == "any" or len(left) == len(inner)) else None
    if key != fact:
        return condition
    if isinstance(value, list):
        left = [each for each in value if each != answer]
        return {key: left} if left else None
    if "unless" in value and answer not in value["unless"]:
        return {key: {"unless": [*value["unless"], answer]}}
    return condition


def _with(condition: Any, fact: str, answer: str) -> Any:
    """*condition* where *answer* to *fact* meets it too."""
    ((key, value),) = condition.items()
    if key in ("all", "any"):
        return {key: [_with(each, fact, answer) for each in value]}
    if key != fact:
        return condition
    if isinstance(value, list):
        return condition if answer in value else {key: [*value, answer]}
    if "unless" in value and len(value["unless"]) > 1:
        return {key: {"unless": [each for each in value["unless"] if each != answer]}}
    return condition


def runs() -> Iterator[tuple[str, Run]]:
    """Each rule book, by the name of its folder, with its tests of law and its decided cases."""
    yield "rules", Run()
    for book in sorted(path.parent for path in RULES.glob("*/book.yaml")):
        yield book.name, Run(book, CASES / book.name, ())


def all_flips(run: Run, only: str = "") -> Iterator[Mutant]:
    """The flips of every question file of the rule book of *run*.

    Args:
        run: the run, with the rule book.
        only: a part of the path of the files to change.
    """
    answers = {name: tuple(fact.answers) for name, fact in run.book.facts.items()}
    for path, content in run.question_files():
        if only in path.as_posix():
            yield from flips(path, content, answers)


def noticed(run: Run, flip: Mutant) -> str:
    """What notices *flip*; ``no difference`` or ``explained`` if nothing has to, and "" if nothing does.

    Args:
        run: the run.
        flip: the flip.
    """
    return judged(run, flip, is_explained=named(flip) in EXPLAINED.get(flip.path.stem, {}))


def named(flip: Mutant) -> str:
    """The place of *flip* in its file, and the flip in words.

    Args:
        flip: the flip.
    """
    return f"{source.written_place(flip.place)}: {flip.says}"


def main() -> int:
    """Try the flips and list those that nothing notices; 1 if there are any."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="a part of the path of the question files to change")
    only = parser.parse_args().only
    return reported(
        (f"{book}: {flip.kind}", flip, noticed(run, flip))
        for book, run in runs()
        for flip in all_flips(run, only)
    )


if __name__ == "__main__":
    sys.exit(main())
