"""The entries of a case file, read from the boxes of a warrant's form; and what was not read, and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from extradition.case_file.particulars import Particulars
from extradition.case_file.warrant import Warrant
from extradition.casework.warrant_file.boxes import BoxText, boxes_of, pattern_of
from extradition.casework.warrant_file.entries_read import EntryNotRead, EntryRead, WarrantReading
from extradition.casework.warrant_file.printed_entries import (
    EntryText,
    date_read,
    entry_text,
    length_read,
    name_read,
)
from extradition.casework.warrant_file.text_lines import TextLine
from extradition.casework.warrant_file.tick_marks import UNREADABLE
from extradition.casework.warrant_file.ticks import OptionState, option_states, other_marks
from extradition.law import PART
from extradition.rule_book.printed_form import BOX, LABEL, PrintedForm

_SHOWN = 300
_MOST_SHOWN = 5_000
"""The most characters that are shown of a place that was not read, and of a single entry."""
_AND = re.compile(r"\s*[,;/]\s*|\s+and\s+")


def reading_of(lines: list[TextLine], name: str, printed: PrintedForm, part: PART) -> WarrantReading:
    """The reading of the *lines* of a file.

    Args:
        lines: the lines, in order.
        name: the name of the file.
        printed: the printed words of the form.
        part: the matter of the form.

    Raises:
        SourceError: the lines are no form of a warrant in English, or more than one.
    """
    lines = [line.in_one_piece for line in lines]
    whole = BoxText("", tuple(lines))
    notes = _Notes()
    reader = _BoxReader(boxes_of(lines, printed, name), printed, notes)
    is_older = bool(printed.without_options) and re.search(pattern_of(printed.without_options), whole.plain)
    particulars = reader.particulars()
    warrant = reader.warrant(has_options=not is_older)
    reader.note_missing(lines)
    title = next(
        (form.title for form in printed.forms if re.search(pattern_of(form.words), whole.plain)), None
    )
    return WarrantReading(
        file=Path(name).name,
        part=part,
        form=title,
        particulars=Particulars.model_validate(particulars) if particulars else None,
        warrant=Warrant.model_validate(warrant) if warrant else None,
        read=tuple(notes.read),
        not_read=tuple(notes.not_read),
    )


@dataclass(frozen=True)
class _Notes:
    """The lists of what was read and of what was not, in the order of the reading."""

    read: list[EntryRead] = field(default_factory=list)
    not_read: list[EntryNotRead] = field(default_factory=list)

    def note(self, entry: str, value: str, at: str, page: int | None) -> None:
        """Note the *value* of an *entry*, and where it stands."""
        self.read.append(EntryRead(entry=entry, value=value, at=at, page=page))

    def leave(self, at: str, page: int | None, why: str, text: str, most: int = _SHOWN) -> None:
        """Note why something is left out, with the beginning of its *text*."""
        shown = " ".join(text.split())[:most]
        self.not_read.append(EntryNotRead(at=at, page=page, why=why, text=shown))


class _BoxReader:
    """The reader of the boxes of one form; it notes each entry that it reads, and each that it does not."""

    def __init__(self, boxes: dict[str, BoxText], printed: PrintedForm, notes: _Notes) -> None:
        self._boxes = boxes
        self._printed = printed
        self._notes = notes

    def particulars(self) -> dict[str, Any]:
        """The content of ``particulars`` that could be read."""
        person, paper = "particulars.requested_person", "particulars.warrant"
        name = self._name(f"{person}.name")
        born = self._value("date_of_birth", f"{person}.date_of_birth", date_read)
        nationality = self._value("nationality", f"{person}.nationality", _names_read)
        reference = self._value("reference", f"{paper}.reference", str)
        issued = self._value("issued", f"{paper}.issued", date_read)
        authority = self._value("issuing_authority", f"{paper}.issuing_authority", str)
        of_person = {"name": name, "date_of_birth": born, "nationality": nationality}
        of_paper = {"reference": reference, "issued": issued, "issuing_authority": authority}
        return _filled({"requested_person": _filled(of_person), "warrant": _filled(of_paper)})

    def warrant(self, *, has_options: bool) -> dict[str, Any]:
        """The content of ``warrant`` that could be read."""
        if "b" in self._boxes:
            why = "the form has no entry for the number of decisions: count them in box (b)"
            self._notes.leave("box (b)", self._boxes["b"].page_at(0), why, self._boxes["b"].text)
        after = self._printed.after_a_length
        length = self._value(
            "sentence_months", "warrant.box_c.sentence_months", lambda text: length_read(text, after)
        )
        box_c = _filled({"sentence_months": length})
        box = self._boxes.get("d")
        if box is None:
            return _filled({"box_c": box_c})
        if not has_options:
            why = "this form is older than the options of box (d): read its text"
            self._notes.leave("box (d)", box.page_at(0), why, box.text)
            return _filled({"box_c": box_c})
        return {**_filled({"box_c": box_c}), **self._box_d(box, is_sentenced=length is not None)}

    def note_missing(self, lines: list[TextLine]) -> None:
        """Note the boxes without a heading, and the pages that are pictures."""
        for letter in get_args(BOX):
            if letter not in self._boxes:
                self._notes.leave(f"box ({letter})", None, "its heading was not found", "")
        for line in lines:
            if line.text == UNREADABLE and line.is_doubtful:
                self._notes.leave("the whole page", line.page, "it is a picture without text", "")

    def _box_d(self, box: BoxText, *, is_sentenced: bool) -> dict[str, Any]:
        states = option_states(box, self._printed)
        for state in states:
            if state.state == "not read":
                self._notes.leave(f"box (d) {state.option}", state.page, state.why, state.text)
        for text, page in other_marks(box, self._printed):
            self._notes.leave("box (d)", page, "a mark at these words has no entry in a case file", text)
        ticked = [state for state in states if state.state == "ticked"]
        for state in ticked:
            self._notes.note("warrant.box_d.ticked", state.option, f"box (d) {state.option}", state.page)
        if not ticked and (not is_sentenced or any(state.state == "not read" for state in states)):
            self._leave_box_d(box, are_empty=all(state.state != "not read" for state in states))
            return {}
        if not ticked:
            self._notes.note("warrant.box_d.ticked", "none", "box (d)", box.page_at(0))
        return {"box_d": {"ticked": [state.option for state in ticked], **self._statements(box, ticked)}}

    def _leave_box_d(self, box: BoxText, *, are_empty: bool) -> None:
        """Note why box (d) as a whole is left out, and the text that it has."""
        why = (
            "no option is ticked, and box (c) 2 has no length that could be read: in a case of conviction, "
            "write that none is ticked"
            if are_empty
            else "no option could be read as ticked, so that the box is left out"
        )
        text = entry_text("text", box, self._printed)
        self._notes.leave("box (d)", box.page_at(0), why, text.text)

    def _statements(self, box: BoxText, ticked: list[OptionState]) -> dict[str, Any]:
        """The text of box (d), and what stands inside the options that are ticked."""
        parts: dict[str | None, BoxText] = {f"box (d) {state.option}": _part(box, state) for state in ticked}
        made: dict[str, Any] = {}
        for label, parse in _IN_OPTIONS.items():
            at = self._printed.labels[label].at
            if at in parts:
                made[label] = self._value(label, f"warrant.box_d.{label}", parse, parts[at])
        if "e" in self._boxes:
            made["text"] = self._value("text", "warrant.box_d.text", str, box)
        else:
            self._notes.leave(
                "box (d) 4", None, "the heading of box (e) was not found, so that its end is not known", ""
            )
        return _filled(made)

    def _name(self, entry: str) -> str | None:
        """The forenames and the surname together; None if one of them cannot be read."""
        labels: tuple[LABEL, ...] = ("forenames", "surname")
        parts = [self._found(label, name_read) for label in labels]
        whole = [value for value, _ in parts if value]
        if len(whole) < len(parts):
            return None
        name = " ".join(map(str, whole))
        self._notes.note(entry, name, self._at("surname"), parts[1][1].page)
        return name

    def _value(
        self, label: LABEL, entry: str, parse: Callable[[str], Any], box: BoxText | None = None
    ) -> Any:
        """The value of an entry; None if it cannot be read."""
        value, found = self._found(label, parse, box)
        if value is not None:
            shown = ", ".join(value) if isinstance(value, list) else str(value)
            self._notes.note(entry, shown, self._at(label), found.page)
        return value

    def _found(
        self, label: LABEL, parse: Callable[[str], Any], box: BoxText | None = None
    ) -> tuple[Any, EntryText]:
        of = self._printed.labels[label]
        found = entry_text(label, box or self._boxes.get(of.box), self._printed)
        value = None if found.why else parse(found.text)
        if value is None:
            why = found.why or "it is not written in a form that can be read for certain"
            at = f"{self._at(label)}, {label.replace('_', ' ')}"
            self._notes.leave(at, found.page, why, found.text, most=_MOST_SHOWN)
        return value, found

    def _at(self, label: LABEL) -> str:
        of = self._printed.labels[label]
        return of.at or f"box ({of.box})"


def _part(box: BoxText, state: OptionState) -> BoxText:
    """The part of *box* that is the text of one option."""
    start, end = state.place
    return BoxText(box.letter, (TextLine(box.text[start:end], state.page),))


def _names_read(text: str) -> list[str] | None:
    names = [name_read(each) for each in _AND.split(text)]
    return [each for each in names if each] if all(names) else None


def _date_in_order(text: str) -> dt.date | None:
    return date_read(text, has_order=True)


def _whole_number(text: str) -> int | None:
    return int(text) if re.fullmatch("[0-9]{1,4}", text) else None


def _filled(content: dict[str, Any]) -> dict[str, Any]:
    """*content* without the entries that are missing."""
    return {key: value for key, value in content.items() if value not in (None, {}, [])}


_IN_OPTIONS: Mapping[LABEL, Callable[[str], Any]] = {
    "summoned_on": _date_in_order,
    "time_limit_days": _whole_number,
}
"""The entries inside the printed sentence of an option; they are read only where it is ticked."""
