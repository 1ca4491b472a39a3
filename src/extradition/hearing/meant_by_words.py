"""The facts, questions and answers that an unknown word may mean, by the words that the rule book has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import log
from typing import TypeAlias

from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import Fact
from extradition.rule_book.kept_for_book import once
from extradition.source import spelt_like

MOST_MEANT = 3
"""The most names or answers that a message offers."""
_AS_GOOD = 0.75
"""The part of the best score that another name or answer needs to be offered with the best."""
_LETTERS = 5
"""The letters by which words are compared, so that "sentenced" is found by "sentence"."""
_WORD = re.compile(
    r"\b(?!(?:a|an|and|as|at|be|been|by|can|did|do|does|for|from|had|has|have|if|in|is|it|its|may|no|not|of|on|or"
    r"|that|the|their|there|they|this|to|was|were|what|when|where|whether|which|who|with|yes)\b)[a-z0-9]+"
)
"""A word that says something about which fact is meant."""

_Index: TypeAlias = Mapping[str, Mapping[str, float]]


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
    index = once(rule_book, ("words of names", parts), lambda: _index(_texts_of_names(rule_book, parts)))
    terms = [rule_book.terms[each] for each in parts]
    return {own: next(each[own].phrase for each in terms if own in each) for own in _fitting(name, index)}


def answers_meant(given: str, fact: Fact) -> dict[str, str]:
    """The answers of *fact* that *given* may mean, the best first, each with its words.

    The first is spelt like it, if one is. Others fit by the words of their names and of their sentences, as
    ``names_meant`` says.

    Args:
        given: an answer that is not on the closed list of the fact.
        fact: the fact.

    Examples:
        >>> answers = {"by_car": "In a car or lorry.", "on_foot": "On foot."}
        >>> fact = Fact(ask="How did the person come?", about="person", answers=answers)
        >>> answers_meant("lorry", fact)
        {'by_car': 'In a car or lorry'}
    """
    texts = [(own, own, 3.0) for own in fact.answers]
    texts += [(own, says, 2.0) for own, says in fact.answers.items()]
    near = spelt_like(given, fact.answers)
    fitting = dict.fromkeys((*([] if near is None else [near]), *_fitting(given, _index(texts))))
    return {own: fact.answers[own].removesuffix(".") for own in islice(fitting, MOST_MEANT)}


def _fitting(text: str, index: _Index) -> Iterator[str]:
    """What fits *text* best by its words, the best first."""
    words = list(dict.fromkeys(_words(text)))
    scores: defaultdict[str, float] = defaultdict(float)
    found: defaultdict[str, list[float]] = defaultdict(list)
    for word in words:
        having = index.get(word, {})
        for own, weight in having.items():
            scores[own] += weight / log(2 + len(having))
            found[own].append(weight)
    in_order = sorted(scores, key=lambda own: (-scores[own], len(own)))
    fit = [own for own in in_order if 2 * len(found[own]) >= len(words) <= sum(found[own])]
    return (own for own in fit[:MOST_MEANT] if scores[own] >= _AS_GOOD * scores[fit[0]])


def _index(weighed: Iterable[tuple[str, str, float]]) -> _Index:
    """By the start of each word of the *weighed* texts, what each is about, and what the word counts for
    it.
    """
    index: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for own, text, weight in weighed:
        for word in _words(text):
            index[word][own] = max(weight, index[word].get(own, 0))
    return dict(index)


def _texts_of_names(rule_book: RuleBook, parts: Iterable[PART]) -> Iterator[tuple[str, str, float]]:
    """Each name of the matters *parts*, with each text about it."""
    for part in parts:
        for name in rule_book.subjects[part]:
            yield from ((name, *text) for text in _texts(name, rule_book, part))


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
