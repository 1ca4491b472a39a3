"""One decision of a court in the schedule of an offence."""

from __future__ import annotations

import datetime as dt

from extradition.case_file.finding import Source
from extradition.days import Days
from extradition.determination.reasons import FactUsed
from extradition.law import VERIFIED, Model
from extradition.rule_book.decision_kinds import IS_THE_TRIAL


class DecisionListed(Model):
    """One decision of a court on an offence, with its part in the questions on the trial.

    ``is_the_trial`` is ``decider`` if the law leaves that to the decider, and ``replaced_by`` names the later
    decision that took its place, if one did. ``law`` is the law on its kind. ``facts`` are those of the
    schedule, with their answers.
    """

    id: str
    kind: str
    words: str
    court: str | None
    date: dt.date | Days | None
    is_the_trial: IS_THE_TRIAL
    replaced_by: str | None
    law: str
    verified: VERIFIED
    reason: str | None
    source: Source | None
    facts: tuple[FactUsed, ...]
