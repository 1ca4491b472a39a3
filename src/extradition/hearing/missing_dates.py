"""The outcomes under each law that may apply, for every span of days in which a missing date may fall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from extradition.case_file import CaseFile, Offence
from extradition.determination.outcome import Candidate, Outcome, Span
from extradition.hearing.applicable_versions import DateMissing
from extradition.hearing.selecting_dates import possible_days
from extradition.hearing.spans_of_date import is_hour, spans_of_date
from extradition.hearing.walk import Walk
from extradition.rule_book import RuleBook
from extradition.rule_book.in_force import MIDNIGHT, Moment

Dated = tuple[CaseFile, Offence]
_At = tuple[Span, ...]
"""The spans in which the missing dates fall, one for each date so far."""
MOST_WALKS = 200
"""The most walks made to find the outcomes for the missing dates, all their spans together."""


@dataclass(frozen=True)
class _Leaf:
    """The outcome where the missing dates fall into *spans*, with the versions applied and their answers."""

    spans: tuple[Span, ...]
    outcome: Outcome
    law: tuple[object, ...]


class Candidates:
    """The outcomes under each law that may apply, where dates that choose the law are missing.

    Args:
        rule_book: the law.
        dated: the case file and the offence.
        walk: the walk without the missing dates.
        walk_on: makes the walk for a case file and an offence with further dates.
    """

    def __init__(
        self, rule_book: RuleBook, dated: Dated, walk: Walk, walk_on: Callable[[Dated], Walk]
    ) -> None:
        self._book = rule_book
        self._dated = dated
        self._walk = walk
        self._walk_on = walk_on
        self._made: dict[_At, tuple[Dated, Walk]] = {}
        self._tried = 0

    @property
    def each(self) -> tuple[Candidate, ...]:
        """The outcome for each span of the missing dates; equal neighbours are one span."""
        return tuple(
            Candidate(spans=leaf.spans, outcome=leaf.outcome) for leaf in self._every_leaf[0] if leaf.spans
        )

    @property
    def in_full(self) -> bool:
        """Whether the spans of every missing date were tried; if not, the outcomes of the rest are open."""
        return self._every_leaf[1]

    @cached_property
    def agreed(self) -> Outcome | None:
        """The outcome that all candidates have; None if their outcomes differ, or one is open.

        The first candidate with another outcome is the last that is tried.
        """
        self._tried = 0
        alike: list[Outcome] = []
        for outcome in self._outcomes(self._dated, self._walk, ()):
            if outcome is None or outcome.kind == "open" or not outcome.same_as((*alike, outcome)[0]):
                return None
            alike.append(outcome)
        if not alike:
            return None
        rests_on_one = len({(outcome.under, outcome.at) for outcome in alike}) == 1
        return alike[0] if rests_on_one else alike[0].model_copy(update={"under": None, "at": None})

    def _outcomes(self, dated: Dated, walk: Walk, at: _At) -> Iterator[Outcome | None]:
        """The outcome for each combination of spans, in order; None for those that are not tried."""
        missing = _missing(walk)
        if missing is None:
            yield from [walk.path.outcome] if at else []
        elif self._tried >= MOST_WALKS:
            yield None
        else:
            for span in _spans(self._book, dated, missing):
                then, walk_then = self._on(dated, missing, span, at)
                if not walk_then.date_faults:
                    yield from self._outcomes(then, walk_then, (*at, span))

    @cached_property
    def _every_leaf(self) -> tuple[list[_Leaf], bool]:
        """Every leaf, and whether the spans of every missing date were tried."""
        self._tried, self._is_in_full = 0, True
        leaves = self._leaves(self._dated, self._walk, ())
        self._made.clear()  # the leaves have all that is read of the walks
        return leaves, self._is_in_full

    def _leaves(self, dated: Dated, walk: Walk, at: _At) -> list[_Leaf]:
        """The outcomes for each span of the missing dates, one date after another; equal neighbours are
        merged.
        """
        missing = _missing(walk)
        if missing is None or self._tried >= MOST_WALKS:
            self._is_in_full = self._is_in_full and missing is None
            return [_Leaf((), walk.path.outcome, _law(walk))]
        groups: list[tuple[Span, list[_Leaf]]] = []
        for span in _spans(self._book, dated, missing):
            then, walk_then = self._on(dated, missing, span, at)
            leaves = [] if walk_then.date_faults else self._leaves(then, walk_then, (*at, span))
            if groups and groups[-1][1] == leaves and _end(groups[-1][0]) == _start(span):
                first = groups.pop()[0]
                span = first.model_copy(update={"until": span.until, "until_hour": span.until_hour})  # noqa: PLW2901  the two spans merged
            groups.append((span, leaves))
        return [replace(leaf, spans=(span, *leaf.spans)) for span, leaves in groups for leaf in leaves]

    def _on(self, dated: Dated, missing: DateMissing, span: Span, at: _At) -> tuple[Dated, Walk]:
        """The case with the missing date in *span*, and its walk, which is made once."""
        self._tried += 1
        key = (*at, span)
        if key not in self._made:
            then = _with_date(dated, missing, span)
            self._made[key] = then, self._walk_on(then)
        return self._made[key]


def _missing(walk: Walk) -> DateMissing | None:
    """The first date without which *walk* could not choose a version."""
    return next((fault for fault in walk.path.undated.values() if isinstance(fault, DateMissing)), None)


def _law(walk: Walk) -> tuple[object, ...]:
    """The versions that *walk* applied, their answers, and the questions that were not in force."""
    asked = (("asked", each.provision, each.chosen.version.id, each.answer) for each in walk.asked)
    return (*asked, *(("passed by", provision) for provision in walk.path.passed_by))


def _spans(rule_book: RuleBook, dated: Dated, missing: DateMissing) -> Iterator[Span]:
    """The spans between changes of the law that the missing date chooses, if the date can fall into them."""
    questions = (question for _, question in rule_book.questions_in(str(dated[0].part)))
    known = dated[0].dates.arrest if is_hour(missing) else missing.within
    return spans_of_date(missing, questions, possible_days(*dated, missing.selector, known))


def _start(span: Span) -> Moment:
    return span.from_, span.from_hour or MIDNIGHT


def _end(span: Span) -> Moment | None:
    return (span.until, span.until_hour or MIDNIGHT) if span.until else None


def _with_date(dated: Dated, missing: DateMissing, span: Span) -> Dated:
    """The case file and offence with the first moment of *span* as the missing date."""
    case_file, offence = dated
    name = str(missing.place[-1])
    if name == "conduct_date":
        other = offence.model_copy(update={"conduct_date": span.from_})
        return case_file.model_copy(
            update={"offences": tuple(other if each is offence else each for each in case_file.offences)}
        ), other
    hour = span.from_hour or MIDNIGHT
    if name == "arrest_hour":
        at = hour if span.from_ == case_file.dates.arrest else MIDNIGHT
        return case_file.model_copy(
            update={"dates": case_file.dates.model_copy(update={"arrest_hour": at})}
        ), offence
    dates = {name: span.from_, **({"arrest_hour": hour} if name == "arrest" else {})}
    if name == "certificate":
        dates["provisional_warrant"] = None  # *span* is that of the earlier of the two
    return case_file.model_copy(update={"dates": case_file.dates.model_copy(update=dates)}), offence
