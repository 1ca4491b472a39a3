"""The shapes of what is sent to the service, and of the little that comes back and is no report."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StrictBool, model_validator

from extradition.case_file import CaseFile
from extradition.case_file.case_file import MOST_OFFENCES as MOST_IN_A_CASE
from extradition.case_file.case_file import count_offences
from extradition.engine.agreement import ENGINE
from extradition.law import Day, Model
from extradition.web.problems import MOST_CASES

MOST_OFFENCES = 100
"""The offences of one request, in all its cases together: what they depend on takes a tenth of a second each."""


def _few_enough(cases: Any) -> Any:
    """Count before anything is read: each could have a fault."""
    if not isinstance(cases, list):
        return cases
    if not cases:
        raise ValueError("is empty")
    if len(cases) > MOST_CASES:
        raise ValueError(f"has {len(cases):,} cases; at most {MOST_CASES} are compared at once")
    offences = sum(map(_offences_of, cases))
    if offences > MOST_OFFENCES:
        raise ValueError(f"has {offences:,} offences; the service takes at most {MOST_OFFENCES} in one request")
    return cases


def _with_few_offences(case: Any) -> Any:
    return _few_enough([case])[0]


def _offences_of(case: Any) -> int:
    """How many offences *case* has; none where no case file can have so many, which it says itself."""
    count = count_offences(case)
    return count if count <= MOST_IN_A_CASE else 0


class CaseUnderLaw(Model):
    """A case as its file has it, and under which law: by default that of its dates.

    *law* names one from the rule book, and *as_at* a day: the case is taken as heard on it. The versions *assuming* names are
    applied whatever the dates. *engine* is the server's, unless another is named; the answer says which it was.
    """

    case_file: Annotated[CaseFile, BeforeValidator(_with_few_offences, json_schema_input_type=CaseFile)]
    law: str | None = None
    as_at: Day | None = None
    assuming: tuple[str, ...] = ()
    engine: ENGINE | None = None


class CaseToDetermine(CaseUnderLaw):
    """A case to determine; with *sensitivity* the answer says what the outcome depends on, which takes a tenth of a second more.

    *hold_findings* takes what a judge has found as fixed there.
    """

    sensitivity: StrictBool = False
    hold_findings: StrictBool = False

    @model_validator(mode="after")
    def _holds_findings_only_where_it_matters(self) -> Self:
        if self.hold_findings and not self.sensitivity:
            raise ValueError("hold_findings belongs to sensitivity, which is not asked for")
        return self


class CasesToCompare(Model):
    """Cases (at most a hundred, with at most a hundred offences together) and the names of two or more different laws.

    Without *laws*, those that the rule book puts side by side.
    """

    case_files: Annotated[
        tuple[CaseFile, ...],
        BeforeValidator(_few_enough, json_schema_input_type=tuple[CaseFile, ...]),
        Field(json_schema_extra={"minItems": 1, "maxItems": MOST_CASES}),
    ]
    laws: Annotated[tuple[str, ...], Field(json_schema_extra={"minItems": 2, "uniqueItems": True})] | None = None
    engine: ENGINE | None = None


class Health(Model):
    """That the service answers, and with what: the package, the rule book by its hash, the day on which its law is stated."""

    status: Literal["ok"] = "ok"
    made_by: str
    rule_book: str
    stated_as_at: dt.date
    engine: ENGINE
