"""The decisions of courts on one offence: the rule book that asks about each, their findings, and their
schedule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extradition.case_file import Offence
from extradition.case_file.decision import Decision
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.days import written_out
from extradition.determination.decision_listed import DecisionListed
from extradition.determination.reasons import FactUsed
from extradition.hearing.facts import fact_used
from extradition.hearing.warrant_reading import form_reader
from extradition.rule_book import RuleBook
from extradition.rule_book.decision_kinds import DecisionKinds
from extradition.rule_book.trials import DecisionMade

if TYPE_CHECKING:
    from extradition.hearing.offence import Heard


def book_for(offence: Offence, rule_book: RuleBook) -> RuleBook:
    """The rule book under which *offence* is heard: with a question for each decision, where the case file
    lists them.

    Args:
        offence: the offence, with its decisions if it lists any.
        rule_book: the law.
    """
    kinds = rule_book.decision_kinds
    return (
        rule_book
        if kinds is None or not offence.decisions
        else rule_book.for_decisions(tuple(made_in(offence.decisions, rule_book, kinds)))
    )


def made_in(
    decisions: tuple[Decision, ...], rule_book: RuleBook, kinds: DecisionKinds
) -> Iterator[DecisionMade]:
    """Each of *decisions* as far as the law needs it, in their order.

    Args:
        decisions: the decisions that a case file lists.
        rule_book: the law, which says what facts are about each decision.
        kinds: the kinds of decision.
    """
    words = [_words(decision, kinds) for decision in decisions]
    times = Counter(words)
    for decision, said in zip(decisions, words, strict=True):
        own = frozenset(
            name
            for name in _found(decision, rule_book)
            if name in rule_book.facts and rule_book.facts[name].asked_of is not None
        )
        yield DecisionMade(
            decision.id,
            decision.kind,
            f"{said} ({decision.id})" if times[said] > 1 else said,
            decision.follows,
            own,
        )


def _words(decision: Decision, kinds: DecisionKinds) -> str:
    phrase = kinds.kinds[decision.kind].phrase
    return f"{phrase} of {written_out(decision.date)}" if decision.date else phrase


def findings_for_each(offence: Offence, rule_book: RuleBook) -> dict[str, tuple[Finding, ...]]:
    """The findings about the decisions on *offence*, each under the name that its fact has for its decision.

    A statement of the warrant's form about a decision that is no fact of that decision counts for the
    offence.

    Args:
        offence: the offence.
        rule_book: the rule book that was made for its decisions; any other gives no finding.
    """
    found: dict[str, tuple[Finding, ...]] = {}
    for decision in offence.decisions or ():
        names = rule_book.each_decision.facts.get(decision.id)
        if names is None:
            continue
        for name, findings in _found(decision, rule_book).items():
            key = names.get(name, name)
            found[key] = (*found.get(key, ()), *findings)
    return found


def _found(decision: Decision, rule_book: RuleBook) -> Mapping[str, tuple[Finding, ...]]:
    """The findings about *decision*, with those that the warrant's form gives on it."""
    reader = form_reader(rule_book)
    stated = reader.findings(decision.warrant) if reader is not None and decision.warrant is not None else {}
    names = dict.fromkeys((*decision.findings, *stated))
    return {name: (*decision.findings.get(name, ()), *stated.get(name, ())) for name in names}


def schedule(heard: Heard, known: Mapping[str, Known]) -> Iterator[DecisionListed]:
    """The schedule of the decisions on an offence: each with its part, and what is known of it.

    Args:
        heard: the offence, heard under the rule book for its decisions.
        known: the known answers, by fact and question.
    """
    book = heard.rule_book
    kinds, trials = book.decision_kinds, book.each_decision.trials
    if kinds is None or trials is None:
        return
    words = {each.id: each.words for each in made_in(heard.offence.decisions or (), book, kinds)}
    for decision in heard.offence.decisions or ():
        names, kind, role = (
            book.each_decision.facts[decision.id],
            kinds.kinds[decision.kind],
            trials.roles[decision.id],
        )
        yield DecisionListed(
            id=decision.id,
            kind=kind.phrase,
            words=words[decision.id],
            court=decision.court,
            date=decision.date,
            is_the_trial=role.is_the_trial,
            replaced_by=words.get(role.replaced_by or ""),
            law=kind.summary,
            verified=kind.verified,
            reason=decision.reason,
            source=decision.source,
            facts=tuple(_shown(heard, known, name, names[name]) for name in kinds.schedule),
        )


def _shown(heard: Heard, known: Mapping[str, Known], name: str, of_decision: str) -> FactUsed:
    """The fact *name* as the schedule shows it for the decision for which it is called *of_decision*."""
    answer = known[of_decision].answer if of_decision in known else None
    return fact_used(heard.rule_book, heard.part, known, of_decision, answer).model_copy(
        update={"name": name}
    )
