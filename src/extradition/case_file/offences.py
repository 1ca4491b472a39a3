"""The models of one offence and of one of several warrants in a case file."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, field_validator

from extradition.case_file.case_dates import Dates
from extradition.case_file.decided import CourtDecision
from extradition.case_file.decision import Decisions
from extradition.case_file.finding import Finding, Findings, Found
from extradition.case_file.offence_count import few_enough
from extradition.case_file.particulars import Instrument
from extradition.case_file.warrant import Warrant
from extradition.days import When
from extradition.law import NOT_EMPTY, ProvisionText, in_words
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.parties import CASE_AUTHOR

_ID_WORDS = "must be an id of letters, digits, hyphens and underscores, such as count-1"


class Offence(Found):
    """One offence and its findings. ``decided`` is the decision of a court on it; no rule reads it.

    ``conduct_date`` is the day of the conduct (the last day, if the conduct lasted several), or a span of
    days that contains it. It selects the law where the Act refers to that day. ``warrant`` is the content of
    the warrant's own form on the offence. ``decisions`` are the decisions of courts on it, the oldest first.
    Without them, the findings are about the one decision.
    """

    id: Annotated[str, *in_words("[A-Za-z0-9][A-Za-z0-9_-]*", _ID_WORDS), StringConstraints(max_length=60)]
    title: Sentence | None = None
    case_type: Sentence | None = None
    conduct_date: When | None = None
    warrant: Warrant | None = None
    decisions: Decisions | None = None
    decided: CourtDecision | None = None

    @field_validator("findings")
    @classmethod
    def _has_one_case_type(cls, value: Findings) -> Findings:
        if "case_type" in value:
            raise ValueError("case_type is not a finding; write it as a key of the offence")
        return value

    @property
    def all_findings(self) -> Findings:
        """The findings on the offence, with its case type as one of them."""
        if self.case_type is None:
            return self.findings
        return {"case_type": (Finding(answer=self.case_type, by=CASE_AUTHOR),), **self.findings}


_FEW = BeforeValidator(few_enough, json_schema_input_type=tuple[Offence, ...])


class IssuedWarrant(Found):
    """One of several warrants for a person (in Part 2, one of several requests), with its own dates, findings
    and offences.

    The part of the case file that all the warrants share applies to this one too.
    ``findings`` are the findings on the person for this warrant only, and ``particulars`` its own references
    and dates.
    """

    id: Annotated[str, *in_words("[A-Za-z0-9][A-Za-z0-9_-]*", _ID_WORDS), StringConstraints(max_length=60)]
    title: Sentence | None = None
    taken_from: ProvisionText | None = None
    dates: Dates = Field(default_factory=Dates)
    particulars: Instrument | None = None
    offences: Annotated[tuple[Offence, ...], *NOT_EMPTY, _FEW]
