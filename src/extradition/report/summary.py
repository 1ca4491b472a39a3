"""The summary of a sound rule book: its counts, how its law was verified, the texts that were read, its
coverage by tests.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, get_args

from extradition.law import LEFT_OUT_IF_NONE, VERIFIED, Model, Provision
from extradition.policy.coverage import Coverage
from extradition.rule_book import RuleBook
from extradition.rule_book.passage import SoughtInVain, TextSource


class SourceSummary(Model):
    """One text that was read, and the number of versions that quote it."""

    source: TextSource
    versions: int


class GuidanceOnQuestion(Model):
    """What guidance says on a question: both texts with their addresses; *differs* is how they part."""

    matter: str
    provision: str
    provision_address: str
    title: str
    at: str
    at_address: str
    guidance_title: str
    says: str
    since: dt.date
    differs: str | None
    verified: VERIFIED


class BookSummary(Model):
    """The content of a sound rule book, as ``extradition check`` reports it: counts, sources of the versions,
    coverage by tests.

    ``without_text`` are the versions that an enactment alone makes and for which the file has no words of the
    Act. ``sources`` lists every text that was read, and ``not_found`` what was looked for in vain.
    ``guidance`` lists what guidance says next to the law. Each is there only if the user asks for it.
    """

    report_name: ClassVar[Literal["check"]] = "check"
    """The name of this report, which its templates have too."""

    title: str
    stated_as_at: dt.date
    rule_book: str
    questions: int
    versions: int
    prospective: int
    facts: int
    territories: int
    verified: dict[str, int]
    unsure: dict[str, list[str]]
    without_text: list[str]
    sources: dict[str, SourceSummary] | None
    not_found: tuple[SoughtInVain, ...]
    coverage: Coverage | None
    guidance: Annotated[tuple[GuidanceOnQuestion, ...] | None, LEFT_OUT_IF_NONE] = None


def summary_of(
    book: RuleBook,
    coverage: Coverage | None = None,
    *,
    with_sources: bool = False,
    with_guidance: bool = False,
) -> BookSummary:
    """The summary of *book*.

    Args:
        book: the rule book.
        coverage: its coverage by tests of law, if they were run.
        with_sources: whether to list the texts that were read and what was not found.
        with_guidance: whether to list what guidance says next to the law, and how it differs.

    >>> summary_of(RuleBook.load(), with_sources=True).sources is None
    False
    """
    verified: dict[str, list[str]] = {level: [] for level in get_args(VERIFIED)}
    for _, version in book.versions.values():
        verified[version.verified].append(version.id)
    return BookSummary(
        title=book.title,
        stated_as_at=book.stated_as_at,
        rule_book=book.digest,
        questions=len(book.questions),
        versions=len(book.versions),
        prospective=sum(version.in_force.is_prospective for _, version in book.versions.values()),
        facts=len(book.facts),
        territories=len(book.territories),
        verified={level: len(ids) for level, ids in verified.items()},
        unsure={level: ids for level, ids in verified.items() if level in ("factsheet only", "recalled")},
        without_text=list(_without_text(book)),
        sources=_sources(book) if with_sources else None,
        not_found=book.sources.not_found if with_sources else (),
        coverage=coverage,
        guidance=tuple(_guidance(book)) if with_guidance else None,
    )


def _sources(book: RuleBook) -> dict[str, SourceSummary]:
    """Each text that was read, with the number of versions that rest on it."""
    texts = (
        question.text_of(version) for question in book.questions.values() for version in question.versions
    )
    quoting = Counter(source for text in texts for source in {passage.source for passage in text})
    return {
        name: SourceSummary(source=source, versions=quoting[name])
        for name, source in book.sources.read.items()
    }


def _guidance(book: RuleBook) -> Iterator[GuidanceOnQuestion]:
    """What guidance says on each question: that which differs from the law first."""
    made = [
        GuidanceOnQuestion(
            matter=book.title_of(part),
            provision=provision,
            provision_address=book.address(provision),
            title=question.title,
            at_address=book.address(each.at),
            guidance_title=book.acts[Provision(each.at).act].title,
            **dict(each),
        )
        for part in book.matters
        for provision, question in book.questions_in(part)
        for each in question.guidance
    ]
    yield from sorted(made, key=lambda each: each.differs is None)


def _without_text(book: RuleBook) -> Iterator[str]:
    """The ids of the versions that an enactment alone makes and for which the file has no words of the
    Act.
    """
    for question in book.questions.values():
        for version in question.versions:
            if version.made_by == "enactment" and not question.text_of(version):
                yield version.id
