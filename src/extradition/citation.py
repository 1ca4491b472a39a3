"""Neutral citations: whether a citation is one, its year, and its Find Case Law address."""

from __future__ import annotations

import re

_CITATION = re.compile(
    r"\[(?P<year>\d{4})\] (?P<court>[A-Za-z]+)(?: (?P<list>Civ|Crim))? (?P<number>\d+)(?: "
    r"\((?P<division>[A-Za-z]+)\))?"
)
_OF_A_COURT = re.compile(r"\[\d{4}\] (UK|EW|HC|CS|NI)")

_FIND_CASE_LAW = {"UKSC": None, "UKPC": None, "EWCA": "list", "EWHC": "division"}
"""The courts that Find Case Law publishes, and the part of a citation that names the list of a court."""


def case_law_address(cite: str) -> str | None:
    """The Find Case Law address of a neutral citation; None for a court that Find Case Law does not publish.

    Args:
        cite: a citation; any other text has no address.

    >>> case_law_address("[2013] EWHC 261 (Admin)")
    'https://caselaw.nationalarchives.gov.uk/ewhc/admin/2013/261'
    """
    found = _CITATION.fullmatch(cite)
    if found is None or found["court"] not in _FIND_CASE_LAW:
        return None
    named = _FIND_CASE_LAW[found["court"]]
    given = {part for part in ("list", "division") if found[part]}
    if given != ({named} if named else set()):
        return None
    middle = [found[named].lower()] if named else []
    return "/".join(
        [
            "https://caselaw.nationalarchives.gov.uk",
            found["court"].lower(),
            *middle,
            found["year"],
            found["number"],
        ]
    )


def is_neutral(cite: str) -> bool:
    """Whether *cite* begins as a neutral citation of a court of the United Kingdom does.

    Args:
        cite: a citation.

    >>> is_neutral("[2024] UKSC 10"), is_neutral("[1990] 1 AC 10"), is_neutral("Case C-108/16 PPU")
    (True, False, False)
    """
    return _OF_A_COURT.match(cite) is not None


def year_of(cite: str) -> int | None:
    """The year of a neutral citation; None for any other citation.

    >>> year_of("[2024] UKSC 10"), year_of("Case C-108/16 PPU")
    (2024, None)
    """
    found = _CITATION.fullmatch(cite)
    return int(found["year"]) if found else None
