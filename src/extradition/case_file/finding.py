"""A finding: an answer to a fact or a question, its author and its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, StringConstraints, field_validator, model_validator

from extradition.days import When
from extradition.law import NOT_EMPTY, PARTY, Model, text_of_number
from extradition.length import Length, in_one_piece
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence

STATUS = Literal["found", "agreed", "asserted", "disputed", "assumed", "not in issue"]


OTHER_AUTHORS = (*get_args(PARTY), "parties", "author of the case file")
"""The authors of a finding who decide nothing."""
AUTHOR = Annotated[str, StringConstraints(min_length=1, max_length=100)]
"""The author of a finding: one of ``OTHER_AUTHORS``, or a decider that the rule book declares."""


def decides(author: str | None) -> bool:
    """Whether *author* is a decider: the rule book says whether it has a decider of that name.

    Args:
        author: the author of a finding; None decides nothing.

    >>> decides("judge"), decides("parties"), decides(None)
    (True, False, False)
    """
    return author is not None and author not in OTHER_AUTHORS


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
    """An answer to a fact or a question, with its author (*by*), status, source and reasons."""

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
        if self.status == "found" and not self.is_decided:
            raise ValueError("only an answer by a decider has the status found")
        if self.is_decided and self.status not in (None, "found"):
            raise ValueError(f"an answer by the {self.by} has the status found and no other")
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

    @property
    def is_decided(self) -> bool:
        """Whether its author is a decider."""
        return decides(self.by)

    @property
    def rank(self) -> int:
        """How far the finding binds: 3 if by a decider, 2 if agreed, 1 otherwise, 0 if disputed."""
        if self.is_decided:
            return 3
        if self.is_agreed:
            return 2
        return 0 if self.status == "disputed" else 1

    @property
    def is_agreed(self) -> bool:
        """Whether a party concedes the answer: it is agreed, or the requested person does not contest it.

        >>> authors = ("requested person", "requesting authority")
        >>> [Finding(answer="yes", by=by, status="not in issue").is_agreed for by in authors]
        [True, False]
        """
        conceded = self.status == "not in issue" and self.by == "requested person"
        return conceded or self.status == "agreed" or self.by == "parties"

    @property
    def is_assumption(self) -> bool:
        """Whether the answer is assumed, or only its author takes it not to be in issue."""
        return self.status == "assumed" or (self.status == "not in issue" and not self.is_agreed)

    @property
    def is_assertion(self) -> bool:
        """Whether the finding is only a party's assertion: argument on a question, material on a fact."""
        return self.status == "asserted" or (
            self.status is None and self.by in ("requesting authority", "requested person")
        )

    @property
    def is_contestable(self) -> bool:
        """Whether the finding counts only in a party's case: an assertion, or a disputed answer."""
        return self.is_assertion or self.status == "disputed"


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

    @field_validator("findings")
    @classmethod
    def _has_one_decision(cls, value: Findings) -> Findings:
        for name, findings in value.items():
            if len({finding.compared for finding in findings if finding.is_decided}) > 1:
                raise ValueError(f"{name} has two different findings by a decider")
        return value
