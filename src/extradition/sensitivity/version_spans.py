"""The versions that may apply to an offence: one for every combination of spans in which the missing dates
may fall.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extradition.days import FIRST_DAY
from extradition.determination.outcome import Span
from extradition.hearing.applicable_versions import Choice, DateMissing, choice_at
from extradition.hearing.spans_of_date import spans_of_date
from extradition.rule_book.in_force import moment_of
from extradition.rule_book.question import Question
from extradition.source import Fault


class VersionSpans:
    """The choices that govern each question of a matter: one, or one for each combination of the spans of its
    missing dates.

    A date that is known only as a span of days is missing too, where the law changed within the span.

    Args:
        questions: the questions of the matter, by provision.
        chosen: the choice that the dates of the case make for each of them.

    Attributes:
        dates: by its name (``conduct_date``), the spans of each missing date that chooses between laws.
    """

    def __init__(self, questions: Mapping[str, Question], chosen: Mapping[str, Choice]) -> None:
        self._questions = questions
        self._chosen = chosen
        self._missing = {
            provision: {each.name: each for each in _missing(choice)} for provision, choice in chosen.items()
        }
        self._missing_by_name = {
            name: each for faults in self._missing.values() for name, each in faults.items()
        }
        self._spans = {
            name: tuple(self._spans_of(name, each)) for name, each in self._missing_by_name.items()
        }
        self.dates = {name: spans for name, spans in self._spans.items() if len(spans) > 1}
        self._choices: dict[str, tuple[Choice, ...]] = {}

    def dates_of(self, provision: str) -> tuple[str, ...]:
        """The names of the missing dates that choose the version of a question; empty if only one version
        may apply.
        """
        return tuple(name for name in self._missing[provision] if name in self.dates)

    def choices(self, provision: str) -> tuple[Choice, ...]:
        """The choices that may govern a question: one for each combination of the spans of its missing
        dates, the last date fastest.
        """
        choice = self._chosen[provision]
        if not isinstance(choice, DateMissing):
            return (choice,)
        if provision not in self._choices:
            spans = itertools.product(*(self._spans[name] for name in self._missing[provision]))
            found = tuple(self._on(provision, choice, combination) for combination in spans)
            self._choices[provision] = found or (choice,)
        return self._choices[provision]

    def chosen_by(self, name: str) -> tuple[str, ...]:
        """The provisions of the questions whose version the missing date *name* chooses."""
        return tuple(provision for provision in self._questions if name in self.dates_of(provision))

    def _on(self, provision: str, missing: DateMissing, spans: tuple[Span, ...]) -> Choice:
        """The choice for a question on the first moment of each of *spans*; the missing date itself where
        the Act then has no version.
        """
        on = {_of(name): span for name, span in zip(self._missing[provision], spans, strict=True)}
        named = [(date, on.get(_of(str(date.place[-1])))) for date in missing.dates]
        dates = tuple(replace(date, when=span.from_) if span else date for date, span in named)
        moments = [span.begins if span else moment_of(date.first, date.hour) for date, span in named]
        in_order = (
            max(moments) if date.selector == "hearing date" else moment
            for date, moment in zip(dates, moments, strict=True)
        )
        choice = choice_at(
            provision, self._questions[provision], dates, tuple(in_order)
        )  # no other date is after the hearing
        return missing if isinstance(choice, Fault) else choice

    def _spans_of(self, name: str, missing: DateMissing) -> Iterator[Span]:
        """The spans in which a date may fall, between the changes of those questions that lack it."""
        asked = [
            question for provision, question in self._questions.items() if name in self._missing[provision]
        ]
        return spans_of_date(missing, asked, self._possible_days(name))

    def _possible_days(self, name: str) -> tuple[dt.date, dt.date]:
        """The first and the last day on which the date *name* may fall for some question."""
        lacking = [
            choice
            for provision, choice in self._chosen.items()
            if isinstance(choice, DateMissing) and name in self._missing[provision]
        ]
        dates = [
            date
            for choice in lacking
            for date in choice.dates
            if date.selector == self._missing_by_name[name].selector
        ]
        return min(date.first for date in dates), max(date.last for date in dates)


def labels(spans: Iterable[Span]) -> tuple[str, ...]:
    """The days of each span in words, different for each span.

    Args:
        spans: the spans of one date, the earliest first, whose own first day is left out; or the parts of one
            day.

    Examples:
        >>> day = dt.date(2021, 12, 17)
        >>> first = dt.date(1900, 1, 1)
        >>> until = Span(date="conduct date", from_=first, from_hour=None, until=day, until_hour=None)
        >>> since = Span(date="conduct date", from_=day, from_hour=None, until=None, until_hour=None)
        >>> labels((until, since))
        ('before 17 December 2021', 'from 17 December 2021')
    """
    first, *others = spans = tuple(spans)
    if all(span.is_part_of_a_day for span in spans):
        return tuple(span.in_words for span in spans)
    return tuple(span.in_words for span in (first.model_copy(update={"from_": FIRST_DAY}), *others))


def _missing(choice: Choice) -> tuple[DateMissing, ...]:
    """The missing dates of a choice; none if one version applies."""
    return (choice, *choice.others) if isinstance(choice, DateMissing) else ()


def _of(name: str) -> str:
    """What a date or an hour of that *name* is of."""
    return name.removesuffix("_hour").removesuffix("_date")
