"""A finding: an answer to a fact or to a question, who says so, and where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, field_validator, model_validator

from extradition.law import NOT_EMPTY, Day, Model, text_of_number
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence

STATUS = Literal["found", "agreed", "asserted", "disputed", "assumed"]


DECIDERS = ("judge", "Secretary of State", "designated authority")


AUTHOR = Literal[
    "judge", "Secretary of State", "designated authority", "requesting authority", "requested person", "parties", "author of the case file"
]


class Source(Model):
    """Where a finding is written: the *document*, *at* which place in it, of what *date*, in which *language*.

    *translation* is who translated it, or ``none``.
    """

    document: Sentence
    at: Sentence | None = None
    date: Day | None = None
    language: Sentence | None = None
    translation: Sentence | None = None


class Finding(Model):
    """An answer to a fact or to a question: who says so, with what status, where, and why."""

    answer: Annotated[str, StringConstraints(min_length=1), BeforeValidator(text_of_number, json_schema_input_type=str | int)]
    by: AUTHOR | None = None
    status: STATUS | None = None
    source: Source | None = None
    reasons: Sentence | None = None

    @model_validator(mode="after")
    def _has_the_author_its_status_needs(self) -> Self:
        if self.status == "assumed" and self.reasons is None:
            raise ValueError("an assumed answer says why, under reasons:")
        if self.status in ("found", "asserted", "disputed") and self.by is None:
            raise ValueError(f"an answer that is {self.status} says by whom, under by:")
        if self.status == "found" and self.by not in DECIDERS:
            raise ValueError("only the answer of somebody who decides is found: a judge, the Secretary of State or the designated authority")
        if self.by in DECIDERS and self.status not in (None, "found"):
            raise ValueError(f"an answer by the {self.by} is found, and nothing else")
        return self

    @property
    def rank(self) -> int:
        """How far the finding binds: that of somebody who decides 3, an agreed one 2, any other 1, a disputed one 0."""
        if self.by in DECIDERS:
            return 3
        if self.status == "agreed" or self.by == "parties":
            return 2
        return 0 if self.status == "disputed" else 1

    @property
    def is_assertion(self) -> bool:
        """Whether it is what a party says, and no more: argument on a question, material on a fact."""
        return self.status == "asserted" or (self.status is None and self.by in ("requesting authority", "requested person"))

    @property
    def is_contestable(self) -> bool:
        """Whether it stands only in somebody's case: an assertion, or an answer that is disputed."""
        return self.is_assertion or self.status == "disputed"


def listed(value: Any) -> Any:
    """Read the short form ``fact: answer``, the long form, or a list of either, as a list of the long form."""
    return tuple(
        item if isinstance(item, Mapping | Finding) else {"answer": item} for item in (value if isinstance(value, list | tuple) else [value])
    )


_Said = str | int | Finding


Findings = dict[Name, Annotated[tuple[Finding, ...], *NOT_EMPTY, BeforeValidator(listed, json_schema_input_type=_Said | list[_Said])]]


class Found(Model):
    """Anything with findings."""

    findings: Findings = Field(default_factory=dict)

    @field_validator("findings")
    @classmethod
    def _has_one_judge(cls, value: Findings) -> Findings:
        for name, findings in value.items():
            if len({finding.answer for finding in findings if finding.by in DECIDERS}) > 1:
                raise ValueError(f"{name} has two different findings by those who decide")
        return value
