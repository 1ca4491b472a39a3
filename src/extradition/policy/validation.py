"""The rule book checked against decided cases: agreement and disagreement with the courts, by era, court
and provision.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from extradition.case_file import CaseFile
from extradition.engine.agreement import ENGINE
from extradition.hearing import made_by
from extradition.law import Model
from extradition.policy.case_agreement import CaseAgreement, JudgmentHeard, hear_judgment
from extradition.policy.court_answers import AnswerTally, by_group, by_question
from extradition.policy.each_heard import OnFault, each_heard
from extradition.policy.leave_one_out import LeaveOneOut, leave_one_out
from extradition.policy.tallies import Tally, tally, tally_by
from extradition.precedents import Precedents
from extradition.rule_book import RuleBook
from extradition.rule_book.consequences import DECIDER


class Validation(Model):
    """The check of the rule book against decided cases.

    ``agreed``, ``disagreed`` and ``open`` count points and add up to ``total``.

    A point is a decision of a court that has its own hearing here. ``judgments`` is the number of case files,
    each with one point or more. ``if_nothing_more_is_shown`` counts the agreement of the open points by the
    burden of proof. ``by_provision`` counts the court's single answers by question, and ``by_group`` for the
    groups of questions that the rule book reports together. ``leave_one_out`` tries the direction of the
    decided cases on each of them.

    Attributes:
        rule_book: the SHA-256 of the content of the rule book.
        made_by: the package and its version.
        judgments: the number of case files.
        deciders: the deciders of their hearings, in the order of the rule book.
        by_era: the counts of points by the era of the law in which the court sat.
        by_court: the counts of points by the level of the court.
        by_provision: the counts of single answers, by the provision of their question.
        by_group: the same for each group of questions.
        leave_one_out: the trial of the direction of the decided cases.
        agreed_by_derivation: the number of agreements in which some answer was derived and not found.
        if_nothing_more_is_shown: the agreement of the open points by the burden of proof.
        disagreements: the points that disagree, with our explanation if their file has one.
        cases: every point.

    Examples:
        >>> from pathlib import Path
        >>> from extradition import CaseFile, RuleBook, validate
        >>> cases = [CaseFile.load(path) for path in sorted(Path("precedents").glob("*.yaml"))]
        >>> validation = validate(cases, RuleBook.load())
        >>> validation.judgments == len(cases), validation.unexplained
        (True, ())
    """

    report_name: ClassVar[Literal["validation"]] = "validation"
    """The name of this report, which its templates have too."""

    kind: Literal["validation (support)"] = "validation (support)"
    rule_book: str
    made_by: str
    judgments: int
    deciders: tuple[DECIDER, ...]
    agreed: int
    disagreed: int
    open: int
    total: int
    by_era: dict[str, Tally]
    by_court: dict[str, Tally]
    by_provision: dict[str, AnswerTally]
    by_group: dict[str, AnswerTally]
    leave_one_out: LeaveOneOut
    agreed_by_derivation: int
    if_nothing_more_is_shown: Tally
    disagreements: tuple[CaseAgreement, ...]
    cases: tuple[CaseAgreement, ...]

    @property
    def unexplained(self) -> tuple[CaseAgreement, ...]:
        """The disagreements that no case file explains."""
        return tuple(
            case for case in self.disagreements if any(parted.explanation is None for parted in case.parted)
        )


def validate(
    cases: Iterable[CaseFile],
    rule_book: RuleBook,
    *,
    engine: ENGINE = "durable",
    on_fault: OnFault | None = None,
) -> Validation:
    """The check of each decided case, heard on its own dates, against the court's decision.

    Each point of a case is heard and compared on its own. It agrees if each of its offences does. An offence
    is compared with the court's outcome if the file has one, else with the court's answers to single
    questions. Those answers are counted by provision either way. Of several warrants, the last hearing gives
    the era.

    Args:
        on_fault: called with each case that cannot be determined, and the error. The case is left out;
            without *on_fault*, the error is raised.
        cases: case files of decided cases, each with a ``decided`` part.
        rule_book: the law to check.
        engine: ``durable`` for both readings of the rules, ``plain`` for the plain reading alone.

    Raises:
        SourceError: a file has no ``decided`` part, or an offence without one.
        EngineError: as for ``determine``.

    Examples:
        >>> from pathlib import Path
        >>> from extradition import CaseFile, RuleBook, validate
        >>> paths = sorted(Path("precedents").glob("*.yaml"))
        >>> validation = validate(map(CaseFile.load, paths[:3]), RuleBook.load())
        >>> validation.total == validation.agreed + validation.disagreed + validation.open
        True
    """
    heard = each_heard(cases, lambda case: hear_judgment(case, rule_book, engine), on_fault)
    return validation_of(heard, rule_book)


def validation_of(heard: Iterable[JudgmentHeard], rule_book: RuleBook) -> Validation:
    """The validation of decided cases that were heard one by one.

    Args:
        heard: each decided case, heard under the law of its own dates.
        rule_book: the law to check.

    >>> validation_of([], RuleBook.load()).total
    0
    """
    judgments = list(heard)
    agreements = [agreement for each in judgments for agreement in each.agreements]
    answers = [step for each in agreements for step in each.steps]
    overall = tally(each.agreement for each in agreements)
    deciders = {rule_book.before[each.case.part] for each in judgments if each.case.part is not None}
    return Validation(
        rule_book=rule_book.digest,
        made_by=made_by(),
        judgments=len(judgments),
        deciders=tuple(each for each in rule_book.deciders if each in deciders),
        **overall.model_dump(),
        by_era=tally_by((each.era, each.agreement) for each in agreements),
        by_court=tally_by((each.level, each.agreement) for each in agreements),
        by_provision=by_question(answers),
        by_group=by_group(answers, rule_book),
        leave_one_out=leave_one_out(
            (answer for each in judgments for answer in each.tried),
            Precedents((each.case for each in judgments), rule_book),
        ),
        agreed_by_derivation=sum(each.agreement == "agreed" and each.by_derivation for each in agreements),
        if_nothing_more_is_shown=tally(
            each.if_nothing_more_is_shown for each in agreements if each.agreement == "open"
        ),
        disagreements=tuple(each for each in agreements if each.agreement == "disagreed"),
        cases=tuple(agreements),
    )
