"""The versions that may apply to an offence: one for every span of days in which a date may fall that the case file lacks."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping

from extradition.days import Days, first_day, last_day
from extradition.determination.outcome import Span
from extradition.hearing.applicable_versions import Choice, Chosen, DateMissing, NotInForce, turns
from extradition.rule_book.question import Question

Moment = tuple[dt.date, dt.time]
_MIDNIGHT = dt.time()


class ApplicableVersions:
    """The choices that govern each question of a Part: one, or one for every span of days in which a missing date may fall.

    A date that is known only as a span of days is missing too, where the law changed within the span.

    Args:
        questions: the questions of the Part, by provision.
        chosen: the choice that the dates of the case make for each of them.

    Attributes:
        dates: by its name (``conduct_date``), the spans of each missing date that chooses between laws.
    """

    def __init__(self, questions: Mapping[str, Question], chosen: Mapping[str, Choice]) -> None:
        self._questions = questions
        self._chosen = chosen
        missing = {_name(choice): choice for choice in chosen.values() if isinstance(choice, DateMissing)}
        self._spans = {name: tuple(self._spans_of(name, each)) for name, each in missing.items()}
        self.dates = {name: spans for name, spans in self._spans.items() if len(spans) > 1}

    def date(self, provision: str) -> str | None:
        """The name of the missing date that chooses the version of a question; None if only one version may apply."""
        choice = self._chosen[provision]
        name = _name(choice) if isinstance(choice, DateMissing) else None
        return name if name in self.dates else None

    def choices(self, provision: str) -> tuple[Choice, ...]:
        """The choices that may govern a question: one, or one for each span of the date that is missing."""
        choice = self._chosen[provision]
        if not isinstance(choice, DateMissing):
            return (choice,)
        return tuple(self._on(provision, choice, span) for span in self._spans[_name(choice)]) or (choice,)

    def chosen_by(self, name: str) -> tuple[str, ...]:
        """The provisions of the questions whose version the missing date *name* chooses."""
        return tuple(provision for provision in self._questions if self.date(provision) == name)

    def _on(self, provision: str, missing: DateMissing, span: Span) -> Choice:
        """The choice for a question on the first moment of *span*; the missing date itself where the Act then has no version."""
        question = self._questions[provision]
        for version in question.versions:
            if version.in_force.covers(span.from_, span.from_hour):
                return Chosen(version, span.from_, missing.selector)
        absent = question.while_not_in_force is not None or question.is_limb
        return NotInForce(span.from_, missing.selector) if absent else missing

    def _spans_of(self, name: str, missing: DateMissing) -> Iterator[Span]:
        """The spans between the moments at which the law changes, as far as the date can fall into them.

        Of an hour, only the spans before and after it are left.
        """
        asked = [question for key, question in self._questions.items() if _is_missing(self._chosen[key], name)]
        moments = sorted({(day, hour or _MIDNIGHT) for question in asked for day, hour in turns(question)})
        first, last = self._possible_days(name)
        day_after = (last + dt.timedelta(days=1), _MIDNIGHT) if missing.within else None
        for moment, following in itertools.zip_longest(moments, moments[1:]):
            if name == "arrest_hour":
                if any(each and each[1] != _MIDNIGHT for each in (moment, following)):
                    yield _span(missing.selector, moment, following)
            elif moment[0] <= last and (following is None or following > (first, _MIDNIGHT)):
                ends = min(following or day_after, day_after) if day_after else following
                yield _span(missing.selector, max(moment, (first, _MIDNIGHT)), ends)

    def _possible_days(self, name: str) -> tuple[dt.date, dt.date]:
        """The first and the last day on which the date *name* may fall; no date is after the hearing."""
        within = [each.within for each in self._chosen.values() if isinstance(each, DateMissing) and _name(each) == name and each.within]
        if within:
            return min(each.from_ for each in within), max(each.until for each in within)
        if name == "hearing_date":
            selectors = ("arrest date", "conduct date", "certificate date")
            return max(min(map(first_day, self._known(selector)), default=dt.date.min) for selector in selectors), dt.date.max
        return dt.date.min, max(map(last_day, self._known("hearing date")), default=dt.date.max)

    def _known(self, selector: str) -> Iterator[dt.date | Days]:
        """What the choices that *selector* made say of its date."""
        for choice in self._chosen.values():
            if isinstance(choice, DateMissing) and choice.selector == selector and choice.within:
                yield choice.within
            elif isinstance(choice, NotInForce) and choice.by == selector:
                yield choice.day
            elif isinstance(choice, Chosen) and choice.by == selector and choice.when:
                yield choice.when


def labels(spans: Iterable[Span]) -> tuple[str, ...]:
    """The days of each span in words, different for each span.

    Args:
        spans: the spans of one date, the earliest first.

    Examples:
        >>> day = dt.date(2021, 12, 17)
        >>> first = dt.date(1900, 1, 1)
        >>> until = Span(date="conduct date", from_=first, from_hour=None, until=day, until_hour=None)
        >>> since = Span(date="conduct date", from_=day, from_hour=None, until=None, until_hour=None)
        >>> labels((until, since))
        ('before 17 December 2021', 'from 17 December 2021')
    """
    return tuple(_label(span, is_first=number == 0) for number, span in enumerate(spans))


def _label(span: Span, *, is_first: bool) -> str:
    start = _spoken(span.from_, span.from_hour)
    if span.until is None:
        return f"from {start}"
    end = _spoken(span.until, span.until_hour)
    return f"before {end}" if is_first else f"from {start} and before {end}"


def _spoken(day: dt.date, hour: dt.time | None) -> str:
    return f"{f'{hour:%H:%M} on ' if hour else ''}{day.day} {day:%B %Y}"


def _span(selector: str, start: Moment, end: Moment | None) -> Span:
    return Span(
        date=selector,
        from_=start[0],
        from_hour=start[1] if start[1] != _MIDNIGHT else None,
        until=end[0] if end else None,
        until_hour=end[1] if end and end[1] != _MIDNIGHT else None,
    )


def _is_missing(choice: Choice, name: str) -> bool:
    return isinstance(choice, DateMissing) and _name(choice) == name


def _name(missing: DateMissing) -> str:
    return "arrest_hour" if missing.place[-1] == "arrest_hour" else missing.selector.replace(" ", "_")
