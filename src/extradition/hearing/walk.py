"""One walk through a matter for one offence: questions asked, ways followed, and what is certain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from extradition.determination.outcome import Candidate, Outcome, Span
from extradition.hearing.applicable_versions import DateMissing
from extradition.hearing.certainty import Certainty
from extradition.hearing.path import AskedQuestion, Unanswered
from extradition.hearing.questions import Questions
from extradition.hearing.traversal import Traversal
from extradition.source import Fault, Place


@dataclass(frozen=True)
class PlacedQuestion:
    """A question with its place in a walk.

    Attributes:
        asked: the question.
        chain: the question of the chain: itself, or for a limb the question that builds on it.
        left: the chain question as an open one; None if it is answered.
    """

    asked: AskedQuestion
    chain: AskedQuestion
    left: Unanswered | None = None

    @property
    def limb_of(self) -> str | None:
        """The provision of the question that builds on this limb; None for a question of the chain."""
        return None if self.asked is self.chain else self.chain.provision


class ByLaw(Protocol):
    """The outcomes under each law that may apply.

    Attributes:
        walks: the walks made so far, by the spans of the dates with which each was made.
        undated: the outcome of the walk without the missing dates.
    """

    walks: dict[tuple[Span, ...], Walk]
    undated: Outcome

    @property
    def each(self) -> tuple[Candidate, ...]:
        """The outcome for each span of the missing dates."""

    @property
    def in_full(self) -> bool:
        """Whether these are all outcomes."""


# Whole: what one walk found, a short property each.
class Walk:
    """A walk through the matter of a case.

    Args:
        questions: the questions of the matter, asked of one offence.
        start: the provision of the first question.

    Attributes:
        start: the provision of the first question.
        questions: the questions, as they were asked.
        path: the questions by what became of them, and the outcome.
        lead: gives the end or the next question to which a consequence leads by itself.
        onward: the questions to which each question led; None for an end.
        candidates: the outcomes under each law that may apply, where a date is missing; otherwise None.
        visited: every question that the walk reached on some way, asked or passed by.
        only_if: gives the open questions on which it depends whether the hearing reaches a question.
    """

    def __init__(self, questions: Questions, start: str) -> None:
        traversal = Traversal(questions, start)
        self.start = start
        self.questions = questions
        self.path = traversal.path
        self.lead = traversal.lead
        self.onward = traversal.onward
        self.candidates: ByLaw | None = None
        self.visited: frozenset[str] = frozenset(traversal.ends)
        self._read_by_orders = tuple(traversal.read_by_orders)
        certainty = Certainty(start, traversal.onward, traversal.before)
        self.only_if = certainty.only_if
        place = questions.book.places[questions.part]
        self.path.reached = sorted(certainty.reached, key=place.__getitem__)
        certain = (asked for asked in traversal.answered if asked.provision in certainty.reached)
        self.path.steps = sorted(certain, key=lambda asked: place[asked.provision])
        self.path.beyond = [asked for asked in traversal.answered if asked.provision not in certainty.reached]

    @property
    def may_apply(self) -> tuple[Candidate, ...]:
        """The outcomes under each law that may apply; none if no date is missing."""
        return self.candidates.each if self.candidates else ()

    @property
    def in_full(self) -> bool:
        """Whether ``may_apply`` has all of them."""
        return self.candidates is None or self.candidates.in_full

    @cached_property
    def asked(self) -> tuple[AskedQuestion, ...]:
        """Every question that was asked on a way, once, each followed by the limbs that it builds on."""
        return tuple(
            {
                each.provision: each
                for asked in self.path.all
                for each in (asked, *self.questions.limbs(asked))
            }.values()
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Each fact and question that the walk asked about, once and in order; facts of its gates and orders
        last.
        """
        gates = [facts for provision, facts in self.questions.book.gates.items() if provision in self.visited]
        names = [name for asked in self.asked for name in (*asked.names, asked.question.name)]
        of_gates = (fact for facts in gates for fact in facts)
        return tuple(dict.fromkeys((*names, *of_gates, *self._read_by_orders)))

    @cached_property
    def steps(self) -> tuple[PlacedQuestion, ...]:
        """The questions answered on the way, each followed by those of its limbs that are answered and not
        above.
        """
        return _each_once(
            each
            for asked in self.path.steps
            for each in (PlacedQuestion(asked, asked), *self._answered_limbs(asked))
        )

    @cached_property
    def steps_beyond(self) -> tuple[PlacedQuestion, ...]:
        """The questions already answered at or beyond an open question: those that may be reached, then
        limbs.

        A limb on which several questions build follows the first of them in the order of the hearing.
        """
        place = self.questions.book.places[self.questions.part]
        chain = sorted(
            (*self.path.beyond, *(left.asked for left in self.path.open)),
            key=lambda asked: place[asked.provision],
        )
        beyond = (PlacedQuestion(asked, asked) for asked in self.path.beyond)
        return _each_once(
            (*beyond, *(limb for asked in chain for limb in self._answered_limbs(asked))), above=self.steps
        )

    @cached_property
    def open_questions(self) -> tuple[PlacedQuestion, ...]:
        """The open questions that can be reached, each followed by the open limbs that can still change
        its answer.
        """
        placed: list[PlacedQuestion] = []
        for left in self.path.open:
            asked = left.asked
            missing = self.questions.missing(asked) if left.matters else ()
            limbs = (
                limb
                for limb in self.questions.limbs(asked)
                if limb.answer == "open" and limb.question.name in missing
            )
            placed += (PlacedQuestion(each, asked, left) for each in (asked, *limbs))
        return _each_once(placed)

    @property
    def presumed(self) -> tuple[str, ...]:
        """The open facts of which a step presumes that nothing against its answer is shown."""
        return tuple(dict.fromkeys(name for placed in self.steps for name in placed.asked.presumed))

    @property
    def placed(self) -> tuple[PlacedQuestion, ...]:
        """Every question that the determination explains."""
        return (*self.steps, *self.open_questions, *self.steps_beyond)

    def leads(self, asked: AskedQuestion) -> Outcome | None:
        """The end or next question to which the answer to *asked* leads; None while it is open, and for a
        limb.
        """
        consequence = None if asked.answer == "open" else asked.question.consequence(asked.answer)
        return self.lead(asked.provision, consequence) if consequence else None

    def _answered_limbs(self, chain: AskedQuestion) -> list[PlacedQuestion]:
        return [PlacedQuestion(limb, chain) for limb in self.questions.limbs(chain) if limb.answer != "open"]

    @property
    def date_faults(self) -> Mapping[Place, Fault]:
        """A fault for each date on which a question that the hearing certainly reaches has no version, by
        place.
        """
        undated = (
            (provision, fault)
            for provision, fault in self.path.undated.items()
            if not isinstance(fault, DateMissing)
        )
        return {fault.place: fault for provision, fault in undated if provision in self.path.reached}

    @property
    def lacks_a_date(self) -> bool:
        """Whether a question could not be asked because the date that chooses its version is missing."""
        return any(isinstance(fault, DateMissing) for fault in self.path.undated.values())


def _each_once(
    placed: Iterable[PlacedQuestion], above: Iterable[PlacedQuestion] = ()
) -> tuple[PlacedQuestion, ...]:
    """The questions of *placed* that are not *above*, each at its first place: two questions may build on
    one limb.
    """
    seen = {each.asked.provision for each in above}
    kept: list[PlacedQuestion] = []
    for each in placed:
        if each.asked.provision not in seen:
            seen.add(each.asked.provision)
            kept.append(each)
    return tuple(kept)
