"""What the service determines or compares, for a single request and for each line of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extradition.case_file import CaseFile
from extradition.casework.anonymity import anonymous
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.examination import examine
from extradition.precedents import with_precedents
from extradition.report.depths import DEPTH
from extradition.rule_book import RuleBook
from extradition.sensitivity import with_sensitivity
from extradition.source import Document, Problem, SourceError, UnknownDayError, each_or_all_faults
from extradition.web.problems import Refusal
from extradition.web.rule_books import RuleBooks
from extradition.web.service.bodies import CasesToCompare, CaseToDetermine, CaseUnderLaw


class HeardCases:
    """The cases of a service, each under the rule book that it names.

    Args:
        books: the rule books of the service.
        engine: the engine of requests that name none.
    """

    def __init__(self, books: RuleBooks, engine: ENGINE) -> None:
        self.books = books
        self.engine = engine

    def heard(self, asked: CaseUnderLaw, body: Document) -> Hearing:
        """The hearing of the case in the *body*, without what identifies a person if that was *asked*.

        Raises:
            Refusal: the rule book has no law of the day that was *asked* for.
            SourceError, OptionError, EngineError: as for ``determine``.
        """
        case: CaseFile = asked.case_file.within(body.part("case_file"))
        rule_book = self.books.of_case(case)
        given = anonymous(case, rule_book) if asked.anonymous else case
        under = Under.of(asked.law, asked.as_at, asked.assuming, asked.engine or self.engine)
        try:
            return hear(given, rule_book, under)
        except UnknownDayError as error:
            raise Refusal("unknown_law", [Problem(None, "as_at", str(error))]) from None

    def to_compare(self, asked: CasesToCompare, body: Document) -> tuple[Sequence[CaseFile], RuleBook]:
        """The cases in the *body*, without what identifies a person if that was *asked*; and their rule book.

        Raises:
            SourceError: the cases have faults, or are not all of one rule book.
            UnknownLawError: the service has no rule book of the name in a case.
        """
        cases = [case.within(body.part("case_files", i)) for i, case in enumerate(asked.case_files)]
        rule_book = self.books.of_case(cases[0])
        others = [i for i, case in enumerate(cases) if self.books.of_case(case) is not rule_book]
        if others:
            said = f"is of another rule book than the first case ({rule_book.title}); compare it apart"
            raise SourceError([Problem(None, f"case_files[{i}].book", said) for i in others])
        each_or_all_faults(cases, lambda case: examine(case, rule_book))
        return [anonymous(case, rule_book) for case in cases] if asked.anonymous else cases, rule_book

    def determined(
        self, asked: CaseToDetermine, body: Document, detail: DEPTH, unmet: Iterable[Problem] = ()
    ) -> Determination:
        """The determination of the case in the *body*, with what was *asked* and the *detail* shows.

        Args:
            asked: the request.
            body: the body that it came in.
            detail: the level of detail of the answer.
            unmet: a problem for each option of the query that does not fit the rest of the request.

        Raises:
            Refusal: nothing is wrong but options that do not fit; or as for ``heard``.
            SourceError: the case has faults; it carries the options that do not fit too.
            OptionError, EngineError: as for ``heard``.
        """
        unfit = [*unmet]
        if asked.hold_findings and not asked.sensitivity:
            unfit.append(Problem(None, "hold_findings", "needs sensitivity: true"))
        try:
            hearing = self.heard(asked, body)
        except SourceError as error:
            raise SourceError([*unfit, *error.problems]) from None
        if unfit:
            raise Refusal("unmet_option", unfit)
        determination = hearing.determination
        if asked.sensitivity:
            determination = with_sensitivity(hearing, hold_findings=asked.hold_findings)
        if asked.precedents and detail == "full":
            determination = with_precedents(determination, hearing)
        return determination
