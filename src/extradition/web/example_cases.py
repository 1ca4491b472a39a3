"""The example cases of this package that the page opens, by name, for each rule book of a service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from extradition import source
from extradition.case_file import CaseFile
from extradition.rule_book import RuleBook
from extradition.source import bundled_folder
from extradition.web.rule_books import RuleBooks


class ExampleCases:
    """The example cases of the rule books of a service.

    Args:
        books: the rule books of the service.
    """

    def __init__(self, books: RuleBooks) -> None:
        self._books = books

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return {
            name_of_example(path): path for path in sorted(bundled_folder("examples").rglob("case*.yaml"))
        }

    @cached_property
    def by_book(self) -> Sequence[tuple[RuleBook, Sequence[tuple[str, CaseFile]]]]:
        """Each rule book with its example cases, each with its name."""
        every = [(name, CaseFile.load(path)) for name, path in self._paths.items()]
        return [
            (book, [(name, case) for name, case in every if case.book == book.name])
            for book in self._books.each
        ]

    def content(self, name: str) -> Mapping[str, Any] | None:
        """The content of the example with that *name*; None if there is none.

        Args:
            name: the name of an example.
        """
        path = self._paths.get(name)
        return None if path is None else cast("Mapping[str, Any]", source.read(path).content)


def name_of_example(path: Path) -> str:
    """The name of the example at *path*: that of its folder, with what its file name says more.

    Args:
        path: the path of a case file.

    >>> name_of_example(Path("merticariu/case.yaml")), name_of_example(Path("interpol_match/case_yes.yaml"))
    ('merticariu', 'interpol_match_yes')
    """
    return path.parent.name + path.stem.removeprefix("case")
