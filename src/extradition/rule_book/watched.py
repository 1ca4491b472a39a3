"""``watch.yaml``: the systems and proposals that are no question of a rule book yet."""

from __future__ import annotations

from pydantic import RootModel

from extradition.law import Day, Model
from extradition.rule_book.consequences import Sentence


class WatchSource(Model):
    """The source of an entry: its *title*, and an *address* if it has one."""

    title: Sentence
    address: Sentence | None = None


class Watched(Model):
    """A system or proposal: its *status*, its *source*, and the day of the last look at it (*looked_at*).

    ``would_become`` says what would make it a question of a rule book.
    """

    title: Sentence
    status: Sentence
    source: WatchSource | Sentence
    looked_at: Day
    would_become: Sentence

    @property
    def where(self) -> WatchSource:
        """The source, with or without an address."""
        return self.source if isinstance(self.source, WatchSource) else WatchSource(title=self.source)


class WatchFile(RootModel[tuple[Watched, ...]]):
    """``watch.yaml``."""
