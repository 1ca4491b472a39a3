"""Checks of the words of conditions against the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extradition.rule_book.checks.places import Found, leaves
from extradition.rule_book.conditions import Is, OneOf, Unless
from extradition.rule_book.fact import ALWAYS_KNOWN, Fact
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Factor
from extradition.source import Fault, nearest


def unknown_words(contents: Contents) -> Found:
    """Every fact and answer in a condition is in the vocabulary, and every question in a condition is in
    the same Part.
    """
    for part in contents.book.matters:
        limbs = {question.name for _, question in part_of(contents, part)}
        offence_limbs = {
            question.name for _, question in part_of(contents, part) if question.decided_for == "offence"
        }
        for provision, question in part_of(contents, part):
            document = contents.documents[provision]
            if question.name in contents.facts:
                yield document, Fault(("name",), f"{question.name} is also the name of a fact")
            for i, factor in enumerate(question.factors):
                yield from (
                    (document, Fault(("factors", i), message))
                    for message in _wrong_in(factor, contents.facts.get(factor.fact))
                )
            for place, leaf in leaves(question):
                yield from (
                    (document, Fault((*place, leaf.fact), message))
                    for message in _unknown_in(leaf, contents.facts, limbs)
                )
                fact = contents.facts.get(leaf.fact)
                if (
                    not (fact and fact.from_territory)
                    and place[0] != "versions"
                    and leaf.fact != ALWAYS_KNOWN
                ):
                    said = (
                        f"is not always known: outside the versions, use only {ALWAYS_KNOWN} and facts that "
                        "the territory settles"
                    )
                    yield document, Fault((*place, leaf.fact), said)
                if leaf.fact in offence_limbs and question.decided_for == "person":
                    yield (
                        document,
                        Fault(
                            (*place, leaf.fact),
                            "is decided for an offence, but the question is decided for the person",
                        ),
                    )
                if (
                    fact
                    and fact.when_not_shown is None
                    and place[0] == "versions"
                    and leaf.fact != ALWAYS_KNOWN
                ):
                    yield (
                        document,
                        Fault(
                            (*place, leaf.fact),
                            "decides an answer, so facts/ must say what it is when_not_shown",
                        ),
                    )
                if (
                    fact
                    and fact.about == "offence"
                    and question.decided_for == "person"
                    and place[0] == "versions"
                ):
                    yield (
                        document,
                        Fault(
                            (*place, leaf.fact),
                            "is about an offence, but the question is decided for the person",
                        ),
                    )


def _wrong_in(factor: Factor, fact: Fact | None) -> Iterator[str]:
    if fact is None:
        yield f"{factor.fact} is not a fact"
        return
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
