"""What the service determines of one case, for a single request and for each line of a batch."""

from __future__ import annotations

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


class HeardCases:
    """The determinations of a service over one rule book.

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
        given = anonymous(case, self.rule_book) if asked.anonymous else case
        under = Under.of(asked.law, asked.as_at, asked.assuming, asked.engine or self.engine)
        return hear(given, self.rule_book, under)

    def determined(self, asked: CaseToDetermine, body: Document, detail: DEPTH) -> Determination:
        """The determination of the case in the *body*, with what was *asked* and the *detail* shows."""
        hearing = self.heard(asked, body)
        determination = hearing.determination
        if asked.sensitivity:
            determination = with_sensitivity(hearing, hold_findings=asked.hold_findings)
        if asked.precedents and detail == "full":
            determination = with_precedents(determination, hearing)
        return determination
