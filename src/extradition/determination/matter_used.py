"""The matter of a determination in words: its title, its decider, and the paper that asks for the person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from extradition import source
from extradition.law import LEFT_OUT_IF_NONE, Model
from extradition.rule_book.consequences import DECIDER
from extradition.rule_book.matter import PAPER, BookMatter
from extradition.rule_book.parties import Parties
from extradition.source import bundled_folder


class MatterUsed(Model):
    """The *title* of a matter, and the *paper* that asks for the person, if one does.

    ``own_parties`` are the parties of its rule book, if they are not those of the rule book of this package.
    ``own_decider`` is the decider of its hearing, if that is not the first of the rule book of this package.
    """

    title: str
    paper: PAPER | None = None
    own_parties: Annotated[Parties | None, LEFT_OUT_IF_NONE] = None
    own_decider: Annotated[DECIDER | None, LEFT_OUT_IF_NONE] = None

    @classmethod
    def of(cls, matter: BookMatter, parties: Parties, decider: DECIDER) -> MatterUsed:
        """The words of *matter*.

        Args:
            matter: a matter of a rule book.
            parties: the parties of that rule book.
            decider: the decider of the hearing of *matter*.
        """
        return cls(
            title=matter.title,
            paper=matter.paper,
            own_parties=None if parties == bundled_parties() else parties,
            own_decider=None if decider == bundled_decider() else decider,
        )

    @property
    def parties(self) -> Parties:
        """The parties of its rule book."""
        return self.own_parties or bundled_parties()

    @property
    def decider(self) -> DECIDER:
        """The decider of its hearing."""
        return self.own_decider or bundled_decider()


@cache
def bundled_parties() -> Parties:
    """The parties of the rule book of this package: a determination does not repeat their names."""
    return Parties.model_validate(_bundled_book()["parties"])


@cache
def bundled_decider() -> DECIDER:
    """The first decider of the rule book of this package: a determination does not repeat its name."""
    first: DECIDER = _bundled_book()["deciders"][0]
    return first


@cache
def bundled_matters() -> Mapping[str, MatterUsed]:
    """The matters of the rule book of this package: a determination does not repeat their words.

    >>> {each.paper for each in bundled_matters().values()} >= {"warrant", "request"}
    True
    """
    matters = TypeAdapter(dict[str, BookMatter]).validate_python(_bundled_book()["matters"])
    return {
        part: MatterUsed.of(matter, bundled_parties(), matter.before or bundled_decider())
        for part, matter in matters.items()
    }


@cache
def _bundled_book() -> Mapping[str, Any]:
    content: Mapping[str, Any] = source.read(bundled_folder("rules") / "book.yaml").content
    return content


def left_out_if_bundled(
    part: str, matter: BookMatter, parties: Parties, decider: DECIDER
) -> MatterUsed | None:
    """The words of *matter*; None if the rule book of this package has the same words for that *part*.

    Args:
        part: the id of the matter.
        matter: the matter.
        parties: the parties of its rule book.
        decider: the decider of its hearing.
    """
    used = MatterUsed.of(matter, parties, decider)
    return None if bundled_matters().get(part) == used else used


def matter_in_words(part: str, own: MatterUsed | None) -> MatterUsed:
    """The words of the matter *part*: its *own*, or those of the rule book of this package."""
    return own or bundled_matters().get(part) or MatterUsed(title=part)
