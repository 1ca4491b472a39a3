"""The places of the tests of facts in a question file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extradition.rule_book.conditions import All, Condition, Is
from extradition.rule_book.consequences import other_grounds
from extradition.rule_book.load import Contents
from extradition.rule_book.matter import Office
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import Document, Fault, Place

Found = Iterator[tuple[Document, Fault]]


class PlacedVersion(NamedTuple):
    """A version with its question, and where it is written."""

    document: Document
    place: Place
    provision: str
    question: Question
    version: Version

    def fault(self, *below: str | int, message: str) -> tuple[Document, Fault]:
        """A fault of the version, or of what stands at *below* in it, with its document."""
        return self.document, Fault((*self.place, *below), message)


def every_version(contents: Contents) -> Iterator[PlacedVersion]:
    """Every version of every question, also those that a twin takes from another file."""
    for provision, question in contents.questions.items():
        for i, version in enumerate(question.versions):
            document = contents.documents[provision]
            yield PlacedVersion(document, ("versions", i), provision, question, version)


def every_written_version(contents: Contents) -> Iterator[PlacedVersion]:
    """Every version where it is written; twins repeat none."""
    return (each for each in every_version(contents) if each.provision not in contents.twins)


def offices(contents: Contents) -> Iterator[tuple[Document, Place, Office]]:
    """Every office that acts for a decider, with its document and its place."""
    for part, matter in contents.book.matters.items():
        for i, office in enumerate(matter.offices):
            yield contents.documents["book.yaml"], ("matters", part, "offices", i), office


def leaves(question: Question) -> Iterator[tuple[Place, Is]]:
    """Every test of a fact in the conditions of *question*, with its place in the file."""
    for i, version in enumerate(question.versions):
        for key in ("yes_if", "no_if"):
            if (condition := getattr(version, key)) is not None:
                placed = _placed(("versions", i, key), condition)
                yield from (
                    placed
                    if version.by_fact is None
                    else ((("versions", i, "by_fact"), leaf) for _, leaf in placed)
                )
        for j, reason in enumerate(version.left_open):
            if reason.where is not None:
                yield from _placed(("versions", i, "left_open", j, "where"), reason.where)
    if question.asked_if is not None:
        key = "when" if question.asked_if.unless_shown is None else "unless_shown"
        yield from _placed(("asked_if", key), question.asked_if.condition)
    for key in ("yes", "no"):
        others = other_grounds(getattr(question, key))
        for i, other in enumerate(others):
            place: Place = (key, "unless", i) if len(others) > 1 else (key, "unless")
            yield from _placed((*place, "when"), other.when)


def _placed(place: Place, condition: Condition) -> Iterator[tuple[Place, Is]]:
    if isinstance(condition, Is):
        yield place, condition
        return
    word = "all" if isinstance(condition, All) else "any"
    for i, inner in enumerate(condition.conditions):
        yield from _placed((*place, word, i), inner)
