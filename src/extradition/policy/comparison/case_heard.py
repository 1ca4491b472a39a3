"""One case heard under every law of a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extradition.case_file import CaseFile
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under
from extradition.hearing.examination import examine
from extradition.policy.comparison.cases import CaseComparison, case_under
from extradition.policy.comparison.laws_heard import LawHeard
from extradition.rule_book.version import LEVEL


@dataclass(frozen=True)
class CaseHeard:
    """A case under every law, and the level of each version that a law applied to it, law by law."""

    case: CaseComparison
    applied: tuple[Mapping[str, LEVEL], ...]

    def numbered(self, number: int) -> CaseComparison:
        """The case with its place among the cases.

        Args:
            number: its place, from 1.
        """
        return self.case.model_copy(update={"number": number})


def hear_case(case: CaseFile, laws: Sequence[LawHeard], engine: ENGINE = "durable") -> CaseHeard:
    """The *case* heard under each of *laws*.

    Args:
        case: the case file.
        laws: the laws.
        engine: as for ``compare``.

    Raises:
        SourceError, OptionError, EngineError: as for ``determine``.

    >>> from extradition import RuleBook
    >>> from extradition.policy.comparison.laws_heard import laws_heard
    >>> case = CaseFile.load("examples/merticariu/case.yaml")
    >>> heard = hear_case(case, laws_heard(RuleBook.load(), ["today", "as-amended-2026"]))
    >>> [each.outcome for each in heard.case.outcomes]
    ['discharge', 'proceed to s 21']
    """
    books = dict.fromkeys(law.rule_book for law in laws)
    sound = {book: examine(case, book) for book in books}
    hearings = [
        Hearing(sound[law.rule_book], law.rule_book, Under(law=law.law, engine=engine), examined=True)
        for law in laws
    ]
    applied = tuple({version.id: version.verified for version in each.versions} for each in hearings)
    return CaseHeard(case_under([law.name for law in laws], case, hearings, 0), applied)
