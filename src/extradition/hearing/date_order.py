"""The order of the dates in a case file: the dates that cannot be right together, and those that may not
be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extradition.case_file import CaseFile, Instrument, Offence
from extradition.case_file.finding import Findings, Source
from extradition.case_file.warrant import Warrant
from extradition.days import Days, first_day, last_day, text_of_days
from extradition.determination.caution import Caution
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.source import Fault, Place

_FOR_THE_CONDUCT = ("provisional_warrant", "arrest", "certificate")
"""The dates of what was done because of the conduct. A request may add conduct after the arrest, so that a
conduct after one of them is a caution.
"""


@dataclass(frozen=True)
class _Order:
    """Two dates in the order that they must have.

    Attributes:
        of: the event of the date that the message is about.
        place: the place of that date in the case file.
        earlier: the date that must come first.
        later: the date that must not be before it.
        message: the fault of that date if the order is broken.
        is_certain: whether no case can have the dates in another order; otherwise they are a caution.
    """

    of: str
    place: Place
    earlier: dt.date | Days
    later: dt.date | Days
    message: str
    is_certain: bool = True

    @property
    def is_broken(self) -> bool:
        """Whether the dates are in the wrong order on all the days on which they may fall."""
        return first_day(self.earlier) > last_day(self.later)

    @property
    def caution(self) -> Literal["dates may conflict", "dates in an unusual order"] | None:
        """The kind of the caution on the two dates; None if they need none.

        A caution is due if the dates are in the wrong order on some, not all, of the days on which they may
        fall. It is due too if they are in an order that few cases have.
        """
        if self.is_broken:
            return None if self.is_certain else "dates in an unusual order"
        return "dates may conflict" if last_day(self.earlier) > first_day(self.later) else None


def date_faults(case_file: CaseFile) -> Iterator[Fault]:
    """A fault for each date of *case_file* that cannot be right, given another date.

    Args:
        case_file: the case file; only its own dates are read, so it needs no rule book.
    """
    for order in _orders(case_file):
        if order.is_certain and order.is_broken:
            yield Fault(order.place, f"is {order.message}")
    dates = case_file.dates
    if dates.arrest_hour and not isinstance(dates.arrest, dt.date):
        message = (
            "is the hour of an arrest of which the day is not known"
            if dates.arrest
            else "has no arrest to be the hour of"
        )
        yield Fault(("dates", "arrest_hour"), message)


def faults_before_the_law(case_file: CaseFile, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for each date that chooses versions in *part* and is before its first day; not for the hearing.

    Args:
        case_file: the case file, with one warrant.
        rule_book: the law, with the first day of each matter.
        part: the matter of the case.
    """
    for key, begins in rule_book.begins[part].items():
        when = case_file.dates.of(key)
        if key != "hearing" and when is not None and last_day(when) < begins:
            title = rule_book.title_of(part)
            message = f"is before {begins}, on which the law of {title} begins in this rule book"
            yield Fault(("dates", key), message)


def date_cautions(case_file: CaseFile, rule_book: RuleBook) -> Iterator[Caution]:
    """A caution for each two dates of *case_file* that are, or may be, in an order that is seldom right.

    Args:
        case_file: the case file, whose dates have no fault.
        rule_book: the law, with the answers that presuppose an order of two dates.
    """
    yield from dict.fromkeys(
        Caution(kind=order.caution, said=order.of, why=order.message)
        for order in (*_orders(case_file), *_orders_of_answers(case_file, rule_book))
        if order.caution is not None
    )


def _orders_of_answers(case_file: CaseFile, rule_book: RuleBook) -> Iterator[_Order]:
    """Every order of two dates of *case_file* that a finding in it presupposes."""
    presupposed = (
        rule_book.facts[name].in_order.get(str(finding.answer))
        for name, findings in case_file.findings.items()
        for finding in findings
        if name in rule_book.facts
    )
    for order in filter(None, presupposed):
        earlier, later = case_file.dates.of(order.earlier), case_file.dates.of(order.later)
        if earlier is not None and later is not None:
            of, message = _spoken(order.later), f"before the {_spoken(order.earlier)}"
            yield _Order(of, ("dates", order.later), earlier, later, message, is_certain=False)


def _orders(case_file: CaseFile) -> Iterator[_Order]:
    """Every order that two dates of *case_file* must have."""
    dates = case_file.dates
    hearing = dates.hearing
    for of, place, day in _days_before_the_hearing(case_file):
        if hearing is not None:
            yield _Order(of, place, day, hearing, "after the hearing")
    if dates.consent is not None and dates.arrest is not None:
        yield _Order("consent", ("dates", "consent"), dates.arrest, dates.consent, "before the arrest")
    for i, offence in enumerate(case_file.offences):
        yield from _orders_on_offence(case_file, ("offences", i), offence)
    yield from _orders_of_particulars(case_file)


def _orders_on_offence(case_file: CaseFile, place: Place, offence: Offence) -> Iterator[_Order]:
    """Every order that the conduct, the decisions and the summonses on *offence* must have."""
    conduct = offence.conduct_date
    if conduct is not None:
        for name in _FOR_THE_CONDUCT:
            if (day := case_file.dates.of(name)) is not None:
                of = f"conduct ({offence.id})"
                yield _Order(
                    of, (*place, "conduct_date"), conduct, day, f"after the {_spoken(name)}", is_certain=False
                )
    for n, decision in enumerate(offence.decisions or ()):
        of, made, form = f"decision ({decision.id})", decision.date, (*place, "decisions", n, "warrant")
        if made is not None and conduct is not None:
            yield _Order(of, (*form[:-1], "date"), conduct, made, "before the conduct")
        for at, summons, summoned in _summons(form, decision.id, decision.warrant):
            if made is not None:
                yield _Order(summons, at, summoned, made, f"after the decision ({text_of_days(made)})")
    for at, of, summoned in _summonses(place, offence):
        yield from (
            _Order(of, at, summoned, day, f"after the {_spoken(name)}")
            for name, day in case_file.dates.days.items()
        )
        if conduct is not None:
            yield _Order(of, at, conduct, summoned, "before the conduct")


