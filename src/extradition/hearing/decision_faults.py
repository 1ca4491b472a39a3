"""The faults of the decisions that a case file lists: their kinds, their order and dates, and the facts
about them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extradition.case_file import CaseFile, Offence
from extradition.case_file.decision import Decision
from extradition.case_file.finding import Finding, Findings
from extradition.days import first_day, last_day, text_of_days
from extradition.hearing.decisions import made_in
from extradition.hearing.warrant_reading import form_reader
from extradition.rule_book import RuleBook
from extradition.rule_book.decision_kinds import DecisionKind, DecisionKinds
from extradition.rule_book.trials import DecisionMade, followed, trials_of
from extradition.source import Fault, Place, nearest, not_plain


def decision_faults(case_file: CaseFile, rule_book: RuleBook, part: str) -> Iterator[Fault]:
    """The faults of the decisions on each offence of *case_file*; the answers to the facts about them are not
    compared here.

    Args:
        case_file: the case file, with its dates.
        rule_book: the law, with the kinds of decision.
        part: the matter of the case.
    """
    kinds = rule_book.decision_kinds
    for i, offence in enumerate(case_file.offences):
        place: Place = ("offences", i)
        if not offence.decisions:
            continue
        if kinds is None:
            yield Fault((*place, "decisions"), "are not read by this rule book, which has no decisions.yaml")
            continue
        yield from _faults_of(_OnOffence(offence, rule_book, kinds, part), place)
    yield from _shared_ids(case_file)


class _OnOffence:
    """An offence that lists decisions, with what the rule book has on them."""

    def __init__(self, offence: Offence, rule_book: RuleBook, kinds: DecisionKinds, part: str) -> None:
        self.offence = offence
        self.decisions = offence.decisions or ()
        self.book = rule_book
        self.kinds = kinds
        self.part = part
        self.known = all(
            decision.kind in kinds.kinds and self.stated(decision) is not None for decision in self.decisions
        )

    def stated(self, decision: Decision) -> Findings | None:
        """The findings on *decision* in the warrant's form; None if the form has a fault of its own."""
        reader, warrant = form_reader(self.book), decision.warrant
        if reader is None or warrant is None:
            return {}
        has_fault = any(True for _ in reader.faults(warrant, self.offence.case_type, self.part, ()))
        return None if has_fault else reader.findings(warrant)


def _faults_of(of: _OnOffence, place: Place) -> Iterator[Fault]:
    here = (*place, "decisions")
    for n, decision in enumerate(of.decisions):
        if decision.kind and decision.kind not in of.kinds.kinds:  # only a sketch has none
            known = of.kinds.kinds
            yield Fault(
                (*here, n, "kind"),
                (
                    f"{decision.kind!r} is not a kind of decision: "
                    f"{', '.join(known)}{nearest(decision.kind, known)}{not_plain(decision.kind)}"
                ),
            )
        yield from _facts_elsewhere(of, decision, (*here, n))
    yield from _out_of_order(of, here)
    yield from _on_the_offence(of, place)
    if of.known:
        yield from _trials(of, here)


def _facts_elsewhere(of: _OnOffence, decision: Decision, place: Place) -> Iterator[Fault]:
    """A fault for each finding on *decision* that is not about one decision, and for what its form says of
    another.
    """
    for name, findings in decision.findings.items():
        fact = of.book.facts.get(name)
        about = fact.about if fact is not None else of.book.about(of.part, name)
        if name in of.kinds.listed_instead:
            yield Fault((*place, "findings", name), _listed_instead(of, name, findings))
        elif about is not None and name not in of.kinds.questions and (fact is None or fact.asked_of is None):
            where = "the offence" if about == "offence" else "the case"
            yield Fault(
                (*place, "findings", name),
                f"is not about one decision; write it under the findings of {where}",
            )
    for name, findings in (of.stated(decision) or {}).items():
        if name in of.kinds.listed_instead:
            yield Fault(
                (*place, "warrant"), f"says something on {name}, which {_listed_instead(of, name, findings)}"
            )


def _on_the_offence(of: _OnOffence, place: Place) -> Iterator[Fault]:
    """A fault for each fact of one decision, and for box (d), written on an offence that lists decisions."""
    ids = ", ".join(decision.id for decision in of.decisions)
    for name, findings in of.offence.findings.items():
        fact = of.book.facts.get(name)
        if name in of.kinds.listed_instead:
            yield Fault((*place, "findings", name), _listed_instead(of, name, findings))
        elif fact is not None and fact.asked_of == "each decision":
            yield Fault(
                (*place, "findings", name),
                f"is about one decision, and the offence lists several; write it under one of them: {ids}",
            )
    if of.offence.warrant is not None and of.offence.warrant.box_d is not None:
        yield Fault(
            (*place, "warrant", "box_d"),
            f"is about one decision; write it under the warrant of one of them: {ids}",
        )


