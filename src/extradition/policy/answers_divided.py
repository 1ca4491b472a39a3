"""The answers to the facts of a version, divided into yes, no and for the decider; a draft moves some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import All, AnyOf, Condition, Is, OneOf
from extradition.rule_book.version import Version

SIDE = Literal["yes", "no", "decider"]
"""Where an answer leads: towards yes, to no, or to the decider."""
Moves = Mapping[str, Mapping[str, SIDE]]
"""The side of each answer that the user chose, by fact and answer."""


@dataclass(frozen=True)
class DividedFact:
    """One fact of a version, its closed list divided.

    Attributes:
        name: the name of the fact.
        sides: the side of each answer, in the order of the list.
        yes_in: the place of its test under ``yes_if``; None if it has none there that decides.
        no_in: the same under ``no_if``.
        is_tested_elsewhere: whether the version tests it in other places too, which stay as they are.
        is_otherwise_no: whether the answer is no wherever the version does not say yes.
    """

    name: str
    sides: Mapping[str, SIDE]
    yes_in: str | None
    no_in: str | None
    is_tested_elsewhere: bool
    is_otherwise_no: bool

    @property
    def choices(self) -> tuple[SIDE, ...]:
        """The sides to which an answer can be moved."""
        if self.is_otherwise_no:
            return ("yes", "no")
        yes: tuple[SIDE, ...] = ("yes",) if self.yes_in else ()
        no: tuple[SIDE, ...] = ("no",) if self.no_in else ()
        return (*yes, *no, "decider")

    def moved(self, chosen: Mapping[str, SIDE]) -> dict[str, SIDE]:
        """The side of each answer as the user *chose* it, where the answer can be moved there."""
        return {
            each: chosen[each] if chosen.get(each) in self.choices else side
            for each, side in self.sides.items()
        }


def divided_facts(version: Version, rule_book: RuleBook) -> tuple[DividedFact, ...]:
    """The facts of which a version can be changed answer by answer.

    A fact is one of them if one test of it must pass for yes, or one test of it is enough for no.

    Args:
        version: a version of a question.
        rule_book: the law, with the closed list of each fact.

    >>> book = RuleBook.load()
    >>> version = book.questions["EA 2003 s 20(5)"].versions[1]
    >>> fact = divided_facts(version, book)[0]
    >>> fact.yes_in, fact.no_in, sorted(set(fact.sides.values()))
    ('yes_if.all[0]', 'no_if.any[2]', ['decider', 'no', 'yes'])
    """
    yes, no = dict(_deciding("yes_if", version.yes_if)), dict(_deciding("no_if", version.no_if))
    made = (_divided(name, version, rule_book, yes, no) for name in version.facts if {name} & {*yes, *no})
    return tuple(each for each in made if each is not None)


def _deciding(key: str, condition: Condition | None) -> Iterator[tuple[str, tuple[str, OneOf]]]:
    """Each fact with the one test that decides by itself, and its place."""
    kind, word = (All, "all") if key == "yes_if" else (AnyOf, "any")
    tests: Iterable[tuple[str, Condition]] = [(key, condition)] if condition is not None else []
    if isinstance(condition, kind):
        tests = [(f"{key}.{word}[{i}]", each) for i, each in enumerate(condition.conditions)]
    found = [(each.fact, (place, each.test)) for place, each in tests if isinstance(each, Is)]
    for name, (place, test) in found:
        if isinstance(test, OneOf) and [other for other, _ in found].count(name) == 1:
            yield name, (place, test)


def _divided(
    name: str,
    version: Version,
    rule_book: RuleBook,
    yes: Mapping[str, tuple[str, OneOf]],
    no: Mapping[str, tuple[str, OneOf]],
) -> DividedFact | None:
    """One fact, divided; None if an answer of it leads both ways."""
    listed = rule_book.facts[name].answers if name in rule_book.facts else ("yes", "no")
    yes_in, for_yes = yes.get(name, (None, None))
    no_in, for_no = no.get(name, (None, None))
    to_yes, to_no = (each.root if each else () for each in (for_yes, for_no))
    if not listed or set(to_yes) & set(to_no):
        return None
    rest: SIDE = "no" if version.no_if is None else "decider"
    every = [leaf for condition in version.conditions for leaf in condition.leaves() if leaf.fact == name]
    return DividedFact(
        name=name,
        sides={each: "yes" if each in to_yes else "no" if each in to_no else rest for each in listed},
        yes_in=yes_in,
        no_in=no_in,
        is_tested_elsewhere=len(every) > len([each for each in (for_yes, for_no) if each]),
        is_otherwise_no=version.no_if is None,
    )


def changed_tests(version: Version, moves: Moves, rule_book: RuleBook) -> list[dict[str, Any]]:
    """The tests of a draft that moves answers of a version, as its file has them; none if nothing moves.

    Args:
        version: the version.
        moves: the sides that the user chose.
        rule_book: the law.
    """
    return [
        test for fact in divided_facts(version, rule_book) for test in _moved(fact, moves.get(fact.name, {}))
    ]


def _moved(fact: DividedFact, chosen: Mapping[str, SIDE]) -> Iterator[dict[str, Any]]:
    sides = fact.moved(chosen)
    for side, place in (("yes", fact.yes_in), ("no", fact.no_in)):
        before = [each for each, where in fact.sides.items() if where == side]
        after = [each for each, where in sides.items() if where == side]
        changes = {
            "add": [each for each in after if each not in before],
            "remove": [each for each in before if each not in after],
        }
        if place is not None and any(changes.values()):
            yield {"in": place, "fact": fact.name, **{key: some for key, some in changes.items() if some}}


def twin_of(version_id: str, part: PART, rule_book: RuleBook) -> tuple[str, str] | None:
    """The same version of the twin of its question, with the provision of the twin; None if there is none.

    Args:
        version_id: the id of a version.
        part: the matter of its question.
        rule_book: the law.

    >>> book = RuleBook.load()
    >>> twin_of(book.questions["EA 2003 s 20(5)"].versions[1].id, "1", book)[1] in book.questions
    True
    """
    provision, version = rule_book.versions[version_id]
    root = rule_book.written_as(provision) or provision
    for other in rule_book.matters:
        for place, question in rule_book.questions_in(other) if other != part else ():
            if root in (place, rule_book.written_as(place)):
                same = [each.id for each in question.versions if _is_same(each, version)]
                return (same[-1], place) if same else None
    return None


def _is_same(one: Version, other: Version) -> bool:
    return (one.conditions, one.in_force) == (other.conditions, other.in_force)
