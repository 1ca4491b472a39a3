"""The words after the outcome of an offence: where the hearing ended, and what comes next."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from extradition.determination import OffenceDetermination
from extradition.law import Provision
from extradition.rule_book.consequences import HALTING


def place_of_outcome(offence: OffenceDetermination, exits: Mapping[str, str]) -> str:
    """The words after the outcome of *offence*: the next stage, or the stage at which the hearing ends.

    Args:
        offence: The offence, with its path and its outcome.
        exits: What follows each provision beyond the questions asked, by provision.
    """
    outcome = offence.outcome
    before = "; next: {}, {}" if outcome.kind == "send" else ": {1}"
    left = [f": {exits[outcome.to]}"] if outcome.to is not None and outcome.to in exits else []
    onward = next_provision(offence)
    leads = [
        before.format(Provision(stage.provision).short, stage.title)
        for stage in offence.path
        if stage.provision == onward
    ]
    ends = outcome.kind in HALTING
    falls = [
        f", at {Provision(stage.provision).short}: {stage.title}"
        for stage in offence.path
        if ends and stage.provision == outcome.at
    ]
    return "".join([*left, *leads, *falls])


def next_provision(offence: OffenceDetermination) -> str | None:
    """The question that comes next after the outcome of *offence*; None if none does.

    A case is sent to the first question of its next decider, who may have answered it. The next is then the
    first that is open.

    Args:
        offence: The offence, with its path and its outcome.
    """
    to = offence.outcome.to
    onward = itertools.dropwhile(lambda stage: stage.provision != to, offence.path)
    sent = onward if offence.outcome.kind == "send" else ()
    return next((stage.provision for stage in sent if stage.state in ("open", "judgment")), to)
