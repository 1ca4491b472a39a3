"""The options of a box and the state of each: ticked, empty, struck out, or not readable with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extradition.casework.warrant_file.boxes import BoxText, pattern_of
from extradition.casework.warrant_file.tick_marks import LEADING_MARKS, MARK_CHARACTERS, TICK_MARK, marks_in
from extradition.rule_book.printed_form import PrintedForm

TICK_STATE = Literal["ticked", "empty", "struck out", "not read"]
_NUMBER = r"(?:\(?(?P<number>\d(?:[. ]{0,2}\d){0,3}[. ]{0,2}\(?[a-c]?\)?)[.:)]{0,2}(?=\s))?"
_SHOWN = 300


@dataclass(frozen=True)
class OptionState:
    """The state of one option.

    Attributes:
        option: the name of the option.
        state: the state; *why* has the reason if it is not read.
        page: the page of the option, if it is known.
        text: the text of the option in the file, shortened.
        place: the first and the last place of its text in the box.
    """

    option: str
    state: TICK_STATE
    page: int | None = None
    why: str = ""
    text: str = ""
    place: tuple[int, int] = (0, 0)
    kind: TICK_MARK | None = None


@dataclass(frozen=True)
class _Start:
    """The start of an option, or of other printed words (*option* is then empty)."""

    option: str
    found: re.Match[str]


def option_states(box: BoxText, printed: PrintedForm) -> tuple[OptionState, ...]:
    """The state of every option, in the order of the form.

    An option is ticked only if exactly one mark stands before its words, and that mark is a tick.

    Args:
        box: the text of the box with the options.
        printed: the printed words of the form.
    """
    starts = sorted(_starts(box, printed), key=lambda start: start.found.start())
    ends = [start.found.start() for start in starts[1:]] + [len(box.text)]
    states: dict[str, list[OptionState]] = {option: [] for option in printed.options}
    for start, end in zip(starts, ends, strict=True):
        if start.option:
            states[start.option].append(_state_of(box, start, end))
    chosen = [_only(option, found, box, printed) for option, found in states.items()]
    kinds = {state.kind for state in chosen if state.state == "ticked"}
    if len(kinds) > 1:
        why = "both checks and crosses are used in the box, and one of them may mean no"
        return tuple(
            replace(each, state="not read", why=why) if each.state == "ticked" else each for each in chosen
        )
    return tuple(chosen)


def _starts(box: BoxText, printed: PrintedForm) -> Iterator[_Start]:
    before = rf"(?m)^(?:[\u2022\u00b7*-] ?){{0,2}}(?P<before>{LEADING_MARKS})"
    for option, words in printed.options.items():
        pattern = before + rf"{_NUMBER} ?(?P<after>{LEADING_MARKS}){pattern_of(words)}"
        yield from (_Start(option, found) for found in re.finditer(pattern, box.plain))
    pattern = before + rf"{_NUMBER} ?{pattern_of(printed.between_options)}"
    yield from (_Start("", found) for found in re.finditer(pattern, box.plain))


def _state_of(box: BoxText, start: _Start, end: int) -> OptionState:
    """The state of the option that begins at *start* and ends at *end*."""
    found = start.found
    text = " ".join(box.text[found.start() : end].split())[:_SHOWN]
    marks = [*marks_in(found["before"]), *marks_in(found["after"])]
    why = _why_not_read(box, start, end, marks)
    state: TICK_STATE = "not read" if why else "empty" if marks == ["empty"] else "ticked"
    page = box.page_at(found.start())
    return OptionState(
        start.option, state, page, why, text, (found.start(), end), marks[0] if marks else None
    )


def _why_not_read(box: BoxText, start: _Start, end: int, marks: list[TICK_MARK]) -> str:
    """The reason why the mark of an option cannot be read; empty if it can."""
    found = start.found
    words = box.text[found.end() : end]
    number = _letters_and_digits(found["number"] or "")
    if number and number != _letters_and_digits(start.option):
        return f"it is numbered {found['number'].strip(' .')}, and has the words of {start.option}"
    if box.is_doubtful(found.start(), end):
        return "something is drawn over it, which may strike it out"
    if len(marks) != 1:
        return f"{'no mark stands' if not marks else 'several marks stand'} before its words"
    if marks == ["unreadable"]:
        return "its mark is a picture, a drawing or a sign without a known meaning"
    return "another mark stands inside or after its words" if re.search(f"[{MARK_CHARACTERS}]", words) else ""


def _letters_and_digits(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text)


def other_marks(box: BoxText, printed: PrintedForm) -> Iterator[tuple[str, int | None]]:
    """The text and the page of other printed words of the box that have a mark other than an empty box.

    Args:
        box: the text of the box with the options.
        printed: the printed words of the form.
    """
    for start in _starts(box, printed):
        if not start.option and any(mark != "empty" for mark in marks_in(start.found["before"])):
            place = start.found.start()
            yield " ".join(box.text[place : place + _SHOWN].split("\n")[0].split()), box.page_at(place)


def _only(option: str, found: list[OptionState], box: BoxText, printed: PrintedForm) -> OptionState:
    """The one state *found* for an option; without one, whether its words are struck out."""
    if len(found) == 1:
        return found[0]
    if found:
        return OptionState(
            option, "not read", found[0].page, "its words stand in the box twice", found[0].text
        )
    if re.search(pattern_of(printed.options[option]), box.struck):
        return OptionState(option, "struck out", box.page_at(0))
    return OptionState(option, "not read", box.page_at(0), "its printed words were not found")
