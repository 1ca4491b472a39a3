"""A case file of Provisional arrest through the specialist unit, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class ThroughTheUnitPersonFindings(TypedDict, total=False):
    urgency: shapes.Given[fact_answers.Urgency]
    extreme_urgency: shapes.Given[fact_answers.YesOrNo]


class ThroughTheUnitOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]


class ThroughTheUnitDecisionFindings(TypedDict, total=False):
    pass


class ThroughTheUnitDecision(shapes.DecisionShape):
    findings: NotRequired[ThroughTheUnitDecisionFindings]


class ThroughTheUnitOffence(shapes.OffenceShape):
    findings: NotRequired[ThroughTheUnitOffenceFindings]
    decisions: NotRequired[Sequence[ThroughTheUnitDecision]]


class ThroughTheUnitIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[ThroughTheUnitPersonFindings]
    offences: Sequence[ThroughTheUnitOffence]


class ThroughTheUnitCaseFile(shapes.CaseFileShape):
    findings: NotRequired[ThroughTheUnitPersonFindings]
    offences: NotRequired[Sequence[ThroughTheUnitOffence]]
    warrants: NotRequired[Sequence[ThroughTheUnitIssuedWarrant]]
