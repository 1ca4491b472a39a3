"""A finding: an answer to a fact or a question, its author and its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from extradition.days import When
from extradition.law import NOT_EMPTY, Model, text_of_number
from extradition.length import Length, in_one_piece
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.parties import BOTH, FORM, Parties

STATUS = Literal["found", "agreed", "asserted", "disputed", "assumed", "not in issue"]
AUTHOR = Annotated[str, StringConstraints(min_length=1, max_length=100)]
"""The author of a finding: a decider that the rule book declares, one of the authors in ``Parties``, or the
warrant's form.
"""

BINDS = 2
"""The rank from which a finding settles a mere assertion or a reading of a form: that of an agreed fact."""


class Source(Model):
    """The source of a finding: the *document*, its *date* and *language*, and the place in it (*at*).

    *translation* names the translator, or is ``none``.
    """

    document: Sentence
    at: Sentence | None = None
    date: When | None = None
    language: Sentence | None = None
    translation: Sentence | None = None


class Finding(Model):
    """An answer to a fact or a question, with its author (*by*), status, source and reasons.

    How far it binds depends on the parties of the rule book: any other author of an answer is a decider.
    """

    answer: Annotated[
        str,
        StringConstraints(min_length=1),
        BeforeValidator(text_of_number, json_schema_input_type=str | int),
    ]
    by: AUTHOR | None = None
    status: STATUS | None = None
    source: Source | None = None
    reasons: Sentence | None = None
    _is_in_one_piece = model_validator(mode="before")(in_one_piece)

    @model_validator(mode="after")
    def _has_the_author_its_status_needs(self) -> Self:
        if self.status == "assumed" and self.reasons is None:
            raise ValueError("an assumed answer needs its reasons, under reasons:")
        if self.status in ("found", "not in issue", "asserted", "disputed") and self.by is None:
            raise ValueError(f"an answer that is {self.status} needs its author, under by:")
        return self

    @property
    def compared(self) -> str:
        """The answer in the form for comparison: a length in whole months, or else in months and days; others
        unchanged.

        >>> [Finding(answer=answer).compared for answer in ("2 years", "2 years less one day", "life")]
        ['24', '24 months less 1 days', 'life']
        """
        length = Length.read(self.answer)
        return self.answer if length is None else str(length)

    def is_decided(self, parties: Parties) -> bool:
        """Whether its author is a decider.

        Args:
            parties: the parties of the rule book.
        """
        return parties.decides(self.by)

    @property
    def is_read_from_form(self) -> bool:
        """Whether the tool read the answer from the warrant's own form.

        >>> Finding(answer="yes", by="form of the warrant").is_read_from_form
        True
        """
        return self.by == FORM

    def rank(self, parties: Parties) -> int:
        """How far the finding binds: 3 if by a decider, 2 if agreed, 1 otherwise, 0 if disputed.

        Args:
            parties: the parties of the rule book.
        """
        if self.is_decided(parties):
            return 3
        if self.is_agreed(parties):
            return 2
        return 0 if self.status == "disputed" else 1

    def is_agreed(self, parties: Parties) -> bool:
        """Whether a party concedes the answer: it is agreed, or the respondent does not contest it.

        Args:
            parties: the parties of the rule book.

        >>> parties = Parties(applicant="landlord", respondent="tenant")
        >>> stated = [Finding(answer="yes", by=by, status="not in issue") for by in parties.names]
        >>> [finding.is_agreed(parties) for finding in stated]
        [False, True]
        """
        conceded = self.status == "not in issue" and self.by == parties.respondent
        return conceded or self.status == "agreed" or self.by == BOTH

    def is_assumption(self, parties: Parties) -> bool:
        """Whether the answer is assumed, or only its author takes it not to be in issue.

        Args:
            parties: the parties of the rule book.
        """
        return self.status == "assumed" or (self.status == "not in issue" and not self.is_agreed(parties))

    def is_assertion(self, parties: Parties) -> bool:
        """Whether the finding is only a party's assertion: argument on a question, material on a fact.

        Args:
            parties: the parties of the rule book.
        """
        return self.status == "asserted" or (self.status is None and self.by in parties.names)

    def is_contestable(self, parties: Parties) -> bool:
        """Whether the finding counts only in a party's case: an assertion, or a disputed answer.

        Args:
            parties: the parties of the rule book.
        """
        return self.is_assertion(parties) or self.status == "disputed"


def listed(value: Any) -> Any:
    """The findings in *value*, each in the long form: *value* is an answer, a finding in the long form, or a
    list of either.

    >>> listed("yes")
    ({'answer': 'yes'},)
    """
    return tuple(
        item if isinstance(item, Mapping | Finding) else {"answer": item}
        for item in (value if isinstance(value, list | tuple) else [value])
    )


_Short = str | int | Finding


Findings = dict[
    Name,
    Annotated[
        tuple[Finding, ...], *NOT_EMPTY, BeforeValidator(listed, json_schema_input_type=_Short | list[_Short])
    ],
]


class Found(Model):
    """The base of each model with findings: a case file, a warrant, an offence."""

    findings: Findings = Field(default_factory=dict)
