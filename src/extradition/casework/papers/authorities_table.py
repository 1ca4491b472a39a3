"""The table of authorities: each with the questions on which it is cited, its treatment and how it is
verified.
"""

from __future__ import annotations

from typing import Literal

from extradition.determination.reasons import AuthorityUsed
from extradition.hearing import Hearing
from extradition.law import Model


class AuthorityListed(Model):
    """An authority with one treatment, and the *provisions* of the questions on which it is cited.

    ``on_warrant``: whether it is cited on a point that the form of the warrant leaves unclear.
    """

    authority: AuthorityUsed
    provisions: tuple[str, ...]
    on_warrant: bool


class AuthoritiesTable(Model):
    """The authorities behind the law that was applied: legislation, then judgments, by name."""

    shape: Literal["authorities"] = "authorities"
    legislation: tuple[AuthorityListed, ...]
    judgments: tuple[AuthorityListed, ...]


def authorities_table_of(hearing: Hearing) -> AuthoritiesTable:
    """The table of authorities in the case of *hearing*.

    Args:
        hearing: the case, heard.
    """
    made = hearing.determination
    cited: dict[AuthorityUsed, dict[str, None]] = {}
    for version, provision in made.versions_applied:
        for authority in version.authorities:
            cited.setdefault(_alone(authority), {})[provision] = None
    ambiguities = [each for offence in made.offences for each in offence.ambiguities]
    on_warrant = {_alone(authority) for each in ambiguities for authority in each.authorities}
    rows = [
        AuthorityListed(authority=each, provisions=tuple(cited.get(each, ())), on_warrant=each in on_warrant)
        for each in sorted({*cited, *on_warrant}, key=_order)
    ]
    return AuthoritiesTable(
        legislation=tuple(row for row in rows if row.authority.treatment == "enacts"),
        judgments=tuple(row for row in rows if row.authority.treatment != "enacts"),
    )


def _alone(authority: AuthorityUsed) -> AuthorityUsed:
    """The *authority* without what it is cited for on one question: its note, and its matter."""
    return authority.model_copy(update={"note": None, "part": None})


def _order(authority: AuthorityUsed) -> tuple[str, ...]:
    return authority.name, authority.cite, authority.at or "", authority.treatment, authority.verified
