"""A case file of Route by which a person abroad is asked for, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class RoutePersonFindings(TypedDict, total=False):
    category_of_requested_territory: shapes.Given[fact_answers.CategoryOfRequestedTerritory]
    old_acts_outside_the_system: shapes.Given[fact_answers.OldActsOutsideTheSystem]
    part_3_warrant_serves: shapes.Given[fact_answers.YesOrNo]
    old_acts_outside_agreement: shapes.Given[fact_answers.YesOrNo]


class RouteOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]


class RouteDecisionFindings(TypedDict, total=False):
    pass


class RouteDecision(shapes.DecisionShape):
    findings: NotRequired[RouteDecisionFindings]


class RouteOffence(shapes.OffenceShape):
    findings: NotRequired[RouteOffenceFindings]
    decisions: NotRequired[Sequence[RouteDecision]]


class RouteIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[RoutePersonFindings]
    offences: Sequence[RouteOffence]


class RouteCaseFile(shapes.CaseFileShape):
    findings: NotRequired[RoutePersonFindings]
    offences: NotRequired[Sequence[RouteOffence]]
    warrants: NotRequired[Sequence[RouteIssuedWarrant]]
