"""One walk through a Part for one offence: questions asked, ways followed, and what is certain."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.determination.outcome import Candidate
from extradition.hearing.applicable_versions import DateMissing
from extradition.hearing.certainty import Certainty
from extradition.hearing.path import AskedQuestion
from extradition.hearing.questions import Questions
from extradition.hearing.traversal import Traversal
from extradition.source import Fault, Place


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

    @property
    def date_faults(self) -> Mapping[Place, Fault]:
        """The places of the case file with a date on which a question that the hearing certainly reaches has no version."""
        undated = ((provision, fault) for provision, fault in self.path.undated.items() if not isinstance(fault, DateMissing))
        return {fault.place: fault for provision, fault in undated if provision in self.path.reached}

    @property
    def lacks_a_date(self) -> bool:
        """Whether a question could not be asked because a date is missing that chooses its version."""
        return any(isinstance(fault, DateMissing) for fault in self.path.undated.values())
