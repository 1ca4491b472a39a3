"""The appendix of a report: the one place with names of facts, ids of versions and hashes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from extradition.determination import Determination, OffenceDetermination
from extradition.determination.dependence import Sensitivity
from extradition.determination.reasons import Reason, tests_in
from extradition.policy.reported_law import law_titles
from extradition.report.wording import Vocabulary

if TYPE_CHECKING:  # the report on one case does not need them
    from extradition.casework.further_information import FurtherInformation
    from extradition.policy.cohort.results import Cohort
    from extradition.policy.comparison import Comparison
    from extradition.policy.region import Region

ReportWithAppendix: TypeAlias = "Determination | Comparison | Cohort | Region | FurtherInformation"
"""A report that ends with an appendix."""
_WithTerms: TypeAlias = "Determination | Comparison | Region | FurtherInformation"


@dataclass(frozen=True)
class Identifiers:
    """The names and ids of one report, for its appendix.

    Args:
        facts: The heading of each fact, its name in the case file and the answers that the file may give.
        versions: The provision of each question and the id of its version; the provision is empty if the
            report does not reach the question.
    """

    facts: tuple[tuple[str, str, tuple[str, ...]], ...]
    versions: tuple[tuple[str, str], ...]


def identifiers(report: ReportWithAppendix) -> Identifiers:
    """The names and ids behind the words of *report*.

    Args:
        report: The report, with the words of its facts (``terms``).
    """
    facts = () if report.report_name == "cohort" else tuple(_facts(report))
    return Identifiers(facts, tuple(dict.fromkeys(_versions(report))))


def made_from(report: ReportWithAppendix) -> list[tuple[str, str]]:
    """The case files, the law, the rule book and the package behind *report*, each with its hash or name.

    Args:
        report: The report, with its hashes.
    """
    match report.report_name:
        case "comparison":
            cases = report.cases
            rows = [
                (
                    f"Case file {case.number}, {case.case}" if len(cases) > 1 else "Case file",
                    case.case_file_hash,
                )
                for case in cases
            ]
            rows += _laws_named(report)
        case "cohort":
            rows = [*_files_of(report), *_laws_named(report)]
        case "region":
            rows = _laws_named(report)
        case _:
            rows = [("Case file", report.case_file_hash)]
            rows += (
                [(f"Law: {report.law.title}", report.law.name)]
                if report.law.title and report.law.name
                else []
            )
    return [*rows, *_law_made_from(report), ("Package", report.made_by)]


def _files_of(report: Cohort) -> list[tuple[str, str]]:
    """The files of a cohort, each with its hash, or why it has none."""
    held = {"table": "Table, ", "decisions": "Table of decisions, ", "case files": "Made from "}
    return [
        (f"{held[each.holds]}{each.name}", each.sha256 or "none, because this is no single file")
        for each in report.files
    ]


def _laws_named(report: Comparison | Region | Cohort) -> list[tuple[str, str]]:
    """The title of each law in the report, with its name, which a command takes."""
    return [(f"Law: {title}", name) for name, title in law_titles(report.laws).items()]


def _law_made_from(report: ReportWithAppendix) -> Iterator[tuple[str, str]]:
    """The rule book, a second one if there is one, and each draft, with its hash."""
    yield "Rule book", report.rule_book
    if report.report_name == "comparison" and report.against is not None:
        yield "Second rule book", report.against
    if report.report_name != "further_information":
        yield from (
            (f"Draft, not law: {each.title}, by {each.author}", each.sha256) for each in report.drafts
        )


def _facts(report: _WithTerms) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The heading, the name and the answers of each fact in *report*."""
    vocabulary = Vocabulary(report.terms)
    for name in dict.fromkeys(name for name in _names(report) if name in report.terms):
        yield vocabulary.heading(name), name, tuple(report.terms[name].answers) or ("yes", "no")


def _names(report: _WithTerms) -> Iterator[str]:
    """The names of the facts and questions in *report*, in its order."""
    match report.report_name:
        case "determination":
            for offence in report.offences:
                yield from _names_on(offence)
        case "comparison":
            yield from (
                name for case in report.cases for parting in case.partings for name in parting.turned_on
            )
        case "region":
            yield from (name for each in report.questions for name in each.facts)
        case _:
            yield from (point.name for point in report.points)
            yield from (name for point in report.kept_back for name in point.names)
            yield from (each.ambiguity.turns_on for each in report.clarifications)


def _names_on(offence: OffenceDetermination) -> Iterator[str]:
    for step in (*offence.steps, *offence.open_questions):
        yield from (fact.name for fact in step.facts)
        yield from (
            fact for tree in (step.yes_if, step.no_if) if tree is not None for fact in _facts_in(tree)
        )
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


def _versions_in(made: Determination) -> Iterator[tuple[str, str]]:
    """The provision and the id of each version that *made* applies, names or assumes, each id once."""
    named = {version.id: provision for version, provision in made.versions_applied}
    for offence in made.offences:
        named.update((each.version, each.provision) for each in (*offence.prospective, *offence.in_force))
        named.update(
            (each.version, each.provision) for each in offence.cautions if each.version and each.provision
        )
    yield from ((provision, version) for version, provision in named.items())
    yield from (("", version) for version in made.law.assuming if version not in named)


def _versions(report: ReportWithAppendix) -> Iterator[tuple[str, str]]:
    """The provision and the id of each version that *report* applies, assumes or names."""
    match report.report_name:
        case "determination":
            yield from _versions_in(report)
        case "cohort":
            yield from ((each.provision, each.version) for law in report.laws for each in law.assuming)
        case "comparison":
            yield from ((each.provision, each.version) for law in report.laws for each in law.assuming)
            answers = (
                (place, answer) for place in report.places for law in place.answers for answer in law.versions
            )
            yield from ((place.provision, answer.version) for place, answer in answers)
        case "region":
            places = [place for each in report.questions for place in each.places]
            yield from (
                (place.provision, each.version) for place in places for each in place.versions if each.version
            )
        case _:
            yield from ((each.provision, each.version) for each in report.versions)
            yield from (
                ("", version)
                for version in report.law.assuming
                if version not in {each.version for each in report.versions}
            )
