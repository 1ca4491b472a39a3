"""The plain reading: a three-valued walk of a version in Python, and the open facts that can still change
its answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extradition.law import HOLDS
from extradition.rule_book.conditions import All, Answer, Answers, AnyOf, Condition, Is
from extradition.rule_book.version import Version


@dataclass(frozen=True)
class Reading:
    """The *answer* of a version on some answers, and each *settled* condition by its key."""

    answer: HOLDS
    settled: Mapping[str, bool]


def read_plainly(version: Version, answers: Answers) -> Reading:
    """The reading of *version* on *answers*; a fact that is not in *answers* is open.

    The logic is Kleene's, with three values: an open fact leaves a condition open only if it can still change
    it.
    """
    settled: dict[str, bool] = {}
    if version.yes_if is None:
        return Reading("open", settled)
    yes = _walk("yes_if", version.yes_if, answers, settled)
    no = (
        (None if yes is None else not yes)
        if version.no_if is None
        else _walk("no_if", version.no_if, answers, settled)
    )
    return Reading("yes" if yes else "no" if no else "open", settled)


def _walk(key: str, condition: Condition, answers: Answers, settled: dict[str, bool]) -> bool | None:
    if isinstance(condition, Is):
        held = condition.holds(answers)
    else:
        word = "all" if isinstance(condition, All) else "any"
        parts = [
            _walk(f"{key}/{word}/{i}", inner, answers, settled)
            for i, inner in enumerate(condition.conditions)
        ]
        decisive = isinstance(condition, AnyOf)
        held = decisive if decisive in parts else None if None in parts else not decisive
    if held is not None:
        settled[key] = held
    return held


_Residue = bool | tuple["str | _Residue | frozenset[Answer]", ...]
"""The rest of a condition after its known answers: settled, or ``("is", fact, answers)``, ``("all", …)``,
``("any", …)``."""
_ENDS = ("yes", "no", "judgment")


def matters(version: Version, answers: Answers, choices: Mapping[str, tuple[Answer, ...]]) -> tuple[str, ...]:
    """The open facts and questions that can still change the answer, in the order of the file.

    The list is exact. A name is in it if and only if two of its answers can lead to different answers to the
    question. They need do so only for some answers to the other open names. The function builds the reduced
    ordered decision diagram of the version: its nodes are exactly those names (Bryant 1986).

    Args:
        version: the version of the question.
        answers: the known answers.
        choices: for each open name, the answers that the version distinguishes.
    """
    order = [name for name in version.facts if name not in answers]
    numbers: dict[tuple[str, tuple[int, ...]], int] = {}
    built: dict[tuple[int, tuple[_Residue, ...]], int] = {}

    def build(level: int, residues: tuple[_Residue, ...]) -> int:
        """The number of the node for *residues*: equal functions of the open facts have equal numbers."""
        if residues[0] is True:
            return _ENDS.index("yes")
        if all(isinstance(residue, bool) for residue in residues):
            return _ENDS.index("no" if residues[-1] is (version.no_if is not None) else "judgment")
        if (level, residues) not in built:
            name = order[level]
            below = tuple(
                build(level + 1, tuple(_given(residue, name, answer) for residue in residues))
                for answer in choices[name]
            )
            one = len(set(below)) == 1
            built[level, residues] = (
                below[0] if one else numbers.setdefault((name, below), len(numbers) + len(_ENDS))
            )
        return built[level, residues]

    top = build(0, tuple(_residue(condition, answers, choices) for condition in version.conditions))
    nodes = {number: node for node, number in numbers.items()}
    mattering: set[str] = set()
    waiting = {top}
    while waiting:
        name, below = nodes.pop(waiting.pop(), (None, ()))
        if name is not None:
            mattering.add(name)
            waiting |= nodes.keys() & set(below)
    return tuple(name for name in order if name in mattering)


def _residue(condition: Condition, answers: Answers, choices: Mapping[str, tuple[Answer, ...]]) -> _Residue:
    """The rest of *condition* once *answers* are known."""
    held = condition.holds(answers)
    if held is not None:
        return held
    if isinstance(condition, Is):
        return (
            "is",
            condition.fact,
            frozenset(answer for answer in choices[condition.fact] if condition.test.holds(answer)),
        )
    return _joined(
        "all" if isinstance(condition, All) else "any",
        [_residue(inner, answers, choices) for inner in condition.conditions],
    )


def _given(residue: _Residue, name: str, answer: Answer) -> _Residue:
    if isinstance(residue, bool):
        return residue
    if residue[0] == "is":
        return answer in residue[2] if residue[1] == name else residue  # type: ignore[operator]
    return _joined(str(residue[0]), [_given(inner, name, answer) for inner in residue[1:]])  # type: ignore[arg-type]


def _joined(word: str, residues: list[_Residue]) -> _Residue:
    decisive = word == "any"
    if decisive in residues:
        return decisive
    left = tuple(dict.fromkeys(residue for residue in residues if not isinstance(residue, bool)))
    return not decisive if not left else left[0] if len(left) == 1 else (word, *left)
