"""Checks of the conditions that decide the answers."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from extradition.rule_book.checks.places import Found, every_version, leaves, offices
from extradition.rule_book.conditions import Answer, AnyOf, Condition, Is, OneOf, Unless
from extradition.rule_book.consequences import other_grounds
from extradition.rule_book.fact import Fact
from extradition.rule_book.load import Contents
from extradition.rule_book.vocabulary import representatives
from extradition.source import Fault


def _ways(condition: Condition, domains: dict[str, tuple[Answer, ...]]) -> list[dict[str, frozenset[Answer]]]:
    """The ways in which *condition* can hold; each way lists the possible answers of each fact."""
    if isinstance(condition, Is):
        return [{condition.fact: frozenset(a for a in domains[condition.fact] if condition.test.holds(a))}]
    if isinstance(condition, AnyOf):
        return [way for inner in condition.any for way in _ways(inner, domains)]
    ways: list[dict[str, frozenset[Answer]]] = [{}]
    for inner in condition.all:
        ways = [
            both
            for way, other in itertools.product(ways, _ways(inner, domains))
            if (both := _meet(way, other)) is not None
        ]
    return ways


def _meet(
    way: dict[str, frozenset[Answer]], other: dict[str, frozenset[Answer]]
) -> dict[str, frozenset[Answer]] | None:
    """The answers that both ways allow; None if they allow none of some fact."""
    both = dict(way)
    for fact, answers in other.items():
        both[fact] = both.get(fact, answers) & answers
        if not both[fact]:
            return None
    return both


def yes_and_no_never_both_hold(contents: Contents) -> Found:
    """No answers to the facts make both ``yes_if`` and ``no_if`` of a version hold."""
    for each in every_version(contents):
        version = each.version
        if version.yes_if is None or version.no_if is None:
            continue
        if each.provision in contents.twins and not version.is_draft:
            continue
        domains = {name: representatives(name, contents.facts, version.conditions) for name in version.facts}
        ways = itertools.product(_ways(version.yes_if, domains), _ways(version.no_if, domains))
        clash = next((both for pair in ways if (both := _meet(*pair)) is not None), None)
        if clash is not None:
            example = ", ".join(f"{fact}: {min(map(str, answers))}" for fact, answers in clash.items())
            yield each.fault("no_if", message=f"holds together with yes_if, for example when {example}")


def presumptions_are_of_silence(contents: Contents) -> Found:
    """A test with ``unless`` is of a fact, inside ``yes_if`` or ``no_if``, and silence on the fact passes it.

    Inside ``unless_shown`` it is of the findings on a question.
    """
    for provision, question in contents.questions.items():
        for place, leaf in leaves(question):
            fact = contents.facts.get(leaf.fact)
            if not isinstance(leaf.test, Unless) or (fact is None and "unless_shown" in place):
                continue
            if place[0] != "versions" or place[2] not in ("yes_if", "no_if"):
                yield (
                    contents.documents[provision],
                    Fault(
                        (*place, leaf.fact), "has unless: outside yes_if and no_if; list the answers instead"
                    ),
                )
            elif fact is None or fact.when_not_shown is None:
                said = "has unless:, so it must be a fact that says what it is when_not_shown"
                yield contents.documents[provision], Fault((*place, leaf.fact), said)
            elif fact.when_not_shown in leaf.test.unless:
                said = (
                    f"has unless: {fact.when_not_shown}, which is its answer when nothing is shown: nothing "
                    "would be presumed"
                )
                yield contents.documents[provision], Fault((*place, leaf.fact), said)


def no_evidence_goes_against_the_burden_of_proof(contents: Contents) -> Found:
    """With no evidence (every fact at ``when_not_shown``), the answer goes against the party with the
    burden of proof.
    """
    for each in every_version(contents):
        version, proof = each.version, each.question.proof
        if proof is None or version.yes_if is None:
            continue
        expected = "no" if proof.of == "yes" else "yes"
        shown = {
            name: contents.facts[name].when_not_shown if name in contents.facts else "no"
            for name in version.facts
        }
        known = {name: answer for name, answer in shown.items() if answer is not None}
        answer = version.answer(known)
        if answer not in (expected, "open" if len(known) < len(shown) else expected):
            said = f"is answered {answer} when nothing is shown, but {proof.of} has to be proved"
            yield each.fault(message=said)


def every_answer_has_an_effect(contents: Contents) -> Found:
    """A condition or a factor distinguishes every answer of a fact, or the fact says why the answer is
    ``without_effect``.

    A condition on which all depends, as a gate does, distinguishes the answers on its list from all others.
    Where a version has ``yes_if`` and ``no_if``, an answer in neither, and in no reason of ``left_open``,
    does no more than silence does.
    """
    with_effect = _with_effect(contents)
    for name, found in with_effect.items():
        fact, document = contents.facts[name], contents.documents[name]
        without = [answer for answer in fact.answers if answer not in found and answer not in fact.includes]
        for answer in without:
            if answer not in fact.without_effect:
                message = (
                    "has no effect: no condition and no factor distinguishes it. Use it, or say why under "
                    "without_effect"
                )
                yield document, Fault((name, "answers", answer), message)
        for answer in fact.without_effect:
            if answer not in without:
                yield (
                    document,
                    Fault((name, "without_effect", answer), "has an effect; take the explanation away"),
                )


def _with_effect(contents: Contents) -> defaultdict[str, set[str]]:
    """The answers that a condition or a factor distinguishes, by the name of each fact that any of them
    names.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for question in contents.questions.values():
        for name in question.factor_names:
            found[name] |= contents.facts[name].answers.keys()
        for version in question.versions:
            reasons = (reason.where for reason in version.left_open if reason.where is not None)
            for condition in (*version.conditions, *reasons):
                _distinguish(condition, contents.facts, found, alone=version.no_if is None)
    for condition in _deciding_alone(contents):
        _distinguish(condition, contents.facts, found, alone=True)
    return found


def _distinguish(
    condition: Condition, facts: dict[str, Fact], found: defaultdict[str, set[str]], *, alone: bool
) -> None:
    """Add to *found* the answers that *condition* distinguishes: those on its lists, or all if it decides
    *alone*.

    A list of every answer distinguishes nothing. A test with ``unless`` distinguishes every answer: the
    others pass it.
    """
    for leaf in condition.leaves():
        fact = facts.get(leaf.fact)
        if fact is not None:
            listed = set(leaf.test.root) if isinstance(leaf.test, OneOf) else set()
            every = fact.unit is None and listed >= fact.answers.keys()
            found[leaf.fact] |= (
                set() if every else fact.answers.keys() if alone or isinstance(leaf.test, Unless) else listed
            )


def _deciding_alone(contents: Contents) -> Iterator[Condition]:
    """The conditions outside the versions: gates, exceptions to an order, steps after the hearing,
    combined offences.
    """
    for question in contents.questions.values():
        if question.asked_if is not None:
            yield question.asked_if.condition
        yield from (other.when for way in (question.yes, question.no) for other in other_grounds(way))
    yield from (sequel.applies_if for sequel in contents.sequels if sequel.applies_if is not None)
    if contents.book.combination is not None:
        yield contents.book.combination.look_again_if
    yield from (office.where for _, _, office in offices(contents))
