"""A case file of Provisional warrant for a category 2 territory, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class ProvisionalWarrantPersonFindings(TypedDict, total=False):
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    person_sought_by_category_2: shapes.Given[fact_answers.PersonSoughtByCategory2]
    whereabouts: shapes.Given[fact_answers.Whereabouts]
    article_3_territory: shapes.Given[fact_answers.Article3Territory]
    request_period: shapes.Given[fact_answers.RequestPeriod]
    sought_and_within_reach: shapes.Given[fact_answers.YesOrNo]


class ProvisionalWarrantOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]
    material_for_arrest_warrant: shapes.Given[fact_answers.MaterialForArrestWarrant]
    belief_in_offence_abroad: shapes.Given[fact_answers.YesOrNo]
    written_material_justifies_warrant: shapes.Given[fact_answers.YesOrNo]


class ProvisionalWarrantDecisionFindings(TypedDict, total=False):
    pass


class ProvisionalWarrantDecision(shapes.DecisionShape):
    findings: NotRequired[ProvisionalWarrantDecisionFindings]


class ProvisionalWarrantOffence(shapes.OffenceShape):
    findings: NotRequired[ProvisionalWarrantOffenceFindings]
    decisions: NotRequired[Sequence[ProvisionalWarrantDecision]]


class ProvisionalWarrantIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[ProvisionalWarrantPersonFindings]
    offences: Sequence[ProvisionalWarrantOffence]


class ProvisionalWarrantCaseFile(shapes.CaseFileShape):
    findings: NotRequired[ProvisionalWarrantPersonFindings]
    offences: NotRequired[Sequence[ProvisionalWarrantOffence]]
    warrants: NotRequired[Sequence[ProvisionalWarrantIssuedWarrant]]
