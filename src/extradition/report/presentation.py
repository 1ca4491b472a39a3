"""Pure functions that make the values of a report: the groups, their order, and the words before them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extradition.days import Days
from extradition.determination import Determination, OffenceDetermination
from extradition.determination.caution import Caution
from extradition.determination.dependence import Matter
from extradition.determination.outcome import Stage
from extradition.determination.precedent import QuestionPrecedents
from extradition.determination.reasons import PassageUsed
from extradition.determination.steps import GuidanceUsed, OpenQuestion, Step
from extradition.report.wording import Vocabulary, day

if TYPE_CHECKING:  # the report on one case does not need them
    from extradition.casework.further_information import FurtherInformation
    from extradition.casework.papers.paper import Paper


def forced(offence: OffenceDetermination) -> tuple[list[str], list[tuple[Stage, str | None]]]:
    """The open questions that no longer matter, and the later stages that force the outcome, each with its
    provision.

    Both are empty if no question is open before the end, or if the outcome is open.

    Args:
        offence: The offence, with its path and its outcome.
    """
    under = {each.question: each.under for each in offence.outcome.forced_by}
    forcing = [(stage, under[stage.provision]) for stage in offence.path if stage.provision in under]
    if not forcing:
        return [], []
    first = offence.path.index(forcing[0][0])
    left = [
        stage.provision
        for stage in offence.path[:first]
        if stage.state in ("open", "judgment", "makes no difference") and stage.certain
    ]
    return left, forcing if left else []


def effects(matter: Matter, vocabulary: Vocabulary) -> list[tuple[str, list[str]]]:
    """The outcomes of *matter*, each with the answers that lead to it; empty if every answer leads to one
    outcome.

    Args:
        matter: A fact, judgment or date that can still change the outcome.
        vocabulary: The words of the facts in this report.
    """
    by_outcome: dict[str, list[str]] = {}
    for effect in matter.effects:
        words = vocabulary.answer(matter.name, effect.answer) if matter.kind == "fact" else effect.answer
        final = " (whatever else is shown)" if effect.final else ""
        by_outcome.setdefault(effect.outcome + final, []).append(f"“{words}”")
    return list(by_outcome.items()) if len(by_outcome) > 1 else []


def passages_quoted(determination: Determination) -> list[PassageUsed]:
    """The words of the Act behind *determination*: each passage once, in the order of its questions.

    Args:
        determination: The determination, with the passages of every version that it applied.
    """
    return list(
        dict.fromkeys(passage for version, _ in determination.versions_applied for passage in version.text)
    )


def passages_by_question(determination: Determination) -> dict[str, tuple[PassageUsed, ...]]:
    """The words of the Act behind each question of *determination* that has any, by the provision of the
    question.

    They are those of every version that applies to it, since each warrant has its own law.

    Args:
        determination: The determination, with the passages of every version that it applied.
    """
    quoted: dict[str, dict[PassageUsed, None]] = {}
    for version, provision in determination.versions_applied:
        quoted.setdefault(provision, {}).update(dict.fromkeys(version.text))
    return {provision: tuple(passages) for provision, passages in quoted.items() if passages}


def closing_differs(offence: OffenceDetermination) -> bool:
    """Whether the outcome of *offence* without more evidence needs its own line.

    Args:
        offence: The offence, with its outcome as it stands and if nothing more is shown.
    """
    last = offence.if_nothing_more_is_shown
    return bool(offence.open_questions) and (bool(last.unproved) or not last.outcome.same_as(offence.outcome))


def gathered(determination: Determination) -> Iterator[tuple[tuple[str, ...], list[Caution]]]:
    """The cautions of the offences, in groups: one kind on many questions is one group.

    Each group follows the ids of its offences; no ids mean all offences.

    Args:
        determination: The determination; its own cautions, on the whole case, are not among these.
    """
    groups: dict[tuple[object, tuple[Caution, ...]], list[Caution]] = {}
    ids: dict[tuple[object, tuple[Caution, ...]], list[str]] = {}
    for offence in determination.offences:
        here: dict[object, list[Caution]] = {}
        for caution in offence.cautions:
            together = caution.kind in ("unverified version", "author not given")
            here.setdefault((caution.kind, caution.verified) if together else caution, []).append(caution)
        for key, group in here.items():
            same = (key, tuple(group))
            groups.setdefault(same, group)
            ids.setdefault(same, []).append(offence.id)
    for same, group in groups.items():
        yield () if len(ids[same]) == len(determination.offences) else tuple(ids[same]), group


def assumptions(determination: Determination) -> dict[str, list[str]]:
    """The assumptions of the applied versions, each sentence once, with the provisions of its questions.

    Args:
        determination: The determination, with every version that it applied.
    """
    assumed: dict[str, list[str]] = {}
    for version, provision in determination.versions_applied:
        for line in version.assumes:
            provisions = assumed.setdefault(line, [])
            provisions += (
                [provision] if provision not in provisions else []
            )  # two warrants may apply two versions of one question
    return assumed


def decides_nothing(step: Step, offence: OffenceDetermination) -> bool:
    """Whether *step* is a limb that was not decisive for the answer to its question.

    Args:
        step: A step of *offence*.
        offence: The offence, with all its steps.
    """
    parent = next((each for each in offence.steps if each.provision == step.limb_of), None)
    return parent is not None and parent.answered_by == "derivation" and step.name not in parent.turned_on


def shown_above(determination: Determination, offence: OffenceDetermination) -> list[Step]:
    """The steps of *offence* on the person that the report already shows at an earlier offence.

    Args:
        determination: The determination that the report shows.
        offence: One of its offences.
    """
    earlier = determination.offences[: determination.offences.index(offence)]
    before = {step.provision: step for each in earlier for step in each.steps if step.decided_for == "person"}
    return [step for step in offence.steps if before.get(step.provision) == step]


def passed_over(path: tuple[Stage, ...]) -> Iterator[tuple[str, list[Stage]]]:
    """The stages that the hearing did not reach, by reason.

    Args:
        path: The path of one offence, in the order of the hearing.
    """
    for state in ("not examined", "not reached"):
        stages = [stage for stage in path if stage.state == state]
        if stages:
            yield state, stages


def heading(determination: Determination, offence: OffenceDetermination, text: str) -> str:
    """The heading *text*; if there are several offences, with the id of *offence* and of its warrant.

    Args:
        determination: The determination that the report shows.
        offence: The offence under the heading.
        text: The words of the heading for a case with one offence.
    """
    warrant = f" ({offence.warrant})" if offence.warrant else ""
    return f"{text}: {offence.id}{warrant}" if len(determination.offences) > 1 else text


def guidance_next_to_it(determination: Determination) -> list[tuple[str, str, GuidanceUsed]]:
    """What guidance says on the questions that were asked: each once, with the provision and the title.

    Args:
        determination: The determination, with its steps and open questions.
    """
    return list(
        dict.fromkeys(
            (asked.provision, asked.title, each)
            for offence in determination.offences
            for asked in offence.explained
            for each in asked.guidance
        )
    )


def why_judgment(step: OpenQuestion) -> str:
    """The reason why *step* stays open for judgment.

    Args:
        step: A question that no further fact would settle.
    """
    why = (
        "It is a judgment that is never computed. The factors are laid out below."
        if step.reserved
        else "No further fact would settle it."
    )
    return f"{why} A recorded finding on the question answers it."


def precedents_on(step: OpenQuestion, offence: OffenceDetermination) -> QuestionPrecedents | None:
    """The decided cases on the open question *step* of *offence*; None if there are none.

    Args:
        step: One of the open questions of the offence.
        offence: The determination on the offence, with its precedents if they were asked for.
    """
    return next((each for each in offence.precedents or () if each.provision == step.provision), None)


def choosing_dates(chosen_by: Mapping[str, Sequence[dt.date | Days]]) -> str:
    """The dates that chose the law, in words.

    Args:
        chosen_by: By its name, the days or spans of days of each date.
    """
    return ", ".join(f"the {by} ({', '.join(map(day, days))})" for by, days in chosen_by.items())


def chosen_by_words(report: Determination | FurtherInformation | Paper) -> str:
    """The dates that chose the law of *report*, in words; if no date did, the reason.

    Args:
        report: The report, with the law that it used.
    """
    dates = choosing_dates(report.law.chosen_by)
    if dates or not isinstance(report, Determination):
        return dates or "no date of the case file"
    applied = report.versions_applied
    if not applied:
        return "no date: no question was asked"
    if all(version.selected_by is None for version, _ in applied):
        return "no date of the case file"
    return "no date: the dates that choose are missing, and each version that may apply gives the same answer"


def law_line(report: Determination | FurtherInformation | Paper, named_in: str = "the appendix") -> str:
    """The law of *report*, and the day on which the rule book states it.

    Args:
        report: The report, with the law that it used.
        named_in: The place where the reader finds the versions that the user assumed.
    """
    law = report.law
    if law.title and law.as_at:
        used = f"{law.title} (as at {day(law.as_at)})"
    elif law.as_at:
        used = f"as at {day(law.as_at)}"
    else:
        used = f"chosen by {chosen_by_words(report)}"
    count = len(law.assuming)
    versions = "one version" if count == 1 else f"{count} versions"
    assumed = f"; assuming {versions} that the dates do not choose (named in {named_in})" if count else ""
    return f"{used}{assumed}. The rule book states the law as at {day(law.stated_as_at)}."
