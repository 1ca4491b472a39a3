"""The keys of a case file that name a stage out of scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extradition.case_file import CaseFile, IssuedWarrant
from extradition.hearing.unknown_words import UnknownWords
from extradition.rule_book import RuleBook
from extradition.source import Fault, Place


def keys_out_of_scope(content: Any, rule_book: RuleBook) -> Iterator[Fault]:
    """A fault for each key of a case file or a warrant that names a stage out of scope.

    Args:
        content: the content of the document, of any shape.
        rule_book: the law, with the stages that it leaves out.
    """
    words = UnknownWords(rule_book)
    for place, keys, known in _keyed(content):
        for key in keys if isinstance(keys, Mapping) else ():
            message = words.outside(str(key), of_date=True) if key not in known else None
            if message is not None:
                yield Fault((*place, key), message)


def _keyed(content: Any) -> list[tuple[Place, Any, Iterable[str]]]:
    """Each case file and warrant in *content*, with its place and the keys that belong there."""
    warrants = content.get("warrants") if isinstance(content, Mapping) else None
    each_warrant = enumerate(warrants if isinstance(warrants, list) else ())
    return [
        ((), content, CaseFile.model_fields),
        *((("warrants", i), each, IssuedWarrant.model_fields) for i, each in each_warrant),
    ]
