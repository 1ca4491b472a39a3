"""The close of the evidence: from then on, what a side has not shown is not shown."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file.finding import AUTHOR, Finding, Findings, Source
from extradition.days import CaseDay, last_day
from extradition.law import PARTY, Model
from extradition.rule_book.parties import WHOLE_CASE, Parties
from extradition.source import Fault, Place


class ClosedEvidence(Model):
    """The close of the evidence *of* a side or of the whole case, *on* a day.

    The decider of the hearing ruled it, or the parties agree it.

    An open fact that the side has the burden of proving then has the answer that stands if nothing is shown.
    """

    of: PARTY
    by: AUTHOR
    on: CaseDay
    source: Source | None = None

    def covers(self, parties: frozenset[PARTY]) -> bool:
        """Whether it closes the evidence on a fact that *parties*, and no others, have the burden of proving.

        >>> import datetime as dt
        >>> closed = ClosedEvidence(of="tenant", by="judge", on=dt.date(2026, 10, 1))
        >>> closed.covers(frozenset({"tenant"})), closed.covers(frozenset({"landlord"}))
        (True, False)
        """
        return self.of == WHOLE_CASE or parties == {self.of}

    def is_after(self, finding: Finding, parties: Parties) -> bool:
        """Whether *finding* is by the side whose evidence is closed, from a document of a later date.

        Args:
            finding: a finding of the case file.
            parties: the parties of the rule book.
        """
        sides = parties.names if self.of == WHOLE_CASE else (self.of,)
        dated = (
            finding.source is not None
            and finding.source.date is not None
            and last_day(finding.source.date) > self.on
        )
        return dated and finding.by in sides


def added_after_closing(
    closed: tuple[ClosedEvidence, ...], findings: Findings, place: Place, parties: Parties
) -> Iterator[Fault]:
    """A fault for each of *findings* that a side adds after the close of its evidence.

    Args:
        closed: the evidence that is closed.
        findings: findings by fact and question.
        place: the place of the findings in the case file.
        parties: the parties of the rule book.
    """
    for name, each in findings.items():
        late = next((end for finding in each for end in closed if end.is_after(finding, parties)), None)
        if late is not None:
            yield Fault(
                (*place, name),
                f"is evidence of a later date than {late.on}, when the evidence of the {late.of} was closed",
            )
