"""The text of an entry of the form, found by its printed label, and the values that such texts have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extradition.casework.warrant_file.boxes import BoxText, pattern_of
from extradition.casework.warrant_file.tick_marks import UNREADABLE
from extradition.length import Length
from extradition.rule_book.printed_form import LABEL, PrintedForm
from extradition.source import unwanted

_LEADERS = re.compile(r"[.…_·]{2,}|[…_]")
_EDGES_OF_A_TEXT = " :"
_EDGES = " \t\n:;,.-\u2013\u2014…_"
_LINE_START = r"(?m)^[ \t]*(?:\(?\d[\d.]*[.)]?|[-\u2022])?[ \t]*"
_MANY_WORDS = 4
"""Printed words of this number are known from others anywhere in a line; fewer must begin it."""
_MOST_SHORT = 200
_MOST_LONG = 5_000
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_LAST_MONTH = 12
_NUMBERS = re.compile(
    r"(?P<day>\d{1,2})\s*(?P<sign>[./-])\s*(?P<month>\d{1,2})\s*(?P=sign)\s*(?P<year>\d{4})"
)
_IN_WORDS = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]+),? (?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_NAME = re.compile(r"[^\W\d_]+(?:[ .,'\u2019\-]+[^\W\d_]+)*\.?")


@dataclass(frozen=True)
class EntryText:
    """The text of an entry: *text*, its *page*, and *why* it cannot be read (empty if it can)."""

    text: str
    page: int | None
    why: str = ""


def entry_text(label: LABEL, box: BoxText | None, printed: PrintedForm) -> EntryText:
    """The text of the entry *label*, up to the next printed words.

    Args:
        label: the entry.
        box: its box, or the part of the box that has it; None if the file does not have the box.
        printed: the printed words of the form.
    """
    of = printed.labels[label]
    if box is None:
        return EntryText("", None, "the heading of its box was not found")
    start = "" if all(len(words.split()) >= _MANY_WORDS for words in of.words) else _LINE_START
    found = list(re.finditer(start + pattern_of(of.words) + r"(?!\w)[ \t]*:?", box.plain))
    if not found:
        return EntryText("", box.page_at(0), "its printed label was not found")
    end = _end(label, box, printed, found[0].end())
    text = " ".join(_LEADERS.sub(" ", box.text[found[0].end() : end]).split())
    text = text.strip(_EDGES_OF_A_TEXT if label == "text" else _EDGES)
    page = box.page_at(found[0].start())
    if len(found) > 1:
        return EntryText(text, page, "its printed label stands there twice")
    why = _why_not_whole(label, box, text, (found[0].start(), end))
    if text and not why and box.has_margin(found[0].end(), end):
        why = "it is at the end of a page, where a header or footer may stand in it"
    return EntryText(text, page, why)


def _end(label: LABEL, box: BoxText, printed: PrintedForm, start: int) -> int:
    """The end of the entry that begins at *start*: the next printed words."""
    of = printed.labels[label]
    if of.until:
        found = re.compile(pattern_of(of.until)).search(box.plain, start)
        return found.start() if found else start
    stops = (*_labels_in(box.letter, printed), *printed.other_labels.get(of.box, ()))
    pattern = _LINE_START + pattern_of(stops) + r"(?!\w)"
    found = re.compile(pattern).search(box.plain, start)
    return found.start() if found else len(box.text)


def _labels_in(letter: str, printed: PrintedForm) -> Iterator[str]:
    for label in printed.labels.values():
        if label.box == letter and label.until is None:
            yield from label.words


def _why_not_whole(label: LABEL, box: BoxText, text: str, place: tuple[int, int]) -> str:
    if not text:
        return "it is left blank"
    if box.is_doubtful(*place):
        return "something is drawn over it, which may strike it out"
    if UNREADABLE in text or unwanted(text):
        return "some of its characters cannot be read"
    most = _MOST_LONG if label == "text" else _MOST_SHORT
    return f"it is longer than {most:,} characters" if len(text) > most else ""


def date_read(text: str, *, has_order: bool = False) -> dt.date | None:
    """The date that the whole of *text* is; None if it is none, or if day and month may be exchanged.

    Args:
        text: the text of an entry.
        has_order: whether the form prints the order of day, month and year next to it.

    >>> date_read("17 May 1994"), date_read("05/06/1994"), date_read("05/06/1994", has_order=True)
    (datetime.date(1994, 5, 17), None, datetime.date(1994, 6, 5))
    """
    plain = " ".join(text.lower().split())
    found = _NUMBERS.fullmatch(plain) or _IN_WORDS.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain)
    if found is None:
        return None
    words = found["month"]
    month = int(words) if words.isdecimal() else _MONTHS.index(words) + 1 if words in _MONTHS else 0
    day, year = int(found["day"]), int(found["year"])
    is_fixed = has_order or found.groupdict().get("sign", ".") == "."
    if not is_fixed and day <= _LAST_MONTH and day != month:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def length_read(text: str, after: tuple[str, ...] = ()) -> str | None:
    """The length of a sentence that the whole of *text* is; None if it is none.

    Args:
        text: the text of an entry.
        after: words that may follow a length and do not change it.

    >>> length_read("2 years and 6 months of imprisonment", ("of imprisonment",)), length_read("life")
    ('2 years and 6 months', None)
    """
    plain = " ".join(text.lower().split())
    for words in sorted(after, key=len, reverse=True):
        plain = plain.removesuffix(f" {words}")
    return plain if Length.read(plain) is not None else None


def name_read(text: str) -> str | None:
    """The name that the whole of *text* is; None if it has digits, brackets or other signs.

    Args:
        text: the text of an entry.

    >>> name_read("O'Example-Specimen"), name_read("Exemplu (born Pattern)")
    ("O'Example-Specimen", None)
    """
    return text if _NAME.fullmatch(text) else None
