"""What the form of a warrant leaves unclear, as it is told."""

from __future__ import annotations

from extradition.case_file.finding import Finding
from extradition.determination.reasons import AuthorityUsed
from extradition.law import VERIFIED, Model


class WarrantAmbiguity(Model):
    """What is *unclear* about a warrant's own form, *where* in it (or in later material) this shows, and what *follows*.

    It *turns_on* a fact, *ask* being its wording; *asserts* is the answer to it that is read off the form, if one is. ``settled_by`` are the
    findings and agreements on that fact. *text* is the free text, where it is one of the places; it is never interpreted.
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
