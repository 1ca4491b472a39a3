"""Checks of the words that ``book.yaml`` declares: matters, categories of territory, deciders, parties,
dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extradition.rule_book.book_date import asked_as, selectors_of
from extradition.rule_book.checks.names import every_authority
from extradition.rule_book.checks.places import Found, every_written_version, offices
from extradition.rule_book.checks.ways import place_of_way
from extradition.rule_book.fact import Fact
from extradition.rule_book.load import Contents
from extradition.rule_book.matter import NO_CATEGORY
from extradition.source import Document, Fault, Place, nearest


def undeclared_words(contents: Contents) -> Found:
    """Each matter, category of territory, decider, party and date that a file names is declared in
    ``book.yaml``.
    """
    deciders = contents.book.deciders
    for document, place, decider in _deciders_named(contents):
        if decider not in deciders:
            message = f"{decider} is not a decider in book.yaml{nearest(decider, deciders)}"
            yield document, Fault(place, message)
    yield from _undeclared_parties(contents)
    yield from _faulty_other_names(contents)
    yield from _undeclared_dates(contents)
    yield from _unknown_facts_in_doubt(contents)
    matters = contents.book.matters
    for document, place, part in _matters_named(contents):
        if part not in matters:
            key = document.key_written(place, "part", "matter")
            yield (
                document,
                Fault((*place, key), f"{part} is not a matter in book.yaml{nearest(part, matters)}"),
            )
    known = [*(each.category for each in matters.values() if each.category is not None), NO_CATEGORY]
    for code, territory in contents.territories.items():
        for i, span in enumerate(territory.category):
            if span.is_ not in known:
                message = f"{span.is_!r} is not the category of a matter in book.yaml: {', '.join(known)}"
                yield contents.documents["territories.yaml"], Fault((code, "category", i, "is"), message)


def _undeclared_parties(contents: Contents) -> Found:
    """A fault for each party that decides something, and for each burden of proof on no party of the book."""
    parties, deciders = contents.book.parties, contents.book.deciders
    for key, party in (("applicant", parties.applicant), ("respondent", parties.respondent)):
        if party in deciders:
            message = f"{party} is a decider in book.yaml, and a decider is no party"
            yield contents.documents["book.yaml"], Fault(("parties", key), message)
    for document, place, party in _parties_named(contents):
        if party not in parties.names:
            known = " and ".join(parties.names)
            message = f"{party} is not a party in book.yaml, which has {known}{nearest(party, parties.names)}"
            yield document, Fault(place, message)


def _faulty_other_names(contents: Contents) -> Found:
    """A fault for other names of no author of the book, and for each other name that two authors have."""
    authors = (*contents.book.deciders, *contents.book.parties.authors)
    named = dict(zip(authors, authors, strict=True))
    for author, others in contents.book.also_called.items():
        if author not in authors:
            message = f"{author} is neither a decider nor a party in book.yaml{nearest(author, authors)}"
            yield contents.documents["book.yaml"], Fault(("also_called", author), message)
        for i, other in enumerate(others):
            if other in named:
                message = f"{other} is also a name of the {named[other]}"
                yield contents.documents["book.yaml"], Fault(("also_called", author, i), message)
            named.setdefault(other, author)


def _dates_of_fact(fact: Fact) -> Iterator[tuple[Place, str]]:
    """Each date that *fact* names, by its key, with its place."""
    if fact.from_date is not None:
        yield ("from_date", "date"), fact.from_date.date
    for answer, order in fact.in_order.items():
        yield ("in_order", answer, "earlier"), order.earlier
        yield ("in_order", answer, "later"), order.later


def _undeclared_dates(contents: Contents) -> Found:
    """A fault for each date that selects a version or answers a fact, and is not one of the book."""
    dates = contents.book.dates
    for name, fact in contents.facts.items():
        for place, given in _dates_of_fact(fact):
            if given not in dates:
                message = f"{given} is none of the dates of book.yaml, which are {', '.join(dates)}"
                yield contents.documents[name], Fault((name, *place), message + nearest(given, dates))
    known = [*selectors_of(contents.book.dates)]
    for each in every_written_version(contents):
        spans = each.version.in_force.spans
        for n, span in enumerate(spans):
            if span.selected_by not in known:
                several = (n,) if len(spans) > 1 else ()
                message = f"is none of the dates of book.yaml, which are {', '.join(known)}"
                message += nearest(span.selected_by, known)
                yield each.fault("in_force", *several, "selected_by", message=message)


def _unknown_facts_in_doubt(contents: Contents) -> Found:
    """A fault for each fact in doubt that no file has, or that has no answer for silence."""
    for name, fact in contents.facts.items():
        for i, other in enumerate(fact.doubts):
            place = (name, "doubts", i)
            if other not in contents.facts:
                message = f"{other} is not a fact{nearest(other, contents.facts)}"
                yield contents.documents[name], Fault(place, message)
            elif contents.facts[other].when_not_shown is None:
                yield contents.documents[name], Fault(place, f"{other} has no when_not_shown")
        named = (
            (i, key, answers)
            for i, each in enumerate(fact.follows_from)
            for key, answers in (("found", each.found), ("unless", each.unless))
        )
        for i, key, answers in named:
            yield from (
                (contents.documents[name], fault)
                for fault in _unknown_answers(contents, (name, "follows_from", i, key), answers)
            )


def _unknown_answers(
    contents: Contents, place: Place, answers: Mapping[str, Sequence[str]]
) -> Iterator[Fault]:
    """A fault for each fact that no file has, and for each answer that is not one of its own."""
    for name, wanted in answers.items():
        own = contents.facts[name].answers if name in contents.facts else None
        if own is None:
            yield Fault((*place, name), f"{name} is not a fact{nearest(name, contents.facts)}")
            continue
        for n, answer in enumerate(wanted):
            if answer not in own:
                message = f"{answer!r} is not one of the answers to {name}: {', '.join(own)}"
                yield Fault((*place, name, n), message)


def dates_have_questions(contents: Contents) -> Found:
    """Each date, and each hour, that selects a version has a question that asks for it in ``book.yaml``."""
    spans = [
        span
        for question in contents.questions.values()
        for version in question.versions
        for span in version.in_force.spans
    ]
    dates = [asked_as(span.selected_by) for span in spans]
    timed = (span.selected_by for span in spans if span.from_hour or span.until_hour)
    hours = [f"{selector.removesuffix('date')}hour" for selector in timed]
    for name in dict.fromkeys((*dates, *hours)):
        if name not in contents.book.asks_for_dates:
            message = f"has no question for the {name}, which selects a version"
            yield contents.documents["book.yaml"], Fault(("asks_for_dates",), message)


def _deciders_named(contents: Contents) -> Iterable[tuple[Document, Place, str]]:
    """Each place that names a decider, in its document."""
    for part, matter in contents.book.matters.items():
        if matter.before is not None:
            yield contents.documents["book.yaml"], ("matters", part, "before"), matter.before
    for document, place, office in offices(contents):
        yield document, (*place, "acts_for"), office.acts_for
    for i, sequel in enumerate(contents.sequels):
        yield contents.documents["after_the_hearing.yaml"], (i, "by"), sequel.by
    for provision, question in contents.questions.items():
        document = contents.documents[provision]
        if provision not in contents.twins:
            yield document, ("decided_by",), question.decided_by
        for key, way in question.ways.items():
            own = getattr(way, "by", None)
            if own is not None:
                yield document, (*place_of_way(key), "by"), own


def _parties_named(contents: Contents) -> Iterable[tuple[Document, Place, str]]:
    """Each burden of proof that a file states, in its document: of a question or of one fact."""
    for provision, question in contents.questions.items():
        document = contents.documents[provision]
        if question.proof is not None and "proof" in document.content:  # a twin may have that of its question
            yield document, ("proof", "on"), question.proof.on
    for name, fact in contents.facts.items():
        if fact.proof is not None:
            yield contents.documents[name], (name, "proof", "on"), fact.proof.on


def _matters_named(contents: Contents) -> Iterable[tuple[Document, Place, str]]:
    """Each place outside ``book.yaml`` that names a matter, in its document."""
    for i, sequel in enumerate(contents.sequels):
        yield contents.documents["after_the_hearing.yaml"], (i,), sequel.part
    for document, place, authority in every_authority(contents):
        if authority.part is not None:
            yield document, place, authority.part
    if contents.warrant_form is not None:
        yield contents.documents["warrant_form.yaml"], (), contents.warrant_form.part
