"""The cautions on the questions that were asked, and on the facts and dates that they rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from extradition.case_file.settling import Known
from extradition.days import last_day, text_of_days
from extradition.determination.caution import Caution
from extradition.determination.outcome import CategoryUsed
from extradition.hearing.applicable_versions import Chosen
from extradition.hearing.date_order import date_cautions
from extradition.hearing.designation import earlier_status
from extradition.hearing.doubted import asserted_in_doubt
from extradition.hearing.lengths import not_comparable
from extradition.hearing.path import AskedQuestion
from extradition.hearing.reach import readable
from extradition.hearing.walk import Walk
from extradition.rule_book import RuleBook
from extradition.rule_book.book import Designation, Territory
from extradition.rule_book.conditions import Name
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.matter import NO_CATEGORY

if TYPE_CHECKING:
    from extradition.hearing.hearing import Hearing


def cautions(rule_book: RuleBook, known: Mapping[str, Known], walk: Walk) -> Iterator[Caution]:
    """The cautions on a walk.

    Args:
        rule_book: the law.
        known: the findings of the case file, by fact and question.
        walk: the walk, with the questions that it asked.
    """
    for asked in walk.asked:
        yield from _on_law(rule_book, asked)
        yield from _on_findings(known, asked)
    for name, length in dict.fromkeys(
        each for asked in walk.asked for each in not_comparable(rule_book, known, asked)
    ):
        yield Caution(kind="length not comparable", fact=name, length=length)
    for name in walk.names:
        if name in known:
            yield from _on_fact(name, known[name], rule_book)
    yield from _on_doubts(rule_book, known, walk)
    yield from _on_offices(rule_book, walk)
    yield from _on_duties(rule_book, walk)


def _on_duties(rule_book: RuleBook, walk: Walk) -> Iterator[Caution]:
    """The duties to adjourn at any time of a hearing that ended in a discharge before it came to them."""
    outcome = walk.path.outcome
    if outcome.kind != "discharge":
        return
    asked, part = walk.questions, walk.questions.part
    case_type = asked.fact(ALWAYS_KNOWN)
    start = rule_book.starts_at[part]
    possible = readable(rule_book, part, start, None if case_type is None else str(case_type))
    in_order = [provision for provision, _ in rule_book.questions_in(part)]
    for provision, question in rule_book.questions_in(part):
        duty = question.at_any_time
        if duty is None or provision in walk.visited or outcome.by != question.decided_by:
            continue
        in_time = outcome.at in in_order[in_order.index(duty.since) :]
        applies = question.name in possible and isinstance(asked.chosen(provision), Chosen)
        if in_time and applies and asked.ask(provision).answer == "yes":
            yield Caution(kind="duty not reached", provision=provision, why=duty.says)


def _on_doubts(rule_book: RuleBook, known: Mapping[str, Known], walk: Walk) -> Iterator[Caution]:
    """The doubts that follow from a finding, and those that stand at the close of the evidence."""
    for doubt, asserted in asserted_in_doubt(known, rule_book).items():
        follows = known[doubt].follows
        if follows is not None and doubt in walk.names:
            yield Caution(
                kind="doubt from a finding",
                fact=doubt,
                why=follows.because,
                said=follows.reading_of,
                findings=tuple(asserted),
            )
    for doubt, names in rule_book.doubts.items():
        silenced = tuple(
            name for name in names if name in walk.names and name in known and known[name].is_not_proved
        )
        if silenced:
            yield Caution(kind="doubt not resolved", fact=doubt, findings=silenced)


def _on_offices(rule_book: RuleBook, walk: Walk) -> Iterator[Caution]:
    """The offices that act for a decider of a question that was asked."""
    for office in rule_book.matters[walk.questions.part].offices:
        asked = (each.provision for each in walk.asked if each.question.decided_by == office.acts_for)
        if not set(asked) <= set(office.save) and office.where.holds(walk.questions.facts_in(office.where)):
            yield Caution(kind="another office acts", provision=office.under, why=office.says)


def _on_law(rule_book: RuleBook, asked: AskedQuestion) -> tuple[Caution, ...]:
    """The cautions on the version that applies and on its amendments; made once for each choice."""
    key = ("cautions", asked.provision, asked.chosen.key)
    return once(rule_book, key, lambda: (*_on_version(asked), *_on_amendments(asked)))


def _on_version(asked: AskedQuestion) -> Iterator[Caution]:
    """The cautions on the version that applies: it is not in force yet, or its text was not seen."""
    version = asked.chosen.version
    where = {"provision": asked.provision, "version": version.id}
    if version.is_draft:
        yield Caution(kind="draft version", verified="draft", **where)
    elif version.in_force.is_prospective:
        yield Caution(kind="prospective version", verified=version.verified, **where)
    if version.verified in ("factsheet only", "recalled"):
        yield Caution(kind="unverified version", verified=version.verified, **where)


def _on_amendments(asked: AskedQuestion) -> Iterator[Caution]:
    """A caution for each version that may have come into force by the day that chose another version."""
    chosen = asked.chosen
    day = max(
        (last_day(when) for _, when in chosen.dates), default=dt.date.max if chosen.by is not None else None
    )
    for version in asked.question.versions:
        enacted = version.in_force.enacted
        if day is not None and enacted is not None and enacted <= day:
            yield Caution(
                kind="may have been amended",
                provision=asked.provision,
                version=version.id,
                verified=version.verified,
                said=enacted.isoformat(),
            )


def _on_fact(name: str, known: Known, rule_book: RuleBook) -> Iterator[Caution]:
    """The cautions on one fact or question: its designation, or its findings."""
    if known.designation is not None:
        yield from _on_designation(name, known.designation)
    elif not known.is_settled:
        yield from _on_answer(name, known, rule_book)


def _on_designation(name: str, designation: Designation[Name]) -> Iterator[Caution]:
    """The caution on the *designation* that settles the fact *name*, if its source was not seen."""
    if designation.verified == "recalled":
        yield Caution(
            kind="unverified designation",
            fact=name,
            said=designation.is_,
            why=designation.by,
            verified="recalled",
        )


def _on_answer(name: str, known: Known, rule_book: RuleBook) -> Iterator[Caution]:
    """The cautions on the findings on one fact or question: a dispute, an assumption, an unnamed author."""
    is_fact, parties = name in rule_book.facts, rule_book.parties
    if known.answer is None and is_fact:
        said = known.nameless.answer if known.nameless else None
        authors = {finding.by for finding in known.findings}
        yield Caution(
            kind="disputed without an author" if said else "disputed",
            fact=name,
            said=said,
            why=authors.pop() if len(authors) == 1 else None,  # a party may contradict itself
        )
    for finding in known.findings:
        if finding.is_assumption(parties):
            yield Caution(kind="assumed", fact=name, said=finding.answer, why=finding.reasons)
    if known.answer is not None and is_fact and not any(each.by or each.status for each in known.findings):
        yield Caution(kind="author not given", fact=name, said=known.written)
    if known.answer is not None and is_fact and known.is_argument:
        author = known.argued_by[0] if len(known.argued_by) == 1 else None
        yield Caution(kind="asserted", fact=name, said=known.written, why=author)


def _on_findings(known: Mapping[str, Known], asked: AskedQuestion) -> Iterator[Caution]:
    """The cautions on the findings on a question itself."""
    if asked.findings and asked.found is None:
        disputed = known[asked.question.name].answer is None
        kind: Literal["disputed", "assertion is not a finding"] = (
            "disputed" if disputed else "assertion is not a finding"
        )
        yield Caution(kind=kind, provision=asked.provision, said=asked.findings[0].answer)
    if asked.found is not None:
        if asked.reading.answer not in ("open", asked.found):
            yield Caution(
                kind="finding differs from derivation", provision=asked.provision, said=asked.reading.answer
            )
        if not any(finding.by or finding.status for finding in asked.findings):
            yield Caution(kind="author not given", provision=asked.provision, said=asked.found)


def _on_category(territory: Territory, category: CategoryUsed | None) -> Iterator[Caution]:
    """The cautions on the designation of *territory*, where the matter asks for its *category*."""
    if category is None:
        yield Caution(kind="designation not known", said=territory.name)
    elif category.category == NO_CATEGORY:
        yield Caution(kind="in no category", said=territory.name, why=territory.note)
    elif category.verified == "recalled":
        yield Caution(
            kind="unverified designation",
            fact=territory.name,
            said=f"category {category.category}",
            why=category.by,
            verified="recalled",
        )


def case_cautions(hearing: Hearing) -> Iterator[Caution]:
    """The cautions on a whole case: its territory, the dates that chose the law, the readings of the rules.

    Args:
        hearing: the hearing of one warrant; the cautions on several warrants are joined from theirs.
    """
    category, day = hearing.category, hearing.day
    if hearing.case_file.taken_from is not None:
        yield Caution(kind="hearing taken from", provision=hearing.case_file.taken_from)
    territory = hearing.territory
    if territory is not None and hearing.rule_book.matters[hearing.part].category is not None:
        yield from _on_category(territory, category)
    if category is not None and category.selected_by == "hearing date":
        yield Caution(kind="designation by the hearing date", said=text_of_days(category.day))
    earlier = earlier_status(hearing.case_file, hearing.rule_book, hearing.part) if category else None
    if earlier is not None:
        yield Caution(
            kind="designation by one date",
            said=hearing.rule_book.titles_of_dates[earlier.missing],
            why=earlier.before.isoformat(),
            findings=earlier.facts,
        )
    yield from date_cautions(hearing.case_file, hearing.rule_book)
    if day is not None and any(other != day for other in hearing.case_file.dates.days.values()):
        yield Caution(kind="dates set aside", said=day.isoformat())
    latest = max(
        (last_day(when) for each in hearing.chosen_by.values() for when in each),
        default=hearing.rule_book.stated_as_at,
    )
    if latest > hearing.rule_book.stated_as_at:
        yield Caution(kind="after the day on which the law is stated", said=latest.isoformat())
    for closed in hearing.case_file.evidence_closed:
        yield Caution(kind="evidence closed", by=closed.by, said=closed.of, why=closed.on.isoformat())
    if hearing.under.engine == "plain":
        yield Caution(kind="plain reading alone")
