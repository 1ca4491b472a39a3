"""A checklist: one case file determined under every matter of its rule book whose gate holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from extradition.case_file import CaseFile, Offence, each_warrant
from extradition.case_file.each_findings import each_findings
from extradition.case_file.finding import Findings
from extradition.case_file.offences import IssuedWarrant
from extradition.case_file.settling import settle
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing import Under, hear, made_by
from extradition.hearing.other_book import of_another_book
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import PART, Model
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.fact import Term
from extradition.source import Fault, SourceError, each_or_all_faults


class MatterNotAsked(Model):
    """A matter that was not asked, *because* of its gate; ``open_facts`` could still open the gate."""

    part: PART
    title: str
    because: Literal["the gate does not hold", "the gate is open", "no gate, and another matter"]
    open_facts: tuple[str, ...] = ()


class Checklist(Model):
    """A checklist (support): the determination under each matter whose gate holds, and the other matters.

    Attributes:
        case: the name of the case.
        title: the title of the rule book.
        rule_book: the SHA-256 of the content of the rule book.
        made_by: the package and its version.
        determinations: the determination under each matter that was asked, in the order of the rule book.
        not_asked: the other matters, each with the reason.
        terms: the words of each fact and question.

    >>> from extradition import CaseFile, RuleBook
    >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
    >>> made = determine_each_matter(case, RuleBook.load(), engine="plain")
    >>> [each.part for each in made.determinations]
    ['1']
    """

    report_name: ClassVar[Literal["checklist"]] = "checklist"
    """The name of this report, which its templates have too."""

    kind: Literal["checklist (support)"] = "checklist (support)"
    case: str
    title: str
    rule_book: str
    made_by: str
    determinations: tuple[Determination, ...]
    not_asked: tuple[MatterNotAsked, ...]
    terms: dict[str, Term]


def determine_each_matter(
    case_file: CaseFile, rule_book: RuleBook, *, under: Under | None = None, engine: ENGINE = "durable"
) -> Checklist:
    """The checklist of a case.

    A matter without a gate is asked only if the case file names it, or names none and has a territory for it.

    Args:
        case_file: the case file, with facts of any matter.
        rule_book: the law, with its matters.
        under: the choice of the law; without it, the dates of the case choose it.
        engine: as for ``determine``.

    Raises:
        SourceError: a case of another rule book, a fact that no matter has, or a fault under a matter
            whose gate holds.
        OptionError, EngineError: as for ``determine``.

    Examples:
        >>> from extradition import CaseFile, RuleBook, determine_each_matter
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> made = determine_each_matter(case, RuleBook.load(), engine="plain")
        >>> made.determinations[0].outcome
        'order'
    """
    elsewhere = of_another_book(case_file, rule_book)
    unknown = list(_unknown(case_file, rule_book)) if elsewhere is None else [elsewhere]
    if unknown:
        raise SourceError(case_file.problems(unknown))
    not_asked = {part: _why_not(part, case_file, rule_book) for part in rule_book.matters}
    asked = [part for part, why in not_asked.items() if why is None]
    law = under or Under(engine=engine)
    made = each_or_all_faults(
        asked, lambda part: hear(_in_matter(case_file, rule_book, part), rule_book, law).determination
    )
    return Checklist(
        case=case_file.case,
        title=rule_book.title,
        rule_book=rule_book.digest,
        made_by=made_by(),
        determinations=tuple(made),
        not_asked=tuple(why for why in not_asked.values() if why is not None),
        terms={name: term for part in rule_book.matters for name, term in rule_book.terms[part].items()},
    )


def _unknown(case_file: CaseFile, rule_book: RuleBook) -> Iterator[Fault]:
    """A fault for each fact of the case that no matter asks for."""
    words, known = UnknownWords(rule_book), set[str]().union(*rule_book.subjects.values())
    for place, findings in each_findings(case_file):
        for name in findings:
            if name not in known and name not in rule_book.facts:
                yield Fault((*place, name), words.name(name))


def _why_not(part: PART, case_file: CaseFile, rule_book: RuleBook) -> MatterNotAsked | None:
    """The reason why the matter *part* is not asked; None if it is asked."""
    matter = rule_book.matters[part]
    gate = matter.only_if
    if gate is None:
        own = case_file.part == part or (case_file.part is None and matter.category is not None)
        because: Literal["no gate, and another matter"] = "no gate, and another matter"
        return None if own else MatterNotAsked(part=part, title=matter.title, because=because)
    known = [_answers(each, rule_book) for each in _on_each_offence(case_file)]
    holds = [gate.holds(answers) for answers in known]
    if any(holds):
        return None
    if None not in holds:
        return MatterNotAsked(part=part, title=matter.title, because="the gate does not hold")
    missing = [leaf.fact for leaf in gate.leaves() if any(leaf.fact not in answers for answers in known)]
    return MatterNotAsked(
        part=part, title=matter.title, because="the gate is open", open_facts=tuple(dict.fromkeys(missing))
    )


def _on_each_offence(case_file: CaseFile) -> Iterator[Findings]:
    """The findings on the person with those on each offence; those on the person alone without offences."""
    for alone in each_warrant(case_file):
        yield from [{**alone.findings, **each.all_findings} for each in alone.offences] or [alone.findings]


def _answers(findings: Findings, rule_book: RuleBook) -> dict[str, Answer]:
    settled = {
        name: settle(each, rule_book.parties, rule_book.includes(name)).answer
        for name, each in findings.items()
    }
    answers = {name: rule_book.answer(name, text) for name, text in settled.items() if text is not None}
    return {name: answer for name, answer in answers.items() if not isinstance(answer, Length)}


def _in_matter(case_file: CaseFile, rule_book: RuleBook, part: PART) -> CaseFile:
    """The case in the matter *part*, with the facts that this matter asks for."""
    subjects = rule_book.subjects[part]

    def own(findings: Findings) -> Findings:
        return {name: each for name, each in findings.items() if name in subjects}

    def own_offences(offences: Iterable[Offence]) -> tuple[Offence, ...]:
        return tuple(each.model_copy(update={"findings": own(each.findings)}) for each in offences)

    def own_warrant(warrant: IssuedWarrant) -> IssuedWarrant:
        offences = own_offences(warrant.offences)
        return warrant.model_copy(update={"findings": own(warrant.findings), "offences": offences})

    needs_none = rule_book.is_on_the_person_alone(part)
    return case_file.model_copy(
        update={
            "part": part,
            "findings": own(case_file.findings),
            "warrants": tuple(map(own_warrant, case_file.warrants)),
            "offences": () if needs_none else own_offences(case_file.offences),
        }
    )
