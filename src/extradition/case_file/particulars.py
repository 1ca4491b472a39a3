"""The particulars of a case: the names, references and dates at the head of its papers. No rule reads
them.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from extradition.days import CaseDay, Days, When
from extradition.law import Model
from extradition.rule_book.consequences import Sentence

_ONE_DAY = dt.timedelta(days=1)


class RequestedPerson(Model):
    """The requested person: the name, the date of birth and each nationality."""

    name: Sentence | None = None
    date_of_birth: When | None = None
    nationality: tuple[Sentence, ...] = ()


class Instrument(Model):
    """The paper that asks for the person: a warrant in Part 1, a request in Part 2.

    Attributes:
        reference: the reference of the warrant or request.
        issued: the date of issue.
        issuing_authority: the authority that issued it.
        requesting_authority: the authority that asks for the person, if it is another.
        certified: the date of the certificate.
        certificate: the reference of the certificate.
    """

    reference: Sentence | None = None
    issued: When | None = None
    issuing_authority: Sentence | None = None
    requesting_authority: Sentence | None = None
    certified: When | None = None
    certificate: Sentence | None = None


class Lawyers(Model):
    """The names of the lawyers of one kind, counsel or solicitors, for each side."""

    requesting_authority: tuple[Sentence, ...] = ()
    requested_person: tuple[Sentence, ...] = ()


class ListedHearing(Model):
    """One entry of the hearing list: its date, and its title."""

    date: When
    title: Sentence | None = None


class Custody(Model):
    """A span of bail or custody. Both *from* and *until* are days of it; without *until* it goes on."""

    status: Literal["bail", "custody"]
    from_: CaseDay = Field(alias="from")
    until: CaseDay | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.until is not None and self.until < self.from_:
            raise ValueError(f"ends on {self.until}, before it starts on {self.from_}")
        return self


class Particulars(Model):
    """The particulars of a case, all optional. They head the papers, and no rule reads them.

    Attributes:
        requested_person: the name, the date of birth and each nationality.
        warrant: the particulars of the warrant, in Part 1.
        request: the particulars of the request, in Part 2.
        court: the court that hears the case.
        judge: the name of the judge.
        hearing_list: the hearings that are listed.
        counsel: the names of counsel for each side.
        solicitors: the names of solicitors for each side.
        cps_reference: the reference of the Crown Prosecution Service.
        custody: the spans of bail and custody.

    Examples:
        >>> from extradition import CaseFile
        >>> particulars = CaseFile.load("examples/part_1_conviction/case.yaml").particulars
        >>> particulars.requested_person.nationality
        ('Romanian',)
    """

    requested_person: RequestedPerson | None = None
    warrant: Instrument | None = None
    request: Instrument | None = None
    court: Sentence | None = None
    judge: Sentence | None = None
    hearing_list: tuple[ListedHearing, ...] = ()
    counsel: Lawyers | None = None
    solicitors: Lawyers | None = None
    cps_reference: Sentence | None = None
    custody: Annotated[tuple[Custody, ...], Field(description="Spans of bail and custody.")] = ()

    def days_in_custody(self, hearing: dt.date | Days | None) -> int | None:
        """The number of days in custody; None if there is no custody, or if a span has no known end.

        The first and the last day of a span both count, as for a sentence. A day in two spans counts once.

        Args:
            hearing: the date of the hearing, at which the count of a span without an end stops.

        Examples:
            >>> from extradition.case_file.particulars import Custody
            >>> span = Custody.model_validate({"status": "custody", "from": "2024-03-06"})
            >>> held = Particulars(custody=(span,))
            >>> held.days_in_custody(dt.date(2024, 3, 8)), held.days_in_custody(None)
            (3, None)
        """
        day = hearing if isinstance(hearing, dt.date) else None
        spans = [(each.from_, each.until or day) for each in self.custody if each.status == "custody"]
        total, counted = 0, dt.date.min
        for first, last in sorted(spans, key=lambda span: span[0]):
            if last is None:
                return None
            start = max(first, counted)
            if last >= start:
                total += (last - start).days + 1
                counted = last + _ONE_DAY
        return total if spans else None
