"""A case file of Arrest on a certified Part 1 warrant, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class OnWarrantPersonFindings(TypedDict, total=False):
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    arresting_officer: shapes.Given[fact_answers.ArrestingOfficer]
    place_of_arrest: shapes.Given[fact_answers.PlaceOfArrest]
    subject_to_service_law: shapes.Given[fact_answers.SubjectToServiceLaw]
    power_under_service_law: shapes.Given[fact_answers.PowerUnderServiceLaw]
    certificate_on_part_1_warrant: shapes.Given[fact_answers.CertificateOnPart1Warrant]
    certificate_on_warrant: shapes.Given[fact_answers.YesOrNo]
    executed_by_constable_or_customs: shapes.Given[fact_answers.YesOrNo]
    executed_by_service_police: shapes.Given[fact_answers.YesOrNo]


class OnWarrantOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]


class OnWarrantDecisionFindings(TypedDict, total=False):
    pass


class OnWarrantDecision(shapes.DecisionShape):
    findings: NotRequired[OnWarrantDecisionFindings]


class OnWarrantOffence(shapes.OffenceShape):
    findings: NotRequired[OnWarrantOffenceFindings]
    decisions: NotRequired[Sequence[OnWarrantDecision]]


class OnWarrantIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[OnWarrantPersonFindings]
    offences: Sequence[OnWarrantOffence]


class OnWarrantCaseFile(shapes.CaseFileShape):
    findings: NotRequired[OnWarrantPersonFindings]
    offences: NotRequired[Sequence[OnWarrantOffence]]
    warrants: NotRequired[Sequence[OnWarrantIssuedWarrant]]
