"""The findings of a decider that count for nothing, to stand next to the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extradition.determination import Determination, WarrantUsed
from extradition.determination.caution import Caution
from extradition.hearing.without_effect import OF_NO_QUESTION
from extradition.report.presentation import gathered
from extradition.rule_book.parties import Parties


def unused_findings(
    determination: Determination, *, with_warrants: bool = False
) -> list[tuple[tuple[str, ...], Caution]]:
    """The cautions on findings of a decider that no question asks for, each after the ids of its offences; no
    ids mean all offences.

    Args:
        determination: the determination, with the cautions on the case, its warrants and its offences.
        with_warrants: whether those on one of several warrants are among them, after its id. The table of the
            warrants shows them too.

    >>> from extradition import CaseFile, RuleBook, determine
    >>> case = CaseFile.load("examples/two_warrants/case.yaml")
    >>> len(unused_findings(determine(case, RuleBook.load())))
    1
    """
    return [
        (ids, each)
        for ids, caution in _every_caution(determination, determination.warrants if with_warrants else ())
        for each in among([caution], determination.matter.parties)
    ]


def among(cautions: Iterable[Caution], parties: Parties) -> tuple[Caution, ...]:
    """Those of *cautions* that are on a decider's finding for which no question asks.

    Args:
        cautions: the cautions on a case, a warrant or an offence.
        parties: the parties of the rule book; every other author with a name decides.
    """
    return tuple(each for each in cautions if each.kind in OF_NO_QUESTION and parties.decides(each.by))


def _every_caution(
    determination: Determination, warrants: Iterable[WarrantUsed]
) -> Iterator[tuple[tuple[str, ...], Caution]]:
    yield from (((), each) for each in determination.cautions)
    for warrant in warrants:
        yield from (((warrant.id,), each) for each in warrant.cautions)
    yield from ((ids, caution) for ids, group in gathered(determination) for caution in group)
