"""The outcomes under each law that may apply, for every span of days in which a missing date may fall."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from extradition.case_file import CaseFile, Offence
from extradition.determination.outcome import Candidate, Outcome, Span
from extradition.hearing.applicable_versions import DateMissing
from extradition.hearing.designation import changes_of_designation
from extradition.hearing.selecting_dates import possible_days
from extradition.hearing.spans_of_date import is_hour, spans_of_date
from extradition.hearing.walk import Walk
from extradition.rule_book import RuleBook
from extradition.rule_book.in_force import MIDNIGHT

Dated = tuple[CaseFile, Offence]
Spans = tuple[Span, ...]
MOST_WALKS = 200
"""The most walks made to find the outcomes for the missing dates, all their spans together."""


@dataclass(frozen=True)
class _Leaf:
    """The outcome where the missing dates fall into *spans*, with the versions applied and their answers.

    *is_tried*: whether a span was tried for every missing date.
    """

    spans: Spans
    outcome: Outcome
    law: tuple[object, ...]
    is_tried: bool = field(compare=False)


class Candidates:
    """The outcomes under each law that may apply, where dates that choose the law are missing.

    Args:
        rule_book: the law.
        dated: the case file and the offence.
        walk: the walk without the missing dates.
        walk_on: makes the walk for a case file and an offence with further dates, which are the first
            moments of the spans.

    Attributes:
        walks: the walks made so far, by these spans.
        undated: the outcome of the walk without the missing dates, whatever the candidates have.
    """

    def __init__(
        self, rule_book: RuleBook, dated: Dated, walk: Walk, walk_on: Callable[[Dated, Spans], Walk]
    ) -> None:
        self._book = rule_book
        self._walk_on = walk_on
        self.walks: dict[Spans, Walk] = {}
        self._made: list[_Leaf] = []
        self._rest = self._leaves(dated, walk, ())
        self.undated = walk.candidates.undated if walk.candidates else walk.path.outcome

    @property
    def each(self) -> tuple[Candidate, ...]:
        """The outcome for each span of the missing dates; equal neighbours are one span."""
        merged = _merged([leaf for leaf in self._every_leaf() if leaf.spans])
        return tuple(Candidate(spans=leaf.spans, outcome=leaf.outcome) for leaf in merged)

    @property
    def outcome(self) -> Outcome:
        """The outcome without the missing dates; if that is open, the one that all candidates have."""
        agreed = self.agreed if self.undated.kind == "open" else None
        return agreed or self.undated

    @property
    def in_full(self) -> bool:
        """Whether the spans of every missing date were tried; if not, the outcomes of the rest are open."""
        return all(leaf.is_tried for leaf in self._every_leaf())

    @property
    def agreed(self) -> Outcome | None:
        """The outcome that all candidates have; None if their outcomes differ, or one is open.

        The first candidate with another outcome is the last that is tried.
        """
        alike: list[Outcome] = []
        for leaf in self._every_leaf():
            outcome = leaf.outcome
            if not leaf.is_tried or outcome.kind == "open" or not outcome.same_as((*alike, outcome)[0]):
                return None
            alike += [outcome] if leaf.spans else []
        if not alike:
            return None
        rests_on_one = len({(outcome.under, outcome.at) for outcome in alike}) == 1
        return alike[0] if rests_on_one else alike[0].model_copy(update={"under": None, "at": None})

    def _every_leaf(self) -> Iterator[_Leaf]:
        """Each leaf in order, made once: first those that were made before."""
        yield from self._made
        for leaf in self._rest:
            self._made.append(leaf)
            yield leaf

    def _leaves(self, dated: Dated, walk: Walk, at: Spans) -> Iterator[_Leaf]:
        """The outcome for each combination of spans of the missing dates, one date after another, *at* the
        spans of those before.
        """
        missing = _missing(walk)
        if missing is None or len(self.walks) >= MOST_WALKS:
            yield _Leaf(at, walk.path.outcome, _law(walk), missing is None)
            return
        for span in _spans(self._book, dated, missing):
            then, spans = _with_date(dated, missing, span), (*at, span)
            walk_then = self.walks[spans] = self._walk_on(then, spans)
            if not walk_then.date_faults:
                yield from self._leaves(then, walk_then, spans)


def _merged(leaves: Iterable[_Leaf]) -> list[_Leaf]:
    """The *leaves* with one span in place of neighbours under which all is equal."""
    groups: list[tuple[Span, list[_Leaf]]] = []
    for span, of_span in groupby(leaves, lambda leaf: leaf.spans[0]):
        below = [replace(leaf, spans=leaf.spans[1:]) for leaf in of_span]
        below = _merged(below) if below[0].spans else below
        if groups and groups[-1][1] == below and groups[-1][0].ends == span.begins:
            first = groups.pop()[0]
            span = first.model_copy(update={"until": span.until, "until_hour": span.until_hour})  # noqa: PLW2901  the two spans merged
        groups.append((span, below))
    return [replace(leaf, spans=(span, *leaf.spans)) for span, below in groups for leaf in below]


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
    days = possible_days(*dated, missing.selector, known)
    designated_on = changes_of_designation(dated[0], rule_book, missing.selector)
    return spans_of_date(missing, questions, days, designated_on)


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
