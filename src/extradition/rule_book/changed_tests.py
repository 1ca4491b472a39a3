"""The conditions of a version with some of its tests changed: answers added or removed, another number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extradition.rule_book.conditions import All, AnyOf, AtLeast, Below, Condition, Is, OneOf, Test, Unless
from extradition.rule_book.draft import ChangedTest
from extradition.rule_book.fact import Fact
from extradition.rule_book.version import Version
from extradition.source import Fault, Place, nearest, place_of, written_place


def changed_conditions(
    version: Version, changes: Iterable[ChangedTest], facts: Mapping[str, Fact]
) -> tuple[Mapping[str, Condition | None], list[Fault]]:
    """The conditions of *version* with *changes*, by key, and the faults of the changes.

    A change with a fault is left out. Each fault begins its place with the number of its change.

    Args:
        version: a version with its conditions written out.
        changes: the changes, one after another.
        facts: the vocabulary, which has the answers of each fact.
    """
    made = {"yes_if": version.yes_if, "no_if": version.no_if}
    faults: list[Fault] = []
    for i, change in enumerate(changes):
        found = _place_of_test(made, change)
        if isinstance(found, Fault):
            faults.append(Fault((i, *found.place), found.message))
            continue
        (key, *inner), leaf = found
        test = _changed_test(leaf.test, change, facts.get(leaf.fact))
        if isinstance(test, Fault):
            faults.append(Fault((i, *test.place), test.message))
        else:
            made[str(key)] = _replaced(made[str(key)], tuple(inner), Is({leaf.fact: test}))
    return made, faults


def _tests(place: Place, condition: Condition) -> Iterator[tuple[Place, Is]]:
    """Every test within *condition*, with its place."""
    if isinstance(condition, Is):
        yield place, condition
    word = "all" if isinstance(condition, All) else "any"
    for i, inner in enumerate(condition.conditions):
        yield from _tests((*place, word, i), inner)


def _place_of_test(
    conditions: Mapping[str, Condition | None], change: ChangedTest
) -> tuple[Place, Is] | Fault:
    """The one test that *change* names, with its place; a fault if there is none, or more than one."""
    key, *inner = place_of(change.in_) or ()
    condition = conditions[str(key)]
    every = list(_tests((key,), condition)) if condition is not None else []
    within = [each for each in every if each[0][: len(inner) + 1] == (key, *inner)]
    if not within:
        places = ", ".join(written_place(place) for place, _ in every) or "none"
        return Fault(("in",), f"is not a place in the version; its tests under {key} are: {places}")
    found = [each for each in within if each[1].fact == change.fact]
    if not found:
        tested = dict.fromkeys(leaf.fact for _, leaf in within)
        hint = nearest(change.fact, tested)
        return Fault(("fact",), f"{change.fact} has no test in {change.in_}: {', '.join(tested)}{hint}")
    if len(found) > 1:
        places = ", ".join(written_place(place) for place, _ in found)
        return Fault(("in",), f"has {len(found)} tests of {change.fact}; name one of them: {places}")
    return found[0]


def _changed_test(test: Test, change: ChangedTest, fact: Fact | None) -> Test | Fault:
    """The *test* as *change* makes it; a fault if it cannot be changed in that way."""
    if isinstance(test, AtLeast | Below):
        if change.number is None:
            return Fault((), f"the test of {change.fact} is of a number; give number")
        return AtLeast(at_least=change.number) if isinstance(test, AtLeast) else Below(below=change.number)
    listed = test.root if isinstance(test, OneOf) else test.unless
    if change.number is not None:
        return Fault(("number",), f"the test of {change.fact} is a list: {', '.join(listed)}")
    fault = _fault_of_answers(listed, change, tuple(fact.answers) if fact is not None else ("yes", "no"))
    if fault is not None:
        return fault
    answers = (*(each for each in listed if each not in change.remove), *change.add)
    if not answers:
        return Fault(("remove",), f"leaves no answer in the test of {change.fact}; keep one")
    return OneOf(answers) if isinstance(test, OneOf) else Unless(unless=answers)


def _fault_of_answers(listed: tuple[str, ...], change: ChangedTest, known: tuple[str, ...]) -> Fault | None:
    """The first fault of the answers that *change* adds and removes; None if there is none."""
    for i, answer in enumerate(change.add):
        if answer not in known:
            hint = nearest(answer, known)
            message = f"{answer!r} is not one of the answers to {change.fact}: {', '.join(known)}{hint}"
            return Fault(("add", i), message)
        if answer in (*listed, *change.add[:i]):
            return Fault(("add", i), f"{answer!r} is in that test already: {', '.join(listed)}")
    for i, answer in enumerate(change.remove):
        if answer not in listed:
            hint = nearest(answer, listed)
            return Fault(("remove", i), f"{answer!r} is not in that test: {', '.join(listed)}{hint}")
    return None


def _replaced(condition: Condition | None, place: Place, test: Is) -> Condition:
    """The *condition* with *test* at *place*."""
    if condition is None or not place:
        return test
    _, number, *inner = place
    conditions = tuple(
        _replaced(each, tuple(inner), test) if i == number else each
        for i, each in enumerate(condition.conditions)
    )
    return All(all=conditions) if isinstance(condition, All) else AnyOf(any=conditions)
