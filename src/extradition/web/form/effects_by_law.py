"""The effect of each answer under the laws that the rule book sets side by side, where they part."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.case_file import CaseFile
from extradition.case_file.finding import Finding
from extradition.case_file.only_finding import with_only_finding
from extradition.determination.dependence import Matter
from extradition.hearing import Hearing, Under
from extradition.hearing.examination import examine
from extradition.rule_book import RuleBook
from extradition.sensitivity import Asked
from extradition.source import OptionError, SourceError
from extradition.web.form.examined_content import Examined

AnswerByLaw = Mapping[str, tuple[str, ...]]
"""Each outcome of one answer, with the titles of the laws under which the case has it."""
_NONE = "no determination"


def answers_by_law(
    known: Examined, rule_book: RuleBook, asked: Asked, matter: Matter
) -> dict[str, AnswerByLaw]:
    """The answers to one fact for which the laws part, each with the outcomes if nothing more is shown.

    The plain reading gives them: they are a preview, and the determination on the answer has both readings.

    Args:
        known: the case; without a comparison of its laws there is nothing to say.
        rule_book: the law.
        asked: the place of the findings, and the name of the fact or question.
        matter: what the outcome depends on there, with its closed list of answers.
    """
    if known.case_file is None or known.compared is None:
        return {}
    (place, name), case_file = asked, examine(known.case_file, rule_book)
    parted: dict[str, AnswerByLaw] = {}
    for answer in matter.answers:
        finding = Finding(answer=answer, by=matter.decided_by)
        outcomes = _outcomes(with_only_finding(case_file, place, name, finding), rule_book)
        if len(outcomes) > 1:
            parted[answer] = outcomes
    return parted


def _outcomes(case_file: CaseFile, rule_book: RuleBook) -> AnswerByLaw:
    """The titles of the laws by the outcome that the case has under them."""
    titles: dict[str, list[str]] = {}
    for law in rule_book.side_by_side:
        titles.setdefault(_outcome(case_file, rule_book, law), []).append(rule_book.law(law).title)
    return {outcome: tuple(under) for outcome, under in titles.items()}


def _outcome(case_file: CaseFile, rule_book: RuleBook, law: str) -> str:
    try:
        return Hearing(case_file, rule_book, Under(law=law, engine="plain"), examined=True).closing
    except (SourceError, OptionError):
        return _NONE
