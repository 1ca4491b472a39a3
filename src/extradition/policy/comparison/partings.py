"""The questions at which laws part: the first that they answer differently, in one case and over many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from extradition.determination.reasons import AuthorityUsed
from extradition.determination.steps import Asked
from extradition.hearing import Hearing
from extradition.hearing.walk import PlacedQuestion, Walk
from extradition.law import HOLDS, Model
from extradition.rule_book.version import LEVEL


class LawAnswer(Model):
    """The answer of one *law* to the question at which the laws part; *answer* is None if the hearing does
    not reach it.
    """

    law: str
    answer: HOLDS | None
    version: str | None
    verified: LEVEL | None
    summary: str | None
    authorities: tuple[AuthorityUsed, ...]


class Parting(Model):
    """The first question that two laws answer differently for an offence, and the facts on which it
    turned.
    """

    offence: str
    provision: str
    title: str
    address: str
    turned_on: tuple[str, ...]
    answers: tuple[LawAnswer, ...]


class VersionCompared(Model):
    """A version of the question at which the laws part, and the number of *offences* to which a law
    applied it.
    """

    version: str
    verified: LEVEL
    summary: str
    authorities: tuple[AuthorityUsed, ...]
    offences: int


class LawAnswers(Model):
    """The numbers of offences for which one *law* answers yes, no or nothing (*open*), or does not reach
    the question.
    """

    law: str
    yes: int
    no: int
    open: int
    not_reached: int
    versions: tuple[VersionCompared, ...]


class PartingPlace(Model):
    """A question at which the laws part, with the places of the cases that part there.

    *count* counts cases and *offences* their offences. A case whose offences part at different questions
    counts at each. ``turned_on`` gives, for each fact on which the answers differ, the number of offences.
    """

    provision: str
    title: str
    address: str
    count: int
    offences: int
    numbers: tuple[int, ...]
    turned_on: dict[str, int]
    answers: tuple[LawAnswers, ...]


def parting(hearings: Sequence[Hearing], laws: Sequence[str], number: int) -> Parting | None:
    """The first question, in the order of the hearing, that the laws answer differently; None if there is
    none.

    A question beyond an open one counts too.

    Args:
        hearings: the case as heard under each of *laws*.
        number: the place of the offence in the case, from 0.
        laws: the names of the laws.
    """
    offences = [each.offences[number] for each in hearings]
    chains = [_chain(offence.walked) for offence in offences]
    for provision in _in_order(hearings, {provision for chain in chains for provision in chain}):
        asked = [chain.get(provision) for chain in chains]
        answers = [None if each is None else each.asked.answer for each in asked]
        if len(set(answers)) == 1:
            continue
        found = [
            offence.explanation.of(offence.walked, each) if each else None
            for offence, each in zip(offences, asked, strict=True)
        ]
        there = [each for each in found if each is not None]
        return Parting(
            offence=offences[0].offence.id,
            provision=provision,
            title=there[0].title,
            address=there[0].address,
            turned_on=offences[0].rule_book.each_decision.without_decisions(_turned_on(there)),
            answers=tuple(_law_answer(*each) for each in zip(laws, answers, found, strict=True)),
        )
    return None


def _law_answer(law: str, answer: HOLDS | None, asked: Asked | None) -> LawAnswer:
    """The *answer* under *law*, with the version by which the question was *asked*; None if it was not."""
    return LawAnswer(
        law=law,
        answer=answer,
        version=asked and asked.version.id,
        verified=asked and asked.version.verified,
        summary=asked and asked.version.summary,
        authorities=asked.version.authorities if asked else (),
    )


def _in_order(hearings: Sequence[Hearing], provisions: Iterable[str]) -> list[str]:
    """The *provisions* in the order of the hearing, each by its place in the first rule book that has it."""
    places = [each.rule_book.places[each.part] for each in hearings]
    return sorted(provisions, key=lambda name: next(place[name] for place in places if name in place))


def places(partings: Iterable[tuple[int, Parting]]) -> tuple[PartingPlace, ...]:
    """The questions at which the laws part, those of most cases first; each parting is given with the place
    of its case.

    Args:
        partings: each parting after the number of its case, which counts from 1.
    """
    groups: defaultdict[str, list[tuple[int, Parting]]] = defaultdict(list)
    for number, each in partings:
        groups[each.provision].append((number, each))
    return tuple(
        sorted(
            (_place(group) for group in groups.values()), key=lambda place: (-place.count, place.provision)
        )
    )


def _place(group: Sequence[tuple[int, Parting]]) -> PartingPlace:
    there = [each for _, each in group]
    numbers = tuple(dict.fromkeys(number for number, _ in group))
    return PartingPlace(
        provision=there[0].provision,
        title=there[0].title,
        address=there[0].address,
        count=len(numbers),
        offences=len(there),
        numbers=numbers,
        turned_on=dict(
            sorted(
                Counter(fact for each in there for fact in each.turned_on).items(),
                key=lambda counted: (-counted[1], counted[0]),
            )
        ),
        answers=tuple(_answers(answers) for answers in zip(*(each.answers for each in there), strict=True)),
    )


def _answers(there: Sequence[LawAnswer]) -> LawAnswers:
    count = Counter(each.answer for each in there)
    applied = Counter(each.version for each in there)
    first = {each.version: each for each in reversed(there)}
    return LawAnswers(
        law=there[0].law,
        yes=count["yes"],
        no=count["no"],
        open=count["open"],
        not_reached=count[None],
        versions=tuple(
            VersionCompared(
                version=version,
                verified=each.verified,
                summary=each.summary,
                authorities=each.authorities,
                offences=applied[version],
            )
            for version, each in sorted(first.items(), key=lambda item: (-applied[item[0]], item[0] or ""))
            if version is not None and each.verified is not None and each.summary is not None
        ),
    )


def _turned_on(there: Sequence[Asked]) -> tuple[str, ...]:
    """The facts on which the answers differ: those that decide by a test whose outcome differs between the
    laws.
    """
    answered = [one for one in there if one.derived != "open"]
    own = [
        {test[0] for test in one.deciding if any(other.tests.get(test) != one.tests[test] for other in there)}
        for one in answered
    ]
    yes = [facts for one, facts in zip(answered, own, strict=True) if one.derived == "yes"]
    common = set.intersection(*own) if own else set()
    differing = common or set().union(*(yes or own))
    return tuple(dict.fromkeys(fact.name for one in there for fact in one.facts if fact.name in differing))


def _chain(walk: Walk) -> dict[str, PlacedQuestion]:
    """Each question that was asked, by its provision, before an open question or beyond it; limbs are left
    out.
    """
    return {placed.asked.provision: placed for placed in walk.placed if placed.limb_of is None}
