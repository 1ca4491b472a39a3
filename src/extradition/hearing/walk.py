"""One walk through a Part for one offence: questions asked, ways followed, and what is certain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extradition.determination.outcome import Candidate, Outcome
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
        chain: the question of the chain at which it was asked: itself, or the one that builds on it as a limb.
        left: why *chain* is open; None if it is answered.
    """

    asked: AskedQuestion
    chain: AskedQuestion
    left: Unanswered | None = None

    @property
    def limb_of(self) -> str | None:
        """The provision that builds on it; None for a question of the chain."""
        return None if self.asked is self.chain else self.chain.provision


class Walk:
    """A walk through the Part of a case from the question *start* on.

    Attributes:
        questions: the questions, as they were asked.
        path: where they led; lead: where a consequence leads by itself.
        only_if: the open questions on which it depends whether the hearing comes to a question.
        may_apply: the outcomes under each law that may apply, where a date is missing; in_full: whether they are all of them.
    """

    def __init__(self, questions: Questions, start: str) -> None:
        traversal = Traversal(questions, start)
        self.start = start
        self.questions = questions
        self.path = traversal.path
        self.lead = traversal.lead
        self.may_apply: tuple[Candidate, ...] = ()
        self.in_full = True
        self.met: frozenset[str] = frozenset(traversal.ends)
        """Every question that the walk came to on some way, asked or passed by."""
        certainty = Certainty(start, traversal.goes, traversal.came)
        self.only_if = certainty.only_if
        place = questions.book.places[questions.part]
        self.path.reached = sorted(certainty.reached, key=place.__getitem__)
        certain = (asked for asked in traversal.answered if asked.provision in certainty.reached)
        self.path.steps = sorted(certain, key=lambda asked: place[asked.provision])
        self.path.beyond = [asked for asked in traversal.answered if asked.provision not in certainty.reached]

    @property
    def asked(self) -> list[AskedQuestion]:
        """Every question that was asked on a way, each followed by the limbs that it builds on."""
        return [each for asked in self.path.all for each in (asked, *self.questions.limbs(asked))]

    @cached_property
    def steps(self) -> tuple[PlacedQuestion, ...]:
        """The questions answered on the way, each followed by those of its limbs that are answered."""
        return tuple(each for asked in self.path.steps for each in (PlacedQuestion(asked, asked), *self._answered_limbs(asked)))

    @cached_property
    def steps_beyond(self) -> tuple[PlacedQuestion, ...]:
        """What is answered already at or beyond an open question: questions that may be reached, then limbs."""
        chain = (*self.path.beyond, *(left.asked for left in self.path.open))
        beyond = (PlacedQuestion(asked, asked) for asked in self.path.beyond)
        return (*beyond, *(limb for asked in chain for limb in self._answered_limbs(asked)))

    @cached_property
    def open_questions(self) -> tuple[PlacedQuestion, ...]:
        """The open questions that can be reached, each followed by the open limbs that can still change its answer."""
        placed: list[PlacedQuestion] = []
        for left in self.path.open:
            asked = left.asked
            missing = self.questions.missing(asked) if left.matters else ()
            limbs = (limb for limb in self.questions.limbs(asked) if limb.answer == "open" and limb.question.name in missing)
            placed += (PlacedQuestion(each, asked, left) for each in (asked, *limbs))
        return tuple(placed)

    @property
    def placed(self) -> tuple[PlacedQuestion, ...]:
        """Every question of which the determination gives an account."""
        return (*self.steps, *self.open_questions, *self.steps_beyond)

    def leads(self, asked: AskedQuestion) -> Outcome | None:
        """Where the answer to *asked* leads by itself; None while it is open, and for a limb that leads nowhere."""
        consequence = None if asked.answer == "open" else asked.question.consequence(asked.answer)
        return self.lead(asked.provision, consequence) if consequence else None

    def _answered_limbs(self, chain: AskedQuestion) -> list[PlacedQuestion]:
        return [PlacedQuestion(limb, chain) for limb in self.questions.limbs(chain) if limb.answer != "open"]

    @property
    def date_faults(self) -> Mapping[Place, Fault]:
        """The places of the case file with a date on which a question that the hearing certainly reaches has no version."""
        undated = ((provision, fault) for provision, fault in self.path.undated.items() if not isinstance(fault, DateMissing))
        return {fault.place: fault for provision, fault in undated if provision in self.path.reached}

    @property
    def lacks_a_date(self) -> bool:
        """Whether a question could not be asked because a date is missing that chooses its version."""
        return any(isinstance(fault, DateMissing) for fault in self.path.undated.values())
