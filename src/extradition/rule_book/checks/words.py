"""Checks of the words of conditions against the vocabulary."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from extradition.rule_book.checks.places import Found, leaves
from extradition.rule_book.conditions import Is, OneOf, Unless
from extradition.rule_book.consequences import Discharge
from extradition.rule_book.fact import ALWAYS_KNOWN, Fact
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Factor, Question
from extradition.source import Fault, Place, nearest


def unknown_words(contents: Contents) -> Found:
    """Every fact and answer in a condition is in the vocabulary, and every question in a condition is in
    the same Part.
    """
    for part in contents.book.matters:
        asked = [*part_of(contents, part)]
        limbs = {question.name for _, question in asked}
        of_offence = {question.name for _, question in asked if question.decided_for == "offence"}
        for provision, question in asked:
            for fault in _unknown_words_in(question, contents.facts, limbs, of_offence):
                yield contents.documents[provision], fault


def _unknown_words_in(
    question: Question, facts: dict[str, Fact], limbs: set[str], of_offence: set[str]
) -> Iterator[Fault]:
    if question.name in facts:
        yield Fault(("name",), f"{question.name} is also the name of a fact")
    for i, factor in enumerate(question.factors):
        for message in _wrong_in(factor, facts.get(factor.fact)):
            yield Fault(("factors", i), message)
    for place, leaf in leaves(question):
        fact = facts.get(leaf.fact)
        messages = [*_unknown_in(leaf, facts, limbs), *_misplaced(leaf, fact, place, question)]
        if question.decided_for == "person":
            messages += _of_offence(leaf, fact, of_offence, place)
        for message in messages:
            yield Fault((*place, leaf.fact), message)


def _misplaced(leaf: Is, fact: Fact | None, place: Place, question: Question) -> Iterator[str]:
    """A message if the fact of *leaf* may be unknown where it has to be known."""
    if leaf.fact == ALWAYS_KNOWN:
        return
    of_discharge = place[1] == "unless" and isinstance(question.ways[str(place[0])], Discharge)
    may_be_open = place[0] == "versions" or "unless_shown" in place or of_discharge
    if not may_be_open and not (fact and fact.from_territory):
        yield (
            f"is not always known: outside the versions, use only {ALWAYS_KNOWN} and facts that "
            "the territory settles"
        )
    if place[0] == "versions" and fact and fact.when_not_shown is None:
        yield "decides an answer, so facts/ must say what it is when_not_shown"


def _of_offence(leaf: Is, fact: Fact | None, limbs: Collection[str], place: Place) -> Iterator[str]:
    """A message if *leaf*, in a question decided for the person, is about an offence.

    Args:
        leaf: the test of a fact or of another question.
        fact: its fact; None for a question.
        limbs: the questions decided for an offence.
        place: the place of its condition in the question file.
    """
    if leaf.fact in limbs:
        yield "is decided for an offence, but the question is decided for the person"
    if place[0] == "versions" and fact and fact.about == "offence":
        yield "is about an offence, but the question is decided for the person"


def _wrong_in(factor: Factor, fact: Fact | None) -> Iterator[str]:
    if fact is None:
        yield f"{factor.fact} is not a fact"
        return
    if factor.numbers_towards and fact.unit is None:
        yield f"numbers_towards is for a fact with a unit; {factor.fact} has none"
    answers = [*factor.towards_yes, *factor.towards_no]
    yield from (
        f"{answer!r} is not one of the answers to {factor.fact}"
        for answer in answers
        if answer not in fact.answers
    )
    yield from (
        f"{answer!r} is in towards_yes and in towards_no; keep one"
        for answer in set(factor.towards_yes) & set(factor.towards_no)
    )


def _parted_in(listed: Sequence[str], includes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """A message for each wide answer on one side of a condition that includes an answer on the other side."""
    for wide, narrow in includes.items():
        apart = [answer for answer in narrow if (answer in listed) != (wide in listed)]
        if apart:
            yield f"separates {wide!r} from {apart[0]!r}, which it includes: list both or neither"


def _unknown_in(leaf: Is, facts: dict[str, Fact], limbs: set[str]) -> Iterator[str]:
    fact = facts.get(leaf.fact)
    if fact is None and leaf.fact not in limbs:
        hint = nearest(leaf.fact, (*facts, *limbs))
        yield f"is not a fact, nor the name of a question in this matter{hint}"
    elif isinstance(leaf.test, OneOf | Unless):
        known = set(fact.answers) if fact else {"yes", "no"}
        listed = leaf.test.root if isinstance(leaf.test, OneOf) else leaf.test.unless
        yield from (
            f"{answer!r} is not one of its answers: {', '.join(sorted(known))}{nearest(answer, known)}"
            for answer in listed
            if answer not in known
        )
        yield from _parted_in(listed, fact.includes if fact else {})
    elif fact is None or fact.unit is None:
        yield "has no numbers for answers"
