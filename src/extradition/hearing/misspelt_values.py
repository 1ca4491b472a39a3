"""The values of a case file that have the wrong shape, with the value of the rule book that they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from extradition.hearing.unknown_words import UnknownWords
from extradition.rule_book import RuleBook
from extradition.rule_book.matter import EVERY_MATTER
from extradition.source import Document, Fault, Place, not_plain


def misspelt_values(document: Document, rule_book: RuleBook) -> Iterator[Fault]:
    """A fault for a matter and each start of a hearing that is written in another way or out of scope.

    Args:
        document: the case file as read, of any shape.
        rule_book: the law, with its matters and questions.
    """
    content, words = document.content, UnknownWords(rule_book)
    if not isinstance(content, Mapping):
        return
    key = document.key_written((), "part", "matter")
    matter = content.get(key)
    if isinstance(matter, str) and matter and matter not in (*rule_book.matters, EVERY_MATTER):
        yield Fault((key,), words.matter(matter))
    for place, start in _starts(content):
        if words.says_nothing(start):
            says = "names no provision; leave the key out, and the hearing starts at the first question"
            yield Fault((*place, "taken_from"), says)
            continue
        if start in rule_book.questions:
            continue
        beyond = words.beyond(start)
        if beyond is not None:
            yield Fault((*place, "taken_from"), beyond)
        elif hint := words.provision(start):
            yield Fault(
                (*place, "taken_from"),
                f"must be a provision as the rule book writes it{hint}{not_plain(start)}",
            )


def _starts(content: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """The start that the case file gives, and that of each warrant, with the place."""
    listed = content.get("warrants")
    warrants = enumerate(listed if isinstance(listed, list) else ())
    for place, given in (((), content), *((("warrants", i), each) for i, each in warrants)):
        start = given.get("taken_from") if isinstance(given, Mapping) else None
        if isinstance(start, str):
            yield place, start
