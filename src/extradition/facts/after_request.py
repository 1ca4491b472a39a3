"""A case file of Warrant for arrest after a certified request, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class AfterRequestPersonFindings(TypedDict, total=False):
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    papers_sent_to_judge: shapes.Given[fact_answers.PapersSentToJudge]
    article_3_territory: shapes.Given[fact_answers.Article3Territory]
    papers_with_judge: shapes.Given[fact_answers.YesOrNo]


class AfterRequestOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]
    material_for_arrest_warrant: shapes.Given[fact_answers.MaterialForArrestWarrant]
    belief_in_offence_requested: shapes.Given[fact_answers.YesOrNo]
    material_justifies_warrant: shapes.Given[fact_answers.YesOrNo]


class AfterRequestDecisionFindings(TypedDict, total=False):
    pass


class AfterRequestDecision(shapes.DecisionShape):
    findings: NotRequired[AfterRequestDecisionFindings]


class AfterRequestOffence(shapes.OffenceShape):
    findings: NotRequired[AfterRequestOffenceFindings]
    decisions: NotRequired[Sequence[AfterRequestDecision]]


class AfterRequestIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[AfterRequestPersonFindings]
    offences: Sequence[AfterRequestOffence]


class AfterRequestCaseFile(shapes.CaseFileShape):
    findings: NotRequired[AfterRequestPersonFindings]
    offences: NotRequired[Sequence[AfterRequestOffence]]
    warrants: NotRequired[Sequence[AfterRequestIssuedWarrant]]
