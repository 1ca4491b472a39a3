"""What the service determines of one case, for a single request and for each line of a batch."""

from __future__ import annotations

from functools import cache

from extradition.case_file import CaseFile
from extradition.casework.anonymity import anonymous
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.precedents import with_precedents
from extradition.report.depths import DEPTH
from extradition.rule_book import RuleBook
from extradition.sensitivity import with_sensitivity
from extradition.source import Document
from extradition.web.service.bodies import CaseToDetermine, CaseUnderLaw


@cache
def _installed(name: str) -> RuleBook:
    """The rule book *name* of this package, loaded once."""
    return RuleBook.load_named(name)


class HeardCases:
    """The determinations of a service over its rule book, and over the others of this package.

    Args:
        rule_book: the law.
        engine: the engine of requests that name none.
    """

    def __init__(self, rule_book: RuleBook, engine: ENGINE) -> None:
        self.rule_book = rule_book
        self.engine = engine

    def heard(self, asked: CaseUnderLaw, body: Document) -> Hearing:
        """The hearing of the case in the *body*, without what identifies a person if that was *asked*."""
        case: CaseFile = asked.case_file.within(body.part("case_file"))
        rule_book = self.book_of(case)
        given = anonymous(case, rule_book) if asked.anonymous else case
        under = Under.of(asked.law, asked.as_at, asked.assuming, asked.engine or self.engine)
        return hear(given, rule_book, under)

    def book_of(self, case: CaseFile) -> RuleBook:
        """The rule book that *case* names: that of the service, or another one of this package.

        Raises:
            UnknownLawError: this package has no rule book of that name.
        """
        if case.book is None or case.book == self.rule_book.name:
            return self.rule_book
        return _installed(case.book)

    def determined(self, asked: CaseToDetermine, body: Document, detail: DEPTH) -> Determination:
        """The determination of the case in the *body*, with what was *asked* and the *detail* shows."""
        hearing = self.heard(asked, body)
        determination = hearing.determination
        if asked.sensitivity:
            determination = with_sensitivity(hearing, hold_findings=asked.hold_findings)
        if asked.precedents and detail == "full":
            determination = with_precedents(determination, hearing)
        return determination
