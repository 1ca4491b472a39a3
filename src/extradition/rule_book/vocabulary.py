"""The vocabulary: whether the words of conditions are in it, and how far answers need telling apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extradition.rule_book.folder import Contents, part_of
from extradition.rules import Fact, Factor, Question
from extradition.rules.conditions import All, Answer, Below, Condition, Is, OneOf
from extradition.rules.consequences import Order
from extradition.source import Document, Fault, Place

Found = Iterator[tuple[Document, Fault]]
ALWAYS_KNOWN = "case_type"
"""The one fact that every offence in a case file states."""


def fnv1a(text: str) -> int:
    """The 32-bit hash by which durable rules tells names apart, without comparing them."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def representatives(name: str, facts: Mapping[str, Fact], conditions: tuple[Condition, ...]) -> tuple[Answer, ...]:
    """Answers to *name* of which every other answer is like one, as far as *conditions* can tell."""
    fact = facts.get(name)
    if fact is None:
        return ("yes", "no")
    tests = [leaf.test for condition in conditions for leaf in condition.leaves() if leaf.fact == name]
    edges = {test.below if isinstance(test, Below) else test.at_least for test in tests if not isinstance(test, OneOf)}
    numbers = sorted({0, *edges, *(edge - 1 for edge in edges if edge)}) if fact.unit else []
    return (*fact.answers, *numbers)


def unknown_words(contents: Contents) -> Found:
    """Every fact and answer in a condition is in the vocabulary, every question it builds on in the same Part."""
    for part in ("1", "2"):
        limbs = {question.name for _, question in part_of(contents, part)}
        offence_limbs = {question.name for _, question in part_of(contents, part) if question.decided_for == "offence"}
        for provision, question in part_of(contents, part):
            document = contents.documents[provision]
            if question.name in contents.facts:
                yield document, Fault(("name",), f"{question.name} is also the name of a fact")
            for i, factor in enumerate(question.factors):
                yield from ((document, Fault(("factors", i), message)) for message in _wrong_in(factor, contents.facts.get(factor.fact)))
            for place, leaf in leaves(question):
                yield from ((document, Fault((*place, leaf.fact), message)) for message in _unknown_in(leaf, contents.facts, limbs))
                fact = contents.facts.get(leaf.fact)
                if not (fact and fact.from_territory) and place[0] != "versions" and leaf.fact != ALWAYS_KNOWN:
                    said = f"is not always known: outside the versions only {ALWAYS_KNOWN} and what the territory settles are asked about"
                    yield document, Fault((*place, leaf.fact), said)
                if leaf.fact in offence_limbs and question.decided_for == "person":
                    yield document, Fault((*place, leaf.fact), "is decided for an offence, but the question for the person")
                if fact and fact.when_not_shown is None and place[0] == "versions" and leaf.fact != ALWAYS_KNOWN:
                    yield document, Fault((*place, leaf.fact), "decides an answer, so facts/ must say what it is when_not_shown")
                if fact and fact.about == "offence" and question.decided_for == "person" and place[0] == "versions":
                    yield document, Fault((*place, leaf.fact), "is about an offence, but the question is decided for the person")


def _wrong_in(factor: Factor, fact: Fact | None) -> Iterator[str]:
    if fact is None:
        yield f"{factor.fact} is not a fact"
        return
    told = [*factor.towards_yes, *factor.towards_no]
    yield from (f"{answer!r} is not one of the answers to {factor.fact}" for answer in told if answer not in fact.answers)
    yield from (f"{answer!r} tells both ways" for answer in set(factor.towards_yes) & set(factor.towards_no))


def _unknown_in(leaf: Is, facts: dict[str, Fact], limbs: set[str]) -> Iterator[str]:
    fact = facts.get(leaf.fact)
    if fact is None and leaf.fact not in limbs:
        yield "is not a fact, nor the name of a question in this Part"
    elif isinstance(leaf.test, OneOf):
        known = set(fact.answers) if fact else {"yes", "no"}
        yield from (f"{answer!r} is not one of its answers: {', '.join(sorted(known))}" for answer in leaf.test.root if answer not in known)
    elif fact is None or fact.unit is None:
        yield "has no numbers for answers"


def leaves(question: Question) -> Iterator[tuple[Place, Is]]:
    """Every test of a fact in the conditions of *question*, with its place in the file."""
    for i, version in enumerate(question.versions):
        for key in ("yes_if", "no_if"):
            if (condition := getattr(version, key)) is not None:
                yield from _placed(("versions", i, key), condition)
        for j, reason in enumerate(version.left_open):
            if reason.where is not None:
                yield from _placed(("versions", i, "left_open", j, "where"), reason.where)
    if question.asked_if is not None:
        yield from _placed(("asked_if", "when"), question.asked_if.when)
    for key in ("yes", "no"):
        way = getattr(question, key)
        if isinstance(way, Order) and way.unless is not None:
            yield from _placed((key, "unless", "when"), way.unless.when)


def _placed(place: Place, condition: Condition) -> Iterator[tuple[Place, Is]]:
    if isinstance(condition, Is):
        yield place, condition
        return
    word = "all" if isinstance(condition, All) else "any"
    for i, inner in enumerate(condition.conditions):
        yield from _placed((*place, word, i), inner)
