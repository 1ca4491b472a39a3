"""The appendix of a report: the one place with names of facts, ids of versions and hashes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extradition.casework.further_information import FurtherInformation
from extradition.determination import Determination, OffenceDetermination
from extradition.determination.dependence import Sensitivity
from extradition.determination.reasons import Reason, tests_in
from extradition.policy.comparison import Comparison
from extradition.report.wording import Vocabulary

Told = Determination | Comparison | FurtherInformation
"""A report that has an appendix."""


@dataclass(frozen=True)
class Identifiers:
    """The names and ids of one report, for its appendix.

    ``facts`` have the phrase, the name in the case file and the answers that it allows; ``versions`` the provision of the question
    (empty if the report does not come to it) and the id.
    """

    facts: tuple[tuple[str, str, tuple[str, ...]], ...]
    versions: tuple[tuple[str, str], ...]


def identifiers(told: Told) -> Identifiers:
    """The names and ids that the report on *told* stands for in words."""
    says = Vocabulary(told.terms)
    names = dict.fromkeys(name for name in _names(told) if name in told.terms)
    facts = tuple((says.phrase(name), name, tuple(told.terms[name].answers) or ("yes", "no")) for name in names)
    return Identifiers(facts, tuple(dict.fromkeys(_versions(told))))


def made_from(told: Told) -> list[tuple[str, str]]:
    """The case files, the rule book, the law and the package that the report on *told* was made from, each with its hash or name."""
    match told:
        case Comparison():
            cases = told.cases
            rows = [(f"Case file {case.number}, {case.case}" if len(cases) > 1 else "Case file", case.case_file_hash) for case in cases]
        case _:
            rows = [("Case file", told.case_file_hash)]
            rows += [(f"Law: {told.law.title}", told.law.name)] if told.law.title and told.law.name else []
    return [*rows, ("Rule book", told.rule_book), ("Package", told.made_by)]


def _names(told: Told) -> Iterator[str]:
    """The names of the facts and questions that the report on *told* mentions, in its order."""
    match told:
        case Determination():
            for offence in told.offences:
                yield from _names_on(offence)
        case Comparison():
            yield from (name for case in told.cases for parting in case.partings for name in parting.turned_on)
        case _:
            yield from (point.name for point in told.points)
            yield from (each.ambiguity.turns_on for each in told.clarifications)


def _names_on(offence: OffenceDetermination) -> Iterator[str]:
    for step in (*offence.steps, *offence.open_questions):
        yield from (fact.name for fact in step.facts)
        yield from (fact for tree in (step.yes_if, step.no_if) if tree is not None for fact in _facts_in(tree))
    for question in offence.open_questions:
        yield from (fact.name for fact in question.facts_that_matter)
        yield from (*question.limbs_that_matter, *question.whether_asked)
    yield from (each.turns_on for each in offence.ambiguities)
    yield from (each.fact for each in offence.cautions if each.fact)
    if offence.sensitivity:
        yield from _names_in(offence.sensitivity)


def _facts_in(reason: Reason) -> Iterator[str]:
    return (fact for (fact, _), _ in tests_in(reason))


def _names_in(sensitivity: Sensitivity) -> Iterator[str]:
    yield from (each.name for each in sensitivity.matters)
    yield from (change.name for flip in sensitivity.flips for change in flip.changes)
    yield from sensitivity.no_longer_matters


def _versions(told: Told) -> Iterator[tuple[str, str]]:
    """The provision and the id of each version that the report on *told* applies, assumes or names."""
    match told:
        case Determination():
            named = {version.id: provision for version, provision in told.versions_applied}
            for offence in told.offences:
                named.update((each.version, each.provision) for each in (*offence.prospective, *offence.in_force))
                named.update((each.version, each.provision) for each in offence.cautions if each.version and each.provision)
            yield from ((provision, version) for version, provision in named.items())
            yield from (("", version) for version in told.law.assuming if version not in named)
        case Comparison():
            yield from ((each.provision, each.version) for law in told.laws for each in law.assuming)
            answers = ((place, answer) for place in told.places for law in place.answers for answer in law.versions)
            yield from ((place.provision, answer.version) for place, answer in answers)
        case _:
            yield from ((each.provision, each.version) for each in told.versions)
            yield from (("", version) for version in told.law.assuming if version not in {each.version for each in told.versions})
