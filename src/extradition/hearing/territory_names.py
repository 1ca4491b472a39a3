"""The names of territories: the code that each stands for, and the one that an unknown name means."""

from __future__ import annotations

import unicodedata
from itertools import dropwhile

from extradition.rule_book import RuleBook
from extradition.rule_book.kept_for_book import once
from extradition.source import misspelt

_AROUND = " \t\n\u00a0\"'\u201c\u201d\u201e\u2018\u2019"
"""Spaces and quotation marks that may stand around a name."""
_CODE = 3
"""The most letters of a code of a territory. A code that is a letter away from it is that of another."""
_OF_A_STATE = frozenset(
    (
        *("the", "of", "republic", "kingdom", "principality", "grand", "duchy", "commonwealth"),
        *("federal", "federative", "federation", "confederation", "democratic", "socialist"),
        *("people's", "people\u2019s", "peoples", "islamic", "plurinational", "cooperative", "co-operative"),
    )
)
"""Words of the long names of many states, which do not tell one from another. Not among them: a word that
makes a name that of another territory, such as "north", "new" or "state" (Georgia)."""


def plain_name(name: str) -> str:
    """The *name* in small letters, without accents, without "the" and without quotation marks around it.

    Args:
        name: a name in any letters.

    >>> plain_name("The Gambia"), plain_name("Česko")
    ('gambia', 'cesko')
    """
    letters = unicodedata.normalize("NFKD", name.strip(_AROUND).casefold())
    return "".join(each for each in letters if not unicodedata.combining(each)).removeprefix("the ")


def code_named(name: str, rule_book: RuleBook) -> str | None:
    """The code of the territory with that code or name; None if none has it.

    Args:
        name: the code or name, as ``plain_name`` gives it.
        rule_book: the law, with its territories.
    """
    return once(rule_book, "codes of territories", lambda: _codes(rule_book)).get(name)


def territory_meant(name: str, rule_book: RuleBook) -> tuple[str, str] | None:
    """The code and the name of the one territory that an unknown *name* means; None for none or several.

    The words that many states share ("Republic of") do not count. What is left is a name of the territory,
    or a misspelling of one. A wrong territory is worse than none.

    Args:
        name: the name, as ``plain_name`` gives it.
        rule_book: the law, with its territories.
    """
    words = name.split()
    own = [*dropwhile(_OF_A_STATE.__contains__, words)]
    for left in (own, _without_end(words), _without_end(own)):
        code = code_named(" ".join(left), rule_book)
        if code is not None:
            return code, rule_book.territories[code].name
    names = once(rule_book, "names of territories", lambda: _names(rule_book))
    ways = dict.fromkeys((name, " ".join(own)))
    near = dict(names[each] for way in ways for each in misspelt(way, names))
    return next(iter(near.items())) if len(near) == 1 else None


def _without_end(words: list[str]) -> list[str]:
    """The *words* without those at the end that many states share: Moldova, Republic of."""
    left = [*dropwhile(_OF_A_STATE.__contains__, reversed(words))][::-1]
    return [*left[:-1], left[-1].rstrip(",")] if left else []


def _codes(rule_book: RuleBook) -> dict[str, str]:
    """The code of the first territory with each code or name, as ``plain_name`` gives it."""
    codes: dict[str, str] = {}
    for code, territory in rule_book.territories.items():
        for name in (code, territory.name, *territory.also):
            codes.setdefault(plain_name(name), code)
    return codes


def _names(rule_book: RuleBook) -> dict[str, tuple[str, str]]:
    """The code and the name of each territory, by its own and its other names as ``plain_name`` gives them.

    A name that begins with words that many states share is left out: they would make it like others.
    """
    return {
        plain: (code, name)
        for code, territory in rule_book.territories.items()
        for name in (territory.name, *territory.also)
        if len(name) > _CODE and (plain := plain_name(name)).partition(" ")[0] not in _OF_A_STATE
    }
