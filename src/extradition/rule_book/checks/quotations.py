"""Checks of the words of legislation that question files quote, against the texts from which they were
read.
"""

from __future__ import annotations

from collections.abc import Iterator

from extradition.law import Provision
from extradition.rule_book.checks.places import Found, every_version
from extradition.rule_book.load import Contents
from extradition.rule_book.passage import Passage
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import Fault, Place, nearest


def passages_rest_on_a_text_that_was_read(contents: Contents) -> Found:
    """Every passage names a text of ``sources.yaml`` and an Act of ``book.yaml``, and stood on a day to
    which that text goes.
    """
    for provision, question in contents.questions.items():
        for place, passage in _placed(question):
            for key, message in _wrong_in(passage, contents):
                yield contents.documents[provision], Fault((*place, key), message)


def versions_stand_on_their_words(contents: Contents) -> Found:
    """No version is in force before its words, or after them; each passage belongs to a version; the file has
    what was seen.

    Where the day of the conduct chooses the version, it may start before the words: an Act judges earlier
    conduct too.
    """
    for each in every_version(contents):
        yield from (each.fault(message=message) for message in _gaps(each.question, each.version))
    for provision, question in contents.questions.items():
        used = {id(passage) for version in question.versions for passage in question.text_of(version)}
        for i, passage in enumerate(question.text):
            if id(passage) not in used:
                message = "belongs to no version: none without a text of its own is in force in its time"
                yield contents.documents[provision], Fault(("text", i), message)


def _placed(question: Question) -> Iterator[tuple[Place, Passage]]:
    yield from ((("text", i), passage) for i, passage in enumerate(question.text))
    for i, version in enumerate(question.versions):
        yield from ((("versions", i, "text", j), passage) for j, passage in enumerate(version.text))


def _wrong_in(passage: Passage, contents: Contents) -> Iterator[tuple[str, str]]:
    read = contents.sources.read
    source = read.get(passage.source)
    if source is None:
        yield "source", f"{passage.source} is not a text in sources.yaml{nearest(passage.source, read)}"
    elif source.stated_to < passage.since:
        yield "since", f"is after {source.stated_to}, the day to which {passage.source} is stated"
    if passage.of is not None and Provision(passage.of).act not in contents.book.acts:
        yield "of", f"{Provision(passage.of).act} is not an Act in book.yaml"


def _gaps(question: Question, version: Version) -> Iterator[str]:
    passages = question.text_of(version)
    if not passages:
        if version.verified == "text seen" and version.made_by == "enactment":
            yield f"{version.id} says that its text was seen, but the file does not have it"
        return
    starts, ends = version.in_force.starts, version.in_force.stops
    own = [passage for passage in passages if passage.of in (None, question.provision)] or list(passages)
    by_conduct = "conduct date" in version.in_force.selectors
    since = min(passage.since for passage in own)
    if starts != "prospective" and starts < since and not by_conduct:
        yield f"{version.id} is in force from {starts}, before its words, which stood from {since}"
    last = (
        None
        if any(passage.until is None for passage in own)
        else max(passage.until for passage in own if passage.until)
    )
    if last is not None and (ends is None or last < ends):
        yield f"{version.id} is in force until {ends or 'today'}, but its words stood until {last}"
