"""A caution: a warning that the reader of a determination needs."""

from __future__ import annotations

from typing import Literal

from extradition.case_file.finding import AUTHOR
from extradition.law import Model
from extradition.length import NotComparable
from extradition.rule_book.version import LEVEL


class Caution(Model):
    """A warning that the reader needs before they rely on the determination. The template has its words.

    ``findings`` are the names of the findings that the caution is about. If another question counts in place
    of the question of a finding, ``instead`` is its title and ``instead_at`` its provision.
    """

    kind: Literal[
        "draft version",
        "prospective version",
        "unverified version",
        "may have been amended",
        "finding differs from derivation",
        "author not given",
        "assertion is not a finding",
        "disputed",
        "disputed without an author",
        "asserted",
        "assumed",
        "dates set aside",
        "after the day on which the law is stated",
        "hearing taken from",
        "designation not known",
        "in no category",
        "unverified designation",
        "designation by the hearing date",
        "designation by one date",
        "look again",
        "length not comparable",
        "dates may conflict",
        "dates in an unusual order",
        "finding of another case type",
        "finding of another law",
        "ending not examined",
        "finding not examined",
        "finding not reached",
        "replaced for each offence",
        "displaces a finding",
        "plain reading alone",
        "evidence closed",
        "another office acts",
        "doubt not resolved",
        "doubt from a finding",
        "duty not reached",
    ]
    provision: str | None = None
    version: str | None = None
    verified: LEVEL | None = None
    fact: str | None = None
    said: str | None = None
    why: str | None = None
    length: NotComparable | None = None
    by: AUTHOR | None = None
    findings: tuple[str, ...] = ()
    instead: str | None = None
    instead_at: str | None = None
