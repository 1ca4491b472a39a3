"""The models of a reading of a warrant's own file: what was read and from where, and what was not read."""

from __future__ import annotations

from extradition.case_file.particulars import Particulars
from extradition.case_file.warrant import Warrant
from extradition.law import PART, Model


class EntryRead(Model):
    """One entry that was read: its place in the case file (*entry*), its *value*, and its source.

    Attributes:
        entry: the place in a case file; ``warrant`` is the key of an offence.
        value: the value, as text.
        at: the box and the point of the form.
        page: the page of the file, from 1; None where a Word file does not record its pages.
    """

    entry: str
    value: str
    at: str
    page: int | None = None

    @property
    def name(self) -> str:
        """The name of the entry for a reader: "date of birth"."""
        return self.entry.rpartition(".")[2].replace("_", " ")


class EntryNotRead(Model):
    """One place of the form that was not read, with the reason (*why*) and the *text* that stands there."""

    at: str
    page: int | None = None
    why: str
    text: str = ""


class WarrantReading(Model):
    """The reading of a warrant's own file. Nothing in it is a guess.

    Attributes:
        file: the name of the file.
        part: the matter to which the form belongs.
        form: the title of the form; None if it is not known from its words.
        warrant: the content of the key ``warrant`` of an offence; None if nothing of it was read.
        particulars: the content of the key ``particulars``; None if nothing of it was read.
        read: each entry that was read, with its source.
        not_read: each place that was not read, with the reason.
    """

    file: str
    part: PART
    form: str | None = None
    warrant: Warrant | None = None
    particulars: Particulars | None = None
    read: tuple[EntryRead, ...] = ()
    not_read: tuple[EntryNotRead, ...] = ()
