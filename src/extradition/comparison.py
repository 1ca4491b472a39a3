"""Cases under several laws: how each comes out, where the laws part, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extradition.case_file import CaseFile
from extradition.determination import Asked, Determination, OffenceDetermination
from extradition.determination.reasons import HOLDS, AuthorityUsed
from extradition.hearing import determine, made_by
from extradition.hearing.readers import ENGINE
from extradition.law import VERIFIED, Model
from extradition.rule_book import RuleBook, UnknownLawError


class LawOutcome(Model):
    """How a case comes out under one *law*; ``turns_on_commencement`` if the version in force would give another."""

    law: str
    outcome: str
    under: str | None
    turns_on_commencement: bool


class LawAnswer(Model):
    """What one *law* makes of the question at which the laws part; *answer* is None if it never comes to it."""

    law: str
    answer: HOLDS | None
    version: str | None
    verified: VERIFIED | None
    summary: str | None
    authorities: tuple[AuthorityUsed, ...]


class Parting(Model):
    """The first question that two laws answer differently for an offence, and the facts on which it turned."""

    offence: str
    provision: str
    title: str
    address: str
    turned_on: tuple[str, ...]
    answers: tuple[LawAnswer, ...]


class CaseComparison(Model):
    """One case under each law, in the order of the laws asked for; ``case_file_hash`` is the SHA-256 of its content."""

    case: str
    citation: str | None
    case_file_hash: str
    outcomes: tuple[LawOutcome, ...]
    partings: tuple[Parting, ...]


class Transition(Model):
    """The cases that come out as *outcomes*, law by law in the order asked for."""

    outcomes: tuple[str, ...]
    count: int
    cases: tuple[str, ...]


class LawCompared(Model):
    """A law that was compared."""

    name: str
    title: str
    summary: str


class Comparison(Model):
    """A comparison of laws (support): the laws, each case under them, and the transitions with the cases behind each count."""

    kind: str = "comparison (support)"
    rule_book: str
    made_by: str
    laws: tuple[LawCompared, ...]
    cases: tuple[CaseComparison, ...]
    transitions: tuple[Transition, ...]


def compare(cases: CaseFile | Iterable[CaseFile], rule_book: RuleBook, laws: Sequence[str], *, engine: ENGINE = "durable") -> Comparison:
    """Determine each of *cases* under each of *laws*, which are names from ``laws.yaml``.

    Raises:
        UnknownLawError: a law that the rule book does not name, or fewer than two laws, or one twice.
        SourceError, EngineError: as for ``determine``.
    """
    if len(set(laws)) < max(len(laws), 2):
        raise UnknownLawError("a comparison needs two or more different laws")
    named = [(name, rule_book.law(name)) for name in laws]
    compared = tuple(_case(case, rule_book, laws, engine) for case in ([cases] if isinstance(cases, CaseFile) else cases))
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for case in compared:
        groups[tuple(outcome.outcome for outcome in case.outcomes)].append(case.case)
    return Comparison(
        rule_book=rule_book.digest,
        made_by=made_by(),
        laws=tuple(LawCompared(name=name, title=law.title, summary=law.summary) for name, law in named),
        cases=compared,
        transitions=tuple(
            Transition(outcomes=outcomes, count=len(names), cases=tuple(names))
            for outcomes, names in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
        ),
    )


def _case(case: CaseFile, rule_book: RuleBook, laws: Sequence[str], engine: ENGINE) -> CaseComparison:
    made = [determine(case, rule_book, law=law, engine=engine) for law in laws]
    return CaseComparison(
        case=case.case,
        citation=case.citation,
        case_file_hash=case.digest,
        outcomes=tuple(
            LawOutcome(law=law, outcome=each.outcome, under=each.under, turns_on_commencement=each.turns_on_commencement)
            for law, each in zip(laws, made, strict=True)
        ),
        partings=tuple(parting for i in range(len(case.offences)) if (parting := _parting(made, laws, i)) is not None),
    )


def _parting(made: Sequence[Determination], laws: Sequence[str], number: int) -> Parting | None:
    """The first question of the chain, in the order in which it is asked, that is not answered alike under all the laws."""
    offences = [each.offences[number] for each in made]
    asked = [_chain(offence) for offence in offences]
    for provision in dict.fromkeys(provision for chain in asked for provision in chain):
        put = [chain.get(provision) for chain in asked]
        if len({None if each is None else each[0] for each in put}) == 1:
            continue
        there = [each[1] for each in put if each is not None]
        return Parting(
            offence=offences[0].id,
            provision=provision,
            title=there[0].title,
            address=there[0].address,
            turned_on=_turned_on(there),
            answers=tuple(
                LawAnswer(
                    law=law,
                    answer=each and each[0],
                    version=each and each[1].version.id,
                    verified=each and each[1].version.verified,
                    summary=each and each[1].version.summary,
                    authorities=each[1].version.authorities if each else (),
                )
                for law, each in zip(laws, put, strict=True)
            ),
        )
    return None


def _turned_on(there: Sequence[Asked]) -> tuple[str, ...]:
    """The facts on which the answers differ: those that decide, by a test that does not come out alike under every law."""
    answered = [one for one in there if one.derived != "open"]
    own = [{test[0] for test in one.deciding if any(other.tests.get(test) != one.tests[test] for other in there)} for one in answered]
    yes = [facts for one, facts in zip(answered, own, strict=True) if one.derived == "yes"]
    told = set.intersection(*own) if own else set()
    told = told or set().union(*(yes or own))
    return tuple(dict.fromkeys(fact.name for one in there for fact in one.facts if fact.name in told))


def _chain(offence: OffenceDetermination) -> dict[str, tuple[HOLDS, Asked]]:
    """Each question of the chain that was put, with its answer; limbs are left out."""
    chain: dict[str, tuple[HOLDS, Asked]] = {step.provision: (step.answer, step) for step in offence.steps if step.limb_of is None}
    chain.update((question.provision, ("open", question)) for question in offence.open_questions if question.limb_of is None)
    return chain
