"""The decisive steps of a hearing: those that led to the outcome, and the authority behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extradition.citation import is_neutral
from extradition.determination import OffenceDetermination
from extradition.determination.outcome import Stage
from extradition.determination.reasons import AuthorityUsed, FactUsed, VersionUsed
from extradition.determination.steps import Step
from extradition.law import Provision
from extradition.rule_book.consequences import HALTING

_YEAR = re.compile(r"\b\d{4}\b")
_FEW_STEPS = 3
"""How many steps leave room for more than one fact each."""
_FEW_POINTS = 4
"""How many answers that guarantee an outcome fit in one sentence."""
_OPEN = ("open", "judgment", "date missing")
"""The states of a stage without an answer."""


@dataclass(frozen=True)
class Why:
    """The steps that led to the outcome.

    Attributes:
        decisive: Each step on which the outcome turns.
        others: The other answered questions of the path, in runs: the first and the last of each run.
        alike: Whether each of those was answered no.
        uncontested: By the author who said so, the runs of questions recorded as not in issue.
        open_now: The open questions that the hearing certainly reaches.
        open_later: The open questions that the hearing reaches only on some answers.
        telling: The facts and questions of which another answer alone would change the outcome.
        rests_on_few: Whether a few known answers guarantee the outcome.
    """

    decisive: tuple[Step, ...]
    others: tuple[tuple[str, str], ...]
    alike: bool
    uncontested: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    open_now: tuple[Stage, ...]
    open_later: tuple[Stage, ...]
    telling: frozenset[str]
    rests_on_few: bool

    def points(self, step: Step) -> list[FactUsed]:
        """The facts on which *step* turned, the most telling first.

        What was asserted, and not proved because of a doubt, is first. Those of which another answer alone
        would change the outcome follow. Of these and of the others, what is shown is before what is not.

        Args:
            step: one of the decisive steps.
        """
        facts = [fact for fact in step.facts if fact.name in step.turned_on]

        def rank(fact: FactUsed) -> tuple[bool, bool, bool]:
            return not fact.is_not_proved, fact.name not in self.telling, fact.nothing_shown

        return sorted(facts, key=rank)

    @property
    def most_points(self) -> int:
        """The most facts to name for each step: one where there are many steps."""
        return 3 if len(self.decisive) <= _FEW_STEPS else 1


def why_of(offence: OffenceDetermination) -> Why:
    """The steps that led to the outcome of *offence*.

    A discharge needs one answer: the steps at its section are decisive. Extradition needs every answer: each
    yes, each finding and each section with both answers is decisive, but no question that is not in issue. A
    question beyond an open one that forces the outcome is decisive for either.

    Args:
        offence: The offence, with its path and its steps.
    """
    by_provision = {step.provision: step for step in offence.steps if step.limb_of is None}
    steps = [by_provision[stage.provision] for stage in offence.path if stage.provision in by_provision]
    beyond = [step for step in offence.steps_beyond if step.limb_of is None]
    decisive = [*_decisive(offence, steps), *_forcing(offence, beyond)]
    others = [step for step in steps if step not in decisive and not _is_not_in_issue(step)]
    left_open = [stage for stage in offence.path if stage.state in _OPEN]
    return Why(
        decisive=tuple(decisive),
        others=tuple(_runs(offence.path, {step.provision for step in others})),
        alike=all(step.answer == "no" for step in others),
        uncontested=tuple(_not_in_issue(offence, decisive)),
        open_now=tuple(stage for stage in left_open if stage.certain),
        open_later=tuple(stage for stage in left_open if not stage.certain),
        telling=frozenset(
            flip.changes[0].name
            for flip in (offence.sensitivity.flips if offence.sensitivity else ())
            if len(flip.changes) == 1
        ),
        rests_on_few=offence.sensitivity is not None
        and offence.sensitivity.support is not None
        and len(offence.sensitivity.support) <= _FEW_POINTS,
    )


def _decisive(offence: OffenceDetermination, steps: Sequence[Step]) -> list[Step]:
    outcome = offence.outcome
    ends = [each for each in (outcome.at, *(by.question for by in outcome.forced_by)) if each is not None]
    if outcome.kind in HALTING and ends:
        return [step for step in steps if _section(step.provision) in set(map(_section, ends))]
    answers: dict[str, set[str]] = {}
    for step in steps:
        answers.setdefault(_section(step.provision), set()).add(step.answer)
    central = {section for section, given in answers.items() if len(given) > 1} | {
        _section(stage.provision) for stage in offence.path if stage.certain and stage.state in _OPEN
    }
    return [
        step
        for step in steps
        if not _is_not_in_issue(step)
        and (step.answer == "yes" or step.answered_by == "finding" or _section(step.provision) in central)
    ] or [step for step in steps if step.provision in ends]


def _forcing(offence: OffenceDetermination, beyond: Sequence[Step]) -> list[Step]:
    """The steps *beyond* an open question that force the outcome. A halt turns on every one at their
    sections.
    """
    questions = {each.question for each in offence.outcome.forced_by}
    sections = set(map(_section, questions)) if offence.outcome.kind in HALTING else set()
    return [step for step in beyond if step.provision in questions or _section(step.provision) in sections]


def _is_not_in_issue(step: Step) -> bool:
    """Whether *step* is answered because the question is not in issue."""
    return step.answered_by == "finding" and step.findings[0].status == "not in issue"


def _not_in_issue(
    offence: OffenceDetermination, decisive: Sequence[Step]
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Each author of a statement that questions are not in issue, with the runs of those questions."""
    said: dict[str, set[str]] = {}
    for step in offence.answered:
        if _is_not_in_issue(step) and step not in decisive:
            said.setdefault(str(step.findings[0].by), set()).add(step.provision)
    for author, provisions in said.items():
        yield author, tuple(_runs(offence.path, provisions))


