"""A case file of Issue of a Part 3 warrant, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class IssueOfWarrantPersonFindings(TypedDict, total=False):
    part_3_judge: shapes.Given[fact_answers.Part3Judge]
    part_3_applicant: shapes.Given[fact_answers.Part3Applicant]
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    sought_from_category_1: shapes.Given[fact_answers.YesOrNo]
    appropriate_judge_for_warrant: shapes.Given[fact_answers.YesOrNo]
    entitled_to_apply: shapes.Given[fact_answers.YesOrNo]


class IssueOfWarrantOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]
    place_of_uk_offence: shapes.Given[fact_answers.PlaceOfUkOffence]
    extraterritorial_offence: shapes.Given[fact_answers.ExtraterritorialOffence]
    maximum_here: shapes.Given[fact_answers.MaximumHere]
    sentence_here: shapes.Given[fact_answers.SentenceHere]
    domestic_warrant: shapes.Given[fact_answers.DomesticWarrant]
    uk_conviction: shapes.Given[fact_answers.UkConviction]
    purpose_of_extradition_to_uk: shapes.Given[fact_answers.PurposeOfExtraditionToUk]
    arrest_without_warrant_here: shapes.Given[fact_answers.ArrestWithoutWarrantHere]
    part_3_statement: shapes.Given[fact_answers.Part3Statement]
    part_3_certificate: shapes.Given[fact_answers.Part3Certificate]
    extradition_offence_for_uk: shapes.Given[fact_answers.YesOrNo]
    grounds_for_belief: shapes.Given[fact_answers.YesOrNo]
    domestic_warrant_issued: shapes.Given[fact_answers.YesOrNo]
    convicted_in_uk: shapes.Given[fact_answers.YesOrNo]
    sought_to_be_sentenced_or_to_serve: shapes.Given[fact_answers.YesOrNo]
    domestic_warrant_or_power: shapes.Given[fact_answers.YesOrNo]
    statement_and_certificate: shapes.Given[fact_answers.YesOrNo]


class IssueOfWarrantDecisionFindings(TypedDict, total=False):
    pass


class IssueOfWarrantDecision(shapes.DecisionShape):
    findings: NotRequired[IssueOfWarrantDecisionFindings]


class IssueOfWarrantOffence(shapes.OffenceShape):
    findings: NotRequired[IssueOfWarrantOffenceFindings]
    decisions: NotRequired[Sequence[IssueOfWarrantDecision]]


class IssueOfWarrantIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[IssueOfWarrantPersonFindings]
    offences: Sequence[IssueOfWarrantOffence]


class IssueOfWarrantCaseFile(shapes.CaseFileShape):
    findings: NotRequired[IssueOfWarrantPersonFindings]
    offences: NotRequired[Sequence[IssueOfWarrantOffence]]
    warrants: NotRequired[Sequence[IssueOfWarrantIssuedWarrant]]
