"""The schedule of facts: agreed, disputed, asserted, found and assumed, each with its author and source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.casework.papers.on_offences import OnOffences, joined_parts
from extradition.hearing import Hearing
from extradition.hearing.offence import Heard
from extradition.law import Model
from extradition.rule_book.book import Designation
from extradition.rule_book.conditions import Name
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.parties import Parties

GROUP = Literal["agreed", "disputed", "asserted", "found", "assumed", "designated", "questions"]


class FactScheduled(OnOffences):
    """A fact (or, in the group *questions*, a question of the Act) with everything recorded on it."""

    group: GROUP
    name: str
    findings: tuple[Finding, ...]
    designation: Designation[Name] | None


class FactsSchedule(Model):
    """The facts of the case file, by what the parties and the decider say of them.

    A fact that a decider found is in the group *found*, whatever the parties say. *asserted* are the facts
    that are stated and neither agreed nor found, and *assumed* those without a party as their author.
    """

    shape: Literal["facts"] = "facts"
    facts: tuple[FactScheduled, ...]
    evidence_closed: tuple[ClosedEvidence, ...]

    def of(self, group: GROUP) -> tuple[FactScheduled, ...]:
        """The facts of one *group*, in the order of the case file.

        Args:
            group: the group.
        """
        return tuple(fact for fact in self.facts if fact.group == group)


def facts_schedule_of(hearing: Hearing) -> FactsSchedule:
    """The schedule of facts in the case of *hearing*.

    Args:
        hearing: the case, heard.
    """
    return FactsSchedule(
        facts=joined_parts(each for heard in hearing.offences for each in _on_offence(heard)),
        evidence_closed=hearing.case_file.evidence_closed,
    )


def _on_offence(heard: Heard) -> Iterator[FactScheduled]:
    for name, known in heard.known.items():
        designated = known.designation is not None and name in heard.read
        if name != ALWAYS_KNOWN and (known.findings or designated):
            yield FactScheduled(
                offences=(heard.offence.id,),
                group=_group(known, heard.rule_book.parties)
                if name in heard.rule_book.facts
                else "questions",
                name=name,
                findings=known.findings,
                designation=known.designation,
            )


def _group(known: Known, parties: Parties) -> GROUP:
    """The group of a fact, by the highest rank among its findings."""
    if known.designation is not None:
        return "designated"
    if any(finding.is_decided(parties) for finding in known.findings):
        return "found"
    if any(finding.is_agreed(parties) for finding in known.findings):
        return "agreed"
    if known.answer is None:
        return "disputed"
    contestable = any(finding.is_contestable(parties) for finding in known.findings)
    return "asserted" if contestable else "assumed"
