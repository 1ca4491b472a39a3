"""The determinations on several warrants joined into one; each warrant keeps its own law, designation and
cautions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from extradition.case_file import IssuedWarrant
from extradition.determination import Determination, WarrantUsed
from extradition.determination.caution import Caution
from extradition.determination.outcome import Follows

if TYPE_CHECKING:
    from extradition.hearing.hearing import Hearing


def joined(hearing: Hearing) -> Determination:
    """The determination on all the warrants of *hearing*, in which each offence names its warrant.

    Args:
        hearing: the hearing of a case on two or more warrants.
    """
    made = [each.determination for each in hearing.warrants]
    case_file, first = hearing.case_file, made[0]
    shared = _in_all([each.cautions for each in made])
    ids = [warrant.id for warrant in case_file.warrants]
    offences = tuple(
        offence.model_copy(update={"warrant": name})
        for name, each in zip(ids, made, strict=True)
        for offence in each.offences
    )
    update = {
        "category": first.category if all(each.category == first.category for each in made) else None,
        "taken_from": case_file.taken_from,
        "law": first.law.model_copy(update={"dates": case_file.dates.days, "chosen_by": hearing.chosen_by}),
        "cautions": shared,
        "addresses": {name: address for each in made for name, address in each.addresses.items()},
        "terms": {name: term for each in made for name, term in each.terms.items()},
        "warrants": tuple(
            _warrant_used(warrant, each, shared)
            for warrant, each in zip(case_file.warrants, made, strict=True)
        ),
        "offences": offences,
        "combined": hearing.combined,
        "combined_under": first.combined_under if any(len(each.offences) > 1 for each in made) else None,
        "one_is_enough": None,
        "afterwards": tuple(_afterwards(ids, made)),
        "case_file": hearing.given.alone(),
    }
    return first.model_copy(update=update)


def _warrant_used(warrant: IssuedWarrant, made: Determination, shared: Iterable[Caution]) -> WarrantUsed:
    """One warrant with its own law, designation and outcome, and the cautions on it that are not *shared*
    by all.
    """
    return WarrantUsed(
        id=warrant.id,
        title=warrant.title,
        dates=made.law.dates,
        chosen_by=made.law.chosen_by,
        category=made.category,
        taken_from=warrant.taken_from,
        outcome=made.outcome,
        under=made.under,
        combined=made.combined,
        cautions=tuple(caution for caution in made.cautions if caution not in shared),
        particulars=warrant.particulars,
    )


def _in_all(cautions: Sequence[Iterable[Caution]]) -> tuple[Caution, ...]:
    """The cautions that every warrant has."""
    first, *others = [tuple(each) for each in cautions]
    return tuple(caution for caution in first if all(caution in each for each in others))


def _afterwards(ids: Sequence[str], made: Sequence[Determination]) -> Iterator[Follows]:
    """Each step that the Act provides after the outcomes, once, with the warrants after which it follows."""
    after: dict[str, tuple[Follows, list[str]]] = {}
    for name, each in zip(ids, made, strict=True):
        for follows in each.afterwards:
            after.setdefault(follows.model_dump_json(), (follows, []))[1].append(name)
    for follows, warrants in after.values():
        yield follows.model_copy(update={"warrants": tuple(warrants)})
