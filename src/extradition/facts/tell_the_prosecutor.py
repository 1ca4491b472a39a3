"""A case file of Occasions to tell the prosecutor, with the facts and questions of that matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import fact_answers, shapes


class TellTheProsecutorPersonFindings(TypedDict, total=False):
    nationality_of_person: shapes.Given[fact_answers.NationalityOfPerson]
    own_nationals_rule: shapes.Given[fact_answers.OwnNationalsRule]
    stage_of_case_here: shapes.Given[fact_answers.StageOfCaseHere]
    occasion_to_tell_the_prosecutor: shapes.Given[fact_answers.YesOrNo]


class TellTheProsecutorOffenceFindings(TypedDict, total=False):
    aggregate_sentence: shapes.Given[fact_answers.AggregateSentence]


class TellTheProsecutorDecisionFindings(TypedDict, total=False):
    pass


class TellTheProsecutorDecision(shapes.DecisionShape):
    findings: NotRequired[TellTheProsecutorDecisionFindings]


class TellTheProsecutorOffence(shapes.OffenceShape):
    findings: NotRequired[TellTheProsecutorOffenceFindings]
    decisions: NotRequired[Sequence[TellTheProsecutorDecision]]


class TellTheProsecutorIssuedWarrant(shapes.IssuedWarrantShape):
    findings: NotRequired[TellTheProsecutorPersonFindings]
    offences: Sequence[TellTheProsecutorOffence]


class TellTheProsecutorCaseFile(shapes.CaseFileShape):
    findings: NotRequired[TellTheProsecutorPersonFindings]
    offences: NotRequired[Sequence[TellTheProsecutorOffence]]
    warrants: NotRequired[Sequence[TellTheProsecutorIssuedWarrant]]
