"""One decided case, heard under the law of its own dates: its agreement with the court, point by point."""

from __future__ import annotations

from dataclasses import dataclass

from extradition.case_file import CaseFile, Decided, Offence, each_point, each_warrant
from extradition.days import first_day
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.examination import examine
from extradition.hearing.offence import Heard
from extradition.law import Model, Provision
from extradition.policy.court_answers import MARK, StepAnswer, is_derived, our_answers, step_answers
from extradition.policy.leave_one_out import AnswerTried, answers_tried
from extradition.policy.tallies import AGREEMENT, worst
from extradition.rule_book import RuleBook
from extradition.source import Fault, SourceError

_AGREEMENT: dict[MARK, AGREEMENT] = {
    "derived": "agreed",
    "fed in": "agreed",
    "open": "open",
    "wrong": "disagreed",
}


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


@dataclass(frozen=True)
class JudgmentHeard:
    """A decided case, with what its hearing gives; it can be sent from one process to another.

    Attributes:
        case: the case file, with its matter and without the document from which it was read.
        agreements: its agreement with the court on each point.
        tried: each answer of the court, for the trial of the direction of the other cases.
    """

    case: CaseFile
    agreements: tuple[CaseAgreement, ...]
    tried: tuple[AnswerTried, ...]


def hear_judgment(case: CaseFile, rule_book: RuleBook, engine: ENGINE = "durable") -> JudgmentHeard:
    """A decided case, heard on each of its points under the law of its own dates.

    Args:
        case: the case file of a decided case.
        rule_book: the law to check.
        engine: as for ``validate``.

    Raises:
        SourceError: the file has no ``decided`` part, or an offence without one.
        OptionError, EngineError: as for ``determine``.

    >>> case = CaseFile.load("precedents/merticariu-uksc.yaml")
    >>> [each.agreement for each in hear_judgment(case, RuleBook.load()).agreements]
    ['agreed']
    """
    decided, whole = _decided(case), examine(case, rule_book)
    heard = [(point, hear(point, rule_book, Under(engine=engine))) for point in each_point(whole, rule_book)]
    return JudgmentHeard(
        case=whole.alone(),
        agreements=tuple(_case_agreement(whole, decided, *each) for each in heard),
        tried=tuple(answer for each in heard for answer in answers_tried(*each)),
    )


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
