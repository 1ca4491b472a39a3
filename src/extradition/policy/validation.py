"""The rule book checked against decided cases: agreement and disagreement with the courts, by era, court
and provision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from extradition.case_file import CaseFile, Decided, Offence, each_point, each_warrant
from extradition.days import first_day
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear, made_by
from extradition.hearing.examination import examine
from extradition.hearing.offence import Heard
from extradition.law import Model, Provision
from extradition.policy.court_answers import (
    MARK,
    AnswerTally,
    StepAnswer,
    by_group,
    by_question,
    is_derived,
    our_answers,
    step_answers,
)
from extradition.policy.leave_one_out import LeaveOneOut, leave_one_out
from extradition.policy.tallies import AGREEMENT, Tally, tally, tally_by, worst
from extradition.precedents import Precedents
from extradition.rule_book import RuleBook
from extradition.source import Fault, SourceError, UnknownLawError

_AGREEMENT: dict[MARK, AGREEMENT] = {
    "derived": "agreed",
    "fed in": "agreed",
    "open": "open",
    "wrong": "disagreed",
}
_OnFault = Callable[[CaseFile, SourceError | UnknownLawError], object]


class Parted(Model):
    """The point at which the determination of an offence parts from the court: the first differing step,
    or the outcome itself.
    """

    offence: str
    provision: str | None
    court: str
    ours: str
    explanation: str | None


class CaseAgreement(Model):
    """One decided case, on one point if it has several: whether the determination agrees with the court.

    ``taken_from`` is the question at which its hearing starts, and ``steps`` the court's answers against
    ours. ``by_derivation``: whether any answer was derived; if not, it tests only where answers lead.
    ``if_nothing_more_is_shown``: whether the outcome by burden of proof agrees with the court. That
    never counts as agreement: a public record need not state all the evidence that the court had.
    """

    case: str
    reference: str | None = None
    citation: str | None
    case_file_hash: str
    taken_from: str | None
    court: str
    level: str
    era: str
    agreement: AGREEMENT
    by_derivation: bool
    if_nothing_more_is_shown: AGREEMENT
    steps: tuple[StepAnswer, ...]
    parted: tuple[Parted, ...]


class Validation(Model):
    """The check of the rule book against decided cases.

    ``agreed``, ``disagreed`` and ``open`` count points and add up to ``total``.

    A point is a decision of a court that has its own hearing here; ``judgments`` is the number of case files,
    each with one point or more. ``if_nothing_more_is_shown`` counts the agreement of the open points by the
    burden of proof. ``by_provision`` counts the court's single answers by question, and ``by_group`` for the
    groups of questions that the rule book reports together. ``leave_one_out`` tries the direction of the
    decided cases on each of them.

    Attributes:
        rule_book: the SHA-256 of the content of the rule book.
        made_by: the package and its version.
        judgments: the number of case files.
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

    kind: Literal["validation (support)"] = "validation (support)"
    rule_book: str
    made_by: str
    judgments: int
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
    on_fault: _OnFault | None = None,
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
    heard = list(_heard(cases, rule_book, engine, on_fault))
    agreements = [_case_agreement(*each) for each in heard]
    judgments = {id(case): case for case, *_ in heard}
    answers = [step for each in agreements for step in each.steps]
    overall = tally(each.agreement for each in agreements)
    return Validation(
        rule_book=rule_book.digest,
        made_by=made_by(),
        judgments=len(judgments),
        **overall.model_dump(),
        by_era=tally_by((each.era, each.agreement) for each in agreements),
        by_court=tally_by((each.level, each.agreement) for each in agreements),
        by_provision=by_question(answers),
        by_group=by_group(answers, rule_book),
        leave_one_out=leave_one_out(
            ((point, hearing) for *_, point, hearing in heard), Precedents(judgments.values(), rule_book)
        ),
        agreed_by_derivation=sum(each.agreement == "agreed" and each.by_derivation for each in agreements),
        if_nothing_more_is_shown=tally(
            each.if_nothing_more_is_shown for each in agreements if each.agreement == "open"
        ),
        disagreements=tuple(each for each in agreements if each.agreement == "disagreed"),
        cases=tuple(agreements),
    )


