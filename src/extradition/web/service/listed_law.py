"""What the service lists of each of its rule books: the facts, the questions and the laws."""

from __future__ import annotations

from functools import cached_property

from pydantic import TypeAdapter

from extradition.law import PART
from extradition.report import render_questions
from extradition.report.listed_facts import ListedFact, listed_facts
from extradition.rule_book import RuleBook
from extradition.rule_book.book import NamedLaw
from extradition.source import Problem, SourceError


class ListedLaw:
    """The lists of one rule book, each made when it is first asked for.

    Args:
        rule_book: the law.
    """

    def __init__(self, rule_book: RuleBook) -> None:
        self.rule_book = rule_book

    @cached_property
    def facts(self) -> tuple[ListedFact, ...]:
        """Every fact and question."""
        return listed_facts(self.rule_book)

    @cached_property
    def questions(self) -> str:
        """Every question by its provision, as JSON."""
        return render_questions(self.rule_book, "json")

    @cached_property
    def laws(self) -> bytes:
        """Every named law, as JSON."""
        return TypeAdapter(dict[str, NamedLaw]).dump_json(dict(self.rule_book.laws))

    def examine_matter(self, part: PART | None) -> None:
        """Refuse a matter that the rule book does not have.

        Args:
            part: the matter that a query names; None if it names none.

        Raises:
            SourceError: *part* is no matter.
        """
        if part is not None and part not in self.rule_book.matters:
            hint = self.rule_book.hint_of_matter(part)
            raise SourceError([Problem(None, "part", f"{part!r} is not a matter of the rule book{hint}")])
