"""The case file without the names and references that identify the people in it: ``--anonymous``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from extradition.case_file import CaseFile, Particulars
from extradition.case_file.cut_text import is_prose
from extradition.case_file.particulars import RequestedPerson
from extradition.days import Days, text_of_days, written_out
from extradition.hearing.examination import examine
from extradition.rule_book import RuleBook
from extradition.source import Place

STRUCK = "(struck out)"
"""The text in place of each text that is struck out."""
_BORN = ("particulars", "requested_person", "date_of_birth")
_IN_A_PARTICULAR = frozenset(("name", "nationality", "reference", "certificate", "judge", "cps_reference"))
_LAWYERS = frozenset(("counsel", "solicitors"))


def anonymous(case_file: CaseFile, rule_book: RuleBook) -> CaseFile:
    """The *case_file* without what identifies a person: the same findings and dates, so the same outcome.

    The name and the nationality of the person, the names of the judge, counsel and solicitors, and every
    reference become ``(struck out)``. The date of birth is left out. The same names, references and date of
    birth are struck out wherever free text of the file has them. So is each single name of the person.

    Args:
        case_file: the case file as the user gave it.
        rule_book: the law, against which the whole file is checked first.

    Raises:
        SourceError: as for ``examine``.

    Examples:
        >>> from extradition import CaseFile, RuleBook
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> anonymous(case, RuleBook.load()).particulars.requested_person.name
        '(struck out)'
    """
    examine(case_file, rule_book)
    pattern = _pattern(_texts(case_file))
    content = case_file.model_dump(mode="json", exclude_none=True)
    struck = _struck(content, (), pattern)
    return CaseFile.model_validate(struck).part_of(case_file.problems)


def _texts(case_file: CaseFile) -> Iterator[str]:
    """Every text to strike out of the free text of *case_file*."""
    given = case_file.particulars or Particulars()
    instruments = (given.warrant, given.request, *(each.particulars for each in case_file.warrants))
    for each in filter(None, instruments):
        yield from filter(None, (each.reference, each.certificate))
    yield from filter(None, (case_file.reference, given.cps_reference, given.judge))
    for lawyers in filter(None, (given.counsel, given.solicitors)):
        yield from (*lawyers.requesting_authority, *lawyers.requested_person)
    if given.requested_person is not None:
        yield from _texts_of_person(given.requested_person)


def _texts_of_person(person: RequestedPerson) -> Iterator[str]:
    """The name, each single name in small and in capital letters, and the date of birth in words and
    numbers.
    """
    if person.name is not None:
        yield person.name
        letters = (each if unicodedata.category(each)[0] in "LM" else " " for each in person.name)
        for part in "".join(letters).split():
            if _is_name(part):
                yield from (part, part.upper(), part.title())
    born = person.date_of_birth
    if born is not None and not isinstance(born, Days):
        yield from (text_of_days(born), written_out(born))


def _is_name(part: str) -> bool:
    """Whether one word of a name is struck out alone: not a particle in small letters, nor an initial."""
    return not part.islower() and len(part) > 1


def _pattern(texts: Iterable[str]) -> re.Pattern[str] | None:
    """The pattern of all *texts*, the longest first; None if there are none."""
    longest = sorted({unicodedata.normalize("NFC", text) for text in texts}, key=len, reverse=True)
    return re.compile("|".join(map(_bounded, longest))) if longest else None


def _bounded(text: str) -> str:
    """The pattern of *text* as whole words, with any white space between them.

    A script without capital letters may have no space between words, so its texts have no bounds.
    """
    words = r"\s+".join(map(re.escape, text.split()))
    before = r"(?<!\w)" if _has_bounds(text[0]) else ""
    after = r"(?!\w)" if _has_bounds(text[-1]) else ""
    return f"{before}{f'(?i:{words})' if ' ' in text else words}{after}"


def _has_bounds(letter: str) -> bool:
    return letter.isdecimal() or letter.upper() != letter.lower()


def _struck(content: Any, place: Place, pattern: re.Pattern[str] | None) -> Any:
    """The *content* at *place* with every text struck out that has to be."""
    if isinstance(content, dict):
        return {
            key: _struck(each, (*place, key), pattern)
            for key, each in content.items()
            if (*place, key) != _BORN
        }
    if isinstance(content, list):
        return [_struck(each, (*place, i), pattern) for i, each in enumerate(content)]
    if _identifies(place):
        return STRUCK
    if pattern is None or not isinstance(content, str) or not is_prose(place) or place[-1] == "to":
        return content
    written = unicodedata.normalize("NFC", content)
    return pattern.sub(STRUCK, written) if pattern.search(written) else content


def _identifies(place: Place) -> bool:
    """Whether the text at *place* is a reference, or a particular that identifies a person."""
    if "particulars" not in (place[:1] + place[2:3]):
        return place == ("reference",)
    return not (_IN_A_PARTICULAR | _LAWYERS).isdisjoint(map(str, place))