def _heard(
    cases: Iterable[CaseFile], rule_book: RuleBook, engine: ENGINE, on_fault: _OnFault | None
) -> Iterator[tuple[CaseFile, Decided, CaseFile, Hearing]]:
    """Each case with the court's decision, each of its points and its hearing, except the cases that go to
    *on_fault*.
    """
    for case in cases:
        try:
            decided, whole = _decided(case), examine(case, rule_book)
            heard = [
                (point, hear(point, rule_book, Under(engine=engine)))
                for point in each_point(whole, rule_book)
            ]
        except (SourceError, UnknownLawError) as error:
            if on_fault is None:
                raise
            on_fault(case, error)
        else:
            yield from ((whole, decided, point, hearing) for point, hearing in heard)


def _case_agreement(case: CaseFile, decided: Decided, point: CaseFile, hearing: Hearing) -> CaseAgreement:
    """Whether the *hearing* of a decided case, on one point, agrees with the court."""
    book = hearing.rule_book
    pairs = list(zip(point.every_offence.values(), hearing.offences, strict=True))
    hearings = [first_day(each.dates.hearing) for each in each_warrant(case) if each.dates.hearing]
    era = book.era(max(hearings)) if hearings else None
    return CaseAgreement(
        case=case.case,
        reference=case.reference,
        citation=case.citation,
        case_file_hash=case.digest,
        taken_from=point.taken_from,
        court=decided.court,
        level=decided.level,
        era=era.name if era else "no hearing date",
        agreement=worst(_agreement(offence, ours, book, closing=False) for offence, ours in pairs),
        by_derivation=any(is_derived(step) for _, ours in pairs for step in ours.walked.steps),
        if_nothing_more_is_shown=worst(
            _agreement(offence, ours, book, closing=True) for offence, ours in pairs
        ),
        steps=tuple(step for offence, ours in pairs for step in step_answers(offence, ours, book)),
        parted=tuple(
            parted for offence, ours in pairs if (parted := _parted(offence, ours, book)) is not None
        ),
    )


def _decided(case: CaseFile) -> Decided:
    """The court's decision in *case*; SourceError if the case or an offence has none."""
    faults = [] if case.decided else [Fault(("decided",), "is required of a decided case")]
    faults += [
        Fault((*place, "decided"), "is required of a decided case")
        for place, offence in case.every_offence.items()
        if not offence.decided
    ]
    if faults or case.decided is None:
        raise SourceError(case.problems(faults))
    return case.decided


def _agreement(offence: Offence, ours: Heard, rule_book: RuleBook, *, closing: bool) -> AGREEMENT:
    """Whether our outcome agrees with the court's.

    Where the court proceeded to a provision, ours agrees if it reaches that provision, whatever happens
    there. Where ours only proceeds (to a judgment that is not recorded), it is open, unless the court ended
    at a question that ours has answered.
    """
    court = offence.decided
    if court is None or court.outcome is None:
        return worst(_AGREEMENT[step.mark] for step in step_answers(offence, ours, rule_book))
    path = (ours.closed if closing else ours.walked).path
    outcome, reached = path.outcome if closing else ours.outcome, path.reached
    if court.outcome == "proceed":
        is_reached = outcome.to == court.to or court.to in reached
        return "agreed" if is_reached else "open" if outcome.kind == "open" else "disagreed"
    if outcome.kind == court.outcome and court.under in (None, outcome.under):
        return "agreed"
    if outcome.kind not in ("open", "proceed", "send"):
        return "disagreed"
    if outcome.kind == "open" or court.outcome != "discharge":
        return "open"
    ended = Provision(court.under).section if court.under else None
    return (
        "open"
        if ended and not any(Provision(step.asked.provision).section == ended for step in ours.walked.steps)
        else "disagreed"
    )


def _parted(offence: Offence, ours: Heard, rule_book: RuleBook) -> Parted | None:
    if offence.decided is None or _agreement(offence, ours, rule_book, closing=False) != "disagreed":
        return None
    at = next(
        (step.provision for step in step_answers(offence, ours, rule_book) if step.mark == "wrong"), None
    )
    court = offence.decided.outcome or "no outcome"
    return Parted(
        offence=offence.id,
        provision=at,
        court=offence.decided.steps[at] if at else court,
        ours=our_answers(ours).get(at, "not reached") if at else ours.outcome.outcome,
        explanation=offence.decided.disagreement,
    )