def _section(provision: str) -> str:
    return Provision(provision).section


def _runs(path: Sequence[Stage], provisions: set[str]) -> Iterator[tuple[str, str]]:
    """The first and the last of each run of *provisions* on the path; stages that were not
    asked or not reached are passed over.
    """
    run: list[str] = []
    for stage in path:
        if stage.provision in provisions:
            run.append(stage.provision)
        elif run and stage.state not in ("not asked", "not in force", "not reached"):
            yield run[0], run[-1]
            run = []
    if run:
        yield run[0], run[-1]


def authority_of(version: VersionUsed) -> AuthorityUsed | None:
    """The one authority that made *version*; None if it cites none that did.

    For a version that a judgment made, that is the judgment of the year in which it began. Otherwise it is
    a judgment with a neutral citation, or the latest enactment.

    Args:
        version: A version of a question, with its authorities.
    """
    made = [each for each in version.authorities if each.treatment == "establishes" and not each.later]
    neutral = [each for each in made if is_neutral(each.cite)]
    began = None if version.in_force_from == "prospective" else version.in_force_from.year
    if version.made_by == "judgment":
        of_its_year = [each for each in (*neutral, *made) if _year(each) == began]
        return next(iter((*of_its_year, *neutral, *made)), None) or _enacting(version, began)
    return next(iter(neutral), None) or _enacting(version, began) or next(iter(made), None)


def _enacting(version: VersionUsed, began: int | None) -> AuthorityUsed | None:
    """The latest enactment that is not later than the beginning of *version*."""
    enacting = [
        each
        for each in version.authorities
        if each.treatment == "enacts" and (began is None or _year(each) <= began)
    ]
    return max(enacting, key=_year, default=None)


def _year(authority: AuthorityUsed) -> int:
    """The last year in the citation of *authority*."""
    years = _YEAR.findall(authority.cite)
    return int(years[-1]) if years else 0
