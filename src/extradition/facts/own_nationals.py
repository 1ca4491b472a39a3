"""A case file of Surrender of its own national by another state, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class OwnNationalsPersonFindings(TypedDict, total=False):
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    nationality_of_person: shapes.Given[fact_answers.NationalityOfPerson]
    own_nationals_rule: shapes.Given[fact_answers.OwnNationalsRule]
    nationality_open_to_refusal: shapes.Given[fact_answers.YesOrNo]
    surrender_on_conditions: shapes.Given[fact_answers.YesOrNo]


class OwnNationalsOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]


class OwnNationalsDecisionFindings(TypedDict, total=False):
    pass


class OwnNationalsDecision(shapes.DecisionShape):
    findings: NotRequired[OwnNationalsDecisionFindings]


class OwnNationalsOffence(shapes.OffenceShape):
    findings: NotRequired[OwnNationalsOffenceFindings]
    decisions: NotRequired[Sequence[OwnNationalsDecision]]


class OwnNationalsIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[OwnNationalsPersonFindings]
    offences: Sequence[OwnNationalsOffence]


class OwnNationalsCaseFile(shapes.CaseFileShape):
    findings: NotRequired[OwnNationalsPersonFindings]
    offences: NotRequired[Sequence[OwnNationalsOffence]]
    warrants: NotRequired[Sequence[OwnNationalsIssuedWarrant]]
