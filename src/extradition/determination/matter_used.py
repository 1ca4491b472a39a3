"""The matter of a determination in words: its title, and the paper that asks for the person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import TypeAdapter

from extradition import source
from extradition.law import Model
from extradition.rule_book.matter import PAPER, BookMatter
from extradition.source import bundled_folder


class MatterUsed(Model):
    """The *title* of a matter, and the *paper* that asks for the person, if one does."""

    title: str
    paper: PAPER | None = None

    @classmethod
    def of(cls, matter: BookMatter) -> MatterUsed:
        """The words of *matter*."""
        return cls(title=matter.title, paper=matter.paper)


@cache
def bundled_matters() -> Mapping[str, MatterUsed]:
    """The matters of the rule book of this package: a determination does not repeat their words.

    >>> {each.paper for each in bundled_matters().values()} >= {"warrant", "request"}
    True
    """
    content = source.read(bundled_folder("rules") / "book.yaml").content["matters"]
    matters = TypeAdapter(dict[str, BookMatter]).validate_python(content)
    return {part: MatterUsed.of(matter) for part, matter in matters.items()}


def left_out_if_bundled(part: str, matter: BookMatter) -> MatterUsed | None:
    """The words of *matter*; None if the rule book of this package has the same words for that *part*."""
    used = MatterUsed.of(matter)
    return None if bundled_matters().get(part) == used else used


def matter_in_words(part: str, own: MatterUsed | None) -> MatterUsed:
    """The words of the matter *part*: its *own*, or those of the rule book of this package."""
    return own or bundled_matters().get(part) or MatterUsed(title=part)
