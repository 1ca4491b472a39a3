"""A caution: what the reader must know of a determination."""

from __future__ import annotations

from typing import Literal

from extradition.case_file.finding import AUTHOR
from extradition.law import VERIFIED, Model


class Caution(Model):
    """Something the reader must know before relying on the determination; the words are in the template.

    ``findings`` are the names of those that one caution is about; ``instead`` is the title of the question that counts in place of one,
    at the provision ``instead_at``.
    """

    kind: Literal[
        "prospective version",
        "unverified version",
        "may have been amended",
        "finding differs from derivation",
        "author not given",
        "assertion is not a finding",
        "disputed",
        "asserted",
        "assumed",
        "dates set aside",
        "after the day on which the law is stated",
        "hearing taken from",
        "designation not known",
        "in no category",
        "unverified designation",
        "designation by the hearing date",
        "look again",
        "finding of another case type",
        "finding of another law",
        "finding not examined",
        "finding not reached",
        "plain reading alone",
    ]
    provision: str | None = None
    version: str | None = None
    verified: VERIFIED | None = None
    fact: str | None = None
    said: str | None = None
    why: str | None = None
    by: AUTHOR | None = None
    findings: tuple[str, ...] = ()
    instead: str | None = None
    instead_at: str | None = None
