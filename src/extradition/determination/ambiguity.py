"""A point that the form of a warrant leaves unclear."""

from __future__ import annotations

from extradition.case_file.finding import Finding
from extradition.determination.reasons import AuthorityUsed
from extradition.law import VERIFIED, Model


class WarrantAmbiguity(Model):
    """A point that a warrant's own form leaves *unclear*, the places in the form or in later material
    (*where*), and the effect (*follows*).

    The point *turns_on* a fact; *ask* is the wording of that fact. *asserts* is the answer to it in the form,
    if the form has one. ``settled_by`` are the findings and agreements on that fact. *text* is the free text,
    if it is one of the places; it is never interpreted.
    """

    id: str
    unclear: str
    where: tuple[str, ...]
    text: str | None
    follows: str
    turns_on: str
    ask: str
    asserts: str | None
    verified: VERIFIED
    authorities: tuple[AuthorityUsed, ...]
    settled_by: tuple[Finding, ...]
