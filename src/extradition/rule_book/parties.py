"""The parties of a rule book: the authors of statements, and those who have a burden of proof."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from pydantic import model_validator

from extradition.law import PARTY, Model

BOTH = "parties"
"""The two parties together, as the author of a finding."""
CASE_AUTHOR = "author of the case file"
"""The author of a finding who is neither a party nor a decider."""
FORM = "form of the warrant"
"""The author of a finding that is read from the warrant's own form; no case file states it."""
AGREED_BASIS = "found and agreed"
"""The basis of an outcome that is the case of no party."""
WHOLE_CASE = "whole case"
"""The evidence of both parties."""
_RESERVED = (BOTH, CASE_AUTHOR, FORM, AGREED_BASIS, WHOLE_CASE)


class Parties(Model):
    """The two parties to a hearing.

    Attributes:
        applicant: the party that seeks what the hearing can order.
        respondent: the party against whom it is sought. Its word that a question is not in issue concedes
            the answer.

    >>> parties = Parties(applicant="landlord", respondent="tenant")
    >>> parties.other_than("tenant"), parties.authors
    ('landlord', ('landlord', 'tenant', 'parties', 'author of the case file'))
    """

    applicant: PARTY
    respondent: PARTY

    @model_validator(mode="after")
    def _has_two_names(self) -> Self:
        if self.applicant == self.respondent:
            raise ValueError(f"has {self.applicant} twice; the two parties need different names")
        reserved = next((each for each in self.names if each in _RESERVED), None)
        if reserved is not None:
            raise ValueError(f"has {reserved}, which has a meaning of its own in a case file")
        return self

    @cached_property
    def names(self) -> tuple[PARTY, PARTY]:
        """The names of the two parties, the applicant first."""
        return self.applicant, self.respondent

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """The authors of a finding in a case file who decide nothing."""
        return (*self.names, BOTH, CASE_AUTHOR)

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """The authors of a statement that a question is not in issue. A decider finds, and states no such
        thing.
        """
        return (BOTH, self.respondent, self.applicant, CASE_AUTHOR)

    @cached_property
    def bases(self) -> tuple[str, str, str]:
        """The bases of an outcome: only what is found and agreed, or the case of one party."""
        return (AGREED_BASIS, *self.names)

    def other_than(self, side: PARTY) -> PARTY:
        """The party other than *side*.

        Args:
            side: one of the two parties.
        """
        return self.applicant if side == self.respondent else self.respondent

    def decides(self, author: str | None) -> bool:
        """Whether *author* is a decider: the rule book says whether it has a decider of that name.

        Args:
            author: the author of a finding; None decides nothing.

        >>> parties = Parties(applicant="landlord", respondent="tenant")
        >>> [parties.decides(author) for author in ("judge", "parties", "tenant", None)]
        [True, False, False, False]
        """
        return author is not None and author not in (*self.authors, FORM)
