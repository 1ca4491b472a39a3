"""A case file of Arrest without a warrant on a certificate, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class OnCertificatePersonFindings(TypedDict, total=False):
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    arresting_officer: shapes.Given[fact_answers.ArrestingOfficer]
    place_of_arrest: shapes.Given[fact_answers.PlaceOfArrest]
    subject_to_service_law: shapes.Given[fact_answers.SubjectToServiceLaw]
    certificate_for_arrest: shapes.Given[fact_answers.CertificateForArrest]
    arrested_on_same_certificate: shapes.Given[fact_answers.ArrestedOnSameCertificate]
    request_period: shapes.Given[fact_answers.RequestPeriod]
    certificate_in_force: shapes.Given[fact_answers.YesOrNo]
    arrested_before_on_certificate: shapes.Given[fact_answers.YesOrNo]
    arrest_on_certificate_by_constable_or_customs: shapes.Given[fact_answers.YesOrNo]
    arrest_on_certificate_by_service_police: shapes.Given[fact_answers.YesOrNo]


class OnCertificateOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]


class OnCertificateDecisionFindings(TypedDict, total=False):
    pass


class OnCertificateDecision(shapes.DecisionShape):
    findings: NotRequired[OnCertificateDecisionFindings]


class OnCertificateOffence(shapes.OffenceShape):
    findings: NotRequired[OnCertificateOffenceFindings]
    decisions: NotRequired[Sequence[OnCertificateDecision]]


class OnCertificateIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[OnCertificatePersonFindings]
    offences: Sequence[OnCertificateOffence]


class OnCertificateCaseFile(shapes.CaseFileShape):
    findings: NotRequired[OnCertificatePersonFindings]
    offences: NotRequired[Sequence[OnCertificateOffence]]
    warrants: NotRequired[Sequence[OnCertificateIssuedWarrant]]
