"""The ways to write a provision, and the question or the stage out of scope that each of them means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extradition.law import Provision
from extradition.rule_book import RuleBook
from extradition.rule_book.book import OutOfScope


def provisions_written(rule_book: RuleBook) -> dict[str, str]:
    """The provision of the first question for each way to write one, as ``squeezed`` gives it.

    Args:
        rule_book: the law.
    """
    provisions: dict[str, str] = {}
    for own in rule_book.questions:
        for way in _ways(own, rule_book):
            provisions.setdefault(way, own)
    return provisions


def stages_written(rule_book: RuleBook) -> dict[str, OutOfScope]:
    """The stage out of scope for each way to write one of its provisions, as ``squeezed`` gives it.

    Args:
        rule_book: the law.
    """
    return {
        way: stage
        for stage in rule_book.out_of_scope
        for own in stage.provisions
        for way in _ways(own, rule_book)
    }


def squeezed(provision: str) -> str:
    """A provision in small letters, without spaces, full stops and commas, with s for section.

    Args:
        provision: a provision, written in any way.

    Examples:
        >>> squeezed("Section 20 (5)")
        's20(5)'
    """
    return re.sub(r"[\s.,]", "", re.sub(r"\b(section|sec|s)\b", "s", provision.casefold()))


def sections_of(own: str) -> tuple[tuple[str, str], ...]:
    """The Act and the section of a question, and as ``section_of`` gives the section alone.

    Args:
        own: the provision of a question.
    """
    act, section = section_of(own)
    return (act, section), ("", squeezed(section))


def section_of(provision: str) -> tuple[str, str]:
    """The Act and the section of *provision*; words that are no provision have no Act.

    Args:
        provision: a provision, written in any way.

    Examples:
        >>> section_of("EA 2003 s 20(5)"), section_of("section 20")
        (('EA 2003', 's 20'), ('', 's20'))
    """
    try:
        parsed = Provision(provision)
    except ValueError:
        return "", squeezed(provision)
    return parsed.act, parsed.section


def _ways(own: str, rule_book: RuleBook) -> Iterator[str]:
    """Each way to write the provision *own*, as ``squeezed`` gives it: with and without its Act."""
    parsed = Provision(own)
    title = rule_book.acts[parsed.act].title if parsed.act in rule_book.acts else parsed.act
    for way in (own, parsed.short, f"{title} {parsed.short}", parsed.short.removeprefix("s ")):
        yield squeezed(way)