def _listed_instead(of: _OnOffence, name: str, findings: Iterable[Finding]) -> str:
    """The message for *findings* on a fact that the list of decisions replaces, with the kinds of decision
    that say the same.
    """
    answers = {finding.answer for finding in findings}
    kinds = [kind for kind, each in of.kinds.kinds.items() if answers & {*each.stands_for.get(name, ())}]
    instead = f"list the decision itself, of the kind {' or '.join(kinds)}" if kinds else "leave it out"
    return f"is said by the list of decisions; {instead}"


def _out_of_order(of: _OnOffence, place: Place) -> Iterator[Fault]:
    """A fault for each decision dated before the one above it."""
    dated = [(n, each.date) for n, each in enumerate(of.decisions) if each.date is not None]
    for (_, before), (n, after) in itertools.pairwise(dated):
        if first_day(before) > last_day(after):
            yield Fault(
                (*place, n, "date"),
                f"is before the decision above it ({text_of_days(before)}); list the oldest first",
            )


def _trials(of: _OnOffence, place: Place) -> Iterator[Fault]:
    """The faults of the decisions as stages of trials: what each follows, and what is asked of each."""
    kinds, made = of.kinds.kinds, list(made_in(of.decisions, of.book, of.kinds))
    for n, decision in enumerate(made):
        yield from _follows(decision, made[:n], kinds, (*place, n))
        kind = kinds[decision.kind]
        starts = not (kind.continues or kind.replaces) and kind.is_the_trial == "yes"
        if starts and any(each.kind == decision.kind for each in made[:n]) and of.decisions[n].reason is None:
            yield Fault(
                (*place, n, "reason"),
                f"is required: {decision.kind} is listed twice; say why it is a trial of its own",
            )
    trials = trials_of(made, kinds)
    yield from _asked_of_no_trial(of, {each.id for each in trials.heard}, place)
    if not trials.stages:
        yield Fault(place, "has no decision that is the trial; list the decision that convicted the person")


def _follows(
    decision: DecisionMade, made: Sequence[DecisionMade], kinds: Mapping[str, DecisionKind], place: Place
) -> Iterator[Fault]:
    """A fault if *decision* follows none of the trials among the decisions *made* before it, or several."""
    before = [[*trial] for trial in trials_of(made, kinds).stages]
    kind = kinds[decision.kind]
    able = followed(decision, before, (*kind.continues, *kind.replaces))
    if decision.follows is not None and not able:
        yield Fault((*place, "follows"), _follows_nothing(decision, before))
    elif (kind.continues or kind.replaces) and not able:
        yield Fault(
            (*place, "kind"),
            f"a decision of the kind {decision.kind} follows a trial; list that trial above it",
        )
    elif len(able) > 1:
        ids = " or ".join(trial[-1].id for trial in able)
        yield Fault(
            place, f"does not say which decision it reviews or replaces; write it under follows: {ids}"
        )


def _asked_of_no_trial(of: _OnOffence, heard: set[str], place: Place) -> Iterator[Fault]:
    """A fault for each finding on the trial under a decision that is none, so not among those *heard*."""
    for n, each in enumerate(of.decisions):
        for name in (name for name in of.kinds.questions if name in each.findings and each.id not in heard):
            yield Fault(
                (*place, n, "findings", name),
                "is asked only of a decision that is, or may be, the trial; leave it out",
            )


def _follows_nothing(decision: DecisionMade, before: list[list[DecisionMade]]) -> str:
    ids = [trial[-1].id for trial in before]
    return (
        f"{decision.follows!r} is not a trial above it that it can review or "
        f"replace{nearest(str(decision.follows), ids)}"
    )


def _shared_ids(case_file: CaseFile) -> Iterator[Fault]:
    """A fault for a decision whose id names another decision on another offence: a report could not
    distinguish them.
    """
    first: dict[str, tuple[Offence, Decision]] = {}
    for i, offence in enumerate(case_file.offences):
        for n, decision in enumerate(offence.decisions or ()):
            other, same = first.setdefault(decision.id, (offence, decision))
            if other is not offence and (same.kind, same.date, same.court) != (
                decision.kind,
                decision.date,
                decision.court,
            ):
                message = (
                    f"{decision.id!r} is another decision on the offence {other.id}; give each its own id"
                )
                yield Fault(("offences", i, "decisions", n, "id"), message)
