"""The sensitivity of an outcome: the facts that still matter, the fewest changes to another outcome, the
support, the next question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache

from extradition.case_file import CaseFile
from extradition.determination import Determination
from extradition.determination.dependence import Matter, Sensitivity
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, hear
from extradition.hearing.known import counted_at
from extradition.hearing.offence import Heard
from extradition.hearing.under import Under
from extradition.law import Provision
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.sensitivity.function import HearingFunction
from extradition.sensitivity.offence_analysis import OffenceAnalysis
from extradition.source import Place

Asked = tuple[Place, str]
"""The place in the case file that has the findings, and the name of the fact or question that is asked."""


def analyse(
    case_file: CaseFile,
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    hold_findings: bool = False,
    engine: ENGINE = "durable",
) -> tuple[Sensitivity, ...]:
    """The sensitivity of the outcome of each offence of *case_file*.

    Arguments and errors as for ``determine``.

    Args:
        hold_findings: whether the findings of a judge (or another decider) are taken as fixed, and never
            changed.
        case_file: the case file. Its dates choose the versions of the law.
        rule_book: the law.
        law: the name of a law in ``laws.yaml``; the case is heard on its day.
        as_at: a day; the case is heard on it.
        assuming: the ids of versions that apply whatever the dates.
        engine: ``durable`` for both readings of the rules, ``plain`` for the plain reading alone.

    Raises:
        SourceError, OptionError, EngineError: as for ``determine``.

    Examples:
        >>> from extradition import CaseFile, RuleBook, analyse
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> [(each.outcome, each.settled) for each in analyse(case, RuleBook.load())]
        [('order', True)]
    """
    return sensitivities(
        hear(case_file, rule_book, Under.of(law, as_at, assuming, engine)), hold_findings=hold_findings
    )


def sensitivities(hearing: Hearing, *, hold_findings: bool = False) -> tuple[Sensitivity, ...]:
    """The sensitivity of the outcome of each offence of *hearing*; worked out once for each hearing.

    Arguments as for ``analyse``.

    Args:
        hearing: the hearing of the case.
        hold_findings: whether the findings of a judge (or another decider) are taken as fixed, and never
            changed.
    """

    def made() -> tuple[Sensitivity, ...]:
        return tuple(
            OffenceAnalysis(each, each.rule_book, hold_findings=hold_findings).sensitivity()
            for each in hearing.offences
        )

    return hearing.once(("sensitivities", hold_findings), made)


def with_sensitivity(hearing: Hearing, *, hold_findings: bool = False) -> Determination:
    """The determination of *hearing* with the sensitivity of each of its offences.

    Args:
        hearing: the hearing of the case.
        hold_findings: whether the findings of a judge (or another decider) are taken as fixed, and never
            changed.
    """
    return analysed(hearing.determination, sensitivities(hearing, hold_findings=hold_findings))


def analysed(determination: Determination, sensitivities: Iterable[Sensitivity]) -> Determination:
    """The *determination* with the sensitivity of each of its offences.

    Args:
        determination: the determination of a case.
        sensitivities: the sensitivity of each of its offences, in their order, as ``analyse`` returns them
            for the same case and law.

    Examples:
        >>> from extradition import CaseFile, RuleBook, analyse, analysed, determine
        >>> case, book = CaseFile.load("examples/part_1_conviction/case.yaml"), RuleBook.load()
        >>> complete = analysed(determine(case, book), analyse(case, book))
        >>> complete.offences[0].sensitivity.settled
        True
    """
    offences = (
        offence.model_copy(update={"sensitivity": each})
        for offence, each in zip(determination.offences, sensitivities, strict=True)
    )
    return determination.model_copy(update={"offences": tuple(offences)})


def best_asked(
    sensitivities: Iterable[Sensitivity],
    rule_book: RuleBook,
    case_file: CaseFile,
    *,
    without: Collection[Asked] = frozenset(),
) -> dict[Asked, Matter]:
    """Every fact and judgment that still matters to an offence of *case_file*, the best to ask first.

    A missing date is not among them, because no finding gives it; nor is a fact about one of several
    decisions. The best for some offence comes before the second best for any. Of several equally good, the
    first is the one that matters to more offences. So a fact about the person is asked once for each warrant,
    and once more for each offence with findings of its own on it.
    The order of the offences in the file decides the rest.

    Args:
        sensitivities: the sensitivity of each offence of the case file, in its order.
        without: the facts and judgments to leave out.
        rule_book: the law, which says whether a fact is about the person.
        case_file: the case file, for the places of the findings.
    """
    part = str(case_file.part)
    found: dict[Asked, tuple[int, list[int], Matter]] = {}
    every = case_file.every_offence.items()
    for i, ((place, offence), sensitivity) in enumerate(zip(every, sensitivities, strict=True)):
        known = (matter for matter in sensitivity.matters if rule_book.about(part, matter.name) is not None)
        asked_for = [_of_whole(matter) for matter in known if matter.kind != "date"]
        keyed = [
            ((counted_at(matter.name, place, offence, rule_book, part), matter.name), matter)
            for matter in asked_for
        ]
        for position, (asked, matter) in enumerate(
            (asked, matter) for asked, matter in keyed if asked not in without
        ):
            best, offences, first = found.get(asked, (position, [], matter))
            found[asked] = (min(best, position), [*offences, i], first)
    ordered = sorted(found.items(), key=lambda item: (item[1][0], -len(item[1][1]), item[1][1]))
    return {asked: matter for asked, (_, _, matter) in ordered}


def _of_whole(matter: Matter) -> Matter:
    """*matter* with the provisions of whole questions, where it is asked for one decision of several."""
    return matter.model_copy(
        update={"provisions": tuple(dict.fromkeys(Provision(each).whole for each in matter.provisions))}
    )


def can_still_change(heard: Heard, rule_book: RuleBook, facts: Collection[str]) -> frozenset[str]:
    """The *facts* that could still change the final outcome of the offence if their answers were different.

    Args:
        heard: the offence after its hearing.
        rule_book: the law.
        facts: the names of the facts to try; each is tried alone, as if its answer were unknown.
    """
    if not facts:
        return frozenset()
    function = HearingFunction(heard, rule_book, "variables", constants="unchangeable")
    diagrams, known = function.diagrams, function.known
    return frozenset(
        fact
        for fact in facts
        if fact
        in diagrams.names(
            diagrams.given(function.whole, {name: known[name] for name in known if name != fact})
        )
    )


def hanging_on(heard: Heard, presumed: Mapping[str, Answer]) -> dict[str, tuple[str, ...]]:
    """By name, the facts that matter only if a presumption falls, with the presumed facts that they hang on.

    A fact is left out if it matters while every presumed fact, other than itself, has its presumed answer.
    The presumed facts of a name are those that alone make it matter; all of them where no one alone does.

    Args:
        heard: the offence after its hearing.
        presumed: facts that matter and of which nothing is recorded, each with the answer that is presumed.
    """
    if not presumed:
        return {}
    function = HearingFunction(heard, heard.rule_book, "variables")
    stand = {name: function.like(name, answer) for name, answer in presumed.items()}

    @cache
    def matters(*without: str) -> frozenset[str]:
        still = {name: answer for name, answer in stand.items() if name not in without}
        return frozenset(function.diagrams.names(function.diagrams.given(function.whole, still)))

    def hangs_on(name: str) -> tuple[str, ...]:
        own = (name,) if name in stand else ()
        if name in matters(*own):
            return ()
        return tuple(each for each in stand if name in matters(each, *own)) or tuple(stand)

    names = function.diagrams.names(function.whole)
    return {name: presumptions for name in names if (presumptions := hangs_on(name))}


def settles(heard: Heard, name: str) -> Callable[[Answer], bool]:
    """Whether an answer to *name* settles the final outcome of the offence, whatever else is shown.

    It is what ``Effect.final`` says of a listed answer, for any answer and also where *name* does not matter.

    Args:
        heard: the offence after its hearing.
        name: the name of a fact or a question without an undisputed answer.

    Returns:
        A function of the answer.
    """
    function = HearingFunction(heard, heard.rule_book, "variables")
    diagrams, whole = function.diagrams, function.whole
    if name not in diagrams.names(whole):
        return lambda _: not diagrams.names(whole)
    return lambda answer: not diagrams.names(diagrams.given(whole, {name: function.like(name, answer)}))
