"""The law that may apply where a date is missing that chooses it: the outcome for every span of days on which it would be another."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator

from extradition.case_file import CaseFile, Offence
from extradition.determination.outcome import Candidate, Outcome, Span
from extradition.hearing.applicable_versions import DateMissing
from extradition.rule_book import RuleBook
from extradition.source import Place

Dated = tuple[CaseFile, Offence]
_MIDNIGHT = dt.time()


def candidates(
    rule_book: RuleBook, case_file: CaseFile, offence: Offence, missing: Iterable[DateMissing], outcome_of: Callable[[Dated], Outcome]
) -> Iterator[Candidate]:
    """The outcome for each combination of spans in which the *missing* dates may fall.

    Args:
        outcome_of: the outcome of the offence with such dates put in.
    """
    places = {each.place: each.selector for each in missing}
    spans = [[(place, span) for span in _spans(rule_book, case_file, place, selector)] for place, selector in places.items()]
    for combined in itertools.product(*spans) if spans else ():
        dated: Dated = (case_file, offence)
        for place, span in combined:
            dated = _put_in(dated, place, span)
        yield Candidate(spans=tuple(span for _, span in combined), outcome=outcome_of(dated))


def _spans(rule_book: RuleBook, case_file: CaseFile, place: Place, selector: str) -> Iterator[Span]:
    """The spans between the moments at which a version chosen by *selector* begins, up to the hearing."""
    in_force = [
        version.in_force
        for _, question in rule_book.questions_in(str(case_file.part))
        for version in question.versions
        if version.in_force.selected_by == selector and isinstance(version.in_force.from_, dt.date)
    ]
    moments = sorted({(each.from_, each.from_hour or _MIDNIGHT) for each in in_force if isinstance(each.from_, dt.date)})
    last = case_file.dates.hearing or dt.date.max
    day = case_file.dates.arrest if place[-1] == "arrest_hour" else None
    for moment, following in itertools.zip_longest(moments, moments[1:]):
        starts = moment[0] <= last if day is None else (moment[0] <= day and (following is None or (day, dt.time.max) >= moment))
        ends = day is not None and following is not None and following <= (day, _MIDNIGHT)
        if starts and not ends:
            yield Span(
                date=selector,
                from_=moment[0],
                from_hour=moment[1] if moment[1] != _MIDNIGHT else None,
                until=following[0] if following else None,
                until_hour=following[1] if following and following[1] != _MIDNIGHT else None,
            )


def _put_in(dated: Dated, place: Place, span: Span) -> Dated:
    """The case with the first moment of *span* as the date at *place*."""
    case_file, offence = dated
    if place[-1] == "conduct_date":
        other = offence.model_copy(update={"conduct_date": span.from_})
        return case_file.model_copy(update={"offences": tuple(other if each is offence else each for each in case_file.offences)}), other
    hour = span.from_hour or _MIDNIGHT
    if place[-1] == "arrest_hour":
        at = hour if span.from_ == case_file.dates.arrest else _MIDNIGHT
        return case_file.model_copy(update={"dates": case_file.dates.model_copy(update={"arrest_hour": at})}), offence
    dates = {str(place[-1]): span.from_, **({"arrest_hour": hour} if place[-1] == "arrest" else {})}
    return case_file.model_copy(update={"dates": case_file.dates.model_copy(update=dates)}), offence
