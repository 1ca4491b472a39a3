"""A case file of Provisional arrest for a category 1 territory, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class ProvisionalPersonFindings(TypedDict, total=False):
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    arresting_officer: shapes.Given[fact_answers.ArrestingOfficer]
    place_of_arrest: shapes.Given[fact_answers.PlaceOfArrest]
    subject_to_service_law: shapes.Given[fact_answers.SubjectToServiceLaw]
    power_under_service_law: shapes.Given[fact_answers.PowerUnderServiceLaw]
    earlier_provisional_arrest: shapes.Given[fact_answers.EarlierProvisionalArrest]
    arrest_barred_by_earlier_discharge: shapes.Given[fact_answers.YesOrNo]
    belief_in_part_1_warrant: shapes.Given[fact_answers.YesOrNo]
    belief_in_function_of_authority: shapes.Given[fact_answers.YesOrNo]
    arrest_by_constable_or_customs: shapes.Given[fact_answers.YesOrNo]
    arrest_by_service_police: shapes.Given[fact_answers.YesOrNo]


class ProvisionalOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]


class ProvisionalDecisionFindings(TypedDict, total=False):
    pass


class ProvisionalDecision(shapes.DecisionShape):
    findings: NotRequired[ProvisionalDecisionFindings]


class ProvisionalOffence(shapes.OffenceShape):
    findings: NotRequired[ProvisionalOffenceFindings]
    decisions: NotRequired[Sequence[ProvisionalDecision]]


class ProvisionalIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[ProvisionalPersonFindings]
    offences: Sequence[ProvisionalOffence]


class ProvisionalCaseFile(shapes.CaseFileShape):
    findings: NotRequired[ProvisionalPersonFindings]
    offences: NotRequired[Sequence[ProvisionalOffence]]
    warrants: NotRequired[Sequence[ProvisionalIssuedWarrant]]
