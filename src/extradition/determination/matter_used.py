"""The matter of a determination in words: its title, and the paper that asks for the person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from extradition import source
from extradition.law import LEFT_OUT_IF_NONE, Model
from extradition.rule_book.matter import PAPER, BookMatter
from extradition.rule_book.parties import Parties
from extradition.source import bundled_folder


class MatterUsed(Model):
    """The *title* of a matter, and the *paper* that asks for the person, if one does.

    ``own_parties`` are the parties of its rule book, if they are not those of the rule book of this package.
    """

    title: str
    paper: PAPER | None = None
    own_parties: Annotated[Parties | None, LEFT_OUT_IF_NONE] = None

    @classmethod
    def of(cls, matter: BookMatter, parties: Parties) -> MatterUsed:
        """The words of *matter*.

        Args:
            matter: a matter of a rule book.
            parties: the parties of that rule book.
        """
        own = None if parties == bundled_parties() else parties
        return cls(title=matter.title, paper=matter.paper, own_parties=own)

    @property
    def parties(self) -> Parties:
        """The parties of its rule book."""
        return self.own_parties or bundled_parties()


@cache
def bundled_parties() -> Parties:
    """The parties of the rule book of this package: a determination does not repeat their names."""
    return Parties.model_validate(_bundled_book()["parties"])


@cache
def bundled_matters() -> Mapping[str, MatterUsed]:
    """The matters of the rule book of this package: a determination does not repeat their words.

    >>> {each.paper for each in bundled_matters().values()} >= {"warrant", "request"}
    True
    """
    matters = TypeAdapter(dict[str, BookMatter]).validate_python(_bundled_book()["matters"])
    return {part: MatterUsed.of(matter, bundled_parties()) for part, matter in matters.items()}


@cache
def _bundled_book() -> Mapping[str, Any]:
    content: Mapping[str, Any] = source.read(bundled_folder("rules") / "book.yaml").content
    return content


def left_out_if_bundled(part: str, matter: BookMatter, parties: Parties) -> MatterUsed | None:
    """The words of *matter*; None if the rule book of this package has the same words for that *part*.

    Args:
        part: the id of the matter.
        matter: the matter.
        parties: the parties of its rule book.
    """
    used = MatterUsed.of(matter, parties)
    return None if bundled_matters().get(part) == used else used


def matter_in_words(part: str, own: MatterUsed | None) -> MatterUsed:
    """The words of the matter *part*: its *own*, or those of the rule book of this package."""
    return own or bundled_matters().get(part) or MatterUsed(title=part)
