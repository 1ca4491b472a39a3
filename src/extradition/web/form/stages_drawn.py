"""The stages whose entries the page draws. The others have a button that opens them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from extradition.rule_book.question import Question
from extradition.source import Place, written_place
from extradition.web.form.entries import OPEN_FIRST, Drawer
from extradition.web.form.relevance import Relevances

MOST_ENTRIES = 34
"""The most entries that the page draws of its own accord, for its size. A stage that the user opens, or one
with a fault, is drawn whatever its size."""


@dataclass(frozen=True)
class Holder:
    """The person or an offence that has findings.

    Attributes:
        place: the place of the findings' holder in the file.
        offence: the number of the offence; None for the person.
        title: the title of its groups.
        short: its name in a list, where there are several.
    """

    place: Place
    offence: int | None
    title: str | None
    short: str | None


@dataclass(frozen=True)
class Plan:
    """The contents of one section.

    Attributes:
        key: the id of the section.
        question: its question; None for the section after the hearing.
        about: the names of its entries, by the holder of their findings.
        referred: the question and the place of each entry that another section has.
    """

    key: str
    question: Question | None
    about: Mapping[Holder, Sequence[str]]
    referred: Sequence[tuple[str, Place]]

    @property
    def places(self) -> tuple[Place, ...]:
        """The place of each of its entries."""
        return tuple(
            (*holder.place, "findings", name) for holder, names in self.about.items() for name in names
        )


def to_draw(
    plans: Sequence[Plan],
    asked_for: Collection[str],
    drawer: Drawer,
    relevances: Relevances | None,
    *,
    another: str,
) -> set[str]:
    """The ids of the sections to draw.

    They are those that the user asked for, those at fault, and that of the best entry to ask. As far as there
    is room, there are those of the next best too, and those with something recorded if all of them fit.

    Args:
        plans: the contents of every section, in the order of the hearing.
        asked_for: the ids of the sections that the user asked for.
        drawer: the leaves and the faults of the case file.
        relevances: the relevance of every entry; None while the case file has a fault.
        another: the place of findings to which a blank one is added.
    """
    ranks = {plan.key: min(_ranks(plan, relevances), default=None) for plan in plans}
    best = sorted(((rank, plan) for plan in plans if (rank := ranks[plan.key])), key=itemgetter(0))
    drawn = {*asked_for, *(plan.key for _, plan in best[:1])}
    drawn |= {plan.key for plan in plans if _is_called(plan, drawer, another)}
    next_best = [[plan] for rank, plan in best if rank <= OPEN_FIRST]
    recorded = [plan for plan in plans if any(map(drawer.under, plan.places))]
    for together in (*next_best, recorded):
        more = {plan.key for plan in together}
        if sum(len(plan.places) for plan in plans if plan.key in drawn | more) <= MOST_ENTRIES:
            drawn |= more
    return drawn


def _is_called(plan: Plan, drawer: Drawer, another: str) -> bool:
    """Whether something in the section has a fault, or gets another finding."""
    return any(drawer.is_faulty(place) or written_place(place) == another for place in plan.places)


def _ranks(plan: Plan, relevances: Relevances | None) -> Iterator[int]:
    """The numbers of its entries in the order in which to ask."""
    if relevances is None:
        return
    for *holder, _, name in plan.places:
        rank = relevances.rank(tuple(holder), str(name))
        if rank is not None:
            yield rank
