"""One hearing: a case file under a rule book becomes a determination."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version

from extradition.case_file import CaseFile, Offence
from extradition.determination import Alternative, Caution, Determination, LawUsed, OffenceDetermination
from extradition.hearing.account import Account
from extradition.hearing.path import Walk
from extradition.hearing.readers import ENGINE, Reader, reader_of
from extradition.rule_book import Chosen, RuleBook, UnknownLawError


def determine(
    case_file: CaseFile,
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
) -> Determination:
    """Determine *case_file* under *rule_book*: what follows on its findings, why, and what is still open.

    The dates of the case choose the versions of the law, unless *law* names one from ``laws.yaml`` or *as_at* gives one
    day for all of them; the versions *assuming* names are applied whatever the dates.

    Args:
        engine: ``durable`` derives every step twice, by durable rules and by the plain reading, and refuses a
            difference; ``plain`` makes the plain reading alone, and the determination says so.

    Returns:
        A determination (support), never a decision. The same input gives the same output.

    Raises:
        SourceError: the case file does not fit the rule book, or lacks a date that chooses the law.
        UnknownLawError: a law, version or day that the rule book does not have.
        EngineError: durable-rules is missing or failed, or the two readings differ.
    """
    rule_book.examine(case_file)
    named = rule_book.law(law) if law is not None else None
    if named is not None and as_at is not None:
        raise UnknownLawError("a law that is named has its own day; leave out either the law or the day")
    day = named.as_at if named else as_at
    assumed = _assumed(case_file, rule_book, named.assuming if named else (), assuming)
    chosen = rule_book.choose(case_file, day, assumed)
    read = reader_of(rule_book, engine)
    return Determination(
        case=case_file.case,
        citation=case_file.citation,
        part=case_file.part,
        territory=case_file.territory,
        territory_name=rule_book.territories[case_file.territory].name,
        law=LawUsed(
            name=law,
            title=named.title if named else None,
            as_at=day,
            dates=_dates(case_file),
            chosen_by={each.by: each.day for each in chosen.values() if each.by is not None and each.day is not None},
            assuming=assumed,
            stated_as_at=rule_book.stated_as_at,
        ),
        rule_book=rule_book.digest,
        made_by=_made_by(),
        readings="durable rules and plain reading" if engine == "durable" else "plain reading alone",
        cautions=tuple(_cautions(case_file, rule_book, chosen, day, engine)),
        notes=case_file.notes,
        addresses=rule_book.addresses[case_file.part],
        exits=rule_book.exits,
        offences=tuple(_offence(case_file, offence, rule_book, chosen, day, read) for offence in case_file.offences),
    )


def _assumed(case_file: CaseFile, rule_book: RuleBook, by_law: Iterable[str], by_caller: Iterable[str]) -> tuple[str, ...]:
    """The versions assumed: those of the named law that are of the case's Part, and all that the caller names."""
    own = tuple(by_caller)
    for name in own:
        if name in rule_book.versions and rule_book.part(rule_book.versions[name][0]) != case_file.part:
            raise UnknownLawError(f"{name} is of the other Part; this is a Part {case_file.part} case")
    of_part = [name for name in by_law if rule_book.part(rule_book.versions[name][0]) == case_file.part]
    return tuple(dict.fromkeys((*of_part, *own)))


def _offence(
    case_file: CaseFile, offence: Offence, rule_book: RuleBook, chosen: Mapping[str, Chosen], day: dt.date | None, read: Reader
) -> OffenceDetermination:
    known = rule_book.known(case_file, offence)
    walk = Walk(rule_book, case_file.part, chosen, known, read)
    closed = Walk(rule_book, case_file.part, chosen, known, read, closing=True) if walk.path.open else walk
    account = Account(rule_book, case_file.part, known)

    def instead(provision: str, other: Chosen) -> Iterator[Alternative]:
        """The outcome with *other* in place of the version chosen, if it is another one."""
        outcome = Walk(rule_book, case_file.part, {**chosen, provision: other}, known, read).path.outcome
        if not outcome.same_as(walk.path.outcome):
            yield Alternative(version=other.version.id, provision=provision, verified=other.version.verified, outcome=outcome)

    prospective: list[Alternative] = []
    in_force: list[Alternative] = []
    for provision, each in chosen.items():
        for other in rule_book.questions[provision].versions:
            if other.in_force.is_prospective and other is not each.version:
                prospective.extend(instead(provision, Chosen(other)))
        dated = rule_book.in_force(case_file, provision, day) if each.version.in_force.is_prospective else None
        if dated is not None:
            in_force.extend(instead(provision, dated))
    return OffenceDetermination(
        id=offence.id,
        title=offence.title,
        case_type=offence.case_type,
        outcome=walk.path.outcome,
        if_nothing_more_is_shown=account.closing(walk, closed),
        prospective=tuple(prospective),
        in_force=tuple(in_force),
        steps=tuple(account.steps(walk)),
        steps_beyond=tuple(account.steps_beyond(walk)),
        open_questions=tuple(account.open_questions(walk)),
        not_asked=tuple(account.not_asked(walk)),
        cautions=tuple(account.cautions(walk)),
    )


@cache
def _made_by() -> str:
    return f"extradition {version('extradition')}"


def _dates(case_file: CaseFile) -> dict[str, dt.date]:
    return {name: day for name, day in case_file.dates if day is not None}


def _cautions(case_file: CaseFile, rule_book: RuleBook, chosen: Mapping[str, Chosen], day: dt.date | None, engine: ENGINE) -> Iterator[Caution]:
    if day is not None and any(other != day for other in _dates(case_file).values()):
        yield Caution(kind="dates set aside", said=day.isoformat())
    latest = max((each.day for each in chosen.values() if each.day is not None), default=rule_book.stated_as_at)
    if latest > rule_book.stated_as_at:
        yield Caution(kind="after the day on which the law is stated", said=latest.isoformat())
    if engine == "plain":
        yield Caution(kind="plain reading alone")


__all__ = ["determine"]
