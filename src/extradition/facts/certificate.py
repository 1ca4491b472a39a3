"""A case file of Certificate for arrest without a warrant, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class CertificatePersonFindings(TypedDict, total=False):
    request_for_arrest: shapes.Given[fact_answers.RequestForArrest]
    arrangements_for_request: shapes.Given[fact_answers.ArrangementsForRequest]
    schedule_a1_territory: shapes.Given[fact_answers.ScheduleA1Territory]
    valid_request_for_arrest: shapes.Given[fact_answers.YesOrNo]
    arrangements_for_arrest: shapes.Given[fact_answers.YesOrNo]


class CertificateOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]
    belief_in_serious_offence: shapes.Given[fact_answers.YesOrNo]
    appropriate_for_seriousness: shapes.Given[fact_answers.YesOrNo]


class CertificateDecisionFindings(TypedDict, total=False):
    pass


class CertificateDecision(shapes.DecisionShape):
    findings: NotRequired[CertificateDecisionFindings]


class CertificateOffence(shapes.OffenceShape):
    findings: NotRequired[CertificateOffenceFindings]
    decisions: NotRequired[Sequence[CertificateDecision]]


class CertificateIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[CertificatePersonFindings]
    offences: Sequence[CertificateOffence]


class CertificateCaseFile(shapes.CaseFileShape):
    findings: NotRequired[CertificatePersonFindings]
    offences: NotRequired[Sequence[CertificateOffence]]
    warrants: NotRequired[Sequence[CertificateIssuedWarrant]]
