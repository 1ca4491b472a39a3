"""The check of the law named today, the law that every prospective law is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extradition.rule_book.book import NamedLaw
from extradition.rule_book.checks.places import Found
from extradition.rule_book.load import Contents
from extradition.source import Fault

_NAME = "today"


def only_the_assumptions_differ_from_today(contents: Contents) -> Found:
    """The law named today is the law of the book and assumes nothing.

    A prospective law differs only in what it assumes.
    """
    today = contents.laws.laws.get(_NAME)
    if today is not None:
        document = contents.documents["laws.yaml"]
        for faults in (_faults_of_today(contents, today), _faults_of_prospective_laws(contents, today)):
            yield from ((document, fault) for fault in faults)


def _faults_of_today(contents: Contents, today: NamedLaw) -> Iterator[Fault]:
    stated = contents.book.stated_as_at
    if today.as_at != stated:
        yield Fault(("laws", _NAME, "as_at"), f"must be the day on which the book states the law, {stated}")
    if today.assuming:
        yield Fault(("laws", _NAME, "assuming"), "must be left out: the law named today assumes nothing")


def _faults_of_prospective_laws(contents: Contents, today: NamedLaw) -> Iterator[Fault]:
    prospective = {
        each.id
        for question in contents.questions.values()
        for each in question.versions
        if each.in_force.is_prospective
    }
    neighbours = set(pairwise(contents.laws.side_by_side))
    for name, law in contents.laws.laws.items():
        if name == _NAME or prospective.isdisjoint(law.assuming):
            continue
        if law.as_at != today.as_at:
            yield Fault(
                ("laws", name, "as_at"),
                f"must be {today.as_at}, the day of the law named today: it assumes a prospective version",
            )
        for i, version in enumerate(law.assuming):
            if version not in prospective:
                yield Fault(
                    ("laws", name, "assuming", i),
                    f"{version} is not prospective, but another version in this list is",
                )
        if name in contents.laws.side_by_side and (_NAME, name) not in neighbours:
            yield Fault(
                ("side_by_side",),
                f"must have {name} right after {_NAME}: every difference is then due to what {name} assumes",
            )
