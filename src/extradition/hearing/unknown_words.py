"""Messages for words that the rule book does not have: the fault, and the nearest right word."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from extradition.law import Provision
from extradition.rule_book import RuleBook
from extradition.rule_book.book import Explained, Territory
from extradition.rule_book.fact import Fact
from extradition.rule_book.installed import other_book_with
from extradition.source import nearest, nearly, not_plain

_MOST_HINTS = 100
"""The most hints for one file: each takes milliseconds, and a file has room for 100,000 unknown words."""
_YES_AND_NO = {"true": "yes", "y": "yes", "false": "no", "n": "no"}
"""The words of other programs for yes and no."""
_AROUND = " \t\n\u00a0\"'\u201c\u201d\u201e\u2018\u2019"
"""Spaces and quotation marks that may stand around a name."""
_CODE = 3
"""The most letters of a code of a territory. A code that is a letter away from it is that of another."""


class UnknownWords:
    """The messages for the unknown words of one case file; the number of hints is limited."""

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._hints = _MOST_HINTS

    def territory(self, code: str, *, needed: bool = True) -> str:
        """The message for a territory that the rule book does not have, with the code of the territory
        meant.

        A name that is far from every known one gets no guess: it may be that of another country.

        Args:
            code: the text in the case file.
            needed: whether the matter needs a territory.
        """
        refused = f"{code!r} is not in territories.yaml"
        why = _explained(self._book.not_territories, code)
        if why is not None:
            return f"{refused}; {why}"
        if self.says_nothing(code):
            instead = "write its code: no hearing is possible without it" if needed else "leave the key out"
            return f"{refused}: it says that the territory is not known; {instead}"
        known = self._book.territories
        plain = _plain(code)
        own = next((own for own in known if plain in _called(own, known[own])), None)
        if own is not None:
            name = known[own].name
            of = "" if plain in (_plain(name), _plain(own)) else f" ({name})"
            return f"{refused}; {code.strip()} is {own}{of} here: write {own}{not_plain(code)}"
        named = {
            _plain(name): (own, name)
            for own, territory in known.items()
            for name in (territory.name, *territory.also)
            if len(name) > _CODE
        }
        found = self._limited(lambda: nearly(plain, named))
        hint = "" if found is None else f"; did you mean {named[found][0]} ({named[found][1]})?"
        return f"{refused}{hint}{not_plain(code)}"

    def says_nothing(self, word: str) -> bool:
        """Whether *word* says that a value is not known, or has none."""
        return _explained(self._book.not_answers, word) is not None

    def answer(self, given: str, fact: Fact | None) -> str:
        """The message for an answer that is not on the closed list of *fact*; without a fact, of a
        question.
        """
        answers = [*fact.answers] if fact else ["yes", "no"]
        choices = [*answers, *([f"a number of {fact.unit}"] if fact and fact.unit else [])]
        why = _explained(self._book.not_answers, given)
        refused = f"{given!r} is not one of its answers: {', '.join(choices)}"
        if why is not None:
            return f"{refused}; {why}"
        other = _YES_AND_NO.get(given.strip().casefold())
        hint = f"; did you mean {other}?" if other in answers else self._nearest(given, answers)
        return f"{refused}{hint}{not_plain(given)}"

    def author(self, given: str, authors: Sequence[str]) -> str:
        """The message for an author of a finding who is none of *authors*."""
        listed = ", ".join(map(repr, authors[:-1]))
        return (
            f"must be {listed} or {authors[-1]!r}, not {given!r}{self._nearest(given, authors)}"
            f"{not_plain(given)}"
        )

    def date(self, key: str) -> str:
        """The message for the key of a date that the rule book does not declare."""
        outside = self.outside(key)
        if outside is not None:
            return outside
        known = self._book.titles_of_dates
        return (
            f"is not a date of this rule book: {', '.join(known)}{self._nearest(key, known)}{not_plain(key)}"
        )

    def name(self, name: str) -> str:
        """The message for a name that is neither a fact nor a question."""
        outside = self.outside(name)
        if outside is not None:
            return outside
        words = [*self._book.facts, *self._questions]
        elsewhere = other_book_with(name, self._book.name)
        if elsewhere is not None:
            return f"is not a fact or a question of this rule book; the rule book {elsewhere} has it"
        return f"is not a fact or a question of this rule book{self._nearest(name, words)}{not_plain(name)}"

    def column(self, name: str, keys: Iterable[str]) -> str:
        """The message for the name of a column of a table that is neither a fact, a question nor one of
        *keys*.
        """
        outside = self.outside(name)
        if outside is not None:
            return outside
        words = [*keys, *self._book.facts, *self._questions]
        known = "is not a column of a table of cases: a fact, a question or a key of a case file"
        return f"{known}{self._nearest(name, words)}{not_plain(name)}"

    def start(self, provision: str, part: str) -> str:
        """The message for a provision from which no hearing of *part* can be taken."""
        stage = next(
            (
                each
                for each in self._book.out_of_scope
                if _section(provision) in map(_section, each.provisions)
            ),
            None,
        )
        if stage is not None:
            return f"{provision} is out of scope ({stage.stage}); {stage.says}"
        starts = [own for own, question in self._book.questions_in(part) if not question.is_limb]
        within = [own for own in starts if _section(own) == _section(provision)]
        hint = f"; did you mean {within[0]}?" if within else ""  # numbers that look alike are no hint
        matter = self._book.title_of(part)
        refused = f"{provision} is not a question of {matter} from which the hearing goes on"
        return f"{refused}{hint}{not_plain(provision)}"

    def only_in(self, parts: Iterable[str], part: str) -> str:
        """The message for a word of the matters *parts* in a case of another matter, *part*."""
        titles = " and ".join(map(self._book.title_of, parts))
        return f"is asked only in {titles}; this is a {self._book.title_of(part)} case"

    @property
    def _questions(self) -> list[str]:
        """The name of every question, once."""
        return [*dict.fromkeys(name for names in self._book.names.values() for name in names)]

    def outside(self, name: str) -> str | None:
        """The message for a *name* of a stage that is out of scope; None if no stage out of scope has that
        name.
        """
        parts = f"_{name.casefold()}_"
        stage = next(
            (each for each in self._book.out_of_scope if any(f"_{word}_" in parts for word in each.names)),
            None,
        )
        return None if stage is None else f"is out of scope ({stage.stage}); {stage.says}"

    def _nearest(self, word: str, words: Iterable[str]) -> str:
        return self._limited(lambda: nearest(word, words)) or ""

    def _limited(self, hint: Callable[[], str | None]) -> str | None:
        """The *hint*; None once the file has had as many as it gets."""
        self._hints -= 1
        return hint() if self._hints >= 0 else None


def _plain(name: str) -> str:
    """The *name* in small letters, without accents, without "the" and without quotation marks around it."""
    letters = unicodedata.normalize("NFKD", name.strip(_AROUND).casefold())
    return "".join(each for each in letters if not unicodedata.combining(each)).removeprefix("the ")


def _called(code: str, territory: Territory) -> set[str]:
    """The code, the name and the other names of a territory, each as ``_plain`` gives it."""
    return set(map(_plain, (code, territory.name, *territory.also)))


def _explained(refused: Iterable[Explained], word: str) -> str | None:
    """The explanation that the rule book has for *word*; None if it has none."""
    given = word.strip().casefold()
    return next((each.says for each in refused if given in map(str.casefold, each.words)), None)


def _section(provision: str) -> tuple[str, str]:
    parsed = Provision(provision)
    return parsed.act, parsed.section
