"""The decided cases on an open question: how each went, the facts that it shares with this case, and those
that divide them.
"""

from __future__ import annotations

from extradition.case_file.decided import COURT_LEVEL, Treatment
from extradition.law import ANSWER, Model


class SharedFact(Model):
    """A fact with one answer in this case and in the decided case.

    ``assumed``: whether the author of the decided case's file assumed it. ``towards`` is the answer that it
    supports, as a factor.
    """

    name: str
    answer: str
    assumed: bool
    towards: ANSWER | None


class DividingFact(Model):
    """A fact with one answer in this case (*here*) and another in the decided case (*there*), which its
    file may assume.
    """

    name: str
    here: str
    there: str
    assumed: bool


class DecidedCase(Model):
    """A decided case in which a court answered the question of *provision*, with the facts that compare it
    with this case.

    ``provision`` may be the twin of the question in another matter. ``treatment`` is the later treatment of
    the answer. ``other_law``: whether the law applied to this case gives the other answer on the facts of the
    decided case.
    """

    case: str
    citation: str | None
    address: str | None
    court: str
    level: COURT_LEVEL
    era: str | None
    provision: str
    answer: ANSWER
    shared: tuple[SharedFact, ...]
    divides: tuple[DividingFact, ...]
    treatment: Treatment | None
    other_law: bool

    @property
    def is_good_law(self) -> bool:
        """Whether no later authority is recorded against the answer, and the law applied here does not
        give the other answer.
        """
        return self.treatment is None and not self.other_law


class QuestionPrecedents(Model):
    """The decided cases that share facts with this case on the open question of *provision*.

    They never answer it.

    ``cases`` are those that share the most facts, and ``not_listed`` is the number of the others. ``towards``
    is the answer to which the decided cases point, and ``pointing`` the number of cases that point to it.
    They are None and 0 if the cases give no direction.
    """

    provision: str
    cases: tuple[DecidedCase, ...]
    not_listed: int
    towards: ANSWER | None
    pointing: int