def _orders_of_particulars(case_file: CaseFile) -> Iterator[_Order]:
    """Every order that a date of the particulars must have with another date of *case_file*."""
    given = case_file.particulars
    if given is None:
        return
    born = given.requested_person.date_of_birth if given.requested_person else None
    if born is not None:
        place = ("particulars", "requested_person", "date_of_birth")
        for name, day in case_file.dates.days.items():
            yield _Order("birth", place, born, day, f"after the {_spoken(name)}")
        for offence in case_file.offences:
            if offence.conduct_date is not None:
                conduct = text_of_days(offence.conduct_date)
                yield _Order("birth", place, born, offence.conduct_date, f"after the conduct ({conduct})")
    for key, instrument in (("warrant", given.warrant), ("request", given.request)):
        if instrument is not None:
            yield from _orders_of_instrument(case_file, ("particulars", key), instrument)


def _orders_of_instrument(case_file: CaseFile, place: Place, instrument: Instrument) -> Iterator[_Order]:
    """Every order that the dates of a warrant or request must have with each other and with *case_file*."""
    issued, certified, dates = instrument.issued, instrument.certified, case_file.dates
    certificate = dates.certificate
    of_certificate = certificate if certified is None else certified
    if issued is not None and of_certificate is not None:
        yield _Order("issue", (*place, "issued"), issued, of_certificate, "after the certificate")
    for offence in case_file.offences:
        if issued is not None and offence.conduct_date is not None:
            conduct = text_of_days(offence.conduct_date)
            message = f"before the conduct ({conduct})"
            yield _Order("issue", (*place, "issued"), offence.conduct_date, issued, message)
    if issued is not None:
        yield from _decisions_before(issued, str(place[-1]), case_file)
    for of, name, day in (("issue", "issued", issued), ("certificate", "certified", certified)):
        if day is not None and dates.hearing is not None:
            yield _Order(of, (*place, name), day, dates.hearing, "after the hearing")
    if certified is not None and certificate is not None and certified != certificate:
        message = f"another day than the certificate in dates ({text_of_days(certificate)})"
        yield _Order("certificate", (*place, "certified"), certified, certificate, message)
        yield _Order("certificate", (*place, "certified"), certificate, certified, message)


def _decisions_before(issued: dt.date | Days, paper: str, case_file: CaseFile) -> Iterator[_Order]:
    """The order of each decision that *case_file* lists and of the issue of the warrant or request."""
    for i, offence in enumerate(case_file.offences):
        for n, decision in enumerate(offence.decisions or ()):
            if decision.date is not None:
                of, place = f"decision ({decision.id})", ("offences", i, "decisions", n, "date")
                message = f"after the issue of the {paper}"
                yield _Order(of, place, decision.date, issued, message, is_certain=False)


def _summonses(place: Place, offence: Offence) -> Iterator[tuple[Place, str, dt.date | Days]]:
    """The day of each summons in the forms on *offence* and on its decisions, with its place and its
    event.
    """
    yield from _summons((*place, "warrant"), offence.id, offence.warrant)
    for n, each in enumerate(offence.decisions or ()):
        yield from _summons((*place, "decisions", n, "warrant"), each.id, each.warrant)


def _summons(place: Place, of: str, warrant: Warrant | None) -> Iterator[tuple[Place, str, dt.date | Days]]:
    """The day of the summons in the form *warrant*, which is about *of*."""
    if warrant is not None and warrant.box_d is not None and warrant.box_d.summoned_on is not None:
        yield (*place, "box_d", "summoned_on"), f"summons ({of})", warrant.box_d.summoned_on


def _days_before_the_hearing(case_file: CaseFile) -> Iterator[tuple[str, Place, dt.date | Days]]:
    """Each date that cannot be after the hearing, with its event and place; not the dates of a warrant's
    form.
    """
    for name, day in case_file.dates.days.items():
        if name != "hearing":
            yield _spoken(name), ("dates", name), day
    for i, closed in enumerate(case_file.evidence_closed):
        yield f"close of the evidence ({closed.of})", ("evidence_closed", i, "on"), closed.on
        yield from _day_of_source(closed.source, ("evidence_closed", i))
    yield from _days_of_sources(case_file.findings, ("findings",))
    for i, offence in enumerate(case_file.offences):
        if offence.conduct_date is not None:
            yield f"conduct ({offence.id})", ("offences", i, "conduct_date"), offence.conduct_date
        yield from _days_of_sources(offence.findings, ("offences", i, "findings"))
        for n, decision in enumerate(offence.decisions or ()):
            place: Place = ("offences", i, "decisions", n)
            if decision.date is not None:
                yield f"decision ({decision.id})", (*place, "date"), decision.date
            yield from _day_of_source(decision.source, place)
            yield from _days_of_sources(decision.findings, (*place, "findings"))


def _days_of_sources(findings: Findings, place: Place) -> Iterator[tuple[str, Place, dt.date | Days]]:
    for name, entries in findings.items():
        for i, finding in enumerate(entries):
            yield from _day_of_source(finding.source, (*place, name, i))


def _day_of_source(source: Source | None, place: Place) -> Iterator[tuple[str, Place, dt.date | Days]]:
    """The day of the document *source*, of what stands at *place*."""
    if source is not None and source.date is not None:
        yield f"source ({source.document})", (*place, "source", "date"), source.date


def _spoken(name: str) -> str:
    return name.replace("_", " ")
