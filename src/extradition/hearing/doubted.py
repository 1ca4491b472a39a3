"""The facts that are in doubt: a decider found the doubt, and nothing but assertions answers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extradition.case_file.finding import BINDS, Finding
from extradition.case_file.settling import Known, settle
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import FollowsFrom
from extradition.rule_book.parties import Parties


def silenced(known: Mapping[str, Known], rule_book: RuleBook) -> dict[str, Known]:
    """The facts in doubt that only assertions answer, or that are in dispute between the parties: not shown.

    That is so once the evidence is closed: the party with the burden of proof has not proved them. A doubt
    that the tool read from the warrant's form, or that a party alone raises, does not count yet. Whether it
    is one is for the decider.

    Args:
        known: the known answers, by fact and question.
        rule_book: the law, with the facts that record doubts.
    """
    facts, parties = rule_book.facts, rule_book.parties
    return {
        name: Known(facts[name].when_not_shown, known[name].findings)
        for doubt, names in rule_book.doubts.items()
        if doubt in known and stands(known[doubt], facts[doubt].when_not_shown, parties)
        for name in names
        if name in known and _is_asserted(known[name], parties)
    }


def raised(known: Mapping[str, Known], rule_book: RuleBook) -> dict[str, Known]:
    """The doubts that follow from findings on other facts, as ``Fact.follows_from`` has them.

    None follows once a decider or an agreement answers the doubt itself, or where every fact in doubt is
    found, agreed or open.

    Args:
        known: the known answers, by fact and question.
        rule_book: the law, with the facts that record doubts.
    """
    return {
        doubt: doubted
        for doubt in rule_book.doubts
        if rule_book.facts[doubt].follows_from and (doubted := _raised(doubt, known, rule_book)) is not None
    }


def known_if_found(
    known: Mapping[str, Known], name: str, answer: str, by: str, rule_book: RuleBook
) -> dict[str, Known]:
    """The *known* answers with one finding more in place of all others on *name*, and the doubts that follow.

    Args:
        known: the known answers, by fact and question.
        name: a fact or a question.
        answer: the answer to it.
        by: the decider who finds it.
        rule_book: the law, with the facts that record doubts.
    """
    recorded = {
        other: alone
        for other, each in known.items()
        if (alone := recorded_alone(each, rule_book.parties)) is not None
    }
    recorded[name] = Known(answer, (Finding(answer=answer, by=by),))
    return {**recorded, **raised(recorded, rule_book)}


def moved_by(name: str, rule_book: RuleBook) -> frozenset[str]:
    """The names whose answers may count otherwise after another answer to *name*, itself among them.

    Args:
        name: a fact or a question.
        rule_book: the law, with the facts that record doubts.
    """
    facts = rule_book.facts
    doubts = [
        doubt
        for doubt in rule_book.doubts
        if doubt == name or any(name in {**each.found, **each.unless} for each in facts[doubt].follows_from)
    ]
    return frozenset((name, *doubts)).union(*(rule_book.doubts[doubt] for doubt in doubts))


def recorded_alone(known: Known, parties: Parties) -> Known | None:
    """What is recorded of a fact itself, without the finding from which a doubt follows; None if nothing is.

    Args:
        known: what is known of the fact.
        parties: the parties of the rule book.
    """
    if known.follows is None:
        return known
    *recorded, _ = known.findings
    return settle(tuple(recorded), parties) if recorded else None


def _raised(doubt: str, known: Mapping[str, Known], rule_book: RuleBook) -> Known | None:
    """The *doubt* with the first finding from which it follows; None if it follows from none."""
    fact, parties = rule_book.facts[doubt], rule_book.parties
    recorded = known[doubt].findings if doubt in known else ()
    if binds(recorded, parties):
        return None
    asserted = asserted_among(fact.doubts, known, parties)
    for each in fact.follows_from:
        finding = next(_found(each.found, known, parties), None)
        if finding is None or _has(each.unless, known):
            continue
        if not in_doubt_by(each, asserted, rule_book):
            continue
        follows = finding.model_copy(update={"answer": each.answer, "reasons": each.because})
        return replace(settle((*recorded, follows), parties), follows=each)
    return None


def _found(
    answers: Mapping[str, tuple[str, ...]], known: Mapping[str, Known], parties: Parties
) -> Iterator[Finding]:
    """Each finding by a decider, or agreement, that gives a fact one of its *answers*."""
    for name, wanted in answers.items():
        each = known.get(name)
        if each is not None and each.answer in wanted:
            yield from (one for one in each.findings if one.rank(parties) >= BINDS and one.answer in wanted)


def _has(answers: Mapping[str, tuple[str, ...]], known: Mapping[str, Known]) -> bool:
    """Whether a fact has one of its *answers*."""
    return any(name in known and known[name].answer in wanted for name, wanted in answers.items())


def asserted_in_doubt(known: Mapping[str, Known], rule_book: RuleBook) -> dict[str, dict[str, str]]:
    """By recorded doubt, the facts that it concerns and that only one assertion answers, with that answer.

    Args:
        known: the known answers, by fact and question.
        rule_book: the law, with the facts that record doubts.
    """
    return {
        doubt: asserted
        for doubt, names in rule_book.doubts.items()
        if doubt in known and (asserted := asserted_among(names, known, rule_book.parties))
    }


def asserted_among(names: Iterable[str], known: Mapping[str, Known], parties: Parties) -> dict[str, str]:
    """Those of *names* that only one assertion answers, with that answer.

    Args:
        names: the names of facts.
        known: the known answers, by fact and question.
        parties: the parties of the rule book.
    """
    return {
        name: answer
        for name in names
        if (each := known.get(name)) is not None
        and (answer := each.asserted) is not None
        and (each.is_not_proved or _is_asserted(each, parties))
    }


def in_doubt_by(rule: FollowsFrom, asserted: Mapping[str, str], rule_book: RuleBook) -> tuple[str, ...]:
    """The *asserted* facts, one of which is needed for a doubt to follow by *rule*.

    Args:
        rule: a rule by which a doubt follows.
        asserted: the facts of that doubt that only one assertion answers, with that answer.
        rule_book: the law, with the answer to each fact if nothing is shown.
    """
    return tuple(
        name
        for name in rule.asserted or asserted
        if name in asserted
        and name not in rule.found
        and asserted[name] != rule_book.facts[name].when_not_shown
    )


def binds(findings: Iterable[Finding], parties: Parties) -> bool:
    """Whether a finding by a decider, or an agreement, is among *findings*.

    Args:
        findings: findings on one fact.
        parties: the parties of the rule book.
    """
    return any(each.rank(parties) >= BINDS for each in findings)


def stands(recorded: Known, silence: str | None, parties: Parties) -> bool:
    """Whether more than a party's assertion and a reading of the form records a doubt.

    Args:
        recorded: what is recorded of the doubt.
        silence: the answer that there is none.
        parties: the parties of the rule book.
    """
    return recorded.answer != silence and any(
        finding.answer == recorded.answer and not finding.is_read_from_form
        for finding in recorded.findings
        if not finding.is_contestable(parties)
    )


def _is_asserted(known: Known, parties: Parties) -> bool:
    """Whether nothing answers a fact but what a party asserts or disputes."""
    return not known.is_settled and all(finding.is_contestable(parties) for finding in known.findings)
