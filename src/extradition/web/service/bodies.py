"""The bodies of requests to the service, and the one answer that is no report."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictBool,
    StringConstraints,
    WithJsonSchema,
)

from extradition.case_file import CaseFile
from extradition.case_file.offence_count import offences_in_all
from extradition.days import CaseDay
from extradition.engine.agreement import ENGINE
from extradition.law import Model
from extradition.report.listed_facts import ListedFact
from extradition.web.limits import MOST_CASES, MOST_FACTS, MOST_OFFENCES
from extradition.web.service.etags import is_condition

_DIGITS = re.compile(r"-?[0-9]+")


def _few_enough(cases: Any) -> Any:
    """*cases*, if they are few enough. The count comes before any is read, as each could have a fault."""
    if not isinstance(cases, list):
        return cases
    if not cases:
        raise ValueError("is empty")
    if len(cases) > MOST_CASES:
        raise ValueError(f"has {len(cases):,} cases; at most {MOST_CASES} are compared at once")
    offences = offences_in_all(cases)
    if offences > MOST_OFFENCES:
        raise ValueError(
            f"has {offences:,} offences; the service takes at most {MOST_OFFENCES} in one request"
        )
    return cases


def _with_few_offences(case: Any) -> Any:
    return _few_enough([case])[0]


_MOST_OWN, _MOST_OF_NAME, _MOST_OF_VALUE = 20, 100, 1_000
Metadata = Annotated[
    dict[
        Annotated[str, StringConstraints(max_length=_MOST_OF_NAME)],
        Annotated[str, StringConstraints(max_length=_MOST_OF_VALUE)],
    ],
    Field(max_length=_MOST_OWN),
    WithJsonSchema(
        {
            "type": "object",
            "maxProperties": _MOST_OWN,
            "propertyNames": {"maxLength": _MOST_OF_NAME},
            "additionalProperties": {"type": "string", "maxLength": _MOST_OF_VALUE},
        }
    ),
]
"""The caller's own values, each a short text by its name."""


def _of_digits(sent: Any) -> Any:
    """*sent*, if it is written as a whole number is in JSON: Python would read ``5_0`` and ``+5`` too."""
    if isinstance(sent, str) and not _DIGITS.fullmatch(sent):
        raise ValueError("must be a whole number such as 12")
    return sent


FactsShown = Annotated[int, Field(ge=1, le=MOST_FACTS), BeforeValidator(_of_digits)]
"""The number of facts on a page, in a query."""
FactsPassed = Annotated[int, Field(ge=0, le=100_000), BeforeValidator(_of_digits)]
"""The number of facts before a page, in a query."""


class CaseUnderLaw(Model):
    """A case and the law to apply: by default that of the dates of the case.

    Attributes:
        case_file: the case, as its file has it.
        law: the name of a law in the rule book, as if the case were heard on its day.
        as_at: the day on which the case is taken to be heard.
        assuming: the ids of versions that apply whatever the dates.
        engine: by default the engine of the server; the answer names the one used.
        anonymous: whether the names and the references of the particulars are struck out of the answer.
    """

    case_file: Annotated[CaseFile, BeforeValidator(_with_few_offences, json_schema_input_type=CaseFile)]
    law: str | None = None
    as_at: CaseDay | None = None
    assuming: tuple[str, ...] = ()
    engine: ENGINE | None = None
    anonymous: StrictBool = False


class CaseToDetermine(CaseUnderLaw):
    """A case to determine.

    Attributes:
        sensitivity: whether the answer says what the outcome depends on, which takes a tenth of a second
            more.
        hold_findings: whether the findings of a judge are fixed there; it needs ``sensitivity``.
        precedents: whether the answer, in full, has the decided cases that share facts with an open question.
        metadata: the caller's own values, at most twenty, which the answer repeats; they are never logged.
    """

    sensitivity: StrictBool = False
    precedents: StrictBool = True
    hold_findings: StrictBool = False
    metadata: Metadata | None = None


def _with_a_tag(condition: str) -> str:
    if not is_condition(condition):
        raise ValueError('must be the etag of an answer, with its quotation marks, or "*"')
    return condition


class LineToDetermine(CaseToDetermine):
    """One line of a batch: a case to determine, and the caller's name for it.

    Attributes:
        id: the name of the line, which its answer repeats; no other line of the batch has it.
        if_none_match: the ``etag`` of a line that the caller has, or several with commas between them, or
            ``*``, as in the header If-None-Match. If nothing is new, the answer has the status 412. The tag
            of an answer to a request of its own matches no line.
    """

    id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    if_none_match: Annotated[str, AfterValidator(_with_a_tag)] | None = None


class CasesToCompare(Model):
    """The cases to compare and the laws to compare them under.

    Attributes:
        case_files: at most a hundred cases of one rule book, with at most a hundred offences together.
        laws: the names of two or more different laws; by default those that the rule book lists side by side.
        engine: by default the engine of the server; the answer names the one used.
        anonymous: whether the names and the references of the particulars are struck out of the answer.
    """

    case_files: Annotated[
        tuple[CaseFile, ...],
        BeforeValidator(_few_enough, json_schema_input_type=tuple[CaseFile, ...]),
        Field(json_schema_extra={"minItems": 1, "maxItems": MOST_CASES}),
    ]
    laws: Annotated[tuple[str, ...], Field(json_schema_extra={"minItems": 2, "uniqueItems": True})] | None = (
        None
    )
    engine: ENGINE | None = None
    anonymous: StrictBool = False


class Health(Model):
    """The state of the service.

    Attributes:
        status: ``ok``.
        made_by: its package and version.
        rule_book: the hash of its own rule book, which a case file without ``book`` is of.
        stated_as_at: the day on which that rule book states the law.
        engine: its engine.
        rule_books: the hash of each rule book that has a name, by that name.
    """

    status: Literal["ok"] = "ok"
    made_by: str
    rule_book: str
    stated_as_at: dt.date
    engine: ENGINE
    rule_books: dict[str, str]


class FactPage(Model):
    """A page of the facts and questions that a case file may answer.

    Attributes:
        total: the number of facts and questions on all pages.
        offset: the number of those before this page.
        facts: those on this page.
        next: the path of the next page; None on the last.
    """

    total: int
    offset: int
    facts: tuple[ListedFact, ...]
    next: str | None
