"""The words of the Act on which a version of the law rests, as a determination quotes them."""

from __future__ import annotations

from extradition.determination.reasons import PassageUsed
from extradition.rule_book import RuleBook
from extradition.rule_book.version import Version


def passages_used(rule_book: RuleBook, version: Version) -> tuple[PassageUsed, ...]:
    """The passages on which *version* rests, each with the text from which it was read; empty if no text was
    read.

    Args:
        rule_book: the law, which has the passages and the texts.
        version: a version of one of its questions.
    """
    provision, _ = rule_book.versions[version.id]
    question = rule_book.questions[provision]
    return tuple(
        PassageUsed(
            provision=passage.of or provision,
            address=rule_book.address(passage.of or provision),
            paragraphs=passage.paragraphs,
            since=passage.since,
            until=passage.until,
            source=rule_book.sources.read[passage.source].title,
            stated_to=rule_book.sources.read[passage.source].stated_to,
        )
        for passage in question.text_of(version)
    )
