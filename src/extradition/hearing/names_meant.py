"""The facts and questions that an unknown name may mean, by the words that the rule book has for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log

from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.kept_for_book import once

MOST_NAMES = 3
"""The most names that a message offers."""
_AS_GOOD = 0.75
"""The part of the best score that another name needs to be offered with the best."""
_LETTERS = 5
"""The letters by which words are compared, so that "sentenced" is found by "sentence"."""
_WORD = re.compile(
    r"\b(?!(?:a|an|and|as|at|be|been|by|can|did|do|does|for|from|had|has|have|if|in|is|it|its|may|no|not|of|on|or"
    r"|that|the|their|there|they|this|to|was|were|what|when|where|whether|which|who|with)\b)[a-z0-9]+"
)
"""A word that says something about which fact is meant."""


def names_meant(name: str, rule_book: RuleBook, part: PART | None = None) -> dict[str, str]:
    """The names of the facts and questions that *name* may mean, the best first, each with its phrase.

    A name fits by the words of its own, of its phrase, of what it asks and of its answers. At least half of
    the words of *name* must be among them. Rare words count for more, and those of answers for less.

    Args:
        name: a name that the rule book does not have.
        rule_book: the law.
        part: the matter whose facts and questions are offered; None for those of every matter.

    Examples:
        >>> from extradition import RuleBook
        >>> names_meant("dual_criminality", RuleBook.load(), "1")
        {'extradition_offence': 'Extradition offence and dual criminality'}
        >>> names_meant("sausages", RuleBook.load(), "1")
        {}
    """
    parts = tuple(rule_book.matters) if part is None else (part,)
    index = once(rule_book, ("words of names", parts), lambda: _index(rule_book, parts))
    words = list(dict.fromkeys(_words(name)))
    scores: defaultdict[str, float] = defaultdict(float)
    found: defaultdict[str, list[float]] = defaultdict(list)
    for word in words:
        names = index.get(word, {})
        for own, weight in names.items():
            scores[own] += weight / log(2 + len(names))
            found[own].append(weight)
    in_order = sorted(scores, key=lambda own: (-scores[own], len(own)))
    fit = [own for own in in_order if 2 * len(found[own]) >= len(words) <= sum(found[own])]
    terms = {own: term for each in reversed(parts) for own, term in rule_book.terms[each].items()}
    return {own: terms[own].phrase for own in fit[:MOST_NAMES] if scores[own] >= _AS_GOOD * scores[fit[0]]}


def _index(rule_book: RuleBook, parts: tuple[PART, ...]) -> Mapping[str, Mapping[str, float]]:
    """By the start of each word, the names with that word, and what it counts for each."""
    index: defaultdict[str, dict[str, float]] = defaultdict(dict)
    named = ((name, part) for part in parts for name in rule_book.subjects[part])
    weighed = ((name, *text) for name, part in named for text in _texts(name, rule_book, part))
    for name, text, weight in weighed:
        for word in _words(text):
            index[word][name] = max(weight, index[word].get(name, 0))
    return dict(index)


def _texts(name: str, rule_book: RuleBook, part: PART) -> Iterator[tuple[str, float]]:
    """Each text about a fact or question, and what a word in it counts: most in a short name."""
    yield name, 3 + 1 / len(name)
    yield rule_book.terms[part][name].phrase, 3
    fact = rule_book.facts.get(name)
    if fact is None:
        yield rule_book.questions[rule_book.names[part][name]].question, 2
        return
    yield fact.ask, 2
    for answer, says in fact.answers.items():
        yield answer, 1
        yield says, 1


def _words(text: str) -> Iterator[str]:
    """The start of each word of *text* that is no small word."""
    for word in _WORD.findall(text.casefold().replace("_", " ")):
        yield word[:_LETTERS].removesuffix("s")
